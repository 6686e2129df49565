# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The lock beside the file."""

import os

from coordinator.store import lock
from coordinator.store.lock import FileLock

if os.name != "nt":  # an open file cannot be removed there

    def test_a_link_to_a_file_has_the_lock_of_the_file(tmp_path):
        path, link = tmp_path / "school.coordinator", tmp_path / "link.coordinator"
        path.touch()
        link.symlink_to(path)
        first = FileLock(path)
        assert first.take()
        assert not FileLock(link).take()
        first.let_go()

    def test_a_lock_removed_while_it_was_being_taken_is_taken_anew(tmp_path, monkeypatch):
        path = tmp_path / "school.coordinator"
        first, second, third = FileLock(path), FileLock(path), FileLock(path)
        assert first.take()
        once = iter([True])
        flock = lock.fcntl.flock

        def let_go_meanwhile(handle: int, how: int) -> None:
            if next(once, False):
                first.let_go()  # between the opening and the locking of the second
            flock(handle, how)

        monkeypatch.setattr(lock.fcntl, "flock", let_go_meanwhile)
        assert second.take()
        assert not third.take()
        second.let_go()
        assert third.take()
        third.let_go()
