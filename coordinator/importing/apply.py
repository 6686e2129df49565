# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A checked plan -> the store, in the one write that the caller opened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any

from sqlalchemy import Date, Time, func, select, update

from coordinator.errors import Problem
from coordinator.i18n import ngettext
from coordinator.importing.check import check
from coordinator.importing.collector import collector_paused
from coordinator.importing.known import FAMILY_VALUES, newest_change
from coordinator.importing.plan import Plan, Progress, Writes, rejection
from coordinator.store import Db
from coordinator.store.models import (
    Base,
    Email,
    Enrollment,
    ExternalId,
    Family,
    Member,
    Person,
    Phone,
    Service,
)
from coordinator.terms import ensure_year

COLUMNS: dict[str, tuple[str, ...]] = {
    "family": ("name", *FAMILY_VALUES, "external_id", "archived", "version"),
    "person": (
        "name", "sorts_as", "called", "certificate_name", "language", "birth_date", "staff_title",
        "notes", "archived", "fold", "version",
    ),
    "phone": ("person_id", "rank", "label", "number", "digits"),
    "email": ("person_id", "rank", "address"),
    "external_id": ("person_id", "system", "value"),
    "enrollment": ("person_id", "term_id", "grade", "homeroom_teacher", "student_number"),
    "member": (
        "family_id", "person_id", "role", "relationship", "contact_order", "lives_with",
        "restricted",
    ),
    "service": (
        "person_id", "date", "starts", "minutes", "activity", "source", "status", "note", "reason",
        "version",
    ),
}  # fmt: skip
_MODELS: dict[str, type[Base]] = {
    "family": Family,
    "person": Person,
    "phone": Phone,
    "email": Email,
    "external_id": ExternalId,
    "enrollment": Enrollment,
    "member": Member,
    "service": Service,
}
_BATCH = 2_000  # rows between two calls of `progress`
_TOGETHER = 100  # rows of one statement; SQLite takes 32,766 values


@dataclass(frozen=True)
class Result:
    """What was done: rows by outcome as in `Plan.counts`, and what was made as in `summary`."""

    counts: dict[str, int]
    summary: dict[str, int]
    plan: Plan


def apply(
    db: Db, plan: Plan, accept_rejects: bool = False, progress: Progress | None = None
) -> Result:
    """Write the plan inside the caller's `store.write(label)`: all of it, or nothing.

    Raises Problem, and writes nothing, when rows were rejected and `accept_rejects` is not set.
    A store that changed since the check is checked again first, so that a second click on Import
    finds everybody there already and writes nothing.
    """
    if newest_change(db) != plan.stamp + 1:  # the running write is a change of its own
        plan = check(db, plan.recognised, **plan.options, progress=progress)
    rejected = plan.rejected
    if rejected and not accept_rejects:
        raise Problem(
            ngettext(
                "{count} row cannot be imported, so nothing was. {first}",
                "{count} rows cannot be imported, so nothing was. {first}",
                len(rejected),
            ).format(count=len(rejected), first=rejection(rejected[0]))
        )
    with collector_paused():
        _write(db, plan.writes, progress)
    return Result(plan.counts, plan.summary, plan)


def _write(db: Db, writes: Writes, progress: Progress | None) -> None:
    total = sum(len(rows) for rows in writes.inserts.values()) + len(writes.updates)
    done = 0

    def report(count: int) -> None:
        nonlocal done
        done += count
        if progress and total:
            progress(done, total)

    offsets = {name: _next_id(db, name) for name in ("family", "person")}
    year_id = ensure_year(db, writes.year) if writes.year else 0
    for name, rows in writes.inserts.items():
        if rows:
            _insert(db, name, _with_ids(name, rows, offsets, year_id), report)
    for table, id_, values in writes.updates:
        target: Any = _MODELS[table].__table__
        changed = dict(values)
        if "version" in target.c:
            changed["version"] = target.c.version + 1
        db.connection().execute(update(target).where(target.c.id == id_).values(changed))
        report(1)


def _next_id(db: Db, name: str) -> int:
    """The first free id: ids are given here, since rows of other tables point at them."""
    table = _MODELS[name]
    return int(db.scalar(select(func.coalesce(func.max(table.id), 0))) or 0) + 1


def _with_ids(
    name: str, rows: list[tuple[Any, ...]], offsets: dict[str, int], year_id: int
) -> list[tuple[Any, ...]]:
    """Rows with real ids for those below zero: -1 is the first row inserted, -2 the second."""
    first_person, first_family = offsets["person"] - 1, offsets["family"] - 1

    def person(id_: int) -> int:
        return id_ if id_ > 0 else first_person - id_

    if name in offsets:
        return [(*row, offsets[name] + place) for place, row in enumerate(rows)]
    if name == "member":
        return [
            (row[0] if row[0] > 0 else first_family - row[0], person(row[1]), *row[2:])
            for row in rows
        ]
    if name == "enrollment":
        return [(person(row[0]), row[1] if row[1] > 0 else year_id, *row[2:]) for row in rows]
    return [(person(row[0]), *row[1:]) for row in rows]


def _insert(
    db: Db, name: str, rows: Sequence[tuple[Any, ...]], report: Callable[[int], None]
) -> None:
    """Many rows by one statement: one at a time, SQLite saves each page a trigger touches anew."""
    columns = COLUMNS[name] + (("id",) if name in {"family", "person"} else ())
    days = _days(db, name, columns)
    quoted = ", ".join(f'"{column}"' for column in columns)
    hole = f"({', '.join('?' * len(columns))})"
    into = f'INSERT INTO "{name}" ({quoted}) VALUES '  # noqa: S608 - our own names
    whole = len(rows) - len(rows) % _TOGETHER
    for size, end in ((_TOGETHER, whole), (1, len(rows))):
        statement = into + ", ".join([hole] * size)
        for start in range(0 if size > 1 else whole, end, _BATCH):
            batch = rows[start : min(start + _BATCH, end)]
            if days:
                batch = [_bound(row, days) for row in batch]
            values = [
                tuple(chain.from_iterable(batch[place : place + size]))
                for place in range(0, len(batch), size)
            ]
            db.connection().exec_driver_sql(statement, values)
            report(len(batch))


def _days(db: Db, name: str, columns: Sequence[str]) -> list[tuple[int, Callable[[Any], Any]]]:
    """Drivers take texts, numbers and booleans as they are; only days and times need a hand."""
    table, dialect = _MODELS[name].__table__, db.get_bind().dialect
    return [
        (place, lru_cache(processor))  # the same days come again and again
        for place, column in enumerate(columns)
        if isinstance(table.c[column].type, Date | Time)
        and (processor := table.c[column].type.dialect_impl(dialect).bind_processor(dialect))
    ]


def _bound(
    row: tuple[Any, ...], processors: list[tuple[int, Callable[[Any], Any]]]
) -> tuple[Any, ...]:
    values = list(row)
    for place, processor in processors:
        values[place] = processor(values[place])
    return tuple(values)
