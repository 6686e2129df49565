# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The school's file: opening it, reading it, and writing to it one undoable step at a time."""

import getpass
import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from coordinator.errors import Problem
from coordinator.files import file_problem
from coordinator.i18n import _
from coordinator.store import journal, schema, search
from coordinator.store.engine import make_engine, problem_of
from coordinator.store.lock import FileLock

Db = Session

__all__ = ["Db", "Store"]

log = logging.getLogger(__name__)

_STEPS_BETWEEN_THINNING = 100


class Store:
    """One open file. Values read from it may be kept; mapped objects stay inside the `with`."""

    def __init__(self, path: Path, lock: FileLock | None) -> None:
        self.path = path
        self.changed: list[Callable[[set[str]], None]] = []
        self._lock = lock
        self._engine = make_engine(path, writable=lock is not None)
        self._reading = self._engine.execution_options(read_only=True)
        self._one_writer = threading.Lock()
        self._reads = threading.local()

    @classmethod
    def create(cls, path: Path) -> "Store":
        """A new file with empty tables. Refuses a path where something is already."""
        if _is_there(path):
            raise Problem(
                _("{name} is there already and was left as it is; choose another name.").format(
                    name=path.name
                )
            )
        lock = _locked(path)
        try:
            schema.create(path)
            return cls(path, lock)
        except BaseException:
            lock.let_go()
            raise

    @classmethod
    def open(cls, path: Path, *, writable: bool = True) -> "Store":
        """The file at `path`, brought up to date first where an older version made it.

        Refuses, in words and without touching it, what is not there, not ours, damaged, made by
        a newer version, or open for writing in another program.
        """
        schema.refuse_foreign(path)
        if not writable:
            schema.refuse_outdated(path)
            schema.refuse_incomplete(path)
            return cls(path, None)
        lock = _locked(path)
        try:
            schema.bring_up_to_date(path)
            schema.refuse_incomplete(path)
            return cls(path, lock)
        except BaseException:
            lock.let_go()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()
        if self._lock:
            self._lock.let_go()
            self._lock = None

    @contextmanager
    def read(self) -> Iterator[Db]:
        """One consistent look at the file; nothing can be written through it."""
        try:
            with Session(self._reading, autoflush=False) as db:
                self._mine.append(db)
                try:
                    yield db
                finally:
                    self._mine.remove(db)
        except DBAPIError as error:
            raise problem_of(error, self.path) or error from error

    @property
    def _mine(self) -> list[Db]:
        """The reads that this thread has open."""
        if not hasattr(self._reads, "open"):
            self._reads.open = []
        found: list[Db] = self._reads.open
        return found

    @contextmanager
    def write(self, label: str, *, who: str | None = None, undoable: bool = True) -> Iterator[Db]:
        """One unit of work: all of it is kept as one undoable step, or none of it.

        `label` names the step in the Undo menu and in the history. What nobody would want to
        take back, such as setting up a school, is written with `undoable` False.
        """
        with self._step(label, who, undoable=undoable) as db:
            yield db

    def undo(self) -> str | None:
        """Take the newest step back; its label, or None where there is none."""
        return self._replay("undo")

    def redo(self) -> str | None:
        """Do the step again that was taken back last; its label, or None where there is none."""
        return self._replay("redo")

    def undo_label(self) -> str | None:
        """What Undo would take back."""
        with self.read() as db:
            step = journal.next_undo(db)
        return step[1] if step else None

    def redo_label(self) -> str | None:
        """What Redo would do again."""
        with self.read() as db:
            step = journal.next_redo(db)
        return step[1] if step else None

    def _replay(self, kind: str) -> str | None:
        find = journal.next_undo if kind == "undo" else journal.next_redo
        replay = journal.take_back if kind == "undo" else journal.do_again
        with self.read() as db:
            step = find(db)
        if step is None:
            return None
        with self._step(step[1], None, kind, step[0]) as db:
            replay(db, step[0])
        return step[1]

    @contextmanager
    def _step(
        self,
        label: str,
        who: str | None,
        kind: str = "do",
        target_id: int | None = None,
        *,
        undoable: bool = True,
    ) -> Iterator[Db]:
        if self._lock is None:
            raise Problem(_("This file was opened for reading only; nothing was changed."))
        for reading in self._mine:
            # An open look at the file would make our own commit wait for ever; it looks anew.
            reading.rollback()
        try:
            with self._one_writer, Session(self._engine) as db, db.begin():
                change_id = journal.begin(db, label, who or _user(), kind, target_id)
                yield db
                db.flush()
                search.follow(db, change_id)
                tables = journal.finish(db, change_id)
                if not undoable:
                    journal.settle(db, change_id)
                if change_id % _STEPS_BETWEEN_THINNING == 0:
                    journal.thin_out(db)
        except DBAPIError as error:
            raise problem_of(error, self.path) or error from error
        log.info("step %s (%s) touched %s", change_id, kind, ", ".join(sorted(tables)) or "nothing")
        if tables:
            for tell in list(self.changed):
                tell(tables)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:  # a name that no disk can hold
        raise file_problem(error, path) from error


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a PC without a named account
        return ""


def _locked(path: Path) -> FileLock:
    lock = FileLock(path)
    try:
        taken = lock.take()
    except OSError as error:
        raise Problem(
            _("{name} cannot be opened: its folder {folder} is missing or protected.").format(
                name=path.name, folder=path.parent
            )
        ) from error
    if not taken:
        raise Problem(
            _("{name} is open in another window of Coordinator; close it there first.").format(
                name=path.name
            )
        )
    return lock
