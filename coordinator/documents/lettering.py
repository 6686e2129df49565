# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Words set by HarfBuzz: kerning, marks, ligatures, small capitals, as PDF text operators."""

import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from coordinator.documents.embedding import EmbeddedFont, glyph_width
from coordinator.documents.fonts import Face, covering, shaper

if TYPE_CHECKING:
    import uharfbuzz as hb
    from reportlab.pdfgen.canvas import Canvas

# What stands between words in running text; no-break spaces only steer where lines end.
NO_BREAK = "\u00a0"
_FIGURES = frozenset("0123456789.,-")
_REMEMBERED = 20_000  # words of one lettering
_DOT_ROOM = 160  # beside a middle dot that parts two sayings, in 1/1000 of the size


@dataclass(frozen=True)
class Lettering:
    """How words look apart from their size: face, tracking in 1/1000 of the size, features."""

    face: Face
    tracking: int = 0
    features: tuple[str, ...] = ()
    _hash: int = field(init=False, repr=False, compare=False, default=0)
    shaped: dict[str, "Word"] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )  # the words set so far: asking a cache keyed by the whole lettering is slow

    def __hash__(self) -> int:
        return self._hash

    def __post_init__(self) -> None:
        # Letterings are keys of every cache, for every word.
        object.__setattr__(self, "_hash", hash((self.face, self.tracking, self.features)))

    def covering(self, text: str) -> "Lettering":
        """This lettering, in the first face that has all letters of `text`."""
        cut = covering(text, self.face)
        return self if cut is self.face else Lettering(cut, self.tracking, self.features)

    def hb_features(self) -> dict[str, bool]:
        """The features for HarfBuzz, a minus switching one off; tracking takes ligatures apart."""
        features = {name.lstrip("-"): not name.startswith("-") for name in self.features}
        return features | ({"liga": False, "clig": False} if self.tracking else {})

    @property
    def small_caps(self) -> bool:
        """Whether letters are set as small capitals: their text is lower-cased before shaping."""
        return "smcp" in self.features


class Word(NamedTuple):
    """One shaped word; `width` in sizes, `parts` as (rise in sizes, inside of a TJ array)."""

    width: float
    parts: tuple[tuple[float, str], ...]
    glyphs: tuple[tuple[int, str], ...]
    exact: bool  # its glyphs, read back one by one, are its text
    ops: str  # the one part of a word that stays on the baseline; else empty


def shape_word(text: str, style: Lettering) -> Word:
    """One word or space as glyphs of its face, placed by HarfBuzz with default features.

    Never `dlig`: it changes names. Tracking switches ligatures off.
    """
    word = style.shaped.get(text)
    if word is None:
        if len(style.shaped) > _REMEMBERED:
            style.shaped.clear()
        word = style.shaped[text] = _shaped(text, style)
    return word


def _shaped(text: str, style: Lettering) -> Word:
    import uharfbuzz as hb

    if len(text) > 1 and _FIGURES.issuperset(text) and not _kerned_figures(style):
        return _figures(text, style)
    font = shaper(style.face)
    text = unicodedata.normalize("NFC", text.lower() if style.small_caps else text)
    buffer = hb.Buffer()
    # Marks keep their own cluster, so that each glyph can tell its own letter to text search.
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, style.hb_features())
    return _word(buffer, text, style)


@lru_cache(maxsize=64)
def _kerned_figures(style: Lettering) -> bool:
    """Whether figures stand closer in some pairs; else each number need not be shaped anew."""
    import uharfbuzz as hb

    font = shaper(style.face)
    buffer = hb.Buffer()
    buffer.add_str("".join(one + other for one in _FIGURES for other in _FIGURES))
    buffer.guess_segment_properties()
    hb.shape(font, buffer, style.hb_features())
    alone = [font.get_glyph_h_advance(info.codepoint) for info in buffer.glyph_infos]
    return alone != [place.x_advance for place in buffer.glyph_positions]


def _figures(text: str, style: Lettering) -> Word:
    digits = [shape_word(digit, style) for digit in text]
    shown = "".join([digit.parts[0][1] for digit in digits])
    glyphs = tuple(glyph for digit in digits for glyph in digit.glyphs)
    width = sum(digit.width for digit in digits)
    return Word(width, ((0.0, shown),), glyphs, exact=True, ops=shown)


def _word(buffer: "hb.Buffer", text: str, style: Lettering) -> Word:
    """The glyphs of a shaped buffer as inside of TJ arrays: hex codes and kerns in 1/1000."""
    scale = 1000 / shaper(style.face).face.upem
    parts: list[tuple[float, str]] = []
    ops: list[str] = []
    rise, owed, total = 0.0, 0.0, 0.0
    infos, places = buffer.glyph_infos, buffer.glyph_positions
    letters = _letters_of(
        [info.codepoint for info in infos], [info.cluster for info in infos], text
    )
    for info, place in zip(infos, places, strict=True):
        gid = info.codepoint
        if place.y_offset != rise:
            parts.append((rise * scale / 1000, _strings(ops)))
            ops, rise = [], place.y_offset
        advance, shift = place.x_advance * scale, place.x_offset * scale
        advance += style.tracking if place.x_advance else 0
        before = owed + shift
        if abs(before) > 0.4:
            ops.append(f"{-before:.0f}")
        else:
            before = 0.0
        ops.append(f"<{gid:04X}>")
        # What the viewer has moved so far against where HarfBuzz wants the next glyph.
        owed = owed - before + advance - glyph_width(style.face, gid)
        total += advance
    if abs(owed) > 0.4:
        ops.append(f"{-owed:.0f}")
    parts.append((rise * scale / 1000, _strings(ops)))
    if text == "·":
        parts, total = [(0.0, f"-{_DOT_ROOM} {parts[0][1]} -{_DOT_ROOM}")], total + 2 * _DOT_ROOM
    plain = not any(map(unicodedata.combining, text))
    exact = plain and len(parts) == 1 and len(letters) == len(text)
    shown = tuple(part for part in parts if part[1])
    level = shown[0][1] if len(shown) == 1 and not shown[0][0] else ""
    return Word(total / 1000, shown, tuple(letters), exact, level)


def _letters_of(gids: list[int], clusters: list[int], text: str) -> list[tuple[int, str]]:
    """Each glyph with the text it stands for; a letter drawn as several is taken apart."""
    ends = [*sorted(set(clusters)), len(text)]
    following = dict(pairwise(ends))
    letters: list[tuple[int, str]] = []
    for place, (gid, start) in enumerate(zip(gids, clusters, strict=True)):
        whole = text[start : following[start]]
        if clusters.count(start) > 1:
            parts = unicodedata.normalize("NFD", whole)
            nth = place - clusters.index(start)
            whole = parts[nth] if nth < len(parts) else ""
        letters.append((gid, whole))
    return letters


def _strings(ops: list[str]) -> str:
    """The operands of one TJ array, neighbouring hex strings joined."""
    return "".join(ops).replace("><", "")


def words_of(text: str) -> list[str]:
    """The words of a text: parted by spaces, not by no-break spaces."""
    return [word for word in text.replace("\n", " ").split(" ") if word]


@lru_cache(maxsize=16384)
def text_width(text: str, style: Lettering) -> float:
    """Width of one line in sizes (at 1 pt), without the tracking after its last letter."""
    words = text.split()
    if not words:
        return 0.0
    gaps = shape_word(" ", style).width * (len(words) - 1)
    return sum(shape_word(word, style).width for word in words) + gaps - style.tracking / 1000


@dataclass
class Typesetter:
    """Sets the words of one document and remembers which glyphs of which face it needs."""

    fonts: dict[Face, EmbeddedFont] = field(default_factory=dict)
    _seen: dict[Lettering, dict[str, Word]] = field(default_factory=dict)

    def _words(self, text: str, style: Lettering) -> list[Word]:
        """The space and then the words of a line, their glyphs booked for the embedded font."""
        seen = self._seen.get(style)
        if seen is None:
            seen = self._seen[style] = {}
        found = []
        for word in (" ", *text.split()):
            shaped = seen.get(word)
            if shaped is None:
                shaped = seen[word] = shape_word(word, style)
                self.font(style.face).use(shaped.glyphs)
            found.append(shaped)
        return found

    def font(self, cut: Face) -> EmbeddedFont:
        """The embedded font of one cut in this document."""
        font = self.fonts.get(cut)
        if font is None:
            font = self.fonts[cut] = EmbeddedFont(cut, f"G{len(self.fonts) + 1}")
        return font

    def line(
        self, text: str, style: Lettering, size: float, x: float, y: float, share: float = 0.0
    ) -> str:
        """Operators that draw one line, inside BT and ET; `share` of its width is left of (x, y).

        Where glyphs alone would be read back wrongly, the written text goes along as ActualText.
        """
        space, *words = self._words(text, style)
        if not words:
            return ""
        if share:
            wide = sum([word.width for word in words]) + space.width * (len(words) - 1)
            x -= (wide - style.tracking / 1000) * size * share
        pieces = [word.ops for word in words]
        # A blank on both sides: a kern may end one word and begin the next.
        gap = f" {space.ops} "
        shown = f"[{gap.join(pieces)}]TJ" if all(pieces) else _risen(words, space.ops, size)
        key = self.font(style.face).key
        ops = f"BT /{key} {size:.5g} Tf {x:.2f} {y:.2f} Td {shown.replace('> <', '')} ET"
        # Readers miss the narrow spaces of the script and put lines between letter and mark.
        script = style.face.family == "Great Vibes"
        if style.small_caps or script or not all(word.exact for word in words):
            written = text.replace(NO_BREAK, " ").encode("utf-16-be").hex().upper()
            ops = f"/Span<</ActualText<FEFF{written}>>>BDC {ops} EMC"
        return ops


def _risen(words: list[Word], space: str, size: float) -> str:
    """A line some of whose marks are lifted off the baseline."""
    shown: list[str] = []
    for place, word in enumerate(words):
        parts = word.parts if not place else ((0.0, space), *word.parts)
        for rise, ops in parts:
            shown.append(f"{rise * size:.2f} Ts [{ops}]TJ")
    return " ".join(shown) + " 0 Ts"


def centred(width: float, size: float, centre: float) -> float:
    """The left end of a line `width` sizes wide around `centre`."""
    return centre - width * size / 2


def canvas_text(
    canvas: "Canvas",
    x: float,
    y: float,
    text: str,
    style: Lettering,
    size: float,
    align: str = "left",
) -> float:
    """Draw one kerned line on a ReportLab canvas in its current fill colour; gives its width in pt.

    `align` is 'left', 'centre' or 'right' of x. For headings and names of 14 pt and more; plain
    `drawString` with `registered(face)` does for small type.
    """
    style = style.covering(text)
    document = canvas._doc
    setter: Typesetter | None = getattr(document, "coordinator_typesetter", None)
    if setter is None:
        setter = Typesetter()
        # On the document, so that all headings of one file share their fonts.
        setattr(document, "coordinator_typesetter", setter)  # noqa: B010
    known = set(setter.fonts)
    width = text_width(text, style) * size
    left = {"left": x, "centre": x - width / 2, "right": x - width}[align]
    ops = setter.line(text, style, size, left, y)
    for cut in setter.fonts.keys() - known:
        document.delayedFonts.append(setter.fonts[cut])
    canvas._code.append(f"q {ops} Q")
    return width
