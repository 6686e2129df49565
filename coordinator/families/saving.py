# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A family or a person taken back from a form: checked, and written as what differs."""

from collections.abc import Iterable
from typing import TypeVar

from sqlalchemy import select

from coordinator.errors import Invalid, Problem
from coordinator.families.checks import checked_birth_date, checked_name, default_sorts_as
from coordinator.families.details import (
    FAMILY_LINES,
    FAMILY_VALUES,
    FamilyDetails,
    MemberDetails,
    PersonDetails,
    PhoneDetails,
    enrollment_in,
)
from coordinator.i18n import _
from coordinator.phones import clean_email, normal_phone
from coordinator.store import Db
from coordinator.store.models import Email, Enrollment, Family, FamilyTag, Member, Person, Phone
from coordinator.store.search import person_key
from coordinator.text import checked_note, clean_line, digits, short_line

_LONGEST_CODE = 20
Kept = TypeVar("Kept", Family, Person)


def save_family(
    db: Db, details: FamilyDetails, year_id: int | None, *, phone_region: str = "US"
) -> int:
    """Keep a family and its people; its id. Only what differs is written.

    Somebody taken off the form leaves the family but is kept as a person. Raises Invalid for a
    value that cannot be kept, Problem when it was changed elsewhere since it was loaded.
    """
    name = checked_name(details.name, "name")
    if details.id is None:
        family = Family(name=name)
        db.add(family)
    else:
        family = _fresh(db.get(Family, details.id), details.version, name)
    _set(family, "name", name)
    for key in FAMILY_LINES:
        _set(family, key, short_line(getattr(details, key), key))
    for key in FAMILY_VALUES:
        value = getattr(details, key)
        _set(family, key, _code(value, key) if key.endswith("language") else value)
    _set(family, "notes", checked_note(details.notes))
    db.flush()  # for the id
    _save_tags(family, details.tags)
    kept = set()
    for order, member in enumerate(details.members, start=1):
        person_id = save_person(
            db, member.person, year_id, family=name, role=member.role, phone_region=phone_region
        )
        if person_id in kept:
            raise Problem(_("{name} is in this family twice.").format(name=member.person.name))
        kept.add(person_id)
        _save_member(db, family.id, person_id, order, member)
    for row in db.scalars(select(Member).where(Member.family_id == family.id)):
        if row.person_id not in kept:
            db.delete(row)
    return family.id


def _save_tags(family: Family, tags: Iterable[str]) -> None:
    wanted = dict.fromkeys(filter(None, (short_line(tag, "tags") for tag in tags)))
    for tag in list(family.tags):
        if tag.name not in wanted:
            family.tags.remove(tag)
    has = {tag.name for tag in family.tags}
    family.tags.extend(FamilyTag(name=name) for name in wanted if name not in has)


def _save_member(
    db: Db, family_id: int, person_id: int, order: int, details: MemberDetails
) -> None:
    if details.role not in {"guardian", "student", "other"}:
        raise Invalid("role", _("Choose guardian, student or other."))
    query = select(Member).where(Member.family_id == family_id, Member.person_id == person_id)
    member = db.scalar(query)
    if member is None:
        member = Member(family_id=family_id, person_id=person_id, role=details.role)
        db.add(member)
    _set(member, "role", details.role)
    _set(member, "relationship_", short_line(details.relationship, "relationship"))
    _set(member, "contact_order", order)
    _set(member, "lives_with", details.lives_with)
    _set(member, "restricted", details.restricted)


def save_person(
    db: Db,
    details: PersonDetails,
    year_id: int | None,
    *,
    family: str = "",
    role: str = "",
    phone_region: str = "US",
) -> int:
    """Keep a person; their id. Only what differs is written.

    Raises Invalid for a value that cannot be kept, Problem for a stale one.
    """
    name = checked_name(details.name, "person_name")
    if details.id is None:
        person = Person(name=name, sorts_as="", fold="")
        db.add(person)
    else:
        person = _fresh(db.get(Person, details.id), details.version, name)
    _set(person, "name", name)
    sorts_as = short_line(details.sorts_as, "sorts_as") or default_sorts_as(name, family)
    _set(person, "sorts_as", sorts_as)
    for key in ("called", "certificate_name", "staff_title"):
        _set(person, key, short_line(getattr(details, key), key))
    _set(person, "notes", checked_note(details.notes))
    _set(person, "language", _code(details.language, "language"))
    _set(person, "birth_date", checked_birth_date(details.birth_date))
    _set(person, "archived", details.archived)
    phones = _clean_phones(details.phones, phone_region)
    key = person_key(name, [person.sorts_as, person.called], [phone.number for phone in phones])
    _set(person, "fold", key)
    db.flush()  # for the id
    _save_reach(person, phones, details.emails)
    if year_id is not None and (role == "student" or details.grade or details.student_number):
        _save_enrollment(db, person.id, year_id, details)
    return person.id


def _clean_phones(phones: Iterable[PhoneDetails], region: str) -> list[PhoneDetails]:
    cleaned: dict[str, PhoneDetails] = {}
    for phone in phones:
        if clean_line(phone.number):
            number = normal_phone(phone.number, region)
            label = short_line(phone.label, "phones")
            cleaned.setdefault(number, PhoneDetails(number, label))
    return list(cleaned.values())


def _save_reach(person: Person, phones: list[PhoneDetails], emails: Iterable[str]) -> None:
    had = [PhoneDetails(phone.number, phone.label) for phone in person.phones]
    if had != phones:
        person.phones = [
            Phone(rank=rank, number=phone.number, label=phone.label, digits=digits(phone.number))
            for rank, phone in enumerate(phones)
        ]
    addresses = list(dict.fromkeys(clean_email(text) for text in emails if clean_line(text)))
    if [email.address for email in person.emails] != addresses:
        person.emails = [
            Email(rank=rank, address=address) for rank, address in enumerate(addresses)
        ]


def _save_enrollment(db: Db, person_id: int, year_id: int, details: PersonDetails) -> None:
    enrolled = enrollment_in(db, person_id, year_id)
    if enrolled is None:
        enrolled = Enrollment(person_id=person_id, term_id=year_id)
        db.add(enrolled)
    for key in ("grade", "homeroom_teacher", "student_number"):
        _set(enrolled, key, short_line(getattr(details, key), key))


def archive_families(db: Db, family_ids: Iterable[int], *, archived: bool = True) -> None:
    """Put families away, or bring them back; nothing of theirs is lost."""
    for family in db.scalars(select(Family).where(Family.id.in_(list(family_ids)))):
        family.archived = archived


def _code(text: str | None, key: str) -> str | None:
    """The code of a language, or None."""
    return short_line(text or "", key, _LONGEST_CODE) or None


def _fresh(row: Kept | None, version: int, name: str) -> Kept:
    if row is None:
        raise Problem(_("{name} is no longer here; nothing was saved.").format(name=name))
    if row.version != version:
        raise Problem(
            _("{name} was changed meanwhile; nothing was saved. Look at it again.").format(
                name=name
            )
        )
    return row


def _set(row: object, key: str, value: object) -> None:
    """Write only what differs, so that an unchanged form leaves no step behind."""
    if getattr(row, key) != value:
        setattr(row, key, value)
