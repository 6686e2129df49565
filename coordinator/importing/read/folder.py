# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Folders and zips of text files, as OneRoster, Microsoft SDS and ParentSquare write them."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from coordinator.errors import Problem
from coordinator.i18n import _
from coordinator.importing.read.gate import check_zip
from coordinator.importing.read.kinds import refuse_damaged
from coordinator.importing.read.source import MAX_BYTES, Table

_SUFFIXES = (".csv", ".txt", ".tsv")
_MAX_FILES = 100
ReadTable = Callable[[str, bytes], Table | None]


def read_folder(path: Path, read: ReadTable) -> tuple[Table, ...]:
    """The tables of a folder's CSV and text files, by name; files without rows are left out."""
    try:
        files = sorted(file for file in path.iterdir() if file.suffix.lower() in _SUFFIXES)
        if sum(file.stat().st_size for file in files) > MAX_BYTES or len(files) > _MAX_FILES:
            raise Problem(_("“{file}” holds too much for one list.").format(file=path.name))
        tables = [read(file.name, file.read_bytes()) for file in files]
    except OSError as error:
        raise Problem(
            _("The folder “{file}” cannot be read: {reason}.").format(
                file=path.name, reason=error.strerror or str(error)
            )
        ) from error
    return _some(tables, path.name)


def read_zip(data: bytes, title: str, read: ReadTable) -> tuple[Table, ...]:
    """The tables of the text files in a zip, wherever in it they lie; the gate comes first."""
    check_zip(data, title)
    tables: list[Table | None] = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in sorted(archive.namelist()):
                base = PurePosixPath(name).name
                hidden = base.startswith(".") or "__MACOSX" in name
                if base.lower().endswith(_SUFFIXES) and not hidden:
                    tables.append(read(base, archive.read(name)))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        refuse_damaged(title)
    return _some(tables, title)


def _some(tables: list[Table | None], title: str) -> tuple[Table, ...]:
    found = tuple(table for table in tables if table is not None)
    if not found:
        raise Problem(
            _("“{file}” holds no list with rows in it; nothing was imported.").format(file=title)
        )
    return found
