# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Widgets that hold one dataclass: `Form({"name": LineField(...)}, save)`."""

from ui.forms.field import Field
from ui.forms.fields import (
    Choice,
    ChoiceField,
    LanguageField,
    LineField,
    NumberField,
    TextField,
    TickField,
)
from ui.forms.form import Form
from ui.forms.lists import ChipsField, LinesField, PhonesField
from ui.forms.times import DateField, MinutesField, TimeField

__all__ = [
    "ChipsField",
    "Choice",
    "ChoiceField",
    "DateField",
    "Field",
    "Form",
    "LanguageField",
    "LineField",
    "LinesField",
    "MinutesField",
    "NumberField",
    "PhonesField",
    "TextField",
    "TickField",
    "TimeField",
]
