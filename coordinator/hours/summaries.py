# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The hours report: a table of the ledger with its figures, its chart and its rules in words."""

from dataclasses import replace
from datetime import date

from sqlalchemy import func, select

from coordinator.errors import Invalid
from coordinator.exporting.report import Chart, Figure, Report, Series, apportion, hours_text
from coordinator.hours.amounts import hundredths, rounding, rounding_sentence
from coordinator.hours.groupings import TABLES
from coordinator.hours.ledger import EVERYTHING, ServiceFilters, source_title
from coordinator.hours.tables import Asked
from coordinator.i18n import _, format_date, format_number, join_names, ngettext
from coordinator.periods import months_of, year_before, years_of
from coordinator.settings import school_on_paper
from coordinator.store import Db
from coordinator.store.models import Service
from coordinator.terms import Period

GROUPINGS = tuple(TABLES)
_MOST_BARS = 13


def grouping_title(by: str) -> str:
    """What a report by entry, person, family, event, activity or month is called."""
    return {
        "entry": _("Volunteer hours, every entry"),
        "person": _("Volunteer hours"),
        "family": _("Volunteer hours by family"),
        "event": _("Volunteer hours by event"),
        "activity": _("Volunteer hours by activity"),
        "month": _("Volunteer hours by month"),
    }[by]


def hours_report(
    db: Db,
    period: Period,
    *,
    by: str = "entry",
    rule: str = "exact",
    filters: ServiceFilters = EVERYTHING,
    printed: date | None = None,
    paper: bool = True,
) -> Report:
    """The entries of a period that pass the filters, grouped and rounded by a rule.

    `by` is one of GROUPINGS, `rule` a key of ROUNDING; Invalid for another. Total, figure and
    chart come from the lines as printed and agree to the hundredth. `paper` False leaves out
    figures and chart, which files of rows do not show.
    """
    if by not in TABLES:
        told = _("Hours cannot be grouped by “{by}”; choose one of: {names}.")
        raise Invalid("by", told.format(by=by, names=", ".join(GROUPINGS)))
    asked = Asked(period, rounding(rule), filters)
    printed = printed or date.today()
    table = TABLES[by](db, asked)
    notes = (rounding_sentence(asked.rule), *table.notes, *_proposed(db, asked, table.proposed))
    report = Report(
        name=f"hours-by-{by}",
        title=grouping_title(by),
        school=school_on_paper(db),
        period=period,
        scope=_scope(filters),
        printed=printed,
        columns=table.columns,
        rows=table.rows,
        remainder=table.remainder,
        notes=notes,
        signed=True,
    )
    return _with_figures(db, asked, report) if paper else report


def _with_figures(db: Db, asked: Asked, report: Report) -> Report:
    total = _hours_of(report)
    days = _by_day(db, asked)
    before = Asked(year_before(asked.period), asked.rule, asked.filters)
    days_before = _by_day(db, before)
    figures = (
        Figure(hours_text(total), _("hours given")),
        _people(db, asked),
        _change(report, asked, days, days_before) or _entries(db, asked),
    )
    return replace(report, figures=figures, chart=_chart(asked, days, before, days_before, total))


def _hours_of(report: Report) -> int:
    """The total of the hours column, in hundredths, as printed."""
    place = next(i for i, column in enumerate(report.columns) if column.kind == "hours")
    total = report.total[place] if report.total else 0
    assert isinstance(total, int)
    return total


def _by_day(db: Db, asked: Asked) -> dict[date, int]:
    """Minutes of each day on which somebody served; read from the index alone, in its order."""
    query = select(Service.date, func.sum(asked.amount)).where(*asked.conditions)
    return dict(db.execute(query.group_by(Service.date)).all())


def _people(db: Db, asked: Asked) -> Figure:
    query = select(func.count(Service.person_id.distinct())).where(*asked.conditions)
    people = db.scalar(query) or 0
    return Figure(format_number(people, 0), ngettext("person", "people", people))


def _entries(db: Db, asked: Asked) -> Figure:
    entries = db.scalar(select(func.count()).where(*asked.conditions)) or 0
    return Figure(format_number(entries, 0), ngettext("time", "times", entries))


def _change(
    report: Report, asked: Asked, days: dict[date, int], days_before: dict[date, int]
) -> Figure | None:
    """How this year compares with the last, of which as many days count as have passed."""
    period = asked.period
    unfinished = period.starts <= report.printed < period.ends
    so_far = Period(period.starts, min(period.ends, report.printed), "")
    until = year_before(so_far if unfinished else period).ends
    now = sum(minutes for day, minutes in days.items() if not unfinished or day <= so_far.ends)
    then = sum(minutes for day, minutes in days_before.items() if day <= until)
    if not then:
        return None
    percent = (abs(now - then) * 200 + then) // (2 * then)  # half up
    year = years_of(year_before(period))
    if unfinished:
        more = _("more than in {year} by the same day")
        fewer = _("less than in {year} by the same day")
    else:
        more, fewer = _("more than in {year}"), _("less than in {year}")
    sign, words = ("−", fewer) if now < then else ("+", more)
    return Figure(f"{sign}{format_number(percent, 0)}%", words.format(year=year))


def _chart(
    asked: Asked, days: dict[date, int], before: Asked, days_before: dict[date, int], total: int
) -> Chart | None:
    """Hours of each month beside those of the year before; None for one month or many."""
    months = months_of(asked.period)
    if not 2 <= len(months) <= _MOST_BARS or total <= 0:
        return None
    now = apportion(_by_month(months, days), total)
    then = [hundredths(minutes) for minutes in _by_month(months_of(before.period), days_before)]
    series = [Series(years_of(asked.period), now)]
    series += [Series(years_of(before.period), tuple(then))] if any(then) else []
    labels = tuple(format_date(month, "LLL").rstrip(".") for month in months)
    return Chart(_("Hours each month"), labels, tuple(series))


def _by_month(months: list[date], days: dict[date, int]) -> list[int]:
    sums = dict.fromkeys(months, 0)
    for day, minutes in days.items():
        sums[day.replace(day=1)] += minutes
    return list(sums.values())


def _scope(filters: ServiceFilters) -> str:
    """What the filters let through, in words."""
    told = [join_names(filters.activities) if filters.activities else _("all activities")]
    if filters.statuses and len(filters.statuses) == 1:
        proposed = filters.statuses[0] == "proposed"
        told.append(_("proposed entries only") if proposed else _("approved entries only"))
    if filters.sources:
        told.append(join_names([source_title(source) for source in filters.sources]))
    if filters.person_ids is not None:
        count = len(filters.person_ids)
        words = ngettext("{count} chosen person", "{count} chosen people", count)
        told.append(words.format(count=count))
    if filters.event_ids is not None:
        count = len(filters.event_ids)
        words = ngettext("{count} chosen event", "{count} chosen events", count)
        told.append(words.format(count=count))
    if filters.ids is not None:
        count = len(filters.ids)
        words = ngettext("{count} chosen entry", "{count} chosen entries", count)
        told.append(words.format(count=count))
    scope = " · ".join(told)
    return scope[:1].upper() + scope[1:]


def _proposed(db: Db, asked: Asked, met: tuple[int, int] | None) -> list[str]:
    """A sentence when hours are counted that nobody has approved yet; `met`: see Table."""
    if asked.filters.statuses is not None:
        return []
    if met is None:
        query = select(func.count(), func.sum(asked.amount)).where(*asked.conditions)
        row = db.execute(query.where(Service.status == "proposed")).one()
        met = row[0], row[1] or 0
    entries, minutes = met
    if not entries:
        return []
    told = ngettext(
        "{count} entry of {hours} hours is proposed and not yet approved.",
        "{count} entries of {hours} hours are proposed and not yet approved.",
        entries,
    )
    return [told.format(count=entries, hours=hours_text(asked.hours(minutes)))]
