# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""How each language makes a full name, told by data: order, surnames, what a child inherits."""

from dataclasses import dataclass
from functools import lru_cache

from coordinator.families.checks import default_sorts_as
from coordinator.sample.world import FOLDER, World, read_toml

_DRAWS = 60  # beyond this two people of one name are as they are in life


@dataclass(frozen=True)
class Naming:
    """The names of one language in one script, and the rules they follow.

    `child` lists what follows a child's own name: father and mother are the surname inherited
    from each, given is the father's own name. A surname may have two forms: "he|she".
    """

    language: str
    families: int
    child: str
    mothers: list[str]
    fathers: list[str]
    girls: list[str]
    boys: list[str]
    surnames: list[str]
    reading: str = ""
    mother: str = "own"  # or shared: she carries the father's surname
    surnames_each: int = 1
    surname_first: bool = False
    joined: bool = False
    inherits_last: bool = False

    def written(self, given: str, surnames: tuple[str, ...]) -> str:
        """A full name as the family writes it."""
        parts = (*surnames, given) if self.surname_first else (given, *surnames)
        return ("" if self.joined else " ").join(parts)


@dataclass(frozen=True)
class FullName:
    """A name in its parts; `surnames` are already in the form of this person."""

    given: str
    surnames: tuple[str, ...]
    written: str
    sorts_as: str


@lru_cache
def namings() -> tuple[Naming, ...]:
    """Every language of the school, in the order of the files' names."""
    files = sorted((FOLDER / "names").glob("*.toml"))
    return tuple(Naming(**read_toml(f"names/{file.name}")) for file in files)


def draw_parents(world: World, naming: Naming) -> tuple[FullName, FullName, tuple[str, ...]]:
    """A mother, a father, and the father's surnames in both their forms."""
    dice = world.random
    his = tuple(dice.sample(naming.surnames, naming.surnames_each))
    hers = his
    if naming.mother == "own":
        rest = [name for name in naming.surnames if name not in his]
        hers = tuple(dice.sample(rest, naming.surnames_each))
    father = draw_name(world, naming, naming.fathers, his, woman=False)
    mother = draw_name(world, naming, naming.mothers, hers, woman=True)
    return mother, father, his


def inherited(
    naming: Naming, mother: FullName, father: FullName, his: tuple[str, ...]
) -> tuple[str, ...]:
    """What follows a child's own name, each in both its forms."""
    place = -1 if naming.inherits_last else 0
    parts = {"father": his[place], "mother": mother.surnames[place], "given": father.given}
    return tuple(parts[word] for word in naming.child.split())


def family_name(naming: Naming, child_surnames: tuple[str, ...]) -> str:
    """The name on the envelope: the children's surnames, without a father's own name."""
    words = zip(naming.child.split(), child_surnames, strict=True)
    return " ".join(_form(name, woman=False) for word, name in words if word != "given")


def draw_child(world: World, naming: Naming, surnames: tuple[str, ...], *, girl: bool) -> FullName:
    """A child's name with what it inherits."""
    given = naming.girls if girl else naming.boys
    skip = naming.child.split().count("given")
    return draw_name(world, naming, given, surnames, woman=girl, skip=skip)


def draw_name(
    world: World,
    naming: Naming,
    given: list[str],
    surnames: tuple[str, ...],
    *,
    woman: bool,
    skip: int = 0,
) -> FullName:
    """A name that nobody at the school has yet, as far as there is one.

    It sorts under the surnames, without the first `skip` of them.
    """
    forms = tuple(_form(surname, woman=woman) for surname in surnames)
    for _draw in range(_DRAWS):
        own = world.random.choice(given)
        written = naming.written(own, forms)
        if written not in world.names:
            break
    world.names.add(written)
    sorts_as = written
    if not naming.surname_first:
        sorts_as = default_sorts_as(written, " ".join(forms[skip:]))
    return FullName(own, forms, written, sorts_as)


def _form(surname: str, *, woman: bool) -> str:
    his, _bar, hers = surname.partition("|")
    return hers if woman and hers else his
