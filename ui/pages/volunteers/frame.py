# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What stands round the two lists of the volunteers page: header, tabs, filter row."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from coordinator.i18n import _
from ui import theme
from ui.pages.volunteers.hours_list import HoursList
from ui.pages.volunteers.people_list import PeopleList
from ui.widgets.buttons import Button
from ui.widgets.layout import EmptyPlace, Ground
from ui.widgets.page_parts import PageHeader
from ui.widgets.tabs import TabStrip
from ui.widgets.year_choice import YearChoice

PEOPLE, HOURS = 0, 1


class Frame(QWidget):
    """`lists` are the people and the ledger, in the order of the tabs."""

    def __init__(self, people: PeopleList, hours: HoursList) -> None:
        super().__init__()
        self.lists: list[PeopleList | HoursList] = [people, hours]
        self._empty, self._room = False, True
        self.year = YearChoice()
        self.export_button = Button(_("Export hours"), "default", "export")
        self.add_button = Button(_("Add hours for many"), "filled", "plus")
        self.add_button.setToolTip(_("Add hours for many") + " (Ctrl+N)")
        self.first_button = Button(_("Add hours for many"), "filled", "plus")
        self.header = PageHeader(
            _("Volunteers"), "", [self.year, self.export_button, self.add_button]
        )
        self.tabs = TabStrip([_("People"), _("Hours")], _("Volunteers"))
        self.stack = QStackedWidget()
        self.empty = EmptyPlace(
            "volunteer",
            _("No hours yet"),
            _("Write down who helped and how long; certificates and reports come from it."),
            self.first_button,
        )
        for part in (*self.lists, self.empty):
            self.stack.addWidget(part)
        self._put_together()

    def _put_together(self) -> None:
        area = Ground("surface")
        layout = theme.column(area, 0, (24, 16, 20, 0))
        layout.addWidget(self.header)
        tab_row = theme.across()
        tab_row.addWidget(self.tabs)
        tab_row.addStretch(1)
        layout.addLayout(tab_row)
        tab_line = Ground("surface", "top")
        tab_line.setFixedHeight(2)
        self.filter_area = Ground("surface", "bottom")
        filters = theme.column(self.filter_area, 0, (24, 10, 20, 10))
        for part in self.lists:
            filters.addWidget(part.filters)
        column = theme.column(self)
        for widget in (area, tab_line, self.filter_area):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)

    def current(self) -> PeopleList | HoursList:
        """The list under the current tab."""
        return self.lists[self.tabs.currentIndex()]

    def show_tab(self, index: int) -> None:
        """Show one of the lists and its filters."""
        for place, part in enumerate(self.lists):
            part.filters.setVisible(place == index)
        if self.stack.currentWidget() is not self.empty:
            self.stack.setCurrentWidget(self.lists[index])

    def show_empty(self, empty: bool) -> None:
        """The first step instead of empty tables."""
        self.stack.setCurrentWidget(self.empty if empty else self.current())
        self._empty = empty
        self.filter_area.setVisible(not empty)
        self._show_add()

    def tighten(self, level: int, width: int) -> None:
        """Leave out what there is no room for; `width` is that of the list in pixels."""
        self.year.set_away(level == 2)
        words = self.header.title.whole_width() + self.add_button.sizeHint().width()
        self._room = level < 2 or width >= words + theme.gap(110)  # margins and "..."
        self._show_add()
        for part in self.lists:
            part.tighten(level)

    def _show_add(self) -> None:
        self.add_button.setVisible(self._room and not self._empty)
