# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Widths, order and choice of a table's columns, remembered per table and text size."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHeaderView

from ui import local_settings, theme
from ui.table.delegate import BETWEEN, FIRST_LEFT, RowDelegate
from ui.table.header import Header

if TYPE_CHECKING:
    from ui.table.painted import PaintedTable

SAMPLE = 40  # rows looked at for the width of a column


class Widths:
    """Keeps one table's columns; the stretching column takes the room that is left."""

    def __init__(self, view: "PaintedTable[Any]") -> None:
        self._view = view
        head = view.horizontalHeader()
        assert isinstance(head, Header)
        self._head = head
        self._busy = False
        self._measured: dict[int, int] = {}
        self._measured_for = (-1, 0, 0)
        self._dropped: set[int] = set()  # hidden for want of room, not by the user
        self._fitted = False  # widths came from the user or from real rows
        self._head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._head.sectionResized.connect(self._resized)
        self._head.sectionMoved.connect(self._moved)
        self._head.sectionHandleDoubleClicked.connect(self._fit)
        self.reset(saved=True)

    def visible(self) -> list[int]:
        """The columns shown, in the order shown."""
        places = [self._head.logicalIndex(at) for at in range(self._head.count())]
        return [place for place in places if not self._head.isSectionHidden(place)]

    def show(self, column: int, on: bool = True) -> None:
        self._head.setSectionHidden(column, not on)
        self._find_first()
        self._remember()
        self.stretch()

    def reset(self, saved: bool = False) -> None:
        """Columns as the program made them, or with `saved` as the user left them."""
        stored = local_settings.load_columns(self._key()) if saved and self._view.key else []
        by_key = {entry["key"]: (at, entry) for at, entry in enumerate(stored)}
        columns = self._view.model_.columns
        self._busy = True
        for place, column in enumerate(columns):
            _at, entry = by_key.get(self._name(place), (0, None))
            self._head.setSectionHidden(place, entry["hidden"] if entry else column.hidden)
            self._head.resizeSection(place, entry["width"] if entry else self.wanted(place))
        order = sorted(
            range(len(columns)), key=lambda at: by_key.get(self._name(at), (at, None))[0]
        )
        for target, place in enumerate(order):
            self._head.moveSection(self._head.visualIndex(place), target)
        self._busy = False
        self._fitted = bool(stored)
        self._find_first()
        if not saved:
            local_settings.save_columns(self._key(), [])
            self.fit_first_rows()
        self.stretch()

    def fit_first_rows(self) -> None:
        """The first time there are rows, give each column the room they need."""
        if self._fitted or not self._view.model_.rowCount():
            return
        self._fitted = True
        self._busy = True
        for place in range(len(self._view.model_.columns)):
            self._head.resizeSection(place, self.wanted(place))
        self._busy = False
        self.stretch()

    def wanted(self, place: int) -> int:
        """Pixels a column needs for its head and the first rows."""
        known = (self._view.model_.version, theme.text_percent(), self._view.first_column)
        if known != self._measured_for:
            self._measured, self._measured_for = {}, known
        if place not in self._measured:
            self._measured[place] = self._measure(place)
        return self._measured[place]

    def _measure(self, place: int) -> int:
        model, head = self._view.model_, self._head
        column = model.columns[place]
        width = head.title_width(place)
        if column.width:
            return max(
                width, theme.gap(column.width) + (theme.px(column.width) - column.width) // 2
            )
        delegate = self._view.itemDelegate()
        assert isinstance(delegate, RowDelegate)
        rows = [model.row(at) for at in range(min(SAMPLE, model.rowCount()))]
        spare = theme.gap(FIRST_LEFT if place == self._view.first_column else BETWEEN)
        spare += theme.gap(BETWEEN)
        needed = max((delegate.wanted_width(column, row) for row in rows), default=0)
        return max(width, min(needed + spare, theme.px(360)))

    def stretch(self) -> None:
        """Let the stretching column (else the last) fill the table."""
        if self._busy:
            return
        self._busy = True  # what we hide and size here is not the user's choice
        self._give_way()
        shown = self.visible()
        columns = self._view.model_.columns
        stretching = [place for place in shown if columns[place].stretch] or shown[-1:]
        taken = sum(self._head.sectionSize(place) for place in shown if place not in stretching)
        room = self._view.viewport().width() - taken
        for place in stretching:
            least = self._least(place) if columns[place].stretch else self.wanted(place)
            self._head.resizeSection(place, max(least, room // len(stretching)))
        self._busy = False

    def _give_way(self) -> None:
        """Hide columns from the right until the others fit, and show them again when they do."""
        columns = self._view.model_.columns
        if not any(column.keep for column in columns):
            return
        for place in self._dropped:
            self._head.setSectionHidden(place, False)  # noqa: FBT003 - Qt has no name for it
        self._dropped = set()
        room = self._view.viewport().width()
        shown = self.visible()
        widths = {place: self._least(place) for place in shown}
        for place in reversed(shown[1:]):
            if sum(widths.values()) <= room:
                break
            if not columns[place].keep:
                self._dropped.add(place)
                del widths[place]
                self._head.setSectionHidden(place, True)  # noqa: FBT003 - as above

    def _least(self, place: int) -> int:
        if self._view.model_.columns[place].stretch:
            # Its words may be shortened, its head not.
            return max(self._head.title_width(place), min(self.wanted(place), theme.px(140)))
        return self._head.sectionSize(place) or self.wanted(place)

    def _find_first(self) -> None:
        self._view.first_column = next(iter(self.visible()), 0)
        self._view.viewport().update()

    def _fit(self, place: int) -> None:
        self._head.resizeSection(place, self.wanted(place))

    def _resized(self) -> None:
        if not self._busy:
            self.stretch()
            self._remember()

    def _moved(self) -> None:
        if not self._busy:
            self._find_first()
            self._remember()

    def _name(self, place: int) -> str:
        return self._view.model_.columns[place].key or str(place)

    def _key(self) -> str:
        return f"{self._view.key}/{theme.text_percent()}"

    def _remember(self) -> None:
        if self._busy or not self._view.key:
            return
        self._fitted = True
        head = self._head
        order = [head.logicalIndex(at) for at in range(head.count())]
        local_settings.save_columns(
            self._key(),
            [
                {
                    "key": self._name(place),
                    "width": head.sectionSize(place) or self.wanted(place),
                    "hidden": head.isSectionHidden(place) and place not in self._dropped,
                }
                for place in order
            ],
        )
