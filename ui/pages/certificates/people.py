# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The people who get a certificate, each with a tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QMenu, QWidget

from coordinator.i18n import _, format_hours, format_number, language_name, ngettext
from coordinator.text import fold
from ui import theme
from ui.pages.certificates.batch import key_of
from ui.pages.certificates.names import NAME, PeopleTable
from ui.table import Column, SignMark, TickMark
from ui.widgets.buttons import Button
from ui.widgets.label import Label
from ui.widgets.layout import Ground
from ui.widgets.marks import Sign

if TYPE_CHECKING:
    from coordinator.recognition import EarnedRow
    from ui.pages.certificates.batch import Batch, Key


class PeopleList(QWidget):
    """The list, its head with "34 of 34 ticked", and the line that says what to look at.

    `looked_at(EarnedRow or None)`, `ticks_changed()`, `asked_again(EarnedRow)` when somebody is
    ticked who has one for the same already, `show_troubles()`.
    """

    looked_at = Signal(object)
    ticks_changed = Signal()
    asked_again = Signal(object)
    show_troubles = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.batch: Batch | None = None
        self.by_teacher = False
        self._off: set[Key] = set()  # unticked by hand
        self._again: set[Key] = set()  # ticked although they have one: the user was asked
        self.all = QCheckBox()
        self.all.clicked.connect(self._tick_all)
        self.order = Button(_("Order"), "quiet", "filter")
        self.order.setMenu(self._order_menu())
        self.head = Ground("surface", "bottom")
        row = theme.across(self.head, 8, (24, 5, 10, 5))
        row.addWidget(self.all)
        row.addStretch(1)
        row.addWidget(self.order)
        self.table = PeopleTable(self._columns(), _("People who get a certificate"))
        self.table.current_changed.connect(self.looked_at)
        self.table.ticked.connect(self.toggle)
        self.warning = Label("", "small", wrap=True)
        self.show_button = Button(_("Show"), "link", clicked=self.show_troubles.emit)
        self.foot = Ground("surface", "top")
        line = theme.across(self.foot, 10, (24, 7, 14, 7))
        line.addWidget(Sign("alert", "warn", 16))
        line.addWidget(self.warning, 1)
        line.addWidget(self.show_button)
        layout = theme.column(self)
        layout.addWidget(self.head)
        layout.addWidget(self.table, 1)
        layout.addStretch(0)
        layout.addWidget(self.foot)

    def _order_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(_("By name"), lambda: self._put_in_order(by_teacher=False))
        told = _("By homeroom teacher, then name")
        menu.addAction(told, lambda: self._put_in_order(by_teacher=True))
        return menu

    def _columns(self) -> list[Column[EarnedRow]]:
        def tick(row: EarnedRow) -> TickMark:
            on = self.is_ticked(row)
            return TickMark(on, _("ticked") if on else _("not ticked"))

        def hours(minutes: int) -> str:
            return _("{hours} h").format(hours=format_hours(minutes)) if minutes else ""

        return [
            Column("", lambda row: not self.is_ticked(row), text=lambda _on: "", mark=tick),
            Column(
                _("Name"),
                lambda row: (row.sorts_as, row.name),
                text=lambda names: str(names[1]),
                sort=lambda names: fold(names[0]),
                stretch=True,
                second=self._second,
                mark=self._sign,
            ),
            Column(_("Hours"), lambda row: row.minutes, text=hours, right=True),
        ]

    def _second(self, row: EarnedRow) -> str:
        if row.already is not None:
            told = _("Has number {number} for this").format(number=row.already)
        elif self.batch is not None and self.batch.stopped(row):
            told = _("Cannot be printed yet")
        else:
            told = language_name(row.language)
        teacher = row.homeroom if self.by_teacher else ""
        return " · ".join(part for part in (teacher, told) if part)

    def _sign(self, row: EarnedRow) -> SignMark | None:
        trouble = self.batch.troubles.get(key_of(row)) if self.batch is not None else None
        if trouble is None:
            return None
        tone = "bad" if trouble.stops else "warn"
        return SignMark("alert" if trouble.stops else "info", tone, trouble.sentence)

    # Rows and ticks

    def show_batch(self, batch: Batch) -> None:
        """Other people; ticks stay with those who are still there."""
        self.batch = batch
        self._off &= {key_of(row) for row in batch.rows}
        self._again &= {key_of(row) for row in batch.rows}
        for part in (self.head, self.table):
            part.setVisible(bool(batch.rows))
        self._fill()

    def forget_ticks(self) -> None:
        """All as the rule says: for another rule, and after printing."""
        self._off, self._again = set(), set()

    def _fill(self) -> None:
        assert self.batch is not None
        rows = list(self.batch.rows)
        if self.by_teacher:
            rows.sort(key=lambda row: (not row.homeroom, row.homeroom))
        self.table.set_rows(rows)
        if rows and self.table.current_row() is None:
            self.table.select_id(key_of(self.table.rows()[0]))
        self._show_ticks()

    def _put_in_order(self, *, by_teacher: bool) -> None:
        self.by_teacher = by_teacher
        self.table.model_.sorted_by = -1 if by_teacher else NAME
        self.table.model_.descending = False
        self._fill()

    def is_ticked(self, row: EarnedRow) -> bool:
        """Whether a row is to be printed; nobody is recognised twice unasked."""
        key = key_of(row)
        if self.batch is None or self.batch.stopped(row) or key in self._off:
            return False
        return row.already is None or key in self._again

    def ticked(self) -> list[EarnedRow]:
        """The rows to be printed, in the order shown."""
        return [row for row in self.table.rows() if self.is_ticked(row)]

    def left_out(self) -> int:
        """How many are not ticked because they cannot be printed yet."""
        return sum(map(self.batch.stopped, self.batch.rows)) if self.batch is not None else 0

    def toggle(self, row: EarnedRow) -> None:
        """Tick or untick a row; one that cannot be printed says why instead."""
        key = key_of(row)
        if self.batch is not None and self.batch.stopped(row):
            self.show_troubles.emit()
        elif self.is_ticked(row):
            self._off.add(key)
        elif row.already is not None and key not in self._again:
            self.asked_again.emit(row)
        else:
            self._off.discard(key)
        self._show_ticks()

    def tick_again(self, row: EarnedRow) -> None:
        """Tick somebody who has one for the same already: the user was asked."""
        self._again.add(key_of(row))
        self._off.discard(key_of(row))
        self._show_ticks()

    def is_again(self) -> bool:
        """Whether somebody ticked has one for the same already."""
        return any(row.already is not None for row in self.ticked())

    def _tick_all(self) -> None:
        rows = self.table.rows()
        free = [row for row in rows if row.already is None or key_of(row) in self._again]
        every = all(self.is_ticked(row) or self.batch.stopped(row) for row in free)  # type: ignore[union-attr]  # rows come from a batch
        self._off = {key_of(row) for row in free} if every else set()
        self._show_ticks()

    def _show_ticks(self) -> None:
        rows = self.table.rows()
        count = len(self.ticked())
        told = _("{count} of {total} ticked")
        words = told.format(count=format_number(count), total=format_number(len(rows)))
        self.all.setText(words)
        partly = Qt.CheckState.PartiallyChecked if count else Qt.CheckState.Unchecked
        self.all.setCheckState(Qt.CheckState.Checked if count and count == len(rows) else partly)
        self._show_warning()
        self.table.viewport().update()
        self.ticks_changed.emit()

    def _show_warning(self) -> None:
        self.warning.setText(self._warning())
        self.foot.setVisible(bool(self.warning.text()))

    def _warning(self) -> str:
        if self.batch is None:
            return ""
        if self.batch.common:
            return _("Nothing can be printed yet")
        stopped = self.left_out()
        other = len(self.batch.troubles) - stopped
        parts = []
        if stopped:
            told = ngettext(
                "{count} cannot be printed yet", "{count} cannot be printed yet", stopped
            )
            parts.append(told.format(count=format_number(stopped)))
        if other:
            kinds = {one.kind for one in self.batch.troubles.values() if not one.stops}
            told = (
                ngettext("{count} name takes two lines", "{count} names take two lines", other)
                if kinds == {"two_lines"}
                else ngettext("{count} to look at", "{count} to look at", other)
            )
            parts.append(told.format(count=format_number(other)))
        return " · ".join(parts)
