# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Lines of the ledger, filtered and added up."""

from datetime import date

from coordinator import hours
from coordinator.hours import ServiceFilters
from coordinator.terms import Period
from tests.factories import a_volunteer, an_event, some_hours

YEAR = Period(date(2026, 7, 1), date(2027, 6, 30), "School year 2026–27")


def fill(store):
    with store.write("Set up") as db:
        ana, bo = a_volunteer(db, "Ana Peña"), a_volunteer(db, "Bo Li")
        fair = an_event(db, "Book fair", date(2026, 10, 3))
        some_hours(db, ana, 67, date(2026, 7, 1), activity="Library")
        some_hours(db, bo, 68, date(2027, 6, 30), activity="Garden", status="proposed")
        some_hours(db, ana, 120, date(2026, 10, 3), event_id=fair, source="attendance")
        some_hours(db, bo, 60, date(2026, 6, 30), activity="Library")
    return ana, bo, fair


def test_both_ends_of_a_period_count_and_the_newest_comes_first(store):
    fill(store)
    with store.read() as db:
        rows = hours.list_service(db, YEAR)
    assert [row.date for row in rows] == [
        date(2027, 6, 30), date(2026, 10, 3), date(2026, 7, 1),
    ]  # fmt: skip
    assert (rows[1].person, rows[1].event) == ("Ana Peña", "Book fair")


def test_each_filter_lets_through_its_own(store):
    ana, _bo, fair = fill(store)
    filters = {
        (67, 120): ServiceFilters(person_ids=(ana,)),
        (120,): ServiceFilters(event_ids=(fair,)),
        (60, 67): ServiceFilters(activities=("Library",)),
        (68,): ServiceFilters(statuses=("proposed",)),
        (60, 67, 68): ServiceFilters(sources=("typed", "import")),
        (): ServiceFilters(ids=()),
    }
    with store.read() as db:
        for minutes, chosen in filters.items():
            rows = hours.list_service(db, None, chosen)
            assert tuple(sorted(row.minutes for row in rows)) == minutes
        everything = hours.list_service(db)
        exactly = tuple(row.id for row in everything[1:3])
        assert hours.list_service(db, None, ServiceFilters(ids=exactly)) == everything[1:3]


def test_more_ids_than_the_file_takes_parameters(store):
    fill(store)
    with store.read() as db:
        rows = hours.list_service(db, None, ServiceFilters(ids=tuple(range(40_000))))
    assert len(rows) == 4


def test_one_statement_however_many_rows(store, count_statements):
    fill(store)
    with store.read() as db, count_statements(db) as seen:
        hours.list_service(db, YEAR)
    assert len(seen) == 1


def test_sums_here_and_in_the_file_agree_under_every_rule(store):
    fill(store)
    with store.read() as db:
        rows = hours.list_service(db, YEAR)
        for rule in hours.ROUNDING:
            assert hours.add_up(rows, rule) == hours.sum_service(db, YEAR, rule=rule)
        assert hours.add_up(rows, "nearest_15").minutes == 60 + 75 + 120
        assert hours.add_up(rows, "nearest_15_total").minutes == 255
        assert hours.sum_service(db, YEAR).people == 2


def test_minutes_by_person_are_exact(store):
    ana, bo, _fair = fill(store)
    with store.read() as db:
        assert hours.minutes_by_person(db, YEAR) == {ana: 187, bo: 68}


def test_the_most_used_activity_is_offered_first(store):
    fill(store)
    with store.read() as db:
        assert hours.list_activities(db) == ["Library", "Garden"]
