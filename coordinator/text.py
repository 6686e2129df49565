# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The one edge where text enters: normalising, and folding for search."""

import re
import unicodedata
from functools import lru_cache

from coordinator.errors import Invalid
from coordinator.i18n import _

LONGEST_LINE = 200
LONGEST_NOTE = 20_000

# Letters that Unicode does not take apart into a base letter and a mark.
_FOLDED = str.maketrans(
    {
        "ł": "l", "đ": "d", "ð": "d", "ø": "o", "ı": "i", "ħ": "h", "ŧ": "t", "þ": "th",
        "æ": "ae", "œ": "oe", "ß": "ss", "ŋ": "n", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ɔ": "o", "ɛ": "e",
        "ʻ": "", "ʼ": "", "’": "", "‘": "", "'": "", "`": "", "ー": "",
    }
)  # fmt: skip


class _Folding(dict[int, str | int | None]):
    """What each letter folds to, found out when it is first met; combining marks fall away."""

    def __missing__(self, code: int) -> int | None:
        kept = None if unicodedata.combining(chr(code)) else code
        self[code] = kept
        return kept


_FOLDING = _Folding(_FOLDED)
_BLANKS = re.compile(r"\s+")
_JOINERS_AT_AN_END = re.compile(r"[\u200c\u200d]+(?=\s|$)")
_NOT_DIGITS = re.compile(r"[^0-9]")


def _unwanted(char: str) -> bool:
    """Whether a character is invisible and can only do harm in a name or a note."""
    category = unicodedata.category(char)
    if category == "Cc":
        return char != "\n"
    if category == "Cf":
        # The joiners are letters' business in Persian, Hindi and emoji; between Latin letters
        # they only hide a difference, and `_joiners` takes them out there.
        return char not in "\u200c\u200d"
    return category in {"Cs", "Co"} or _is_no_character(char)


def _is_no_character(char: str) -> bool:
    """Whether Unicode will never give this code a meaning, so that XML cannot hold it.

    Not those of the category Cn: a letter newer than this Python is a letter all the same.
    """
    return ord(char) & 0xFFFE == 0xFFFE or "\ufdd0" <= char <= "\ufdef"


def _joiners(text: str) -> str:
    """Without zero-width joiners that stand beside no letter that joins."""
    if "\u200c" not in text and "\u200d" not in text:
        return text
    kept = [" "]
    for char in _JOINERS_AT_AN_END.sub("", text):
        before = kept[-1]
        if char not in "\u200c\u200d" or not (ord(before) < 0x0590 or before.isspace()):
            kept.append(char)
    return "".join(kept[1:])


def clean_text(text: str) -> str:
    """Text of several lines: NFC, without control, zero-width and bidi-override characters.

    Lines keep their breaks (as LF) and lose blanks at their ends; the whole is stripped.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    text = text.replace("\u2029", "\n").replace("\u0085", "\n").replace("\t", " ")
    text = "".join(char for char in text if not _unwanted(char))
    # Last: what stood between a letter and its accent is gone only now.
    text = unicodedata.normalize("NFC", _joiners(text))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def clean_line(text: str) -> str:
    """Text of one line: as `clean_text`, and every run of white space is one blank."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return _BLANKS.sub(" ", clean_text(text)).strip()


def short_line(text: str, field: str, most: int = LONGEST_LINE) -> str:
    """One cleaned line. Raises Invalid(field) beyond `most` letters: nothing is cut in silence."""
    return _within(clean_line(text), field, most)


def checked_note(text: str, field: str = "notes", most: int = LONGEST_NOTE) -> str:
    """Cleaned text of several lines. Raises Invalid(field) beyond `most` letters."""
    return _within(clean_text(text), field, most)


def _within(text: str, field: str, most: int) -> str:
    if len(text) > most:
        told = _("This is {count} letters long; {most} is the most that is kept.")
        raise Invalid(field, told.format(count=len(text), most=most))
    return text


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`text` as search sees it: small letters without accents; 'Łukasz Đặng' is 'lukasz dang'."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    return unicodedata.normalize("NFKD", text.casefold()).translate(_FOLDING)


def digits(text: str) -> str:
    """The digits of a phone number as 0-9, whatever script they were written in."""
    if text.isascii():
        return _NOT_DIGITS.sub("", text)
    return "".join(str(unicodedata.decimal(char)) for char in text if char.isdecimal())
