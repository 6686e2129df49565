# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What reports need to know of a period: its days in words, its months, the year before."""

from datetime import date

from sqlalchemy import select

from coordinator.i18n import format_date
from coordinator.store import Db
from coordinator.store.models import Term
from coordinator.terms import Period, TermRow, year_period


def days_of(period: Period) -> str:
    """The span as a reader writes it: 'July 1, 2025 – June 30, 2026'."""
    starts, ends = (format_date(day, "long") for day in (period.starts, period.ends))
    return starts if starts == ends else f"{starts} – {ends}"


def years_of(period: Period) -> str:
    """The calendar years of a period, in short: '2025–26', or '2026'."""
    first, last = period.starts.year, period.ends.year
    if first == last:
        return str(first)
    return f"{first}–{last % 100:02d}" if first // 100 == last // 100 else f"{first}–{last}"


def months_of(period: Period) -> list[date]:
    """The first day of each month that the period touches, in order."""
    first, last = (day.year * 12 + day.month - 1 for day in (period.starts, period.ends))
    return [date(month // 12, month % 12 + 1, 1) for month in range(first, last + 1)]


def year_before(period: Period) -> Period:
    """The same days one year earlier, titled by their years."""
    earlier = Period(_year_earlier(period.starts), _year_earlier(period.ends), "")
    return Period(earlier.starts, earlier.ends, years_of(earlier))


def _year_earlier(day: date) -> date:
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap_day else day.day)


def list_periods(db: Db) -> list[Period]:
    """School years to choose from, newest first, each followed by its semesters in order."""
    query = select(Term.id, Term.kind, Term.name, Term.starts, Term.ends).order_by(Term.starts)
    terms = [TermRow(*row) for row in db.execute(query)]
    semesters = [term for term in terms if term.kind == "semester"]
    periods: list[Period] = []
    for year in reversed([term for term in terms if term.kind == "year"]):
        periods.append(year_period(year))
        inside = [term for term in semesters if year.starts <= term.starts <= year.ends]
        periods += [Period(term.starts, term.ends, term.name) for term in inside]
    return periods
