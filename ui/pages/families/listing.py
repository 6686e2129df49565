# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The list of families or of people, with its head and its filters."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from coordinator.families import FamilyRow, PersonRow
from coordinator.i18n import _, format_number
from coordinator.terms import TermRow
from ui import theme
from ui.pages.families.columns import family_columns, people_columns
from ui.pages.families.filters import Filters, Wanted
from ui.table import TableView
from ui.widgets import Button, FilterRow, Ground, PageHeader, Segment

FAMILIES, PEOPLE = "families", "people"


class Header(PageHeader):
    """Its "..." is there at any width, for what is done seldom."""

    def __init__(self, buttons: Sequence[Button], menu: Callable[[], QMenu]) -> None:
        self._menu = menu
        super().__init__(_("Families"), buttons=buttons)
        self.more.show()

    def _fold(self) -> None:
        super()._fold()
        self.more.show()

    def _offer(self) -> None:
        self._menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))


class Listing(QWidget):
    """`selected()` when other rows are chosen, `opened()` on Enter, `filtered()`, `switched()`."""

    selected = Signal()
    opened = Signal()
    filtered = Signal()
    switched = Signal(str)

    def __init__(self, buttons: Sequence[Button], menu: Callable[[], QMenu]) -> None:
        super().__init__()
        self.busy = False  # selections that the program makes itself
        self.year: TermRow | None = None
        self._reached_since = date.min
        self._families: list[FamilyRow] = []
        self._people: list[PersonRow] = []
        self._level = 0
        self.header = Header(buttons, menu)
        self._build_tables()
        self._build_filters()
        head = Ground("surface", "bottom")
        inside = theme.column(head, 12, (24, 16, 20, 12))
        inside.addWidget(self.header)
        inside.addWidget(self.filters)
        column = theme.column(self)
        column.addWidget(head)
        column.addWidget(self.tables, 1)
        self.setFocusProxy(self.families)

    def _build_tables(self) -> None:
        self.families: TableView[FamilyRow] = TableView(
            family_columns(self.reached_since), _("Families"), key=FAMILIES, sort=0
        )
        self.people: TableView[PersonRow] = TableView(
            people_columns(), _("People"), key=PEOPLE, sort=0
        )
        self.tables = QStackedWidget()
        for table in (self.families, self.people):
            self.tables.addWidget(table)
            table.strong_selection = True
            table.selection_changed.connect(self._selected)
            table.opened.connect(lambda _row: self.opened.emit())
            table.typed.connect(self._typed)
            table.shown_changed.connect(self.count)

    def _build_filters(self) -> None:
        self.segment = Segment(
            [(FAMILIES, _("Families")), (PEOPLE, _("People"))], _("What is listed")
        )
        self.segment.chosen.connect(self.switched)
        self.chips = Filters()
        self.chips.changed.connect(lambda _wanted: self.filtered.emit())
        self.filters = FilterRow([self.segment, self.chips])
        self.filters.typed.connect(self.families.set_words)
        self.filters.typed.connect(self.people.set_words)
        self.filters.cleared.connect(self.chips.clear)
        self.filters.field.returnPressed.connect(
            lambda: self.table().setFocus(Qt.FocusReason.ShortcutFocusReason)
        )

    def table(self) -> TableView[Any]:
        """The table shown."""
        return self.families if self.segment.current() == FAMILIES else self.people

    def show_kind(self, kind: str) -> None:
        """Families or people; tells nobody."""
        self.segment.set_current(kind)
        self.tables.setCurrentWidget(self.table())
        self.setFocusProxy(self.table())
        self.chips.set_people(kind == PEOPLE)
        self.header.title.setText(_("People") if kind == PEOPLE else _("Families"))
        self.count()

    def reached_since(self) -> date:
        """The day from which coming to an event counts as reached: this semester's first."""
        return self._reached_since

    def set_rows(
        self,
        rows: list[FamilyRow],
        people: list[PersonRow],
        year: TermRow | None,
        reached_since: date,
    ) -> None:
        """All there are, those put away too."""
        self._families, self._people, self.year = rows, people, year
        self._reached_since = reached_since
        tags = {tag for row in rows for tag in row.tags}
        spoken = {row.home_language for row in rows if row.home_language}
        self.chips.offer(list(tags), list(spoken))
        self.fill()

    def is_empty(self) -> bool:
        return not self._families and not self._people

    def fill(self) -> None:
        """Show what the filters let through; no selection is told of."""
        wanted = self.chips.wanted
        people = [row for row in self._people if wanted.archived or not row.archived]
        rows = [row for row in self._families if wanted.archived or not row.archived]
        busy, self.busy = self.busy, True
        self.families.set_rows(wanted.families(rows, self.reached_since()))
        self.people.set_rows(wanted.people(people))
        self.busy = busy
        self.count()

    def clear_filters(self) -> None:
        """Show everybody, those put away too; no selection is told of."""
        busy, self.busy = self.busy, True
        self.filters.clear()
        self.chips.set_wanted(Wanted(archived=True))
        self.fill()
        self.busy = busy

    def count(self) -> None:
        """Say how many are shown, and how many the filters hide."""
        rows: Sequence[FamilyRow | PersonRow] = self._families
        if self.table() is self.people:
            rows = self._people
        total = sum(1 for row in rows if self.chips.wanted.archived or not row.archived)
        shown = len(self.table().rows())
        line = _("Showing {shown} of {total}").format(
            shown=format_number(shown), total=format_number(total)
        )
        if self.year is not None:
            year = self.year.name.replace("-", "–")
            line += " · " + _("school year {year}").format(year=year)
        self.header.set_line(line)
        self.filters.show_hidden(total - shown if self._level == 0 else 0, total)

    def tighten(self, level: int) -> None:
        """Fewer chips where the panel leaves little room."""
        self._level = level
        self.chips.set_room(level < 2)
        self.count()
        self._measure_filters()

    def _measure_filters(self) -> None:
        """Chips came or went: layouts inside layouts else keep the height of before."""
        part: QWidget | None = self.chips
        while part is not None and part is not self:
            part.updateGeometry()
            layout = part.layout()
            if layout is not None:
                layout.invalidate()
            part = part.parentWidget()

    def select(self, row_id: int | None) -> bool:
        """Choose a row without telling anyone; False where it is not shown."""
        busy, self.busy = self.busy, True
        found = row_id is not None and self.table().select_id(row_id)
        if not found:
            self.table().select_nothing()
        self.busy = busy
        return found

    def _typed(self, words: str) -> None:
        self.filters.field.setText(words)

    def _selected(self) -> None:
        if not self.busy:
            self.selected.emit()
