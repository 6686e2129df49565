# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The hand of a user: real clicks and keys, each counted."""

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from coordinator.store import Db, Store
from ui.table import TableView

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Hand:
    """Clicks and keys on a page; `clicks` and `keys` say how many there were."""

    def __init__(self, qtbot: QtBot, page: QWidget, width: int = 1194, height: int = 702) -> None:
        self.qtbot, self.page = qtbot, page
        self.clicks = self.keys = 0
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isVisible)
        QApplication.processEvents()

    def click(self, widget: QWidget, at: QPoint | None = None, held: Any = NONE) -> None:
        self.clicks += 1
        self.qtbot.mouseClick(widget, LEFT, held, at or widget.rect().center())
        QApplication.processEvents()

    def click_row(
        self, table: TableView[Any], place: int, column: int = 1, held: Any = NONE
    ) -> None:
        index = table.model_.index(place, column)
        self.click(table.viewport(), table.visualRect(index).center(), held)

    def type(self, words: str) -> None:
        """Keys to whatever has the focus."""
        for letter in words:
            self.keys += 1
            self.qtbot.keyClicks(self.focus(), letter)
        QApplication.processEvents()

    def press(self, key: Qt.Key, held: Any = NONE) -> None:
        self.keys += 1
        self.qtbot.keyClick(self.focus(), key, held)
        QApplication.processEvents()

    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.page

    def fill(self, line: Any, words: str) -> None:
        """Write into a line what stood there before being gone."""
        line.setFocus()
        line.selectAll()
        self.type(words)


def choose(menu: QMenu, *titles: str) -> None:
    """Choose an entry of a menu by its words, through its sub-menus."""
    for title in titles[:-1]:
        found = next(action for action in menu.actions() if action.text() == title)
        below = found.menu()
        assert isinstance(below, QMenu)
        menu = below
    next(action for action in menu.actions() if action.text().startswith(titles[-1])).trigger()
    QApplication.processEvents()


def ask(store: Store, question: Any) -> Any:
    """What the file says: `question(db)`."""

    def answer(db: Db) -> Any:
        return question(db)

    with store.read() as db:
        return answer(db)
