# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""All rows of a file -> each person once, and who is guardian of whom."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from rapidfuzz.fuzz import token_sort_ratio

from coordinator.errors import Invalid
from coordinator.i18n import _
from coordinator.importing.plan import REJECTED, Notes, Progress, RowOutcome, unread_outcome
from coordinator.importing.recognise import Recognised
from coordinator.importing.roster.people import (
    Guardianship,
    Options,
    Parsed,
    Someone,
    Values,
)
from coordinator.importing.roster.rows import RowReader

Key = tuple[str, ...]
_STEP = 500  # rows between two calls of `progress`


@dataclass(slots=True, eq=False)
class Link:
    """A guardian of a student, and the row that said so first."""

    guardian: Someone
    student: Someone
    how: Guardianship
    row: RowOutcome


@dataclass
class Roster:
    """The people of a file, each once, in the order in which they appear.

    `homes` are the addresses by the key that `Someone.home` holds.
    """

    rows: list[RowOutcome] = field(default_factory=list)
    students: list[Someone] = field(default_factory=list)
    guardians: list[Someone] = field(default_factory=list)
    links: dict[tuple[int, int], Link] = field(default_factory=dict)
    homes: dict[str, Values] = field(default_factory=dict)
    notes: Notes = field(default_factory=Notes)
    _keys: dict[Key, Someone] = field(default_factory=dict)


Value = TypeVar("Value")
FindStudent = Callable[[str, RowOutcome], Someone | None]


def gather(
    recognised: Recognised,
    options: Options,
    stored: FindStudent,
    progress: Progress | None = None,
) -> Roster:
    """Read every row. A row that has to be refused leaves nothing behind but its reason.

    `stored` finds a student of the store by number, for files that name students by number only.
    """
    roster = Roster()
    total = sum(len(table.table.rows) for table in recognised.tables)
    done = 0
    later: list[tuple[Parsed, RowOutcome, RowReader]] = []
    for table in recognised.tables:
        reader = RowReader(table, options, roster.notes)
        file = table.table.name
        here: list[RowOutcome] = [unread_outcome(bad, file) for bad in table.table.unread]
        for number, cells in table.table.rows:
            row = RowOutcome(number, file)
            here.append(row)
            try:
                parsed = reader.read(cells, row)
                if parsed.numbers:
                    later.append((parsed, row, reader))
                else:
                    _add(roster, parsed, row, stored)
            except Invalid as bad:
                _reject(row, bad, reader)
            done += 1
            if progress and done % _STEP == 0:
                progress(done, total)
        if table.table.unread:
            here.sort(key=lambda row: row.row)
        roster.rows += here
    # Students named by number only may stand in a row, or a file, that comes after.
    for parsed, row, reader in later:
        try:
            _add(roster, parsed, row, stored)
        except Invalid as bad:
            _reject(row, bad, reader)
    return roster


def _reject(row: RowOutcome, bad: Invalid, reader: RowReader) -> None:
    place = reader.number_place if bad.field == "number" else reader.place
    row.outcome, row.reason = REJECTED, str(bad)
    row.column = reader.table.headings[place] if place >= 0 else ""


def _add(roster: Roster, parsed: Parsed, row: RowOutcome, stored: FindStudent) -> None:
    students = []
    if parsed.student is not None:
        row.name = parsed.student.name
        students.append(_student(roster, parsed.student, parsed.guardians))
    elif parsed.guardians:
        row.name = parsed.guardians[0][0].name
    for number in parsed.numbers:
        student = roster._keys.get(("number", number)) or stored(number, row)
        if student is None:
            raise Invalid(
                "number",
                _("no student has the number {number}; import the students first").format(
                    number=number
                ),
            )
        if ("number", number) not in roster._keys:
            roster._keys["number", number] = student
            roster.students.append(student)
        students.append(student)
    for home, address in parsed.homes.items():
        roster.homes.setdefault(home, address)
    for someone, how in parsed.guardians:
        guardian = _guardian(roster, someone, students)
        for student in students:
            roster.links.setdefault((id(guardian), id(student)), Link(guardian, student, how, row))


def _student(
    roster: Roster, student: Someone, guardians: list[tuple[Someone, Guardianship]]
) -> Someone:
    """The student as known from an earlier row, with what this row adds; else registered now."""
    keys: list[Key] = [("id", *id_) for id_ in student.ids]
    if student.number:
        keys.append(("number", student.number))
    sure = list(keys)
    if student.birth_date:
        keys.append(("born", student.fold, student.birth_date.isoformat()))
    if not sure:
        place = student.grade, student.homeroom
        if any(place):
            keys.append(("class", student.fold, *place))
        keys += [("of", student.fold, other.fold) for other, _how in guardians]
        if not student.birth_date and not any(place) and not guardians:
            keys.append(("alone", student.fold))
    found = _first(roster, keys)
    if found is None:
        roster.students.append(student)
        found = student
    elif any(roster._keys.get(key) is found for key in sure):
        _refuse_doubled(found, student)
    elif _differ(found, student):
        roster.students.append(student)
        found = student
    _join(roster, found, student)
    for key in keys:
        roster._keys.setdefault(key, found)
    return found


def _first(roster: Roster, keys: list[Key]) -> Someone | None:
    for key in keys:
        found = roster._keys.get(key)
        if found is not None:
            return found
    return None


def _differ(found: Someone, student: Someone) -> bool:
    """Whether two students of one name say themselves that they are two."""
    numbers = found.number and student.number and found.number != student.number
    born = found.birth_date and student.birth_date and found.birth_date != student.birth_date
    return bool(numbers or born)


def same_name_enough(one: str, two: str) -> bool:
    """Whether two folded names can be one person's under the same id: a word in common, or near."""
    if one == two or not set(one.split()).isdisjoint(two.split()):
        return True
    return bool(token_sort_ratio(one, two) >= 75)


def _refuse_doubled(found: Someone, student: Someone) -> None:
    if found.name and not same_name_enough(found.fold, student.fold):
        raise Invalid(
            "number",
            _("the number {number} is already {name}'s in row {row}").format(
                number=student.number or student.ids[0][1], name=found.name, row=found.row.row
            ),
        )
    if found.birth_date and student.birth_date and found.birth_date != student.birth_date:
        raise Invalid(
            "number",
            _("the number {number} stands in row {row} with another birth date").format(
                number=student.number or student.ids[0][1], row=found.row.row
            ),
        )


def _guardian(roster: Roster, guardian: Someone, students: list[Someone]) -> Someone:
    """The guardian as known from an earlier row; siblings' rows name the same one again.

    One name is one person only together with an id, an e-mail, a phone, a home or a child; where
    a file has none of these, children of one last name tell that it is one guardian.
    """
    keys: list[Key] = [("guardian", *id_) for id_ in guardian.ids]
    name = guardian.fold
    keys += [("email", name, address) for address in guardian.emails]
    keys += [("phone", name, number) for number in guardian.phones]
    if guardian.home:
        keys.append(("home", name, guardian.home))
    if not keys:
        lasts = (student.sorts_as.partition(", ") for student in students)
        keys += [("kin", name, last) for last, comma, _first in lasts if comma]
    keys += [("child", name, str(id(student))) for student in students]
    found = _first(roster, keys)
    if found is None:
        roster.guardians.append(guardian)
        found = guardian
    _join(roster, found, guardian)
    for key in keys:
        roster._keys.setdefault(key, found)
    return found


def _join(roster: Roster, kept: Someone, again: Someone) -> None:
    """Add to a person what a later row says besides; the first of two different values stays."""
    if kept is again:
        return
    for part in ("called", "language", "birth_date", "grade", "homeroom", "number", "home"):
        new, old = getattr(again, part), getattr(kept, part)
        if new and not old:
            setattr(kept, part, new)
            kept.sources[part] = again.row
        elif new and new != old and part in {"birth_date", "grade", "homeroom"}:
            told = _("{name} stands in an earlier row with other details; those were kept")
            roster.notes.add(told.format(name=kept.name), again.row.row)
    _add_new(kept.phones, again.phones, "phone", kept, again)
    _add_new(kept.emails, again.emails, "email", kept, again)
    for id_ in again.ids:
        if id_ not in kept.ids:
            kept.ids.append(id_)
            kept.sources[f"id {id_}"] = again.row
    for name, value in again.family.items():
        if isinstance(value, bool):
            kept.family[name] = bool(kept.family.get(name)) or value
        else:
            kept.family.setdefault(name, value)


def _add_new(
    has: dict[str, Value], more: dict[str, Value], part: str, kept: Someone, again: Someone
) -> None:
    for name, value in more.items():
        if name not in has:
            has[name] = value
            kept.sources[f"{part} {name}"] = again.row
