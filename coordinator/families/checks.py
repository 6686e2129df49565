# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What a name, a note and a birth date must be before they are kept."""

from datetime import date

from coordinator.errors import Invalid
from coordinator.i18n import _
from coordinator.text import clean_line, clean_text, fold

LONGEST_NAME = 200
LONGEST_NOTE = 20_000
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


def short_line(text: str, key: str) -> str:
    """One cleaned line. Raises Invalid(key) beyond 200 letters: nothing is cut in silence."""
    line = clean_line(text)
    if len(line) > LONGEST_NAME:
        raise Invalid(
            key,
            _("This is {count} letters long; {most} is the most that is kept.").format(
                count=len(line), most=LONGEST_NAME
            ),
        )
    return line


def checked_note(text: str) -> str:
    """A cleaned note. Raises Invalid("notes") beyond 20,000 letters."""
    note = clean_text(text)
    if len(note) > LONGEST_NOTE:
        raise Invalid(
            "notes",
            _("This is {count} letters long; {most} is the most that is kept.").format(
                count=len(note), most=LONGEST_NOTE
            ),
        )
    return note


def checked_birth_date(day: date | None) -> date | None:
    """A birth date. Raises Invalid("birth_date") before 1900 and after today."""
    if day is not None and not date(_FIRST_BIRTH_YEAR, 1, 1) <= day <= date.today():
        raise Invalid("birth_date", _("A birth date lies between 1900 and today."))
    return day
