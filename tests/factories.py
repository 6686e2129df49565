# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Families, people, events and hours for tests; each takes only what its test is about."""

from datetime import date, datetime, time, timedelta

from coordinator.store import Db
from coordinator.store.models import Event, Family, Member, Person, Phone, Service, Volunteer
from coordinator.store.search import person_key
from coordinator.text import digits, fold


def a_family(db: Db, name: str = "Peña Ruiz", language: str = "es", **values: object) -> int:
    """A family without people; its id."""
    family = Family(name=name, home_language=language, **values)
    db.add(family)
    db.flush()
    return family.id


def a_person(
    db: Db,
    name: str = "Ana Lucía Peña Ruiz",
    *,
    family_id: int | None = None,
    role: str = "guardian",
    phone: str = "",
    **values: object,
) -> int:
    """A person, in a family where one is given; their id."""
    key = person_key(name, [], [phone])
    person = Person(name=name, sorts_as=fold(name), fold=key, **values)
    db.add(person)
    db.flush()
    if phone:
        db.add(Phone(person_id=person.id, number=phone, digits=digits(phone)))
    if family_id is not None:
        db.add(Member(family_id=family_id, person_id=person.id, role=role))
    db.flush()
    return person.id


def a_volunteer(db: Db, name: str = "Denise Johnson", **values: object) -> int:
    """A person who helps; the id of the person."""
    person_id = a_person(db, name, **values)
    db.add(Volunteer(person_id=person_id))
    db.flush()
    return person_id


def an_event(
    db: Db, title: str = "Family Literacy Night", day: date = date(2026, 11, 5), **values: object
) -> int:
    """An event from 5:30 to 7 PM; its id."""
    starts = datetime.combine(day, time(17, 30))
    values = {"kind": "family_night", "ends": starts + timedelta(minutes=90)} | values
    event = Event(title=title, starts=starts, fold=fold(title), **values)
    db.add(event)
    db.flush()
    return event.id


def some_hours(
    db: Db, person_id: int, minutes: int = 120, day: date = date(2026, 10, 1), **values: object
) -> int:
    """An approved entry of the ledger; its id."""
    entry = Service(person_id=person_id, date=day, minutes=minutes, **values)
    db.add(entry)
    db.flush()
    return entry.id
