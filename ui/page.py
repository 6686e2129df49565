# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A place on the rail.

How to build a page::

    class ThingsPage(Page):
        uses = {"thing", "person"}          # reload when a commit touches one of these

        def build(self) -> None:            # widgets, once; texts through _()
            self.header = PageHeader(_("Things"), buttons=[Button(_("New thing"), "filled", "plus",
                                     clicked=self.new)])
            self.filters = FilterRow()
            self.table = TableView(columns(), _("Things"), key="things")
            self.filter_table(self.filters, self.table)     # typing, Esc, "Filters hide ..."
            self.body.addWidget(self.header_area(self.header, self.filters))
            self.body.addWidget(self.table, 1)
            # with a side panel: both into `main = QWidget(); theme.column(main)`, then
            # self.beside = Beside(main, [self.panel]); self.body.addWidget(self.beside, 1)
            # and self.beside.show_panel(self.panel if row else None) on table.current_changed

        def load(self, db: Db) -> None:     # fill widgets from plain values; never writes
            self.table.set_rows(things.list_things(db))

        def open(self, what: dict[str, Any]) -> None:   # ctx.go("things", id=5) comes here
            self.table.select_id(what["id"])

        def leave(self) -> bool:            # False keeps the user here, the form says why
            return self.form.leave()

`self.ctx.write(label, lambda db: things.save_thing(db, details))` writes one undoable step; a
`Problem` it raises is shown as a toast by the error hook, an `Invalid` beside its field by
`Form.leave`. Sizes: `theme.column/across` for layouts, `theme.wide` for fixed widths,
`theme.gap/px/high/row` elsewhere; colours `theme.color("accent")`. A page whose ground is white
sets `ground = "surface"`. The whole window is built anew when the language changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.context import Context
from ui.table import TableView
from ui.widgets.filter_row import FilterRow
from ui.widgets.layout import Ground

if TYPE_CHECKING:
    from coordinator.store import Db  # heavy: not before the first paint


class Page(QWidget):
    """Loads when first shown, and again when a commit touches what it `uses`."""

    uses: ClassVar[set[str]] = set()
    ground: ClassVar[str] = "surface"  # "canvas" for pages of cards

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.stale = True
        self.body = theme.column(self)
        self.build()
        ctx.changed.connect(self._hear)

    def build(self) -> None:
        """Make the widgets and put them into `self.body`."""
        raise NotImplementedError

    def load(self, db: Db) -> None:
        """Fill the widgets from the store."""
        raise NotImplementedError

    def open(self, what: dict[str, Any]) -> None:
        """Show what another page asked for with `ctx.go`; the page is loaded and visible."""

    def leave(self) -> bool:
        """Write what is not yet written; False where it cannot be, and the form says why."""
        return True

    def reload(self) -> None:
        """Load now."""
        self.stale = False
        with self.ctx.read() as db:
            self.load(db)

    def let_go(self) -> None:
        """Hear no more; before the page is thrown away."""
        self.ctx.changed.disconnect(self._hear)

    def _hear(self, tables: set[str]) -> None:
        if self.uses & tables:
            self.stale = True
            if self.isVisible():
                self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        if self.stale:
            self.reload()
        super().showEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        Ground.paint_on(self, self.ground)

    def header_area(self, *parts: QWidget) -> QWidget:
        """The head of a full-width list: title row, filter row and so on over a line."""
        area = Ground("surface", "bottom")
        layout = theme.column(area, 12, (24, 16, 20, 12))
        for part in parts:
            layout.addWidget(part)
        return area

    def filter_table(self, filters: FilterRow, table: TableView[Any], what: str = "") -> None:
        """Join a filter row to a table: typing in either filters, and what is hidden is said."""

        def count() -> None:
            total = table.model_.total()
            filters.show_hidden(total - len(table.rows()), total, what)

        filters.typed.connect(table.set_words)
        table.typed.connect(filters.field.setText)
        table.shown_changed.connect(count)
        filters.field.returnPressed.connect(
            lambda: table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        )
