# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Where this computer keeps data, backups, logs and what can be made again."""

from pathlib import Path

import platformdirs

from coordinator.errors import Problem
from coordinator.i18n import _

_moved: Path | None = None


def use_data_folder(folder: Path | None) -> None:
    """Keep everything below `folder` from now on (`--data-dir`); None for the usual place."""
    global _moved
    _moved = folder


def data_folder() -> Path:
    """The folder of data files; local, never roaming: roaming folders become network shares."""
    folder = _moved or Path(platformdirs.user_data_dir("Coordinator", appauthor=False))
    return _made(folder)


def backup_folder() -> Path:
    """The folder of backups, beside the data."""
    return _made(data_folder() / "backups")


def log_folder() -> Path:
    """The folder of log files, beside the data."""
    return _made(data_folder() / "logs")


def cache_folder() -> Path:
    """The folder of things that can be made again, such as pinned fonts."""
    usual = Path(platformdirs.user_cache_dir("Coordinator", appauthor=False))
    return _made(_moved / "cache" if _moved else usual)


def _made(folder: Path) -> Path:
    """The folder, made where it is missing. Raises Problem where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        told = _("The folder {folder} cannot be made; choose another one with --data-dir.")
        raise Problem(told.format(folder=folder)) from error
    return folder
