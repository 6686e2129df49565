# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The one table widget: rows that sort, filter, copy and keep their selection."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any, TypeVar

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui.table import copying
from ui.table.column import Column, TickMark
from ui.table.model import Index
from ui.table.painted import PaintedTable

R = TypeVar("R")


class TableView(PaintedTable[R]):
    """A table of rows that have an `id`.

    `current_changed(row or None)` (another row is chosen, or its values have changed),
    `selection_changed()`, `opened(row)` (Enter or double click),
    `ticked(row)` (click on a tick, or Space), `typed(words)` (the user types to filter),
    `shown_changed()` (other rows after loading, typing or sorting).
    """

    current_changed = Signal(object)
    selection_changed = Signal()
    opened = Signal(object)
    ticked = Signal(object)
    typed = Signal(str)
    shown_changed = Signal()

    # On the class: Qt calls the overrides below while the base class is still being made, and
    # an error raised there frees the method (PySide6 6.11.3: a crash at the next collection).
    _loading = False
    _told: R | None = None

    def __init__(
        self,
        columns: Sequence[Column[R]],
        name: str,
        *,
        key: str = "",
        row_id: Callable[[R], Any] = attrgetter("id"),
        row_height: int = 42,
        sort: int = -1,
        descending: bool = False,
        many: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`name` is spoken; under `key` column widths are remembered ("": not at all)."""
        super().__init__(columns, row_id, key, row_height, parent)
        self.model_.sorted_by, self.model_.descending = sort, descending
        self.setAccessibleName(name)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self.horizontalHeader().sectionClicked.connect(self._sort_by)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.model_.row(index.row())))

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show other rows; what was selected stays so where it still exists."""
        self._keeping_selection(lambda: self.model_.set_rows(rows))

    def set_words(self, words: str) -> None:
        """Show only rows that have all of these words."""
        self._keeping_selection(lambda: self.model_.set_words(words))

    def rows(self) -> Sequence[R]:
        """The rows shown, in the order shown: what is printed and exported."""
        return self.model_.rows()

    def current_row(self) -> R | None:
        """The row chosen: the current one, once it is selected too."""
        row = self._row_at_cursor()
        return row if row is not None and self.isSelected(self.currentIndex().row()) else None

    def _row_at_cursor(self) -> R | None:
        index = self.currentIndex()
        return self.model_.row(index.row()) if index.isValid() else None

    def selected_rows(self) -> list[R]:
        """The rows selected, in the order shown."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.model_.row(place) for place in places]

    def select_id(self, row_id: Any) -> bool:
        """Select one row and scroll to it; False where it is not shown."""
        place = self.model_.place_of(row_id)
        if place < 0:
            return False
        self.selectRow(place)
        self.scrollTo(self.model_.index(place, self.first_column))
        return True

    def select_nothing(self) -> None:
        """No row selected, none current."""
        self.selectionModel().clear()

    def _keeping_selection(self, change: Callable[[], None]) -> None:
        key = self.model_.row_id
        before = {key(row) for row in self.selected_rows()}
        cursor = self._row_at_cursor()
        current = key(cursor) if cursor is not None else None
        offset = self.verticalScrollBar().value()
        self._loading = True
        # A view scrolled far down asks for rows that a shorter model no longer has.
        self.scrollToTop()
        change()
        self.hovered_row = -1
        self._select_ids(before, current)
        self._loading = False
        self.widths.fit_first_rows()
        self.verticalScrollBar().setValue(offset)
        self._tell_chosen()
        self.selection_changed.emit()
        self.shown_changed.emit()

    def _select_ids(self, wanted: set[Any], current: Any) -> None:
        if not wanted and current is None:
            return
        selection, place_now = QItemSelection(), -1
        last = self.model_.columnCount() - 1
        for place in self._places(wanted | {current}):
            row_id = self.model_.row_id(self.model_.row(place))
            if row_id == current:
                place_now = place
            if row_id in wanted:
                selection.select(self.model_.index(place, 0), self.model_.index(place, last))
        chosen = self.selectionModel()
        if place_now >= 0:
            index = self.model_.index(place_now, self.first_column)
            chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        chosen.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _places(self, ids: set[Any]) -> list[int]:
        if len(ids) <= 2:
            return [p for p in (self.model_.place_of(i) for i in ids if i is not None) if p >= 0]
        key = self.model_.row_id
        return [place for place, row in enumerate(self.rows()) if key(row) in ids]

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.viewport().update()
            self._tell_chosen()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if self._loading:
            return
        self.viewport().update()
        # While the cursor moves, the new row is selected first and made current after.
        if self.current_row() is not None or not self.selectionModel().hasSelection():
            self._tell_chosen()
        self.selection_changed.emit()

    def _tell_chosen(self) -> None:
        row = self.current_row()
        if not self._loading and row is not self._told:
            self._told = row
            self.current_changed.emit(row)

    def _sort_by(self, column: int) -> None:
        self.sort_by(column, self.model_.sorted_by == column and not self.model_.descending)

    def sort_by(self, column: int, descending: bool = False) -> None:
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self._keeping_selection(lambda: self.model_.sort(column, order))
        self.horizontalHeader().viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = Qt.KeyboardModifier.ControlModifier
        shift = Qt.KeyboardModifier.ShiftModifier
        row = self._row_at_cursor()
        if key == Qt.Key.Key_C and held in (control, control | shift):
            self.copy(heads=held == control)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held and row is not None:
            self.opened.emit(row)
        elif key == Qt.Key.Key_Escape and self.model_.words:
            self.typed.emit("")
        elif key == Qt.Key.Key_Backspace and self.model_.words:
            self.typed.emit(self.model_.words[:-1])
        elif key == Qt.Key.Key_Space and not self.model_.words and self._tick_column() >= 0:
            for chosen in self.selected_rows():
                self.ticked.emit(chosen)
        elif text and text.isprintable() and held in (Qt.KeyboardModifier.NoModifier, shift):
            self.typed.emit(self.model_.words + text)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: letters filter instead of jumping."""

    def _tick_column(self) -> int:
        row = self._row_at_cursor()
        for place, column in enumerate(self.model_.columns):
            if row is not None and column.mark and isinstance(column.mark(row), TickMark):
                return place
        return -1

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            column = self.model_.columns[index.column()]
            row = self.model_.row(index.row())
            if column.mark is not None and isinstance(column.mark(row), TickMark):
                self.ticked.emit(row)

    def copy(self, heads: bool = True) -> None:
        """Put the selected rows (none selected: all) on the clipboard, as text and as a table."""
        rows = self.selected_rows() or self.rows()
        columns = [self.model_.columns[at] for at in self.widths.visible()]
        QGuiApplication.clipboard().setMimeData(copying.as_mime(columns, rows, heads))
