# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Folders whose files belong together (OneRoster, Microsoft SDS) -> one row per student."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from coordinator.i18n import ngettext
from coordinator.importing.formats import SLOTS, Folder, fields, folders, key
from coordinator.importing.read import Table, Unread


@dataclass
class _Person:
    number: int
    values: dict[str, str]
    linked: list[str] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)


@dataclass
class _Joined:
    rules: dict[str, Any]
    tables: dict[str, Table]
    people: dict[str, _Person] = field(default_factory=dict)
    pairs: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    unread: list[Unread] = field(default_factory=list)


def folder_of(tables: tuple[Table, ...]) -> Folder | None:
    """The set of files that these are, or None."""
    found = {_stem(table): {key(word) for word in table.headings} for table in tables}
    for folder in folders():
        if all(
            {key(word) for word in words} <= found.get(name, set())
            for name, words in folder.needs.items()
        ):
            return folder
    return None


def join(folder: Folder, tables: tuple[Table, ...]) -> tuple[Table, list[str], list[str]]:
    """One row per student with our field names as headings, the columns not used, the warnings.

    Rows carry the number of the student's row in its file. Guardians stand in the order in which
    the files name them. Staff, and guardians of nobody, are left out and counted in a warning.
    """
    work = _Joined(folder.rules, {_stem(table): table for table in tables})
    for spec in folder.rules["people"]:
        _add_people(work, spec)
    for spec in folder.rules.get("more", ()):
        _add_more(work, spec)
    _link(work)
    _add_homerooms(work)
    students = {id_: person for id_, person in work.people.items() if _is(work, person, "student")}
    warnings = _warnings(work, students)
    width = max((len(work.pairs.get(id_, ())) for id_ in students), default=0)
    slots = SLOTS[: min(width, len(SLOTS))]
    headings = [name for name in fields("families") if _used(name, slots)]
    rows = [
        (person.number, _row(work, id_, person, headings, slots))
        for id_, person in students.items()
    ]
    rows.sort(key=lambda row: row[0])
    filled = [place for place in range(len(headings)) if any(row[place] for _n, row in rows)]
    name = next((table.name for table in tables if _stem(table) in folder.needs), tables[0].name)
    table = Table(
        name,
        tuple(headings[place] for place in filled),
        [(number, [row[place] for place in filled]) for number, row in rows],
        unread=tuple(work.unread),
    )
    return table, _unused(work), warnings


def _stem(table: Table) -> str:
    return PurePath(table.name).stem.casefold()


def _used(name: str, slots: tuple[str, ...]) -> bool:
    return name.startswith(("student_", *(f"{slot}_" for slot in slots)))


def _rows(table: Table, wanted: dict[str, list[str]]) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows as our parts: of the headings listed for a part, the first one that has text."""
    places = {
        part: [place for word in words for place in _places(table, word)]
        for part, words in wanted.items()
    }
    for number, cells in table.rows:
        yield (
            number,
            {
                part: next((text for place in found if (text := cells[place].strip())), "")
                for part, found in places.items()
            },
        )


def _places(table: Table, word: str) -> list[int]:
    short = key(word)
    return [place for place, heading in enumerate(table.headings) if key(heading) == short]


def _listed(text: str) -> list[str]:
    return [part for part in (piece.strip() for piece in text.split(",")) if part]


def _add_people(work: _Joined, spec: dict[str, Any]) -> None:
    table = work.tables.get(spec["table"])
    if table is None:
        return
    gone = spec.get("gone", {})
    wanted = {
        **spec["fields"],
        " id": spec["id"],
        " role": spec.get("role", []),
        " agents": spec.get("agents", []),
        **{f" gone {word}": [word] for word in gone},
    }
    work.unread.extend(table.unread)
    for number, values in _rows(table, wanted):
        id_ = values.pop(" id")
        if not id_ or id_.casefold() in work.people:
            continue
        if any(values.pop(f" gone {word}").casefold() in gone[word] for word in gone):
            continue
        role = spec.get("as") or values.pop(" role").casefold()
        person = _Person(number, values, _listed(values.pop(" agents")))
        person.values.pop(" role", None)
        person.values["grade"] = next(iter(_listed(values.get("grade", ""))), "")
        person.values["key"] = id_
        person.roles = {role} - {""}
        work.people[id_.casefold()] = person


def _add_more(work: _Joined, spec: dict[str, Any]) -> None:
    table = work.tables.get(spec["table"])
    if table is None:
        return
    wanted = {**spec.get("fields", {}), " id": spec["id"], " role": spec.get("role", [])}
    for _number, values in _rows(table, wanted):
        person = work.people.get(values.pop(" id").casefold())
        if person is None:
            continue
        person.roles |= {values.pop(" role").casefold()} - {""}
        for part, text in values.items():
            person.values[part] = person.values.get(part) or text


def _is(work: _Joined, person: _Person, what: str) -> bool:
    return not person.roles.isdisjoint(work.rules["roles"][what])


def _relation(work: _Joined, person: _Person) -> str:
    known: list[str] = work.rules["roles"]["guardian"]
    return next((role for role in known if role in person.roles), "")


def _link(work: _Joined) -> None:
    """Who is guardian of whom, from both directions, each pair once."""
    for id_, person in work.people.items():
        for other in (name.casefold() for name in person.linked):
            one, two = person, work.people.get(other)
            if two is None:
                continue
            if _is(work, one, "student") and _is(work, two, "guardian"):
                work.pairs[id_].setdefault(other, _relation(work, two))
            elif _is(work, one, "guardian") and _is(work, two, "student"):
                work.pairs[other].setdefault(id_, _relation(work, one))
    for spec in work.rules.get("links", ()):
        table = work.tables.get(spec["table"])
        if table is None:
            continue
        contact = work.rules["roles"].get("contact", ())
        wanted = {name: spec[name] for name in ("student", "guardian", "relation")}
        for _number, values in _rows(table, wanted):
            student, guardian = values["student"].casefold(), values["guardian"].casefold()
            relation = values["relation"].casefold()
            if student in work.people and guardian in work.people and relation not in contact:
                work.pairs[student].setdefault(guardian, relation)


def _add_homerooms(work: _Joined) -> None:
    spec = work.rules.get("homeroom")
    if not spec or spec["classes"] not in work.tables or spec["enrollments"] not in work.tables:
        return
    wanted = {"id": spec["class_id"], "type": spec["class_type"]}
    homerooms = {
        values["id"]
        for _number, values in _rows(work.tables[spec["classes"]], wanted)
        if values["type"].casefold() == spec["type"]
    }
    wanted = {
        "class": spec["enrolled_class"],
        "person": spec["enrolled_person"],
        "role": spec["enrolled_role"],
    }
    teachers: dict[str, str] = {}
    pupils: list[tuple[str, str]] = []
    for _number, values in _rows(work.tables[spec["enrollments"]], wanted):
        person = work.people.get(values["person"].casefold())
        if person is None or values["class"] not in homerooms:
            continue
        if values["role"].casefold() == "teacher":
            name = f"{person.values.get('first', '')} {person.values.get('last', '')}".strip()
            teachers.setdefault(values["class"], name)
        else:
            pupils.append((values["person"].casefold(), values["class"]))
    for id_, class_ in pupils:
        work.people[id_].values.setdefault("homeroom", teachers.get(class_, ""))


def _row(
    work: _Joined, id_: str, person: _Person, headings: list[str], slots: tuple[str, ...]
) -> list[str]:
    cells = {f"student_{part}": text for part, text in person.values.items()}
    for slot, (other, relation) in zip(slots, work.pairs.get(id_, {}).items(), strict=False):
        for part, text in work.people[other].values.items():
            cells[f"{slot}_{part}"] = text
        cells[f"{slot}_relationship"] = relation
    return [cells.get(name, "") for name in headings]


def _warnings(work: _Joined, students: dict[str, _Person]) -> list[str]:
    guardians = {other for id_ in students for other in work.pairs.get(id_, ())}
    rest = len(work.people) - len(students) - len(guardians - set(students))
    warnings = []
    if rest:
        warnings.append(
            ngettext(
                "{count} person is neither a student nor the guardian of one and was left out.",
                "{count} people are neither students nor guardians of one and were left out.",
                rest,
            ).format(count=rest)
        )
    many = Counter(len(work.pairs.get(id_, ())) > len(SLOTS) for id_ in students)[True]
    if many:
        warnings.append(
            ngettext(
                "{count} student has more than six guardians; the first six were read.",
                "{count} students have more than six guardians; the first six were read.",
                many,
            ).format(count=many)
        )
    return warnings


def _unused(work: _Joined) -> list[str]:
    """Headings of the files of people that hold something and mean nothing to us."""
    unused: list[str] = []
    for spec in [*work.rules["people"], *work.rules.get("more", ())]:
        table = work.tables.get(spec["table"])
        if table is None:
            continue
        words = [word for words in spec.get("fields", {}).values() for word in words]
        words += [*spec["id"], *spec.get("role", []), *spec.get("agents", [])]
        words += spec.get("gone", {})
        known = {key(word) for word in words}
        for place, heading in enumerate(table.headings):
            filled = any(cells[place].strip() for _number, cells in table.rows)
            if key(heading) not in known and filled and heading not in unused:
                unused.append(heading)
    return unused
