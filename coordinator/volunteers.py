# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Volunteers: who helps, what they can and like to do, and how much they gave."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import and_, func, or_, select

from coordinator.errors import Invalid, Problem
from coordinator.hours.ledger import one_of
from coordinator.i18n import _
from coordinator.store import Db
from coordinator.store.models import Person, Service, Volunteer
from coordinator.terms import Period
from coordinator.text import checked_note, clean_line, fold

_LONGEST_SKILLS = 500


@dataclass(frozen=True)
class VolunteerRow:
    """A person who helps, with what they gave in a period; `last` is the last day of service."""

    person_id: int
    name: str
    sorts_as: str
    language: str | None
    skills: str
    since: date | None
    minutes: int
    entries: int
    last: date | None


@dataclass(frozen=True)
class VolunteerDetails:
    """What a form holds of a volunteer; `version` 0: not a volunteer yet."""

    person_id: int
    name: str = ""
    skills: str = ""
    since: date | None = None
    notes: str = ""
    version: int = 0


def list_volunteers(db: Db, period: Period | None = None) -> list[VolunteerRow]:
    """Volunteers by name as it sorts, with their exact minutes in a period (None: ever).

    Also people who served in the period without being entered as volunteers; never the
    archived without service in it. One statement.
    """
    days = [Service.date.between(period.starts, period.ends)] if period else []
    minutes, entries = func.coalesce(func.sum(Service.minutes), 0), func.count(Service.id)
    query = (
        select(
            Person.id, Person.name, Person.sorts_as, Person.language,
            func.coalesce(Volunteer.skills, ""), Volunteer.since,
            minutes, entries, func.max(Service.date),
        )
        .outerjoin(Volunteer, Volunteer.person_id == Person.id)
        .outerjoin(Service, and_(Service.person_id == Person.id, *days))
        .where(
            or_(
                Service.id.is_not(None),
                and_(Volunteer.id.is_not(None), Person.archived.is_(False)),
            )
        )
        .group_by(Person.id)
    )  # fmt: skip
    rows: Iterable[Sequence[Any]] = db.execute(query)
    found = [VolunteerRow(*row) for row in rows]
    return sorted(found, key=lambda row: (fold(row.sorts_as), row.person_id))


def get_volunteer(db: Db, person_id: int) -> VolunteerDetails:
    """A person as a volunteer; Problem when the person is gone."""
    person = _person(db, person_id)
    volunteer = _volunteer(db, person_id)
    if volunteer is None:
        return VolunteerDetails(person_id, person.name)
    return VolunteerDetails(
        person_id=person_id,
        name=person.name,
        skills=volunteer.skills,
        since=volunteer.since,
        notes=volunteer.notes,
        version=volunteer.version,
    )


def save_volunteer(db: Db, details: VolunteerDetails) -> int:
    """Write what a volunteer can and likes; makes the person one; gives the person's id.

    Refuses a person who is gone and a version older than the file's (Problem), and skills of
    more than 500 letters or notes of more than 20,000 (Invalid).
    """
    _person(db, details.person_id)
    details = replace(details, skills=clean_line(details.skills), notes=checked_note(details.notes))
    if len(details.skills) > _LONGEST_SKILLS:
        raise Invalid("skills", _("This is long; put the rest of it into the notes."))
    volunteer = _volunteer(db, details.person_id)
    if (volunteer.version if volunteer else 0) != details.version:
        raise Problem(
            _(
                "{name} was changed elsewhere in the meantime; nothing was written. "
                "Open the page again and make your change there."
            ).format(name=details.name)
        )
    if volunteer is None:
        volunteer = Volunteer(person_id=details.person_id)
        db.add(volunteer)
    volunteer.skills, volunteer.since, volunteer.notes = (
        details.skills, details.since, details.notes,
    )  # fmt: skip
    return details.person_id


def make_volunteers(db: Db, person_ids: Iterable[int], since: date | None = None) -> int:
    """Enter people as volunteers; who is one already stays as they are. How many were new."""
    wanted = list(dict.fromkeys(person_ids))
    for person_id in wanted:
        _person(db, person_id)
    query = select(Volunteer.person_id).where(one_of(Volunteer.person_id, wanted))
    known = set(db.scalars(query))
    new = [person_id for person_id in wanted if person_id not in known]
    db.add_all(
        Volunteer(person_id=person_id, skills="", since=since, notes="") for person_id in new
    )
    return len(new)


def end_volunteering(db: Db, person_ids: Iterable[int]) -> int:
    """Take people off the list of volunteers; their hours stay. How many were on it."""
    query = select(Volunteer).where(one_of(Volunteer.person_id, list(person_ids)))
    volunteers = db.scalars(query).all()
    for volunteer in volunteers:
        db.delete(volunteer)
    return len(volunteers)


def list_skills(db: Db) -> list[str]:
    """Single skills written so far (they are parted by commas), the most frequent first."""
    count: dict[str, int] = {}
    for skills in db.scalars(select(Volunteer.skills).where(Volunteer.skills != "")):
        for skill in {part.strip() for part in skills.split(",")} - {""}:
            count[skill] = count.get(skill, 0) + 1
    return sorted(count, key=lambda skill: (-count[skill], fold(skill)))


def _person(db: Db, person_id: int) -> Person:
    person = db.get(Person, person_id)
    if person is None:
        raise Problem(_("This person was deleted in the meantime; nothing was written."))
    return person


def _volunteer(db: Db, person_id: int) -> Volunteer | None:
    return db.scalar(select(Volunteer).where(Volunteer.person_id == person_id))
