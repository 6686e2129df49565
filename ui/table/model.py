# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The one table model: rows of any kind, sorted and found by itself."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any, Generic, Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from coordinator.text import fold
from ui.table.column import Column

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


@runtime_checkable
class Arranged(Protocol):
    """Rows too many for memory: they sort and find by themselves and are read page by page."""

    def arrange(self, words: str, column: int, descending: bool) -> Sequence[Any]:
        """The rows that have all the words, in the order of a column (-1: their own)."""


class RowsModel(QAbstractTableModel, Generic[R]):
    """Shows a sequence of rows by a list of columns.

    Sorting and finding happen here in Python, one key per row; empty values come last both ways.
    A sequence with a method `arrange` (see `Arranged`) does both itself.
    """

    def __init__(
        self, columns: Sequence[Column[R]], row_id: Callable[[R], Any] = attrgetter("id")
    ) -> None:
        super().__init__()
        self.columns = list(columns)
        self.row_id = row_id
        self.words = ""
        self.sorted_by = -1
        self.descending = False
        self.version = 0  # counts loads, so that what was measured can be remembered
        self._all: Sequence[R] = []
        self._shown: Sequence[R] = []
        self._folded: list[str] | None = None
        self._folded_rows: Sequence[R] = []
        self._order: Sequence[R] | None = None

    # What is shown

    def rows(self) -> Sequence[R]:
        """The rows shown, in the order shown."""
        return self._shown

    def total(self) -> int:
        """How many rows there are before the words typed."""
        return len(self._all)

    def row(self, place: int) -> R:
        return self._shown[place]

    def set_rows(self, rows: Sequence[R]) -> None:
        self._all = rows
        self.version += 1
        self._folded = self._order = None
        self._arrange()

    def set_words(self, words: str) -> None:
        """Show only rows that have all of these words, in any column and any case or accent."""
        if fold(words) != fold(self.words):
            self.words = words
            self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.sorted_by = column
        self.descending = order == Qt.SortOrder.DescendingOrder
        self._order = None
        self._arrange()

    def place_of(self, row_id: Any) -> int:
        """Where the row with this id is shown, or -1."""
        key = self.row_id
        if isinstance(self._all, Arranged):
            return -1
        return next((at for at, row in enumerate(self._shown) if key(row) == row_id), -1)

    def _arrange(self) -> None:
        self.beginResetModel()
        if isinstance(self._all, Arranged):
            self._shown = self._all.arrange(self.words, self.sorted_by, self.descending)
        else:
            self._shown = self._found(self._in_order())
        self.endResetModel()

    def _in_order(self) -> Sequence[R]:
        if not 0 <= self.sorted_by < len(self.columns):
            return self._all
        if self._order is None:
            column = self.columns[self.sorted_by]
            full: list[tuple[Any, R]] = []
            empty: list[R] = []
            for row in self._all:
                value = column.value(row)
                if value is None or value == "":
                    empty.append(row)
                else:
                    full.append((column.sort(value), row))
            full.sort(key=lambda pair: pair[0], reverse=self.descending)
            self._order = [row for _key, row in full] + empty
        return self._order

    def _found(self, rows: Sequence[R]) -> Sequence[R]:
        wanted = fold(self.words).split()
        if not wanted:
            return rows
        if self._folded is None or self._folded_rows is not rows:
            self._folded_rows = rows
            self._folded = [
                fold("\n".join(column.spoken(row) for column in self.columns)) for row in rows
            ]
        found = zip(rows, self._folded, strict=True)
        return [row for row, text in found if all(word in text for word in wanted)]

    # What Qt asks

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[index.column()].shown(self._shown[index.row()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.columns[index.column()].spoken(self._shown[index.row()])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole and section < len(self.columns):
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        return None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        right = self.columns[column].right
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
