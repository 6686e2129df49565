# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Which version of the tables a file has: creating, refusing, bringing up to date."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from coordinator.errors import Problem
from coordinator.files import file_problem
from coordinator.i18n import _
from coordinator.store import backup, journal, search
from coordinator.store.engine import code_problem, damaged, make_engine, problem_of
from coordinator.store.models import Base

if TYPE_CHECKING:
    from alembic.config import Config

APPLICATION_ID = 0x434F4F52  # "COOR": marks our files in bytes 68-71 of the header
NEWEST = 1  # the number of the last step in migrations/versions; kept in `user_version` too

_HEADER = b"SQLite format 3\x00"


def create(path: Path) -> None:
    """A new file at `path` with the newest tables. Raises Problem when the disk refuses."""
    try:
        path.touch(exist_ok=False)
    except OSError as error:
        raise file_problem(error, path) from error
    try:
        _upgrade(path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _header(path: Path) -> tuple[int, int]:
    """Application id and schema number, read from the bytes: SQLite is not let near it yet."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError as error:
        raise Problem(_("There is no file {path}.").format(path=path)) from error
    except OSError as error:
        raise Problem(_("{path} cannot be read.").format(path=path)) from error
    if not head:
        raise Problem(_("{name} is empty; it was left as it is.").format(name=path.name))
    if len(head) < 100 or not head.startswith(_HEADER):
        raise Problem(
            _("{name} is not a Coordinator file; it was left as it is.").format(name=path.name)
        )
    return int.from_bytes(head[68:72], "big"), int.from_bytes(head[60:64], "big")


def refuse_foreign(path: Path) -> None:
    """Raises Problem for a file that is missing, empty, not ours, or newer than this program."""
    application, number = _header(path)
    if application != APPLICATION_ID:
        raise Problem(
            _("{name} belongs to another program; it was left as it is.").format(name=path.name)
        )
    if number > NEWEST:
        raise Problem(
            _(
                "{name} was made by a newer version of Coordinator; it was left as it is. "
                "Install the newer version to open it."
            ).format(name=path.name)
        )


def refuse_outdated(path: Path) -> None:
    """Raises Problem for a file that must be brought up to date before it can be read."""
    if _header(path)[1] < NEWEST:
        raise Problem(
            _("{name} is of an older version; open it in the window once.").format(name=path.name)
        )


def refuse_incomplete(path: Path) -> None:
    """Raises Problem for a file marked as ours that lacks tables or triggers of ours."""
    needed = {*Base.metadata.tables, *journal.trigger_names()}
    query = "SELECT name FROM sqlite_master WHERE type IN ('table', 'trigger')"
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)) as db:
            needed -= {name for (name,) in db.execute(query)}
    except sqlite3.Error as error:
        raise code_problem(getattr(error, "sqlite_errorcode", 0), path) or error from error
    if needed:
        raise damaged(path)


def bring_up_to_date(path: Path) -> None:
    """Run the steps that are missing, after a backup; on any failure the file stays as it was."""
    number = _header(path)[1]
    if number == NEWEST:
        return
    backup.copy_store(path, backup.name_for(path, f"before-version-{NEWEST}"))
    _upgrade(path)


def alembic_config() -> "Config":
    """Where Alembic finds our steps; imported only here, where a step is due."""
    from alembic.config import Config

    config = Config()
    folder = Path(__file__).parent / "migrations"
    # Alembic reads the option through a parser to which % is a sign of its own.
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _upgrade(path: Path) -> None:
    from alembic import command

    engine = make_engine(path, writable=True)
    try:
        with engine.connect() as connection:
            _without_foreign_keys(connection)
            with connection.begin():
                config = alembic_config()
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
                search.install(connection)
                journal.install(connection)
                broken = connection.execute(text("PRAGMA foreign_key_check")).first()
                if broken is not None:
                    raise Problem(
                        _("{name} could not be brought up to date; it was left as it is.").format(
                            name=path.name
                        )
                    )
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.exec_driver_sql(f"PRAGMA user_version = {NEWEST}")
    except DBAPIError as error:
        raise problem_of(error, path) or error from error
    finally:
        engine.dispose()


def _without_foreign_keys(connection: Connection) -> None:
    """Foreign keys off: with them on, rebuilding a parent table deletes its children in silence.

    Inside a transaction the pragma does nothing, so it goes to the driver's connection.
    """
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    driver.execute("PRAGMA foreign_keys = OFF")
