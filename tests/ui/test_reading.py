# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Dates as people type them."""

from datetime import date

import pytest

from coordinator import i18n
from coordinator.errors import Invalid
from ui.forms.reading import read_date

TODAY = date(2026, 11, 5)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2026-11-05", date(2026, 11, 5)),
        ("11/10", date(2026, 11, 10)),
        ("11/10/25", date(2025, 11, 10)),
        ("11.10.2025", date(2025, 11, 10)),
        ("13/2/2026", date(2026, 2, 13)),
        ("Nov 10", date(2026, 11, 10)),
        ("10 nov 2026", date(2026, 11, 10)),
        ("November 10, 2026", date(2026, 11, 10)),
        ("Feb 3", date(2027, 2, 3)),
    ],
)
def test_dates_as_typed_in_english(text: str, read: date) -> None:
    assert read_date(text, TODAY) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("10/11", date(2026, 11, 10)),
        ("5 nov 2026", date(2026, 11, 5)),
        ("5 de enero de 2027", date(2027, 1, 5)),
        ("3 dic", date(2026, 12, 3)),
    ],
)
def test_dates_as_typed_in_spanish(text: str, read: date) -> None:
    i18n.use_language("es")
    assert read_date(text, TODAY) == read


@pytest.mark.parametrize("text", ["", "soon", "30/30", "2/30/2026", "2026-13-01", "5", "Nov"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(Invalid):
        read_date(text, TODAY)
