# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Chips, which switch a filter on and off, and the segment, which chooses one of a few."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QSizePolicy, QWidget

from ui import icons, theme
from ui.widgets import painting


class Chip(QPushButton):
    """A filter that is on or off; a press toggles it. Not checkable: a short cut."""

    focus_radius = 99  # the ring's too is half its height

    def __init__(
        self,
        text: str,
        on: bool = False,
        toggled: Callable[[bool], object] | None = None,
        *,
        icon: str = "",
        checkable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.icon_name = icon
        self.setCheckable(checkable)
        self.setChecked(on)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.updateGeometry)
        if toggled is not None:
            self.toggled.connect(toggled)

    def sizeHint(self) -> QSize:
        width = painting.text_width(self.text(), "chip") + 2 + 2 * theme.gap(12)
        if self.icon_name:
            width += theme.px(16) + theme.gap(6)
        if self.isChecked():
            width += theme.px(14) + theme.gap(5)
        return QSize(width, theme.high(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painting.start(self)
        on, contrast = self.isChecked(), theme.is_contrast()
        if not self.isEnabled():
            fill, border, ink = "sunken", "line", "text3"
        elif on:
            fill, border, ink = (
                ("accent", "accent", "on") if contrast else ("soft", "accent", "acctext")
            )
        else:
            fill = "press" if self.isDown() else "hover" if self.underMouse() else "surface"
            border, ink = "edge" if self.underMouse() else "button_edge", "text"
        painting.box(
            painter,
            self.rect(),
            self.height() / 2,
            theme.color(fill),
            theme.color(border),
            theme.line(),
        )
        colour = theme.color(ink)
        left = theme.gap(12)
        if self.icon_name:
            size = theme.px(16)
            icons.paint(
                painter,
                self.icon_name,
                left,
                (self.height() - size) / 2,
                size,
                theme.color("text2"),
            )
            left += size + theme.gap(6)
        width = painting.text_width(self.text(), "chip") + 2
        painting.words(painter, QRect(left, 0, width, self.height()), self.text(), "chip", colour)
        if on:
            size = theme.px(14)
            icons.paint(
                painter, "x", left + width + theme.gap(3), (self.height() - size) / 2, size, colour
            )


class _Piece(QAbstractButton):
    stepped = Signal(int)

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        width = painting.text_width(self.text(), "chip") + 2 + 2 * theme.gap(12)
        return QSize(width, theme.high(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painting.start(self)
        contrast = theme.is_contrast()
        ink = "text" if self.isEnabled() and (self.isChecked() or contrast) else "text2"
        if self.isChecked():
            ink = "on" if contrast else ink
            fill = theme.color("accent" if contrast else "surface")
            border = None if contrast else theme.color("line")
            painting.box(painter, self.rect(), theme.gap(5), fill, border)
        elif self.underMouse():
            painting.box(painter, self.rect(), theme.gap(5), theme.color("hover"))
        painting.words(painter, self.rect(), self.text(), "chip", theme.color(ink), painting.CENTRE)


class Segment(QWidget):
    """A choice of one among a few pieces, each `(key, text)`; `chosen` carries the key."""

    chosen = Signal(str)

    def __init__(
        self,
        pieces: Sequence[tuple[str, str]],
        name: str,
        current: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._pieces: dict[str, _Piece] = {}
        layout = theme.across(self, 0, 3)
        for key, text in pieces:
            piece = _Piece(text, self)
            self._pieces[key] = piece
            self._group.addButton(piece)
            layout.addWidget(piece)
            piece.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            piece.stepped.connect(self._step)
        self.set_current(current or pieces[0][0])

    def _step(self, by: int) -> None:
        keys = list(self._pieces)
        place = keys.index(self.current()) + by
        if 0 <= place < len(keys):
            piece = self._pieces[keys[place]]
            piece.setFocus(Qt.FocusReason.TabFocusReason)
            piece.click()

    def current(self) -> str:
        return next((key for key, piece in self._pieces.items() if piece.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Choose a piece without telling anyone."""
        self._pieces[key].setChecked(True)

    def piece(self, key: str) -> QAbstractButton:
        return self._pieces[key]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painting.start(self)
        contrast = theme.is_contrast()
        fill = theme.color("surface" if contrast else "press")
        border = theme.color("line") if contrast else None
        painting.box(painter, self.rect(), theme.gap(7), fill, border, theme.line())
