# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The hours report entry by entry; the one that may be very long."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Select, String, select, type_coerce

from coordinator.exporting.report import Kind, ReportColumn, Row
from coordinator.hours.amounts import DAY, hundredths, round_minutes
from coordinator.hours.ledger import source_title, status_title
from coordinator.hours.tables import Asked, Table, hours_column
from coordinator.i18n import _, format_time
from coordinator.store import Db
from coordinator.store.models import Event, Person, Service

_AT_ONCE = 2000


def by_entry(db: Db, asked: Asked) -> Table:
    """Every entry, by day."""
    columns = (
        ReportColumn(_("Date"), Kind.DATE, 11),
        ReportColumn(_("Volunteer"), width=26),
        ReportColumn(_("Activity"), width=22),
        ReportColumn(_("Event"), width=20),
        ReportColumn(_("Start"), width=9, paper=False),
        ReportColumn(_("Minutes"), Kind.NUMBER, 9, total=True, paper=False),
        hours_column(),
        ReportColumn(_("Source"), width=11, paper=False),
        ReportColumn(_("Status"), width=11, paper=False),
        ReportColumn(_("Note"), width=24, paper=False),
    )
    people = select(Service.person_id).where(*asked.conditions)
    names = _by_id(db, select(Person.id, Person.name).where(Person.id.in_(people)))
    # All of them: to ask which are meant costs more than the few that are not.
    events = {None: ""} | _by_id(db, select(Event.id, Event.title))
    rows: list[Row] = []
    proposed: list[int] = []
    # Each value is made once: 100,000 rows would hold as many copies of "Library".
    made = [_Made(make) for make in (_day, str, _clock, source_title, status_title)]
    days, activities, clocks, sources, statuses = (one.__getitem__ for one in made)
    hours = [hundredths(round_minutes(minutes, asked.rule)) for minutes in range(DAY + 1)]
    for part in _entries(db, asked):
        day, person, activity, event, starts, minutes, source, status, note = zip(
            *part, strict=True
        )
        rows += zip(
            map(days, day),
            map(names.__getitem__, person),
            map(activities, activity),
            map(events.__getitem__, event),
            map(clocks, starts),
            minutes,
            map(hours.__getitem__, minutes),
            map(sources, source),
            map(statuses, status),
            note,
            strict=True,
        )
        proposed += (at for at, word in zip(minutes, status, strict=True) if word == "proposed")
    counted = sum(round_minutes(at, asked.rule) if asked.rule.per_entry else at for at in proposed)
    return Table(columns, rows, proposed=(len(proposed), counted))


def _entries(db: Db, asked: Asked) -> Iterator[Sequence[Sequence[Any]]]:
    """The entries by day, many at a time, days and clocks as the file holds them."""
    query = select(
        type_coerce(Service.date, String), Service.person_id, Service.activity, Service.event_id,
        type_coerce(Service.starts, String), Service.minutes, Service.source, Service.status,
        Service.note,
    )  # fmt: skip
    query = query.where(*asked.conditions).order_by(Service.date, Service.id)
    # Past the session, which would hold all rows once more before giving them out.
    yield from db.connection().execute(query).partitions(_AT_ONCE)


def _by_id(db: Db, query: Select[int, str]) -> dict[int | None, str]:
    return {row[0]: row[1] for row in db.execute(query)}


class _Made(dict[Any, Any]):
    """Values made from others, each once."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Any) -> Any:
        self[key] = self._make(key)
        return self[key]


def _day(text: date | str) -> date:
    return text if isinstance(text, date) else date.fromisoformat(text)


def _clock(text: time | str | None) -> str:
    if text is None:
        return ""
    moment = text if isinstance(text, time) else time.fromisoformat(text)
    return format_time(datetime.combine(date.min, moment))
