# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What a family or a person did with the school: events they came to, and service they gave."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from coordinator.hours.ledger import one_of
from coordinator.store import Db
from coordinator.store.models import Attendance, Event, Person, Service


@dataclass(frozen=True)
class TimelineEntry:
    """One deed; `kind` is "came" or "served".

    `title` is the event, for service without one the activity, or empty. `people` are their
    names, `how` the way of checking in or the source of the entry, `minutes` those of service.
    """

    kind: str
    day: date
    title: str
    people: tuple[str, ...]
    how: str
    minutes: int = 0
    event_id: int | None = None
    note: str = ""


def timeline(db: Db, person_ids: Collection[int], limit: int = 60) -> list[TimelineEntry]:
    """The deeds of these people, newest first; one entry an event, however many of them came."""
    entries = _came(db, person_ids, limit) + _served(db, person_ids, limit)
    return sorted(entries, key=lambda entry: (entry.day, entry.kind), reverse=True)[:limit]


def _came(db: Db, person_ids: Collection[int], limit: int) -> list[TimelineEntry]:
    query = (
        select(Event.id, Event.title, Event.starts, Person.name, Attendance.how)
        .join(Attendance, Attendance.event_id == Event.id)
        .join(Person, Person.id == Attendance.person_id)
        .where(one_of(Attendance.person_id, person_ids))
        .order_by(Event.starts.desc(), Event.id, Attendance.id)
        .limit(limit * max(1, len(person_ids)))
    )
    found: dict[int, TimelineEntry] = {}
    for event_id, title, starts, name, how in db.execute(query):
        before = found[event_id].people if event_id in found else ()
        people = (*before, name)
        found[event_id] = TimelineEntry("came", starts.date(), title, people, how, 0, event_id)
    return list(found.values())


def _served(db: Db, person_ids: Collection[int], limit: int) -> list[TimelineEntry]:
    query = (
        select(
            Service.date, Service.minutes, Service.activity, Event.title, Service.event_id,
            Person.name, Service.source, Service.note,
        )
        .join(Person, Person.id == Service.person_id)
        .outerjoin(Event, Event.id == Service.event_id)
        .where(one_of(Service.person_id, person_ids))
        .order_by(Service.date.desc(), Service.id.desc())
        .limit(limit)
    )  # fmt: skip
    return [
        TimelineEntry("served", day, title or activity, (name,), source, minutes, event_id, note)
        for day, minutes, activity, title, event_id, name, source, note in db.execute(query)
    ]
