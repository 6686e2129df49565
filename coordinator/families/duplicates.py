# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""People who may be in the file twice; nobody is ever merged without being asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from coordinator.families.lists import PersonRow, people_by_id
from coordinator.i18n import _
from coordinator.store import Db
from coordinator.store.models import Email, Person, Phone
from coordinator.store.search import find_people, person_key
from coordinator.text import digits, fold


@dataclass(frozen=True)
class PossibleTwin:
    """Two people who may be one, and why we ask; `reason` is a phrase for the list."""

    first_id: int
    second_id: int
    first: str
    second: str
    reason: str


def similar_people(
    db: Db, year_id: int | None, name: str, phones: Iterable[str] = (), limit: int = 3
) -> list[PersonRow]:
    """People whose name holds every word typed, or who have one of the phones; at most `limit`."""
    found = find_people(db, name, limit) if len(fold(name).split()) > 1 else []
    for number in map(digits, phones):
        if len(number) >= 7:
            ending = func.substr(Phone.digits, -7) == number[-7:]
            query = select(Phone.person_id).where(ending).limit(limit)
            found += db.scalars(query)
    return people_by_id(db, year_id, dict.fromkeys(found))[:limit]


def possible_twins(db: Db, limit: int = 200) -> list[PossibleTwin]:
    """Pairs with the same folded name that share a phone, an e-mail or a birth date."""
    by_name: dict[str, list[tuple[int, str, date | None]]] = {}
    query = select(Person.id, Person.name, Person.birth_date).where(Person.archived.is_(False))
    for person_id, name, born in db.execute(query):
        by_name.setdefault(person_key(name, [], []), []).append((person_id, name, born))
    shared = _sharing(db)
    pairs = []
    for people in by_name.values():
        for place, (first, first_name, born) in enumerate(people):
            for second, second_name, other_born in people[place + 1 :]:
                if (first, second) in shared:
                    reason = shared[first, second]
                elif born and born == other_born:
                    reason = _("same name and birth date")
                else:
                    continue
                pairs.append(PossibleTwin(first, second, first_name, second_name, reason))
    return sorted(pairs, key=lambda pair: fold(pair.first))[:limit]


def _sharing(db: Db) -> dict[tuple[int, int], str]:
    """Pairs of people with a phone or an e-mail in common, and the words for it."""
    found: dict[tuple[int, int], str] = {}
    first_phone, second_phone = aliased(Phone), aliased(Phone)
    query = select(first_phone.person_id, second_phone.person_id).join(
        second_phone,
        (first_phone.digits == second_phone.digits)
        & (first_phone.person_id < second_phone.person_id),
    )
    for first, second in db.execute(query):
        found[first, second] = _("same name and phone")
    first_email, second_email = aliased(Email), aliased(Email)
    query = select(first_email.person_id, second_email.person_id).join(
        second_email,
        (first_email.address == second_email.address)
        & (first_email.person_id < second_email.person_id),
    )
    for first, second in db.execute(query):
        found.setdefault((first, second), _("same name and e-mail"))
    return found
