# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Connections to the file: settings that were measured, our own BEGIN, errors in words."""

import sqlite3
from pathlib import Path

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from coordinator.errors import Problem
from coordinator.i18n import _

# A deleted rollback journal with EXTRA is the one setting that lost no acknowledged save in
# simulated power cuts; secure_delete keeps deleted names out of the free pages.
PRAGMAS = (
    "foreign_keys=ON",
    "journal_mode=DELETE",
    "synchronous=EXTRA",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
)
_READ_ONLY_PRAGMAS = ("foreign_keys=ON", "trusted_schema=OFF", "query_only=ON")
_WAIT_SECONDS = 5


def make_engine(path: Path, *, writable: bool) -> Engine:
    """An engine on one file; transactions begin as `begin` says, never as the driver guesses."""
    # Never create a file by opening it: an empty school in silence is the worst answer.
    uri = f"{path.resolve().as_uri()}?mode=rw"
    engine = create_engine(
        f"sqlite:///{path}",
        creator=lambda: sqlite3.connect(
            uri, uri=True, timeout=_WAIT_SECONDS, check_same_thread=False
        ),
    )

    @event.listens_for(engine, "connect")
    def _settings(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        assert isinstance(connection, sqlite3.Connection)
        connection.isolation_level = None
        for pragma in PRAGMAS if writable else _READ_ONLY_PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        reading = connection.get_execution_options().get("read_only", False)
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def problem_of(error: DBAPIError, path: Path) -> Problem | None:
    """The environment's fault in words, or None where the error is a bug of ours."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    return None if code is None else code_problem(code, path)


def code_problem(code: int, path: Path) -> Problem | None:
    """What an SQLite result code says about the file at `path`; None: a bug of ours."""
    texts = {
        sqlite3.SQLITE_BUSY: _(
            "{name} is busy in another program; nothing was changed. Try again."
        ),
        sqlite3.SQLITE_LOCKED: _(
            "{name} is busy in another window; nothing was changed. Try again."
        ),
        sqlite3.SQLITE_READONLY: _(
            "{name} can only be read: the file or its folder is protected. Nothing was changed."
        ),
        sqlite3.SQLITE_IOERR: _(
            "The disk of {name} did not answer; nothing was changed. Check the disk and try again."
        ),
        sqlite3.SQLITE_FULL: _("The disk of {name} is full; nothing was changed. Make room first."),
        sqlite3.SQLITE_CANTOPEN: _(
            "{name} cannot be opened: it is not there, or the folder is protected."
        ),
        sqlite3.SQLITE_PROTOCOL: _(
            "{name} is busy in another program; nothing was changed. Try again."
        ),
        sqlite3.SQLITE_NOTADB: _("{name} is not a Coordinator file; it was left as it is."),
    }
    if code & 0xFF == sqlite3.SQLITE_CORRUPT:
        return damaged(path)
    text = texts.get(code & 0xFF)
    return Problem(text.format(name=path.name)) if text else None


def damaged(path: Path) -> Problem:
    """What is said of a file that does not hold together."""
    return Problem(
        _("{name} is damaged and was left as it is. Bring back a backup, or ask for help.").format(
            name=path.name
        )
    )
