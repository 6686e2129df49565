# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The ready reports: each a name, a title, what it tells, and how it is made."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import case, func, select

from coordinator.errors import Problem
from coordinator.events import clock_span, kind_title
from coordinator.exporting.report import Kind, Report, ReportColumn, Row
from coordinator.hours.amounts import hundredths
from coordinator.hours.summaries import grouping_title, hours_report
from coordinator.i18n import _, format_hours, language_name
from coordinator.recognition.earning import who_earned
from coordinator.recognition.levels import level_title
from coordinator.recognition.rules import Rule
from coordinator.settings import load_settings, school_on_paper
from coordinator.store import Db
from coordinator.store.models import Attendance, Event, Family, Member
from coordinator.terms import Period
from coordinator.text import fold


@dataclass(frozen=True)
class ReadyReport:
    """A report to choose: `name` for the command line, title and a sentence for the screen."""

    name: str
    title: str
    about: str


def list_reports() -> list[ReadyReport]:
    """The ready reports in the order of the screen."""
    about = {
        "person": _("Each volunteer with main activity, times and hours."),
        "family": _("What the members of each family gave together."),
        "event": _("How many helped at each event, and for how long."),
        "activity": _("Where the hours went, the largest first."),
        "month": _("How the hours spread over the year."),
        "entry": _("The whole ledger, line by line."),
    }
    hours = [ReadyReport(f"hours-by-{by}", grouping_title(by), text) for by, text in about.items()]
    return [
        *hours,
        ReadyReport(
            "attendance-by-event",
            _("Attendance by event"),
            _("People and families on the list of each event, and guests counted without names."),
        ),
        ReadyReport(
            "families-by-language",
            _("Families by home language"),
            _("How many families speak each language, and how many need an interpreter."),
        ),
        ReadyReport(
            "not-yet-recognized",
            _("Not yet recognized"),
            _("Who has the hours for a certificate and has none for this period."),
        ),
    ]


def run_report(
    db: Db,
    name: str,
    period: Period,
    *,
    rule: str | None = None,
    printed: date | None = None,
    paper: bool = True,
) -> Report:
    """One of the ready reports for a period, by its name or its title.

    Problem for one that there is not. `rule` rounds the hours, by default as the school has
    chosen. `paper` False leaves out figures and chart, which files of rows do not show.
    """
    ready = list_reports()
    chosen = next((one for one in ready if fold(name) in (one.name, fold(one.title))), None)
    if chosen is None:
        told = _("There is no report “{name}”; choose one of: {names}.")
        raise Problem(told.format(name=name, names=", ".join(one.name for one in ready)))
    if chosen.name.startswith("hours-by-"):
        by = chosen.name.removeprefix("hours-by-")
        rule = rule or load_settings(db).rounding
        return hours_report(db, period, by=by, rule=rule, printed=printed, paper=paper)
    return _MAKERS[chosen.name](db, chosen, period, printed or date.today())


def _attendance(db: Db, ready: ReadyReport, period: Period, printed: date) -> Report:
    """Events of the period up to today; families are counted through the people on the list."""
    columns = (
        ReportColumn(_("Event"), width=34),
        ReportColumn(_("Kind"), width=18),
        ReportColumn(_("Date"), Kind.DATE, 12),
        ReportColumn(_("People"), Kind.NUMBER, 8, total=True),
        ReportColumn(_("Families"), Kind.NUMBER, 9),
        ReportColumn(_("Not named"), Kind.NUMBER, 10, total=True),
    )
    # Nobody can have come to what is still ahead.
    first, last = clock_span(period.starts, min(period.ends, printed))
    came = (
        select(
            Attendance.event_id,
            func.count(Attendance.person_id.distinct()).label("people"),
            func.count(Member.family_id.distinct()).label("families"),
        )
        .outerjoin(Member, Member.person_id == Attendance.person_id)
        .group_by(Attendance.event_id)
        .subquery()
    )
    query = (
        select(
            Event.title, Event.kind, Event.starts, Event.head_count,
            func.coalesce(came.c.people, 0), func.coalesce(came.c.families, 0),
        )
        .outerjoin(came, came.c.event_id == Event.id)
        .where(Event.starts >= first, Event.starts <= last)
        .order_by(Event.starts, Event.id)
    )  # fmt: skip
    rows: list[Row] = [
        (title, kind_title(kind), starts.date(), people, families, guests)
        for title, kind, starts, guests, people, families in db.execute(query)
    ]
    notes = (
        _("“Not named” are guests who were counted without a name."),
        _("A family counts when somebody of it is on the list; in two families, for both."),
    )
    return _report(db, ready, period, printed, columns, rows, notes)


def _languages(db: Db, ready: ReadyReport, _period: Period, printed: date) -> Report:
    """Families that are not archived, by home language, the largest group first."""
    columns = (
        ReportColumn(_("Home language"), width=34),
        ReportColumn(_("Families"), Kind.NUMBER, 10, total=True),
        ReportColumn(_("Need an interpreter"), Kind.NUMBER, 18, total=True),
    )
    needing = case((Family.interpreter, 1), else_=0)
    query = select(Family.home_language, func.count(), func.sum(needing))
    query = query.where(Family.archived.is_(False)).group_by(Family.home_language)
    found = sorted(
        ((code or "", families, count) for code, families, count in db.execute(query)),
        key=lambda row: (-row[1], fold(row[0])),
    )
    rows: list[Row] = [
        (language_name(code), families, count) for code, families, count in found if code
    ]
    unknown: tuple[Row, ...] = tuple(
        (_("Not known"), families, count) for code, families, count in found if not code
    )
    notes = (_("Families in the file on the day of printing, without archived ones."),)
    return _report(db, ready, None, printed, columns, rows, notes, unknown)


def _not_recognized(db: Db, ready: ReadyReport, period: Period, printed: date) -> Report:
    """Who has the school's minimum of approved hours and no certificate for this period."""
    columns = (
        ReportColumn(_("Volunteer"), width=40),
        ReportColumn(_("Level"), width=20),
        ReportColumn(_("Hours"), Kind.HOURS, 9, total=True),
    )
    least = load_settings(db).certificate_minutes
    earned = who_earned(db, Rule("hours", period, least))
    rows: list[Row] = [
        (row.name, level_title(row.level), hundredths(row.minutes)) for row in earned
    ]
    told = _("At least {hours} approved hours in this period, and no certificate for them yet.")
    notes = (
        told.format(hours=format_hours(least)),
        _("Exact minutes, printed as hundredths of an hour."),
    )
    return _report(db, ready, period, printed, columns, rows, notes)


def _report(
    db: Db,
    ready: ReadyReport,
    period: Period | None,
    printed: date,
    columns: tuple[ReportColumn, ...],
    rows: list[Row],
    notes: tuple[str, ...],
    remainder: tuple[Row, ...] = (),
) -> Report:
    return Report(
        name=ready.name,
        title=ready.title,
        school=school_on_paper(db),
        period=period,
        scope="",
        printed=printed,
        columns=columns,
        rows=rows,
        remainder=remainder,
        notes=notes,
    )


_MAKERS: dict[str, Callable[[Db, ReadyReport, Period, date], Report]] = {
    "attendance-by-event": _attendance,
    "families-by-language": _languages,
    "not-yet-recognized": _not_recognized,
}
