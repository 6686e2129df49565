# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A report as values: one column list for the screen, CSV, XLSX and paper."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from itertools import chain
from operator import itemgetter
from typing import cast

from coordinator.i18n import _, format_date, format_number
from coordinator.periods import days_of
from coordinator.terms import Period

Cell = str | int | date | None
Row = tuple[Cell, ...]


class Kind(StrEnum):
    """What the cells of a column are."""

    TEXT = "text"  # str
    DATE = "date"  # date
    HOURS = "hours"  # int: hundredths of an hour, as printed
    NUMBER = "number"  # int


@dataclass(frozen=True)
class ReportColumn:
    """One column: `width` in letters; `total` sums it; `paper` False leaves it to files."""

    title: str
    kind: Kind = Kind.TEXT
    width: int = 16
    total: bool = False
    paper: bool = True


@dataclass(frozen=True)
class Figure:
    """A figure in large type and the words beneath it."""

    value: str
    words: str


@dataclass(frozen=True)
class Series:
    """One row of bars: hundredths of hours, one for each label of its chart."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True)
class Chart:
    """Bars from zero: this year first, then the year before."""

    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True)
class Report:
    """A table and all that must be said with it; `remainder` are the rows under a hairline."""

    name: str
    title: str
    school: str
    period: Period | None
    scope: str
    printed: date
    columns: tuple[ReportColumn, ...]
    rows: Sequence[Row]
    remainder: tuple[Row, ...] = ()
    figures: tuple[Figure, ...] = ()
    chart: Chart | None = None
    notes: tuple[str, ...] = ()
    signed: bool = False  # paper has a line for who checked it

    @cached_property
    def total(self) -> Row | None:
        """The last line, added up from the lines as they are printed; None: nothing to add."""
        return total_row(self.columns, self.rows, self.remainder)

    @property
    def period_days(self) -> str:
        """The period from its first to its last day, or the day of printing without one."""
        return days_of(self.period) if self.period else format_date(self.printed, "long")


def total_row(
    columns: Sequence[ReportColumn], rows: Sequence[Row], remainder: Sequence[Row] = ()
) -> Row | None:
    """'Total' and the sums of the columns that have one; None where no column has."""
    if not any(column.total for column in columns):
        return None
    cells: list[Cell] = [
        _sum(map(itemgetter(place), chain(rows, remainder))) if column.total else None
        for place, column in enumerate(columns)
    ]
    first = next(place for place, cell in enumerate(cells) if cell is None)
    cells[first] = _("Total")
    return tuple(cells)


def _sum(cells: Iterable[Cell]) -> int:
    return sum(cast(Iterable[int], filter(None, cells)))


def cell_text(cell: Cell, kind: Kind) -> str:
    """A cell as a reader sees it: dates and decimals as the language writes them."""
    if cell is None:
        return ""
    if kind is Kind.HOURS and isinstance(cell, int):
        return hours_text(cell)
    if kind is Kind.NUMBER and isinstance(cell, int):
        return _minus(format_number(cell, 0))
    return format_date(cell) if isinstance(cell, date) else str(cell)


def hours_text(hundredths: int) -> str:
    """Hundredths of an hour as printed, always with two decimals: 350 is '3.50'."""
    return _minus(format_number(Decimal(hundredths) / 100, 2))


def _minus(number: str) -> str:
    """A number with a minus as wide as its figures."""
    return number.replace("-", "−")


def apportion(parts: Sequence[int], total: int) -> tuple[int, ...]:
    """`parts` scaled to whole numbers that add up to `total` exactly, each off by less than one.

    So a chart says the same as the table beside it, however the table was rounded.
    """
    whole = sum(parts)
    if not whole:
        return tuple(0 for _part in parts)
    shares = [part * total // whole for part in parts]
    by_loss = sorted(range(len(parts)), key=lambda place: -(parts[place] * total % whole))
    for place in by_loss[: total - sum(shares)]:
        shares[place] += 1
    return tuple(shares)
