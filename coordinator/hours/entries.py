# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Entries of the ledger: adding, changing, approving and deleting them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from sqlalchemy import delete, func, insert, select, update

from coordinator.errors import Invalid, Problem
from coordinator.hours.amounts import checked_minutes
from coordinator.hours.ledger import SOURCES, STATUSES, one_of
from coordinator.i18n import _
from coordinator.store import Db
from coordinator.store.models import Event, Person, Service
from coordinator.terms import check_day
from coordinator.text import checked_note, short_line

_LONGEST_REASON = 500


@dataclass(frozen=True)
class ServiceDetails:
    """One entry as its form holds it; `id` 0 is a new one.

    `reason` is why this change is made, empty when loaded; `last_reason` is that of the last.
    """

    person_id: int
    date: date
    minutes: int
    activity: str = ""
    event_id: int | None = None
    starts: time | None = None
    source: str = "typed"
    status: str = "approved"
    note: str = ""
    reason: str = ""
    last_reason: str = ""
    id: int = 0
    version: int = 0


def get_service(db: Db, service_id: int) -> ServiceDetails:
    """One entry; Problem when it is not there any more."""
    entry = _entry(db, service_id)
    return ServiceDetails(
        person_id=entry.person_id,
        date=entry.date,
        minutes=entry.minutes,
        activity=entry.activity,
        event_id=entry.event_id,
        starts=entry.starts,
        source=entry.source,
        status=entry.status,
        note=entry.note,
        last_reason=entry.reason,
        id=entry.id,
        version=entry.version,
    )


def _entry(db: Db, service_id: int) -> Service:
    entry = db.get(Service, service_id)
    if entry is None:
        raise Problem(
            _("This entry was deleted in the meantime; add it as a new one to keep your text.")
        )
    return entry


def save_service(db: Db, details: ServiceDetails) -> int:
    """Write a new or a changed entry; gives its id.

    Refuses with Invalid: no such person or event, not 1 to 1440 minutes, a day of another age,
    texts too long, and a change to person, day or minutes of an approved entry without a
    reason. Refuses with Problem an entry that was changed or deleted since it was loaded.
    """
    details = _checked(db, details)
    if not details.id:
        return add_service(db, details)
    entry = _entry(db, details.id)
    if entry.version != details.version:
        raise Problem(
            _(
                "This entry was changed elsewhere in the meantime; nothing was written. "
                "Open it again and make your change there."
            )
        )
    recorded = (entry.person_id, entry.date, entry.minutes)
    changed = recorded != (details.person_id, details.date, details.minutes)
    if changed and entry.status == "approved" and not details.reason:
        raise Invalid(
            "reason", _("These hours are approved; write why they change. It is kept with them.")
        )
    for name in ("person_id", "date", "minutes", "activity", "event_id", "starts", "status"):
        setattr(entry, name, getattr(details, name))
    entry.note = details.note
    entry.reason = details.reason or entry.reason
    return entry.id


def add_service(db: Db, details: ServiceDetails) -> int:
    """Write a new entry and give its id; refuses as `save_service`."""
    (entry_id,) = _insert(db, [_checked(db, details)])
    return entry_id


def service_for_many(
    person_ids: Sequence[int],
    date: date,
    minutes: int,
    activity: str = "",
    event_id: int | None = None,
    *,
    starts: time | None = None,
    note: str = "",
    status: str = "approved",
    source: str = "typed",
) -> list[ServiceDetails]:
    """The same new entry for each of some people, each person once; nothing is written."""
    return [
        ServiceDetails(
            person_id=person_id,
            date=date,
            minutes=minutes,
            activity=activity,
            event_id=event_id,
            starts=starts,
            source=source,
            status=status,
            note=note,
        )
        for person_id in dict.fromkeys(person_ids)
    ]


def add_service_for_many(
    db: Db,
    person_ids: Sequence[int],
    date: date,
    minutes: int,
    activity: str = "",
    event_id: int | None = None,
    *,
    starts: time | None = None,
    note: str = "",
    status: str = "approved",
    source: str = "typed",
) -> list[int]:
    """Write the same entry for each of some people; ids in their order.

    Refuses with Invalid(person_ids) when nobody is chosen, and as `save_service`.
    """
    entries = service_for_many(
        person_ids, date, minutes, activity, event_id,
        starts=starts, note=note, status=status, source=source,
    )  # fmt: skip
    if not entries:
        raise Invalid("person_ids", _("Nobody is chosen; tick the people who helped."))
    first = _checked(db, entries[0])
    _check_people(db, person_ids)
    return _insert(db, [replace(first, person_id=entry.person_id) for entry in entries])


def _insert(db: Db, entries: Sequence[ServiceDetails]) -> list[int]:
    rows = [
        {
            "person_id": entry.person_id,
            "date": entry.date,
            "minutes": entry.minutes,
            "activity": entry.activity,
            "event_id": entry.event_id,
            "starts": entry.starts,
            "source": entry.source,
            "status": entry.status,
            "note": entry.note,
            "reason": entry.reason,
        }
        for entry in entries
    ]
    query = insert(Service).returning(Service.id, sort_by_parameter_order=True)
    return list(db.scalars(query, rows))


def _checked(db: Db, details: ServiceDetails) -> ServiceDetails:
    """The entry with its texts normalised; Invalid for what cannot be kept."""
    checked_minutes(details.minutes)
    check_day("date", details.date)
    if details.source not in SOURCES:
        raise Invalid("source", _("“{word}” is not a source.").format(word=details.source))
    if details.status not in STATUSES:
        raise Invalid("status", _("“{word}” is not a status.").format(word=details.status))
    if details.event_id is not None and db.get(Event, details.event_id) is None:
        raise Invalid("event_id", _("This event was deleted; choose another or none."))
    _check_people(db, [details.person_id])
    return replace(
        details,
        activity=short_line(details.activity, "activity"),
        note=checked_note(details.note, "note"),
        reason=short_line(details.reason, "reason", _LONGEST_REASON),
    )


def _check_people(db: Db, person_ids: Sequence[int]) -> None:
    wanted = set(person_ids)
    found = db.scalar(select(func.count()).where(one_of(Person.id, wanted)))
    if found != len(wanted):
        raise Invalid("person_id", _("Choose who helped: this person is not in the list."))


def approve(db: Db, ids: Iterable[int]) -> int:
    """Approve the proposed ones among some entries; how many there were."""
    # A bulk update raises the version itself, or a stale form would write over it.
    query = update(Service).where(one_of(Service.id, ids), Service.status == "proposed")
    query = query.values(status="approved", version=Service.version + 1).returning(Service.id)
    return len(db.scalars(query, execution_options={"synchronize_session": False}).all())


def delete_service(db: Db, ids: Iterable[int]) -> int:
    """Delete some entries; how many there were. Undo brings them back."""
    query = delete(Service).where(one_of(Service.id, ids)).returning(Service.id)
    return len(db.scalars(query, execution_options={"synchronize_session": False}).all())
