# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""School years and semesters: which one is now, and what a period is called."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from coordinator.errors import Invalid, Problem
from coordinator.i18n import _, format_date
from coordinator.store import Db
from coordinator.store.models import Term

_FIRST_MONTH = 7  # school years run from 1 July to 30 June unless the school says otherwise
_FIRST_YEAR, _LAST_YEAR = 1900, 2999  # beyond them a date is a slip


@dataclass(frozen=True)
class Period:
    """A span of days, both ends counted, and its name for titles."""

    starts: date
    ends: date
    title: str


@dataclass(frozen=True)
class TermRow:
    """A school year or semester of this school."""

    id: int
    kind: str
    name: str
    starts: date
    ends: date


def check_day(field: str, day: date) -> None:
    """Refuse with Invalid a day of another age, which no report could show."""
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise Invalid(field, _("Look at the year: it lies between 1900 and 2999."))


def year_name(day: date) -> str:
    """The usual name of the school year a day is in: '2026-27'."""
    first = day.year if day.month >= _FIRST_MONTH else day.year - 1
    return f"{first}-{(first + 1) % 100:02d}"


def usual_year(name: str) -> tuple[date, date]:
    """First and last day of a year such as '2026-27'. Raises Problem for another spelling."""
    written = name.strip().replace("–", "-")
    first = int(written[:4]) if re.match(r"[0-9]{4}-", written) else 0
    spellings = {f"{first}-{(first + 1) % 100:02d}", f"{first}-{first + 1}"}
    if written not in spellings or not _FIRST_YEAR <= first < _LAST_YEAR:
        raise Problem(_("{name} is not a school year; write it like 2026-27.").format(name=name))
    return date(first, _FIRST_MONTH, 1), date(first + 1, _FIRST_MONTH, 1) - timedelta(1)


def list_years(db: Db) -> list[TermRow]:
    """School years, newest first."""
    query = select(Term.id, Term.kind, Term.name, Term.starts, Term.ends)
    query = query.where(Term.kind == "year").order_by(Term.starts.desc())
    return [TermRow(*row) for row in db.execute(query)]


def year_of(db: Db, day: date) -> TermRow | None:
    """The school year that holds a day, or None."""
    return next((year for year in list_years(db) if year.starts <= day <= year.ends), None)


def current_year(db: Db, today: date | None = None) -> TermRow | None:
    """The school year of today; between two years the newest one that has begun."""
    day = today or date.today()
    years = list_years(db)
    return year_of(db, day) or next((year for year in years if year.starts <= day), None)


def ensure_year(db: Db, name: str) -> int:
    """The id of a school year by name, made with the usual dates where it is missing."""
    found = db.scalar(select(Term.id).where(Term.kind == "year", Term.name == name))
    if found is not None:
        return found
    starts, ends = usual_year(name)
    if name != (usual := year_name(starts)):  # 2026-2027 is 2026-27, not a year beside it
        return ensure_year(db, usual)
    term = Term(kind="year", name=name, starts=starts, ends=ends)
    db.add(term)
    db.flush()  # for the id
    return term.id


def period_of(db: Db, year: str | None, starts: date | None, ends: date | None) -> Period:
    """The period that a year's name or two dates mean; without either, the current year.

    Raises Problem for a year that is not in the file nor spelt like one, and for an end before
    its start.
    """
    if starts or ends:
        if not (starts and ends):
            raise Problem(_("A period needs both its first and its last day."))
        if ends < starts:
            raise Problem(_("The last day of the period is before its first day."))
        if starts.year < _FIRST_YEAR or ends.year > _LAST_YEAR:
            raise Problem(_("A period lies between the years 1900 and 2999."))
        return Period(starts, ends, f"{format_date(starts)} – {format_date(ends)}")
    if year is None:
        now = current_year(db)
        name = now.name if now else year_name(date.today())
    else:
        name = year.strip().replace("–", "-")
    years = {term.name: term for term in list_years(db)}
    if name not in years:
        first, last = usual_year(name)
        name = year_name(first)
    return year_period(years[name]) if name in years else Period(first, last, _title(name))


def year_period(year: TermRow) -> Period:
    """A school year as a period, named for titles."""
    return Period(year.starts, year.ends, _title(year.name))


def _title(name: str) -> str:
    return _("School year {year}").format(year=name.replace("-", "–"))
