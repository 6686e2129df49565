# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The focus ring: drawn over the window, outside the widget that has the keyboard."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from ui import theme

# These show the focus themselves: fields by their border, tables by a frame round the row.
OWN_FOCUS = (
    QLineEdit,
    QComboBox,
    QAbstractSpinBox,
    QPlainTextEdit,
    QTextEdit,
    QAbstractItemView,
    QScrollArea,
)
FOLLOWED = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Hide,
    QEvent.Type.Show,
    QEvent.Type.StyleChange,
}


class _Overlay(QWidget):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.radius = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 3 if theme.is_contrast() else 2
        painter.setPen(QPen(theme.color("ring"), width))
        inset = width / 2
        rect = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        radius = min(self.radius, rect.height() / 2)
        painter.drawRoundedRect(rect, radius, radius)


class FocusRing(QObject):
    """Follows the focus of one window and rings the widget that the keyboard reached."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._overlay = _Overlay(window)
        self._overlay.hide()
        self._watched: list[QWidget] = []
        self._target: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._moved)

    def target(self) -> QWidget | None:
        """The widget ringed now, if any."""
        return self._target

    def show_on(self, widget: QWidget | None) -> None:
        for watched in self._watched:
            if isValid(watched):  # a page that is gone took its widgets along
                watched.removeEventFilter(self)
        self._watched = []
        self._target = widget
        if widget is not None:
            # Scrolling moves an ancestor and not the widget itself.
            while widget is not None and widget is not self._window:
                widget.installEventFilter(self)
                self._watched.append(widget)
                widget = widget.parentWidget()
        self._place()

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or new.window() is not self._window or isinstance(new, OWN_FOCUS):
            self.show_on(None)
            return
        # focusChanged does not say why; a pressed button means that the pointer did it.
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        self.show_on(None if by_mouse else new)

    def _place(self) -> None:
        target = self._target
        if target is None or not target.isVisible():
            self._overlay.hide()
            return
        own = getattr(target, "focus_rect", None)
        rect: QRect = own() if own is not None else target.rect()
        rect = QRect(target.mapTo(self._window, rect.topLeft()), rect.size())
        clip = target.visibleRegion().boundingRect()
        if clip.isEmpty():
            self._overlay.hide()
            return
        out = 5 if theme.is_contrast() else 4
        radius = getattr(target, "focus_radius", 7)
        self._overlay.radius = theme.gap(radius) + out - 1
        self._overlay.setGeometry(rect.adjusted(-out, -out, out, out))
        self._overlay.show()
        self._overlay.raise_()
        self._overlay.update()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in FOLLOWED:
            self._place()
        return False
