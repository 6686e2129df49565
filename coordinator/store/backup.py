# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Copies of the file that are opened and counted before they are kept, and its check."""

import errno
import os
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from coordinator import paths
from coordinator.errors import Problem
from coordinator.files import file_problem, refuse_folder
from coordinator.i18n import _, ngettext
from coordinator.store import journal, search
from coordinator.store.engine import code_problem
from coordinator.store.lock import FileLock


def name_for(path: Path, why: str) -> Path:
    """A name in the backup folder that says what was copied, when and why."""
    moment = datetime.now().strftime("%Y-%m-%d-%H%M%S")
    return paths.backup_folder() / f"{path.stem}-{moment}-{why}.coordinator"


def copy_store(path: Path, target: Path) -> Path:
    """A backup of a live file at `target`, whole or not at all; the path it was kept under.

    Made through SQLite's own backup (a file copy of a live file can be torn), then opened,
    checked and only then given its name. Raises Problem when that fails.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        refuse_folder(target)
        if target.exists() and target.samefile(path):
            told = _("{name} is the file itself; choose another name for the backup.")
            raise Problem(told.format(name=target.name))
        target.parent.mkdir(parents=True, exist_ok=True)
        with (
            closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)) as source,
            closing(sqlite3.connect(part)) as copy,
        ):
            source.backup(copy)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        findings = check_store(part)
        if findings:
            raise Problem(
                _("The backup was not kept, because the file needs attention: {finding}").format(
                    finding=findings[0]
                )
            )
        _give_name(part, target)
    except OSError as error:
        raise file_problem(error, target) from error
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0)
        if code & 0xFF in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN}:
            refused = errno.ENOSPC if code & 0xFF == sqlite3.SQLITE_FULL else errno.EACCES
            raise file_problem(OSError(refused, ""), target) from error
        raise Problem(
            _("{name} could not be copied: the file is damaged or the disk did not answer.").format(
                name=path.name
            )
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return target


def _give_name(part: Path, target: Path) -> None:
    """Put the copy in its place. Raises Problem where a window has the file of that name open.

    That window would go on writing into a file that no name leads to any more.
    """
    lock = FileLock(target)
    if not lock.take():
        told = _("{name} is open in a window of Coordinator; choose another name for the backup.")
        raise Problem(told.format(name=target.name))
    try:
        part.replace(target)
    finally:
        lock.let_go()


def check_store(path: Path) -> list[str]:
    """What is wrong with the file, in sentences; an empty list when all is well.

    Raises Problem where the file is in use by another program.
    """
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)) as db:
            return [*_integrity(db), *_parts(db), *_links(db), *_index(db), *_sense(db)]
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0)
        if code & 0xFF == sqlite3.SQLITE_BUSY:
            raise code_problem(code, path) or error from error
        return [_("The file cannot be read; it is damaged or not a Coordinator file.")]


def _integrity(db: sqlite3.Connection) -> list[str]:
    rows = [str(row[0]) for row in db.execute("PRAGMA integrity_check(20)")]
    if rows == ["ok"]:
        return []
    return [_("The file is damaged: {detail}").format(detail=row) for row in rows]


def _parts(db: sqlite3.Connection) -> list[str]:
    """Triggers of ours that are gone, and parts that another program has put in."""
    query = "SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view')"
    there, ours = {name for (name,) in db.execute(query)}, journal.trigger_names()
    found = []
    if ours - there:
        found.append(_("Some changes would leave no history, and could not be undone."))
    if there - ours:
        found.append(_("Another program has put rules of its own into the file."))
    return found


def _links(db: sqlite3.Connection) -> list[str]:
    broken: dict[tuple[str, str], int] = {}
    for table, _row, parent, _key in db.execute("PRAGMA foreign_key_check"):
        broken[table, parent] = broken.get((table, parent), 0) + 1
    return [
        ngettext(
            "{count} row of {table} points to a {parent} that is not there.",
            "{count} rows of {table} point to a {parent} that is not there.",
            count,
        ).format(count=count, table=table, parent=parent)
        for (table, parent), count in broken.items()
    ]


def _index(db: sqlite3.Connection) -> list[str]:
    """The search index against the people; left out where the disk lets nobody write."""
    try:
        for index in search.INDEXES:
            # rank 1 compares the index with the table, not only with itself
            db.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}:
            return []
        if code == sqlite3.SQLITE_BUSY:
            raise
        return [_("The search index does not match the people; searching may miss somebody.")]
    finally:
        db.rollback()
    return []


def _sense(db: sqlite3.Connection) -> list[str]:
    """What no constraint can hold: rows that contradict each other."""
    found = []
    early = db.execute('SELECT count(*) FROM attendance WHERE "left" < arrived').fetchone()[0]
    if early:
        told = ngettext(
            "{count} person left an event before they arrived.",
            "{count} people left an event before they arrived.",
            early,
        )
        found.append(told.format(count=early))
    empty = db.execute(
        "SELECT count(*) FROM family WHERE archived = 0 AND id NOT IN "
        "(SELECT family_id FROM member)"
    ).fetchone()[0]
    if empty:
        told = ngettext(
            "{count} family has nobody in it.", "{count} families have nobody in them.", empty
        )
        found.append(told.format(count=empty))
    return found
