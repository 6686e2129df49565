# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The hours that a certificate needs, as they are typed and shown."""

import re
from decimal import Decimal

from coordinator.errors import Invalid
from coordinator.i18n import _, format_hours
from coordinator.text import clean_line

_MOST_HOURS = 10_000
_HOURS = re.compile(r"[0-9]{1,6}([.,][0-9]{0,4})?")
_DOUBTFUL = re.compile(r"[0-9]+,[0-9]{3}")


def hours_typed(text: str) -> int:
    """Minutes of a number of hours such as 20 or 7.5; Invalid for anything else.

    '1,000' is refused: one, or a thousand, nobody can tell.
    """
    plain = clean_line(text)
    minutes = Decimal(-1)
    if _HOURS.fullmatch(plain) and not _DOUBTFUL.fullmatch(plain):
        minutes = Decimal(plain.replace(",", ".")) * 60
    if not 0 <= minutes <= _MOST_HOURS * 60:
        raise Invalid("minutes", _("Write a number of hours, such as 20 or 7.5."))
    return round(minutes)


def hours_shown(minutes: int) -> str:
    """Minutes as `hours_typed` reads them back: the language's decimals, no thousands."""
    whole, rest = divmod(minutes, 60)
    return f"{whole}{format_hours(rest)[1:] if rest else ''}"
