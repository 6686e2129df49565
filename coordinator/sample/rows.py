# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Rows of families and people of the made-up school, whoever thought them up."""

from datetime import date
from typing import Any

from coordinator.sample.world import Human, World
from coordinator.store.models import (
    Email,
    Enrollment,
    ExternalId,
    Family,
    FamilyTag,
    Member,
    Person,
    Phone,
)
from coordinator.store.search import person_key
from coordinator.text import digits, fold

# Grade by place: last year's 5th graders have gone on, this year's youngest are new.
GRADES = ("PK", "KG", "01", "02", "03", "04", "05")
GONE_ON = len(GRADES)

FAMILY_DEFAULTS: dict[str, Any] = {
    "interpreter": False,
    "channel": "",
    "best_time": "",
    "notes": "",
    "do_not_list": False,
    "do_not_photograph": False,
    "do_not_contact": False,
}


def family_row(
    world: World,
    name: str,
    language: str,
    reading: str,
    tags: list[str],
    values: dict[str, Any],
) -> int:
    """A household without people yet; its id."""
    dice, school = world.random, world.school
    number = len(world.rows.get(Family, ())) + 1
    family_id = world.add(
        Family,
        name=name,
        home_language=language,
        reading_language=reading,
        street=f"{dice.randrange(101, 2899)} {dice.choice(school['streets'])}",
        city=school["city"],
        region=school["region"],
        postal_code=dice.choice(school["postal_codes"]),
        external_id=f"H{10200 + number}",
        archived=False,
        **{**FAMILY_DEFAULTS, **values},
    )
    world.families[family_id] = []
    for tag in tags:
        world.add(FamilyTag, family_id=family_id, name=tag)
    return family_id


def add_person(
    world: World,
    name: str,
    sorts_as: str,
    *,
    language: str | None = None,
    birth_date: date | None = None,
    staff_title: str = "",
    archived: bool = False,
) -> Human:
    """A person without a family yet."""
    person_id = world.add(
        Person,
        name=name,
        sorts_as=sorts_as,
        called="",
        language=language,
        birth_date=birth_date,
        staff_title=staff_title,
        archived=archived,
        fold=person_key(name, [sorts_as], []),
    )
    world.names.add(name)
    human = Human(person_id, name, None, "", language or "en", reachable=not archived)
    world.people.append(human)
    return human


def join(
    world: World,
    family_id: int,
    human: Human,
    role: str,
    relation: str,
    order: int,
    *,
    more: str = "",
) -> None:
    """Put a person into a family; `more` is '', 'elsewhere' (lives there) or 'restricted'."""
    family = world.rows[Family][family_id - 1]
    world.add(
        Member,
        family_id=family_id,
        person_id=human.id,
        role=role,
        relationship_=relation,
        contact_order=order,
        lives_with=more not in {"restricted", "elsewhere"},
        restricted=more == "restricted",
    )
    reachable = human.reachable and more != "restricted" and not family["do_not_contact"]
    language = human.language if role == "guardian" else family["reading_language"]
    joined = Human(human.id, human.name, family_id, role, language, reachable)
    world.families[family_id].append(joined)
    if world.people[human.id - 1].family_id is None:
        world.people[human.id - 1] = joined


def add_contacts(world: World, human: Human, *, first_phone: bool) -> None:
    """Phones and e-mail of an adult; the numbers lie where no exchange is (555-01x-xxxx)."""
    labels = ["mobile"] if first_phone or world.chance(0.85) else []
    labels += ["work"] if world.chance(0.08) else ["home"] if world.chance(0.08) else []
    numbers = []
    for rank, label in enumerate(labels):
        number = f"+155501{world.random.randrange(100_000):05d}"
        numbers.append(number)
        world.add(
            Phone, person_id=human.id, rank=rank, label=label, number=number, digits=digits(number)
        )
    _refold(world, human.id, numbers)
    if world.chance(0.7):
        world.add(Email, person_id=human.id, rank=0, address=_address(human))


def name_called(world: World, human: Human, called: str) -> None:
    """Say what somebody goes by."""
    world.rows[Person][human.id - 1]["called"] = called
    _refold(world, human.id, _numbers(world, human.id))


def copy_phone(world: World, known: Human, twin: Human) -> None:
    """Give a person who is in the file twice the same first phone."""
    number = _numbers(world, known.id)[0]
    world.add(
        Phone, person_id=twin.id, rank=0, label="mobile", number=number, digits=digits(number)
    )
    _refold(world, twin.id, [number])


def _numbers(world: World, person_id: int) -> list[str]:
    return [row["number"] for row in world.rows[Phone] if row["person_id"] == person_id]


def _refold(world: World, person_id: int, numbers: list[str]) -> None:
    """Bring what search sees up to date."""
    row = world.rows[Person][person_id - 1]
    row["fold"] = person_key(row["name"], [row["sorts_as"], row["called"]], numbers)


def _address(human: Human) -> str:
    """An address at example.org from the plain letters of a name; its id keeps it single."""
    words = [word for word in fold(human.name).replace("-", " ").split() if word.isascii()]
    plain = ["".join(filter(str.isalpha, word)) for word in (*words[:1], *words[-1:])]
    return f"{'.'.join(filter(None, plain)) or 'home'}{human.id}@example.org"


def enroll(
    world: World, person_id: int, grade: int, room: int, *, is_new: bool, left: bool = False
) -> None:
    """A student's two school years; `grade` is this year's place in `GRADES`."""
    number = f"{204_000 + person_id}"
    world.add(ExternalId, person_id=person_id, system="student", value=number)
    for year, place in ((0, grade - 1), (1, grade)):
        here = (grade == GONE_ON or not is_new) if year == 0 else not left
        if here and 0 <= place < GONE_ON:
            teachers = world.school["teachers"][GRADES[place]]
            world.add(
                Enrollment,
                person_id=person_id,
                term_id=year,
                grade=GRADES[place],
                homeroom_teacher=teachers[room % len(teachers)],
                student_number=number,
            )
