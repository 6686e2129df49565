# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The ready reports to choose from, as cards."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from coordinator.i18n import _
from coordinator.reports import ReadyReport
from ui import theme
from ui.widgets import painting
from ui.widgets.label import Label
from ui.widgets.layout import scrolling

_LEAST = 290  # the narrowest card, in pixels at 100 %
_ICONS = {
    "hours-by-person": ("person", "teal"),
    "hours-by-family": ("families", "teal"),
    "hours-by-event": ("calendar", "teal"),
    "hours-by-activity": ("tag", "teal"),
    "hours-by-month": ("chart", "teal"),
    "hours-by-entry": ("sheet", "teal"),
    "attendance-by-event": ("check", "info"),
    "families-by-language": ("globe", "info"),
    "not-yet-recognized": ("award", "plum"),
}
_WRAP = int(Qt.TextFlag.TextWordWrap)


class ReportCard(QAbstractButton):
    """A report to open: icon, title, and the sentence that says what it tells."""

    focus_radius = 12

    def __init__(self, ready: ReadyReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ready = ready
        self._icon, self._tone = _ICONS.get(ready.name, ("chart", "mute"))
        self.setText(ready.title)
        self.setAccessibleName(ready.title)
        self.setAccessibleDescription(ready.about)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(theme.gap(_LEAST), self.heightForWidth(theme.gap(_LEAST)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.gap(_LEAST), theme.px(60))

    def _words(self, width: int) -> tuple[QRect, int, int]:
        """The room for words, and the heights of title and sentence."""
        left = theme.gap(16) + theme.px(42) + theme.gap(14)
        room = QRect(left, theme.gap(16), max(40, width - left - theme.gap(14)), 10_000)
        title = QFontMetrics(theme.font("heading")).boundingRect(room, _WRAP, self.text())
        about = QFontMetrics(theme.font("small")).boundingRect(room, _WRAP, self.ready.about)
        return room, title.height(), about.height()

    def heightForWidth(self, width: int) -> int:
        _room, title, about = self._words(width)
        words = title + theme.gap(3) + about
        return max(words, theme.px(42)) + 2 * theme.gap(16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painting.start(self)
        fill = "press" if self.isDown() else "hover" if self.underMouse() else "surface"
        border = theme.color("edge" if self.underMouse() else "line")
        painting.box(painter, self.rect(), theme.gap(12), theme.color(fill), border, theme.line())
        side = theme.px(42)
        square = QRect(theme.gap(16), theme.gap(16), side, side)
        painting.square(painter, square, self._icon, self._tone, theme.px(22))
        room, title, about = self._words(self.width())
        first = QRect(room.left(), room.top(), room.width(), title)
        second = QRect(room.left(), first.bottom() + theme.gap(3), room.width(), about)
        for role, ink, rect, text in (
            ("heading", "text", first, self.text()),
            ("small", "text2", second, self.ready.about),
        ):
            painter.setFont(theme.font(role))
            painter.setPen(theme.color(ink))
            painter.drawText(rect, _WRAP, text)


class Gallery(QWidget):
    """Cards in as many columns as there is room for; `chosen(name)` when one is opened."""

    chosen = Signal(str)

    def __init__(self, reports: Sequence[ReadyReport], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = QWidget()
        column = theme.column(inside, 14, (28, 18, 28, 24))
        self.cards: list[ReportCard] = []
        self._groups: list[tuple[QGridLayout, list[ReportCard]]] = []
        hours = [one for one in reports if one.name.startswith("hours-by-")]
        others = [one for one in reports if one not in hours]
        for title, group in ((_("Volunteer hours"), hours), (_("Families and events"), others)):
            column.addWidget(Label(title, "heading"))
            column.addLayout(self._group(group))
            column.addSpacing(theme.gap(6))
        column.addStretch(1)
        theme.column(self).addWidget(scrolling(inside))
        self._across = 0
        self._arrange()
        theme.signals.changed.connect(self._arrange)

    def _group(self, reports: Sequence[ReadyReport]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(theme.gap(12))
        cards = [ReportCard(ready) for ready in reports]
        for card in cards:
            card.clicked.connect(lambda _on=False, name=card.ready.name: self.chosen.emit(name))
        self.cards += cards
        self._groups.append((grid, cards))
        return grid

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() - 2 * theme.gap(28)
        across = max(1, min(3, room // (theme.gap(_LEAST) + theme.gap(12))))
        if across == self._across:
            return
        self._across = across
        for grid, cards in self._groups:
            for place, card in enumerate(cards):
                grid.addWidget(card, place // across, place % across)
            for place in range(3):
                grid.setColumnStretch(place, 1 if place < across else 0)
