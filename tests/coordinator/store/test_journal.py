# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""History, undo and redo by triggers."""

from datetime import date

import pytest
from sqlalchemy import insert, select, text, update

from coordinator.errors import Problem
from coordinator.recognition import Rule, issue, who_earned
from coordinator.store import Store, journal
from coordinator.store.models import ChangeRow, Event, Family, Person, Recognition, Service
from coordinator.store.search import find_people
from coordinator.terms import Period
from tests.factories import a_family, a_person, a_volunteer, an_event, some_hours
from tests.rows import all_rows, check_step


def test_bulk_inserts_and_cascades_are_undone(store):
    family_id = check_step(store, "Add a family", a_family)

    def fill(db):
        db.execute(
            insert(Person),
            [{"name": f"P{n}", "sorts_as": f"P{n}", "fold": f"p{n}"} for n in range(500)],
        )
        a_person(db, family_id=family_id)

    check_step(store, "Import", fill)
    check_step(store, "Delete", lambda db: db.delete(db.get_one(Family, family_id)))


def test_a_deleted_event_leaves_the_hours_and_comes_back_whole(store):
    with store.write("Set up") as db:
        event_id = an_event(db)
        some_hours(db, a_volunteer(db), event_id=event_id)
    check_step(store, "Delete the event", lambda db: db.delete(db.get_one(Event, event_id)))
    with store.read() as db:
        assert db.scalar(select(Service.event_id)) is None


@pytest.mark.parametrize(
    "name",
    [
        'Say "hi"',
        "back\\slash",
        "two\nlines",
        "x'); DROP TABLE family;--",
        "日本",
        "a\\n",
        '\\"\n"\\',
    ],
)
def test_every_letter_survives_undo_and_redo(store, name):
    with store.write("Add") as db:
        family_id = a_family(db, "Before")
    check_step(store, "Rename", lambda db: setattr(db.get_one(Family, family_id), "name", name))
    with store.read() as db:
        assert db.get_one(Family, family_id).name == name


def test_undo_and_redo_walk_through_many_steps(store):
    states = [all_rows(store)]
    for number in range(4):
        with store.write(f"Step {number}") as db:
            a_family(db, f"Family {number}")
        states.append(all_rows(store))
    for number in (3, 2, 1, 0):
        assert store.undo_label() == f"Step {number}"
        store.undo()
        assert all_rows(store) == states[number]
    for number in range(4):
        assert store.redo() == f"Step {number}"
        assert all_rows(store) == states[number + 1]
    assert store.redo() is None


def test_a_new_step_ends_redo(store):
    with store.write("First") as db:
        a_family(db)
    store.undo()
    with store.write("Second") as db:
        a_family(db)
    assert store.redo_label() is None
    assert store.redo() is None
    assert store.undo_label() == "Second"


def test_a_step_taken_back_after_another_was_taken_back_is_the_one_done_again(store):
    with store.write("First") as db:
        a_family(db, "First")
    store.undo()
    with store.write("Second") as db:
        a_family(db, "Second")
    after = all_rows(store)
    store.undo()
    assert store.redo() == "Second"
    assert all_rows(store) == after
    assert store.redo() is None


def test_labels_are_texts_like_any_other(store):
    with store.write("Import odd\udcff\x1b[31m\n.csv", who="ann\udcff") as db:
        a_family(db)
    with store.read() as db:
        newest = journal.list_history(db)[0]
    assert (newest.label, newest.who) == ("Import odd[31m .csv", "ann")


def test_undo_survives_a_restart(store):
    before = all_rows(store)
    with store.write("Add") as db:
        a_person(db, "Thảo Nguyễn", family_id=a_family(db))
    path = store.path
    store.close()
    again = Store.open(path)
    assert again.undo() == "Add"
    assert all_rows(again) == before
    with again.read() as db:
        assert find_people(db, "thao") == []
    assert again.redo() == "Add"
    again.close()


def test_a_row_changed_behind_our_back_is_not_overwritten(store):
    with store.write("Add") as db:
        family_id = a_family(db)
    with store.write("Sneak") as db:
        db.execute(update(Family).where(Family.id == family_id).values(name="Other"))
        db.flush()
        step = db.scalar(select(journal.Change.id).order_by(journal.Change.id.desc()).limit(1))
        db.execute(ChangeRow.__table__.delete().where(ChangeRow.change_id == step))
    before = all_rows(store)
    with pytest.raises(Problem, match="changed since"):
        store.undo()
    assert all_rows(store) == before


def test_history_tells_who_did_what(store):
    with store.write("Add a family", who="Shoshana") as db:
        a_family(db)
    store.undo()
    with store.read() as db:
        newest = journal.list_history(db)[:2]
    assert [(row.kind, row.label, row.undone) for row in newest] == [
        ("undo", "Add a family", False),
        ("do", "Add a family", True),
    ]
    assert newest[1].who == "Shoshana"
    assert newest[1].rows == 1


def test_an_unchanged_row_is_no_change(store):
    with store.write("Add") as db:
        family_id = a_family(db, "Same")
    with store.write("Nothing") as db:
        db.execute(text("UPDATE family SET name = 'Same' WHERE id = :id"), {"id": family_id})
    assert store.undo_label() == "Add"


def test_old_detail_is_thinned_out_and_its_line_stays(store, monkeypatch):
    monkeypatch.setattr(journal, "_KEPT_STEPS", 2)
    for number in range(4):
        with store.write(f"Step {number}") as db:
            a_family(db, f"Family {number}")
    with store.write("Thin") as db:
        journal.thin_out(db)
    with store.read() as db:
        rows = {row.label: row.rows for row in journal.list_history(db)}
    assert rows["Step 0"] == 0
    assert rows["Step 3"] == 1


def test_a_certificates_number_outlives_the_thinning_of_the_history(store, monkeypatch):
    monkeypatch.setattr(journal, "_KEPT_STEPS", 2)
    with store.write("Thank") as db:
        person_id = a_person(db)
        day = date(2026, 10, 1)
        db.execute(
            insert(Recognition).values(
                person_id=person_id, rule="chosen", starts=day, ends=day, minutes=0, level="",
                reason="", name="Ana", language="en", design="plain", number="2026-0007",
                code="7K4QM2XD", issued=day, void_reason="",
            )
        )  # fmt: skip
    store.undo()
    for number in range(5):
        with store.write(f"Step {number}") as db:
            a_family(db, f"Family {number}")
    with store.write("Thin out") as db:
        journal.thin_out(db)
        rule = Rule("chosen", Period(day, day, ""), person_ids=(a_person(db),))
        (made,) = issue(db, rule, who_earned(db, rule), "plain", "en", day)
    assert made.number == "2026-0008"


def test_a_final_step_stays_in_the_history_and_cannot_be_undone(store):
    with store.write("Set up again", undoable=False) as db:
        a_family(db)
        person_id = a_person(db, "Thảo Nguyễn")
    assert store.undo_label() is None
    assert store.undo() is None
    with store.read() as db:
        assert journal.list_history(db)[0].label == "Set up again"
        assert find_people(db, "thao") == [person_id]
