# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""People of a file beside the store: whom to make, what to bring up to date, and why."""

from collections import Counter
from typing import Any

from coordinator.i18n import _
from coordinator.importing.fields import shown_value, value_title
from coordinator.importing.known import Known, KnownPerson
from coordinator.importing.plan import CHANGED, NEW, FieldChange, Writes
from coordinator.importing.roster import Someone
from coordinator.store.search import person_key
from coordinator.text import digits

_NO_YEAR = -1  # the id of the school year that is made with the import


class PeopleComparer:
    """Adds to the writes, and notes on each row what it brings. Nothing is written here.

    People to be made get ids below zero, in the order of their inserts.
    """

    def __init__(self, known: Known, writes: Writes, summary: Counter[str]) -> None:
        self._known, self._writes, self._summary = known, writes, summary
        self._year_id = _NO_YEAR if known.year_id is None else known.year_id
        self._insert = {
            name: writes.inserts.setdefault(name, [])
            for name in ("person", "phone", "email", "external_id", "enrollment")
        }

    def compare(self, someone: Someone) -> None:
        """One person of the file: made, or brought up to date."""
        if someone.person_id is None:
            self._make(someone)
        else:
            self._bring_up_to_date(someone, self._known.people[someone.person_id])

    def _make(self, someone: Someone) -> None:
        people = self._insert["person"]
        numbers = [number for number, _label in someone.phones.values()]
        # To fold what is plain small letters already costs next to nothing, and changes nothing.
        plain = someone.fold.isascii() and someone.fold.islower()
        name = someone.fold if plain else someone.name
        fold = person_key(name, (someone.called,) if someone.called else (), numbers)
        people.append(
            (
                someone.name, someone.sorts_as, someone.called, "", someone.language or None,
                someone.birth_date, "", "", False, fold, 1,
            )
        )  # fmt: skip
        person_id = someone.person_id = -len(people)
        for rank, (number, label) in enumerate(someone.phones.values()):
            self._insert["phone"].append((person_id, rank, label, number, digits(number)))
        for rank, address in enumerate(someone.emails.values()):
            self._insert["email"].append((person_id, rank, address))
        for id_ in someone.ids:
            self._add_id(person_id, id_)
        if someone.role == "student":
            self._insert["enrollment"].append(
                (person_id, self._year_id, someone.grade, someone.homeroom, someone.number)
            )
        self._summary["students" if someone.role == "student" else "guardians"] += 1
        someone.row.raise_to(NEW)
        for row in someone.sources.values():
            row.raise_to(NEW)

    def _add_id(self, person_id: int, id_: tuple[str, str]) -> bool:
        if id_ in self._known.by_id:
            return False
        self._known.by_id[id_] = person_id
        self._insert["external_id"].append((person_id, *id_))
        return True

    def _bring_up_to_date(self, someone: Someone, person: KnownPerson) -> None:
        values: dict[str, Any] = {}
        # The same letters but for accents or capitals: many exports lose them, so ours stay.
        if someone.fold != person.fold and someone.name:
            values |= {"name": someone.name, "sorts_as": someone.sorts_as}
            self._changed(someone, "name", _("name"), person.name, someone.name)
        if person.archived and someone.role == "student":
            values["archived"] = False
            self._changed(someone, "archived", _("put away"), _("yes"), _("no"))
        for part, new, old in (
            ("called", someone.called, person.called),
            ("language", someone.language, person.language),
            ("birth_date", someone.birth_date, person.birth_date),
        ):
            if new and new != old:
                values[part] = new
                self._changed(
                    someone, part, value_title(part), shown_value(part, old), shown_value(part, new)
                )
        reached = self._add_reach(someone, person)
        if reached or "name" in values or "called" in values:
            names = [values.get("sorts_as", person.sorts_as), values.get("called", person.called)]
            values["fold"] = person_key(
                values.get("name", person.name), names, person.phones.values()
            )
        if values:
            self._writes.updates.append(("person", person.id, values))
        if someone.role == "student" and someone.name:
            self._enroll(someone, person)

    def _add_reach(self, someone: Someone, person: KnownPerson) -> bool:
        """Phones, e-mails and ids that the store lacks; whether a phone was among them."""
        phones = False
        for tail, (number, label) in someone.phones.items():
            if tail not in person.phones:
                rank = len(person.phones)
                person.phones[tail] = number
                self._insert["phone"].append((person.id, rank, label, number, digits(number)))
                self._changed(someone, f"phone {tail}", _("phone"), "", number)
                phones = True
        for folded, address in someone.emails.items():
            if folded not in person.emails:
                self._insert["email"].append((person.id, len(person.emails), address))
                person.emails[folded] = address
                self._changed(someone, f"email {folded}", _("e-mail"), "", address)
        for id_ in someone.ids:
            if self._add_id(person.id, id_):
                self._changed(someone, f"id {id_}", _("id in the other system"), "", id_[1])
        return phones

    def _enroll(self, someone: Someone, person: KnownPerson) -> None:
        here = person.enrollment
        number = someone.number
        if number and any(number.lstrip("0") == old.lstrip("0") for old in person.numbers):
            number = here.number if here else max(person.numbers, key=len)
        if here is None:
            row = (person.id, self._year_id, someone.grade, someone.homeroom, number)
            self._insert["enrollment"].append(row)
            self._changed(someone, "grade", value_title("grade"), "", someone.grade)
            return
        values = {}
        for part, column, new, old in (
            ("grade", "grade", someone.grade, here.grade),
            ("homeroom", "homeroom_teacher", someone.homeroom, here.homeroom),
            ("number", "student_number", number, here.number),
        ):
            if new and new != old:
                values[column] = new
                self._changed(someone, part, value_title(part), old, new)
        if values:
            self._writes.updates.append(("enrollment", here.id, values))

    def _changed(self, someone: Someone, part: str, title: str, old: str, new: str) -> None:
        row = someone.sources.get(part, someone.row)
        row.raise_to(CHANGED)
        row.changes.append(FieldChange(someone.name, title, old, new))
