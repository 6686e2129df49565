# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The ledger of hours: filters, table, totals."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from coordinator.events import EventRow, list_events
from coordinator.hours import (
    ServiceRow,
    add_up,
    list_activities,
    list_service,
    rounding_sentence,
    source_title,
    sum_service,
)
from coordinator.hours.ledger import SOURCES, ServiceFilters
from coordinator.i18n import _, format_date, format_hours, format_number, ngettext
from coordinator.periods import months_of
from coordinator.settings import load_settings
from coordinator.store import Db
from coordinator.terms import Period
from ui import theme
from ui.pages.volunteers.days import DaysPopup
from ui.pages.volunteers.filters import Chosen
from ui.pages.volunteers.hours_columns import hours_columns
from ui.table import TableView
from ui.widgets import painting
from ui.widgets.bars import TotalsBar
from ui.widgets.beside import shrink_first
from ui.widgets.buttons import Button
from ui.widgets.chips import Chip
from ui.widgets.filter_chips import FilterChips
from ui.widgets.filter_row import FilterRow

_MOST_IN_MENU = 40


class HoursList(QWidget):
    """Entries of one school year; `filters` is the row above, placed by the page.

    `opened(ServiceRow)`, `approve(list[int])`, `delete(list[ServiceRow])` are asked of the page;
    `chosen_changed` asks it to load anew.
    """

    opened = Signal(object)
    approve = Signal(object)
    delete = Signal(object)
    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen = Chosen()
        self.period: Period | None = None
        self.total = 0
        self._narrow = False
        self._figures: list[tuple[str, str]] = []
        self._rule = "exact"
        self._year_minutes = 0
        self._events: list[EventRow] = []
        self._activities: list[str] = []
        self.proposed = Chip("", toggled=self._toggle_proposed)
        self.approve_button = Button("", "quiet", "check", clicked=self._approve)
        self.filters = FilterRow()
        self.chips = FilterChips(self.filters, self._fill_menu)
        self._proposed_count = 0
        columns = hours_columns(lambda: self.period is None)
        date_place = next(place for place, column in enumerate(columns) if column.key == "date")
        self.table: TableView[ServiceRow] = TableView(
            columns, _("Hours"), key="hours", sort=date_place, descending=True
        )
        self.totals = TotalsBar()
        self.totals.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        layout = theme.column(self)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.totals)
        self._connect()

    def _connect(self) -> None:
        table, filters = self.table, self.filters
        filters.typed.connect(table.set_words)
        filters.cleared.connect(lambda: self.choose(Chosen()))
        filters.field.returnPressed.connect(
            lambda: table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        )
        table.typed.connect(filters.field.setText)
        table.shown_changed.connect(self._say_hidden)
        table.selection_changed.connect(self.add_up)
        table.selection_changed.connect(self._show_filters)
        table.opened.connect(self.opened)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._offer_deeds)

    def load(self, db: Db, period: Period | None) -> None:
        """Entries of a period (None: all) that pass the filters."""
        self.period = period
        self._rule = load_settings(db).rounding
        everything = sum_service(db, period, rule=self._rule)
        proposed = sum_service(db, period, ServiceFilters(statuses=("proposed",)))
        self.total, self._year_minutes = everything.entries, everything.minutes
        self._events = [
            event for event in list_events(db, period) if event.starts.date() <= date.today()
        ]
        self._activities = list_activities(db, _MOST_IN_MENU)
        self._proposed_count = proposed.entries
        self._show_filters()
        rows = list_service(db, self.chosen.days or period, self.chosen.query())
        self.table.set_rows(rows)
        self._show_filters()
        rule = rounding_sentence(self._rule)
        self.totals.note.setText(rule)
        self.totals.setToolTip(rule)
        self.add_up()

    def choose(self, chosen: Chosen) -> None:
        """Filter by what was chosen."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.chosen_changed.emit()

    def is_filtered(self) -> bool:
        """Whether entries of the school year are hidden."""
        return len(self.table.rows()) < self.total

    def proposed_ids(self) -> list[int]:
        """The proposed entries among those selected; with none selected, among all shown."""
        rows = self.table.selected_rows() or self.table.rows()
        return [row.id for row in rows if row.status == "proposed"]

    def tighten(self, level: int) -> None:
        """At level 2 leave out the chips and all figures but one."""
        self._narrow = level == 2
        self.chips.set_away(self._narrow)
        if not self._narrow:
            self.table.widths.reset(saved=True)
        QTimer.singleShot(0, self, self._shrink)  # once the table has its width
        self._say_hidden()

    def add_up(self) -> None:
        """The figures below the table: of the selection, of what is shown, of the school year."""
        selected = self.table.selected_rows()
        figures = []
        if len(selected) > 1:
            chosen = add_up(selected, self._rule)
            told = ngettext("{count} selected", "{count} selected", chosen.entries)
            figures.append(
                (_hours(chosen.minutes), told.format(count=format_number(chosen.entries)))
            )
        shown = add_up(self.table.rows(), self._rule)
        told = ngettext("shown, {count} entry", "shown, {count} entries", shown.entries)
        figures.append((_hours(shown.minutes), told.format(count=format_number(shown.entries))))
        year = _("school year") if self.period else _("all years")
        figures.append((_hours(self._year_minutes), year))
        if self._narrow:
            figures = figures[:1]
        self._figures = figures
        self.totals.set_figures(figures, selected=len(selected) > 1)
        self._fit_note()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_note()
        self._shrink()

    def _shrink(self) -> None:
        if self._narrow:
            shrink_first(self.table)

    def _fit_note(self) -> None:
        """The rounding rule stands in the bar where it has room, and in its tool tip always."""
        note = self.totals.note
        wanted = note.fontMetrics().horizontalAdvance(note.text()) + theme.gap(24 + 20 + 8)
        for figure, words in self._figures:
            wanted += painting.text_width(figure, "total") + painting.text_width(words, "small")
            wanted += theme.gap(8 + 8 + 17 + 8)
        note.setVisible(not self._narrow and wanted <= self.width())

    def _show_filters(self) -> None:
        """Chips of what is in force; Approve once proposed entries are selected or listed alone."""
        blocker = QSignalBlocker(self.proposed)
        self.proposed.setChecked(self.chosen.proposed)
        blocker.unblock()
        count = self._proposed_count
        self.proposed.setText(_("Proposed {count}").format(count=format_number(count)))
        further: list[QWidget] = [self.proposed] if count or self.chosen.proposed else []
        selected = any(row.status == "proposed" for row in self.table.selected_rows())
        ids = self.proposed_ids() if selected or self.chosen.proposed else []
        self.approve_button.setText(_("Approve {count}").format(count=format_number(len(ids))))
        if ids:
            further.append(self.approve_button)
        self.chips.set_filters(self.chosen.chips(self.choose), further)
        for part in further:
            part.updateGeometry()

    def _toggle_proposed(self, on: bool) -> None:
        self._change(proposed=on)

    def _change(self, **change: object) -> None:
        self.choose(replace(self.chosen, **change))  # type: ignore[arg-type]  # fields of Chosen

    def _say_hidden(self) -> None:
        sentence = _("{hidden} hidden") if self._narrow else ""
        self.filters.show_hidden(self.total - len(self.table.rows()), self.total, sentence)
        self.add_up()

    def _approve(self) -> None:
        self.approve.emit(self.proposed_ids())

    # Menus

    def _fill_menu(self, menu: QMenu) -> None:
        days = menu.addMenu(_("Days"))
        if self.period is not None:
            for month in months_of(self.period):
                days.addAction(_month_title(month), partial(self._change, days=_month(month)))
            days.addSeparator()
        days.addAction(_("Other days…"), self._ask_days)
        sources = menu.addMenu(_("Source"))
        for source in SOURCES:
            action = sources.addAction(source_title(source), partial(self._toggle_source, source))
            action.setCheckable(True)
            action.setChecked(source in self.chosen.sources)
        events = menu.addMenu(_("Event"))
        for event in self._events[:_MOST_IN_MENU]:
            named = (event.id, event.title)
            words = f"{event.title}, {format_date(event.starts)}"
            _add(events, words, partial(self._change, event=named))
        activities = menu.addMenu(_("Activity"))
        for activity in self._activities:
            _add(activities, activity, partial(self._change, activity=activity))
        for sub in (events, activities):
            sub.setEnabled(not sub.isEmpty())
            sub.setStyleSheet("QMenu { menu-scrollable: 1; }")

    def _toggle_source(self, source: str) -> None:
        now = self.chosen.sources
        wanted = [one for one in SOURCES if (one in now) != (one == source)]
        self._change(sources=tuple(wanted) if len(wanted) < len(SOURCES) else ())

    def _ask_days(self) -> None:
        popup = DaysPopup(self.period, lambda days: self._change(days=days), self)
        popup.open_below(self.chips.add)

    def _offer_deeds(self, at: QPoint) -> None:
        self.deeds_menu().popup(self.table.viewport().mapToGlobal(at))

    def deeds_menu(self) -> QMenu:
        """What can be done with the selected entries."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows = self.table.selected_rows()
        edit = menu.addAction(_("Edit"), lambda: self.opened.emit(rows[0]))
        edit.setEnabled(len(rows) == 1)
        proposed = [row.id for row in rows if row.status == "proposed"]
        approve = menu.addAction(_("Approve"), lambda: self.approve.emit(proposed))
        approve.setEnabled(bool(proposed))
        menu.addAction(_("Copy"), self.table.copy)
        menu.addSeparator()
        delete = menu.addAction(_("Delete"), lambda: self.delete.emit(rows))
        delete.setEnabled(bool(rows))
        return menu


def _add(menu: QMenu, words: str, deed: Callable[[], object]) -> None:
    menu.addAction(words.replace("&", "&&"), deed)


def _hours(minutes: int) -> str:
    return _("{hours} h").format(hours=format_hours(minutes))


def _month_title(first: date) -> str:
    title = format_date(first, "LLLL y")
    return title[:1].upper() + title[1:]


def _month(first: date) -> Period:
    following = (first + timedelta(days=31)).replace(day=1)
    return Period(first, following - timedelta(days=1), _month_title(first))
