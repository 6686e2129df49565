# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The hours report: its groupings, and that table, figure and chart say the same."""

from datetime import date, time

import pytest

from coordinator.errors import Invalid
from coordinator.exporting.report import hours_text
from coordinator.hours import GROUPINGS, ROUNDING, ServiceFilters, hours_report
from coordinator.store.models import Member, Person
from coordinator.terms import Period
from tests.factories import a_family, a_person, an_event, some_hours

YEAR = Period(date(2025, 7, 1), date(2026, 6, 30), "School year 2025–26")
PRINTED = date(2026, 7, 1)


@pytest.fixture
def school(store):
    """Leo belongs to two families; minutes are odd, so that rounding shows."""
    with store.write("Set up") as db:
        pena, ruiz = a_family(db, "Peña"), a_family(db, "Ruiz")
        ana = a_person(db, "Ana Peña", family_id=pena)
        leo = a_person(db, "Leo Peña Ruiz", family_id=pena)
        db.add(Member(family_id=ruiz, person_id=leo, role="student"))
        zoe = a_person(db, "Zoé Álvarez")
        for person, key in ((ana, "Peña, Ana"), (leo, "Peña Ruiz, Leo"), (zoe, "Álvarez, Zoé")):
            db.get_one(Person, person).sorts_as = key
        fair = an_event(db, "Book fair", date(2025, 10, 4))
        for person, minutes, day, activity, event in (
            (ana, 67, date(2025, 7, 1), "Library", None),
            (ana, 10, date(2025, 10, 4), "Library", fair),
            (ana, 10, date(2025, 10, 5), "", None),
            (leo, 50, date(2025, 10, 4), "Garden", fair),
            (leo, 50, date(2026, 3, 2), "Garden", None),
            (zoe, 125, date(2026, 6, 30), "Library", None),
        ):
            some_hours(db, person, minutes, day, activity=activity, event_id=event)
        some_hours(db, zoe, 200, date(2024, 10, 1), activity="Library")
    return ana, leo, zoe


def report(store, **values):
    with store.read() as db:
        return hours_report(db, YEAR, printed=PRINTED, **values)


def printed_total(made):
    place = [column.kind for column in made.columns].index("hours")
    lines = sum(row[place] for row in (*made.rows, *made.remainder))
    assert made.total[place] == lines
    return lines


@pytest.mark.parametrize("by", GROUPINGS)
def test_table_figure_and_chart_agree_to_the_hundredth(store, school, by):
    for rule in ROUNDING:
        made = report(store, by=by, rule=rule)
        total = printed_total(made)
        assert made.figures[0].value == hours_text(total)
        assert sum(made.chart.series[0].values) == total
        assert len(made.chart.labels) == 12


def test_rounding_per_entry_gives_every_grouping_the_same_total(store, school):
    totals = {printed_total(report(store, by=by, rule="nearest_15")) for by in GROUPINGS}
    assert totals == {(60 + 15 + 15 + 45 + 45 + 120) * 100 // 60}


def test_by_person_in_alphabetical_order_with_the_main_activity(store, school):
    made = report(store, by="person", rule="exact")
    assert made.rows == [
        ("Zoé Álvarez", "Library", 1, 208),
        ("Leo Peña Ruiz", "Garden", 2, 167),
        ("Ana Peña", "Library", 3, 145),
    ]
    assert made.total == ("Total", None, 6, 520)


def test_by_family_who_is_in_two_counts_once_in_the_total(store, school):
    made = report(store, by="family", rule="exact")
    assert made.rows == [("Peña", 2, 5, 312), ("Ruiz", 1, 2, 167)]
    assert made.remainder == (
        ("People in no family", 1, 1, 208),
        ("1 person in two families, counted once", -1, -2, -167),
    )
    assert made.total == ("Total", 3, 6, 520)
    assert any("counts once in the total" in note for note in made.notes)


def test_by_event_activity_and_month(store, school):
    by_event = report(store, by="event", rule="exact")
    assert by_event.rows == [("Book fair", date(2025, 10, 4), 2, 2, 100)]
    assert by_event.remainder == (("Not at an event", None, 3, 4, 420),)
    by_activity = report(store, by="activity", rule="exact")
    assert by_activity.rows == [("Library", 2, 3, 337), ("Garden", 1, 2, 167)]
    assert by_activity.remainder == (("No activity written", 1, 1, 17),)
    by_month = report(store, by="month", rule="exact")
    assert len(by_month.rows) == 12
    assert by_month.rows[3] == ("October 2025", 2, 3, 117)
    assert by_month.rows[4] == ("November 2025", 0, 0, 0)


def test_by_entry_holds_the_whole_line_in_order_of_days(store, school):
    made = report(store, by="entry", rule="down_15")
    assert len(made.rows) == 6
    assert made.rows[1] == (
        date(2025, 10, 4), "Ana Peña", "Library", "Book fair", "", 10, 0, "Typed", "Approved", "",
    )  # fmt: skip
    assert made.total[5:7] == (312, 450)


def test_the_report_says_school_period_rule_and_what_is_not_approved(store, school):
    ana, _leo, _zoe = school
    with store.write("Propose") as db:
        some_hours(db, ana, 90, date(2026, 1, 5), status="proposed", starts=time(8))
    made = report(store, by="person", rule="up_6")
    assert made.school == "Maple Hollow Elementary"
    assert made.period == YEAR
    assert made.printed == PRINTED
    assert made.notes[0] == "Rounded up to 6 minutes per entry; exact times are kept."
    assert made.notes[1] == "1 entry of 1.50 hours is proposed and not yet approved."


def test_filters_are_said_and_followed(store, school):
    ana, _leo, _zoe = school
    filters = ServiceFilters(person_ids=(ana,), activities=("Library",), statuses=("approved",))
    made = report(store, by="entry", filters=filters)
    assert made.scope == "Library · approved entries only · 1 chosen person"
    assert [row[5] for row in made.rows] == [67, 10]


def test_the_year_before_is_compared_like_with_like(store, school):
    assert [figure.value for figure in report(store, by="person").figures] == ["5.20", "3", "+56%"]
    with store.read() as db:
        half = hours_report(db, YEAR, by="person", printed=date(2025, 9, 1))
    # On 1 September last year nobody had served yet: there is nothing to compare with.
    assert half.figures[2].words == "times"
    with store.read() as db:
        later = hours_report(db, YEAR, by="person", printed=date(2025, 10, 4))
    assert (later.figures[2].value, later.figures[2].words) == (
        "−37%", "less than in 2024–25 by the same day",
    )  # fmt: skip


def test_an_empty_year_is_a_report_of_zero(store):
    made = report(store, by="person")
    assert made.rows == []
    assert made.total == ("Total", None, 0, 0)
    assert made.chart is None


@pytest.mark.parametrize(("by", "rule"), [("teacher", "exact"), ("person", "sometimes")])
def test_what_there_is_not_is_refused_with_what_there_is(store, by, rule):
    with pytest.raises(Invalid, match=r"exact|entry"):
        report(store, by=by, rule=rule)


@pytest.mark.parametrize("by", GROUPINGS)
def test_the_number_of_statements_does_not_grow_with_rows(store, school, count_statements, by):
    with store.read() as db, count_statements(db) as few:
        hours_report(db, YEAR, by=by, printed=PRINTED)
    with store.write("More") as db:
        for number in range(30):
            person = a_person(db, f"Person {number}")
            some_hours(db, person, 60, date(2026, 2, 1), activity=f"Task {number}")
    with store.read() as db, count_statements(db) as many:
        hours_report(db, YEAR, by=by, printed=PRINTED)
    assert len(few) == len(many)
