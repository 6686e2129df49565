# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""School years and semesters: a line each, with name and days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coordinator.errors import Invalid
from coordinator.i18n import _, format_date
from coordinator.school_years import delete_semester, list_terms, new_semester, next_year, save_term
from coordinator.terms import TermRow, current_year
from ui import theme
from ui.context import Context
from ui.forms import DateField, Form, LineField
from ui.pages.settings.section import Section
from ui.widgets import Button, FlowLayout, IconButton

if TYPE_CHECKING:
    from coordinator.store import Db


class DayField(DateField):
    """A date that says back what it understood only while that is written otherwise."""

    def echo(self) -> str:
        try:
            day = self.value()
        except Invalid:
            return ""
        return "" if day is None or self.line.text() == format_date(day) else super().echo()


class TermLine(QWidget):
    """One year or semester; it writes itself when it is left."""

    def __init__(self, ctx: Context, term: TermRow) -> None:
        super().__init__()
        self.ctx, self.term = ctx, term
        year = term.kind == "year"
        row = theme.across(self, 10, (0 if year else 22, 0, 0, 0))
        self.name = LineField(
            _("School year") if year else _("Semester"), required=_("It needs a name.")
        )
        self.starts = DayField(_("First day"), required=True)
        self.ends = DayField(_("Last day"), required=True)
        for field, share in ((self.name, 4), (self.starts, 5), (self.ends, 5)):
            row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
            told = f"{field.control.accessibleName()}: {term.name}"
            field.control.setAccessibleName(told)
        if not year:
            told = _("Take away {what}").format(what=term.name)
            cross = IconButton("x", told, self._delete)
            row.addWidget(cross, 0, Qt.AlignmentFlag.AlignBottom)
        fields = {"name": self.name, "starts": self.starts, "ends": self.ends}
        self.form: Form[TermRow] = Form(fields, self._save)
        self.form.load(term)

    def _save(self, term: TermRow) -> None:
        label = _("Days of {name}").format(name=term.name)
        self.ctx.write(label, lambda db: save_term(db, term))

    def _delete(self) -> None:
        self.form.clear()
        label = _("Take away {what}").format(what=self.term.name)
        self.ctx.write(label, lambda db: delete_semester(db, self.term.id), toast=label)

    def leave_quietly(self) -> None:
        """Write, or say beside the field why not."""
        try:
            details = self.form.value()
            if self.form.changed():
                self._save(details)
        except Invalid as invalid:
            field = self.form.fields.get(invalid.field, self.name)
            field.set_error(str(invalid))


class YearsSection(Section):
    """The lines, the newest year on top, and buttons that add one."""

    def __init__(self, ctx: Context) -> None:
        about = _("Hours and certificates are counted in a school year, reach in a semester.")
        super().__init__(ctx, _("School years"), about)

    def build(self) -> None:
        self.lines: list[TermLine] = []
        self._column = theme.column(space=10)
        self.fields.addLayout(self._column)
        deeds = QWidget()
        flow = FlowLayout(deeds, 8)
        self.add_button = Button(_("Add the next year"), icon="plus", clicked=self.add_year)
        self.semester_button = Button(_("Add a semester"), icon="plus", clicked=self.add_semester)
        flow.addWidget(self.add_button)
        flow.addWidget(self.semester_button)
        self.fields.addWidget(deeds)

    def load(self, db: Db) -> None:
        terms = list_terms(db)
        if [line.term for line in self.lines] == terms:
            return
        typed = {line.term.id: line for line in self.lines if line.form.changed()}
        for line in self.lines:
            self._column.removeWidget(line)
            if line.term.id not in typed:
                line.setParent(None)
                line.deleteLater()
        before, self.lines = self.lines, []
        for term in terms:
            line = typed.pop(term.id) if term.id in typed else TermLine(self.ctx, term)
            self.lines.append(line)
            self._column.addWidget(line)
        for line in before:  # what was typed into a line that is gone
            if line.term.id in typed:
                line.setParent(None)
                line.deleteLater()

    def leave(self) -> bool:
        return all(line.form.leave() for line in list(self.lines))

    def leave_quietly(self) -> None:
        for line in list(self.lines):
            line.leave_quietly()

    def add_year(self) -> None:
        """Add the year after the newest."""
        if not self.leave():
            return
        with self.ctx.read() as db:
            term = next_year(db, date.today())
        self._add(term)

    def add_semester(self) -> None:
        """Add a semester to the year of today."""
        if not self.leave():
            return
        with self.ctx.read() as db:
            year = current_year(db, date.today())
            term = new_semester(db, year or next_year(db, date.today()))
        self._add(term)

    def _add(self, term: TermRow) -> None:
        label = _("Add {name}").format(name=term.name)
        term_id = self.ctx.write(label, lambda db: save_term(db, replace(term, id=0)), toast=label)
        for line in self.lines:
            if line.term.id == term_id:
                line.name.setFocus(Qt.FocusReason.OtherFocusReason)
                line.name.line.selectAll()
