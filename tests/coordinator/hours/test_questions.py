# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What is asked before hours are written."""

from datetime import date, time

import pytest

from coordinator.hours import ServiceDetails, get_service, questions, service_for_many
from tests.factories import a_volunteer, an_event, some_hours

DAY = date(2026, 10, 1)
TODAY = date(2026, 11, 23)


@pytest.fixture
def bo(store):
    with store.write("Add Bo") as db:
        return a_volunteer(db, "Bo Li")


def ask(store, *entries):
    with store.read() as db:
        return questions(db, *entries, today=TODAY)


def test_nothing_is_asked_about_a_plain_entry(store, bo):
    assert ask(store, ServiceDetails(bo, DAY, 120, starts=time(9))) == []


def test_overlapping_times_are_asked_about_and_touching_ones_not(store, bo):
    with store.write("Add") as db:
        some_hours(db, bo, 120, DAY, starts=time(9))
    assert ask(store, ServiceDetails(bo, DAY, 60, starts=time(11))) == []
    (asked,) = ask(store, ServiceDetails(bo, DAY, 60, starts=time(10, 30)))
    assert "Bo Li already has hours from 9:00 AM to 11:00 AM on Oct 1, 2026" in asked


def test_service_past_midnight_overlaps_the_next_day(store, bo):
    with store.write("Add") as db:
        some_hours(db, bo, 180, DAY, starts=time(22))
    (asked,) = ask(store, ServiceDetails(bo, date(2026, 10, 2), 60, starts=time(0, 30)))
    assert "already has hours from 10:00 PM to 1:00 AM" in asked


def test_past_midnight_and_in_the_future_are_asked_about(store, bo):
    (asked,) = ask(store, ServiceDetails(bo, DAY, 180, starts=time(22)))
    assert "1:00 AM on Oct 2, 2026" in asked
    (asked,) = ask(store, ServiceDetails(bo, date(2027, 1, 5), 60))
    assert "has not come yet" in asked


def test_the_same_event_twice_is_asked_about(store, bo):
    with store.write("Add") as db:
        fair = an_event(db, "Book fair", DAY)
        some_hours(db, bo, 60, DAY, event_id=fair)
    (asked,) = ask(store, ServiceDetails(bo, date(2026, 10, 8), 60, event_id=fair))
    assert asked == "Bo Li already has hours for Book fair. Add these too?"


def test_the_same_entry_twice_is_asked_about(store, bo):
    with store.write("Add") as db:
        some_hours(db, bo, 90, DAY, activity="Library")
    (asked,) = ask(store, ServiceDetails(bo, DAY, 90, "Library"))
    assert "already has 1.5 hours of the same" in asked


def test_more_than_the_days_limit_is_asked_about(store, bo):
    with store.write("Add") as db:
        some_hours(db, bo, 500, DAY)
    (asked,) = ask(store, ServiceDetails(bo, DAY, 400))
    assert asked == "Bo Li would have 15 hours on Oct 1, 2026. Is that right?"


def test_an_entry_is_not_compared_with_itself(store, bo):
    with store.write("Add") as db:
        entry = some_hours(db, bo, 120, DAY, starts=time(9), activity="Library")
    with store.read() as db:
        details = get_service(db, entry)
    assert ask(store, details) == []


def test_many_are_asked_about_each_by_name_in_a_fixed_number_of_statements(store, count_statements):
    with store.write("Add") as db:
        people = [a_volunteer(db, f"Helper {number}") for number in range(10)]
        for person in people[:3]:
            some_hours(db, person, 60, DAY, activity="Library")
    entries = service_for_many(people, DAY, 60, "Library")
    with store.read() as db, count_statements(db) as seen:
        asked = questions(db, *entries, today=TODAY)
    assert [sentence[:8] for sentence in asked] == ["Helper 0", "Helper 1", "Helper 2"]
    assert len(seen) == 3
