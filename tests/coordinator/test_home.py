# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The figures of Home."""

from datetime import date, time

import pytest

from coordinator import attendance, home
from coordinator.events import delete_event
from coordinator.recognition import Rule, issue, who_earned
from coordinator.settings import Settings, save_settings
from coordinator.store.models import Email, Family, Term
from tests.factories import a_family, a_person, a_volunteer, an_event, some_hours

TODAY = date(2026, 11, 5)  # a Thursday


def facts(store, today=TODAY, now=time.min):
    with store.read() as db:
        return home.home_facts(db, today, now)


def test_an_empty_school_needs_nothing(store):
    found = facts(store)
    assert (found.week, found.next_event, found.certificates_due) == ((), None, 0)
    assert (found.families, found.reached, found.not_reached) == (0, 0, 0)
    assert (found.possible_duplicates, found.recent) == (0, ())
    assert found.year.starts == date(2026, 7, 1)


def test_a_school_without_years_is_shown_by_the_usual_one(store):
    with store.write("Clear") as db:
        for term in db.query(Term):
            db.delete(term)
    assert facts(store).year.ends == date(2027, 6, 30)


def test_the_week_runs_from_monday_to_sunday_and_the_next_event_may_be_running(store):
    with store.write("Fill") as db:
        days = [1, 2, 8, 9]
        ids = [an_event(db, f"Night {day}", date(2026, 11, day)) for day in days]
        tonight = an_event(db, "Tonight", TODAY)
    found = facts(store, now=time(18))
    assert [row.id for row in found.week] == [ids[1], tonight, ids[2]]
    assert found.next_event.id == tonight
    assert facts(store, now=time(20)).next_event.id == ids[2]


def test_certificates_due_follow_the_schools_own_threshold(store):
    with store.write("Fill") as db:
        save_settings(db, Settings(certificate_minutes=60))
        for minutes in (59, 60, 200):
            some_hours(db, a_volunteer(db, f"V {minutes}"), minutes)
        some_hours(db, a_volunteer(db, "Waiting"), 90, status="proposed")
    found = facts(store)
    assert (found.certificates_due, found.waiting.entries, found.waiting.minutes) == (2, 1, 90)
    with store.write("Issue") as db:
        rule = Rule("hours", found.year, 60)
        issue(db, rule, who_earned(db, rule)[:1], "plain", "auto", TODAY)
    assert facts(store).certificates_due == 1


def test_a_family_is_reached_when_anybody_of_it_came_in_the_semester(store):
    with store.write("Fill") as db:
        db.add(
            Term(kind="semester", name="Fall", starts=date(2026, 8, 15), ends=date(2026, 12, 20))
        )
        summer, fall = an_event(db, day=date(2026, 7, 10)), an_event(db, day=date(2026, 9, 10))
        families = [a_family(db, name) for name in ("Came", "Summer", "Never", "Away")]
        people = [
            a_person(db, f"P {n} {m}", family_id=family)
            for n, family in enumerate(families)
            for m in range(2)
        ]
        attendance.mark_came(db, fall, [*people[0:2], people[6]])
        attendance.mark_came(db, summer, [people[2]])
        db.get(Family, families[3]).archived = True
    found = facts(store)
    assert found.reach.title == "Fall"
    assert (found.families, found.reached, found.not_reached) == (3, 1, 2)


@pytest.mark.parametrize(
    ("first", "second", "pairs"),
    [
        ({"phone": "612 555 0101"}, {"phone": "(612) 555-0101"}, 1),
        ({"birth_date": date(2017, 1, 2)}, {"birth_date": date(2017, 1, 2)}, 1),
        ({"birth_date": date(2017, 1, 2)}, {"birth_date": date(2017, 1, 3)}, 0),
        ({"phone": "612 555 0101"}, {"phone": "612 555 0102"}, 0),
        ({"phone": "1", "archived": True}, {"phone": "1"}, 0),
        ({}, {}, 0),
    ],
)
def test_one_name_and_something_in_common_may_be_one_person(store, first, second, pairs):
    with store.write("Fill") as db:
        a_person(db, "Ana Peña", **first)
        a_person(db, "ANA PENA", **second)
        a_person(db, "Ana Peña Ruiz", **second)
    assert facts(store).possible_duplicates == pairs


def test_a_pair_with_much_in_common_counts_once(store):
    with store.write("Fill") as db:
        for name in ("Ana", "Ana"):
            person_id = a_person(db, name, phone="6125550101", birth_date=date(2000, 1, 1))
            db.add(Email(person_id=person_id, address="ana@example.org"))
    assert facts(store).possible_duplicates == 1


def test_what_was_worked_on_last_comes_first_once(store):
    with store.write("Fill") as db:
        family = a_family(db, "Peña")
        ana = a_person(db, "Ana", family_id=family)
        gone = an_event(db, "Gone")
    with store.write("Delete") as db:
        delete_event(db, gone)
    with store.write("Change") as db:
        db.get(Family, family).notes = "x"
    rows = facts(store).recent
    assert [(row.kind, row.id, row.title) for row in rows] == [
        ("family", family, "Peña"), ("person", ana, "Ana"),
    ]  # fmt: skip


def test_home_asks_as_many_statements_for_a_large_school_as_for_a_small_one(
    store, count_statements
):
    counts = []
    for _round in range(2):
        with store.write("More") as db:
            event_id = an_event(db, day=TODAY)
            for number in range(8):
                person_id = a_person(db, f"P {number}", family_id=a_family(db), phone="555")
                attendance.mark_came(db, event_id, [person_id])
                some_hours(db, person_id, 1200)
        with store.read() as db, count_statements(db) as seen:
            home.home_facts(db, TODAY)
        counts.append(len(seen))
    assert counts[0] == counts[1]
