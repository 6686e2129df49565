# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The window: places, undo, search, language, text size, saved time, progress, coming back."""

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from coordinator import i18n
from coordinator.store import Db
from coordinator.store.models import Family
from ui import local_settings, theme
from ui.context import Context
from ui.main_window import Found, MainWindow, Place
from ui.page import Page
from ui.widgets import EmptyPlace, PageHeader


class Families(Page):
    uses = {"family"}

    def build(self) -> None:
        self.opened: dict[str, Any] = {}
        self.may_leave = True
        self.field = QLineEdit()
        self.field.setAccessibleName("Field")
        self.header = PageHeader("Families")
        self.body.addWidget(self.header)
        self.body.addWidget(self.field)

    def load(self, db: Db) -> None:
        self.header.set_line(f"{db.query(Family).count()} families")

    def open(self, what: dict[str, Any]) -> None:
        self.opened = what

    def leave(self) -> bool:
        return self.may_leave


class Home(Page):
    def build(self) -> None:
        self.body.addWidget(EmptyPlace("home", "Home", "Nothing here."))

    def load(self, db: Db) -> None:
        pass


PLACES = [
    Place("home", "home", lambda: i18n._("Home"), Home),
    Place("families", "families", lambda: i18n._("Families"), Families),
    Place("help", "help", lambda: i18n._("Help"), Home, foot=True),
]


@pytest.fixture
def window(ctx: Context, qtbot: QtBot) -> MainWindow:
    made = MainWindow(ctx, PLACES, search=find, school=lambda: ("Maple Hollow", "2026–27"))
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show_place("home")
    made.show()
    qtbot.waitActive(made)
    return made


chosen: list[str] = []


def find(text: str) -> list[Found]:
    if text.startswith("an"):
        return [Found("person", "Ana Peña", "Guardian", lambda: chosen.append("Ana"))]
    return []


def families(window: MainWindow) -> Families:
    page = window.pages["families"]
    assert isinstance(page, Families)
    return page


def add(name: str) -> Callable[[Db], None]:
    return lambda db: db.add(Family(name=name))


def test_pages_are_built_when_first_wanted(window: MainWindow, qtbot: QtBot) -> None:
    assert list(window.pages) == ["home"]
    qtbot.mouseClick(window.rail.items["families"], Qt.MouseButton.LeftButton)
    assert window.current == "families"
    assert families(window).header.line.whole_text() == "0 families"


def test_digits_with_ctrl_open_places(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.current == "families"
    assert window.rail.items["families"].isChecked()


def test_a_page_that_cannot_be_left_stays(window: MainWindow, qtbot: QtBot) -> None:
    window.show_place("families")
    families(window).may_leave = False
    qtbot.mouseClick(window.rail.items["home"], Qt.MouseButton.LeftButton)
    assert window.current == "families"
    assert window.rail.items["families"].isChecked()
    assert not window.close()
    families(window).may_leave = True
    assert window.close()


def test_pages_reach_each_other_through_the_context(window: MainWindow) -> None:
    window.ctx.go("families", id=5)
    assert window.current == "families"
    assert families(window).opened == {"id": 5}


def test_undo_by_keys_button_and_menu(window: MainWindow, qtbot: QtBot) -> None:
    window.show_place("families")
    assert not window.undo_button.isEnabled() or window.ctx.store.undo_label()
    window.ctx.write("New family", add("Peña"))
    assert window.undo_button.toolTip() == "Undo: New family (Ctrl+Z)"
    assert "Ctrl+Z undoes “New family”" in window.status.words()
    qtbot.mouseClick(window.undo_button, Qt.MouseButton.LeftButton)
    assert families(window).header.line.whole_text() == "0 families"
    assert window.toast is not None
    assert window.toast.words() == "Undone: New family"
    window.stack.setFocus()
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert families(window).header.line.whole_text() == "1 families"


def test_saved_time_is_shown(window: MainWindow) -> None:
    window.ctx.write("New family", add("Peña"))
    assert window.status.words().startswith("Saved ")


def test_search_finds_people_and_commands_and_enter_takes_the_first(
    window: MainWindow, qtbot: QtBot
) -> None:
    chosen.clear()
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.search_box.hasFocus)
    qtbot.keyClicks(window.search_box, "ana")
    assert [found.title for found in window.search_box.results.found] == ["Ana Peña"]
    qtbot.keyClick(window.search_box, Qt.Key.Key_Return)
    assert chosen == ["Ana"]
    qtbot.keyClicks(window.search_box, "famil")
    assert [found.title for found in window.search_box.results.found] == ["Families"]
    qtbot.keyClick(window.search_box, Qt.Key.Key_Down)
    qtbot.keyClick(window.search_box, Qt.Key.Key_Return)
    assert window.current == "families"
    assert window.search_box.text() == ""


def test_escape_empties_the_search(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.search_box, "ana")
    qtbot.keyClick(window.search_box, Qt.Key.Key_Escape)
    assert not window.search_box.results.isVisible()
    assert window.search_box.text() == ""


def test_language_changes_at_once_and_is_remembered(window: MainWindow, qapp: QApplication) -> None:
    window.show_place("families")
    window.use_language("es")
    qapp.processEvents()
    assert window.ctx.language == "es"
    assert window.current == "families"
    assert local_settings.text("language") == "es"
    window.ctx.write("New family", add("Peña"))
    assert families(window).header.line.whole_text() == "1 families"


def test_text_size_by_keys_is_live_and_remembered(
    window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    before = window.rail.items["home"].height()
    control = Qt.KeyboardModifier.ControlModifier
    for _n in range(5):
        qtbot.keyClick(window, Qt.Key.Key_Plus, control)
    qapp.processEvents()
    assert theme.text_percent() == 150
    assert window.rail.items["home"].height() > before
    assert local_settings.number("text_percent") == 150
    qtbot.keyClick(window, Qt.Key.Key_0, control)
    assert theme.text_percent() == 100


def test_smallest_window_is_small_enough(window: MainWindow) -> None:
    hint = window.minimumSizeHint()
    assert hint.width() <= 940
    assert hint.height() <= 500


def test_at_200_percent_the_window_fits_a_wide_screen(
    window: MainWindow, qapp: QApplication
) -> None:
    theme.apply(qapp, "light", 200)
    qapp.processEvents()
    assert window.minimumSizeHint().width() <= 1340


def test_no_key_is_given_twice_and_none_needs_alt_gr(window: MainWindow) -> None:
    keys = [
        key.toString()
        for menu in (window.menus.file, window.menus.edit, window.menus.view, window.menus.go)
        for action in menu.actions()
        for key in action.shortcuts()
    ]
    assert [key for key, count in Counter(keys).items() if count > 1] == []
    allowed = re.compile(r"(Ctrl\+)?(Shift\+)?([A-Z0-9]|F\d+|\+|-|=|Del|Ins)")
    assert [key for key in keys if not allowed.fullmatch(key)] == []


def test_menu_letters_are_unique(window: MainWindow) -> None:
    for menu in (window.menus.bar, window.menus.edit, window.menus.view):
        letters = re.findall(r"&(\w)", " ".join(a.text() for a in menu.actions()).lower())
        assert len(letters) == len(set(letters)), letters


def test_f1_asks_for_help_on_the_place(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.help_asked) as told:
        qtbot.keyClick(window, Qt.Key.Key_F1)
    assert told.args == ["home"]


def test_the_sheet_of_keys_opens(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.windowTitle() == "Keys"
    dialog.close()


def test_geometry_comes_back_and_on_a_screen(
    window: MainWindow, ctx: Context, qtbot: QtBot, qapp: QApplication
) -> None:
    window.setGeometry(60, 40, 1000, 600)
    window.close()
    again = MainWindow(ctx, PLACES)
    qtbot.addWidget(again)
    assert again.height() == 600  # the offscreen screen is too narrow for any width of ours
    again.move(QPoint(90_000, 90_000))
    again.close()
    local_settings.remember_geometry("main", again.saveGeometry())
    third = MainWindow(ctx, PLACES)
    qtbot.addWidget(third)
    assert any(s.availableGeometry().intersects(third.frameGeometry()) for s in qapp.screens())


def test_long_work_shows_its_progress_and_cancel(window: MainWindow, qtbot: QtBot) -> None:
    tasks = window.ctx.tasks

    def work(progress: Callable[[int, int], None]) -> None:
        window._show_progress(tasks.current())  # type: ignore[arg-type]  # it is running
        progress(156, 340)
        assert window.progress is not None
        assert window.progress._count.text() == "156 of 340"
        window.progress.cancel.click()
        progress(157, 340)
        raise AssertionError("not cancelled")

    told: list[str] = []
    tasks.run("Making certificates", work, cancelled=lambda: told.append("cancelled"))
    assert told == ["cancelled"]
    assert window.progress is None
