# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Backing up, checking and naming files by the command line, where the disk is unkind."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from coordinator.cli import run
from coordinator.store.schema import APPLICATION_ID, NEWEST


@pytest.fixture
def school(tmp_path):
    path = tmp_path / "school.coordinator"
    assert run(["new", str(path)]) == 0
    return path


@pytest.mark.parametrize("command", ["history", "undo", "check"])
def test_a_file_marked_as_ours_without_our_tables_is_damaged(tmp_path, capsys, command):
    path = tmp_path / "bare.coordinator"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE notes (id INTEGER)")
        other.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        other.execute(f"PRAGMA user_version = {NEWEST}")
    before = path.read_bytes()
    assert run([command, str(path)]) == 1
    said = capsys.readouterr()
    assert "damaged" in said.out + said.err
    assert path.read_bytes() == before


def test_a_backup_onto_the_file_itself_is_refused(school, capsys):
    before = school.stat().st_ino, school.read_bytes()
    assert run(["backup", str(school), "-o", str(school)]) == 1
    assert "is the file itself" in capsys.readouterr().err
    assert (school.stat().st_ino, school.read_bytes()) == before


@pytest.mark.parametrize("place", ["school.coordinator/copy", "folder", "x" * 300])
def test_a_backup_to_no_place_is_a_sentence(school, tmp_path, capsys, place):
    (tmp_path / "folder").mkdir()
    capsys.readouterr()
    assert run(["backup", str(school), "-o", str(tmp_path / place)]) == 1
    said = capsys.readouterr().err
    assert "Something went wrong" not in said
    assert len(said.splitlines()) == 1


def test_a_data_folder_that_cannot_be_made_is_a_sentence(school, tmp_path, capsys):
    (tmp_path / "file").write_text("in the way")
    assert run(["--data-dir", str(tmp_path / "file" / "data"), "backup", str(school)]) == 1
    assert "cannot be made" in capsys.readouterr().err


def test_a_bug_without_a_place_for_its_log_is_still_a_sentence(tmp_path, capsys, monkeypatch):
    from coordinator.cli import keeping

    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(keeping, "make_school", broken)
    (tmp_path / "file").write_text("in the way")
    assert run(["--data-dir", str(tmp_path / "file" / "data"), "new", str(tmp_path / "x")]) == 1
    assert "no log of it could be written" in capsys.readouterr().err


def test_a_name_that_no_disk_can_hold_is_a_sentence(tmp_path, capsys):
    assert run(["new", str(tmp_path / ("x" * 300))]) == 1
    assert "too long" in capsys.readouterr().err


if os.name != "nt":  # names of files are text there

    def test_the_name_of_a_file_may_hold_any_bytes(school, tmp_path):
        roster = tmp_path / os.fsdecode(b"odd\xff\x1b[31m.csv")
        roster.write_text("Student First Name,Student Last Name,Student ID,Grade\nAnn,Lee,77,3\n")
        program = [sys.executable, "-m", "coordinator"]
        for arguments in (["import", school, roster], ["history", school], ["undo", school]):
            done = subprocess.run([*program, *arguments], capture_output=True, check=False)
            assert done.returncode == 0, done.stderr
        assert b"Undone: Import odd[31m.csv" in done.stdout


def test_a_reader_that_has_seen_enough_is_no_error(school):
    program = [sys.executable, "-m", "coordinator", "history", str(school), "--json"]
    for_nobody, ours = os.pipe()
    os.close(for_nobody)
    with os.fdopen(ours, "wb") as out:
        done = subprocess.run(program, stdout=out, stderr=subprocess.PIPE, check=False)
    assert done.stderr == b""
