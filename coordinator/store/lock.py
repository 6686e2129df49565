# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""One writer: a lock of the operating system beside the file, gone with its process."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class FileLock:
    """Held while a program may write to `path`; a crash lets go of it, so it never goes stale."""

    def __init__(self, path: Path) -> None:
        whole = path.resolve()  # a link to a file and the file have one lock
        self._path = whole.with_name(whole.name + ".lock")
        self._file: BinaryIO | None = None

    def take(self) -> bool:
        """Whether the lock is ours now; False when another program holds it.

        Raises OSError when the folder lets nobody write.
        """
        file = self._path.open("a+b")
        try:
            if sys.platform == "win32":
                file.seek(0)
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            return False
        if not self._is_in_place(file):
            file.close()
            return self.take()
        self._file = file
        return True

    def _is_in_place(self, file: BinaryIO) -> bool:
        """Whether the file locked is the one others will find.

        Who lets go removes it: between our opening and our locking it may have gone.
        """
        try:
            return os.path.samestat(os.fstat(file.fileno()), self._path.stat())
        except FileNotFoundError:
            return False

    def let_go(self) -> None:
        """Give the lock back and remove its file where the system allows it."""
        if self._file is None:
            return
        if os.name != "nt":
            self._path.unlink(missing_ok=True)
        self._file.close()
        self._file = None
        if os.name == "nt":
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
