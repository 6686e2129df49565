# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The rows and grids of Home, which share the height and fold where the window is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui import icons, theme
from ui.widgets import Button, Card, Line, ListRow, painting

_TALLEST = 84  # and 24 of padding; with few rows the card keeps white below them
_TILE = 212  # a verb and most of its line
_MOST_LINES = 3
_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter)


class HomeRow(ListRow):
    """A row whose small line takes more lines where it needs them."""

    def __init__(self, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]  # those of ListRow
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumHeight(theme.px(_TALLEST) + theme.gap(24))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setMaximumHeight(theme.px(_TALLEST) + theme.gap(24))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(300), theme.px(57) + theme.gap(12))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(180), theme.px(39) + theme.gap(12))

    def heightForWidth(self, width: int) -> int:
        return sum(self._heights(self._room(width).width())) + theme.gap(12)

    def _heights(self, width: int) -> tuple[int, int]:
        """Of the title and of the small line, with the lines they take in this width."""
        first = _lines(self.text(), "name", width) * theme.px(21)
        return first, _lines(self.line, "small", width) * theme.px(18)

    def _room(self, width: int) -> QRect:
        """Where the words stand, from the left mark to the figure or pill."""
        left = theme.gap(16)
        if self._day is not None:
            left += theme.px(44) + theme.gap(13)
        elif self._icon:
            left += theme.px(34) + theme.gap(13)
        right = width - theme.gap(14) - self._sign_width() - theme.gap(12)
        if self.pill is not None:
            right -= painting.pill_size(self.pill[0], self.pill[2]).width() + theme.gap(10)
        return QRect(left, 0, max(theme.px(60), right - left), self.height())

    def _sign_width(self) -> int:
        if self.figure:
            return painting.text_width(self.figure, "figure") + 4
        return theme.px(18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painting.start(self)
        if self.underMouse() or self.isDown():
            inside = self.rect().adjusted(2, 2, -2, -2)
            token = "press" if self.isDown() else "hover"
            painting.box(painter, inside, theme.gap(9), theme.color(token))
        self._paint_left(painter)
        room = self._room(self.width())
        right = self.width() - theme.gap(14) - self._sign_width()
        text, text2 = theme.color("text"), theme.color("text2")
        if self.figure:
            figure = QRect(right, 0, self._sign_width(), self.height())
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painting.words(painter, figure, self.figure, "figure", text, side)
        else:
            size = theme.px(18)
            icons.paint(painter, "chevron-right", right, (self.height() - size) / 2, size, text2)
        if self.pill is not None:
            hint = painting.pill_size(self.pill[0], self.pill[2])
            left = right - theme.gap(12) - hint.width()
            top = (self.height() - hint.height()) // 2
            pill = QRect(left, top, hint.width(), hint.height())
            painting.pill(painter, pill, *self.pill)
        first, second = self._heights(room.width())
        top = (self.height() - first - second) // 2
        title = QRect(room.left(), top, room.width(), first)
        painter.setFont(theme.font("name"))
        painter.setPen(text)
        painter.drawText(title, _WRAPPED, self.text())
        below = QRect(room.left(), top + first, room.width(), second)
        painter.setFont(theme.font("small"))
        painter.setPen(text2)
        painter.drawText(below, _WRAPPED, self.line)


def _lines(words: str, role: str, width: int) -> int:
    """How many lines some words take, at most three; none for no words."""
    if not words:
        return 0
    metrics = QFontMetrics(theme.font(role))
    high = metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAPPED, words).height()
    return max(1, min(_MOST_LINES, round(high / metrics.lineSpacing())))


class RowsCard(Card):
    """A card of rows with lines between them."""

    def __init__(self) -> None:
        super().__init__(space=0, margins=1)

    def set_rows(self, rows: Sequence[QWidget]) -> None:
        """Show these; those before are thrown away."""
        while self.body.count():
            item = self.body.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.setParent(None)
                old.deleteLater()
        for number, row in enumerate(rows):
            if number:
                self.body.addWidget(Line())
            self.body.addWidget(row, 100)
        self.body.addStretch(1)


class LaterButton(Button):
    """ "Later" at the end of a row, quieter than the row itself."""

    def _role(self) -> str:
        return "small"

    def _padding(self) -> int:
        return theme.gap(8)

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        fill, border, _ink = super()._colours()
        return fill, border, theme.color("text2")


class TileGrid(QWidget):
    """The verbs in one line, or in two, or below each other, as the width allows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._tiles: list[QWidget] = []
        self._across = 0

    def set_tiles(self, tiles: Sequence[QWidget]) -> None:
        """Show these instead of those before."""
        for old in self._tiles:
            self._grid.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._tiles, self._across = list(tiles), 0
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(_TILE), super().minimumSizeHint().height())

    def _arrange(self) -> None:
        gap = theme.gap(12)
        self._grid.setSpacing(gap)
        fits = (self.width() + gap) // (theme.px(_TILE) + gap)
        across = 4 if fits >= 4 else 2 if fits >= 2 else 1
        if across == self._across:
            return
        self._across = across
        for place, tile in enumerate(self._tiles):
            self._grid.removeWidget(tile)
            self._grid.addWidget(tile, place // across, place % across)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
