# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The people of one row of a list of families, and how its cells are read."""

from dataclasses import dataclass, field
from datetime import date

from coordinator.importing.plan import RowOutcome

Values = dict[str, str | bool]


@dataclass(frozen=True)
class Options:
    """How the cells of this file are read."""

    date_order: str
    region: str
    today: date


@dataclass(slots=True, eq=False)
class Someone:
    """A person of the file.

    `phones` are numbers and labels by their last ten digits, `emails` addresses by their folded
    form. `home` is the key of the household or address, "" where unknown.
    `family` holds what the row says about the household. `sources` names the later row that
    added a value; the others came with `row`. `person_id` is filled in by matching.
    """

    row: RowOutcome
    role: str
    name: str
    sorts_as: str
    fold: str
    called: str = ""
    language: str = ""
    birth_date: date | None = None
    grade: str = ""
    homeroom: str = ""
    number: str = ""
    phones: dict[str, tuple[str, str]] = field(default_factory=dict)
    emails: dict[str, str] = field(default_factory=dict)
    ids: list[tuple[str, str]] = field(default_factory=list)
    home: str = ""
    family: Values = field(default_factory=dict)
    sources: dict[str, RowOutcome] = field(default_factory=dict)
    person_id: int | None = None


@dataclass(slots=True)
class Guardianship:
    """What a row says about a guardian and a student together."""

    relationship: str = ""
    order: int = 0
    lives_with: bool = True
    restricted: bool = False


@dataclass(slots=True)
class Parsed:
    """What one row holds. `numbers` are of students named by number only; `homes` addresses."""

    student: Someone | None
    numbers: list[str]
    guardians: list[tuple[Someone, Guardianship]]
    homes: dict[str, Values]
