# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What is written in a cell, as the store keeps it: names, grades, languages, phones, ids."""

import re
from functools import lru_cache

from babel import Locale

from coordinator.errors import Invalid
from coordinator.families.checks import LONGEST_NAME
from coordinator.grades import ORDER
from coordinator.i18n import _
from coordinator.importing.formats import key, load
from coordinator.phones import clean_email, normal_phone
from coordinator.text import digits, fold

_SUFFIXES = {"jr", "sr", "ii", "iii", "iv", "v"}
_EXPONENT = re.compile(r"[+-]?\d+(?:[.,]\d+)?[eE][+-]?\d+")
_ORDINAL = re.compile(
    r"(?:grade|gr|grado|year|level)?0*(\d{1,2})(?:st|nd|rd|th|ro|do|to|mo|vo|no|er)?(?:grade|grado)?"
)
_NORTH_AMERICAN = re.compile(r"\+?1?[ .-]?\(?([2-9]\d{2})\)?[ .-]?(\d{3})[ .-]?(\d{4})")
_SEPARATED = re.compile(r"\s*[;,/|]\s*|\s+or\s+|\s+o\s+")
_ADDRESS = re.compile(r"(.+?),\s*([^,]+),\s*([A-Za-z]{2})\.?,?\s+(\d{4,5}(?:-\d{4})?)")


@lru_cache
def _words(section: str) -> dict[str, str]:
    table = load("values")[section]
    return {key(word) or word: name for name, words in table.items() for word in words}


@lru_cache
def _blank_words() -> frozenset[str]:
    return frozenset(word.casefold() for word in load("values")["blank"]["words"])


def is_blank(text: str) -> bool:
    """Whether a cell says that there is nothing: "", "n/a", "none". Never asked of names."""
    return not text or (len(text) <= _longest_blank() and text.casefold() in _blank_words())


@lru_cache
def _longest_blank() -> int:
    return max(map(len, _blank_words()))


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """`fold` word by word: first names come again and again, whole names hardly ever."""
    return " ".join(map(fold, name.split(" ")))


def full_name(first: str, middle: str, last: str, suffix: str) -> tuple[str, str]:
    """A name from its parts as it is written, and as it sorts ("Ruiz Peña, Ana")."""
    if not (first or middle) and last:
        return whole_name(f"{last} {suffix}" if suffix else last)
    given = f"{first} {middle}" if middle else first
    name = f"{given} {last}" if last else given
    sorts_as = f"{last}, {given}" if last else given
    if suffix:
        name, sorts_as = f"{name} {suffix}", f"{sorts_as} {suffix}"
    return name, sorts_as


def whole_name(text: str) -> tuple[str, str]:
    """A name from one cell, turned where it says "Last, First"; and as it sorts."""
    last, comma, rest = text.partition(",")
    last, given = last.strip(), rest.strip(" ,")
    if not comma or not last or not given:
        return text.strip(" ,"), text.strip(" ,")
    if key(given) in _SUFFIXES:
        return f"{last} {given}", f"{last} {given}"
    first, comma, suffix = given.rpartition(",")
    if comma and key(suffix) in _SUFFIXES:
        given = first.strip()
        return f"{given} {last} {suffix.strip()}", f"{last}, {given} {suffix.strip()}"
    given = given.replace(",", "")
    return f"{given} {last}", f"{last}, {given}"


def checked_length(text: str) -> str:
    """Text no longer than the store keeps; raises Invalid."""
    if len(text) > LONGEST_NAME:
        raise Invalid(
            "name",
            _("is {count} letters long; {most} is the most that is kept").format(
                count=len(text), most=LONGEST_NAME
            ),
        )
    return text


@lru_cache(maxsize=1024)
def grade_code(text: str) -> tuple[str, bool]:
    """The CEDS code of a grade and whether it is one; what is unknown stays as it is written."""
    if is_blank(text) and key(text) != "na":
        return "", True
    short = key(text)
    if text.startswith("-") and short.isdigit():  # PowerSchool: -2 and lower differ by state
        return ("PK" if int(short) == 1 else "PR"), True
    known = _words("grades").get(short)
    if known is None:
        found = _ORDINAL.fullmatch(short)
        if found and 1 <= int(found[1]) <= 12:
            return f"{int(found[1]):02d}", True
        if found and int(found[1]) == 0:
            return "KG", True
    if known is None and text.upper() in ORDER:
        known = text.upper()
    return (known, True) if known else (text, False)


@lru_cache
def _usual_languages() -> dict[str, str]:
    """The ways to write the languages that schools meet most -> code."""
    codes: dict[str, str] = {}
    for code, words in load("values")["languages"].items():
        for word in (code.replace("-", " ").casefold(), *words):
            codes[fold(word)] = code
    return codes


@lru_cache
def _all_languages() -> dict[str, str]:
    """The names of every language in English and Spanish -> code; slow to load, seldom needed."""
    codes: dict[str, str] = {}
    for locale in (Locale("en"), Locale("es")):
        for code, name in locale.languages.items():
            if "_" not in code:
                codes.setdefault(fold(name).strip(), code)
                codes.setdefault(code.casefold(), code)
    return codes


@lru_cache(maxsize=4096)
def language_code(text: str) -> str | None:
    """The code of a language written as a code or name in English, Spanish or itself, or None."""
    plain = " ".join(re.split(r"[\s_\-,;()/]+", fold(text))).strip()
    pieces = [plain, *(part.strip() for part in re.split(r"\s*[;,/(]\s*", fold(text)))]
    for names in (_usual_languages, _all_languages):
        for piece in pieces:
            if piece in names():
                return names()[piece]
    return None


@lru_cache(maxsize=4096)
def relationship(text: str) -> str:
    """A relationship in our words (Ed-Fi's list); what is not in it stays as it is written."""
    return "" if is_blank(text) else _words("relationships").get(key(text), text)


@lru_cache(maxsize=4096)
def yes_or_no(text: str) -> bool | None:
    """True or False where it is said; None for a blank, a "maybe" or anything else."""
    word = _words("yes_no").get(key(text) or text)
    return None if word is None else word == "yes"


def checked_id(text: str) -> str:
    """An id as it is written. Raises Invalid where a spreadsheet has damaged it."""
    if text.isdigit() and len(text) <= 15:
        return text
    if _EXPONENT.fullmatch(text):
        raise Invalid(
            "id", _("“{text}” was damaged by a spreadsheet; export it as text").format(text=text)
        )
    if text.isdigit() and len(text) > 15:
        raise Invalid(
            "id",
            _("“{text}” has more digits than a spreadsheet keeps; export it as text").format(
                text=text
            ),
        )
    return checked_length(text)


def emails_in(text: str) -> list[str]:
    """The addresses in a cell. Raises Invalid for what is none."""
    if is_blank(text):
        return []
    if text.startswith("* "):  # Google marks the first address so
        text = text[2:]
    parts = [text] if " " not in text and ";" not in text and "," not in text else None
    if parts is None:
        parts = re.split(r"\s*(?:[;,]|:::|\s)\s*", text)
    return [_email(part) for part in parts if part]


@lru_cache(maxsize=65536)
def _email(text: str) -> str:
    return clean_email(text)


def phone_in(text: str, region: str) -> str:
    """A number as the store keeps it ("+15552014118", or as written). Raises Invalid."""
    if region in {"US", "CA"}:
        found = _NORTH_AMERICAN.fullmatch(text)
        if found:  # thirty times faster than asking the library, with the same answer
            return f"+1{found[1]}{found[2]}{found[3]}"
    return normal_phone(text, region)


def tail(number: str) -> str:
    """The last ten digits of a number: the same however the country is written."""
    return number[1:][-10:] if number.startswith("+") else digits(number)[-10:]


def phones_in(text: str) -> list[str]:
    """The numbers in a cell as they are written, one by one."""
    if is_blank(text):
        return []
    if len(text) < 18:
        return [text]
    return [part for part in _SEPARATED.split(text) if part]


@lru_cache
def _street_words() -> dict[str, str]:
    table = load("values")["street"]
    return {fold(word): short for short, words in table.items() for word in words}


@lru_cache(maxsize=65536)
def street_key(text: str) -> str:
    """A street as it is compared: "12 Oak Street, Apt. 4" is "12 oak st #4"."""
    words = re.findall(r"[^\W_]+", fold(text))
    short = _street_words()
    return "".join(short.get(word, word) for word in words)


def address_in(text: str) -> dict[str, str]:
    """An address from one cell, taken apart where it ends in city, state and ZIP code."""
    found = _ADDRESS.fullmatch(text)
    if found is None:
        return {"street": text}
    return {
        "street": found[1],
        "city": found[2],
        "region": found[3].upper(),
        "postal_code": found[4],
    }
