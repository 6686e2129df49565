# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A recognised file beside the store -> the plan of an import. Reads only."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from coordinator.i18n import _
from coordinator.importing.collector import collector_paused
from coordinator.importing.compare import FamilyComparer, PeopleComparer
from coordinator.importing.dates import DateOrder, checked_order, guess_order
from coordinator.importing.hours import check_hours
from coordinator.importing.known import Known, load_known, newest_change
from coordinator.importing.match import Matcher
from coordinator.importing.plan import REJECTED, Plan, Progress, RowOutcome, Writes
from coordinator.importing.recognise import Recognised, RecognisedTable
from coordinator.importing.roster import Options, Roster, Someone, gather, households
from coordinator.settings import load_settings
from coordinator.store import Db
from coordinator.terms import current_year, year_name

_MONTH_FIRST = {"US", "PR", "GU", "VI", "AS", "MP", "PH"}


def check(
    db: Db,
    recognised: Recognised,
    *,
    date_order: str | None = None,
    same: Mapping[str, int] | None = None,
    progress: Progress | None = None,
) -> Plan:
    """What an import of the file would do to the store as it is now.

    `date_order` is "mdy", "dmy" or "ymd" (guessed from the whole file where it is not given);
    `same` are the user's answers to `Plan.doubts`. Raises Problem for another order of dates, and
    Cancelled where `progress` does.
    """
    settings = load_settings(db)
    otherwise = "mdy" if settings.phone_region in _MONTH_FIRST else "dmy"
    asked = checked_order(date_order)
    order = DateOrder(asked, sure=True) if asked else _order_of(recognised, otherwise)
    today = date.today()
    options = Options(order.order, settings.phone_region, today)
    with collector_paused():
        if recognised.kind == "hours":
            plan = check_hours(db, recognised, options, newest_change(db), progress)
        else:
            plan = _check_families(db, recognised, options, same or {}, progress)
    plan.date_order = order.order if _dates(recognised) else ""
    plan.date_order_sure = order.sure
    plan.options = {"date_order": date_order, "same": same}
    if not order.sure:
        plan.warnings.append(
            _(
                "The dates were read as {order}, but the file does not say so clearly. "
                "Choose another order if that is wrong."
            ).format(order=_("month, day, year") if order.order == "mdy" else _("day, month, year"))
        )
    return plan


def _dates(recognised: Recognised) -> list[str]:
    names = ("student_birth_date", "date")
    return [
        cells[place]
        for table in recognised.tables
        for name, place in table.places.items()
        if name in names
        for _number, cells in table.table.rows
        if cells[place]
    ]


def _order_of(recognised: Recognised, otherwise: str) -> DateOrder:
    return guess_order(set(_dates(recognised)), otherwise)


def _check_families(
    db: Db,
    recognised: Recognised,
    options: Options,
    same: Mapping[str, int],
    progress: Progress | None,
) -> Plan:
    year = current_year(db, options.today)
    stamp = newest_change(db)
    known = load_known(db, year.id if year else None)
    roster = gather(recognised, options, lambda *what: _stored(known, *what), progress)
    _flag_cut_numbers(roster)
    Matcher(known, roster, same).run(progress)
    _drop_rejected(roster, recognised)
    # Rows of a table stand after those they point at.
    writes = Writes({"family": [], "person": []})
    summary = Counter(students=0, guardians=0, families=0)
    people = PeopleComparer(known, writes, summary)
    for someone in (*roster.students, *roster.guardians):
        people.compare(someone)
    FamilyComparer(known, writes, summary).compare(households(roster))
    if year is None:
        writes.year = year_name(options.today)
    return Plan(
        recognised=recognised,
        rows=roster.rows,
        warnings=[*recognised.warnings, *roster.notes.sentences()],
        summary=dict(summary),
        writes=writes,
        stamp=stamp,
    )


def _stored(known: Known, number: str, row: RowOutcome) -> Someone | None:
    """A student of the store by number, for a row that gives nothing else of them."""
    person_id = known.by_number.get(number, known.by_id.get(("state", number)))
    if person_id is None:
        return None
    person = known.people[person_id]
    student = Someone(row, "student", person.name, person.sorts_as, person.fold)
    student.person_id = person_id
    return student


def _flag_cut_numbers(roster: Roster) -> None:
    """Say when numbers look as if a spreadsheet had cut their zeros: 4500 among six digits."""
    numbers = [one for one in roster.students if one.number.isdigit()]
    widths = {len(one.number) for one in numbers}
    padded = any(one.number.startswith("0") for one in numbers)
    if padded and len(widths) > 1:
        widest = max(widths)
        for one in numbers:
            if len(one.number) < widest:
                told = _("The number {number} is shorter than others; were zeros cut off?")
                roster.notes.add(told.format(number=one.number), one.row.row)


def _drop_rejected(roster: Roster, recognised: Recognised) -> None:
    """Take out students whom matching refused, with all their rows and guardians of nobody else."""
    refused = {
        id(one): one
        for one in roster.students
        if one.row.outcome == REJECTED and one.person_id is None
    }
    if not refused:
        return
    columns = {table.table.name: _number_heading(table) for table in recognised.tables}
    for one in refused.values():
        one.row.column = columns.get(one.row.file, "")
    for link in roster.links.values():
        student = refused.get(id(link.student))
        if student is not None and link.row.outcome != REJECTED:
            link.row.outcome, link.row.reason = REJECTED, student.row.reason
            link.row.column = columns.get(link.row.file, "")
    roster.students = [one for one in roster.students if id(one) not in refused]
    roster.links = {
        pair: link for pair, link in roster.links.items() if id(link.student) not in refused
    }
    linked = _ids(link.guardian for link in roster.links.values())
    roster.guardians = [
        one for one in roster.guardians if one.row.outcome != REJECTED or id(one) in linked
    ]


def _number_heading(table: RecognisedTable) -> str:
    """The heading of the column that tells students apart, or ""."""
    for name in ("student_number", "student_key", "student_state_id"):
        if name in table.places:
            return table.table.headings[table.places[name]]
    return ""


def _ids(people: Iterable[Someone]) -> set[int]:
    return {id(one) for one in people}
