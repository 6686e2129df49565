# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The one window: rail, pages built when first wanted, menus, search, toast and progress."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from coordinator import i18n
from coordinator.i18n import _
from coordinator.text import fold
from ui import local_settings, theme
from ui.context import Context
from ui.main_window.bars import StatusBar, TopBar
from ui.main_window.dropping import take_dropped_lists
from ui.main_window.menus import Menus
from ui.main_window.place import Found, Place
from ui.main_window.rail import Rail
from ui.main_window.search import SearchBox
from ui.main_window.tab_order import ReadingOrderWindow
from ui.page import Page
from ui.tasks import Task
from ui.theme.ring import FocusRing
from ui.widgets import Button, ProgressCard, Toast

SMALLEST = QSize(940, 500)
STEP = 10  # per cent of text size for one press of Ctrl and +


class _Stack(QStackedWidget):
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)  # a page that needs more scrolls its middle


class MainWindow(ReadingOrderWindow):
    """`places` are data; `search(text)` gives what the box finds besides commands.

    `school()` gives the words at the top of the rail. `fill_menus(window)` adds the program's own
    actions to `window.menus` (`file`, `edit`, `view`, `go`, `print_`, `help`), each time the
    window is built: all of it is built anew when the language changes.
    """

    help_asked = Signal(str)  # key of the place shown

    def __init__(
        self,
        ctx: Context,
        places: Sequence[Place],
        *,
        search: Callable[[str], Sequence[Found]] = lambda _text: (),
        school: Callable[[], tuple[str, str]] = lambda: ("", ""),
        fill_menus: Callable[["MainWindow"], object] | None = None,
    ) -> None:
        super().__init__()
        self.ctx = ctx
        self.places = list(places)
        self._search, self._school, self._fill_menus = search, school, fill_menus
        self.current = ""
        self.pages: dict[str, Page] = {}
        self.toast: Toast | None = None
        self.progress: ProgressCard | None = None
        self._last_saved: datetime | None = None
        self.setWindowTitle(_("Coordinator"))
        self.setMinimumSize(SMALLEST)
        take_dropped_lists(self, ctx)
        self.ring = FocusRing(self)
        self._build()
        self._listen()
        self._come_back()

    # Building

    def _build(self) -> None:
        self.pages = {}
        self.search_box = SearchBox(self._find, self)
        self.undo_button = Button(_("Undo"), "quiet", "undo", clicked=self.undo)
        self.menus = Menus(self)
        self.setMenuWidget(TopBar(self.menus.bar, self.undo_button, self.search_box))
        middle = QWidget()
        row = theme.across(middle)
        self.rail = Rail(self.places)
        self.rail.chosen.connect(self.show_place)
        self.stack = _Stack()
        self.status = StatusBar(self.next_text_size, self.use_language, self.ctx.language)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        whole = QWidget()
        column = theme.column(whole)
        column.addWidget(middle, 1)
        column.addWidget(self.status)
        self.setCentralWidget(whole)
        self.toast = Toast(self, self.undo, above=27)
        if self._fill_menus is not None:
            self._fill_menus(self)
        self.show_school()
        self._show_steps()
        self.setFocus()  # nothing has the keyboard yet
        if self._last_saved is not None:
            self.status.show_saved(self._last_saved)

    def first_stops(self) -> list[QWidget]:
        return [self.search_box, self.undo_button]

    def _listen(self) -> None:
        self.ctx.changed.connect(lambda _tables: self._show_steps())
        self.ctx.saved.connect(self._note_saved)
        self.ctx.said.connect(self._say)
        self.ctx.asked.connect(self.show_place)
        tasks = self.ctx.tasks
        tasks.started.connect(self._task_started)
        tasks.progressed.connect(self._task_progressed)
        tasks.ended.connect(lambda _task: self._end_progress())
        theme.signals.changed.connect(self._sizes_changed)

    def _come_back(self) -> None:
        self.resize(1366, 740)
        geometry = local_settings.geometry("main")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        if screens and not any(screen.intersects(self.frameGeometry()) for screen in screens):
            self.move(screens[0].topLeft())

    # Places

    def show_place(self, key: str, what: dict[str, Any] | None = None) -> bool:
        """Open a place, once the page shown lets go; False where it does not."""
        if key not in self.rail.items:
            return False
        if key != self.current and self.current and not self.pages[self.current].leave():
            self.rail.set_current(self.current)
            return False
        if key not in self.pages:
            place = next(place for place in self.places if place.key == key)
            self.pages[key] = place.factory(self.ctx)
            self.stack.addWidget(self.pages[key])
        self.current = key
        self.rail.set_current(key)
        self.stack.setCurrentWidget(self.pages[key])
        if what:
            if self.pages[key].stale:
                self.pages[key].reload()
            self.pages[key].open(what)
        return True

    def current_page(self) -> Page | None:
        return self.pages.get(self.current)

    def show_school(self) -> None:
        """Ask again for the words at the top of the rail."""
        self.rail.set_school(*self._school())

    # Undo, search, help

    def undo(self) -> None:
        page = self.current_page()
        if page is None or page.leave():
            self.ctx.undo()

    def redo(self) -> None:
        page = self.current_page()
        if page is None or page.leave():
            self.ctx.redo()

    def _show_steps(self) -> None:
        undo, redo = self.ctx.store.undo_label(), self.ctx.store.redo_label()
        self.menus.show_steps(undo, redo)
        self.undo_button.setEnabled(undo is not None)
        tip = _("Undo: {step} (Ctrl+Z)").format(step=undo) if undo else _("Nothing to undo")
        self.undo_button.setToolTip(tip)
        self.status.show_undo(undo)

    def _find(self, text: str) -> list[Found]:
        wanted = fold(text).split()
        commands = [
            Found("arrow-right", name, keys, action.trigger)
            for name, keys, action in self.menus.commands()
            if all(word in fold(name) for word in wanted)
        ]
        return [*self._search(text), *commands[:6]]

    def ask_help(self) -> None:
        self.help_asked.emit(self.current)

    # Text size and language

    def next_text_size(self) -> None:
        """100, 125, 150, 175, 200 % and round again."""
        percent = theme.text_percent()
        self.set_text_size(next((size for size in (125, 150, 175, 200) if size > percent), 100))

    def change_text_size(self, steps: int) -> None:
        self.set_text_size(theme.text_percent() + steps * STEP)

    def set_text_size(self, percent: int) -> None:
        self._apply(theme.name(), percent)

    def set_theme(self, name: str) -> None:
        """light, dark, contrast, or auto as the computer has it."""
        local_settings.remember("theme", name)
        self._apply(name, theme.text_percent())

    def _apply(self, name: str, percent: int) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, name, percent)
        local_settings.remember("text_percent", theme.text_percent())

    def _sizes_changed(self) -> None:
        self.status.show_size()
        self.menus.draw_icons()
        self.menus.show_theme()

    def use_language(self, code: str) -> None:
        """Speak another language at once; what is typed is written first."""
        page = self.current_page()
        if code == self.ctx.language or (page is not None and not page.leave()):
            return
        i18n.use_language(code)
        local_settings.remember("language", code)
        self.rebuild()

    def rebuild(self) -> None:
        """Build all of the window anew at the place where it is."""
        for old in self.pages.values():
            old.let_go()
        key, self.current = self.current, ""
        leftovers = [self.toast, self.progress, self.search_box.results]
        self._build()
        for part in leftovers:
            if part is not None:
                part.deleteLater()
        self.progress = None
        if key:
            self.show_place(key)

    # Toast, saved, progress

    def _say(self, words: str, undo: bool) -> None:
        if self.toast is not None:
            self.toast.say(words, undo)

    def _note_saved(self, moment: datetime) -> None:
        self._last_saved = moment
        if self.toast is not None:
            self.toast.hide()  # it speaks of an older step; what this one says comes after
        self.status.show_saved(moment)
        self._show_steps()

    def _task_started(self, task: Task) -> None:
        # Short work should not flash a card.
        QTimer.singleShot(500, self, lambda: self._show_progress(task))

    def _show_progress(self, task: Task) -> None:
        if self.ctx.tasks.current() is task and self.progress is None:
            self.progress = ProgressCard(task.title, task.cancel, self)
            self.progress.show()
            self._place_progress()

    def _task_progressed(self, task: Task, done: int, total: int) -> None:
        if self.progress is not None and self.ctx.tasks.current() is task:
            self.progress.set_progress(done, total)

    def _end_progress(self) -> None:
        if self.progress is not None:
            self.progress.hide()
            self.progress.deleteLater()
            self.progress = None

    def _place_progress(self) -> None:
        if self.progress is not None:
            size = self.progress.sizeHint().expandedTo(QSize(theme.gap(400), 0))
            right = self.width() - theme.gap(20) - size.width()
            bottom = self.height() - self.status.height() - theme.gap(16) - size.height()
            self.progress.setGeometry(right, bottom, size.width(), size.height())
            self.progress.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.search_box.close_results()
        self._place_progress()

    def closeEvent(self, event: QCloseEvent) -> None:
        page = self.current_page()
        if page is not None and not page.leave():
            self.ctx.say(_("Something here cannot be kept yet. The field says why."))
            event.ignore()
            return
        if self.ctx.tasks.busy():
            self.ctx.say(_("Something is still being made. Wait for it, or press Cancel."))
            event.ignore()
            return
        local_settings.remember_geometry("main", self.saveGeometry())
        event.accept()
