# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Amounts of service: as people type them, and as reports round them."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import time
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, TypeVar

from coordinator.errors import Invalid
from coordinator.i18n import _, format_number

DAY = 24 * 60

_NUMBER = r"(?:\d+(?:[.,]\d*)?|[.,]\d+)"
_HOUR = r"(?:(?:h|hr|hrs|hour|hours|hora|horas)\.?)"
_MINUTE = r"(?:(?:m|min|mins|minute|minutes|minuto|minutos)\.?)"
_HOURS = re.compile(rf"({_NUMBER})\s*{_HOUR}?")
_MINUTES = re.compile(rf"(\d+)\s*{_MINUTE}")
_BOTH = re.compile(rf"(\d+)\s*(?::|{_HOUR})\s*(\d{{1,2}})\s*{_MINUTE}?")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:([ap])\.?\s?m\.?)?")
_QUARTERS = str.maketrans({"¼": ".25", "½": ".5", "¾": ".75"})

Minutes = TypeVar("Minutes")


def parse_minutes(text: str, field: str = "minutes") -> int:
    """Whole minutes, 1 to 1440, of an amount: '1.5', '1,5', '1:30', '1h30', '90m', '2 h', '1½'.

    A bare number is hours, in digits of any script. Parts of a minute round half up.
    Refuses with Invalid(field): nothing, a sign, words, 'nan', '1e3', thousands ('1,500'),
    60 minutes or more after hours, no time at all, and more than 24 hours.
    """
    plain = _plain(text)
    if not plain:
        raise Invalid(field, _("Write how long: hours like 1.5 or 1:30, or minutes like 90m."))
    minutes = _read(plain) if len(plain) <= 30 else None
    if minutes is None:
        told = _(
            "“{text}” is not a length of time; write hours like 1.5 or 1:30, or minutes like 90m."
        )
        raise Invalid(field, told.format(text=text.strip()[:40]))
    return checked_minutes(minutes, field)


def checked_minutes(minutes: int, field: str = "minutes") -> int:
    """`minutes` as they are when one entry can hold them, 1 to 1440; otherwise Invalid."""
    if minutes < 1:
        raise Invalid(field, _("No time was given; write at least one minute."))
    if minutes > DAY:
        told = _("{hours} hours is more than a day; split it by day, or write minutes like 90m.")
        raise Invalid(field, told.format(hours=format_number(Decimal(minutes) / 60)))
    return minutes


def _plain(text: str) -> str:
    """Small letters, 0-9 for digits of any script, and fractions as decimals."""
    text = text.translate(_QUARTERS)
    text = unicodedata.normalize("NFKC", text).casefold().replace("٫", ".")
    return "".join(_digit(char) for char in text).strip()


def _digit(char: str) -> str:
    digit = unicodedata.decimal(char, None)
    return char if digit is None else str(digit)


def _read(plain: str) -> int | None:
    """Minutes of a plain amount, 0 or more; None for what is not one."""
    if both := _BOTH.fullmatch(plain):
        rest = int(both[2])
        return int(both[1]) * 60 + rest if rest < 60 else None
    if minutes := _MINUTES.fullmatch(plain):
        return int(minutes[1])
    if hours := _HOURS.fullmatch(plain):
        number = hours[1]
        if re.fullmatch(r"\d+,\d{3}", number):
            return None  # one and a half, or fifteen hundred: nobody can tell
        exact = Decimal(number.replace(",", ".").rstrip(".")) * 60
        return int(exact.to_integral_value(ROUND_HALF_UP))
    return None


def parse_span(text: str, field: str = "minutes") -> tuple[time, int] | None:
    """Start and minutes of '9:00-11:30', '22:00–01:00' or '1:15 pm to 3 pm'; None for other text.

    The clock of the wall on the day of the start, so a change to summer time adds nothing. An
    end before the start is on the next day; '24:00' is midnight. Refuses equal times (Invalid).
    """
    parts = re.split(r"\s*[-–—]\s*|\s+(?:to|a)\s+", _plain(text))
    clocks = [_clock(part) for part in parts]
    if len(clocks) != 2 or clocks[0] is None or clocks[1] is None or clocks[0] == DAY:
        return None
    starts, ends = clocks[0], clocks[1]
    if starts == ends:
        raise Invalid(field, _("Start and end are the same time; write when it ended."))
    minutes = ends - starts if ends > starts else ends + DAY - starts
    return time(starts // 60, starts % 60), minutes


def _clock(text: str) -> int | None:
    """Minutes since midnight of a time of day, 0 to 1440."""
    found = _CLOCK.fullmatch(text)
    if found is None or (found[2] is None and found[3] is None):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3] == "p" else 0)
    since = hour * 60 + minute
    return since if minute < 60 and since <= DAY else None


@dataclass(frozen=True)
class Rounding:
    """How a report rounds minutes: to `step`, which way, and whether per entry or per line.

    Per line: entries are added up to the minute, and each printed line is rounded once.
    """

    name: str
    step: int = 1
    way: Literal["nearest", "down", "up"] = "nearest"
    per_entry: bool = True


# Conventions met: DOMAIN "Rounding conventions" (payroll quarter, tenth always up, half hours).
_WAYS: list[tuple[Literal["nearest", "down", "up"], tuple[int, ...]]] = [
    ("nearest", (5, 6, 15, 30)),
    ("down", (15,)),
    ("up", (6, 15)),
]
ROUNDING: dict[str, Rounding] = {"exact": Rounding("exact")} | {
    rule.name: rule
    for way, steps in _WAYS
    for step in steps
    for rule in (
        Rounding(f"{way}_{step}", step, way),
        Rounding(f"{way}_{step}_total", step, way, per_entry=False),
    )
}


def rounding(name: str) -> Rounding:
    """The rule of that name; Invalid names those there are."""
    if rule := ROUNDING.get(name):
        return rule
    told = _("There is no rounding rule “{name}”; choose one of: {names}.")
    raise Invalid("rounding", told.format(name=name, names=", ".join(ROUNDING)))


def stepped(minutes: Minutes, rule: Rounding) -> Minutes:
    """`minutes` in the steps of `rule`: a number, or a whole-number SQL expression.

    One formula for both, so that a report summed in the file equals one summed here.
    Nearest goes half up: to 15 minutes, 7 go down and 8 go up.
    """
    if rule.step == 1:
        return minutes
    up = {"down": 0, "nearest": rule.step // 2, "up": rule.step - 1}[rule.way]
    return (minutes + up) // rule.step * rule.step  # type: ignore[operator,return-value]


def round_minutes(minutes: int, rule: str | Rounding) -> int:
    """Minutes in the steps of a rule of `ROUNDING`; 'exact' leaves them as they are."""
    return stepped(minutes, rounding(rule) if isinstance(rule, str) else rule)


def hundredths(minutes: int) -> int:
    """Hours in hundredths, half up, as they are printed: 50 minutes are 83, for 0.83."""
    return (minutes * 10 + 3) // 6


def rounding_sentence(rule: str | Rounding) -> str:
    """What the report says of its rounding, so that the reader can do it again."""
    rule = rounding(rule) if isinstance(rule, str) else rule
    if rule.step == 1:
        return _("Exact minutes, printed as hundredths of an hour.")
    sentences = {
        ("nearest", True): _(
            "Rounded to the nearest {minutes} minutes per entry; exact times are kept."
        ),
        ("down", True): _("Rounded down to {minutes} minutes per entry; exact times are kept."),
        ("up", True): _("Rounded up to {minutes} minutes per entry; exact times are kept."),
        ("nearest", False): _(
            "Added up to the minute; each line is rounded once, to the nearest {minutes} minutes."
        ),
        ("down", False): _(
            "Added up to the minute; each line is rounded once, down to {minutes} minutes."
        ),
        ("up", False): _(
            "Added up to the minute; each line is rounded once, up to {minutes} minutes."
        ),
    }
    return sentences[rule.way, rule.per_entry].format(minutes=rule.step)


def rounding_title(rule: str | Rounding) -> str:
    """A rule in a few words, for a list to choose from."""
    rule = rounding(rule) if isinstance(rule, str) else rule
    if rule.step == 1:
        return _("Exact minutes")
    titles = {
        ("nearest", True): _("Nearest {minutes} minutes, each entry"),
        ("down", True): _("Down to {minutes} minutes, each entry"),
        ("up", True): _("Up to {minutes} minutes, each entry"),
        ("nearest", False): _("Nearest {minutes} minutes, each total"),
        ("down", False): _("Down to {minutes} minutes, each total"),
        ("up", False): _("Up to {minutes} minutes, each total"),
    }
    return titles[rule.way, rule.per_entry].format(minutes=rule.step)
