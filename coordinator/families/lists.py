# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Families and people as rows of a list: a fixed number of statements, however many rows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, select

from coordinator.grades import grade_label
from coordinator.phones import show_phone
from coordinator.store import Db
from coordinator.store.models import (
    Attendance,
    Email,
    Enrollment,
    Event,
    Family,
    FamilyTag,
    Member,
    Person,
    Phone,
)
from coordinator.store.search import find_people
from coordinator.text import clean_line, fold

_BATCH = 500  # ids in one IN list


@dataclass(frozen=True)
class FamilyRow:
    """A family in a list; `students` reads 'Minh (2), Thu Hà (K)'."""

    id: int
    name: str
    students: str
    guardians: str
    grades: tuple[str, ...]
    teachers: tuple[str, ...]
    home_language: str | None
    interpreter: bool
    tags: tuple[str, ...]
    phone: str
    last_came: date | None
    archived: bool


@dataclass(frozen=True)
class PersonRow:
    """A person in a list; `roles` are 'guardian', 'student', 'other', 'staff'."""

    id: int
    name: str
    sorts_as: str
    roles: tuple[str, ...]
    families: str
    family_id: int | None
    language: str | None
    grade: str
    homeroom_teacher: str
    phone: str
    email: str
    archived: bool


def given_name(name: str, family: str) -> str:
    """A name without the family's, for lists under it: 'Minh' of 'Nguyễn Minh'."""
    lower, ending = name.casefold(), family.casefold()
    if ending and lower.endswith(" " + ending):
        return name[: -len(family)].strip()
    if ending and lower.startswith(ending + " "):
        return name[len(family) :].strip()
    return name


def list_families(
    db: Db, year_id: int | None, *, archived: bool = False, since: datetime | None = None
) -> list[FamilyRow]:
    """Every family by name, with its students in the school year `year_id`.

    `archived` adds those put away; `last_came` looks at events from `since` on.
    """
    query = select(
        Family.id, Family.name, Family.home_language, Family.interpreter, Family.archived
    )
    if not archived:
        query = query.where(Family.archived.is_(False))
    members = _members(db, year_id)
    tags: dict[int, list[str]] = defaultdict(list)
    for family_id, tag in db.execute(
        select(FamilyTag.family_id, FamilyTag.name).order_by(FamilyTag.name)
    ):
        tags[family_id].append(tag)
    came = _last_came(db, since)
    rows = [
        _family_row(row, members.get(row.id, []), tuple(tags.get(row.id, ())), came.get(row.id))
        for row in db.execute(query)
    ]
    return sorted(rows, key=lambda row: (fold(row.name), row.id))


def _members(db: Db, year_id: int | None) -> dict[int, list[Any]]:
    first_phone = (
        select(Phone.person_id, func.min(Phone.rank), Phone.number)
        .group_by(Phone.person_id)
        .subquery()
    )
    query = (
        select(
            Member.family_id, Member.role, Member.contact_order, Person.name, Person.called,
            Enrollment.grade, Enrollment.homeroom_teacher, first_phone.c.number,
        )
        .join(Person, Person.id == Member.person_id)
        .outerjoin(
            Enrollment, (Enrollment.person_id == Person.id) & (Enrollment.term_id == year_id)
        )
        .outerjoin(first_phone, first_phone.c.person_id == Person.id)
        .where(Person.archived.is_(False))
        .order_by(Member.family_id, Member.contact_order, Member.id)
    )  # fmt: skip
    found: dict[int, list[Any]] = defaultdict(list)
    for row in db.execute(query):
        found[row.family_id].append(row)
    return found


def _last_came(db: Db, since: datetime | None) -> dict[int, date]:
    query = (
        select(Member.family_id, func.max(Event.starts))
        .join(Attendance, Attendance.person_id == Member.person_id)
        .join(Event, Event.id == Attendance.event_id)
        .group_by(Member.family_id)
    )
    if since is not None:
        query = query.where(Event.starts >= since)
    return {family_id: starts.date() for family_id, starts in db.execute(query)}


def _family_row(
    row: Any,
    members: list[Any],
    tags: tuple[str, ...],
    came: date | None,
) -> FamilyRow:
    students, guardians = [], []
    for member in members:
        short = member.called or given_name(member.name, row.name)
        if member.role == "student":
            grade = f" ({grade_label(member.grade)})" if member.grade else ""
            students.append(short + grade)
        else:
            guardians.append(short)
    return FamilyRow(
        id=row.id,
        name=row.name,
        students=", ".join(students),
        guardians=", ".join(guardians),
        grades=tuple(member.grade for member in members if member.grade),
        teachers=tuple(member.homeroom_teacher for member in members if member.homeroom_teacher),
        home_language=row.home_language,
        interpreter=row.interpreter,
        tags=tags,
        phone=next((show_phone(m.number) for m in members if m.number), ""),
        last_came=came,
        archived=row.archived,
    )


def list_people(
    db: Db, year_id: int | None, *, archived: bool = False, ids: Iterable[int] | None = None
) -> list[PersonRow]:
    """Everybody in sorting order, or the people of `ids` in that order."""
    query = select(
        Person.id,
        Person.name,
        Person.sorts_as,
        Person.language,
        Person.staff_title,
        Person.archived,
    )
    if not archived:
        query = query.where(Person.archived.is_(False))
    wanted = None if ids is None else list(ids)
    return _person_rows(db, query, year_id, wanted)


def people_by_id(db: Db, year_id: int | None, ids: Iterable[int]) -> list[PersonRow]:
    """The people of `ids`, in the order of `ids`; put-away ones too, missing ones left out."""
    wanted = list(ids)
    found = {row.id: row for row in list_people(db, year_id, archived=True, ids=wanted)}
    return [found[person_id] for person_id in wanted if person_id in found]


def _person_rows(
    db: Db, query: Select[*tuple[Any, ...]],
    year_id: int | None, wanted: list[int] | None,
) -> list[PersonRow]:  # fmt: skip
    roles: dict[int, list[str]] = defaultdict(list)
    homes: dict[int, dict[int, tuple[str, str | None]]] = defaultdict(dict)
    members = select(
        Member.person_id, Member.role, Family.id, Family.name, Family.home_language
    ).join(Family, Family.id == Member.family_id)
    for person_id, role, family_id, family, spoken in _some(db, members, Member.person_id, wanted):
        roles[person_id].append(role)
        homes[person_id][family_id] = (family, spoken)
    enrolled = select(Enrollment.person_id, Enrollment.grade, Enrollment.homeroom_teacher)
    enrolled = enrolled.where(Enrollment.term_id == year_id)
    classes = {row[0]: row for row in _some(db, enrolled, Enrollment.person_id, wanted)}
    phones = dict(
        row[:2]
        for row in _some(
            db,
            select(Phone.person_id, Phone.number).order_by(Phone.rank.desc(), Phone.id.desc()),
            Phone.person_id,
            wanted,
        )
    )
    emails = dict(
        row[:2]
        for row in _some(
            db,
            select(Email.person_id, Email.address).order_by(Email.rank.desc(), Email.id.desc()),
            Email.person_id,
            wanted,
        )
    )
    rows = []
    for person in _some(db, query, Person.id, wanted):
        own = homes.get(person.id, {})
        _id, grade, teacher = classes.get(person.id, (0, "", ""))
        kinds = [*dict.fromkeys(roles.get(person.id, ()))] + ["staff"] * bool(person.staff_title)
        spoken = person.language or next((lang for _name, lang in own.values() if lang), None)
        rows.append(
            PersonRow(
                id=person.id,
                name=person.name,
                sorts_as=person.sorts_as,
                roles=tuple(kinds),
                families=", ".join(name for name, _lang in own.values()),
                family_id=next(iter(own), None),
                language=spoken,
                grade=grade,
                homeroom_teacher=teacher,
                phone=show_phone(phones.get(person.id, "")),
                email=emails.get(person.id, ""),
                archived=person.archived,
            )
        )
    return sorted(rows, key=lambda row: (fold(row.sorts_as), row.id))


def _some(
    db: Db, query: Select[*tuple[Any, ...]], column: Any, wanted: list[int] | None
) -> list[Any]:
    """The rows of a query, all of them or only those whose `column` is among `wanted`."""
    if wanted is None:
        return list(db.execute(query))
    found: list[Any] = []
    for start in range(0, len(wanted), _BATCH):
        found += db.execute(query.where(column.in_(wanted[start : start + _BATCH])))
    return found


def people_called(db: Db, name: str) -> list[int]:
    """Ids of people not put away who are called exactly so, but for accents and capitals."""
    wanted = fold(clean_line(name))
    query = select(Person.id, Person.name).where(Person.archived.is_(False)).order_by(Person.id)
    return [person_id for person_id, called in db.execute(query) if fold(called) == wanted]


def families_of(db: Db, person_ids: Iterable[int]) -> dict[int, list[int]]:
    """The families of each person, by person id."""
    found: dict[int, list[int]] = defaultdict(list)
    query = select(Member.person_id, Member.family_id).order_by(Member.id)
    for person_id, family_id in _some(db, query, Member.person_id, list(person_ids)):
        found[person_id].append(family_id)
    return dict(found)


def find_families(db: Db, words: str, limit: int = 20) -> list[int]:
    """Ids of families not put away in which the words find somebody, or the family's own name."""
    found: list[int] = []
    for person_id, families in families_of(db, find_people(db, words, limit)).items():
        del person_id
        found += families
    wanted = fold(words).split()
    if wanted and len(found) < limit:
        query = select(Family.id, Family.name).where(Family.archived.is_(False))
        found += [
            family_id
            for family_id, name in db.execute(query)
            if all(word in fold(name) for word in wanted)
        ]
    return list(dict.fromkeys(found))[:limit]
