# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Events: the list of a school year, and one event beside it."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStackedWidget, QWidget

from coordinator.errors import Problem
from coordinator.events import KINDS, EventDetails, EventRow, delete_event, kind_title, list_events
from coordinator.i18n import _, format_number, ngettext
from coordinator.store import Db
from ui import theme
from ui.page import Page
from ui.pages.events.columns import event_columns
from ui.pages.events.filters import Chosen, need_titles
from ui.pages.events.panel import CAME, EventPanel
from ui.table import TableView
from ui.widgets.beside import Beside
from ui.widgets.buttons import Button
from ui.widgets.chips import Segment
from ui.widgets.filter_chips import FilterChips
from ui.widgets.filter_row import FilterRow
from ui.widgets.layout import EmptyPlace
from ui.widgets.page_parts import PageHeader
from ui.widgets.year_choice import YearChoice


class EventsPage(Page):
    """`open` takes `id=5` (with `attendance=True` for the tick list) or `new=True`."""

    uses = {"event", "attendance", "person", "member", "family", "term"}

    def build(self) -> None:
        self._placed = self._loading = False
        self.chosen = Chosen()
        self._rows: list[EventRow] = []
        self.year = YearChoice()
        self.table: TableView[EventRow] = TableView(
            event_columns(lambda: self.year.period is None),
            _("Events"),
            key="events",
            row_height=52,
            sort=0,
            descending=True,
            many=False,
        )
        self.panel = EventPanel(self.ctx)
        self.body.addWidget(self._make_layout())
        self._connect()
        with self.ctx.read() as db:
            self.year.offer(db)  # before the header finds out what it has room for
        new = QShortcut(QKeySequence("Ctrl+N"), self)
        new.activated.connect(self.new_event)

    def _make_layout(self) -> QWidget:
        self.new_button = Button(
            _("New event"), "filled", "plus", clicked=self.new_event,
            tip=_("New event") + " (Ctrl+N)",
        )  # fmt: skip
        self.header = PageHeader(_("Events"), "", [self.year, self.new_button])
        pieces = [("all", _("All")), ("coming", _("Coming")), ("past", _("Past"))]
        self.time = Segment(pieces, _("Which events"))
        self.filters = FilterRow()
        self.chips = FilterChips(self.filters, self._fill_menu, [self.time])
        self.stack = QStackedWidget()
        self.empty = EmptyPlace(
            "calendar",
            _("No events yet"),
            _("Family nights, festivals, meetings and shifts: with who came, and who helped."),
            Button(_("New event"), "filled", "plus", clicked=self.new_event),
        )
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        left = QWidget()
        column = theme.column(left)
        self.area = self.header_area(self.header, self.filters)
        column.addWidget(self.area)
        column.addWidget(self.stack, 1)
        self.beside = Beside(left, [self.panel])
        return self.beside

    def _connect(self) -> None:
        self.filters.typed.connect(self.table.set_words)
        self.filters.field.returnPressed.connect(
            lambda: self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        )
        self.table.typed.connect(self.filters.field.setText)
        self.table.shown_changed.connect(self._say_hidden)
        self.filters.cleared.connect(lambda: self.choose(Chosen()))
        self.time.chosen.connect(lambda key: self.choose(replace(self.chosen, time=key)))
        self.year.chosen.connect(self.reload)
        self.beside.tightened.connect(self._tighten)
        self.panel.closed.connect(self.close_panel)
        self.panel.made.connect(self._show_made)
        self.panel.delete.connect(self.delete)
        self.table.opened.connect(lambda row: self.open_event(row.id, focus=True))
        self.table.clicked.connect(lambda _index: self._clicked())
        self.table.current_changed.connect(self._follow)

    # Loading

    def _hear(self, tables: set[str]) -> None:
        if tables & {"person", "member", "family"}:
            self.panel.came.forget_people()
        super()._hear(tables)

    def reload(self) -> None:
        # While it loads, the panel must not be left for a row that only looks new.
        self._loading = True
        super().reload()
        self._loading = False

    def load(self, db: Db) -> None:
        self.year.offer(db)
        self._rows = list_events(db, self.year.period)
        self._show()
        told = ngettext("{count} event", "{count} events", len(self._rows))
        count = told.format(count=format_number(len(self._rows)))
        self.header.set_line(f"{count} · {self.year.words()}")
        empty = not self._rows and not list_events(db)
        self.stack.setCurrentWidget(self.empty if empty else self.table)
        self.filters.setVisible(not empty)
        self.new_button.setVisible(not empty)
        if not self._placed and self._rows:
            self._placed = True
            self._select_next()
        event_id = self.panel.event_id
        if event_id is not None and self.beside.panel() is self.panel:
            self._refresh_panel(db, event_id)

    def _select_next(self) -> None:
        """The event that is on or comes next is the one most likely wanted."""
        now = datetime.now()
        coming = [row for row in self._rows if row.ends >= now]
        if coming:
            self.table.select_id(min(coming, key=lambda row: row.starts).id)
            self.table.scrollTo(
                self.table.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter
            )

    def _refresh_panel(self, db: Db, event_id: int) -> None:
        try:
            self.panel.show_event(db, event_id)
        except Problem:  # undone or deleted: there is nothing left to show
            self.panel.form.clear()
            self.beside.show_panel(None)

    def choose(self, chosen: Chosen) -> None:
        """Filter by what was chosen."""
        self.chosen = chosen
        self.time.set_current(chosen.time)
        self._show()

    def _show(self) -> None:
        now = datetime.now()
        self.chips.set_filters(self.chosen.chips(self.choose))
        self.table.set_rows([row for row in self._rows if self.chosen.lets_through(row, now)])

    def _say_hidden(self) -> None:
        total = len(self._rows)
        sentence = _("Filters hide {hidden} of {total} events")
        if self.beside.level() == 2:
            sentence = _("{hidden} hidden")
        self.filters.show_hidden(total - len(self.table.rows()), total, sentence)

    def _fill_menu(self, menu: QMenu) -> None:
        kinds = menu.addMenu(_("Kind"))
        for kind in KINDS:
            deed = partial(self._change, kind=kind)
            kinds.addAction(kind_title(kind).replace("&", "&&"), deed)
        for name, words in need_titles().items():
            menu.addAction(words, partial(self._change, **{name: True}))

    def _change(self, **change: Any) -> None:
        self.choose(replace(self.chosen, **change))

    def _tighten(self, level: int) -> None:
        self.year.set_away(level == 2)
        self.chips.set_away(level == 2)
        self._say_hidden()

    # The panel

    def leave(self) -> bool:
        return self.panel.leave()

    def open_event(self, event_id: int, focus: bool = False, came: bool = False) -> None:
        """Show an event beside the list."""
        if self.panel.event_id != event_id and not self.panel.leave():
            self._back_to_event()
            return
        with self.ctx.read() as db:
            self.panel.show_event(db, event_id)
        self.beside.show_panel(self.panel)
        if came:
            self.panel.tabs.setCurrentIndex(CAME)
            self.panel.came.finder.setFocus()
        elif focus:
            self.panel.sheet.title.setFocus()

    def _clicked(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.open_event(row.id)

    def _follow(self, row: EventRow | None) -> None:
        if (
            row is not None
            and not self._loading
            and self.beside.panel() is self.panel
            and row.id != self.panel.event_id
            and self.panel.event_id is not None
        ):
            self.open_event(row.id)

    def _back_to_event(self) -> None:
        event_id = self.panel.event_id
        if event_id is not None:
            # Not at once: the table is still busy with the press that led here.
            QTimer.singleShot(0, self, lambda: self.table.select_id(event_id))
        else:
            QTimer.singleShot(0, self, self.table.select_nothing)

    def close_panel(self) -> None:
        if self.panel.leave():
            self.panel.forget()
            self.beside.show_panel(None)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def new_event(self) -> None:
        """Open an empty form beside the list."""
        if not self.panel.leave():
            return
        self.table.select_nothing()
        self.beside.show_panel(self.panel)
        self.panel.start_new()

    def _show_made(self, event_id: int) -> None:
        self.table.select_id(event_id)
        self.open_event(event_id)

    def delete(self, event: EventDetails) -> None:
        """Delete an event as one step; hours given there stay."""
        event_id = event.id
        if event_id is None:
            return
        self.panel.forget()
        self.beside.show_panel(None)
        words = _("Deleted “{title}”").format(title=event.title)
        self.ctx.write(words, lambda db: delete_event(db, event_id), toast=words)

    def open(self, what: dict[str, Any]) -> None:
        if what.get("new"):
            self.new_event()
        elif "id" in what:
            self.table.select_id(what["id"])
            self.open_event(what["id"], came=bool(what.get("attendance")))
