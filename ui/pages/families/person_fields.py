# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The fields of one person, the same in the form of a person and in that of a family."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal

from coordinator.errors import Invalid
from coordinator.families import PersonDetails, PhoneDetails
from coordinator.families.checks import checked_birth_date
from coordinator.grades import ORDER, grade_words
from coordinator.i18n import _
from coordinator.phones import clean_email, normal_phone, show_phone
from coordinator.text import clean_line
from ui.forms import (
    ChoiceField,
    DateField,
    Field,
    LanguageField,
    LineField,
    LinesField,
    PhonesField,
    TextField,
)


class BirthDateField(DateField):
    """A day on which somebody living can have been born."""

    def value(self) -> date | None:
        return checked_birth_date(super().value())


class EmailsField(LinesField):
    """E-mail addresses; refuses with Invalid what no letter could reach."""

    def __init__(self) -> None:
        super().__init__(_("E-mail"), add=_("Add e-mail"), example="ana@example.org")

    def value(self) -> tuple[str, ...]:
        return tuple(clean_email(address) for address, _second in self.rows())


class PhoneField(LineField):
    """The first phone of somebody; the value is all of theirs, the others as they were.

    Half a line wide, it leaves it to whoever hears `refused` to say what is wrong.
    """

    refused = Signal(str)

    def __init__(self, region: str) -> None:
        super().__init__(_("Phone"), example="555-014-2118", longest=40)
        self._region = region
        self._had: tuple[PhoneDetails, ...] = ()

    def value(self) -> tuple[PhoneDetails, ...]:
        text = clean_line(self.line.text())
        label = self._had[0].label if self._had else ""
        first = (PhoneDetails(normal_phone(text, self._region), label),) if text else ()
        return first + self._had[1:]

    def set_error(self, text: str) -> None:
        super().set_error(text)
        self.help.hide()
        self._sign.hide()
        self.refused.emit(text)

    def _fill(self, value: Any) -> None:
        self._had = value
        self.line.setText(show_phone(value[0].number, self._region) if value else "")


class GradeField(ChoiceField):
    """The grade of a student in this school year."""

    def __init__(self) -> None:
        choices = [("", _("Not known")), *((code, grade_words(code)) for code in ORDER)]
        super().__init__(_("Grade"), choices)

    def _fill(self, value: Any) -> None:
        super()._fill(value or "")


def name_field(label: str = "") -> LineField:
    """The full name, as the family writes it."""
    return LineField(
        label or _("Full name"),
        example=_("As the family writes it"),
        required=_("A name is needed."),
    )


def homeroom_field() -> LineField:
    """Who teaches the student's class."""
    return LineField(_("Homeroom teacher"), example=_("Ms. Okafor"))


def further_fields(region: str) -> dict[str, Field]:
    """All fields of a person but name, grade and homeroom teacher, by their names."""
    return {
        "phones": PhonesField(_("Phones"), region=region),
        "emails": EmailsField(),
        "called": LineField(
            _("Called"), _("What people call them, where it is not the first name")
        ),
        "sorts_as": LineField(_("Sorts as"), _("Where the name stands in lists")),
        "certificate_name": LineField(
            _("Name on certificates"), _("Only where it is not the full name")
        ),
        "language": LanguageField(_("Language of their letters")),
        "birth_date": BirthDateField(_("Birth date")),
        "student_number": LineField(_("Student number")),
        "staff_title": LineField(_("Position at school"), _("Only for people who work here")),
        "notes": TextField(_("Notes")),
    }


def with_values(details: PersonDetails, values: dict[str, Any]) -> PersonDetails:
    """The details with what was typed; a new name sorts anew unless that was typed too."""
    found = replace(details, **values)
    if found.name != details.name and found.sorts_as == details.sorts_as:
        found = replace(found, sorts_as="")
    return found


def first_refusal(fields: dict[str, Field]) -> tuple[Field, str] | None:
    """The first field with a value that cannot be kept, and why."""
    for field in fields.values():
        try:
            field.value()
        except Invalid as invalid:
            return field, str(invalid)
    return None
