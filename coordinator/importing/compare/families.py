# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Households of a file beside the store: which family each one is, what is new in it."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from coordinator.i18n import _
from coordinator.importing.cells import street_key
from coordinator.importing.fields import shown_value, value_title
from coordinator.importing.known import FAMILY_VALUES, Known
from coordinator.importing.plan import CHANGED, NEW, FieldChange, RowOutcome, Writes
from coordinator.importing.roster import Household, Link, Someone
from coordinator.importing.roster.columns import ADDRESS

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


class FamilyComparer:
    """Adds to the writes, and notes on each row what it brings. Nothing is written here.

    The people must have been compared: everybody has an id, below zero for those to be made.
    """

    def __init__(self, known: Known, writes: Writes, summary: Counter[str]) -> None:
        self._known, self._writes, self._summary = known, writes, summary
        self._insert = {name: writes.inserts.setdefault(name, []) for name in ("family", "member")}
        self._with_household_id = set(known.by_household.values())
        self._claimed: set[int] = set()
        self._members: set[tuple[int, int]] = set()

    def compare(self, families: list[Household]) -> None:
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
        families = [
            family_id
            for one in people
            if one.person_id is not None and one.person_id > 0
            for family_id, member in self._known.people[one.person_id].members.items()
            if (member.role == "student") == (role == "student")
        ]
        # Nearly always nobody is known, or all are in one family: counting takes ten times longer.
        if len(set(families)) < 2:
            return families[0] if families else None
        return Counter(families).most_common(1)[0][0]

    def _by_students(self, family: Household) -> int | None:
        """The family its children are in, unless that is another household of the file."""
        family_id = self._most_voted(family.students, "student")
        if family_id is None or not family.guardians:
            return family_id
        if family_id in self._claimed:
            return None
        street = self._known.families[family_id]["street"]
        new = str(family.values.get("street", ""))
        apart = bool(street and new and street_key(street) != street_key(new))
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
        self._summary["families"] += 1
        people = [*family.guardians, *family.students]
        people[0].row.raise_to(NEW if any((one.person_id or 0) < 0 for one in people) else CHANGED)
        return -len(self._insert["family"])

    def _update_family(self, family: Household, family_id: int) -> None:
        here = self._known.families[family_id]
        values: dict[str, Any] = {}
        new_address = {name: family.values[name] for name in ADDRESS if family.values.get(name)}
        moved = any(
            new != here[name] and street_key(str(new)) != street_key(here[name])
            for name, new in new_address.items()
        )
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
        if here["archived"] and family.students:
            values["archived"] = here["archived"] = False
            row = family.students[0].row
            row.raise_to(CHANGED)
            row.changes.append(FieldChange(here["name"], _("put away"), _("yes"), _("no")))
        if family.external_id and family_id not in self._with_household_id:
            values["external_id"] = family.external_id
            self._with_household_id.add(family_id)
            (family.students or family.guardians)[0].row.raise_to(CHANGED)
        if values:
            self._writes.updates.append(("family", family_id, values))

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
            self._writes.updates.append(("member", here.id, {"relationship": relationship}))
            row.raise_to(CHANGED)
            row.changes.append(
                FieldChange(someone.name, _("relationship"), here.relationship, relationship)
            )
            here.relationship = relationship
