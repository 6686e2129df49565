# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What an import would do, row by row: made by `check`, shown by the preview, done by `apply`."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from coordinator.i18n import _
from coordinator.importing.read import Unread
from coordinator.importing.recognise import Recognised

Progress = Callable[[int, int], None]

NEW, CHANGED, UNCHANGED, REJECTED = "new", "changed", "unchanged", "rejected"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value that the file has otherwise than the store; texts for the screen."""

    who: str
    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Somebody in the file who may be here already under `person_id`; never merged unasked.

    `key` is what `check(..., same={key: person_id})` takes when the user says they are one.
    """

    key: str
    row: int
    name: str
    person_id: int
    person_name: str
    reason: str


@dataclass(slots=True)
class RowOutcome:
    """What becomes of one row of the file.

    `outcome` is "new", "changed", "unchanged" or "rejected"; a rejected row has a `reason` and
    the heading of its `column`, a changed one its `changes`. `doubts` may stand beside any.
    """

    row: int
    file: str
    name: str = ""
    outcome: str = UNCHANGED
    column: str = ""
    reason: str = ""
    changes: list[FieldChange] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def raise_to(self, outcome: str) -> None:
        """Note that the row brings something; new outweighs changed."""
        if self.outcome != NEW and self.outcome != REJECTED:
            self.outcome = outcome


@dataclass
class Writes:
    """The rows to insert and the values to change; people and families made here have ids below 0.

    `inserts` maps a table's name to tuples in the order of `COLUMNS` (in `apply`); `updates` are
    (table, id, values).
    """

    inserts: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)
    updates: list[tuple[str, int, dict[str, Any]]] = field(default_factory=list)
    year: str = ""  # a school year to make first

    def __bool__(self) -> bool:
        return bool(self.updates or any(self.inserts.values()))


@dataclass
class Plan:
    """All that the preview shows, and all that `apply` does.

    `summary` counts for the screen: students, guardians, families and services that would be
    made. `date_order` is "mdy", "dmy", "ymd" or "" without dates; `date_order_sure` is False
    where it was only assumed. `stamp` is the store's newest change when it was compared.
    """

    recognised: Recognised
    rows: list[RowOutcome]
    warnings: list[str]
    summary: dict[str, int]
    writes: Writes
    stamp: int
    date_order: str = ""
    date_order_sure: bool = True
    options: dict[str, Any] = field(default_factory=dict)

    @property
    def counts(self) -> dict[str, int]:
        """Rows read, new, changed, unchanged, rejected (they add up to read); and doubtful."""
        found = Counter(row.outcome for row in self.rows)
        return {
            "read": len(self.rows),
            NEW: found[NEW],
            CHANGED: found[CHANGED],
            UNCHANGED: found[UNCHANGED],
            REJECTED: found[REJECTED],
            "doubtful": sum(1 for row in self.rows if row.doubts),
        }

    @property
    def rejected(self) -> list[RowOutcome]:
        """The rows that cannot be imported, in the order of the file."""
        return [row for row in self.rows if row.outcome == REJECTED]

    @property
    def doubts(self) -> list[Doubt]:
        """Everybody who may be here already."""
        return [doubt for row in self.rows for doubt in row.doubts]

    @property
    def ignored_columns(self) -> tuple[str, ...]:
        """Headings of the columns that hold something and are left out."""
        return self.recognised.ignored_columns


def plan_json(plan: Plan) -> dict[str, Any]:
    """The answer of `coordinator import --json` (DESIGN section 5)."""
    counts = plan.counts
    return {
        "read": counts["read"],
        "new": counts[NEW],
        "changed": counts[CHANGED],
        "unchanged": counts[UNCHANGED],
        "rejected": [
            {"row": row.row, "column": row.column, "reason": row.reason} for row in plan.rejected
        ],
        "ignored_columns": list(plan.ignored_columns),
        "warnings": list(plan.warnings),
    }


def rejection(row: RowOutcome) -> str:
    """One line on a rejected row: "Row 5, Birth date: ..."."""
    if row.column:
        return _("Row {row}, {column}: {reason}").format(
            row=row.row, column=row.column, reason=row.reason
        )
    return _("Row {row}: {reason}").format(row=row.row, reason=row.reason)


def unread_outcome(bad: Unread, file: str) -> RowOutcome:
    """The outcome of a row that could not even be read."""
    return RowOutcome(bad.row, file, outcome=REJECTED, column=bad.column, reason=bad.reason)


class Notes:
    """Warnings of one kind gathered row by row, then said once with the first rows."""

    def __init__(self) -> None:
        self._found: dict[str, list[int]] = {}

    def add(self, text: str, row: int) -> None:
        """Remember that `text` is true of a row."""
        self._found.setdefault(text, []).append(row)

    def sentences(self) -> list[str]:
        """Each text once: "... (rows 3, 8, 9 and 12 more)"."""
        said = []
        for text, rows in self._found.items():
            shown = ", ".join(str(row) for row in rows[:5])
            if len(rows) > 5:
                shown = _("{rows} and {count} more").format(rows=shown, count=len(rows) - 5)
            said.append(_("{text} (row {rows})").format(text=text, rows=shown))
        return said
