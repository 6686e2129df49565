# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What Home shows: today and this week, what needs the coordinator, and what was worked on last."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Select, func, select

from coordinator.events import EventRow, clock_span, events_between, next_event
from coordinator.hours.ledger import one_of
from coordinator.recognition import Rule, Waiting, count_due, waiting_hours
from coordinator.settings import load_settings
from coordinator.store import Db
from coordinator.store.models import (
    Attendance,
    ChangeRow,
    Email,
    Event,
    Family,
    Member,
    Person,
    Phone,
    Term,
)
from coordinator.store.search import person_key
from coordinator.terms import Period, TermRow, current_year, usual_year, year_name, year_period

_RECENT = 6
_CHANGES_LOOKED_AT = 400  # an import of thousands is not what somebody worked on last


@dataclass(frozen=True)
class RecentRow:
    """Something worked on lately; `kind` is event, person or family."""

    kind: str
    id: int
    title: str


@dataclass(frozen=True)
class HomeFacts:
    """The figures of one day.

    `week` is Monday to Sunday around today in time order, `year` the period that certificates
    and hours are counted in, `reach` the semester (or year) that reaching families is counted in.
    """

    today: date
    year: Period
    reach: Period
    week: tuple[EventRow, ...]
    next_event: EventRow | None
    certificates_due: int
    families: int
    reached: int
    waiting: Waiting
    possible_duplicates: int
    recent: tuple[RecentRow, ...]

    @property
    def not_reached(self) -> int:
        """Families that are still to be reached."""
        return self.families - self.reached


def home_facts(db: Db, today: date, now: time = time.min) -> HomeFacts:
    """All that Home shows, in a fixed number of statements."""
    monday = today - timedelta(days=today.weekday())
    settings = load_settings(db)
    year = year_now(db, today)
    reach = reach_period(db, today)
    families = select(func.count()).where(Family.archived.is_(False))
    return HomeFacts(
        today=today,
        year=year,
        reach=reach,
        week=tuple(events_between(db, monday, monday + timedelta(days=6))),
        next_event=next_event(db, datetime.combine(today, now)),
        certificates_due=count_due(db, Rule("hours", year, settings.certificate_minutes)),
        families=db.scalar(families) or 0,
        reached=db.scalar(families.where(Family.id.in_(_reached(reach)))) or 0,
        waiting=waiting_hours(db, year),
        possible_duplicates=count_possible_duplicates(db),
        recent=tuple(list_recent(db)),
    )


def year_now(db: Db, today: date) -> Period:
    """The school year of today, by its usual dates where the file has none."""
    year = current_year(db, today)
    if year is None:
        name = year_name(today)
        year = TermRow(0, "year", name, *usual_year(name))
    return year_period(year)


def reach_period(db: Db, today: date) -> Period:
    """The semester of today; where the school keeps none, its school year."""
    query = select(Term.name, Term.starts, Term.ends)
    query = query.where(Term.kind == "semester", Term.starts <= today, Term.ends >= today)
    semester = db.execute(query.order_by(Term.starts.desc()).limit(1)).first()
    if semester is None:
        return year_now(db, today)
    return Period(semester.starts, semester.ends, semester.name)


def _reached(period: Period) -> Select[int]:
    """Ids of families of whom somebody came to an event that began in the period."""
    # Sets inside sets: joined and made distinct after, the same takes four times as long.
    span = clock_span(period.starts, period.ends)
    held = select(Event.id).where(Event.starts.between(*span))
    came = select(Attendance.person_id).where(Attendance.event_id.in_(held))
    return select(Member.family_id).where(Member.person_id.in_(came))


def count_possible_duplicates(db: Db) -> int:
    """Pairs of people of one folded name who share a phone, an e-mail or a birth date."""
    # The first word alone is compared in SQL: it already leaves few pairs to look at here.
    first_word = func.substr(Person.fold, 1, func.instr(Person.fold, " ")).label("word")
    people = select(Person.id, Person.name, Person.birth_date, first_word)
    people = people.where(Person.archived.is_(False))
    found = _alike(db, _twins(people.where(Person.birth_date.is_not(None)), "birth_date"))
    for model, key in ((Phone, "digits"), (Email, "address")):
        of_people = people.join(model, model.person_id == Person.id)
        found |= _alike(db, _twins(of_people.add_columns(getattr(model, key)), key))
    return len(found)


def _twins(people: Select[Any], key: str) -> Select[int, int, str, str]:
    """Pairs of people with the same first word and the same value of a key."""
    # One CTE named twice: SQLite keeps its rows and indexes them by both values.
    one = people.cte("one")
    other = one.alias("other")
    same = (one.c[key] == other.c[key]) & (one.c.word == other.c.word) & (one.c.id < other.c.id)
    return select(one.c.id, other.c.id, one.c.name, other.c.name).join(other, same)


def _alike(db: Db, pairs: Select[int, int, str, str]) -> set[tuple[int, int]]:
    return {
        (one, other)
        for one, other, name, other_name in db.execute(pairs)
        if person_key(name, [], []) == person_key(other_name, [], [])
    }


def list_recent(db: Db, limit: int = _RECENT) -> list[RecentRow]:
    """Events, people and families worked on last, the latest first; those gone are left out."""
    kinds = {"event": Event.title, "person": Person.name, "family": Family.name}
    query = select(ChangeRow.table_name, ChangeRow.row_id)
    query = query.order_by(ChangeRow.id.desc()).limit(_CHANGES_LOOKED_AT)
    touched = dict.fromkeys((kind, row_id) for kind, row_id in db.execute(query) if kind in kinds)
    names: dict[tuple[str, int], str] = {}
    for kind, title in kinds.items():
        ids = [row_id for other, row_id in touched if other == kind]
        for row_id, name in db.execute(
            select(title.class_.id, title).where(one_of(title.class_.id, ids))
        ):
            names[kind, row_id] = name
    rows = [
        RecentRow(kind, row_id, names[kind, row_id])
        for kind, row_id in touched
        if (kind, row_id) in names
    ]
    return rows[:limit]
