# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The whole program before a user: started, clicked, closed."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coordinator.store import Store
from tests.ui.pages.hand import NONE, Hand
from ui import errors
from ui.__main__ import Program
from ui.main_window import MainWindow
from ui.welcome import WelcomeWindow


class Desk:
    """The program as one user has it: its window, a hand on it, and what was not foreseen."""

    def __init__(self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.qtbot = qtbot
        self.faults: list[BaseException] = []
        self.programs: list[Program] = []
        monkeypatch.setattr(errors, "_report", self.faults.append)

    def start(self) -> QWidget:
        """Start as a double click does; the first window that can be used."""
        program = Program(None)
        self.programs.append(program)
        assert program.start()
        self.qtbot.waitUntil(lambda: bool(program.window or self.welcome(program)))
        shown = program.window or self.welcome(program)
        assert shown is not None
        self.hand = Hand(self.qtbot, shown, 1366, 740)
        return shown

    @staticmethod
    def welcome(program: Program) -> WelcomeWindow | None:
        return program.first if isinstance(program.first, WelcomeWindow) else None

    @property
    def window(self) -> MainWindow:
        window = self.programs[-1].window
        assert window is not None
        return window

    @property
    def store(self) -> Store:
        return self.window.ctx.store

    def settle(self) -> None:
        """Wait for what is done in the background."""
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not self.window.ctx.tasks.busy(), timeout=10_000)
        self.window.activateWindow()
        QApplication.processEvents()

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible(), f"{widget} is not on the screen"
        assert widget.isEnabled(), f"{widget} cannot be pressed"
        self.hand.click(widget)
        self.settle()

    def press(self, key: Qt.Key, held: Any = NONE) -> None:
        self.hand.press(key, held)
        self.settle()

    def go(self, place: str) -> Any:
        self.click(self.window.rail.items[place])
        return self.window.current_page()

    def drop(self, *paths: Path) -> Any:
        """Files let fall on the families; the import screen."""
        page = self.go("families")
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
        over = QDragEnterEvent(QPoint(400, 300), *how)
        QApplication.sendEvent(page, over)
        assert over.isAccepted()
        QApplication.sendEvent(page, QDropEvent(QPointF(400, 300), *how))
        self.settle()
        return page.importing

    def toast(self) -> str:
        assert self.window.toast is not None
        return self.window.toast.words()

    def close(self) -> None:
        window = self.window
        window.close()
        window.ctx.close()
        self.programs.pop().close()
