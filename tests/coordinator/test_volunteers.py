# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Volunteers: listed with what they gave, kept, refused, undone."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from coordinator import volunteers
from coordinator.errors import Invalid, Problem
from coordinator.store.models import Person, Volunteer
from coordinator.terms import Period
from tests.factories import a_person, a_volunteer, some_hours

YEAR = Period(date(2026, 7, 1), date(2027, 6, 30), "School year 2026–27")


def kept(store):
    with store.read() as db:
        return list(map(tuple, db.execute(select(Volunteer.__table__).order_by(Volunteer.id))))


def undo_then_redo_restores(store, before):
    after = kept(store)
    assert after != before
    store.undo()
    assert kept(store) == before
    store.redo()
    assert kept(store) == after


def test_the_list_has_volunteers_and_whoever_served_with_their_sums(store):
    with store.write("Set up") as db:
        ana, bo = a_volunteer(db, "Ana Peña"), a_person(db, "Bo Li")
        idle, gone = a_volunteer(db, "Cy Idle"), a_volunteer(db, "Di Gone")
        a_person(db, "Ed Stranger")
        db.get_one(Person, gone).archived = True
        some_hours(db, ana, 60, date(2026, 9, 1))
        some_hours(db, ana, 90, date(2026, 11, 1))
        some_hours(db, ana, 500, date(2026, 6, 30))
        some_hours(db, bo, 30, date(2026, 10, 1))
    with store.read() as db:
        rows = volunteers.list_volunteers(db, YEAR)
        ever = volunteers.list_volunteers(db)
    assert [(row.person_id, row.minutes, row.entries, row.last) for row in rows] == [
        (ana, 150, 2, date(2026, 11, 1)),
        (bo, 30, 1, date(2026, 10, 1)),
        (idle, 0, 0, None),
    ]
    assert ever[0].minutes == 650


def test_the_list_is_one_statement_however_long(store, count_statements):
    with store.write("Set up") as db:
        for number in range(30):
            some_hours(db, a_volunteer(db, f"Helper {number}"))
    with store.read() as db, count_statements(db) as seen:
        assert len(volunteers.list_volunteers(db, YEAR)) == 30
    assert len(seen) == 1


def test_skills_are_kept_and_make_a_person_a_volunteer(store):
    with store.write("Add") as db:
        ana = a_person(db, "Ana Peña")
    before = kept(store)
    with store.read() as db:
        details = volunteers.get_volunteer(db, ana)
    assert (details.name, details.version) == ("Ana Peña", 0)
    with store.write("Ana helps") as db:
        volunteers.save_volunteer(
            db, replace(details, skills=" story  cloth, sewing ", since=date(2026, 9, 1))
        )
    with store.read() as db:
        details = volunteers.get_volunteer(db, ana)
        assert (details.skills, details.since) == ("story cloth, sewing", date(2026, 9, 1))
        assert volunteers.list_skills(db) == ["sewing", "story cloth"]
    undo_then_redo_restores(store, before)


def test_a_stale_form_and_endless_skills_are_refused(store):
    with store.write("Add") as db:
        ana = a_volunteer(db, "Ana Peña")
    with store.read() as db:
        details = volunteers.get_volunteer(db, ana)
    with store.write("Change") as db:
        volunteers.save_volunteer(db, replace(details, skills="sewing"))
    before = kept(store)
    with pytest.raises(Problem, match="changed elsewhere"), store.write("Change") as db:
        volunteers.save_volunteer(db, replace(details, skills="cooking"))
    with pytest.raises(Invalid), store.write("Change") as db:
        fresh = volunteers.get_volunteer(db, ana)
        volunteers.save_volunteer(db, replace(fresh, skills="x" * 501))
    with pytest.raises(Invalid), store.write("Change") as db:
        volunteers.save_volunteer(db, replace(fresh, notes="x" * 20_001))
    with pytest.raises(Problem, match="deleted"), store.write("Change") as db:
        volunteers.get_volunteer(db, 999)
    assert kept(store) == before


def test_many_become_volunteers_once(store):
    with store.write("Add") as db:
        people = [a_person(db, f"Person {number}") for number in range(3)]
        known = a_volunteer(db, "Ana Peña")
    before = kept(store)
    with store.write("They help") as db:
        assert volunteers.make_volunteers(db, [*people, people[0], known]) == 3
    undo_then_redo_restores(store, before)
    with pytest.raises(Problem), store.write("They help") as db:
        volunteers.make_volunteers(db, [999])


def test_who_stops_keeps_their_hours(store):
    with store.write("Add") as db:
        ana = a_volunteer(db, "Ana Peña")
        some_hours(db, ana, 60, date(2026, 9, 1))
    before = kept(store)
    with store.write("Ana stops") as db:
        assert volunteers.end_volunteering(db, [ana, 999]) == 1
    with store.read() as db:
        assert volunteers.list_volunteers(db, YEAR)[0].minutes == 60
    undo_then_redo_restores(store, before)
