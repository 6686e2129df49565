# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Tabs with an accent line, and the steps of an event, which are tabs that show progress."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from ui import icons, theme
from ui.widgets import painting


class _Bar(QTabBar):
    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.gap(120), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # QTabBar keeps the sizes of its tabs until a tab's text changes.
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and self.count():
            self.setTabText(0, self.tabText(0))

    def _hovered(self) -> int:
        return self.tabAt(self.mapFromGlobal(self.cursor().pos())) if self.underMouse() else -1


class TabStrip(_Bar):
    """Words in a row, the current one over a 3 px accent line; `currentChanged` as in QTabBar."""

    def __init__(self, titles: Sequence[str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        for title in titles:
            self.addTab(title)

    def tabSizeHint(self, index: int) -> QSize:
        width = painting.text_width(self.tabText(index), "button") + 2
        last = index == self.count() - 1
        return QSize(width + (0 if last else theme.gap(24)), theme.high(42))

    def focus_rect(self) -> QRect:
        """Where the focus ring goes."""
        rect = self._word_rect(self.currentIndex())
        return rect.adjusted(-theme.gap(4), theme.gap(6), theme.gap(4), -theme.gap(6))

    def _word_rect(self, index: int) -> QRect:
        rect = self.tabRect(index)
        rect.setWidth(painting.text_width(self.tabText(index), "button") + 2)
        return rect

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painting.start(self)
        hovered = self._hovered()
        for index in range(self.count()):
            rect = self._word_rect(index)
            current = index == self.currentIndex()
            ink = "acctext" if current else "text" if index == hovered else "text2"
            painting.words(painter, rect, self.tabText(index), "button", theme.color(ink))
            if current:
                bar = QRect(rect.left(), self.height() - theme.gap(3), rect.width(), theme.gap(3))
                painter.fillRect(bar, theme.color("accent"))


@dataclass(frozen=True)
class Step:
    """One step of an event: its word, the count below it, and whether it is done."""

    title: str
    note: str = ""
    done: bool = False


class StepBar(_Bar):
    """Steps as tabs: tick = done, filled = here, ring = to come; each can be opened any time."""

    def __init__(self, steps: Sequence[Step], name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._steps: list[Step] = []
        self._short = False
        self.set_steps(steps)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """New counts and ticks; the current step stays."""
        self._steps = list(steps)
        while self.count() > len(steps):
            self.removeTab(self.count() - 1)
        for index, step in enumerate(steps):
            if index == self.count():
                self.addTab(step.title)
            self.setTabText(index, step.title)
            self.setAccessibleTabName(index, f"{step.title}, {step.note}".rstrip(", "))
        self.update()

    def set_short(self, short: bool) -> None:
        """Drop the second lines, where the window is narrow."""
        if short != self._short:
            self._short = short
            self.set_steps(self._steps)

    def _text_width(self, index: int) -> int:
        step = self._steps[index]
        note = "" if self._short else step.note
        return 2 + max(
            painting.text_width(step.title, "button"), painting.text_width(note, "caption")
        )

    def tabSizeHint(self, index: int) -> QSize:
        if index >= len(self._steps):
            return QSize(1, 1)
        width = theme.px(24) + theme.gap(9) + self._text_width(index) + 2 * theme.gap(10)
        gap = 0 if index == self.count() - 1 else theme.gap(22)
        return QSize(width + gap, theme.px(38) + theme.gap(6))

    def focus_rect(self) -> QRect:
        return self._frame(self.currentIndex())

    def _frame(self, index: int) -> QRect:
        rect = self.tabRect(index)
        width = theme.px(24) + theme.gap(9) + self._text_width(index) + 2 * theme.gap(10)
        return QRect(rect.left(), 0, width, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painting.start(self)
        hovered = self._hovered()
        for index, step in enumerate(self._steps):
            frame = self._frame(index)
            if index + 1 < len(self._steps):
                right = self.tabRect(index).right()
                thick = theme.gap(2)
                painter.fillRect(
                    frame.right() + theme.gap(2),
                    self.height() // 2 - 1,
                    right - frame.right() - theme.gap(3),
                    thick,
                    theme.color("line"),
                )
            current = index == self.currentIndex()
            if current:
                painting.box(
                    painter, frame, theme.gap(10), theme.color("soft2"), theme.color("accent"), 1.5
                )
            elif index == hovered:
                painting.box(painter, frame, theme.gap(10), theme.color("hover"))
            self._paint_step(painter, frame, step, index, current)

    def _paint_step(
        self, painter: QPainter, frame: QRect, step: Step, index: int, current: bool
    ) -> None:
        size = theme.px(24)
        left = frame.left() + theme.gap(10)
        circle = QRectF(left, (self.height() - size) / 2, size, size)
        if current:
            painting.disc(painter, circle.center(), size / 2 - theme.px(1), theme.color("accent"))
            painting.words(
                painter, circle.toRect(), str(index + 1), "pill", theme.color("on"), painting.CENTRE
            )
        else:
            ring = theme.color("accent" if step.done else "edge")
            painter.setPen(QPen(ring, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
            if step.done:
                sign = theme.px(16)
                corner = circle.center() - QPointF(sign / 2, sign / 2)
                icons.paint(painter, "check", corner.x(), corner.y(), sign, ring)
            else:
                painting.words(
                    painter,
                    circle.toRect(),
                    str(index + 1),
                    "pill",
                    theme.color("text2"),
                    painting.CENTRE,
                )
        left += size + theme.gap(9)
        ink = theme.color("acctext" if current else "text")
        first, second = theme.px(20), theme.px(16)
        note = "" if self._short else step.note
        top = (self.height() - first - (second if note else 0)) // 2
        width = frame.right() - left + theme.gap(22)
        painting.words(painter, QRect(left, top, width, first), step.title, "button", ink)
        if note:
            room = QRect(left, top + first - 1, width, second)
            painting.words(painter, room, note, "caption", theme.color("text2"))
