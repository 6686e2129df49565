# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A file is written whole or not at all."""

import errno
import os

import pytest

from coordinator.errors import Problem
from coordinator.files import write_whole


def test_the_new_file_takes_the_place_of_the_old(tmp_path):
    path = tmp_path / "hours.csv"
    path.write_text("old")
    with write_whole(path) as file:
        file.write(b"new")
    assert path.read_text() == "new"
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["hours.csv"]


def test_a_failure_in_the_middle_keeps_the_old_file(tmp_path):
    path = tmp_path / "hours.csv"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), write_whole(path) as file:
        file.write(b"half")
        raise ZeroDivisionError
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["hours.csv"]


def test_a_full_disk_is_said_in_words(tmp_path, monkeypatch):
    path = tmp_path / "hours.csv"
    path.write_text("old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Problem, match="is full"), write_whole(path) as file:
        file.write(b"new")
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["hours.csv"]


@pytest.mark.parametrize(
    ("name", "words"), [("missing/hours.csv", "no folder"), ("x" * 300, "too long"), ("", "folder")]
)
def test_a_place_that_cannot_be_written_is_said_in_words(tmp_path, name, words):
    (tmp_path / "there").mkdir()
    path = tmp_path / name if name else tmp_path / "there"
    with pytest.raises(Problem, match=words), write_whole(path) as file:
        file.write(b"new")
