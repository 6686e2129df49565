# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The formats we know, read from `resources/formats`: words for columns, layouts, folders."""

import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import resources
from coordinator.text import fold

KINDS = ("families", "hours")
SLOTS = ("guardian_1", "guardian_2", "guardian_3", "guardian_4", "guardian_5", "guardian_6")
NAMED_SLOTS = ("mother", "father")
_ADDRESS = ("street", "street_2", "city", "region", "postal_code", "address")


@dataclass(frozen=True)
class Layout:
    """One export whose headings only make sense together; see `layouts.toml`."""

    title: str
    has: frozenset[str]
    hasnt: frozenset[str] = frozenset()
    bare: str = "student"
    system: str = "student"
    columns: dict[str, str] = field(default_factory=dict)
    skip: bool = False


@dataclass(frozen=True)
class Folder:
    """One set of files that belong together; `rules` is the TOML file as it stands."""

    title: str
    system: str
    needs: dict[str, list[str]]
    rules: dict[str, Any]


def key(text: str) -> str:
    """A heading or word as it is compared: letters and digits only, folded."""
    return "".join(filter(str.isalnum, fold(text)))


@lru_cache
def load(name: str) -> dict[str, Any]:
    """One file of `resources/formats`, without its ending, as TOML."""
    return tomllib.loads(_path(name).read_text(encoding="utf-8"))


def _path(name: str) -> Path:
    return resources.ROOT / "formats" / f"{name}.toml"


@lru_cache
def layouts() -> tuple[Layout, ...]:
    """The layouts in the order in which they are tried."""
    return tuple(
        Layout(
            title=rules["title"],
            has=frozenset(key(word) for word in rules["has"]),
            hasnt=frozenset(key(word) for word in rules.get("hasnt", ())),
            bare=rules.get("bare", "student"),
            system=rules.get("system", "student"),
            columns={key(word): name for word, name in rules.get("columns", {}).items()},
            skip=rules.get("skip", False),
        )
        for rules in load("layouts")["layout"]
    )


@lru_cache
def folders() -> tuple[Folder, ...]:
    """The sets of files that are joined, most demanding first."""
    found = []
    for name in ("sds", "sds_v1", "oneroster"):
        rules = load(name)
        found.append(Folder(rules["title"], rules["system"], rules["needs"], rules))
    return tuple(found)


@lru_cache
def never_stored() -> tuple[frozenset[str], tuple[str, ...]]:
    """Headings of what is never stored, and the endings that make any heading one of them."""
    rules = load("families")["never"]
    return frozenset(key(word) for word in rules["words"]), tuple(rules["endings"])


def is_never_stored(heading: str) -> bool:
    """Whether a column is private in a way that we must not keep: SSN, password, race, health."""
    words, endings = never_stored()
    short = key(heading)
    return short in words or short.endswith(endings)


@lru_cache
def _table(file: str, section: str) -> dict[str, str]:
    return {key(word): part for part, words in load(file)[section].items() for word in words}


@lru_cache
def _who() -> tuple[tuple[str, str], ...]:
    pairs = [(key(word), who) for who, words in load("families")["who"].items() for word in words]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@lru_cache
def fields(kind: str) -> tuple[str, ...]:
    """Our fields of a kind of file, in the order a list of choices shows them."""
    if kind == "hours":
        return tuple(load("hours")["part"])
    rules = load("families")
    person = [part for part in rules["part"] if part not in _ADDRESS]
    student = [*person, *rules["student"]]
    guardian = dict.fromkeys([*rules["part"], *rules["guardian"]])
    slots = (*SLOTS, *NAMED_SLOTS)
    return (
        *(f"student_{part}" for part in student),
        *(f"{slot}_{part}" for slot in slots for part in guardian),
        *rules["family"],
        *_ADDRESS,
    )


@lru_cache(maxsize=4096)
def field_of(heading: str, kind: str, bare: str) -> str:
    """Our field for a heading, or "" where none fits.

    `bare` says whose a heading without a person in it is: "student" or "guardian".
    """
    short = key(heading)
    if not short:
        return ""
    if kind == "hours":
        name = heading.strip()
        return name if name in fields(kind) else _table("hours", "part").get(short, "")
    if heading in fields(kind) and heading not in _ADDRESS:
        return heading
    family = _table("families", "family").get(short)
    if family:
        return family
    return _of_someone(short) or _bare(short, bare)


def _of_someone(short: str) -> str:
    """The field for a heading that says whose it is: "Parent 2 Cell", "Child's grade"."""
    for word, who in _who():
        # One letter is a word only with a number behind it: "g1phone", never "grade".
        if not short.startswith(word) or (len(word) == 1 and not short[1:2].isdigit()):
            continue
        rest, number = short[len(word) :], ""
        if rest[:1].isdigit():
            number, rest = rest[0], rest[1:]
        found = _with_slot(who, number, rest)
        if not found and not number and rest[-1:].isdigit():
            found = _with_slot(who, rest[-1], rest[:-1])
        if not found and rest.startswith("s"):  # "Parent's", "Student's"
            found = _with_slot(who, number, rest[1:])
        if found:
            return found
    return ""


def _with_slot(who: str, number: str, rest: str) -> str:
    if who == "student":
        part = _part(rest, "student")
        if part in _ADDRESS:
            return part
        return f"student_{part}" if part else ""
    slot = who
    if who == "guardian":
        slot = f"guardian_{number or '1'}"
    elif number and number != who[-1]:
        return ""
    if slot not in SLOTS and slot not in NAMED_SLOTS:
        return ""
    part = _part(rest, "guardian")
    return f"{slot}_{part}" if part else ""


def _part(rest: str, who: str) -> str:
    if not rest:
        return "name"
    return _table("families", who).get(rest) or _table("families", "part").get(rest, "")


def _bare(short: str, bare: str) -> str:
    if bare == "guardian":
        # A list of guardians may still say what belongs to the child.
        part = _table("families", "part").get(short)
        if part:
            return f"guardian_1_{part}"
        student = _table("families", "student").get(short, "")
        if student and student != "number":
            return f"student_{student}"
        part = _table("families", "guardian").get(short, "")
        return f"guardian_1_{part}" if part else ""
    part = _table("families", "student").get(short) or _table("families", "part").get(short, "")
    if part in _ADDRESS:
        return part
    if part == "language":
        return "home_language"
    if part:
        return f"student_{part}"
    part = _table("families", "guardian").get(short, "")
    return f"guardian_1_{part}" if part in {"relationship", "lives_with"} else ""


@lru_cache(maxsize=4096)
def is_known_heading(text: str) -> bool:
    """Whether a cell looks like a heading of any of our formats."""
    short = key(text)
    if len(short) < 2 or len(text) > 60 or short.isdigit():
        return False
    if any(short in layout.has for layout in layouts()) or is_never_stored(text):
        return True
    return bool(field_of(text, "families", "student") or field_of(text, "hours", ""))
