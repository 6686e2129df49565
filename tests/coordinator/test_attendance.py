# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Who came: marked, taken off, counted, offered while typing."""

from datetime import datetime

import pytest

from coordinator import attendance
from coordinator.errors import Invalid, Problem
from coordinator.events import get_event
from coordinator.store.models import Member
from tests.factories import a_family, a_person, an_event
from tests.rows import all_rows, check_step


@pytest.fixture
def evening(store):
    """An event, a family of two, and a teacher of no family."""
    with store.write("Fill") as db:
        family = a_family(db, "Peña Ruiz")
        return {
            "event": an_event(db),
            "family": family,
            "ana": a_person(db, "Ana Peña Ruiz", family_id=family),
            "leo": a_person(db, "Leo Peña Ruiz", family_id=family, role="student"),
            "teacher": a_person(db, "Zoe Abbot", staff_title="Grade 3"),
        }


def came(store, event_id):
    with store.read() as db:
        return [row.name for row in attendance.list_attendance(db, event_id)]


def test_who_came_is_listed_with_family_and_role(store, evening):
    event_id, arrived = evening["event"], datetime(2026, 11, 5, 17, 42)
    several = [evening["leo"], evening["teacher"]]
    check_step(store, "Mark", lambda db: attendance.mark_came(db, event_id, several))
    with store.write("Door") as db:
        attendance.mark_came(db, event_id, [evening["ana"]], "door", arrived)
    with store.read() as db:
        rows = attendance.list_attendance(db, evening["event"])
    assert [(row.name, row.family, row.role, row.how) for row in rows] == [
        ("Ana Peña Ruiz", "Peña Ruiz", "guardian", "door"),
        ("Leo Peña Ruiz", "Peña Ruiz", "student", "list"),
        ("Zoe Abbot", "", "staff", "list"),
    ]
    assert rows[0].arrived == arrived


def test_marking_again_changes_nothing(store, evening):
    with store.write("Mark") as db:
        assert attendance.mark_came(db, evening["event"], [evening["ana"]], "scan") == 1
    before = all_rows(store)
    with store.write("Mark again") as db:
        ids = [evening["ana"], evening["ana"]]
        assert attendance.mark_came(db, evening["event"], ids, "list") == 0
    assert all_rows(store) == before
    assert store.undo_label() == "Mark"


def test_a_missing_person_event_or_way_is_refused_and_leaves_no_trace(store, evening):
    before = all_rows(store)
    with pytest.raises(Problem, match="nothing was written"), store.write("Mark") as db:
        attendance.mark_came(db, evening["event"], [evening["ana"], 999])
    with pytest.raises(Problem, match="deleted"), store.write("Mark") as db:
        attendance.mark_came(db, 999, [evening["ana"]])
    with pytest.raises(Invalid, match="checking in"), store.write("Mark") as db:
        attendance.mark_came(db, evening["event"], [evening["ana"]], "telepathy")
    assert all_rows(store) == before


def test_taking_off_leaves_the_others(store, evening):
    with store.write("Mark") as db:
        attendance.mark_came(db, evening["event"], [evening["ana"], evening["leo"]])
    event_id, ids = evening["event"], [evening["ana"], evening["teacher"]]
    assert check_step(store, "Off", lambda db: attendance.unmark(db, event_id, ids)) == 1
    assert came(store, evening["event"]) == ["Leo Peña Ruiz"]


def test_heads_are_counted_and_a_negative_number_is_refused(store, evening):
    event_id = evening["event"]
    check_step(store, "Heads", lambda db: attendance.set_head_count(db, event_id, 12))
    with store.read() as db:
        assert get_event(db, evening["event"]).head_count == 12
    with pytest.raises(Invalid), store.write("Heads") as db:
        attendance.set_head_count(db, evening["event"], -1)


def test_typing_offers_people_and_says_who_is_there_already(store, evening):
    with store.write("Mark") as db:
        attendance.mark_came(db, evening["event"], [evening["ana"]])
    with store.read() as db:
        offered = attendance.candidates(db, evening["event"], "pena")
        assert attendance.candidates(db, evening["event"], "  ") == []
    assert {(row.name, row.role, row.came) for row in offered} == {
        ("Ana Peña Ruiz", "guardian", True),
        ("Leo Peña Ruiz", "student", False),
    }


def test_a_child_of_two_families_brings_both(store, evening):
    with store.write("Mark") as db:
        other = a_family(db, "Álvarez", "en")
        db.add(Member(family_id=other, person_id=evening["leo"], role="student"))
        attendance.mark_came(db, evening["event"], [evening["ana"], evening["leo"]])
    with store.read() as db:
        families = attendance.families_at(db, evening["event"])
        rows = attendance.list_attendance(db, evening["event"])
    assert [(row.name, row.people) for row in families] == [("Álvarez", 1), ("Peña Ruiz", 2)]
    assert [row.family for row in rows] == ["Peña Ruiz", "Peña Ruiz · Álvarez"]


def test_longer_lists_need_no_more_statements(store, evening, count_statements):
    counts = []
    for _round in range(2):
        with store.write("More") as db:
            family = a_family(db, "Abdi")
            people = [a_person(db, f"Pat Abdi {n}", family_id=family) for n in range(5)]
            attendance.mark_came(db, evening["event"], people)
        with store.read() as db, count_statements(db) as seen:
            attendance.list_attendance(db, evening["event"])
            attendance.families_at(db, evening["event"])
            attendance.candidates(db, evening["event"], "pat")
        counts.append(len(seen))
    assert counts[1] <= counts[0]


def test_every_way_has_a_title():
    assert all(attendance.how_title(how) != how for how in attendance.HOW)
