# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""One report: its table, and beside it the very pages that are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from coordinator.exporting.report import cell_text
from coordinator.i18n import _, format_number, ngettext
from ui import theme
from ui.pages.reports.table import Line, table_of
from ui.widgets.bars import TotalsBar
from ui.widgets.chips import Segment
from ui.widgets.filter_row import FilterRow
from ui.widgets.label import Label
from ui.widgets.layout import Ground
from ui.widgets.page_view import PageBar, PageView

if TYPE_CHECKING:
    from coordinator.exporting.report import Report
    from ui.table import TableView

_PAPER, _TABLE = 400, 480  # widths of paper and table at 100 %


class Detail(QWidget):
    """Table and paper side by side; where room is scarce one or the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: TableView[Line] | None = None
        self.filters = FilterRow()
        self.which = Segment([("table", _("Table")), ("paper", _("On paper"))], _("Table or paper"))
        self.which.chosen.connect(lambda _key: self._share())
        head = Ground("surface", "bottom")
        row = theme.across(head, 12, (24, 10, 20, 10))
        row.addWidget(self.filters, 1)
        row.addWidget(self.which)
        self.place = QStackedWidget()
        self.place.setMinimumSize(1, 1)
        self.empty = Label(_("There is nothing to report for these days."), wrap=True)
        self.empty.setContentsMargins(*(theme.gap(24),) * 4)
        self.totals = TotalsBar()
        self.totals.setMinimumWidth(1)
        self.left = QWidget()
        column = theme.column(self.left)
        column.addWidget(self.place, 1)
        column.addWidget(self.totals)
        self.paper = self._paper()
        sides = QWidget()
        across = theme.across(sides)
        across.addWidget(self.left, 1)
        across.addWidget(self.paper)
        layout = theme.column(self)
        layout.addWidget(head)
        layout.addWidget(sides, 1)
        self.place.addWidget(self.empty)
        self.filters.typed.connect(self._filter)

    def _paper(self) -> QWidget:
        paper = Ground("canvas", "left")
        layout = theme.column(paper, 8, (20, 10, 18, 12))
        self.bar = PageBar(_("Previous page"), _("Next page"))
        self.view = PageView(_("The report on paper"))
        self.waiting = Label(_("Drawing the pages…"), "small")
        self.bar.moved.connect(self.show_place)
        self.bar.fit_chosen.connect(self.view.set_fit)
        for part in (self.bar, self.waiting):
            layout.addWidget(part)
        layout.addWidget(self.view, 1)
        return paper

    def show_report(self, report: Report) -> None:
        """Another report, or the same over other days; its pages follow by `show_pdf`."""
        old, self.table = self.table, table_of(report)
        self.place.addWidget(self.table)
        if old is not None:
            self.place.removeWidget(old)
            old.deleteLater()
        self.filters.field.clear()
        self.filters.setVisible(bool(report.rows))
        self.table.typed.connect(self.filters.field.setText)
        self.table.shown_changed.connect(self._say_hidden)
        self.place.setCurrentWidget(self.table if self.table.rows() else self.empty)
        self._show_totals(report)
        self.view.show_pdf(None)
        self.bar.set_place(0, 0)
        self.waiting.show()
        self._share()

    def show_pdf(self, pdf: bytes) -> None:
        """The pages of the report shown."""
        self.waiting.hide()
        self.view.show_pdf(pdf)
        self.bar.set_place(0, self.view.pages())

    def show_place(self, place: int) -> None:
        """Turn to a page, counted from 0."""
        self.view.show_place(place)
        self.bar.set_place(place, self.view.pages())

    def _show_totals(self, report: Report) -> None:
        count = len(report.rows) + len(report.remainder)
        told = ngettext("line", "lines", count)
        figures = [(format_number(count), told)]
        for cell, column in zip(report.total or (), report.columns, strict=False):
            if column.total and column.paper:
                figures.append((cell_text(cell, column.kind), column.title))
        self.totals.set_figures(figures)
        self.totals.setVisible(count > 0)

    def _filter(self, words: str) -> None:
        if self.table is not None:
            self.table.set_words(words)

    def _say_hidden(self) -> None:
        if self.table is not None:
            total = self.table.model_.total()
            told = _("Filters hide {hidden} of {total} lines")
            self.filters.show_hidden(total - len(self.table.rows()), total, told)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Both where both have room, else the one chosen."""
        paper = theme.gap(_PAPER)
        both = self.width() >= paper + (theme.gap(_TABLE) + theme.px(_TABLE)) // 2
        self.which.setVisible(not both)
        shown = self.which.current()
        self.left.setVisible(both or shown == "table")
        self.paper.setVisible(both or shown == "paper")
        if both:
            self.paper.setFixedWidth(paper + (self.width() - paper) // 6)
        else:
            self.paper.setMinimumWidth(1)
            self.paper.setMaximumWidth(16_777_215)
