# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The made-up school while it is being made: its rows, its dice and its calendar."""

import csv
import tomllib
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

import resources
from coordinator.store.models import Base
from coordinator.terms import year_name

FOLDER = resources.ROOT / "sample_school"

# The data files tell of two school years as seen from this Monday.
_NOW = date(2026, 11, 23)
_WEEKS_A_YEAR = 52.1775


def read_toml(name: str) -> dict[str, Any]:
    """One of the data files of the sample school."""
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def read_csv(name: str) -> list[dict[str, str]]:
    """The rows of one of the tables of the sample school."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Days:
    """The days of the data files, moved so that they suit `today`.

    School years move by whole years, and what the files mark as this week's moves to the week
    of today; both by whole weeks, so that a Thursday stays a Thursday.
    """

    def __init__(self, today: date) -> None:
        self.today = today
        self.years_on = int(year_name(today)[:4]) - 2026
        self._years = timedelta(weeks=round(self.years_on * _WEEKS_A_YEAR))
        monday = today - timedelta(today.weekday())
        self._this_week = monday - _NOW

    def day(self, written: date) -> date:
        """A day of the data files in its school year."""
        return written + self._years

    def day_near_today(self, written: date) -> date:
        """A day of the data files that stands around this week."""
        return written + self._this_week

    def year_start(self, place: int) -> int:
        """The calendar year in which a school year begins: 0 is last year's, 1 this one's."""
        return 2025 + place + self.years_on

    def year_title(self, place: int) -> str:
        """The name of a school year: '2026-27'."""
        return year_name(date(self.year_start(place), 9, 1))

    def teaching_days(self, place: int) -> tuple[date, date]:
        """First and last day on which somebody has helped; this year's end is today."""
        first = self.day(date(2025 + place, 8, 25))
        if place == 0:
            return first, self.day(date(2026, 6, 10))
        starts = date(self.year_start(1), 7, 1)
        first = max(starts, min(first, self.today - timedelta(30)))
        return first, max(first, self.today - timedelta(1))


@dataclass(frozen=True)
class Human:
    """What the rest of the making needs to know of a person."""

    id: int
    name: str
    family_id: int | None
    role: str
    language: str
    reachable: bool = True


@dataclass
class World:
    """Everything that goes into the file, row by row; ids count from 1 in each table."""

    random: Random
    days: Days
    school: dict[str, Any]
    rows: dict[type[Base], list[dict[str, Any]]] = field(default_factory=dict)
    people: list[Human] = field(default_factory=list)
    families: dict[int, list[Human]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    visits: set[tuple[int, int]] = field(default_factory=set)  # event, person
    volunteers: list[str] = field(default_factory=list)  # names told by the data files

    def add(self, model: type[Base], **values: Any) -> int:
        """Note a row; its id. Rows of one table must all give the same columns."""
        kept = self.rows.setdefault(model, [])
        kept.append({"id": len(kept) + 1, **values})
        return len(kept)

    def chance(self, share: float) -> bool:
        """True in so many cases of 1."""
        return self.random.random() < share
