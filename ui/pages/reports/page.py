# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The place for reports: choose one, look at it, print it or take it into a file."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from coordinator.i18n import _
from coordinator.reports import ReadyReport, list_reports, run_report
from coordinator.settings import load_settings
from coordinator.terms import Period
from ui import theme
from ui.dialogs.save_file import SaveDialog
from ui.forms.fields import Choice
from ui.page import Page
from ui.pages.reports.detail import Detail
from ui.pages.reports.gallery import Gallery
from ui.printing import PrinterDialog, print_pdf
from ui.widgets.buttons import Button
from ui.widgets.page_parts import PageHeader

if TYPE_CHECKING:
    from pathlib import Path

    from coordinator.exporting.report import Report
    from coordinator.store import Db, Store
    from ui.printing import Progress

_KINDS = {".xlsx": "Excel", ".csv": "CSV", ".pdf": "PDF"}


class ReportsPage(Page):
    """Cards first; then one report with its school year. Esc or the link goes back."""

    uses = {
        "service", "attendance", "person", "family", "member", "enrollment", "recognition",
        "setting", "event", "term", "award_level", "volunteer",
    }  # fmt: skip
    ground = "canvas"

    def build(self) -> None:
        self.ready: ReadyReport | None = None
        self.period: Period | None = None
        self.periods: list[Period] = []
        self.paper = "letter"
        self.report: Report | None = None
        self.pdf: bytes | None = None
        self._turn = 0  # counts what was asked for, so that a late answer is not shown
        self.reports = list_reports()
        self.gallery = Gallery(self.reports)
        self.gallery.chosen.connect(self.show_report)
        self.detail = Detail()
        self.stack = QStackedWidget()
        self.stack.setMinimumSize(1, 1)
        self.stack.addWidget(self.gallery)
        self.stack.addWidget(self.detail)
        head = PageHeader(_("Reports"), _("Each one on the screen, on paper and for Excel"))
        self.list_area = self.header_area(head)
        self.detail_area = self._detail_head()
        for part in (self.list_area, self.detail_area):
            self.body.addWidget(part)
        self.body.addWidget(self.stack, 1)
        self.show_gallery()

    def _detail_head(self) -> QWidget:
        self.years = Choice()
        self.years.setAccessibleName(_("Counted over"))
        self.years.setMinimumContentsLength(18)
        self.years.activated.connect(self._choose_period)
        self.csv_button = Button(_("CSV"), "default", "export", lambda: self.save(".csv"))
        self.excel_button = Button(_("Excel"), "default", "export", lambda: self.save(".xlsx"))
        self.print_button = Button(_("Print"), "filled", "printer", self.print_, tip=_("Ctrl+P"))
        buttons: list[QWidget] = [self.csv_button, self.excel_button, self.print_button]
        self.header = PageHeader(" ", " ", buttons)
        self.back = Button(_("All reports"), "link", "arrow-left", self.show_gallery)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self.print_)
        row = QWidget()
        across = theme.across(row)
        across.addWidget(self.back)
        across.addStretch(1)
        across.addWidget(self.years)
        return self.header_area(row, self.header)

    def load(self, db: Db) -> None:
        from coordinator.home import year_now
        from coordinator.periods import list_periods

        self.period = self.period or year_now(db, date.today())
        self.periods = list_periods(db)
        if self.period not in self.periods:
            self.periods.append(self.period)
        self.years.clear()
        self.years.addItems([period.title for period in self.periods])
        self.years.setCurrentIndex(self.periods.index(self.period))
        self.paper = load_settings(db).paper
        if self.ready is not None:
            self._show(run_report(db, self.ready.name, self.period))

    def open(self, what: dict[str, Any]) -> None:
        """`name` opens a report; nothing shows all of them."""
        if what.get("name"):
            self.show_report(what["name"])

    def show_gallery(self) -> None:
        """All the reports, the one left last under the cursor."""
        last, self.ready, self.report = self.ready, None, None
        self._turn += 1
        self.stack.setCurrentIndex(0)
        self.detail_area.hide()
        self.list_area.show()
        for card in self.gallery.cards:
            if last is not None and card.ready.name == last.name:
                card.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_report(self, name: str) -> None:
        """One report, by its short name."""
        self.ready = next(one for one in self.reports if one.name == name)
        self.list_area.hide()
        self.detail_area.show()
        self.stack.setCurrentIndex(1)
        self.header.set_title(self.ready.title)
        self.header.set_line(self.ready.about)
        self.reload()
        table = self.detail.table
        if table is not None:
            table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_period(self, place: int) -> None:
        self.period = self.periods[place]
        self.reload()

    def _show(self, report: Report) -> None:
        """Show the values at once; the pages are drawn in the background."""
        from coordinator.documents.report import draw_report

        self.report, self.pdf = report, None
        self._turn += 1
        turn, paper = self._turn, self.paper
        self.detail.show_report(report)
        self.print_button.setEnabled(False)

        def show(pdf: bytes) -> None:
            if turn == self._turn:
                self.pdf = pdf
                self.detail.show_pdf(pdf)
                self.print_button.setEnabled(True)

        self.ctx.tasks.run(
            _("Drawing the report"), lambda _progress: draw_report(report, paper), done=show
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Not a shortcut: the first Esc belongs to the words that filter the table.
        if event.key() == Qt.Key.Key_Escape and self.ready is not None:
            self.show_gallery()
            return
        super().keyPressEvent(event)

    # Paper and files

    def print_(self) -> None:
        """What Ctrl+P does: exactly the pages that are shown."""
        if self.pdf is None or self.ready is None:
            return
        sizes = self.detail.view.sheet.true_points()
        printer = PrinterDialog.ask(self.ready.title, sizes, self.window())
        if printer is not None:
            self.ctx.tasks.run(
                _("Printing the report"),
                partial(_print, self.pdf, printer),
                done=lambda _pages: self.ctx.say(_("Printed.")),
            )

    def save(self, suffix: str) -> None:
        """Write the whole report into a file of the user's choice, in the background."""
        if self.ready is None or self.period is None:
            return
        name = f"{self.ready.title} {self.period.title}{suffix}"
        path = SaveDialog.ask(self.ready.title, name, _KINDS[suffix], self.window())
        if path is not None:
            work = partial(_write, self.ctx.store, self.ready.name, self.period, path)
            told = _("Saved {name}").format(name=path.name)
            self.ctx.tasks.run(
                _("Saving the report"), work, done=lambda _nothing: self.ctx.say(told)
            )


def _print(pdf: bytes, printer: Any, progress: Progress) -> int:
    return print_pdf(pdf, printer, progress)


def _write(store: Store, name: str, period: Period, path: Path, _progress: Progress) -> None:
    """Files of rows have every column, also those for which paper has no room."""
    from coordinator.exporting import write_report

    with store.read() as db:
        report = run_report(db, name, period, paper=path.suffix.lower() == ".pdf")
        paper = load_settings(db).paper
    write_report(report, path, paper)
