# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Who came to an event, by name and by head."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, insert, select

from coordinator.errors import Invalid, Problem
from coordinator.events import check_people, event_or_problem
from coordinator.hours.ledger import one_of
from coordinator.i18n import _
from coordinator.store import Db
from coordinator.store.models import Attendance, Family, Member, Person
from coordinator.store.search import find_people
from coordinator.text import fold

HOW = ("list", "door", "scan", "paper", "import")
_ROLE_RANK = {"guardian": 0, "student": 1, "staff": 2, "other": 3}


@dataclass(frozen=True)
class AttendanceRow:
    """A person who came; `family` names all of theirs, `role` is guardian, student, staff, other.

    `role` is empty for somebody of no family; `arrived` is the wall clock, None if not noted.
    """

    person_id: int
    name: str
    family: str
    role: str
    arrived: datetime | None
    how: str
    sorts_as: str


@dataclass(frozen=True)
class CandidateRow:
    """A person to be added to an event; `came`: is on its list already."""

    person_id: int
    name: str
    family: str
    role: str
    came: bool


@dataclass(frozen=True)
class FamilyAtRow:
    """A family of which `people` members came."""

    family_id: int
    name: str
    home_language: str | None
    people: int


def how_title(how: str) -> str:
    """In words, how somebody got on the list."""
    titles = {
        "list": _("List"),
        "door": _("Door"),
        "scan": _("Scan"),
        "paper": _("Paper sheet"),
        "import": _("Imported"),
    }
    return titles.get(how, how)


def list_attendance(db: Db, event_id: int) -> list[AttendanceRow]:
    """Who came, by name as it sorts."""
    query = select(
        Person.id, Person.name, Person.staff_title, Person.sorts_as, Attendance.arrived,
        Attendance.how,
    )  # fmt: skip
    query = query.join(Attendance, Attendance.person_id == Person.id)
    query = query.where(Attendance.event_id == event_id)
    people = db.execute(query).all()
    here = select(Attendance.person_id).where(Attendance.event_id == event_id)
    homes = _homes(db, Member.person_id.in_(here))
    rows = [
        AttendanceRow(
            person_id, name, *_home(homes, person_id, staff_title), arrived, how, sorts_as
        )
        for person_id, name, staff_title, sorts_as, arrived, how in people
    ]
    return sorted(rows, key=lambda row: (fold(row.sorts_as), row.person_id))


def candidates(db: Db, event_id: int, words: str, limit: int = 8) -> list[CandidateRow]:
    """People in whom every word occurs, the best first, and whether each is on the list."""
    ids = find_people(db, words, limit)
    if not ids:
        return []
    query = select(Person.id, Person.name, Person.staff_title, Attendance.id)
    query = query.outerjoin(
        Attendance, (Attendance.person_id == Person.id) & (Attendance.event_id == event_id)
    )
    homes = _homes(db, Member.person_id.in_(ids))
    rows = [
        CandidateRow(person_id, name, *_home(homes, person_id, staff_title), came is not None)
        for person_id, name, staff_title, came in db.execute(query.where(Person.id.in_(ids)))
    ]
    return sorted(rows, key=lambda row: ids.index(row.person_id))


def _homes(db: Db, wanted: ColumnElement[bool]) -> dict[int, list[tuple[str, str]]]:
    """Family name and role for each membership of some people, by the person's id."""
    query = select(Member.person_id, Family.name, Member.role)
    query = query.join(Family, Family.id == Member.family_id).where(wanted).order_by(Member.id)
    homes: dict[int, list[tuple[str, str]]] = {}
    for person_id, family, role in db.execute(query):
        homes.setdefault(person_id, []).append((family, role))
    return homes


def _home(
    homes: dict[int, list[tuple[str, str]]], person_id: int, staff_title: str
) -> tuple[str, str]:
    """The families of a person in words, and the one role that says most."""
    found = homes.get(person_id, [])
    roles = [role for _family, role in found] + (["staff"] if staff_title else [])
    role = min(roles, key=_ROLE_RANK.__getitem__, default="")
    return " · ".join(dict.fromkeys(family for family, _role in found)), role


def families_at(db: Db, event_id: int) -> list[FamilyAtRow]:
    """Families with anybody there, by name; a child of two families counts for both."""
    query = select(Family.id, Family.name, Family.home_language, func.count())
    query = query.join(Member, Member.family_id == Family.id)
    query = query.join(Attendance, Attendance.person_id == Member.person_id)
    query = query.where(Attendance.event_id == event_id).group_by(Family.id)
    rows = [FamilyAtRow(*row) for row in db.execute(query)]
    return sorted(rows, key=lambda row: (fold(row.name), row.family_id))


def mark_came(
    db: Db,
    event_id: int,
    person_ids: Iterable[int],
    how: str = "list",
    arrived: datetime | None = None,
) -> int:
    """Put people on an event's list; how many were not on it yet.

    Who is on it stays as noted first. Refuses an event or a person that is gone.
    """
    if how not in HOW:
        raise Invalid("how", _("“{word}” is not a way of checking in.").format(word=how))
    event_or_problem(db, event_id)
    wanted = list(dict.fromkeys(person_ids))
    if len(wanted) != db.scalar(select(func.count()).where(one_of(Person.id, wanted))):
        raise Problem(
            _("Somebody on the list was deleted in the meantime; nothing was written. Try again.")
        )
    here = select(Attendance.person_id).where(Attendance.event_id == event_id)
    known = set(db.scalars(here))
    new = [
        {"event_id": event_id, "person_id": person_id, "how": how, "arrived": arrived}
        for person_id in wanted
        if person_id not in known
    ]
    if new:
        db.execute(insert(Attendance), new)
    return len(new)


def unmark(db: Db, event_id: int, person_ids: Sequence[int]) -> int:
    """Take people off an event's list; how many were on it."""
    query = delete(Attendance).where(
        Attendance.event_id == event_id, one_of(Attendance.person_id, person_ids)
    )
    gone = query.returning(Attendance.id)
    return len(db.scalars(gone, execution_options={"synchronize_session": False}).all())


def set_head_count(db: Db, event_id: int, heads: int) -> None:
    """Note how many came without giving a name; Invalid below 0."""
    check_people("head_count", heads)
    event_or_problem(db, event_id).head_count = heads
