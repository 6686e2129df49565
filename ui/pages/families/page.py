# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The place "Families": the list, its filters, and the record beside it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget

from coordinator import families, terms
from coordinator.families import FamilyRow
from coordinator.home import reach_period
from coordinator.i18n import _
from coordinator.store import Db
from ui.dialogs.merge import MergeDialog
from ui.page import Page
from ui.pages.families.duplicates import DuplicatesDialog
from ui.pages.families.filters import Wanted
from ui.pages.families.listing import FAMILIES, PEOPLE, Listing
from ui.pages.families.new_year import NewYearDialog
from ui.pages.families.side import Record, Row, Side
from ui.pages.import_list import ImportListPage
from ui.pages.import_list.page import dropped_paths
from ui.widgets import Button, EmptyPlace


class FamiliesPage(Page):
    """Families or people, one record beside them."""

    uses = {
        "family", "family_tag", "person", "phone", "email", "member", "enrollment", "term",
        "attendance", "event", "service", "setting",
    }  # fmt: skip

    def build(self) -> None:
        self.importing: ImportListPage | None = None
        self.import_button = Button(_("Import"), "default", "import", self._import)
        self.new_button = Button(
            _("New family"), "filled", "plus", self.new, tip=_("New family (Ctrl+N)")
        )
        self.list = Listing([self.import_button, self.new_button], self.menu)
        self.list.selected.connect(self._chosen)
        self.list.filtered.connect(self._filtered)
        self.list.switched.connect(self._switch)
        self.side = Side(self.ctx, self.list)
        self.list.opened.connect(self.side.edit)
        self.side.tightened.connect(self.list.tighten)
        self.side.saved.connect(self._was_saved)
        self.side.looked_for.connect(lambda person: self._show(Record("person", person.id)))
        self.side.merging.connect(self._merge)
        self.side.closed.connect(self._close)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.side)
        self.pages.addWidget(self._empty())
        self.body.addWidget(self.pages, 1)
        shortcut = QShortcut(QKeySequence("Ctrl+N"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.new)
        self.setAcceptDrops(True)

    def _empty(self) -> EmptyPlace:
        return EmptyPlace(
            "families",
            _("No families yet"),
            _("Type in your first family, or bring in the list that the school office has."),
            Button(_("New family"), "filled", "plus", self.new),
            Button(_("Bring in my list"), "link", clicked=self._import),
        )

    def load(self, db: Db) -> None:
        year = terms.current_year(db)
        year_id = year.id if year else None
        self.side.year = year
        rows = families.list_families(db, year_id, archived=True)
        people = families.list_people(db, year_id, archived=True)
        self.list.set_rows(rows, people, year, reach_period(db, date.today()).starts)
        if self.importing is None or self.pages.currentWidget() is not self.importing:
            empty = self.list.is_empty() and self.side.form is None
            self.pages.setCurrentIndex(1 if empty else 0)
        self.side.refresh()

    # Choosing

    def _chosen(self) -> None:
        rows = self.list.table().selected_rows()
        if self.side.leave():
            self.side.show_rows(rows)
        else:
            self.list.select(self.side.record.id if self.side.record else None)

    def _filtered(self) -> None:
        if self.side.leave():
            self.list.fill()
            self._chosen()

    def _switch(self, kind: str) -> None:
        if self.side.leave():
            self.list.show_kind(kind)
            self._chosen()
        else:
            self.list.segment.set_current(FAMILIES if kind == PEOPLE else PEOPLE)

    def _show(self, record: Record) -> None:
        """Go to a record, whatever hides it."""
        kind = PEOPLE if record.kind == "person" else FAMILIES
        if self.list.segment.current() != kind:
            self.list.show_kind(kind)
        if not self.list.select(record.id):
            self.list.clear_filters()
            self.list.select(record.id)
        self.side.show_record(record)

    def _was_saved(self, record: Record) -> None:
        kind = PEOPLE if record.kind == "person" else FAMILIES
        table = self.list.table()
        if self.list.segment.current() == kind and not table.selected_rows():
            self._show(record)

    def _close(self) -> None:
        if self.side.leave():
            self.list.select(None)
            self.side.show_rows([])
            self.list.table().setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self, what: dict[str, Any]) -> None:
        """`id` shows a family, `person` a person; `new` an empty form.

        `unseen` lists the families not reached this semester, `duplicates` the possible ones;
        `bring` opens the import, at once with `paths`.
        """
        if not self.side.leave():
            return
        if what.get("bring"):
            self.bring_in(what.get("paths", ()))
            return
        self.pages.setCurrentIndex(0)
        if what.get("new"):
            self.new()
        elif "person" in what:
            self._show(Record("person", what["person"]))
        elif "id" in what:
            self._show(Record("family", what["id"]))
        elif what.get("unseen"):
            self.list.show_kind(FAMILIES)
            self.list.chips.set_wanted(Wanted(unseen=True))
        elif what.get("duplicates"):
            self.show_duplicates()

    def leave(self) -> bool:
        return self.side.finish()

    def let_go(self) -> None:
        super().let_go()
        if self.importing is not None:
            self.importing.let_go()

    # Deeds

    def new(self) -> None:
        """An empty form for a family."""
        if not self.side.leave():
            return
        self.list.show_kind(FAMILIES)
        self.list.select(None)
        self.pages.setCurrentIndex(0)
        self.side.new_family()

    def _import(self) -> None:
        paths = ImportListPage.ask(self)
        if paths and self.side.leave():
            self.bring_in(paths)

    def bring_in(self, paths: Sequence[Path]) -> None:
        """The import screen, in the place of the list; without files one is to be chosen."""
        if self.importing is None:
            self.importing = ImportListPage(self.ctx)
            self.importing.left.connect(lambda: self.pages.setCurrentWidget(self.side))
            self.importing.left.connect(self.reload)
            self.pages.addWidget(self.importing)
        self.pages.setCurrentWidget(self.importing)
        self.importing.open({"paths": paths})

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        if self.side.leave():
            self.bring_in(dropped_paths(event))

    def menu(self) -> QMenu:
        """What is done seldom."""
        menu = QMenu(self)
        if not self.import_button.isVisibleTo(self.list):
            menu.addAction(_("Import…"), self._import)
        menu.addAction(_("Possible duplicates…"), self.show_duplicates)
        menu.addAction(_("New school year…"), self.new_year)
        return menu

    def _merge(self, rows: Sequence[Row]) -> None:
        kind = "family" if isinstance(rows[0], FamilyRow) else "person"
        first, second = rows
        kept = MergeDialog.ask(self.ctx, kind, first.id, second.id, self)
        if kept is not None:
            self._show(Record(kind, kept))

    def show_duplicates(self) -> None:
        """People who may be here twice."""
        if self.side.leave():
            DuplicatesDialog.ask(self.ctx, self)

    def new_year(self) -> None:
        """Everybody one grade up."""
        if self.side.leave():
            NewYearDialog.ask(self.ctx, self)
