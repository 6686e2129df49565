# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What every page is given: the store, the worker, and what has changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from coordinator.errors import Problem
from coordinator.i18n import _, language

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from coordinator.store import Db, Store
    from ui.tasks import Tasks

T = TypeVar("T")


class Context(QObject):
    """Made once in `ui/__main__.py`, handed to each page.

    Pages never call each other: they `go` to a place, and hear `changed` when rows changed.
    """

    changed = Signal(object)  # set of table names, after each commit; always in the main thread
    saved = Signal(object)  # datetime of the last commit made by the user
    said = Signal(str, bool)  # a toast: its words, and whether it offers Undo
    asked = Signal(str, object)  # place and what to show there

    def __init__(self, store: Store, tasks: Tasks) -> None:
        super().__init__()
        self.store = store
        self.tasks = tasks
        # The store calls back in the thread that wrote; a signal carries it to this one.
        store.changed.append(self._tell)

    def _tell(self, tables: set[str]) -> None:
        self.changed.emit(set(tables))

    @property
    def language(self) -> str:
        """The language of the screen."""
        return language()

    def read(self) -> AbstractContextManager[Db]:
        return self.store.read()

    def write(self, label: str, deed: Callable[[Db], T], toast: str = "") -> T:
        """Do `deed` as one undoable step; `toast` says it was done and offers Undo.

        A `Problem` of the deed passes on: nothing is written then.
        """
        with self.store.write(label) as db:
            result = deed(db)
        self.saved.emit(datetime.now())
        if toast:
            self.say(toast, undo=True)
        return result

    def say(self, words: str, undo: bool = False) -> None:
        """Show a toast, read out by a screen reader."""
        self.said.emit(words, undo)

    def go(self, place: str, **what: Any) -> None:
        """Open a place of the rail, such as `go("families", id=5)`."""
        self.asked.emit(place, what)

    def undo(self) -> None:
        """Take the last step back and say which; a refusal is said in words."""
        self._step(self.store.undo, _("Undone: {step}"), undo=False)

    def redo(self) -> None:
        self._step(self.store.redo, _("Done again: {step}"), undo=True)

    def _step(self, deed: Callable[[], str | None], words: str, undo: bool) -> None:
        try:
            label = deed()
        except Problem as problem:
            self.say(str(problem))
            return
        if label is not None:
            self.saved.emit(datetime.now())
            self.say(words.format(step=label), undo=undo)

    def close(self) -> None:
        """Let go of the store's callback; the store itself is closed by who opened it."""
        if self._tell in self.store.changed:
            self.store.changed.remove(self._tell)
