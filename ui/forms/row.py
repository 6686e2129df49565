# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Fields side by side."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.forms.field import Field


def pair(*fields: Field) -> QWidget:
    """Short fields in one row, of equal width, their labels in line."""
    row = QWidget()
    layout = theme.across(row, 12)
    for field in fields:
        layout.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return row
