# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""People and households of a file beside the store: what to insert, what to change, and why."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from coordinator.i18n import _
from coordinator.importing.fields import shown_value, value_title
from coordinator.importing.formats import key
from coordinator.importing.known import FAMILY_VALUES, Known, KnownPerson
from coordinator.importing.plan import CHANGED, NEW, FieldChange, RowOutcome, Writes
from coordinator.importing.roster import Household, Link, Someone
from coordinator.importing.roster.columns import ADDRESS
from coordinator.store.search import person_key
from coordinator.text import digits

_EMPTY: list[tuple[str, str | bool | None]] = [
    (
        name,
        None
        if name.endswith("_language")
        else False
        if name.startswith("do_not_") or name == "interpreter"
        else "",
    )
    for name in FAMILY_VALUES
]
_NO_YEAR = -1  # the id of the school year that is made with the import


class Comparer:
    """Gathers the writes, and notes on each row what it brings. Nothing is written here.

    People and families to be made get ids below zero, in the order of their inserts.
    """

    def __init__(self, known: Known) -> None:
        self.writes = Writes()
        self.summary: Counter[str] = Counter(students=0, guardians=0, families=0)
        self._known = known
        self._year_id = _NO_YEAR if known.year_id is None else known.year_id
        self._insert = {
            name: self.writes.inserts.setdefault(name, [])
            for name in (
                "family", "person", "phone", "email", "external_id", "enrollment", "member",
            )
        }  # fmt: skip
        self._with_household_id = set(known.by_household.values())
        self._claimed: set[int] = set()
        self._members: set[tuple[int, int]] = set()

    # -- people

    def person(self, someone: Someone) -> None:
        """One person of the file: made, or brought up to date."""
        if someone.person_id is None:
            self._make(someone)
        else:
            self._bring_up_to_date(someone, self._known.people[someone.person_id])

    def _make(self, someone: Someone) -> None:
        people = self._insert["person"]
        numbers = list(someone.phones)
        fold = person_key(someone.name, (someone.called,) if someone.called else (), numbers)
        people.append(
            (
                someone.name, someone.sorts_as, someone.called, "", someone.language or None,
                someone.birth_date, "", "", False, fold, 1,
            )
        )  # fmt: skip
        person_id = someone.person_id = -len(people)
        for rank, (number, label) in enumerate(someone.phones.items()):
            self._insert["phone"].append((person_id, rank, label, number, digits(number)))
        for rank, address in enumerate(someone.emails.values()):
            self._insert["email"].append((person_id, rank, address))
        for id_ in someone.ids:
            self._add_id(person_id, id_)
        if someone.role == "student":
            self._insert["enrollment"].append(
                (person_id, self._year_id, someone.grade, someone.homeroom, someone.number)
            )
        self.summary["students" if someone.role == "student" else "guardians"] += 1
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
            values["fold"] = person_key(values.get("name", person.name), names, person.phones)
        if values:
            self.writes.updates.append(("person", person.id, values))
        if someone.role == "student" and someone.name:
            self._enroll(someone, person)

    def _add_reach(self, someone: Someone, person: KnownPerson) -> bool:
        """Phones, e-mails and ids that the store lacks; whether a phone was among them."""
        phones = False
        for number, label in someone.phones.items():
            if number not in person.phones:
                rank = len(person.phones)
                person.phones[number] = label
                self._insert["phone"].append((person.id, rank, label, number, digits(number)))
                self._changed(someone, f"phone {number}", _("phone"), "", number)
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
            self.writes.updates.append(("enrollment", here.id, values))

    def _changed(self, someone: Someone, part: str, title: str, old: str, new: str) -> None:
        row = someone.sources.get(part, someone.row)
        row.raise_to(CHANGED)
        row.changes.append(FieldChange(someone.name, title, old, new))

    # -- households

    def households(self, families: list[Household]) -> None:
        """Every household, those first whose family its guardians show."""
        found = {id(family): self._by_guardians(family) for family in families}
        self._claimed = {family_id for family_id in found.values() if family_id is not None}
        for family in families:
            family_id = found[id(family)]
            if family_id is None:
                family_id = self._by_students(family)
            if family_id is None:
                family_id = self._make_family(family)
            else:
                self._update_family(family, family_id)
            self._place_members(family, family_id)

    def _by_guardians(self, family: Household) -> int | None:
        if family.external_id in self._known.by_household:
            return self._known.by_household[family.external_id]
        return self._most_voted(family.guardians, "guardian")

    def _most_voted(self, people: Iterable[Someone], role: str) -> int | None:
        votes = Counter(
            family_id
            for one in people
            if one.person_id is not None and one.person_id > 0
            for family_id, member in self._known.people[one.person_id].members.items()
            if (member.role == "student") == (role == "student")
        )
        return votes.most_common(1)[0][0] if votes else None

    def _by_students(self, family: Household) -> int | None:
        """The family its children are in, unless that is another household of the file."""
        family_id = self._most_voted(family.students, "student")
        if family_id is None or not family.guardians:
            return family_id
        if family_id in self._claimed:
            return None
        street = self._known.families[family_id]["street"]
        new = str(family.values.get("street", ""))
        apart = bool(street and new and key(street) != key(new))
        return None if apart else family_id

    def _make_family(self, family: Household) -> int:
        values = family.values
        self._insert["family"].append(
            (
                family.name,
                *[values.get(name, empty) for name, empty in _EMPTY],
                family.external_id or None,
                False,
                1,
            )
        )
        self.summary["families"] += 1
        people = [*family.guardians, *family.students]
        people[0].row.raise_to(NEW if any((one.person_id or 0) < 0 for one in people) else CHANGED)
        return -len(self._insert["family"])

    def _update_family(self, family: Household, family_id: int) -> None:
        here = self._known.families[family_id]
        values: dict[str, Any] = {}
        new_address = {name: family.values[name] for name in ADDRESS if family.values.get(name)}
        moved = any(key(str(new)) != key(here[name]) for name, new in new_address.items())
        for name in FAMILY_VALUES:
            new = family.values.get(name)
            if new is None or new == here[name]:
                continue
            # The office's own notes are never overwritten by a file's.
            if (name in ADDRESS and not moved) or (name == "notes" and here[name]):
                continue
            values[name] = new
            row = (family.students or family.guardians)[0].row
            row.raise_to(CHANGED)
            old = shown_value(name, here[name])
            row.changes.append(
                FieldChange(here["name"], value_title(name), old, shown_value(name, new))
            )
            here[name] = new
        if family.external_id and family_id not in self._with_household_id:
            values["external_id"] = family.external_id
            self._with_household_id.add(family_id)
            (family.students or family.guardians)[0].row.raise_to(CHANGED)
        if values:
            self.writes.updates.append(("family", family_id, values))

    def _place_members(self, family: Household, family_id: int) -> None:
        first: dict[int, Link] = {}
        for link in family.links:
            first.setdefault(id(link.guardian), link)
            if (link.guardian.person_id or 0) < 0 or (link.student.person_id or 0) < 0:
                link.row.raise_to(NEW)
        order = 0
        for guardian in sorted(
            family.guardians, key=lambda one: first[id(one)].how.order if id(one) in first else 0
        ):
            order += 1
            said = first.get(id(guardian))
            how = said.how if said else None
            row = said.row if said else guardian.row
            relationship = how.relationship if how else ""
            values = ("guardian", relationship, order, how is None or how.lives_with)
            self._place(guardian, family_id, (*values, bool(how and how.restricted)), row)
        for student in family.students:
            order += 1
            self._place(student, family_id, ("student", "", order, True, False), student.row)

    def _place(
        self,
        someone: Someone,
        family_id: int,
        values: tuple[str, str, int, bool, bool],
        row: RowOutcome,
    ) -> None:
        person_id = someone.person_id
        assert person_id is not None
        here = self._known.people[person_id].members.get(family_id) if person_id > 0 else None
        relationship = values[1]
        if here is None:
            if (family_id, person_id) in self._members:
                return
            self._members.add((family_id, person_id))
            self._insert["member"].append((family_id, person_id, *values))
            if person_id > 0:
                row.raise_to(CHANGED)
                name = self._known.families[family_id]["name"] if family_id > 0 else ""
                row.changes.append(FieldChange(someone.name, _("family"), "", name))
        elif relationship and relationship != here.relationship and here.role == "guardian":
            self.writes.updates.append(("member", here.id, {"relationship": relationship}))
            row.raise_to(CHANGED)
            row.changes.append(
                FieldChange(someone.name, _("relationship"), here.relationship, relationship)
            )
            here.relationship = relationship
