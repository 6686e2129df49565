# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The hours report added up: by person, family, event, activity and month."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import String, cast, func, select

from coordinator.exporting.report import Cell, Kind, ReportColumn, Row
from coordinator.hours.entry_lines import by_entry
from coordinator.hours.tables import Asked, Table, hours_column, times_column
from coordinator.i18n import _, format_date, ngettext
from coordinator.periods import months_of
from coordinator.store import Db
from coordinator.store.models import Event, Family, Member, Person, Service
from coordinator.terms import Period
from coordinator.text import fold


def by_person(db: Db, asked: Asked) -> Table:
    """Every person in alphabetical order, with the activity that took most of their time."""
    columns = (
        ReportColumn(_("Volunteer"), width=34),
        ReportColumn(_("Main activity"), width=26),
        times_column(),
        hours_column(),
    )
    served = select(
        Service.person_id, Service.activity, func.count(), func.sum(asked.amount)
    ).where(*asked.conditions)
    people: dict[int, list[Any]] = {}
    for person_id, activity, times, minutes in db.execute(
        served.group_by(Service.person_id, Service.activity)
    ):
        known = people.get(person_id)
        if known is None:
            people[person_id] = [activity, minutes, times, minutes]
            continue
        if (activity != "", minutes) > (known[0] != "", known[1]):
            known[:2] = activity, minutes
        known[2] += times
        known[3] += minutes
    # Names once a person, not once an activity: most of the time would go into reading them.
    named = select(Person.id, Person.name, Person.sorts_as).where(
        Person.id.in_(select(Service.person_id).where(*asked.conditions))
    )
    ordered = sorted(
        (fold(sorts_as), person_id, name) for person_id, name, sorts_as in db.execute(named)
    )
    rows: list[Row] = []
    for _key, person_id, name in ordered:
        activity, _most, times, minutes = people[person_id]
        rows.append((name, activity, times, asked.hours(minutes)))
    return Table(columns, rows)


def _served(db: Db, asked: Asked) -> dict[int, tuple[int, int]]:
    """Times and minutes of each person."""
    query = select(Service.person_id, func.count(), func.sum(asked.amount))
    query = query.where(*asked.conditions).group_by(Service.person_id)
    return {person_id: (times, minutes) for person_id, times, minutes in db.execute(query)}


def by_family(db: Db, asked: Asked) -> Table:
    """Every family with what its members gave together, in alphabetical order.

    Who is in two families stands with both; a line of its own takes the second time out again,
    so that the total counts each hour once.
    """
    columns = (
        ReportColumn(_("Family"), width=40),
        ReportColumn(_("People"), Kind.NUMBER, 8, total=True),
        times_column(),
        hours_column(),
    )
    served = _served(db, asked)
    query = select(Family.id, Family.name, Member.person_id)
    query = query.join(Member, Member.family_id == Family.id)
    sums: dict[int, list[Any]] = {}
    homes: dict[int, int] = defaultdict(int)
    for family_id, name, person_id in db.execute(query):
        if person_id in served:
            times, minutes = served[person_id]
            known = sums.setdefault(family_id, [fold(name), family_id, name, 0, 0, 0])
            known[3:] = known[3] + 1, known[4] + times, known[5] + minutes
            homes[person_id] += 1
    rows: list[Row] = [
        (name, people, times, asked.hours(minutes))
        for _key, _id, name, people, times, minutes in sorted(sums.values())
    ]
    remainder: list[Row] = []
    none = [amount for person_id, amount in served.items() if not homes[person_id]]
    if none:
        remainder.append(_people_line(_("People in no family"), len(none), none, asked, 1))
    twice = [served[person_id] for person_id, count in homes.items() for _more in range(count - 1)]
    if twice:
        people = sum(count > 1 for count in homes.values())
        told = ngettext(
            "{count} person in two families, counted once",
            "{count} people in two families, counted once",
            people,
        )
        remainder.append(_people_line(told.format(count=people), len(twice), twice, asked, -1))
    notes = (_("Who is in two families stands with both and counts once in the total."),)
    return Table(columns, rows, tuple(remainder), notes if twice else ())


def _people_line(
    title: str, people: int, amounts: Sequence[tuple[int, int]], asked: Asked, sign: int
) -> Row:
    times = sum(times for times, _minutes in amounts)
    hours = asked.hours(sum(minutes for _times, minutes in amounts))
    return title, sign * people, sign * times, sign * hours


def by_event(db: Db, asked: Asked) -> Table:
    """Every event at which somebody served, by day; service elsewhere under the hairline."""
    columns = (
        ReportColumn(_("Event"), width=40),
        ReportColumn(_("Date"), Kind.DATE, 12),
        ReportColumn(_("People"), Kind.NUMBER, 8),
        times_column(),
        hours_column(),
    )
    query = (
        select(Event.title, Event.starts, *_sums(asked))
        .select_from(Service)
        .outerjoin(Event, Event.id == Service.event_id)
        .where(*asked.conditions)
        .group_by(Service.event_id)
        .order_by(Event.starts, Event.id)
    )
    rows: list[Row] = []
    remainder: list[Row] = []
    for title, starts, people, times, minutes in db.execute(query):
        if title is None:
            remainder.append((_("Not at an event"), None, people, times, asked.hours(minutes)))
        else:
            rows.append((title, starts.date(), people, times, asked.hours(minutes)))
    return Table(columns, rows, tuple(remainder))


def by_activity(db: Db, asked: Asked) -> Table:
    """Every activity, the one with the most hours first."""
    columns = (
        ReportColumn(_("Activity"), width=40),
        ReportColumn(_("People"), Kind.NUMBER, 8),
        times_column(),
        hours_column(),
    )
    query = select(Service.activity, *_sums(asked)).where(*asked.conditions)
    found = db.execute(query.group_by(Service.activity)).all()
    by_size = sorted(found, key=lambda row: (-row[3], fold(row[0])))
    lines: list[tuple[str, Row]] = [
        (name, (name or _("No activity written"), people, times, asked.hours(minutes)))
        for name, people, times, minutes in by_size
    ]
    return Table(
        columns,
        [row for name, row in lines if name],
        tuple(row for name, row in lines if not name),
    )


def by_month(db: Db, asked: Asked) -> Table:
    """Every month of the period in order, also those without service."""
    columns = (
        ReportColumn(_("Month"), width=30),
        ReportColumn(_("People"), Kind.NUMBER, 8),
        times_column(),
        hours_column(),
    )
    # Days are kept as ISO text, of which the first seven letters are the month.
    month = func.substr(cast(Service.date, String), 1, 7)
    query = select(month, *_sums(asked)).where(*asked.conditions).group_by(month)
    found = {name: tuple(sums) for name, *sums in db.execute(query)}
    rows: list[Row] = []
    for day in _months(asked.period, found):
        people, times, minutes = found.get(f"{day:%Y-%m}", (0, 0, 0))
        title = format_date(day, "LLLL y")
        cells: tuple[Cell, ...] = (title[:1].upper() + title[1:], people, times)
        rows.append((*cells, asked.hours(minutes)))
    return Table(columns, rows)


def _months(period: Period, found: Iterable[str]) -> list[date]:
    """The months of the period; of one longer than three years only those with service."""
    months = months_of(period)
    if len(months) <= 36:
        return months
    wanted = set(found)
    return [day for day in months if f"{day:%Y-%m}" in wanted]


def _sums(asked: Asked) -> tuple[Any, ...]:
    """People, times and minutes of a group, as SQL."""
    people = func.count(Service.person_id.distinct())
    return people, func.count(), func.sum(asked.amount)


TABLES: dict[str, Callable[[Db, Asked], Table]] = {
    "entry": by_entry,
    "person": by_person,
    "family": by_family,
    "event": by_event,
    "activity": by_activity,
    "month": by_month,
}
