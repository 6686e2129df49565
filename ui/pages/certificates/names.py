# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A table whose names are never cut off: a long one takes more lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent

from ui import icons, theme
from ui.pages.certificates.batch import key_of
from ui.table import Column, SignMark, TableView
from ui.table.delegate import RowDelegate
from ui.widgets import painting

if TYPE_CHECKING:
    from coordinator.recognition import EarnedRow

NAME = 1  # the column of names
_ROW = 50
_WRAP = int(Qt.TextFlag.TextWordWrap)


class PeopleTable(TableView["EarnedRow"]):
    """Rows grow with a long name, so that names are never cut off."""

    def __init__(self, columns: list[Column[EarnedRow]], name: str) -> None:
        super().__init__(columns, name, row_id=key_of, row_height=_ROW, sort=NAME, many=False)
        self.setItemDelegate(_NameDelegate(self))
        self.strong_selection = True
        self.horizontalHeader().setSectionsMovable(False)
        self.shown_changed.connect(self.fit_rows)
        theme.signals.changed.connect(self.fit_rows)

    def fit_rows(self) -> None:
        """Give each row the height that its name needs."""
        delegate = self.itemDelegate()
        assert isinstance(delegate, _NameDelegate)
        width = self.columnWidth(NAME)
        side = self.verticalHeader()
        for place in range(self.model_.rowCount()):
            side.resizeSection(place, delegate.wanted_height(self.model_.row(place), width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_rows()


class _NameDelegate(RowDelegate):
    """Writes a name on as many lines as it needs; everything else as in all tables."""

    def _room(self, row: EarnedRow, width: int) -> tuple[int, int]:
        """Width of the name, and height of all its lines."""
        column = self._view.model_.columns[NAME]
        spare = 2 * theme.gap(10)
        if column.mark is not None and column.mark(row) is not None:
            spare += theme.px(16) + theme.gap(8)
        room = QRect(0, 0, max(theme.px(40), width - spare), 10_000)
        metrics = QFontMetrics(theme.font("body"))
        high = metrics.boundingRect(room, _WRAP, row.name).height()
        return room.width(), max(theme.px(20), high)

    def wanted_height(self, row: EarnedRow, width: int) -> int:
        high = self._room(row, width)[1]
        return max(theme.row(_ROW), high + theme.px(17) + theme.gap(13))

    def _words(
        self,
        painter: QPainter,
        room: QRect,
        column: Column[Any],
        row: Any,
        text: str,
        mark: Any,
        ink: str,
        quiet: str,
    ) -> None:
        if column is not self._view.model_.columns[NAME]:
            super()._words(painter, room, column, row, text, mark, ink, quiet)
            return
        width, high = self._room(row, room.width() + 2 * theme.gap(10))
        below = theme.px(17)
        top = room.top() + (room.height() - high - below) // 2
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color(ink))
        painter.drawText(QRect(room.left(), top, width, high), _WRAP, text)
        under = QRect(room.left(), top + high, room.width(), below)
        second = column.second(row) if column.second is not None else ""
        painting.words(painter, under, second, "second", theme.color(quiet))
        if isinstance(mark, SignMark):
            size = theme.px(16)
            left = room.left() + width + theme.gap(6)
            tone = mark.tone if ink != "on" else "on"
            icons.paint(painter, mark.icon, left, top + theme.px(2), size, theme.color(tone))
