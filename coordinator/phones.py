# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Phone numbers and e-mail addresses: reading what people write, showing what is kept."""

import re
from functools import lru_cache

from coordinator.errors import Invalid
from coordinator.i18n import _
from coordinator.text import clean_line, digits

_FEWEST_DIGITS = 7
_MOST_DIGITS = 15  # E.164
_EMAIL = re.compile(r"[^\s@,;<>()\[\]\"\\]+@(?:[^\s@.,;<>()\[\]\"\\]+\.)+[^\s@.,;<>()\[\]\"\\]{2,}")
_EXTENSION = re.compile(r"(?i)\s*(?:ext\.?|x|#)\s*\d+\s*$")


@lru_cache(maxsize=65536)
def normal_phone(text: str, region: str = "US") -> str:
    """A number as it is kept: '+15550142118' where it can be dialled so, else as written.

    Raises Invalid("phones") for a text of too few or too many digits. A number that no
    exchange knows is kept as written: the office may know better.
    """
    written = clean_line(text)
    count = len(digits(_EXTENSION.sub("", written)))
    if not _FEWEST_DIGITS <= count <= _MOST_DIGITS:
        raise Invalid(
            "phones",
            _("“{number}” does not look like a phone number; it needs 7 to 15 digits.").format(
                number=written
            ),
        )
    import phonenumbers  # heavy, so imported on first use

    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return written
    # Seven digits without an area code are "possible locally"; dialled from abroad they are not.
    whole = phonenumbers.ValidationResult.IS_POSSIBLE
    if number.extension or phonenumbers.is_possible_number_with_reason(number) != whole:
        return written
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


@lru_cache(maxsize=65536)
def show_phone(number: str, region: str = "US") -> str:
    """A kept number as people of the region write it: '(555) 014-2118'.

    What was kept as it was written is shown so.
    """
    if not number.startswith("+"):
        return number
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:  # a plus in front makes no number
        return number
    if phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164) != number:
        return number
    home = phonenumbers.country_code_for_region(region) == parsed.country_code
    style = phonenumbers.PhoneNumberFormat
    return str(phonenumbers.format_number(parsed, style.NATIONAL if home else style.INTERNATIONAL))


def clean_email(text: str) -> str:
    """An address as it is kept. Raises Invalid("emails") for what no letter could reach."""
    address = clean_line(text).removeprefix("mailto:").strip("<>")
    if not _EMAIL.fullmatch(address) or len(address) > 254 or "\n" in text.strip():
        raise Invalid(
            "emails",
            _("“{address}” is not an e-mail address; it looks like ana@example.org.").format(
                address=address
            ),
        )
    return address
