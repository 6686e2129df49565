# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The designs of certificates, read from their TOML files."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import resources
from coordinator.documents.fonts import face
from coordinator.documents.lettering import Lettering
from coordinator.errors import Problem
from coordinator.i18n import _, language

Colour = tuple[int, int, int]
_FOLDER = resources.ROOT / "certificates"


@dataclass(frozen=True)
class Block:
    """One piece of the column of words: what it says, how it is set, how far below the last."""

    kind: str  # text, name or ornament
    drop: float  # from the baseline above, pt
    stretch: float = 0.0  # its share of room to spare, and of room that lacks
    style: Lettering | None = None
    size: float = 0.0
    floor: float = 0.0  # the smallest size; the same as `size` for paragraphs
    leading: float = 0.0
    measure: float = 0.0  # the widest line, pt
    colour: str = "black"
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by language
    when: tuple[str, ...] = ()  # only when all of these values are there
    unless: tuple[str, ...] = ()  # only when none of these values is there
    ornament: str = ""
    shrinks: bool = False  # its size gives way where a column is too long


@dataclass(frozen=True)
class Sheet:
    """Where things stand on one paper, in pt from the lower left corner."""

    width: float
    height: float
    top: float  # baseline of the first block
    top_with_logo: float
    bottom: float  # lowest baseline of the column
    signatures: float  # the lines to sign on
    foot: float  # number and code
    foot_side: float  # from the edge, where the foot line is at the sides
    date: float  # where the date stands by itself; 0 when it is part of the column
    logo: float  # middle of the logo; 0 when it stands left of the first line
    logo_size: tuple[float, float]


@dataclass(frozen=True)
class Design:
    """One design of certificates: words, faces, colours and places; equal by its key."""

    key: str
    order: int
    names: Mapping[str, str]
    about: Mapping[str, str]
    art: str
    colours: Mapping[str, Colour]
    blocks: tuple[Block, ...]
    sheets: Mapping[str, Sheet]
    signer: Lettering
    title: Lettering
    foot: Lettering
    foot_size: float
    date: Lettering
    date_size: float
    signature_sizes: tuple[float, float]  # name, title
    signature_line: str  # colour
    foot_at_sides: bool
    languages: tuple[str, ...]

    @property
    def name(self) -> str:
        """The design's name in the language spoken now."""
        return self.names.get(language(), self.names["en"])

    def spoken(self, wanted: str) -> str:
        """The language a certificate is written in: the wanted one, or English."""
        return wanted if wanted in self.languages else "en"

    def __hash__(self) -> int:
        return hash(self.key)


def list_designs() -> list[Design]:
    """The designs that come with the program, simplest first."""
    loaded = [_design(path) for path in sorted(_FOLDER.glob("*.toml")) if path.stem != "words"]
    return sorted(loaded, key=lambda design: design.order)


def get_design(key: str) -> Design:
    """One design by its key; raises Problem when there is none of that name."""
    path = _FOLDER / f"{key}.toml"
    if path.stem == key != "words" and path.is_file():
        return _design(path)
    names = ", ".join(design.key for design in list_designs())
    raise Problem(
        _("There is no certificate design {name}; choose one of these: {names}.").format(
            name=key, names=names
        )
    )


@lru_cache(maxsize=64)
def _design(path: Path) -> Design:
    return read_design(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))


@lru_cache(maxsize=1)
def words() -> dict[str, dict[str, Any]]:
    """Words that all designs share, by language: hours in each plural form, date, number."""
    return tomllib.loads((_FOLDER / "words.toml").read_text(encoding="utf-8"))


def read_design(key: str, table: Mapping[str, Any]) -> Design:
    """A design from the tables of its TOML file; KeyError or ValueError where one is wrong."""
    blocks = tuple(_block(entry, table["styles"]) for entry in table["block"])
    spoken = [set(block.texts) for block in blocks if block.texts]
    foot = table["foot"]
    signatures = table["signatures"]
    return Design(
        key=key,
        order=table["order"],
        names=table["name"],
        about=table["about"],
        art=table["art"],
        colours={name: _colour(value) for name, value in table["colours"].items()},
        blocks=blocks,
        sheets={paper: _sheet(entry) for paper, entry in table["paper"].items()},
        signer=_lettering(signatures["name"]),
        title=_lettering(signatures["title"]),
        foot=_lettering(foot),
        foot_size=foot["size"],
        date=_lettering(foot["date"]),
        date_size=foot["date"]["size"],
        signature_sizes=(signatures["name"]["size"], signatures["title"]["size"]),
        signature_line=signatures["line"],
        foot_at_sides=foot.get("at_sides", False),
        languages=tuple(sorted(set.intersection(*spoken))),
    )


def _sheet(entry: Mapping[str, Any]) -> Sheet:
    plain = {name: value for name, value in entry.items() if name != "logo_size"}
    wide, high = entry["logo_size"]
    return Sheet(**plain, logo_size=(wide, high))


def _colour(value: list[int]) -> Colour:
    red, green, blue = value
    return red, green, blue


def _lettering(entry: Mapping[str, Any]) -> Lettering:
    cut = face(
        entry["family"],
        entry.get("weight", 400),
        italic=entry.get("italic", False),
        optical=entry.get("optical", 0),
    )
    return Lettering(cut, entry.get("tracking", 0), tuple(entry.get("features", ())))


def _block(entry: Mapping[str, Any], styles: Mapping[str, Any]) -> Block:
    """A block; what it does not say itself comes from its style."""
    stretch, drop = entry.get("stretch", 0.0), entry["drop"]
    when, unless = tuple(entry.get("when", ())), tuple(entry.get("unless", ()))
    if "ornament" in entry:
        name = entry["ornament"]
        return Block("ornament", drop, stretch, ornament=name, when=when, unless=unless)
    style = {**styles[entry["style"]], **entry}
    texts = {
        lang: (text,) if isinstance(text, str) else tuple(text)
        for lang, text in entry["text"].items()
    }
    return Block(
        kind=entry.get("kind", "text"),
        drop=drop,
        stretch=stretch,
        style=_lettering(style),
        size=style["size"],
        floor=style.get("floor", style["size"]),
        leading=style.get("leading", style["size"] * 1.35),
        measure=style["measure"],
        colour=style.get("colour", "black"),
        texts=texts,
        when=when,
        unless=unless,
        shrinks=style.get("shrinks", False),
    )
