# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Periods as reports use them."""

from datetime import date

from coordinator.periods import days_of, list_periods, months_of, year_before, years_of
from coordinator.store.models import Term
from coordinator.terms import Period


def period(starts, ends):
    return Period(date.fromisoformat(starts), date.fromisoformat(ends), "")


def test_a_period_in_words():
    assert days_of(period("2025-07-01", "2026-06-30")) == "July 1, 2025 – June 30, 2026"
    assert days_of(period("2026-02-03", "2026-02-03")) == "February 3, 2026"
    assert years_of(period("2025-07-01", "2026-06-30")) == "2025–26"
    assert years_of(period("2026-01-01", "2026-12-31")) == "2026"
    assert years_of(period("1999-07-01", "2000-06-30")) == "1999–2000"


def test_months_are_those_the_period_touches():
    assert months_of(period("2025-12-31", "2026-02-01")) == [
        date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1),
    ]  # fmt: skip


def test_the_year_before_a_leap_day():
    before = year_before(period("2024-02-29", "2024-12-31"))
    assert (before.starts, before.ends, before.title) == (
        date(2023, 2, 28), date(2023, 12, 31), "2023",
    )  # fmt: skip


def test_periods_to_choose_newest_year_first_with_its_semesters(store):
    with store.write("Set up") as db:
        for name, starts, ends in (
            ("Spring", date(2027, 1, 4), date(2027, 6, 10)),
            ("Fall", date(2026, 8, 17), date(2026, 12, 18)),
        ):
            db.add(Term(kind="semester", name=name, starts=starts, ends=ends))
    with store.read() as db:
        titles = [one.title for one in list_periods(db)]
    assert titles == ["School year 2026–27", "Fall", "Spring", "School year 2025–26"]
