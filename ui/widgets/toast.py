# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The one dark block at the foot of the window: what happened, and Undo."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from coordinator.i18n import _
from ui import theme
from ui.widgets import painting
from ui.widgets.buttons import Button, IconButton
from ui.widgets.label import Label
from ui.widgets.marks import Sign

SECONDS = 10


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say something."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class Toast(QWidget):
    """Lies over the bottom middle of `parent` for ten seconds, longer while pointed at."""

    def __init__(self, parent: QWidget, undo: Callable[[], object], above: int = 0) -> None:
        """`above` is the height kept free below it, in pixels at 100 % (a status bar)."""
        super().__init__(parent)
        self._above, self._deed = above, undo
        layout = theme.across(self, 8, (14, 0, 6, 0))
        self._sign = Sign("check", "toast_link", 18)
        self._words = Label("", "body")
        self._words.setStyleSheet("")
        self._undo = Button(_("Undo"), "link", clicked=self._take_back)
        self._close = IconButton("x", _("Close"), self.hide)
        self._undo.on_toast = self._close.on_toast = True
        layout.addWidget(self._sign)
        layout.addWidget(self._words, 1)
        layout.addSpacing(12)
        layout.addWidget(self._undo)
        layout.addWidget(self._close)
        self._words.setProperty("on", "toast")
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self._time_is_up)
        parent.installEventFilter(self)
        self.hide()

    def say(self, words: str, undo: bool = False) -> None:
        """Show and announce; with `undo` it offers to take the step back."""
        self._words.setText(words)
        self._undo.setVisible(undo)
        self._sign.setVisible(undo)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, words)

    def _take_back(self) -> None:
        self.hide()
        self._deed()

    def words(self) -> str:
        return self._words.whole_text()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.high(40))

    def _time_is_up(self) -> None:
        if self.underMouse() or self.isAncestorOf(self.focus_widget()):
            self._timer.start()
        else:
            self.hide()

    def focus_widget(self) -> QWidget:
        return self.window().focusWidget() or self.window()

    def _place(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        width = min(max(self.sizeHint().width(), theme.gap(280)), parent.width() - theme.gap(24))
        height = self.sizeHint().height()
        bottom = parent.height() - theme.gap(16) - theme.high(self._above)
        self.setGeometry((parent.width() - width) // 2, bottom - height, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painting.start(self)
        painting.box(painter, self.rect(), theme.gap(8), theme.color("toast"))
