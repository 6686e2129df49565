# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Making one record of two: both sides shown, each field picked, everything of both kept."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import select, update

from coordinator.errors import Problem
from coordinator.i18n import _, format_date, language_name
from coordinator.store import Db
from coordinator.store.models import (
    Attendance,
    Email,
    Enrollment,
    ExternalId,
    Family,
    FamilyTag,
    Member,
    Person,
    Phone,
    Recognition,
    Service,
    Volunteer,
)
from coordinator.store.search import person_key

_PERSON_FIELDS = (
    "name", "sorts_as", "called", "certificate_name", "language", "birth_date", "staff_title",
)  # fmt: skip
_FAMILY_FIELDS = (
    "name", "home_language", "reading_language", "interpreter", "street", "city", "region",
    "postal_code", "channel", "best_time",
)  # fmt: skip


Merged = TypeVar("Merged", Person, Family)


@dataclass(frozen=True)
class FieldPair:
    """One field in which two records differ, as words; `key` goes into the picks."""

    key: str
    title: str
    kept: str
    other: str


def _titles() -> dict[str, str]:
    return {
        "name": _("Name"),
        "sorts_as": _("Sorts as"),
        "called": _("Called"),
        "certificate_name": _("Name on certificates"),
        "language": _("Language"),
        "birth_date": _("Birth date"),
        "staff_title": _("Position at school"),
        "home_language": _("Home language"),
        "reading_language": _("Reads"),
        "interpreter": _("Interpreter"),
        "street": _("Street"),
        "city": _("City"),
        "region": _("State"),
        "postal_code": _("ZIP"),
        "channel": _("Likes to be reached by"),
        "best_time": _("Best time"),
    }


def compare_people(db: Db, kept_id: int, other_id: int) -> list[FieldPair]:
    """The fields in which two people differ, in the order of the form."""
    return _compare(_here(db, Person, kept_id), _here(db, Person, other_id), _PERSON_FIELDS)


def compare_families(db: Db, kept_id: int, other_id: int) -> list[FieldPair]:
    """The fields in which two families differ, in the order of the form."""
    return _compare(_here(db, Family, kept_id), _here(db, Family, other_id), _FAMILY_FIELDS)


def _here(db: Db, model: type[Merged], row_id: int) -> Merged:
    row = db.get(model, row_id)
    if row is None:
        raise Problem(_("One of the two is no longer here; nothing was merged."))
    return row


def _compare(kept: object, other: object, keys: tuple[str, ...]) -> list[FieldPair]:
    titles = _titles()
    return [
        FieldPair(key, titles[key], _words(key, getattr(kept, key)), _words(key, theirs))
        for key in keys
        if (theirs := getattr(other, key)) != getattr(kept, key)
    ]


def _words(key: str, value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return format_date(value)
    if value and key.endswith("language"):
        return language_name(value)
    return value or "–"


def merge_people(db: Db, kept_id: int, other_id: int, from_other: Collection[str] = ()) -> None:
    """Make one person of two: all that belongs to either now belongs to `kept_id`.

    `from_other` names the fields whose value comes from the other one. Raises Problem for a
    person with themselves, and for one who is gone.
    """
    if kept_id == other_id:
        raise Problem(_("These are one person already."))
    kept, other = _here(db, Person, kept_id), _here(db, Person, other_id)
    _pick(kept, other, _PERSON_FIELDS, from_other)
    kept.notes = "\n".join(filter(None, dict.fromkeys((kept.notes, other.notes))))
    for model, key in (
        (Phone, "digits"),
        (Email, "address"),
        (Member, "family_id"),
        (Enrollment, "term_id"),
        (Attendance, "event_id"),
    ):
        _move(db, model, "person_id", key, kept_id, other_id)
    for table in (ExternalId, Service, Recognition):
        db.execute(update(table).where(table.person_id == other_id).values(person_id=kept_id))
    if db.scalar(select(Volunteer.id).where(Volunteer.person_id == kept_id)) is None:
        db.execute(
            update(Volunteer).where(Volunteer.person_id == other_id).values(person_id=kept_id)
        )
    db.flush()
    db.expire_all()  # the moves went past the mapped objects
    phones = [phone.number for phone in kept.phones]
    kept.fold = person_key(kept.name, [kept.sorts_as, kept.called], phones)
    db.delete(other)


def _move(db: Db, model: Any, owner: str, key: str, kept_id: int, other_id: int) -> None:
    """Give the rows of one `owner` to the other, but for those that say the same again."""
    owned, column = getattr(model, owner), getattr(model, key)
    has = select(column).where(owned == kept_id)
    db.execute(
        update(model)
        .where(owned == other_id, column.not_in(has.scalar_subquery()))
        .values({owner: kept_id})
        .execution_options(synchronize_session=False)
    )


def merge_families(db: Db, kept_id: int, other_id: int, from_other: Collection[str] = ()) -> None:
    """Make one family of two: everybody of both is in `kept_id`, tags and certificates too.

    A wish not to be listed, photographed or contacted holds for the one family where either
    had it.
    """
    if kept_id == other_id:
        raise Problem(_("This is one family already."))
    kept, other = _here(db, Family, kept_id), _here(db, Family, other_id)
    _pick(kept, other, _FAMILY_FIELDS, from_other)
    for wish in ("do_not_list", "do_not_photograph", "do_not_contact"):
        setattr(kept, wish, getattr(kept, wish) or getattr(other, wish))
    kept.notes = "\n".join(filter(None, dict.fromkeys((kept.notes, other.notes))))
    if kept.external_id is None:
        external, other.external_id = other.external_id, None
        db.flush()  # the id must be free before it is taken
        kept.external_id = external
    db.flush()
    for model, key in ((Member, "person_id"), (FamilyTag, "name")):
        _move(db, model, "family_id", key, kept_id, other_id)
    db.execute(
        update(Recognition).where(Recognition.family_id == other_id).values(family_id=kept_id)
    )
    db.expire_all()  # the moves went past the mapped objects
    db.delete(other)


def _pick(kept: object, other: object, keys: tuple[str, ...], from_other: Collection[str]) -> None:
    for key in keys:
        value = getattr(other, key)
        mine = getattr(kept, key)
        if key in from_other or (mine in ("", None) and value):
            setattr(kept, key, value)
