# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Any file, folder or zip of files -> tables of text."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from coordinator.errors import Problem
from coordinator.i18n import _
from coordinator.importing.collector import collector_paused
from coordinator.importing.read.folder import read_folder, read_zip
from coordinator.importing.read.headings import NoRows, make_table, refuse_rows
from coordinator.importing.read.kinds import kind_of
from coordinator.importing.read.source import MAX_BYTES, MAX_ROWS, Row, Source, Table, Unread
from coordinator.importing.read.text import (
    decode,
    guess_delimiter,
    lines_of,
    named_delimiter,
    parse,
)
from coordinator.importing.read.workbook import read_workbook

__all__ = ["MAX_BYTES", "MAX_ROWS", "Row", "Source", "Table", "Unread", "open_source"]


def open_source(
    paths: str | Path | Sequence[str | Path],
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
) -> Source:
    """What the file, files, folder or zip holds; what is not given is guessed and told.

    Raises Problem, one sentence each, for: missing, locked, empty, headings only, another kind of
    file, damaged, protected by a password, too large, a heading that is there twice. Single rows
    that cannot be read do not refuse the file: they are in `Table.unread`.
    """
    several = [paths] if isinstance(paths, str | Path) else list(paths)
    if not several:
        raise Problem(_("Choose a file to import."))
    options = (encoding, delimiter, sheet, header_row)
    with collector_paused():
        if len(several) == 1:
            return _open_one(Path(several[0]), *options)
        sources = []
        for path in several:
            with suppress(NoRows):  # exports leave files with headings only
                sources.append(_open_one(Path(path), *options))
    if not sources:
        raise Problem(_("None of these files has rows in it; nothing was imported."))
    tables = tuple(table for source in sources for table in source.tables)
    first = sources[0]
    return Source(
        title=", ".join(source.title for source in sources),
        paths=tuple(path for source in sources for path in source.paths),
        layout="folder",
        tables=tables,
        encoding=first.encoding,
        delimiter=first.delimiter,
        heading_row=first.heading_row,
        warnings=tuple(warning for source in sources for warning in source.warnings),
    )


def _open_one(
    path: Path,
    encoding: str | None,
    delimiter: str | None,
    sheet: str | None,
    header_row: int | None,
) -> Source:
    if path.is_dir():
        tables = read_folder(path, _text_table)
        return Source(path.name, (path,), "folder", tables)
    data = _bytes(path)
    kind = kind_of(data, path.name)
    if kind == "text":
        return _text_source(path, data, encoding, delimiter, header_row)
    if kind == "zip":
        return Source(path.name, (path,), "folder", read_zip(data, path.name, _text_table))
    rows, name, names = read_workbook(data, kind, path.name, sheet)
    table = make_table(path.name, rows, [], header_row)
    return Source(
        path.name,
        (path,),
        "workbook",
        (table,),
        sheet=name,
        sheets=names,
        heading_row=table.heading_row,
    )


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Problem(
                _("“{file}” is larger than {size} MB. Split it into smaller files.").format(
                    file=path.name, size=MAX_BYTES // 1024 // 1024
                )
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Problem(
            _("“{file}” is not there any more. Check the folder or the stick it was on.").format(
                file=path.name or str(path)
            )
        ) from error
    except PermissionError as error:
        raise Problem(
            _(
                "“{file}” cannot be opened. Close it in Excel or any other program and try again."
            ).format(file=path.name)
        ) from error
    except OSError as error:
        raise Problem(
            _("“{file}” cannot be read: {reason}. Copy it to this computer and try again.").format(
                file=path.name, reason=error.strerror or str(error)
            )
        ) from error


def _text_source(
    path: Path, data: bytes, encoding: str | None, delimiter: str | None, header_row: int | None
) -> Source:
    text, name = decode(data, path.name, encoding)
    lines = lines_of(text)
    if len(lines) > MAX_ROWS * 2:
        refuse_rows(path.name)
    char = named_delimiter(delimiter) if delimiter else guess_delimiter(lines)
    rows, unread = parse(lines, char)
    table = make_table(path.name, rows, unread, header_row)
    warnings = []
    if name == "cp1252" and not encoding:
        warnings.append(
            _("“{file}” was read as Western European (Windows) text: look at the accents.").format(
                file=path.name
            )
        )
    return Source(
        path.name,
        (path,),
        "text",
        (table,),
        encoding=name,
        delimiter=char,
        heading_row=table.heading_row,
        warnings=tuple(warnings),
    )


def _text_table(name: str, data: bytes) -> Table | None:
    """One text file of a folder; None where it has headings at most (exports leave such files)."""
    if not data.strip(b"\xef\xbb\xbf \t\r\n") or kind_of(data, name) != "text":
        return None
    text, _encoding = decode(data, name)
    lines = lines_of(text)
    if len(lines) > MAX_ROWS * 2:
        refuse_rows(name)
    rows, unread = parse(lines, guess_delimiter(lines))
    if len([row for row in rows if any(cell.strip() for cell in row[1])]) + len(unread) < 2:
        return None
    return make_table(name, rows, unread, rows[0][0] if rows else None)
