# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Volunteers: who helps, and the ledger of their hours."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from coordinator.errors import Problem
from coordinator.hours import ServiceFilters, ServiceRow, list_service
from coordinator.i18n import format_number, ngettext
from coordinator.store import Db
from coordinator.terms import Period
from coordinator.volunteers import VolunteerRow
from ui.dialogs.export_hours import ExportPanel
from ui.page import Page
from ui.pages.volunteers.deeds import approve_entries, delete_entries
from ui.pages.volunteers.filters import Chosen
from ui.pages.volunteers.frame import HOURS, PEOPLE, Frame
from ui.pages.volunteers.hours_form import EntryPanel
from ui.pages.volunteers.hours_list import HoursList
from ui.pages.volunteers.many import ManyPanel
from ui.pages.volunteers.people_list import PeopleList
from ui.pages.volunteers.person_panel import VolunteerPanel
from ui.widgets.beside import Beside
from ui.widgets.panel import SidePanel


class VolunteersPage(Page):
    """Two lists under tabs, and one side panel at a time.

    `open` takes `export=True`, `add=True` (with `event=id`), `person=id`, `entry=id`,
    `proposed=True`.
    """

    uses = {"service", "volunteer", "person", "event", "attendance", "term", "setting"}

    def build(self) -> None:
        self._loading = False
        self.people = PeopleList()
        self.hours = HoursList()
        self.entry = EntryPanel(self.ctx)
        self.person = VolunteerPanel(self.ctx)
        self.many = ManyPanel(self.ctx)
        self.export = ExportPanel(self.ctx, self._listed)
        self.frame = Frame(self.people, self.hours)
        self.year, self.tabs, self.header = self.frame.year, self.frame.tabs, self.frame.header
        panels = [self.entry, self.person, self.many, self.export]
        self.beside = Beside(self.frame, panels)
        self.body.addWidget(self.beside)
        self._connect()
        with self.ctx.read() as db:
            self.year.offer(db)  # before the header finds out what it has room for
        self.tabs.setCurrentIndex(HOURS)
        self._show_tab(HOURS)
        new = QShortcut(QKeySequence("Ctrl+N"), self)
        new.activated.connect(self.add_for_many)

    def _connect(self) -> None:
        self.frame.export_button.clicked.connect(lambda: self.open_export())
        for button in (self.frame.add_button, self.frame.first_button):
            button.clicked.connect(lambda: self.add_for_many())
        self.tabs.currentChanged.connect(self._show_tab)
        self.year.chosen.connect(self._show_year)
        self.beside.tightened.connect(self._tighten)
        for panel in self.beside.panels:
            panel.closed.connect(self.close_panel)
        hours, people = self.hours, self.people
        hours.opened.connect(lambda row: self.open_entry(row, focus=True))
        hours.table.clicked.connect(lambda _index: self._clicked())
        hours.table.current_changed.connect(self._follow_entry)
        hours.table.selection_changed.connect(self.export.refresh)
        hours.table.shown_changed.connect(self.export.refresh)
        hours.chosen_changed.connect(self.reload)
        hours.approve.connect(self.approve)
        hours.delete.connect(self.delete)
        people.opened.connect(lambda row: self.open_person(row.person_id, focus=True))
        people.table.clicked.connect(lambda _index: self._clicked_person())
        people.table.current_changed.connect(self._follow_person)
        self.entry.approve.connect(self.approve)
        self.entry.delete.connect(self._delete_ids)
        self.person.see_all.connect(self._see_all)
        self.many.added.connect(self._show_added)

    # Loading

    def reload(self) -> None:
        # While it loads, the panel must not be left for a row that only looks new.
        self._loading = True
        super().reload()
        self._loading = False

    def load(self, db: Db) -> None:
        self.year.offer(db)
        self.people.load(db, self.period)
        self.hours.load(db, self.period)
        served = self.people.served_count()
        told = ngettext("{count} person served", "{count} people served", served)
        self.header.set_line(f"{told.format(count=format_number(served))} · {self.year.words()}")
        self.frame.show_empty(self.hours.total == 0 and not self.people.table.model_.total())
        panel = self.beside.panel()
        if panel is self.entry and self.entry.entry_id is not None:
            self._refresh_entry(db, self.entry.entry_id)
        elif panel is self.person and self.person.person_id is not None:
            self.person.show_person(db, self.person.person_id, self.period)
        self.export.refresh()

    @property
    def period(self) -> Period | None:
        """The school year shown; None: all of them."""
        return self.year.period

    def _show_year(self) -> None:
        if self.hours.chosen.days:
            self.hours.chosen = Chosen()
        self.reload()
        if self.beside.panel() is self.export:
            self.open_export()

    def _refresh_entry(self, db: Db, entry_id: int) -> None:
        try:
            self.entry.show_entry(db, entry_id, self.period)
        except Problem:  # undone or deleted: there is nothing left to show
            self.entry.forget()
            self.beside.show_panel(None)

    # Lists

    def _show_tab(self, index: int) -> None:
        if not self.leave():
            QTimer.singleShot(0, lambda: self.tabs.setCurrentIndex(1 - index))
            return
        self.frame.show_tab(index)
        if self.beside.panel() in (self.entry, self.person):
            self.close_panel()

    def _tighten(self, level: int) -> None:
        self.frame.tighten(level, self.beside.list_width())

    def _listed(self) -> tuple[int, ...] | None:
        """The entries on the screen where filters hide some; None where all are shown."""
        if not self.hours.is_filtered() or self.tabs.currentIndex() != HOURS:
            return None
        return tuple(row.id for row in self.hours.table.rows())

    # Panels

    def leave(self) -> bool:
        return self.entry.leave() and self.person.leave()

    def show_panel(self, wanted: SidePanel | None) -> bool:
        """Open a panel, after leaving the one that is open."""
        if not self.leave():
            return False
        if wanted is not self.entry:
            self.entry.forget()
        if wanted is not self.person:
            self.person.forget()
        self.beside.show_panel(wanted)
        return True

    def close_panel(self) -> None:
        if self.show_panel(None):
            self.many.forget()
            self.frame.current().table.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_entry(self, row: ServiceRow, focus: bool = False) -> None:
        """Edit an entry beside the list."""
        if self.entry.entry_id != row.id and not self.show_panel(self.entry):
            self._back_to_entry()
            return
        with self.ctx.read() as db:
            self.entry.show_entry(db, row.id, self.period)
        self.beside.show_panel(self.entry)
        if focus:
            self.entry.minutes.setFocus()
            self.entry.minutes.line.selectAll()

    def _clicked(self) -> None:
        rows = self.hours.table.selected_rows()
        if len(rows) == 1:
            self.open_entry(rows[0])
        elif self.beside.panel() is self.entry:
            self.show_panel(None)

    def _follow_entry(self, row: ServiceRow | None) -> None:
        """The panel goes along with the row, while it is open."""
        if row is None or self._loading or self.beside.panel() is not self.entry:
            return
        if row.id == self.entry.entry_id or len(self.hours.table.selected_rows()) > 1:
            return
        self.open_entry(row)

    def _back_to_entry(self) -> None:
        """The entry could not be left: its row is the current one again."""
        entry_id = self.entry.entry_id
        # Not at once: the table is still busy with the press that led here.
        QTimer.singleShot(0, self, lambda: self.hours.table.select_id(entry_id))

    def open_person(self, person_id: int, focus: bool = False) -> None:
        """Show a volunteer beside the list."""
        if self.person.person_id != person_id and not self.show_panel(self.person):
            return
        with self.ctx.read() as db:
            self.person.show_person(db, person_id, self.period)
        self.beside.show_panel(self.person)
        if focus:
            self.person.skills.setFocus()

    def _clicked_person(self) -> None:
        rows = self.people.table.selected_rows()
        if len(rows) == 1:
            self.open_person(rows[0].person_id)

    def _follow_person(self, row: VolunteerRow | None) -> None:
        if row is not None and not self._loading and self.beside.panel() is self.person:
            self.open_person(row.person_id)

    def _see_all(self, person: tuple[int, str]) -> None:
        self.tabs.setCurrentIndex(HOURS)
        self.hours.filters.field.clear()
        self.hours.choose(Chosen(person=person))

    def add_for_many(self, event_id: int | None = None) -> None:
        """Open the panel that adds the same hours for many people."""
        if self.beside.panel() is self.many and event_id is None:
            self.many.event_field.setFocus()  # what is typed there stays
            return
        if not self.show_panel(self.many):
            return
        if self.many.begun() and event_id is None:
            self.many.event_field.setFocus()  # left for a look at an entry, not closed
            return
        with self.ctx.read() as db:
            self.many.start(db, self.period, event_id)

    def _show_added(self, ids: list[int]) -> None:
        self.show_panel(None)
        self.tabs.setCurrentIndex(HOURS)
        table = self.hours.table
        table.select_id(ids[0])
        table.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_export(self) -> None:
        """Open the panel that makes a file of hours."""
        if not self.show_panel(self.export):
            return
        period = self.year.span()
        if period is not None:
            with self.ctx.read() as db:
                self.export.show_period(db, period)
        self.export.export.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def approve(self, ids: list[int]) -> None:
        """Approve proposed entries as one step."""
        approve_entries(self.ctx, ids)
        if self.hours.chosen.proposed and not self.hours.table.model_.total():
            # Nothing waits any more: an empty list would only hide the hours.
            self.hours.choose(replace(self.hours.chosen, proposed=False))

    def delete(self, rows: list[ServiceRow]) -> None:
        """Delete entries as one step."""
        if self.entry.entry_id in {row.id for row in rows}:
            self.entry.forget()
            self.beside.show_panel(None)
        delete_entries(self.ctx, rows)

    def _delete_ids(self, ids: list[int]) -> None:
        with self.ctx.read() as db:
            rows = list_service(db, None, ServiceFilters(ids=tuple(ids)))
        self.delete(rows)

    # From elsewhere

    def open(self, what: dict[str, Any]) -> None:
        if what.get("export"):
            self.tabs.setCurrentIndex(HOURS)
            self.hours.filters.field.clear()
            self.hours.choose(Chosen())
            self.open_export()
        elif what.get("add"):
            self.add_for_many(what.get("event"))
        elif "person" in what:
            self.tabs.setCurrentIndex(PEOPLE)
            self.people.table.select_id(what["person"])
            self.open_person(what["person"])
        elif "entry" in what:
            self.tabs.setCurrentIndex(HOURS)
            self.hours.table.select_id(what["entry"])
            row = self.hours.table.current_row()
            if row is not None:
                self.open_entry(row)
        elif what.get("proposed"):
            self.tabs.setCurrentIndex(HOURS)
            self.hours.choose(Chosen(proposed=True))
