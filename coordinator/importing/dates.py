# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Dates as files write them: one order of day and month for the whole file, never cell by cell."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from coordinator.errors import Invalid, Problem
from coordinator.i18n import _
from coordinator.importing.formats import key

ORDERS = ("mdy", "dmy", "ymd")
_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "jan january ene enero", "feb february febrero", "mar march marzo",
            "apr april abr abril", "may mayo", "jun june junio", "jul july julio",
            "aug august ago agosto", "sep sept september septiembre set setiembre",
            "oct october octubre", "nov november noviembre", "dec december dic diciembre",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip
_NUMBERS = re.compile(r"(\d{1,4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,4})(?:[T ,].*)?")
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[-/. ]*(?:de )?([^\W\d_]+)\.?[-/, ]*(?:de[l]? )?(\d{2,4})"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?[-/ ]*(\d{1,2})(?:st|nd|rd|th)?[-/, ]+(\d{2,4})")
_SERIAL = re.compile(r"\d{5}")
_COMPACT = re.compile(r"(?:19|20)\d{6}")
# Excel counts a 29 February 1900 that never was: 30 December 1899 makes later days right.
_EXCEL_ZERO = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 367, 73_050  # 1901 to the end of 2099
_OLDEST_PUPIL = 22


@dataclass(frozen=True)
class DateOrder:
    """The order that a file's dates are read in; `sure` when a date in it says so itself."""

    order: str
    sure: bool


def checked_order(order: str | None) -> str | None:
    """An order as asked for. Raises Problem for any but mdy, dmy, ymd."""
    if order is not None and order not in ORDERS:
        raise Problem(
            _("“{order}” is no order of a date; write one of: {orders}.").format(
                order=order, orders=", ".join(ORDERS)
            )
        )
    return order


def guess_order(texts: Iterable[str], otherwise: str) -> DateOrder:
    """The order most of the dates fit; `otherwise` where none of them can tell.

    Dates with the year in front, with a month in words, or as Excel's day numbers fit any order.
    """
    month_first = day_first = told = 0
    for text in texts:
        found = _NUMBERS.fullmatch(text.strip())
        if found is None or len(found[1]) > 2:
            continue
        one, two = int(found[1]), int(found[2])
        told += 1
        day_first += one > 12 >= two
        month_first += two > 12 >= one
    if not told:
        return DateOrder("ymd", sure=True)
    if month_first == day_first:
        return DateOrder(otherwise, sure=False)
    return DateOrder("mdy" if month_first > day_first else "dmy", sure=True)


@lru_cache(maxsize=65536)
def parse_date(text: str, order: str) -> tuple[date, bool]:
    """A day, and whether its year was written with two digits (then 2000 and on).

    Raises Invalid for what is no date, no day of the calendar, or not in `order`.
    """
    plain = text.strip()
    found = _NUMBERS.fullmatch(plain)
    if found:
        return _from_numbers(found[1], found[2], found[3], order, text)
    if _SERIAL.fullmatch(plain) and _FIRST_SERIAL <= int(plain) <= _LAST_SERIAL:
        return _EXCEL_ZERO + timedelta(days=int(plain)), False
    if _COMPACT.fullmatch(plain):
        return _day(int(plain[:4]), int(plain[4:6]), int(plain[6:]), text), False
    low = plain.casefold()
    for pattern, day, month in ((_DAY_FIRST, 1, 2), (_MONTH_FIRST, 2, 1)):
        words = pattern.fullmatch(low)
        if words and key(words[month]) in _MONTHS:
            year = words[3]
            short = len(year) < 4
            number = int(year) + (2000 if short else 0)
            return _day(number, _MONTHS[key(words[month])], int(words[day]), text), short
    raise Invalid("date", _("“{text}” is not a date").format(text=text[:40]))


def _from_numbers(one: str, two: str, three: str, order: str, text: str) -> tuple[date, bool]:
    if len(one) > 2:
        return _day(int(one), int(two), int(three), text), False
    if order == "ymd":
        year, month, day = one, two, three
    elif order == "mdy":
        month, day, year = one, two, three
    else:
        day, month, year = one, two, three
    if len(year) == 3 or len(day) > 2:
        raise Invalid("date", _("“{text}” is not a date").format(text=text[:40]))
    short = len(year) <= 2
    return _day(int(year) + (2000 if short else 0), int(month), int(day), text), short


def _day(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Invalid(
            "date",
            _("“{text}” is not a day of the calendar, read as the other dates of the file").format(
                text=text[:40]
            ),
        ) from error


def birth_date(text: str, order: str, today: date, *, pupil: bool) -> date:
    """A birth date from 1900 to today. With two digits of year it must make a pupil's age."""
    day, short = parse_date(text, order)
    if short and day > today:
        day = _century_before(day)
    if day.year < 1900 or day > today:
        raise Invalid(
            "birth_date",
            _("“{text}” is no birth date between 1900 and today").format(text=text[:40]),
        )
    if short and pupil and today.year - day.year > _OLDEST_PUPIL:
        raise Invalid(
            "birth_date",
            _("the year of “{text}” cannot be told; write it with four digits").format(
                text=text[:40]
            ),
        )
    return day


def _century_before(day: date) -> date:
    if day.month == 2 and day.day == 29:
        return date(day.year - 100, 3, 1)
    return day.replace(year=day.year - 100)


def service_date(text: str, order: str, today: date) -> date:
    """A day of service: from 2000 to tomorrow (a desk's clock may be behind)."""
    day, _short = parse_date(text, order)
    if day.year < 2000 or day > today + timedelta(days=1):
        raise Invalid(
            "date", _("“{text}” is not between the year 2000 and today").format(text=text[:40])
        )
    return day
