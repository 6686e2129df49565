# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Writing a file whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from coordinator.errors import Problem
from coordinator.i18n import _


@contextmanager
def write_whole(path: Path) -> Iterator[BinaryIO]:
    """A binary file to write; it takes the place of `path` when the block ends well.

    Whatever goes wrong, the old file stays as it was and no half file is left.
    Raises Problem in words when the folder, the disk or the old file refuses.
    """
    try:
        refuse_folder(path)  # before the work is done, not after
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    except OSError as error:
        raise file_problem(error, path) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o644)
        part.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise file_problem(error, path) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def refuse_folder(path: Path) -> None:
    """Raises OSError where a folder stands in the place of a file to be written."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))


def file_problem(error: OSError, path: Path) -> Problem:
    """The refusal of the disk at `path` in one sentence."""
    name, folder = path.name, str(path.parent)
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        text = _(
            "The disk of {folder} is full, so {name} was not written; "
            "make room or choose another place."
        )
    elif error.errno in {errno.ENOENT, errno.ENOTDIR}:
        text = _("There is no folder {folder}, so {name} was not written; choose another place.")
    elif error.errno == errno.ENAMETOOLONG:
        text = _("The name {name} is too long for this disk; choose a shorter one.")
    elif error.errno == errno.EISDIR:
        text = _("{name} is a folder; choose another name for the file.")
    elif error.errno in {errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY}:
        text = _(
            "{name} in {folder} cannot be written: it is open in another program, or the folder "
            "is protected; close it or choose another name."
        )
    else:
        text = _(
            "{name} in {folder} could not be written; nothing was changed. Choose another place."
        )
    return Problem(text.format(name=name, folder=folder))
