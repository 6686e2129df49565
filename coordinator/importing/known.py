# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What the store holds already, read once with a few plain queries, for comparing in memory."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Executable, func, select

from coordinator.importing.cells import fold_name
from coordinator.store import Db
from coordinator.store.models import (
    Change,
    Email,
    Enrollment,
    ExternalId,
    Family,
    Member,
    Person,
    Phone,
)

FAMILY_VALUES = (
    "home_language", "reading_language", "interpreter", "street", "city", "region", "postal_code",
    "channel", "best_time", "notes", "do_not_list", "do_not_photograph", "do_not_contact",
)  # fmt: skip


@dataclass(slots=True, eq=False)
class KnownPerson:
    """A person of the store. `members` is family id -> the row of the membership.

    `phones` are the numbers by their last ten digits, `emails` the addresses by their folded form.
    """

    id: int
    name: str
    fold: str
    called: str
    sorts_as: str
    language: str | None
    birth_date: date | None
    archived: bool = False
    phones: dict[str, str] = field(default_factory=dict)
    emails: dict[str, str] = field(default_factory=dict)
    members: dict[int, "KnownMember"] = field(default_factory=dict)
    enrollment: "KnownEnrollment | None" = None
    numbers: set[str] = field(default_factory=set)
    student: bool = False


@dataclass(slots=True)
class KnownMember:
    """A person's place in a family."""

    id: int
    role: str
    relationship: str


@dataclass(slots=True)
class KnownEnrollment:
    """A student in the year that the import is for."""

    id: int
    grade: str
    homeroom: str
    number: str


@dataclass
class Known:
    """The store as matching needs it; `year_id` is the school year the import is for, or None."""

    year_id: int | None
    people: dict[int, KnownPerson] = field(default_factory=dict)
    families: dict[int, dict[str, Any]] = field(default_factory=dict)
    family_people: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_id: dict[tuple[str, str], int] = field(default_factory=dict)
    by_number: dict[str, int] = field(default_factory=dict)
    by_household: dict[str, int] = field(default_factory=dict)
    by_name: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_email: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_phone: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))


def newest_change(db: Db) -> int:
    """A number that grows with every change of the store."""
    return int(db.scalar(select(func.coalesce(func.max(Change.id), 0))) or 0)


def load_known(db: Db, year_id: int | None) -> Known:
    """Everybody in the store, archived ones too: a file may bring them back."""
    known = Known(year_id)
    _load_people(db, known)
    if known.people:
        _load_reach(db, known)
        _load_families(db, known)
        _load_enrollments(db, known)
    return known


def _rows(db: Db, query: Executable) -> Sequence[Any]:
    """All rows at once, straight from the connection: one by one they take twice as long."""
    return db.connection().execute(query).all()


def _load_people(db: Db, known: Known) -> None:
    query = select(
        Person.id,
        Person.name,
        Person.called,
        Person.sorts_as,
        Person.language,
        Person.birth_date,
        Person.archived,
    )
    for id_, name, called, sorts_as, language, born, archived in _rows(db, query):
        folded = fold_name(name)
        known.people[id_] = KnownPerson(
            id_, name, folded, called, sorts_as, language, born, archived
        )
        known.by_name[folded].append(id_)


def _load_reach(db: Db, known: Known) -> None:
    phones = select(Phone.person_id, Phone.number, Phone.digits).order_by(Phone.rank)
    for person_id, number, digits in _rows(db, phones):
        known.people[person_id].phones[digits[-10:]] = number
        known.by_phone[digits[-10:]].append(person_id)
    emails = select(Email.person_id, Email.address).order_by(Email.rank)
    for person_id, address in _rows(db, emails):
        known.people[person_id].emails[address.casefold()] = address
        known.by_email[address.casefold()].append(person_id)
    ids = select(ExternalId.person_id, ExternalId.system, ExternalId.value)
    for person_id, system, value in _rows(db, ids):
        known.by_id[system, value] = person_id


def _load_families(db: Db, known: Known) -> None:
    names = ("name", "archived", *FAMILY_VALUES)
    columns = [getattr(Family, name) for name in names]
    for id_, external_id, *values in _rows(db, select(Family.id, Family.external_id, *columns)):
        known.families[id_] = dict(zip(names, values, strict=True))
        if external_id:
            known.by_household[external_id] = id_
    members = select(
        Member.id, Member.family_id, Member.person_id, Member.role, Member.relationship_
    )
    for id_, family_id, person_id, role, relationship in _rows(db, members):
        person = known.people[person_id]
        person.members[family_id] = KnownMember(id_, role, relationship)
        person.student = person.student or role == "student"
        known.family_people[family_id].append(person_id)


def _load_enrollments(db: Db, known: Known) -> None:
    """This year's rows, and every number a student ever had; this year's number wins."""
    query = select(
        Enrollment.id,
        Enrollment.person_id,
        Enrollment.term_id,
        Enrollment.grade,
        Enrollment.homeroom_teacher,
        Enrollment.student_number,
    )
    current: dict[str, int] = {}
    for id_, person_id, term_id, grade, homeroom, number in _rows(db, query):
        person = known.people[person_id]
        person.student = True
        if number:
            person.numbers.add(number)
            known.by_number.setdefault(number, person_id)
        if term_id == known.year_id:
            person.enrollment = KnownEnrollment(id_, grade, homeroom, number)
            if number:
                current[number] = person_id
    known.by_number.update(current)
