# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A family or a person as a form holds it, read as one value; see `saving` for the way back."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from coordinator.errors import Problem
from coordinator.i18n import _
from coordinator.store import Db
from coordinator.store.models import Enrollment, Family, Person


@dataclass(frozen=True)
class PhoneDetails:
    """One phone number and what it is for: 'mobile', 'work'."""

    number: str
    label: str = ""


@dataclass(frozen=True)
class PersonDetails:
    """A person in a form; `version` is what was loaded, `id` is None for somebody new."""

    id: int | None = None
    name: str = ""
    sorts_as: str = ""
    called: str = ""
    certificate_name: str = ""
    language: str | None = None
    birth_date: date | None = None
    staff_title: str = ""
    notes: str = ""
    phones: tuple[PhoneDetails, ...] = ()
    emails: tuple[str, ...] = ()
    grade: str = ""
    homeroom_teacher: str = ""
    student_number: str = ""
    archived: bool = False
    version: int = 0


@dataclass(frozen=True)
class MemberDetails:
    """A person's place in one family."""

    person: PersonDetails
    role: str = "guardian"
    relationship: str = ""
    contact_order: int = 1
    lives_with: bool = True
    restricted: bool = False


@dataclass(frozen=True)
class FamilyDetails:
    """A family in a form, with the people in it in the order of contact."""

    id: int | None = None
    name: str = ""
    home_language: str | None = None
    reading_language: str | None = None
    interpreter: bool = False
    street: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    channel: str = ""
    best_time: str = ""
    notes: str = ""
    do_not_list: bool = False
    do_not_photograph: bool = False
    do_not_contact: bool = False
    tags: tuple[str, ...] = ()
    members: tuple[MemberDetails, ...] = field(default=())
    archived: bool = False
    version: int = 0


FAMILY_LINES = ("street", "city", "region", "postal_code", "channel", "best_time")
FAMILY_VALUES = (
    "home_language", "reading_language", "interpreter", "do_not_list", "do_not_photograph",
    "do_not_contact", "archived",
)  # fmt: skip


def get_family(db: Db, family_id: int, year_id: int | None) -> FamilyDetails:
    """One family with its people, as they are in the school year `year_id`.

    Raises Problem when it is gone.
    """
    family = db.get(Family, family_id)
    if family is None:
        raise Problem(_("This family is no longer here."))
    values = {name: getattr(family, name) for name in (*FAMILY_LINES, *FAMILY_VALUES)}
    return FamilyDetails(
        id=family.id,
        name=family.name,
        notes=family.notes,
        tags=tuple(tag.name for tag in family.tags),
        members=tuple(
            MemberDetails(
                person=_person_details(db, member.person, year_id),
                role=member.role,
                relationship=member.relationship_,
                contact_order=member.contact_order,
                lives_with=member.lives_with,
                restricted=member.restricted,
            )
            for member in family.members
        ),
        version=family.version,
        **values,
    )


def get_person(db: Db, person_id: int, year_id: int | None) -> PersonDetails:
    """One person, as they are in the school year `year_id`. Raises Problem when gone."""
    person = db.get(Person, person_id)
    if person is None:
        raise Problem(_("This person is no longer here."))
    return _person_details(db, person, year_id)


def _person_details(db: Db, person: Person, year_id: int | None) -> PersonDetails:
    enrolled = enrollment_in(db, person.id, year_id)
    return PersonDetails(
        id=person.id,
        name=person.name,
        sorts_as=person.sorts_as,
        called=person.called,
        certificate_name=person.certificate_name,
        language=person.language,
        birth_date=person.birth_date,
        staff_title=person.staff_title,
        notes=person.notes,
        phones=tuple(PhoneDetails(phone.number, phone.label) for phone in person.phones),
        emails=tuple(email.address for email in person.emails),
        grade=enrolled.grade if enrolled else "",
        homeroom_teacher=enrolled.homeroom_teacher if enrolled else "",
        student_number=enrolled.student_number if enrolled else "",
        archived=person.archived,
        version=person.version,
    )


def enrollment_in(db: Db, person_id: int, year_id: int | None) -> Enrollment | None:
    """The mapped row of a student in one school year, to be used inside the `with`."""
    if year_id is None:
        return None
    query = select(Enrollment).where(
        Enrollment.person_id == person_id, Enrollment.term_id == year_id
    )
    return db.scalar(query)
