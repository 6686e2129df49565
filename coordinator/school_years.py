# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The school's years and semesters: listing them, adding one, changing their days."""

from dataclasses import replace
from datetime import date

from sqlalchemy import select

from coordinator.errors import Invalid, Problem
from coordinator.i18n import _, format_date
from coordinator.store import Db
from coordinator.store.models import Term
from coordinator.terms import TermRow, list_years, usual_year, year_name
from coordinator.text import clean_line

_LONGEST_NAME = 40
_LONGEST_DAYS = 500  # a year with its summer programme; more is a slip


def list_terms(db: Db) -> list[TermRow]:
    """Years, the newest first, each followed by its semesters in time order."""
    query = select(Term.id, Term.kind, Term.name, Term.starts, Term.ends)
    query = query.where(Term.kind == "semester").order_by(Term.starts)
    semesters = [TermRow(*row) for row in db.execute(query)]
    found: list[TermRow] = []
    for year in list_years(db):
        found.append(year)
        found += [one for one in semesters if year.starts <= one.starts <= year.ends]
    return found + [one for one in semesters if one not in found]


def next_year(db: Db, today: date) -> TermRow:
    """The year after the newest one, with the usual days; not yet kept, id 0."""
    years = list_years(db)
    name = year_name(today)
    if years:
        after = years[0].ends
        name = year_name(date(after.year, 7, 1) if after.month >= 3 else after)
    while any(year.name == name for year in years):
        name = year_name(date(int(name[:4]) + 1, 7, 1))
    return TermRow(0, "year", name, *usual_year(name))


def new_semester(db: Db, year: TermRow) -> TermRow:
    """Half of a year that has no semester yet; not yet kept, id 0."""
    inside = [one for one in list_terms(db) if one.kind == "semester"]
    inside = [one for one in inside if year.starts <= one.starts <= year.ends]
    first = date(year.starts.year, 8, 15), date(year.starts.year, 12, 31)
    second = date(year.ends.year, 1, 1), date(year.ends.year, 6, 15)
    starts, ends = second if inside else first
    word = _("Spring {year}") if inside else _("Fall {year}")
    starts, ends = max(starts, year.starts), min(ends, year.ends)
    if inside:
        starts = max(starts, max(one.ends for one in inside))
    return TermRow(0, "semester", word.format(year=starts.year), starts, ends)


def save_term(db: Db, term: TermRow) -> int:
    """Keep a year or semester; its id.

    Refuses with Invalid: no name or one that is taken, an end before the start, more than 500
    days, and years or semesters that lie over each other.
    """
    term = replace(term, name=clean_line(term.name))
    if not term.name or len(term.name) > _LONGEST_NAME:
        raise Invalid("name", _("Give it a short name, such as 2026-27."))
    if term.ends <= term.starts:
        raise Invalid("ends", _("The last day comes after the first."))
    if (term.ends - term.starts).days > _LONGEST_DAYS:
        raise Invalid("ends", _("That is longer than a school year."))
    others = select(Term).where(Term.kind == term.kind, Term.id != term.id)
    for other in db.scalars(others):
        if other.name == term.name:
            raise Invalid("name", _("{name} is there already.").format(name=term.name))
        if other.starts <= term.ends and term.starts <= other.ends:
            told = _("These days lie over {name}, {starts} to {ends}.").format(
                name=other.name, starts=format_date(other.starts), ends=format_date(other.ends)
            )
            raise Invalid("starts", told)
    row = _term_or_problem(db, term.id) if term.id else Term(kind=term.kind)
    row.name, row.starts, row.ends = term.name, term.starts, term.ends
    db.add(row)
    db.flush()  # for the id
    return row.id


def _term_or_problem(db: Db, term_id: int) -> Term:
    row = db.get(Term, term_id)
    if row is None:
        raise Problem(_("These days were deleted in the meantime; nothing was written."))
    return row


def delete_semester(db: Db, term_id: int) -> None:
    """Take a semester away; nothing but its name and days is lost. Refuses school years."""
    row = _term_or_problem(db, term_id)
    if row.kind != "semester":
        raise Problem(_("A school year stays: students and hours belong to it."))
    db.delete(row)
