# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Backups are opened and counted; the check finds what is wrong."""

import sqlite3
from contextlib import closing
from functools import partial

import pytest

from coordinator.errors import Problem
from coordinator.store import Store
from coordinator.store.backup import check_store, copy_store
from tests.factories import a_family, a_person
from tests.rows import all_rows


def test_a_backup_of_a_live_file_holds_everything(store, tmp_path):
    with store.write("Add") as db:
        a_person(db, family_id=a_family(db))
    target = copy_store(store.path, tmp_path / "deep" / "copy.coordinator")
    copy = Store.open(target)
    assert all_rows(copy) == all_rows(store)
    copy.close()
    assert check_store(target) == []


def test_a_backup_never_takes_the_place_of_an_open_file(store, tmp_path):
    other = Store.create(tmp_path / "other.coordinator")
    with other.write("Add") as db:
        a_family(db)
    before = all_rows(other)
    with pytest.raises(Problem, match="is open in a window"):
        copy_store(store.path, other.path)
    assert all_rows(other) == before
    other.close()
    copy_store(store.path, other.path)
    assert [path.name for path in tmp_path.glob("*other*")] == ["other.coordinator"]


def test_a_damaged_file_makes_no_backup(store, tmp_path):
    path = store.path
    store.close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute("INSERT INTO family_tag (family_id, name) VALUES (77, 'x')")
        db.commit()
    target = tmp_path / "copy.coordinator"
    with pytest.raises(Problem, match="needs attention"):
        copy_store(path, target)
    assert not list(tmp_path.glob("*copy*"))


def test_the_check_finds_an_index_that_misses_somebody(store):
    with store.write("Add") as db:
        person_id = a_person(db)
    path = store.path
    store.close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE person SET fold = 'somebody else' WHERE id = ?", (person_id,))
        db.commit()
    assert any("search index" in finding for finding in check_store(path))


def test_a_file_in_use_is_not_taken_for_a_damaged_one(store, monkeypatch):
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, timeout=0.01))
    with store.write("Add") as db:
        a_person(db)
        with pytest.raises(Problem, match="is busy"):
            check_store(store.path)


def test_a_file_that_can_only_be_read_is_checked_all_the_same(store, monkeypatch):
    def reading_only(place: str, **options: object) -> sqlite3.Connection:
        return connect(place.replace("mode=rw", "mode=ro"), **options)

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", reading_only)
    assert check_store(store.path) == []


@pytest.mark.parametrize(
    ("deed", "finding"),
    [
        ("DROP TRIGGER journal_person_update", "no history"),
        ("CREATE TRIGGER x AFTER INSERT ON person BEGIN DELETE FROM person; END", "Another prog"),
        ("CREATE VIEW x AS SELECT * FROM person", "Another program"),
    ],
)
def test_the_check_finds_what_another_program_did(store, deed, finding):
    with closing(sqlite3.connect(store.path)) as db:
        db.execute(deed)
    (found,) = check_store(store.path)
    assert finding in found


def test_the_check_finds_contradictions(store):
    with store.write("Add") as db:
        a_family(db)
    assert check_store(store.path) == ["1 family has nobody in it."]
