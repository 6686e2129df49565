# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Families of the made-up school: those told by name, and those drawn by the dice."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from coordinator.sample.names import (
    FullName,
    Naming,
    draw_child,
    draw_name,
    draw_parents,
    family_name,
    inherited,
    namings,
)
from coordinator.sample.rows import (
    FAMILY_DEFAULTS,
    GONE_ON,
    GRADES,
    add_contacts,
    add_person,
    copy_phone,
    enroll,
    family_row,
    join,
    name_called,
)
from coordinator.sample.world import Human, World, read_toml
from coordinator.store.models import Family

_GRADE_WEIGHTS = (4, 8, 8, 8, 8, 8, 8)

_HOUSEHOLDS = {
    ("Mother", "Father"): 53,
    ("Mother",): 26,
    ("Father",): 5,
    ("Mother", "Grandmother"): 6,
    ("Mother", "Stepfather"): 3,
    ("Grandmother", "Grandfather"): 2,
    ("Mother", "Father", "Grandmother"): 3,
    ("Mother", "Father", "Aunt"): 2,
}
_WOMEN = frozenset({"Mother", "Grandmother", "Aunt", "Stepmother"})
_CHANNELS = ("Text message", "Phone", "E-mail", "Paper letter")
_LEFT_FAMILIES = 4  # moved away; kept for their history


def add_people(world: World) -> None:
    """Everybody of the school, families first told, then drawn, then staff and neighbours."""
    _add_told(world)
    left = 0
    for naming in namings():
        for number in range(naming.families):
            gone = number == 7 and left < _LEFT_FAMILIES
            left += gone
            add_family(world, naming, archived=gone)
    for one in world.school["staff"]:
        add_person(world, one["name"], one["sorts_as"], staff_title=one["title"])
    for one in world.school["community"]:
        human = add_person(world, one["name"], one["sorts_as"])
        add_contacts(world, human, first_phone=True)
        world.volunteers.append(human.name)


def _add_told(world: World) -> None:
    """The families of `families.toml`; a name met before is the same person in two homes."""
    met: dict[str, Human] = {}
    data = read_toml("families.toml")
    for told in data["family"]:
        language = told["language"]
        values = {key: value for key, value in told.items() if key in FAMILY_DEFAULTS}
        reading = told.get("reading", language)
        tags, channel = told.get("tags", ()), "Text message"
        family_id = family_row(
            world, told["name"], language, reading, tags, {**values, "channel": channel}
        )
        for order, line in enumerate(told["people"], start=1):
            name, sorts_as, role, relation, *rest = [*line.split("|"), "", "", ""][:7]
            grade, room, more = rest
            again = name in met
            if not again:
                title = more if more not in {"restricted", "elsewhere"} else ""
                lang = reading if role == "guardian" else None
                met[name] = add_person(world, name, sorts_as, language=lang, staff_title=title)
                if role == "guardian":
                    add_contacts(world, met[name], first_phone=True)
                else:
                    enroll(world, met[name].id, GRADES.index(grade), int(room), is_new=False)
            join(world, family_id, met[name], role, relation, order, more=more)
        world.volunteers += told.get("volunteers", ())
    for name, called in data["called"].items():
        name_called(world, met[name], called)
    for written, name in data["twice"].items():
        copy_phone(world, met[name], add_person(world, written, written))


def add_family(
    world: World, naming: Naming, *, archived: bool = False, is_new: bool = False
) -> int:
    """A household drawn by the dice; its id. `is_new`: it comes with this school year."""
    dice = world.random
    mother, father, his = draw_parents(world, naming)
    surnames = inherited(naming, mother, father, his)
    reading = naming.reading or naming.language
    if naming.language != "en" and world.chance(0.22):
        reading = "en"
    family_id = family_row(
        world, family_name(naming, surnames), naming.language, reading, *_wishes(world, naming)
    )
    if archived:
        world.rows[Family][-1]["archived"] = True
    shape = dice.choices(tuple(_HOUSEHOLDS), tuple(_HOUSEHOLDS.values()))[0]
    order = 0
    for order, relation in enumerate(shape, start=1):
        name = _adult_name(world, naming, relation, mother, father)
        human = add_person(world, name.written, name.sorts_as, language=reading, archived=archived)
        add_contacts(world, human, first_phone=order == 1)
        away = relation == "Father" and world.chance(0.07)
        join(world, family_id, human, "guardian", relation, order, more="elsewhere" * away)
    for grade in _children(world, archived=archived):
        order += 1
        child = draw_child(world, naming, surnames, girl=world.chance(0.5))
        human = add_person(
            world, child.written, child.sorts_as, birth_date=_born(world, grade), archived=archived
        )
        new_here = is_new or world.chance(0.06)
        enroll(world, human.id, grade, dice.randrange(2), is_new=new_here, left=archived)
        join(world, family_id, human, "student", "", order)
    if len(world.families[family_id]) > 2 and world.chance(0.03):
        sibling = draw_child(world, naming, surnames, girl=world.chance(0.5))
        teen = world.days.day(date(2011, 3, 2)) + timedelta(dice.randrange(700))
        human = add_person(world, sibling.written, sibling.sorts_as, birth_date=teen)
        join(world, family_id, human, "other", "Sibling", order + 1)
    return family_id


def _adult_name(
    world: World, naming: Naming, relation: str, mother: FullName, father: FullName
) -> FullName:
    if relation == "Mother":
        return mother
    if relation == "Father":
        return father
    woman = relation in _WOMEN
    surnames = tuple(world.random.sample(naming.surnames, naming.surnames_each))
    given = naming.mothers if woman else naming.fathers
    return draw_name(world, naming, given, surnames, woman=woman)


def _children(world: World, *, archived: bool) -> Iterator[int]:
    """Places in `GRADES` of a family's children; the place beyond them has gone on."""
    count = world.random.choices((1, 2, 3), (66, 29, 5))[0]
    for number in range(count):
        if number == 1 and not archived and world.chance(0.16):
            yield GONE_ON
        else:
            low = 2 if archived else 0  # they were here last year
            places = range(low, len(GRADES))
            yield world.random.choices(places, _GRADE_WEIGHTS[low:])[0]


def _born(world: World, grade: int) -> date | None:
    """A birth date that suits a grade's place, where the school knows one."""
    born = date(world.days.year_start(1) - 4 - grade, 8, 31) - timedelta(
        world.random.randrange(365)
    )
    return born if world.chance(0.85) else None


def _wishes(world: World, naming: Naming) -> tuple[list[str], dict[str, Any]]:
    """Tags, and how a family wants to be met."""
    dice, school = world.random, world.school
    tags = dice.sample(school["tags"], 1) if world.chance(0.25) else []
    foreign = naming.language != "en"
    return tags, {
        "interpreter": foreign and world.chance(0.5),
        "channel": dice.choices(_CHANNELS, (52, 20, 18, 10))[0],
        "best_time": dice.choice(school["best_times"]) if world.chance(0.3) else "",
        "notes": dice.choice(school["notes"]) if world.chance(0.08) else "",
        "do_not_list": world.chance(0.04),
        "do_not_photograph": world.chance(0.06),
        "do_not_contact": world.chance(0.012),
    }
