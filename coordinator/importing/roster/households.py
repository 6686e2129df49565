# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""People of a file -> households: guardians and children who hang together.

Guardians of one child are one household unless the file gives them different household ids or
addresses; then the child is in both.
"""

from dataclasses import dataclass, field

from coordinator.importing.roster.gather import Link, Roster
from coordinator.importing.roster.people import Someone, Values


@dataclass(slots=True, eq=False)
class Household:
    """A family as the file has it; `values` are the store's columns, those that are said."""

    name: str
    external_id: str
    guardians: list[Someone] = field(default_factory=list)
    students: list[Someone] = field(default_factory=list)
    values: Values = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class _Group:
    """A set of guardians who are one household; groups are joined by pointing at each other."""

    home: str
    into: "_Group | None" = None


def _top(group: _Group) -> _Group:
    while group.into is not None:
        if group.into.into is not None:
            group.into = group.into.into  # shorten the way for the next one
        group = group.into
    return group


def _join(one: _Group, two: _Group) -> None:
    first, second = _top(one), _top(two)
    if first is second or (first.home and second.home and first.home != second.home):
        return
    second.into = first
    first.home = first.home or second.home


def households(roster: Roster) -> list[Household]:
    """Every household of the file, in the order of its first person; each child in one or two."""
    linked: dict[int, list[Link]] = {}
    for link in roster.links.values():
        linked.setdefault(id(link.student), []).append(link)
    groups, by_household = _joined_guardians(roster, linked)
    found: dict[_Group, Household] = {}
    for student in roster.students:
        tops = dict.fromkeys(
            _top(groups[id(link.guardian)]) for link in linked.get(id(student), ())
        )
        if not tops:
            tops = {_alone(student, by_household): None}
        for top in tops:
            if top not in found:
                found[top] = _household(top)
            found[top].students.append(student)
    for guardian in roster.guardians:
        top = _top(groups[id(guardian)])
        if top not in found:
            found[top] = _household(top)
        found[top].guardians.append(guardian)
    for link in roster.links.values():
        found[_top(groups[id(link.guardian)])].links.append(link)
    for family in found.values():
        _fill(family, roster)
    return list(found.values())


def _joined_guardians(
    roster: Roster, linked: dict[int, list[Link]]
) -> tuple[dict[int, _Group], dict[str, _Group]]:
    """The group of each guardian by id(), and the groups of the household ids."""
    groups = {id(guardian): _Group(guardian.home) for guardian in roster.guardians}
    by_household: dict[str, _Group] = {}
    for guardian in roster.guardians:
        if guardian.home.startswith("id:"):
            group = groups[id(guardian)]
            _join(by_household.setdefault(guardian.home, group), group)
    for links in linked.values():
        first = groups[id(links[0].guardian)]
        for link in links[1:]:
            _join(first, groups[id(link.guardian)])
    return groups, by_household


def _alone(student: Someone, by_household: dict[str, _Group]) -> _Group:
    """The group of a student without guardians: the household's, where the file names one."""
    if student.home.startswith("id:"):
        return _top(by_household.setdefault(student.home, _Group(student.home)))
    return _Group(student.home)


def _household(top: _Group) -> Household:
    external_id = top.home[3:] if top.home.startswith("id:") else ""
    return Household(name="", external_id=external_id, values={"": top.home})


def _fill(family: Household, roster: Roster) -> None:
    home = str(family.values.pop("", ""))
    for someone in (*family.students, *family.guardians):
        for name, value in someone.family.items():
            if isinstance(value, bool):
                family.values[name] = bool(family.values.get(name)) or value
            else:
                family.values.setdefault(name, value)
    for one in [home] if home else [student.home for student in family.students]:
        if one in roster.homes:
            family.values.update(roster.homes[one])
            break
    family.name = str(family.values.pop("family_name", "")) or _envelope_name(family)


def _envelope_name(family: Household) -> str:
    """The last names of the first two guardians where they are told apart, else a whole name."""
    people = family.guardians or family.students
    lasts = [last for last, comma, _first in map(_parts, people[:2]) if comma]
    if not lasts and family.students:
        lasts = [last for last, comma, _first in map(_parts, family.students[:1]) if comma]
    if not lasts:
        return people[0].name
    return " / ".join(dict.fromkeys(lasts))[:200]


def _parts(someone: Someone) -> tuple[str, str, str]:
    return someone.sorts_as.partition(", ")
