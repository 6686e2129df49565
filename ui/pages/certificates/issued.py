# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The certificates that were issued: their numbers, printing again, voiding."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from coordinator.errors import Invalid
from coordinator.i18n import _, format_date, format_hours, format_number, language_name, ngettext
from coordinator.periods import years_of
from coordinator.recognition import RecognitionRow, mark_printed, rule_title, void
from coordinator.terms import Period
from ui import theme
from ui.forms import LineField
from ui.pages.certificates.batch import draw_again
from ui.table import Column, PillMark, QuietMark, TableView
from ui.widgets.buttons import Button
from ui.widgets.chips import Chip
from ui.widgets.filter_row import FilterRow
from ui.widgets.label import Label
from ui.widgets.layout import Ground, Line, scrolling
from ui.widgets.page_view import PageView

if TYPE_CHECKING:
    from coordinator.settings import Settings
    from ui.context import Context

_ROOMY = 900  # a view narrower than this, in pixels at 100 %, has a narrower panel
_WIDE = 740  # a table narrower than this leaves out columns


def printed_day(row: RecognitionRow) -> date | None:
    """The day of the school's clock on which a certificate was printed."""
    if row.printed is None:
        return None
    return row.printed.replace(tzinfo=UTC).astimezone().date()


def state_title(row: RecognitionRow) -> str:
    """How a certificate stands, in one or two words."""
    if row.voided is not None:
        return _("Voided")
    return _("Printed") if row.printed is not None else _("Not printed")


def what_for(row: RecognitionRow) -> str:
    """What a certificate was given for, on one line."""
    span = years_of(Period(row.starts, row.ends, ""))
    if row.starts == row.ends:
        span = format_date(row.starts)
    return f"{row.reason or rule_title(row.rule)} · {span}"


def issued_columns() -> list[Column[RecognitionRow]]:
    def state(row: RecognitionRow) -> Any:
        if row.voided is not None:
            return PillMark("mute", "x")
        return QuietMark() if row.printed is not None else PillMark("warn", "clock")

    def day(value: date | None) -> str:
        return format_date(value) if value is not None else ""

    def hours(minutes: int) -> str:
        return format_hours(minutes, 2) if minutes else ""

    return [
        Column(_("Number"), lambda row: row.number, key="number"),
        Column(_("Name"), lambda row: row.name, key="name", bold=True, stretch=True),
        Column(_("For"), what_for, key="for", width=150),
        Column(_("Hours"), lambda row: row.minutes, text=hours, key="hours", right=True),
        Column(_("Issued"), lambda row: row.issued, text=day, key="issued", hidden=True),
        Column(_("Printed or saved"), printed_day, text=day, key="printed"),
        Column(_("State"), state_title, key="state", mark=state),
    ]


class IssuedView(QWidget):
    """A table of issued certificates, and beside it the page of the one marked.

    `selected()` are those to print again; `selection_changed()` when they are others.
    """

    selection_changed = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._settings: Settings | None = None
        self._rows: list[RecognitionRow] = []
        self._kept: tuple[str, ...] = ()
        self.unprinted = Chip(_("Not printed"), toggled=lambda _on: self._fill())
        self.filters = FilterRow([self.unprinted])
        self.table: TableView[RecognitionRow] = TableView(
            issued_columns(), _("Issued certificates"), key="issued", sort=0, descending=True
        )
        self.table.strong_selection = True
        self.table.current_changed.connect(self._show)
        self.table.selection_changed.connect(self._select)
        self.filters.typed.connect(self.table.set_words)
        self.filters.cleared.connect(lambda: self.unprinted.setChecked(False))
        self.table.typed.connect(self.filters.field.setText)
        self.table.shown_changed.connect(self._say_hidden)
        self.nobody = Label(
            _("No certificate has been issued yet. Each one gets its number when it is printed."),
            wrap=True,
        )
        self.nobody.setContentsMargins(*(theme.gap(24),) * 4)
        self.nobody.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lay_out()

    def _lay_out(self) -> None:
        head = Ground("surface", "bottom")
        row = theme.across(head, 8, (24, 10, 20, 10))
        row.addWidget(self.filters)
        left = QWidget()
        column = theme.column(left)
        column.addWidget(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.nobody, 1)
        layout = theme.across(self)
        layout.addWidget(left, 1)
        layout.addWidget(self._panel())

    def _panel(self) -> QWidget:
        self.panel = Ground("canvas", "left")
        theme.wide(self.panel, 380)
        inside = QWidget()
        column = theme.column(inside, 10, (20, 14, 18, 14))
        self.title = Label("", "title", wrap=True)
        self.line = Label("", "small", wrap=True)
        self.view = PageView(_("Certificate"))
        self.view.setFixedHeight(theme.gap(270))
        theme.signals.changed.connect(self._fit_view)
        self.again = Label(
            _("Printing it again keeps its number and the figures of that day."), "small", wrap=True
        )
        told = _("Forget that it was printed")
        self.forget = Button(told, "default", "undo", clicked=self._forget)
        self.void_button = Button(_("Void…"), "default", "x", clicked=self._ask_reason)
        self.reason = LineField(
            _("Why it is voided"),
            _("Its number stays taken, and the thanks are due again."),
            example=_("Name misspelt"),
        )
        self.reason.line.returnPressed.connect(self._void)
        self.void_now = Button(_("Void it"), "tonal", clicked=self._void)
        for part in (self.title, self.line, self.view, self.again):
            column.addWidget(part)
        column.addWidget(Line("line"))
        left = Qt.AlignmentFlag.AlignLeft
        column.addWidget(self.forget, 0, left)
        column.addWidget(self.void_button, 0, left)
        column.addWidget(self.reason)
        column.addWidget(self.void_now, 0, left)
        column.addStretch(1)
        theme.column(self.panel, 0, (1, 0, 0, 0)).addWidget(scrolling(inside))
        return self.panel

    def _fit_view(self) -> None:
        self.view.setFixedHeight(theme.gap(270))

    # Rows

    def load(self, rows: Sequence[RecognitionRow], settings: Settings) -> None:
        """Show these, the newest first."""
        self._rows, self._settings = list(rows), settings
        self._fill()

    def _fill(self) -> None:
        only = self.unprinted.isChecked()
        shown = [row for row in self._rows if not only or is_waiting(row)]
        self.table.set_rows(shown)
        if shown and self.table.current_row() is None:
            self.table.selectRow(0)
        for part in (self.table, self.filters, self.panel):
            part.setVisible(bool(self._rows))
        self.nobody.setVisible(not self._rows)
        self._show(self.table.current_row())

    def show_unprinted(self) -> None:
        """Only those that still wait for paper, all of them selected."""
        self.unprinted.setChecked(True)
        self.table.selectAll()

    def selected(self) -> list[RecognitionRow]:
        """Those to be printed again, in the order shown; voided ones are left out."""
        return [row for row in self.table.selected_rows() if row.voided is None]

    def _select(self) -> None:
        self._show(self.table.current_row())
        self.selection_changed.emit()

    def _say_hidden(self) -> None:
        total = len(self._rows)
        told = _("Filters hide {hidden} of {total} certificates")
        self.filters.show_hidden(total - len(self.table.rows()), total, told)

    def _show(self, row: RecognitionRow | None) -> None:
        self._ask(on=False)
        several = len(self.table.selected_rows())
        if row is None or self._settings is None:
            self.view.show_pdf(None)
            return
        told = ngettext("{count} selected", "{count} selected", several)
        self.title.setText(row.name if several < 2 else told.format(count=format_number(several)))
        self.line.setText(self._facts(row) if several < 2 else "")
        self.line.setVisible(several < 2)
        self.view.show_pdf(draw_again(row, self._settings, self._settings.paper))
        self.view.set_name(_("Certificate of {name}").format(name=row.name))
        chosen = self.selected()
        self.forget.setVisible(any(one.printed is not None for one in chosen))
        self.void_button.setVisible(several < 2 and row.voided is None)
        self.again.setVisible(bool(chosen))

    def _facts(self, row: RecognitionRow) -> str:
        facts = [
            _("Number {number}, issued {day}").format(
                number=row.number, day=format_date(row.issued)
            ),
            what_for(row),
            language_name(row.language),
        ]
        if row.voided is not None:
            facts.append(_("Voided: {reason}").format(reason=row.void_reason))
        return "\n".join(facts)

    # Deeds

    def _forget(self) -> None:
        ids = [row.id for row in self.selected() if row.printed is not None]
        told = ngettext(
            "Forget that {count} certificate was printed",
            "Forget that {count} certificates were printed",
            len(ids),
        ).format(count=format_number(len(ids)))
        self._ctx.write(told, partial(_forget_printed, ids), toast=told)

    def _ask_reason(self) -> None:
        self._ask(on=True)
        self.reason.set_value("")
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask(self, *, on: bool) -> None:
        self.reason.setVisible(on)
        self.void_now.setVisible(on)

    def _void(self) -> None:
        row = self.table.current_row()
        if row is None:
            return
        told = _("Void certificate {number}").format(number=row.number)
        reason = str(self.reason.value())
        try:
            self._ctx.write(told, lambda db: void(db, row.id, reason), toast=told)
        except Invalid as invalid:
            self.reason.set_error(str(invalid))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.gap(_ROOMY)
        self.panel.setFixedWidth(theme.gap(300 if narrow else 380))
        room = self.width() - self.panel.maximumWidth()
        kept = ("number", "name", "state") if room < theme.px(_WIDE) else ()
        if kept != self._kept:
            self._kept = kept
            self._keep_columns()

    def _keep_columns(self) -> None:
        if not self._kept:
            self.table.widths.reset(saved=True)
            return
        head = self.table.horizontalHeader()
        # Signals off: a column hidden for want of room is not the user's choice to be remembered.
        blocked = head.blockSignals(True)  # noqa: FBT003 - Qt has no name for it
        for place, column in enumerate(self.table.model_.columns):
            head.setSectionHidden(place, column.key not in self._kept)
        head.blockSignals(blocked)
        self.table.widths.stretch()


def is_waiting(row: RecognitionRow) -> bool:
    """Whether a certificate was issued and is still to be printed."""
    return row.printed is None and row.voided is None


def _forget_printed(ids: Sequence[int], db: Any) -> int:
    never: datetime | None = None
    return mark_printed(db, ids, never)
