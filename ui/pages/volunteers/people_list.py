# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The people who help, with what they gave in a school year."""

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from coordinator.i18n import _, format_date, format_hours
from coordinator.store import Db
from coordinator.terms import Period
from coordinator.text import fold
from coordinator.volunteers import VolunteerRow, list_volunteers
from ui import theme
from ui.pages.volunteers.hours_columns import short_date
from ui.table import AvatarMark, Column, TableView
from ui.widgets.beside import shrink_first
from ui.widgets.chips import Chip
from ui.widgets.filter_row import FilterRow


class PeopleList(QWidget):
    """Volunteers of a school year; `filters` is the row above, placed by the page.

    `opened(VolunteerRow)` asks for a person's panel.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[VolunteerRow] = []
        self._several_years = False
        self._narrow = False
        self.served = Chip(_("Served this year"), toggled=lambda _on: self._show())
        self.filters = FilterRow([self.served])
        self.table: TableView[VolunteerRow] = TableView(
            self._columns(),
            _("Volunteers"),
            key="volunteers",
            row_id=lambda row: row.person_id,
            sort=0,
        )
        layout = theme.column(self)
        layout.addWidget(self.table, 1)
        filters, table = self.filters, self.table
        filters.typed.connect(table.set_words)
        filters.cleared.connect(lambda: self.served.setChecked(False))
        filters.field.returnPressed.connect(
            lambda: table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        )
        table.typed.connect(filters.field.setText)
        table.shown_changed.connect(self._say_hidden)
        table.opened.connect(self.opened)

    def load(self, db: Db, period: Period | None) -> None:
        self._several_years = period is None
        self._rows = list_volunteers(db, period)
        self._show()

    def served_count(self) -> int:
        """How many people gave hours in the period."""
        return sum(row.minutes > 0 for row in self._rows)

    def tighten(self, level: int) -> None:
        """At level 2 leave out the chip."""
        self._narrow = level == 2
        self.served.setVisible(not self._narrow)
        if not self._narrow:
            self.table.widths.reset(saved=True)
        QTimer.singleShot(0, self, self._shrink)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shrink()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._shrink)  # once the table has its width

    def _shrink(self) -> None:
        if self._narrow:
            shrink_first(self.table)

    def _show(self) -> None:
        only = self.served.isChecked()
        self.table.set_rows([row for row in self._rows if row.minutes or not only])

    def _say_hidden(self) -> None:
        total = len(self._rows)
        sentence = _("Filters hide {hidden} of {total} people")
        if self._narrow:
            sentence = _("{hidden} hidden")
        self.filters.show_hidden(total - len(self.table.rows()), total, sentence)

    def _columns(self) -> list[Column[VolunteerRow]]:
        def last(day: date | None) -> str:
            if day is None:
                return "—"
            return format_date(day) if self._several_years else short_date(day)

        return [
            Column(
                _("Who"),
                lambda row: (row.sorts_as, row.name),
                text=lambda names: names[1],
                sort=lambda names: fold(names[0]),
                key="who",
                bold=True,
                mark=lambda row: AvatarMark(row.name, row.person_id),
            ),
            Column(_("Skills"), lambda row: row.skills, key="skills", stretch=True),
            Column(_("Since"), lambda row: row.since, text=_day, key="since", hidden=True),
            Column(_("Last served"), lambda row: row.last, text=last, key="last"),
            Column(_("Times"), lambda row: row.entries, key="times", right=True),
            Column(
                _("Hours"),
                lambda row: row.minutes,
                text=lambda minutes: format_hours(minutes, 2) if minutes else "—",
                key="hours",
                right=True,
                keep=True,
            ),
        ]


def _day(day: date | None) -> str:
    return format_date(day) if day else ""
