# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The timeline of a family."""

from datetime import date

from coordinator.attendance import mark_came
from coordinator.families.timeline import timeline
from coordinator.store import Store
from tests.factories import a_family, a_person, an_event, some_hours


def test_timeline_has_events_once_and_service_newest_first(store: Store) -> None:
    with store.write("set up") as db:
        family = a_family(db)
        ana = a_person(db, "Ana Peña", family_id=family)
        leo = a_person(db, "Leo Peña", family_id=family, role="student")
        other = a_person(db, "Bo Johnson")
        night = an_event(db, "Open House", date(2026, 10, 8))
        mark_came(db, night, [ana, leo, other], "door")
        some_hours(db, ana, 210, date(2026, 9, 30), activity="Book fair")
        some_hours(db, other, 60, date(2026, 10, 9))
    with store.read() as db:
        came, served = timeline(db, [ana, leo])
    assert (came.kind, came.title, came.people) == ("came", "Open House", ("Ana Peña", "Leo Peña"))
    assert came.how == "door"
    assert (served.kind, served.title, served.minutes) == ("served", "Book fair", 210)


def test_timeline_takes_two_statements_however_many_rows(store: Store, count_statements) -> None:
    with store.write("set up") as db:
        people = [a_person(db, f"Person {number}") for number in range(20)]
        for person in people:
            some_hours(db, person)
    with store.read() as db, count_statements(db) as seen:
        assert len(timeline(db, people)) == 20
    assert len(seen) == 2
