# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What a name, a note and a birth date must be before they are kept."""

from datetime import date

from coordinator.errors import Invalid
from coordinator.i18n import _
from coordinator.text import LONGEST_LINE, fold, short_line
from coordinator.text import checked_note as checked_note  # notes are checked like names, from here

LONGEST_NAME = LONGEST_LINE
_FIRST_BIRTH_YEAR = 1900


def default_sorts_as(name: str, family: str = "") -> str:
    """Where a name sorts, as a first guess: under the family's name where it holds that name.

    Name parsers misread two surnames, so without a family's name it sorts as it is written.
    """
    words, wanted = name.split(), family.split()
    for start in range(len(words) - len(wanted) + 1):
        part = words[start : start + len(wanted)]
        if wanted and fold(" ".join(part)) == fold(family):
            rest = words[:start] + words[start + len(wanted) :]
            return ", ".join(filter(None, (" ".join(part), " ".join(rest))))
    return name


def checked_name(text: str, key: str) -> str:
    """A name in one line. Raises Invalid(key) for none, or one too long."""
    name = short_line(text, key)
    if not name:
        raise Invalid(key, _("A name is needed."))
    return name


def checked_birth_date(day: date | None) -> date | None:
    """A birth date. Raises Invalid("birth_date") before 1900 and after today."""
    if day is not None and not date(_FIRST_BIRTH_YEAR, 1, 1) <= day <= date.today():
        raise Invalid("birth_date", _("A birth date lies between 1900 and today."))
    return day
