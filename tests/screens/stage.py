# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A window on the sample school, and one on an empty school, for pictures."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coordinator.sample import SAMPLE_TODAY, make_sample, write_sample_roster
from coordinator.school import make_school
from coordinator.store import Db, Store
from coordinator.store.models import Event, Family, Person
from ui.main_window import MainWindow
from ui.page import Page
from ui.pages.home import HomePage
from ui.places import open_window
from ui.tasks import InlineTasks

NOW = datetime.combine(SAMPLE_TODAY, datetime.min.time()).replace(hour=9, minute=5)
SIZES = {False: QSize(1366, 768), True: QSize(1920, 1080)}  # at 150 % text and above
_SETTLE_MS = 350  # pages come after a short wait where a live preview is drawn


def settle() -> None:
    """Let timers and paints happen."""
    QTest.qWait(_SETTLE_MS)


class Stage:
    """A window on the sample school (or an empty one) with a clock that stands still."""

    def __init__(self, folder: Path, size: QSize) -> None:
        self.folder, self.size = folder, size
        self.roster = folder / "students-2026.csv"
        write_sample_roster(self.roster, SAMPLE_TODAY)
        sample = folder / "sample.coordinator"
        self.store = Store.create(sample)
        with self.store.write("Make the sample school") as db:
            make_sample(db, today=SAMPLE_TODAY)
        self._touch_some()
        empty = folder / "empty.coordinator"
        make_school(empty, name="Maple Hollow Elementary")
        self.empty_store = Store.open(empty)
        self.window = self._window(self.store)
        self.empty_window = self._window(self.empty_store)

    def _touch_some(self) -> None:
        """So that something was opened lately, and there is a step to undo."""
        for model, row_id in ((Person, 12), (Event, 20), (Family, 30), (Person, 40), (Family, 7)):

            def write(db: Db, model: type = model, row_id: int = row_id) -> None:
                db.get_one(model, row_id).notes = "Likes a call after five"

            with self.store.write("Change a note") as db:
                write(db)

    def _window(self, store: Store) -> MainWindow:
        window = open_window(store, InlineTasks())
        home = partial(HomePage, clock=lambda: NOW)
        window.places = [
            replace(place, factory=home) if place.key == "home" else place
            for place in window.places
        ]
        window.rebuild()
        window.resize(self.size)
        window.show()
        window.activateWindow()
        settle()
        return window

    def page(self, key: str, **what: object) -> Page:
        """The page of a place, built anew so that nothing is left of the picture before."""
        return self._open(self.window, key, what)

    def empty_page(self, key: str, **what: object) -> Page:
        """The same in a school without anybody."""
        return self._open(self.empty_window, key, what)

    def _open(self, window: MainWindow, key: str, what: dict[str, object]) -> Page:
        focus = QApplication.focusWidget()
        if focus is not None:
            focus.clearFocus()
        window.search_box.clear()
        window.search_box.close_results()
        window.current = ""
        old = window.pages.pop(key, None)
        if old is not None:
            old.let_go()
            window.stack.removeWidget(old)
        window.show_place(key)
        settle()
        if what:
            window.show_place(key, what)
            settle()
        if window.toast is not None:
            window.toast.hide()
        page = window.current_page()
        assert page is not None
        return page

    def close(self) -> None:
        for window in (self.window, self.empty_window):
            window.close()
            window.ctx.close()
            window.deleteLater()
        self.store.close()
        self.empty_store.close()
