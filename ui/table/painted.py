# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""How the table looks and feels: painting, pointer, focus, tool tips."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from ui import theme
from ui.table.column import Column, SignMark
from ui.table.delegate import RowDelegate
from ui.table.header import Header
from ui.table.model import RowsModel
from ui.table.widths import Widths

R = TypeVar("R")


class PaintedTable(QTableView, Generic[R]):
    """A QTableView in our look; what it does with its rows is said in `TableView`."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        row_id: Callable[[R], Any],
        key: str,
        row_height: int,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.model_: RowsModel[R] = RowsModel(columns, row_id)
        self.key = key
        self.strong_selection = False  # true: the selection keeps its colour without focus
        self.hovered_row = -1
        self.first_column = 0
        self.selected_places: set[int] = set()  # of the rows seen, while painting
        self._height = row_height
        self.setItemDelegate(RowDelegate(self))
        self.setHorizontalHeader(Header(self))
        self.setModel(self.model_)
        self._set_behaviour()
        self.widths = Widths(self)
        theme.signals.changed.connect(self._follow_theme)

    def _set_behaviour(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setMinimumSectionSize(1)
        side.setDefaultSectionSize(self.row_height())

    def row_height(self) -> int:
        return theme.row(self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.widths.stretch()

    def sizeHintForColumn(self, column: int) -> int:
        return self.widths.wanted(column)

    def _follow_theme(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.row_height())
        self.widths.reset(saved=True)
        self.horizontalHeader().updateGeometry()
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(int(event.position().y())))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        elif event.type() == QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            QToolTip.showText(event.globalPos(), self._tip(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def _tip(self, at: QPoint) -> str:
        """The whole cell where it is shortened or has a sign; as markup-proof text."""
        index = self.indexAt(at)
        if not index.isValid():
            return ""
        column, row = self.model_.columns[index.column()], self.model_.row(index.row())
        mark = column.mark(row) if column.mark is not None else None
        spare = 2 * theme.gap(10)
        delegate = self.itemDelegate()
        assert isinstance(delegate, RowDelegate)
        whole = delegate.wanted_width(column, row) + spare <= self.columnWidth(index.column())
        if whole and not isinstance(mark, SignMark):
            return ""
        return f"<span>{escape(column.spoken(row))}</span>"

    def _hover(self, place: int) -> None:
        if place != self.hovered_row:
            for row in (place, self.hovered_row):
                if 0 <= row < self.model_.rowCount():
                    top = self.rowViewportPosition(row)
                    self.viewport().update(0, top, self.viewport().width(), self.rowHeight(row))
            self.hovered_row = place

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Screen readers need a current cell as soon as the table has the focus; it is not chosen.
        if not self.currentIndex().isValid() and self.model_.rowCount():
            index = self.model_.index(0, self.first_column)
            no_update = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(index, no_update)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        chosen = self.selectionModel()
        root = QModelIndex()
        # Asked once a row, not once a cell: Qt's flags cost more in Python than the painting.
        self.selected_places = {
            place for place in self._places_seen() if chosen.isRowSelected(place, root)
        }
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._paint_bars(painter)
        place = self.currentIndex().row()
        if place >= 0 and self.hasFocus():
            self._paint_frame(painter, self._row_rect(place), self.isSelected(place))
        painter.end()

    def isSelected(self, place: int) -> bool:
        return self.selectionModel().isRowSelected(place, QModelIndex())

    def _row_rect(self, place: int) -> QRect:
        return QRect(
            0, self.rowViewportPosition(place), self.viewport().width(), self.rowHeight(place)
        )

    def _paint_bars(self, painter: QPainter) -> None:
        active = self.hasFocus() or self.strong_selection
        token = ("field_focus" if theme.is_contrast() else "accent") if active else "edge"
        for place in self.selected_places:
            rect = self._row_rect(place)
            rect.setWidth(theme.gap(3))
            painter.fillRect(rect, theme.color(token))

    def _places_seen(self) -> range:
        last = self.rowAt(self.viewport().height() - 1)
        last = last if last >= 0 else self.model_.rowCount() - 1
        return range(max(0, self.rowAt(0)), last + 1)

    def _paint_frame(self, painter: QPainter, rect: QRect, selected: bool) -> None:
        colour = theme.color("field_focus")
        painter.setPen(QPen(colour, 2))
        painter.drawRect(rect.adjusted(1, 1, -1, -2))
        if theme.is_contrast() and selected:
            painter.setPen(QPen(theme.color("on"), 2))
            painter.drawRect(rect.adjusted(3, 3, -3, -4))
