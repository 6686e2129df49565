# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What is odd about hours before they are written: asked about, never refused."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import or_, select

from coordinator.hours.amounts import DAY
from coordinator.hours.entries import ServiceDetails
from coordinator.hours.ledger import one_of
from coordinator.i18n import _, format_date, format_hours, format_time
from coordinator.settings import load_settings
from coordinator.store import Db
from coordinator.store.models import Event, Person, Service


@dataclass(frozen=True)
class _Known:
    """Another entry of the same person."""

    id: int
    person_id: int
    date: date
    starts: time | None
    minutes: int
    activity: str
    event_id: int | None


def questions(db: Db, *entries: ServiceDetails, today: date | None = None) -> list[str]:
    """One sentence for each thing to ask about before these entries are written.

    Asked: a day in the future, service past midnight, more on one day than the school's day
    limit, times that overlap another entry, the same event twice, the same entry twice.
    """
    today = today or date.today()
    people = {entry.person_id for entry in entries}
    query = select(Person.id, Person.name).where(one_of(Person.id, people))
    names = dict(db.execute(query).all())
    limit = load_settings(db).day_limit_minutes
    known = _known(db, entries)
    asked: dict[str, None] = {}
    for entry in entries:
        name = names.get(entry.person_id, "")
        others = [row for row in known if row.person_id == entry.person_id and row.id != entry.id]
        asked |= dict.fromkeys(_about_itself(entry, today))
        asked |= dict.fromkeys(_about_the_day(entry, others, name, limit))
        asked |= dict.fromkeys(_about_events(db, entry, others, name))
    return list(asked)


def _known(db: Db, entries: Sequence[ServiceDetails]) -> list[_Known]:
    """Entries of the same people on the same or the neighbouring days, or for the same event."""
    columns = (
        Service.id, Service.person_id, Service.date, Service.starts, Service.minutes,
        Service.activity, Service.event_id,
    )  # fmt: skip
    days = {entry.date + timedelta(days=step) for entry in entries for step in (-1, 0, 1)}
    events = {entry.event_id for entry in entries if entry.event_id is not None}
    same = or_(Service.date.in_(days), one_of(Service.event_id, events))
    people = one_of(Service.person_id, {entry.person_id for entry in entries})
    return [_Known(*row) for row in db.execute(select(*columns).where(people, same))]


def _about_itself(entry: ServiceDetails, today: date) -> Iterator[str]:
    if entry.date > today:
        told = _("{date} has not come yet. Is the day right?")
        yield told.format(date=format_date(entry.date))
    if entry.starts is not None:
        ends = _begin(entry.date, entry.starts) + timedelta(minutes=entry.minutes)
        if _since_midnight(entry.starts) + entry.minutes > DAY:
            told = _("The service ends at {time} on {date}, the next day. Is that right?")
            yield told.format(time=format_time(ends), date=format_date(ends))


def _about_the_day(
    entry: ServiceDetails, others: Sequence[_Known], name: str, limit: int
) -> Iterator[str]:
    on_day = [row for row in others if row.date == entry.date]
    minutes = entry.minutes + sum(row.minutes for row in on_day)
    day = format_date(entry.date)
    if minutes > limit:
        told = _("{name} would have {hours} hours on {date}. Is that right?")
        yield told.format(name=name, hours=format_hours(minutes), date=day)
    for row in others:
        if _overlap(entry, row):
            told = _("{name} already has hours from {start} to {end} on {date}. Add these too?")
            starts = _begin(row.date, row.starts or time())
            yield told.format(
                name=name,
                start=format_time(starts),
                end=format_time(starts + timedelta(minutes=row.minutes)),
                date=format_date(row.date),
            )
        elif _twin(entry, row):
            told = _("{name} already has {hours} hours of the same on {date}. Add them again?")
            yield told.format(name=name, hours=format_hours(row.minutes), date=day)


def _about_events(
    db: Db, entry: ServiceDetails, others: Sequence[_Known], name: str
) -> Iterator[str]:
    if entry.event_id is None or entry.event_id not in {row.event_id for row in others}:
        return
    event = db.get_one(Event, entry.event_id)
    told = _("{name} already has hours for {event}. Add these too?")
    yield told.format(name=name, event=event.title)


def _overlap(entry: ServiceDetails, row: _Known) -> bool:
    """Whether both say when, and share a minute."""
    if entry.starts is None or row.starts is None:
        return False
    mine, theirs = _begin(entry.date, entry.starts), _begin(row.date, row.starts)
    return mine < theirs + timedelta(minutes=row.minutes) and theirs < mine + timedelta(
        minutes=entry.minutes
    )


def _twin(entry: ServiceDetails, row: _Known) -> bool:
    """Whether an entry without times or event looks like another of that day."""
    if (entry.starts and row.starts) or entry.event_id is not None or row.event_id is not None:
        return False
    same = (row.date, row.minutes, row.activity)
    return (entry.date, entry.minutes, entry.activity) == same


def _begin(day: date, starts: time) -> datetime:
    return datetime.combine(day, starts)


def _since_midnight(moment: time) -> int:
    return moment.hour * 60 + moment.minute
