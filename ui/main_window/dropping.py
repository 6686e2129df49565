# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A list dropped anywhere on the window is brought in on the families page."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from ui.context import Context


class _Drops(QObject):
    def __init__(self, window: QWidget, ctx: Context) -> None:
        super().__init__(window)
        self._ctx = ctx
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):  # entering is one too
            return False
        from ui.pages.import_list.page import dropped_paths  # slow to import, seldom needed

        paths = dropped_paths(event)
        if not paths:
            return False
        event.acceptProposedAction()
        if not isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.Drop:
            self._ctx.go("families", bring=True, paths=paths)
        return True


def take_dropped_lists(window: QWidget, ctx: Context) -> None:
    """Let `window` take files; what cannot be read is said by the page that brings them in."""
    _Drops(window, ctx)
