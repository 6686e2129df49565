# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Where the parts of a person stand in the rows of a table."""

from dataclasses import dataclass

ADDRESS = ("street", "city", "region", "postal_code")
ADDRESS_PARTS = (*ADDRESS, "street_2", "address")
_SINGLE = ("first", "middle", "last", "suffix", "name", "called", "language", "key")
_PHONES = (("phone", "mobile"), ("home_phone", "home"), ("work_phone", "work"))


@dataclass(slots=True)
class Columns:
    """The places of one person's parts; -1 is the empty cell put behind each row."""

    parts: dict[str, int]
    first: int = -1
    middle: int = -1
    last: int = -1
    suffix: int = -1
    name: int = -1
    called: int = -1
    language: int = -1
    key: int = -1
    emails: tuple[int, ...] = ()
    phones: tuple[tuple[int, str], ...] = ()
    has_home: bool = False


def columns_of(parts: dict[str, int]) -> Columns:
    """The places of a person's parts, from part -> place."""
    columns = Columns(parts)
    for part in _SINGLE:
        setattr(columns, part, parts.get(part, -1))
    columns.emails = tuple(parts[part] for part in ("email", "email_2") if part in parts)
    columns.phones = tuple((parts[part], label) for part, label in _PHONES if part in parts)
    columns.has_home = any(part in parts for part in (*ADDRESS_PARTS, "household_id"))
    return columns
