# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A checked plan -> the store, in the one write that the caller opened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Date, Table, Time, func, insert, select, update

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
_BATCH = 2_000


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
            (family if family > 0 else first_family - family, person(who), *rest)
            for family, who, *rest in rows
        ]
    if name == "enrollment":
        return [(person(who), year if year > 0 else year_id, *rest) for who, year, *rest in rows]
    return [(person(who), *rest) for who, *rest in rows]


def _insert(
    db: Db, name: str, rows: Sequence[tuple[Any, ...]], report: Callable[[int], None]
) -> None:
    """Many rows by one compiled statement: handing tuples to the driver costs half of dicts."""
    table = _MODELS[name].__table__
    assert isinstance(table, Table)
    columns = COLUMNS[name] + (("id",) if name in {"family", "person"} else ())
    dialect = db.get_bind().dialect
    compiled = insert(table).compile(dialect=dialect, column_keys=list(columns))
    assert compiled.positiontup is not None
    order = [columns.index(column) for column in compiled.positiontup]
    # Drivers take texts, numbers and booleans as they are; only days and times need a hand.
    processors = [
        (place, processor)
        for place, column in enumerate(columns)
        if isinstance(table.c[column].type, Date | Time)
        and (processor := table.c[column].type.dialect_impl(dialect).bind_processor(dialect))
    ]
    straight = order == list(range(len(columns)))
    for start in range(0, len(rows), _BATCH):
        batch = rows[start : start + _BATCH]
        if processors:
            batch = [_bound(row, processors) for row in batch]
        if not straight:
            batch = [tuple(row[place] for place in order) for row in batch]
        db.connection().exec_driver_sql(str(compiled), list(batch))
        report(len(batch))


def _bound(
    row: tuple[Any, ...], processors: list[tuple[int, Callable[[Any], Any]]]
) -> tuple[Any, ...]:
    values = list(row)
    for place, processor in processors:
        values[place] = processor(values[place])
    return tuple(values)
