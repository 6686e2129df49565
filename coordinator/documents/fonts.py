# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The faces of printed pages: pinned from variable files, and which letters each can draw."""

import importlib
import re
import unicodedata
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from coordinator import paths
from coordinator.errors import Problem
from coordinator.files import write_whole

if TYPE_CHECKING:
    import uharfbuzz as hb

# Where the letters of a name are looked for when its own face lacks one: the whole text moves.
_FALLBACKS = {
    "EB Garamond": ("Noto Serif",),
    "Great Vibes": ("EB Garamond", "Noto Serif"),
    "Playfair Display": ("EB Garamond", "Noto Serif"),
    "Cinzel": ("EB Garamond", "Noto Serif"),
    "Fraunces": ("Nunito", "Noto Sans"),
    "Montserrat": ("Noto Sans",),
    "Nunito": ("Noto Sans",),
    "Noto Sans": ("Noto Serif",),
    "Noto Serif": ("Noto Sans",),
}
FAMILIES = tuple(_FALLBACKS)

# Scripts whose letters stand side by side as they are typed; all others need shaping by script.
_PLAIN_SCRIPTS = ("LATIN ", "GREEK ", "CYRILLIC ", "COMBINING ", "MODIFIER ", "OKINA")
_LOOSE_MARK = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
# Western, Central European, Romanian, Vietnamese and Russian letters: Noto Sans has them all, and
# most names of a batch are settled without loading it.
_SURE = re.compile(
    "[ -~\u00a0-\u017f\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u0400-\u045f\u1e00-\u1eff"
    "\u2013\u2014\u2018-\u201e\u2026]*"
)
_PLAIN_SIGNS = "ªºµK Å№"


@dataclass(frozen=True)
class Face:
    """One cut of a family: every axis of its file has one value."""

    family: str
    weight: int = 400
    italic: bool = False
    width: int = 100
    optical: int = 0  # Fraunces only: the size in points it is drawn for

    @property
    def name(self) -> str:
        """The name of this cut in PDF files, as 'EBGaramond-500'; unlike that of any other."""
        parts = [self.family.replace(" ", ""), str(self.weight)]
        parts += [f"w{self.width}"] if self.width != 100 else []
        parts += [f"o{self.optical}"] if self.optical else []
        return "-".join(parts) + ("i" if self.italic else "")


@lru_cache(maxsize=256)
def face(
    family: str, weight: int = 400, *, italic: bool = False, width: int = 100, optical: int = 0
) -> Face:
    """One cut of a packaged family; `width` 80 of Noto Sans is the narrow one.

    Raises KeyError for a family that is not packaged: designs are checked when they are read.
    """
    if family not in _FALLBACKS:
        raise KeyError(family)
    weight = 400 if family == "Great Vibes" else weight
    optical = (optical or 72) if family == "Fraunces" else 0
    width = width if family.startswith("Noto") else 100
    return Face(family, weight, italic and family != "Great Vibes", width, optical)


@lru_cache(maxsize=64)
def font_data(cut: Face) -> bytes:
    """The TrueType file of one cut, all glyphs and layout rules kept, without hinting."""
    source = _source(cut)
    # Another version of the package has another size or time; asking for its number is slow.
    made = source.stat()
    name = f"{cut.name}-{made.st_size}-{int(made.st_mtime)}.font"
    with suppress(OSError, Problem):
        whole = (paths.cache_folder() / name).read_bytes()
        # The check sum in front tells a damaged cache from a good one.
        if whole[:4] == _check_sum(whole[4:]):
            return whole[4:]
    data = _pinned(source, cut)
    # A folder that cannot be written only costs the pinning again.
    with suppress(Problem), write_whole(paths.cache_folder() / name) as file:
        file.write(_check_sum(data) + data)
    return data


def _check_sum(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(4, "big")


def _source(cut: Face) -> Path:
    """The packaged file that holds a cut."""
    slug = cut.family.lower().replace(" ", "_")
    root = importlib.import_module(f"fontpkg_{slug}").ROOT
    for path in sorted((Path(root) / "files").glob("*.ttf")):
        if ("-Italic" in path.name) == cut.italic:
            return path
    raise FileNotFoundError(f"{cut.family} has no such style")


def _pinned(source: Path, cut: Face) -> bytes:
    """The file with each of its axes at one value.

    The files' own defaults are wrong for us: Montserrat 100, Fraunces 900 with WONK 1.
    """
    import uharfbuzz as hb

    whole = hb.Face(hb.Blob.from_file_path(str(source)))
    wish = hb.SubsetInput()
    wish.keep_everything()
    wish.flags |= hb.SubsetFlags.NO_HINTING
    places = {"wght": cut.weight, "wdth": cut.width, "SOFT": 100, "WONK": 0, "opsz": cut.optical}
    for axis in whole.axis_infos:
        at = places.get(axis.tag, axis.default_value)
        wish.pin_axis_location(whole, axis.tag, min(max(at, axis.min_value), axis.max_value))
    return bytes(hb.subset(whole, wish).blob.data)


@lru_cache(maxsize=64)
def shaper(cut: Face) -> "hb.Font":
    """HarfBuzz's view of one cut, at its own units per em."""
    import uharfbuzz as hb

    return hb.Font(hb.Face(hb.Blob(font_data(cut))))


@lru_cache(maxsize=64)
def letters(cut: Face) -> frozenset[int]:
    """Every code point one cut has a glyph for."""
    return frozenset(shaper(cut).face.unicodes)


def missing(text: str, cut: Face) -> set[str]:
    """The characters of `text` that one cut cannot draw; empty when it draws the whole."""
    if text.isascii():  # every packaged face has these letters
        return set()
    have = letters(cut)
    normal = unicodedata.normalize("NFC", text)
    if have.issuperset(map(ord, normal)) and not _LOOSE_MARK.search(normal):
        return set()
    lacking = {
        char
        for char in set(normal)
        if ord(char) not in have
        and not char.isspace()
        # HarfBuzz takes a letter apart and sets the mark where the composed one is missing.
        and not _has_parts(char, cut)
    }
    for place, char in enumerate(normal):
        if unicodedata.combining(char) and not (place and _carries(normal[place - 1], char, cut)):
            lacking.add(char)
    return lacking


def _has_parts(char: str, cut: Face) -> bool:
    parts = unicodedata.normalize("NFD", char)
    have = letters(cut)
    return (
        len(parts) > 1
        and all(ord(part) in have for part in parts)
        and all(_carries(before, mark, cut) for before, mark in pairwise(parts))
    )


@lru_cache(maxsize=4096)
def _carries(base: str, mark: str, cut: Face) -> bool:
    """Whether a face says where a mark sits on a letter; else it floats beside it.

    EB Garamond knows ọ with a grave, but not Ọ; Fraunces knows no loose mark at all.
    """
    import uharfbuzz as hb

    buffer = hb.Buffer()
    buffer.add_str(base + mark)
    buffer.guess_segment_properties()
    hb.shape(shaper(cut), buffer)
    places = buffer.glyph_positions
    joined = len(places) == 1  # one glyph drawn for both
    return joined or any(
        place.x_advance == 0 and (place.x_offset or place.y_offset) for place in places[1:]
    )


def fallbacks(cut: Face) -> Iterator[Face]:
    """One cut and those that stand in for it, nearest in looks first."""
    yield cut
    for family in _FALLBACKS[cut.family]:
        # Fraunces is darker than a sans of the same weight.
        weight = cut.weight + (180 if cut.family == "Fraunces" else 0)
        yield face(family, min(weight, 800), italic=cut.italic)


@lru_cache(maxsize=65536)
def covering(text: str, cut: Face) -> Face:
    """The cut for the whole of `text`: its own, or the first fallback that has every letter.

    The last fallback is given where none has them; `undrawable` lists such texts beforehand.
    """
    stand_in = cut
    for stand_in in fallbacks(cut):
        if not missing(text, stand_in):
            break
    return stand_in


@lru_cache(maxsize=65536)
def undrawable(text: str) -> frozenset[str]:
    """The characters of `text` that cannot be printed rightly; empty for most names.

    A character is listed when no packaged face has it, or when its script needs shaping that
    the program does not do yet (Arabic, Hebrew, Devanagari, Khmer, Burmese, Thai, Chinese...).
    """
    normal = unicodedata.normalize("NFC", text)
    if _SURE.fullmatch(normal):
        return frozenset()
    odd = frozenset(char for char in set(normal) if not _plain(char))
    lacking = missing(normal, face("Noto Sans"))
    for cut in (face("Noto Serif"), face("EB Garamond")):
        lacking = lacking and lacking & missing(normal, cut)
    return odd | lacking


@lru_cache(maxsize=4096)
def _plain(char: str) -> bool:
    """Whether a character stands as it is typed, without rules of its script."""
    if unicodedata.category(char)[0] not in "LM" or char in _PLAIN_SIGNS:
        return True
    return unicodedata.name(char, "").startswith(_PLAIN_SCRIPTS)


@lru_cache(maxsize=64)
def registered(cut: Face) -> str:
    """The name under which ReportLab's `setFont` and `drawString` know a cut; loads it once."""
    from io import BytesIO

    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFNameBytes, TTFont

    font = TTFont(cut.name, BytesIO(font_data(cut)))
    # ReportLab takes faces of one PostScript name for one face, and the file's name is the family.
    font.face.name = TTFNameBytes(cut.name.encode("ascii"))
    font.face.filename = cut.name
    pdfmetrics.registerFont(font)
    return cut.name
