# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The one table: `TableView(columns, name)` over rows of any kind."""

from ui.table.column import (
    AvatarMark,
    Column,
    Mark,
    PillMark,
    QuietMark,
    SignMark,
    TickMark,
)
from ui.table.model import Arranged, RowsModel
from ui.table.view import TableView

__all__ = [
    "Arranged",
    "AvatarMark",
    "Column",
    "Mark",
    "PillMark",
    "QuietMark",
    "RowsModel",
    "SignMark",
    "TableView",
    "TickMark",
]
