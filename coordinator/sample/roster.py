# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A list of students as another system would export it: most we know, some are new."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from coordinator.files import write_whole
from coordinator.grades import grade_label
from coordinator.i18n import language_name
from coordinator.phones import show_phone
from coordinator.sample.names import namings
from coordinator.sample.people import add_family
from coordinator.sample.world import World
from coordinator.store.models import Email, Enrollment, Family, Member, Person, Phone

_KNOWN = 30
_NEW = 12
_NEW_PHONES = (3, 9, 16, 24)  # places of the rows that tell us something new
_MOVED = (6, 20)
_GUARDIAN = ("First Name", "Last Name", "Relationship", "Cell Phone", "Email")
_COLUMNS = (
    "Student Number", "Last Name", "First Name", "Grade", "Homeroom Teacher", "Birthdate",
    "Household ID", "Home Language", "Street", "City", "State", "Zip", "Bus Route",
    *(f"Guardian {number} {part}" for number in (1, 2) for part in _GUARDIAN),
)  # fmt: skip


def write_roster(world: World, path: Path) -> None:
    """Write a CSV of 42 students in wide rows with two guardians, whole or not at all.

    30 are in the sample school: 24 as they are, 4 with a guardian's new phone, 2 moved to
    another street. 12 are new, in families of their own. Adds the new ones to `world`.
    """
    known = _wide_rows(world, range(1, len(world.families) + 1))
    rows = known[:: max(1, len(known) // _KNOWN)][:_KNOWN]
    for place in _NEW_PHONES:
        rows[place]["Guardian 1 Cell Phone"] = f"(555) 018-{4400 + place}"
    for place in _MOVED:
        rows[place]["Street"] = f"{310 + place} Juniper Lane"
    rows += _newcomers(world)
    rows.sort(key=lambda row: (row["Last Name"], row["First Name"]))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, _COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    with write_whole(path) as file:
        file.write(text.getvalue().encode("utf-8"))


def _newcomers(world: World) -> list[dict[str, str]]:
    """Wide rows of 12 students whose families came this week."""
    plain = [naming for naming in namings() if not (naming.surname_first or naming.joined)]
    ids: list[int] = []
    rows: list[dict[str, str]] = []
    while len(rows) < _NEW:
        naming = world.random.choice(plain)
        ids.append(add_family(world, naming, is_new=True))
        rows = _wide_rows(world, ids)
    return rows[:_NEW]


def _wide_rows(world: World, family_ids: Iterable[int]) -> list[dict[str, str]]:
    """One row a student of the families whose names come apart into first and last."""
    index = _Index(world)
    rows = []
    for family_id in family_ids:
        family = world.rows[Family][family_id - 1]
        members = index.members[family_id]
        guardians = [one for one in members if one["role"] == "guardian"]
        if family["archived"] or len(guardians) > 2 or any(one["restricted"] for one in guardians):
            continue
        for member in members:
            enrolled = index.enrolled.get(member["person_id"])
            people = [world.rows[Person][one["person_id"] - 1] for one in (member, *guardians)]
            if enrolled is None or index.homes[member["person_id"]] > 1:
                continue
            if all(_first_and_last(person) for person in people):
                rows.append(_wide_row(index, family, enrolled, people, guardians))
    return rows


class _Index:
    """The rows of the world by the ids that point to them."""

    def __init__(self, world: World) -> None:
        self.members: dict[int, list[dict[str, Any]]] = {}
        self.homes: dict[int, int] = {}
        for row in world.rows[Member]:
            self.members.setdefault(row["family_id"], []).append(row)
            self.homes[row["person_id"]] = self.homes.get(row["person_id"], 0) + 1
        self.enrolled = {
            row["person_id"]: row for row in world.rows[Enrollment] if row["term_id"] == 1
        }
        self.phones = {row["person_id"]: row for row in reversed(world.rows[Phone])}
        self.emails = {row["person_id"]: row for row in reversed(world.rows[Email])}


def _first_and_last(person: dict[str, Any]) -> tuple[str, str] | None:
    """A name as two columns, where they put together again are the name as it is written."""
    last, comma, first = person["sorts_as"].partition(", ")
    return (first, last) if comma and f"{first} {last}" == person["name"] else None


def _wide_row(
    index: _Index,
    family: dict[str, Any],
    enrolled: dict[str, Any],
    people: list[dict[str, Any]],
    guardians: list[dict[str, Any]],
) -> dict[str, str]:
    student, *adults = people
    first, last = _first_and_last(student) or ("", "")
    born = student["birth_date"]
    row = {
        "Student Number": enrolled["student_number"],
        "Last Name": last,
        "First Name": first,
        "Grade": grade_label(enrolled["grade"]),
        "Homeroom Teacher": enrolled["homeroom_teacher"],
        "Birthdate": f"{born.month}/{born.day}/{born.year}" if born else "",
        "Household ID": family["external_id"],
        "Home Language": language_name(family["home_language"], "en"),
        "Street": family["street"],
        "City": family["city"],
        "State": family["region"],
        "Zip": family["postal_code"],
        "Bus Route": f"{family['id'] % 9 + 1}",
    }
    for number, (adult, member) in enumerate(zip(adults, guardians, strict=True), start=1):
        first, last = _first_and_last(adult) or ("", "")
        phone, email = index.phones.get(adult["id"]), index.emails.get(adult["id"])
        values = (
            first,
            last,
            member["relationship_"],
            show_phone(phone["number"]) if phone else "",
            email["address"] if email else "",
        )
        names = (f"Guardian {number} {part}" for part in _GUARDIAN)
        row |= dict(zip(names, values, strict=True))
    return row
