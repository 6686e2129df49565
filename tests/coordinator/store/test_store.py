# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Opening, refusing, reading and writing the file."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from sqlalchemy import select, text

from coordinator.errors import Problem
from coordinator.store import Store
from coordinator.store.models import Change, Family
from tests.factories import a_family, a_person
from tests.rows import all_rows


def test_settings_of_the_connection(store):
    with store.write("Look") as db:
        for pragma, value in {
            "foreign_keys": 1, "journal_mode": "delete", "synchronous": 3, "secure_delete": 1,
            "trusted_schema": 0,
        }.items():  # fmt: skip
            assert db.execute(text(f"PRAGMA {pragma}")).scalar_one() == value
    assert not list(store.path.parent.glob("*-wal"))


def test_reading_cannot_write(store):
    closed = store.path
    store.close()
    reader = Store.open(closed, writable=False)
    with pytest.raises(Problem, match="reading only"), reader.write("Add") as db:
        a_family(db)
    with pytest.raises(Problem, match="can only be read"), reader.read() as db:
        db.add(Family(name="Sneaky"))
        db.flush()
    reader.close()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"hello", "not a Coordinator file"),
        (b"PK\x03\x04" + bytes(200), "not a Coordinator file"),
        (b"SQLite format 3\x00" + bytes(40), "not a Coordinator file"),
    ],
)
def test_what_is_not_ours_is_refused_and_left_alone(tmp_path, content, words):
    path = tmp_path / "other.coordinator"
    path.write_bytes(content)
    with pytest.raises(Problem, match=words):
        Store.open(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused(tmp_path):
    path = tmp_path / "other.coordinator"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE notes (id INTEGER)")
    before = path.read_bytes()
    with pytest.raises(Problem, match="another program"):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_newer_file_is_refused_and_left_alone(store):
    path = store.path
    store.close()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA user_version = 999")
    before = path.read_bytes()
    with pytest.raises(Problem, match="newer version"):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_missing_file_is_never_made_by_opening(tmp_path):
    path = tmp_path / "gone.coordinator"
    with pytest.raises(Problem, match="no file"):
        Store.open(path)
    assert not path.exists()


def test_creating_never_overwrites(store):
    with pytest.raises(Problem, match="there already"):
        Store.create(store.path)


def test_one_writer_at_a_time(store):
    with pytest.raises(Problem, match="another window"):
        Store.open(store.path)
    code = (
        "import sys; from pathlib import Path; from coordinator.store import Store\n"
        "from coordinator.errors import Problem\n"
        "try: Store.open(Path(sys.argv[1]))\n"
        "except Problem as p: print(p)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, store.path], capture_output=True, text=True, check=True
    )
    assert "another window" in run.stdout


def test_the_lock_of_a_program_that_died_does_not_block(store):
    path = store.path
    store.close()
    code = (
        "import os, sys; from pathlib import Path; from coordinator.store import Store\n"
        "store = Store.open(Path(sys.argv[1])); os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", code, path], check=False)
    Store.open(path).close()


def test_a_failed_write_leaves_nothing(store):
    before = all_rows(store)
    with pytest.raises(ZeroDivisionError), store.write("Add a family") as db:
        a_family(db)
        raise ZeroDivisionError
    assert all_rows(store) == before
    assert store.undo_label() == "Set up the school"
    with store.read() as db:
        assert db.scalar(select(Change.id).where(Change.label == "Add a family")) is None


def test_a_write_that_changes_nothing_leaves_no_step(store):
    with store.write("Look around") as db:
        db.execute(select(Family))
    assert store.undo_label() == "Set up the school"


def test_changed_tables_are_told_once_kept(store):
    told = []
    store.changed.append(told.append)
    with store.write("Add") as db:
        family_id = a_family(db)
        a_person(db, family_id=family_id)
        assert told == []
    assert told == [{"family", "person", "member"}]


def test_a_full_disk_is_said_in_words_and_loses_nothing(store):
    before = all_rows(store)
    with pytest.raises(Problem, match="full"), store.write("Add many") as db:
        pages = db.execute(text("PRAGMA page_count")).scalar_one()
        db.execute(text(f"PRAGMA max_page_count = {pages + 2}"))
        for number in range(2000):
            a_family(db, f"Family {number}", notes="x" * 500)
    assert all_rows(store) == before


def test_a_damaged_file_is_said_in_words(store, tmp_path):
    with store.write("Fill") as db:
        for number in range(300):
            a_family(db, f"Family {number}", notes="x" * 300)
    path = tmp_path / "damaged.coordinator"
    shutil.copyfile(store.path, path)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(Problem, match="damaged"):
        damaged = Store.open(path)
        try:
            with damaged.read() as db:
                db.execute(select(Family.name)).all()
        finally:
            damaged.close()
    assert path.read_bytes() == bytes(content)


def test_a_write_inside_a_read_of_the_same_thread_does_not_wait_for_itself(store):
    with store.read() as looking:
        assert looking.scalar(select(Family.name)) is None
        with store.write("Add") as db:
            a_family(db, "Peña")
        assert looking.scalar(select(Family.name)) == "Peña"
