# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Names and paragraphs fitted into their boxes: size, lines, room between lines."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from coordinator.documents.fonts import shaper
from coordinator.documents.lettering import NO_BREAK, Lettering, text_width, words_of

# A line never ends with one of these: the word that follows belongs to them.
_PARTICLES = {
    *("de", "del", "la", "las", "los", "el", "y", "e", "i", "&", "and", "und", "et", "al"),
    *("da", "das", "do", "dos", "di", "du", "des", "le", "van", "von", "der", "den", "zu"),
    *("bin", "ibn", "bint", "san", "santa", "mc", "mac", "o'", "st.", "st"),
    *("dr.", "dra.", "mr.", "mrs.", "ms.", "mx.", "sr.", "sra.", "señor", "señora"),
}
_STAND_IN = {"Great Vibes": 0.84}  # a text face looks larger than the script at one size


Outcome = Literal["fits", "two_lines", "too_wide"]


@dataclass(frozen=True)
class Fitted:
    """Lines of one block, ready to be placed; widths in sizes, size and leading in pt."""

    lines: tuple[str, ...]
    widths: tuple[float, ...]
    style: Lettering
    size: float
    leading: float
    outcome: Outcome = "fits"
    above: float = 0.0  # how far the first line's ink reaches above its baseline, names only

    @property
    def depth(self) -> float:
        """From the first baseline to the last, in pt."""
        return self.leading * (len(self.lines) - 1)


@lru_cache(maxsize=8192)
def fit_name(name: str, style: Lettering, sizes: tuple[float, float, float], box: float) -> Fitted:
    """A name in a box `box` pt wide: one line down to the floor, then two balanced lines.

    `sizes`: the largest, the smallest, and the largest for two lines. A name too wide even so is
    made smaller than the floor and says so; it is never clipped. Rules: PRINT section 3.
    """
    wanted = style.face.family
    style = style.covering(name)
    share = 1.0 if style.face.family == wanted else _STAND_IN.get(wanted, 1.0)
    largest, floor, largest_of_two = (size * share for size in sizes)
    width = text_width(name, style)
    size = min(largest, box / width) if width else largest
    first, second = (name, "") if size >= floor else _halves(name, style)
    above, below = _ink(first, style)
    if not second:
        outcome: Outcome = "fits" if size >= floor else "too_wide"
        return Fitted((first,), (width,), style, size, size, outcome, above * size)
    widths = (text_width(first, style), text_width(second, style))
    size = min(max(floor, largest_of_two), box / max(widths))
    leading = size * max(1.12, below + _ink(second, style)[0] + 0.07)
    outcome = "two_lines" if size >= floor else "too_wide"
    return Fitted((first, second), widths, style, size, leading, outcome, above * size)


def glued(name: str) -> str:
    """A name with no-break spaces after its particles, so that no line ends with one."""
    words = words_of(name)
    joined = ""
    for place, word in enumerate(words):
        last = place == len(words) - 1
        joined += word + ("" if last else NO_BREAK if word.casefold() in _PARTICLES else " ")
    return joined


def _halves(name: str, style: Lettering) -> tuple[str, str]:
    """A name in the two lines whose wider one is narrowest; the second is empty for one word."""
    units = words_of(glued(name))
    splits = [(" ".join(units[:at]), " ".join(units[at:])) for at in range(1, len(units))]
    if not splits:
        return name, ""
    return min(splits, key=lambda pair: max(text_width(half, style) for half in pair))


def _ink(text: str, style: Lettering) -> tuple[float, float]:
    """How far the ink of a line reaches above and below its baseline, in sizes."""
    reaches = [_word_ink(word, style) for word in text.split()] or [(0.0, 0.0)]
    return max(above for above, _below in reaches), max(below for _above, below in reaches)


@lru_cache(maxsize=16384)
def _word_ink(word: str, style: Lettering) -> tuple[float, float]:
    import uharfbuzz as hb

    font = shaper(style.face)
    buffer = hb.Buffer()
    buffer.add_str(unicodedata.normalize("NFC", word))
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    above = below = 0.0
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        extents = font.get_glyph_extents(info.codepoint)
        if extents is not None:
            top = place.y_offset + extents.y_bearing
            above, below = max(above, top), max(below, -(top + extents.height))
    upem = font.face.upem
    return above / upem, below / upem


@lru_cache(maxsize=8192)
def fit_text(
    text: str, style: Lettering, sizes: tuple[float, float], leading: float, measure: float
) -> Fitted:
    """Text centred in a measure: shrunk from the first size to the second, then in lines.

    Lines are as few as can be and then as even as can be; words are never cut.
    """
    style = style.covering(text)
    size, floor = sizes
    width = text_width(text, style)
    if width * size <= measure:
        return Fitted((text,), (width,), style, size, leading)
    if width * size > measure and floor < size:
        size = max(floor, measure / width)
    lines = balanced(text, style, measure / size)
    widths = tuple(text_width(line, style) for line in lines)
    if max(widths) * size > measure:  # one endless word
        size = measure / max(widths)
    return Fitted(lines, widths, style, size, leading * size / sizes[0])


def balanced(text: str, style: Lettering, measure: float) -> tuple[str, ...]:
    """The fewest lines within a measure (in sizes), then the narrowest that keep that count."""
    words = words_of(text)
    lines = _filled(words, style, measure)
    if len(lines) < 2:
        return tuple(lines) or ("",)
    low, high = 0.5 * measure, measure
    for _round in range(9):
        middle = (low + high) / 2
        tried = _filled(words, style, middle)
        if len(tried) > len(lines) or max(text_width(line, style) for line in tried) > measure:
            low = middle
        else:
            lines, high = tried, middle
    return tuple(lines)


def _filled(words: list[str], style: Lettering, measure: float) -> list[str]:
    """Lines filled one after the other up to a measure in sizes."""
    lines: list[str] = []
    space = text_width("n n", style) - 2 * text_width("n", style)
    width = 0.0
    for word in words:
        wide = text_width(word, style)
        if lines and width + space + wide <= measure:
            lines[-1] += " " + word
            width += space + wide
        else:
            lines.append(word)
            width = wide
    return lines
