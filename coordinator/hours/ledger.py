# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The ledger of service: its lines, which of them to show, and what they come to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression, bindparam, func, select

from coordinator.hours.amounts import Rounding, round_minutes, rounding, stepped
from coordinator.i18n import _
from coordinator.store import Db
from coordinator.store.models import Event, Person, Service
from coordinator.terms import Period

SOURCES = ("typed", "attendance", "import")
STATUSES = ("proposed", "approved")


def source_title(source: str) -> str:
    """Where an entry came from, in a word."""
    return {"typed": _("Typed"), "attendance": _("Attendance"), "import": _("Imported")}[source]


def status_title(status: str) -> str:
    """How far an entry is, in a word."""
    return {"proposed": _("Proposed"), "approved": _("Approved")}[status]


@dataclass(frozen=True)
class ServiceRow:
    """One line of the ledger."""

    id: int
    person_id: int
    person: str
    date: date
    starts: time | None
    minutes: int
    activity: str
    event_id: int | None
    event: str
    source: str
    status: str
    note: str


@dataclass(frozen=True)
class ServiceFilters:
    """Which entries a list or a report holds; None leaves a question open.

    `ids` are exactly those entries: the list as it stands on the screen.
    """

    person_ids: tuple[int, ...] | None = None
    event_ids: tuple[int, ...] | None = None
    activities: tuple[str, ...] | None = None
    sources: tuple[str, ...] | None = None
    statuses: tuple[str, ...] | None = None
    ids: tuple[int, ...] | None = None


EVERYTHING = ServiceFilters()


@dataclass(frozen=True)
class ServiceSum:
    """How much some entries come to; `minutes` are rounded by the rule asked for."""

    entries: int
    people: int
    minutes: int


def add_up(rows: Iterable[ServiceRow], rule: str | Rounding = "exact") -> ServiceSum:
    """The sum of some lines, for the totals bar; a rule per line rounds the sum once."""
    rule = rounding(rule) if isinstance(rule, str) else rule
    rows = list(rows)
    people = len({row.person_id for row in rows})
    if rule.per_entry:
        minutes = sum(round_minutes(row.minutes, rule) for row in rows)
    else:
        minutes = round_minutes(sum(row.minutes for row in rows), rule)
    return ServiceSum(len(rows), people, minutes)


def one_of(
    column: SQLColumnExpression[int] | SQLColumnExpression[int | None], ids: Iterable[int]
) -> ColumnElement[bool]:
    """Whether `column` is one of any number of ids."""
    # Written into the statement: SQLite takes a limited number of parameters.
    return column.in_(
        bindparam("ids", list(ids), expanding=True, literal_execute=True, unique=True)
    )


def conditions(period: Period | None, filters: ServiceFilters) -> list[ColumnElement[bool]]:
    """What the entries of a period and a filter have in common, as SQL."""
    wanted: list[ColumnElement[bool]] = []
    if period is not None:
        wanted.append(Service.date.between(period.starts, period.ends))
    ids = [
        (Service.id, filters.ids),
        (Service.person_id, filters.person_ids),
        (Service.event_id, filters.event_ids),
    ]
    wanted += [one_of(column, values) for column, values in ids if values is not None]
    words = [
        (Service.activity, filters.activities),
        (Service.source, filters.sources),
        (Service.status, filters.statuses),
    ]
    wanted += [column.in_(values) for column, values in words if values is not None]
    return wanted


def list_service(
    db: Db, period: Period | None = None, filters: ServiceFilters = EVERYTHING
) -> list[ServiceRow]:
    """The entries of a period (None: all) that pass the filters, newest first."""
    query = select(
        Service.id,
        Service.person_id,
        Person.name,
        Service.date,
        Service.starts,
        Service.minutes,
        Service.activity,
        Service.event_id,
        func.coalesce(Event.title, ""),
        Service.source,
        Service.status,
        Service.note,
    )
    query = query.join(Person, Person.id == Service.person_id)
    query = query.outerjoin(Event, Event.id == Service.event_id)
    query = query.where(*conditions(period, filters))
    query = query.order_by(Service.date.desc(), Service.id.desc())
    rows: Iterable[Sequence[Any]] = db.execute(query)  # more columns than SQLAlchemy has types for
    return [ServiceRow(*row) for row in rows]


def sum_service(
    db: Db,
    period: Period | None = None,
    filters: ServiceFilters = EVERYTHING,
    rule: str | Rounding = "exact",
) -> ServiceSum:
    """What the entries of a period come to, added up in the file."""
    rule = rounding(rule) if isinstance(rule, str) else rule
    amount = stepped(Service.minutes, rule) if rule.per_entry else Service.minutes
    query = select(func.count(), func.count(Service.person_id.distinct()), func.sum(amount))
    entries, people, minutes = db.execute(query.where(*conditions(period, filters))).one()
    total = minutes or 0
    return ServiceSum(entries, people, total if rule.per_entry else round_minutes(total, rule))


def minutes_by_person(
    db: Db, period: Period | None, filters: ServiceFilters = EVERYTHING
) -> dict[int, int]:
    """Exact minutes of each person who served in a period, by the person's id."""
    query = select(Service.person_id, func.sum(Service.minutes)).group_by(Service.person_id)
    return dict(db.execute(query.where(*conditions(period, filters))).all())


def list_activities(db: Db, limit: int = 200) -> list[str]:
    """Activities written so far, the most used first, to choose from while typing."""
    query = select(Service.activity).where(Service.activity != "").group_by(Service.activity)
    return list(db.scalars(query.order_by(func.count().desc(), Service.activity).limit(limit)))
