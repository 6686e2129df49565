# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Entries of the ledger: written, refused, undone."""

from dataclasses import replace
from datetime import date, time

import pytest
from sqlalchemy import select

from coordinator import hours
from coordinator.errors import Invalid, Problem
from coordinator.hours import ServiceDetails
from coordinator.store.models import Service
from tests.factories import a_volunteer, an_event, some_hours

DAY = date(2026, 10, 1)


@pytest.fixture
def bo(store):
    with store.write("Add Bo") as db:
        return a_volunteer(db, "Bo Li")


@pytest.fixture
def entry(store, bo):
    with store.write("Add hours") as db:
        return some_hours(db, bo, 120, DAY, activity="Library")


def ledger(store):
    """Every row of the ledger with all its values."""
    with store.read() as db:
        return list(map(tuple, db.execute(select(Service.__table__).order_by(Service.id))))


def undo_then_redo_restores(store, before):
    after = ledger(store)
    assert after != before
    store.undo()
    assert ledger(store) == before
    store.redo()
    assert ledger(store) == after


def test_a_new_entry_is_kept_as_typed_and_normalised(store, bo):
    before = ledger(store)
    with store.write("Add hours") as db:
        details = ServiceDetails(bo, DAY, 90, " Book  fair ", starts=time(8, 30), note="a\n\u202eb")
        entry = hours.save_service(db, details)
    with store.read() as db:
        kept = hours.get_service(db, entry)
    assert (kept.activity, kept.note, kept.minutes, kept.status) == (
        "Book fair", "a\nb", 90, "approved",
    )  # fmt: skip
    undo_then_redo_restores(store, before)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"minutes": 0}, "minutes"),
        ({"minutes": 1441}, "minutes"),
        ({"person_id": 999}, "person_id"),
        ({"event_id": 999}, "event_id"),
        ({"status": "maybe"}, "status"),
        ({"source": "rumour"}, "source"),
        ({"activity": "x" * 201}, "activity"),
        ({"date": date(202, 10, 1)}, "date"),
        ({"date": date(9999, 12, 31)}, "date"),
        ({"note": "x" * 20_001}, "note"),
        ({"reason": "x" * 501}, "reason"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_leaves_no_trace(store, bo, change, field):
    with pytest.raises(Invalid) as refused, store.write("Add hours") as db:
        hours.save_service(db, replace(ServiceDetails(bo, DAY, 60), **change))
    assert refused.value.field == field
    assert ledger(store) == []
    assert store.undo_label() == "Add Bo"


def test_approved_minutes_change_only_with_a_reason(store, entry):
    before = ledger(store)
    with store.read() as db:
        details = hours.get_service(db, entry)
    with pytest.raises(Invalid) as refused, store.write("Change hours") as db:
        hours.save_service(db, replace(details, minutes=60))
    assert refused.value.field == "reason"
    assert ledger(store) == before
    with store.write("Change hours") as db:
        hours.save_service(db, replace(details, minutes=60, reason="The sheet says one hour"))
    with store.read() as db:
        changed = hours.get_service(db, entry)
    assert (changed.minutes, changed.last_reason) == (60, "The sheet says one hour")
    assert changed.reason == ""  # the next change needs its own
    undo_then_redo_restores(store, before)


def test_activity_and_proposed_hours_change_without_a_reason(store, bo, entry):
    with store.write("Propose") as db:
        proposed = some_hours(db, bo, 30, DAY, status="proposed")
    with store.write("Change hours") as db:
        hours.save_service(db, replace(hours.get_service(db, entry), activity="Garden"))
        hours.save_service(db, replace(hours.get_service(db, proposed), minutes=45))
    with store.read() as db:
        assert hours.get_service(db, entry).activity == "Garden"
        assert hours.get_service(db, proposed).minutes == 45


def test_saving_what_was_loaded_writes_nothing(store, entry):
    with store.read() as db:
        details = hours.get_service(db, entry)
    before = ledger(store)
    with store.write("Change hours") as db:
        hours.save_service(db, details)
    assert ledger(store) == before


def test_a_stale_form_is_refused_in_words(store, entry):
    with store.read() as db:
        details = hours.get_service(db, entry)
    with store.write("Change hours") as db:
        hours.save_service(db, replace(details, activity="Garden"))
    with pytest.raises(Problem, match="changed elsewhere"), store.write("Change hours") as db:
        hours.save_service(db, replace(details, activity="Kitchen"))
    with store.read() as db:
        assert hours.get_service(db, entry).activity == "Garden"


def test_approving_makes_an_older_form_stale(store, bo):
    with store.write("Propose") as db:
        entry = some_hours(db, bo, 30, DAY, status="proposed")
    with store.read() as db:
        details = hours.get_service(db, entry)
    with store.write("Approve") as db:
        hours.approve(db, [entry])
    with pytest.raises(Problem), store.write("Change hours") as db:
        hours.save_service(db, replace(details, minutes=60))


def test_an_entry_deleted_meanwhile_is_told(store, entry):
    with store.read() as db:
        details = hours.get_service(db, entry)
    with store.write("Delete") as db:
        hours.delete_service(db, [entry])
    with pytest.raises(Problem, match="deleted"), store.write("Change hours") as db:
        hours.save_service(db, replace(details, minutes=60, reason="why"))


def test_one_entry_for_many_people_is_one_step(store):
    with store.write("Add people") as db:
        people = [a_volunteer(db, f"Helper {number}") for number in range(15)]
        fair = an_event(db, "Book fair", DAY)
    before = ledger(store)
    with store.write("Add hours for 15") as db:
        ids = hours.add_service_for_many(db, [*people, people[0]], DAY, 120, "Set-up", fair)
    with store.read() as db:
        rows = hours.list_service(db)
    assert len(ids) == len(rows) == 15
    assert {row.person_id for row in rows} == set(people)
    assert {(row.minutes, row.activity, row.event) for row in rows} == {
        (120, "Set-up", "Book fair")
    }
    undo_then_redo_restores(store, before)


def test_nobody_chosen_and_somebody_gone_are_refused(store, bo):
    with pytest.raises(Invalid, match="Nobody"), store.write("Add") as db:
        hours.add_service_for_many(db, [], DAY, 120)
    with pytest.raises(Invalid), store.write("Add") as db:
        hours.add_service_for_many(db, [bo, 999], DAY, 120)
    assert ledger(store) == []


def test_approving_counts_only_what_was_proposed(store, bo, entry):
    with store.write("Propose") as db:
        proposed = some_hours(db, bo, 30, DAY, status="proposed")
    before = ledger(store)
    with store.write("Approve") as db:
        assert hours.approve(db, [entry, proposed]) == 1
    with store.read() as db:
        assert {row.status for row in hours.list_service(db)} == {"approved"}
    undo_then_redo_restores(store, before)


def test_deleted_hours_come_back_by_undo(store, entry):
    before = ledger(store)
    with store.write("Delete") as db:
        assert hours.delete_service(db, [entry, 999]) == 1
    undo_then_redo_restores(store, before)
