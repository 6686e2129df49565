# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A report's values as a table on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from coordinator.exporting.report import Kind, cell_text
from ui.table import Column, TableView

if TYPE_CHECKING:
    from coordinator.exporting.report import Cell, Report, ReportColumn


@dataclass(frozen=True)
class Line:
    """One row of a report; `id` is its place on paper."""

    id: int
    cells: tuple[Cell, ...]


def columns_of(report: Report) -> list[Column[Line]]:
    """The columns of a report; the widest text takes the room that is left."""
    texts = [column for column in report.columns if column.kind is Kind.TEXT]
    widest = max(texts, key=lambda column: column.width, default=None)
    return [
        _column(place, column, stretch=column is widest)
        for place, column in enumerate(report.columns)
    ]


def _column(place: int, column: ReportColumn, *, stretch: bool) -> Column[Line]:
    def value(line: Line) -> Any:
        return line.cells[place]

    return Column(
        column.title,
        value,
        text=partial(cell_text, kind=column.kind),
        right=column.kind in (Kind.HOURS, Kind.NUMBER),
        stretch=stretch,
        bold=place == 0 and column.kind is Kind.TEXT,
        key=str(place),
        hidden=not column.paper,
    )


def lines_of(report: Report) -> list[Line]:
    """The rows in the order of the paper, with those under its hairline at the end."""
    every = [*report.rows, *report.remainder]
    return [Line(place, tuple(cells)) for place, cells in enumerate(every)]


def table_of(report: Report) -> TableView[Line]:
    """A table that shows a report, in the order of the paper until the user sorts it."""
    table: TableView[Line] = TableView(columns_of(report), report.title, row_height=40)
    table.set_rows(lines_of(report))
    return table
