# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What lies beside the list: the record chosen, or its form; leaving the form writes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from coordinator import families
from coordinator.errors import Problem
from coordinator.families import FamilyDetails, FamilyRow, PersonDetails, PersonRow
from coordinator.families.timeline import timeline
from coordinator.hours.ledger import ServiceFilters, minutes_by_person
from coordinator.i18n import _
from coordinator.settings import load_settings
from coordinator.store import Db
from coordinator.terms import TermRow, year_period
from ui import theme
from ui.context import Context
from ui.pages.families import words
from ui.pages.families.family_form import FamilyForm
from ui.pages.families.panel import FamilyPanel, FormPanel, ManyPanel, PersonPanel, RecordPanel
from ui.pages.families.person_form import PersonForm
from ui.widgets.beside import Beside
from ui.widgets.panel import SidePanel

Row = FamilyRow | PersonRow


@dataclass(frozen=True)
class Record:
    """Which family or person is beside the list."""

    kind: str  # "family" or "person"
    id: int


class Side(Beside):
    """The list with one panel for the rows chosen.

    `saved(Record)` after a form wrote, `looked_for(PersonRow)` when somebody typed is here
    already, `merging(rows)`, `closed()` by the cross.
    """

    saved = Signal(object)
    looked_for = Signal(object)
    merging = Signal(object)
    closed = Signal()

    def __init__(self, ctx: Context, left: QWidget) -> None:
        super().__init__(left, [])
        self._ctx = ctx
        self.year: TermRow | None = None
        self.record: Record | None = None
        self.form: FamilyForm | PersonForm | None = None
        self.draft: FormPanel | None = None  # a new family that was left for another look
        self._writing = False

    def _year_id(self) -> int | None:
        return self.year.id if self.year else None

    def put(self, panel: SidePanel | None) -> None:
        """Show this panel in the place of the one before."""
        for old in self.panels:
            if old is not self.draft:
                old.deleteLater()
            old.hide()
            layout = self.layout()
            assert layout is not None
            layout.removeWidget(old)
        self.panels = [panel] if panel is not None else []
        if panel is not None:
            layout = self.layout()
            assert layout is not None
            layout.addWidget(panel)
            panel.closed.connect(self.closed, Qt.ConnectionType.UniqueConnection)
        self.show_panel(panel)

    def show_rows(self, rows: list[Row]) -> None:
        """The record of one row, the deeds for several, or nothing."""
        self.form = None
        if len(rows) != 1:
            self.record = None
            self.put(self._many(rows) if rows else None)
        else:
            kind = "family" if isinstance(rows[0], FamilyRow) else "person"
            self.show_record(Record(kind, rows[0].id))

    def show_record(self, record: Record) -> None:
        """Show a family or a person; one that is gone leaves no panel."""
        old = self.panel()
        same = isinstance(old, RecordPanel) and self.record == record
        tab = old.tabs.currentIndex() if isinstance(old, RecordPanel) and same else 0
        self.form, self.record = None, record
        try:
            panel = self._family(record.id) if record.kind == "family" else self._person(record.id)
        except Problem:
            self.record = None
            self.put(None)
            return
        panel.tabs.setCurrentIndex(tab)
        self.put(panel)

    def refresh(self) -> None:
        """Show what the store says now; what is being typed stays."""
        if self._writing:
            return
        if self.form is None:
            if self.record is not None:
                self.show_record(self.record)
        elif self.record is not None:
            try:
                details: Any = self._details(self.record)
            except Problem:
                self.form, self.record = None, None
                self.put(None)
                return
            self.form.form.load(details, keep_typed=True)

    def _details(self, record: Record) -> FamilyDetails | PersonDetails:
        with self._ctx.read() as db:
            if record.kind == "family":
                return families.get_family(db, record.id, self._year_id())
            return families.get_person(db, record.id, self._year_id())

    def _family(self, family_id: int) -> FamilyPanel:
        period = year_period(self.year) if self.year else None
        with self._ctx.read() as db:
            details = families.get_family(db, family_id, self._year_id())
            ids = tuple(member.person.id or 0 for member in details.members)
            entries = timeline(db, ids)
            minutes = minutes_by_person(db, period, ServiceFilters(person_ids=ids))
            region = load_settings(db).phone_region
        title = _("Bring back") if details.archived else _("Put away")
        away = [(title, lambda: self.put_away([family_id], not details.archived))]
        return FamilyPanel(details, entries, minutes, region, self.edit, away)

    def _person(self, person_id: int) -> PersonPanel:
        with self._ctx.read() as db:
            details = families.get_person(db, person_id, self._year_id())
            row = families.people_by_id(db, self._year_id(), [person_id])[0]
            entries = timeline(db, [person_id])
            region = load_settings(db).phone_region
        more: list[tuple[str, Callable[[], object]]] = []
        if row.family_id is not None:
            home = row.family_id
            more.append((_("Open the family"), lambda: self._ctx.go("families", id=home)))
        title = _("Bring back") if details.archived else _("Put away")
        more.append((title, lambda: self._put_person_away(details)))
        return PersonPanel(details, row, entries, region, self.edit, more)

    def _many(self, rows: list[Row]) -> ManyPanel:
        ids = [row.id for row in rows]
        away = back = None
        if all(isinstance(row, FamilyRow) for row in rows):
            if any(not row.archived for row in rows):
                away = lambda: self.put_away(ids, archived=True)  # noqa: E731
            if any(row.archived for row in rows):
                back = lambda: self.put_away(ids, archived=False)  # noqa: E731
        return ManyPanel(rows, lambda: self.merging.emit(rows), away, back)  # type: ignore[arg-type]  # all of one kind

    # Deeds

    def put_away(self, ids: list[int], archived: bool) -> None:
        """Put families away, or bring them back; nothing of theirs is lost."""
        with self._ctx.read() as db:
            names = ", ".join(families.get_family(db, one, None).name for one in ids[:3])
        names += ", …" if len(ids) > 3 else ""
        label = (_("Put away {names}") if archived else _("Bring back {names}")).format(names=names)
        self._ctx.write(
            label, lambda db: families.archive_families(db, ids, archived=archived), toast=label
        )

    def _put_person_away(self, details: PersonDetails) -> None:
        changed = replace(details, archived=not details.archived)
        label = _("Put away {names}") if changed.archived else _("Bring back {names}")
        label = label.format(names=details.name)

        def deed(db: Db) -> int:
            return families.save_person(db, changed, self._year_id())

        self._ctx.write(label, deed, toast=label)

    def edit(self) -> None:
        """Turn the panel into the form of its record."""
        if self.record is None or self.form is not None:
            return
        details = self._details(self.record)
        if isinstance(details, FamilyDetails):
            family_form = FamilyForm(self._ctx, self._year_id())
            self._open_form(words.family_title(details.name), family_form)
            family_form.start(details)
        else:
            with self._ctx.read() as db:
                row = families.people_by_id(db, self._year_id(), [self.record.id])[0]
            person_form = PersonForm(self._ctx, self._year_id(), "student" in row.roles)
            self._open_form(details.name, person_form)
            person_form.start(details)

    def new_family(self) -> None:
        """An empty form, or the one that was left unfinished."""
        self.record = None
        if self.draft is not None:
            draft, self.draft = self.draft, None
            self.form = draft.findChild(FamilyForm)
            self.put(draft)
            assert self.form is not None
            self.form.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        form = FamilyForm(self._ctx, self._year_id())
        self._open_form(_("New family"), form)
        form.start(FamilyDetails())

    def _open_form(self, title: str, form: FamilyForm | PersonForm) -> None:
        self.form = form
        panel = FormPanel(title, form, self.done, self.back)
        form.saved.connect(self._was_saved)
        if isinstance(form, FamilyForm):
            form.opened.connect(self._look_for)
        self.put(panel)

    def _look_for(self, person: PersonRow) -> None:
        """Look at somebody who is here already; a new family half typed is kept for later."""
        panel = self.panel()
        if self.record is None and isinstance(panel, FormPanel):
            self.draft = panel
            self.form = None
            self._ctx.say(_("Your new family is kept: New family goes on with it."))
        elif not self.leave():
            return
        self.looked_for.emit(person)

    def _was_saved(self, record_id: int) -> None:
        of_family = isinstance(self.form, FamilyForm)
        self.record = Record("family" if of_family else "person", record_id)

    def leave(self) -> bool:
        """Write what is being typed; False where it was refused."""
        if self.form is None:
            return True
        self._writing = True
        try:
            written = self.form.changed_and_left()
        finally:
            self._writing = False
        panel, focused = self.panel(), QApplication.focusWidget()
        if written is None:
            if panel is not None and focused is not None and panel.isAncestorOf(focused):
                panel.area.ensureWidgetVisible(focused, 0, theme.gap(80))
            return False
        self.form = None
        if written and self.record is not None:
            self.saved.emit(self.record)
        return True

    def done(self) -> None:
        """End typing: written, and the record is shown."""
        if self.leave():
            self._after_form()

    def back(self) -> None:
        """Esc: the typing is taken back; with none, the form closes."""
        if self.form is None or self.form.revert():
            return
        self.form = None
        self._after_form()

    def _after_form(self) -> None:
        if self.record is not None:
            self.show_record(self.record)
        else:
            self.put(None)
        self.left.setFocus()

    def finish(self) -> bool:
        """Leave for another page; an unfinished new family is shown first."""
        if not self.leave():
            return False
        if self.draft is not None:
            self.new_family()
            self._ctx.say(_("A new family is not finished: finish it, or press Esc twice."))
            return False
        return True
