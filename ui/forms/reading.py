# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Dates as people type them, in the order of the language of the screen."""

import re
from datetime import date
from functools import lru_cache

from coordinator.errors import Invalid
from coordinator.i18n import _, language, locale_of
from coordinator.text import fold

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{2}|\d{4}))?")
_WORDS = re.compile(
    r"(?:(\d{1,2})\D*?\s)?([^\W\d]{3,})\.?(?:\s+(\d{1,2}))?(?:,?(?:\s+de)?\s+(\d{4}))?"
)


def read_date(text: str, today: date) -> date:
    """A date from '2026-11-05', '11/5', '11/5/26', 'Nov 5', '5 nov 2026'.

    Month or day first follows the screen's language (English: month). Without a year it is the
    one that lies nearest to `today`. Raises Invalid for anything else.
    """
    plain = text.strip()
    found = _parts(plain)
    if found is None:
        raise Invalid("", _("Write a date such as {example}.").format(example=_example(today)))
    year, month, day = found
    try:
        return date(year, month, day) if year else _nearest(month, day, today)
    except ValueError:
        raise Invalid("", _("There is no such day: {text}").format(text=plain)) from None


def _example(today: date) -> str:
    month_first = language() == "en"
    first, second = (today.month, today.day) if month_first else (today.day, today.month)
    return f"{first}/{second}/{today.year}"


def _parts(plain: str) -> tuple[int, int, int] | None:
    """Year (0: not said), month, day."""
    if iso := _ISO.fullmatch(plain):
        return int(iso[1]), int(iso[2]), int(iso[3])
    if numbers := _NUMBERS.fullmatch(plain):
        one, two, year = int(numbers[1]), int(numbers[2]), int(numbers[3] or 0)
        month, day = (one, two) if language() == "en" else (two, one)
        if month > 12 >= day:
            month, day = day, month
        return (year + 2000 if 0 < year < 100 else year), month, day
    if words := _WORDS.fullmatch(fold(plain)):
        month = _months(locale_of()).get(words[2][:3], 0) or _months("en_US").get(words[2][:3], 0)
        written = words[1] or words[3]
        if month and written:
            return int(words[4] or 0), month, int(written)
    return None


@lru_cache
def _months(locale: str) -> dict[str, int]:
    from babel.dates import get_month_names  # heavy, so imported on first use

    names = get_month_names("wide", locale=locale)
    return {fold(str(name))[:3]: number for number, name in names.items()}


def _nearest(month: int, day: int, today: date) -> date:
    found = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue  # 29 February
    if not found:
        raise ValueError(f"{month}-{day}")
    return min(found, key=lambda d: abs((d - today).days))
