# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Paints the rows of a table: ground, words, avatars, pills, signs and ticks."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui import icons, theme
from ui.table.column import AvatarMark, Column, Mark, PillMark, QuietMark, SignMark, TickMark
from ui.widgets import painting

if TYPE_CHECKING:
    from ui.table.painted import PaintedTable

Index = QModelIndex | QPersistentModelIndex
FIRST_LEFT = 24  # the first column starts where the page title starts
BETWEEN = 10


class RowDelegate(QStyledItemDelegate):
    """Paints every cell from its column; used by one table."""

    def __init__(self, view: "PaintedTable[Any]") -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, rect = self._view, option.rect
        place = index.row()
        selected = place in view.selected_places
        ground, ink, quiet = self._colours(selected, place == view.hovered_row)
        if ground:
            painter.fillRect(rect, theme.color(ground))
        painter.fillRect(
            rect.left(),
            rect.bottom(),
            rect.width(),
            1,
            theme.color("row" if not selected else "line"),
        )
        row = view.model_.row(place)
        column = view.model_.columns[index.column()]
        first = view.first_column == index.column()
        left = theme.gap(FIRST_LEFT if first else BETWEEN)
        room = rect.adjusted(left, 0, -theme.gap(BETWEEN), 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._cell(painter, room, column, row, ink, quiet)

    def _colours(self, selected: bool, hovered: bool) -> tuple[str, str, str]:
        """Tokens of ground, words and quiet words."""
        if selected:
            active = self._view.hasFocus() or self._view.strong_selection
            if theme.is_contrast():
                return ("accent", "on", "on") if active else ("press", "text", "text2")
            return ("soft" if active else "mute_tint"), "text", "text2"
        return ("hover" if hovered else ""), "text", "text2"

    def _cell(
        self, painter: QPainter, room: QRect, column: Column[Any], row: Any, ink: str, quiet: str
    ) -> None:
        mark: Mark | None = column.mark(row) if column.mark is not None else None
        text = column.shown(row)
        if isinstance(mark, PillMark):
            size = painting.pill_size(text, mark.icon)
            size.setWidth(min(size.width(), room.width() + theme.gap(BETWEEN) - 2))
            painting.pill(painter, _centred(room, size), text, mark.tone, mark.icon)
            return
        if isinstance(mark, TickMark):
            paint_tick(painter, _centred(room, theme.icon_size(20)), mark.on)
            return
        if isinstance(mark, QuietMark):
            side = theme.px(15 if mark.icon == "check" else 18)
            tone = "good" if mark.icon == "check" and quiet != "on" else quiet
            top = room.top() + (room.height() - side) / 2
            icons.paint(painter, mark.icon, room.left(), top, side, theme.color(tone))
            room = room.adjusted(side + theme.gap(6), 0, 0, 0)
            painting.words(painter, room, text, "small", theme.color(quiet))
            return
        if isinstance(mark, AvatarMark):
            side = theme.px(28)
            disc = _centred(room, QSize(side, side))
            tone = painting.avatar_tint(mark.key)
            painting.avatar(painter, disc, painting.initials(mark.name), tone)
            room = room.adjusted(side + theme.gap(10), 0, 0, 0)
        self._words(painter, room, column, row, text, mark, ink, quiet)

    def _words(
        self,
        painter: QPainter,
        room: QRect,
        column: Column[Any],
        row: Any,
        text: str,
        mark: Mark | None,
        ink: str,
        quiet: str,
    ) -> None:
        role = "name" if column.bold else "body"
        align = painting.LEFT
        if column.right:
            align = painting.RIGHT
        first = room
        second = column.second(row) if column.second is not None else ""
        if second:
            top, below = theme.px(20), theme.px(17)
            start = room.top() + (room.height() - top - below) // 2
            first = QRect(room.left(), start, room.width(), top)
            under = QRect(room.left(), start + top, room.width(), below)
            painting.words(painter, under, second, "second", theme.color(quiet), align)
        painting.words(painter, first, text, role, theme.color(ink), align)
        if isinstance(mark, SignMark):
            size = theme.px(16)
            at = room.left() + painting.text_width(text, role) + theme.gap(8)
            at = min(at, room.right() - size)
            middle = first.top() + (first.height() - size) / 2
            tone = mark.tone if ink != "on" else "on"
            icons.paint(painter, mark.icon, at, middle, size, theme.color(tone))

    def wanted_width(self, column: Column[Any], row: Any) -> int:
        """Pixels the cell needs to show all of its words."""
        mark: Mark | None = column.mark(row) if column.mark is not None else None
        text = column.shown(row)
        if isinstance(mark, TickMark):
            return theme.px(20)
        if isinstance(mark, PillMark):
            return painting.pill_size(text, mark.icon).width()
        width = painting.text_width(text, "name" if column.bold else "body") + 2
        if column.second is not None:
            width = max(width, painting.text_width(column.second(row), "second") + 2)
        if isinstance(mark, AvatarMark):
            width += theme.px(28) + theme.gap(10)
        elif isinstance(mark, SignMark):
            width += theme.px(16) + theme.gap(8)
        elif isinstance(mark, QuietMark):
            width += theme.px(18) + theme.gap(6)
        return width

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        model = self._view.model_
        first = self._view.first_column == index.column()
        spare = theme.gap(FIRST_LEFT if first else BETWEEN) + theme.gap(BETWEEN)
        width = self.wanted_width(model.columns[index.column()], model.row(index.row()))
        return QSize(width + spare, self._view.row_height())


def _centred(room: QRect, size: QSize) -> QRect:
    """A rectangle of this size at the left of the room, in the middle of its height."""
    top = room.top() + (room.height() - size.height()) // 2
    return QRect(room.left(), top, size.width(), size.height())


def paint_tick(painter: QPainter, rect: QRect, on: bool) -> None:
    """A tick box of 20 by 20."""
    radius = theme.gap(4)
    if on:
        painting.box(painter, rect, radius, theme.color("accent"))
        size = rect.width() - theme.px(4)
        offset = theme.px(2)
        icons.paint(
            painter, "check", rect.left() + offset, rect.top() + offset, size, theme.color("on")
        )
        if theme.is_contrast():
            painter.setPen(QPen(theme.color("on"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), radius, radius)
    else:
        painting.box(painter, rect, radius, theme.color("surface"), theme.color("edge"), 2)
