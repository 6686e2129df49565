# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What a file holds once it is read: tables of text with the row numbers people see."""

from dataclasses import dataclass, field
from pathlib import Path

MAX_BYTES = 100 * 1024 * 1024
MAX_ROWS = 200_000

Row = tuple[int, list[str]]  # number as a spreadsheet counts, cells in the order of the headings


@dataclass(frozen=True)
class Unread:
    """A row that could not be read, with the reason in one sentence; `file` is its table."""

    row: int
    reason: str
    column: str = ""


@dataclass(frozen=True)
class Table:
    """One sheet or text file: headings, rows of as many cells, and the rows given up on.

    Cells are as written but for a workbook's numbers and dates, which are written out (dates as
    2015-05-01). Rows without any text are left out.
    """

    name: str
    headings: tuple[str, ...]
    rows: list[Row]
    heading_row: int = 1
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True)
class Source:
    """What was opened; the options that were guessed are named so that a preview can change them.

    `layout` is "text", "workbook" or "folder". `encoding` and `delimiter` are None but for
    text, `sheet` and `sheets` are empty but for a workbook. `warnings` are sentences.
    """

    title: str
    paths: tuple[Path, ...]
    layout: str
    tables: tuple[Table, ...]
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    heading_row: int = 1
    warnings: tuple[str, ...] = field(default=())

    @property
    def row_count(self) -> int:
        """Rows below the headings, those that could not be read among them."""
        return sum(len(table.rows) + len(table.unread) for table in self.tables)
