# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The second step: columns at the left, what will happen at the right, Import at the foot."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QStackedWidget, QWidget

from coordinator.i18n import _, format_number, ngettext
from ui import theme
from ui.pages.import_list.columns_card import ColumnsCard, columns_of
from ui.pages.import_list.happen_card import HappenCard, notes_of
from ui.pages.import_list.reading import Prepared
from ui.pages.import_list.rows_card import RowsCard, rows_of
from ui.pages.import_list.source_options import SourceOptions
from ui.widgets import Button, scrolling

SIDE = 376  # width of what will happen, in pixels at 100 %
NARROW_SIDE = 290  # where the columns need the room
LEAST_LEFT = 380  # with less room for the columns, the two stand one above the other
ROOMY = 520  # with less, the examples are left out


class CheckStep(QWidget):
    """Shows a Prepared; all that the user changes is told by the parts' own signals."""

    def __init__(self) -> None:
        super().__init__()
        self.prepared: Prepared | None = None
        self.options = SourceOptions()
        self.options.hide()
        self.columns = ColumnsCard()
        self.rows = RowsCard()
        self.happen = HappenCard()
        self.happen.see.connect(self.show_rows)
        self.rows.closed.connect(self.show_columns)
        self.cards = QStackedWidget()
        self.cards.addWidget(self.columns)
        self.cards.addWidget(self.rows)
        self._notes: list[QWidget] = []
        self._right = QWidget()
        self._right_column = theme.column(self._right, 12)
        self._right_column.addWidget(self.happen)
        self._right_column.addStretch(1)
        inside = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.addWidget(self.cards, 1)
        self._both.addWidget(self._right)
        outer = theme.column(self, 12)
        outer.addWidget(self.options)
        outer.addWidget(scrolling(inside), 1)
        outer.addLayout(self._foot())

    def _foot(self) -> QBoxLayout:
        row = theme.across(space=8)
        self.cancel = Button(_("Cancel"))
        self.accept_rejects = QCheckBox("")
        self.accept_rejects.toggled.connect(lambda _on: self._show_import())
        self.back = Button(_("Back"))
        self.import_button = Button("", "filled", "import")
        row.addWidget(self.cancel)
        row.addStretch(1)
        for part in (self.accept_rejects, self.back, self.import_button):
            row.addWidget(part)
        return row

    def show_prepared(self, prepared: Prepared) -> None:
        """The file as it was read and checked last."""
        self.prepared = prepared
        plan = prepared.plan
        sure = plan is None or plan.date_order_sure
        self.columns.show_columns(columns_of(prepared), prepared.kind, sure=sure)
        self.happen.show_plan(prepared)
        self.options.show_source(prepared)
        if plan is None:
            self.options.show()
        for note in self._notes:
            self._right_column.removeWidget(note)
            note.hide()
            note.deleteLater()
        self._notes = list(notes_of(prepared))
        for place, note in enumerate(self._notes):
            self._right_column.insertWidget(1 + place, note)
        rejected = plan.counts["rejected"] if plan else 0
        told = ngettext(
            "Leave out {count} row that cannot be read",
            "Leave out {count} rows that cannot be read",
            rejected,
        )
        self.accept_rejects.setText(told.format(count=format_number(rejected)))
        self.accept_rejects.setVisible(rejected > 0)
        which = self.rows.which
        if self.cards.currentWidget() is self.rows and which in self.happen.links:
            self.show_rows(which)
        else:
            self.show_columns()
        self._show_import()
        self._arrange()

    def show_rows(self, which: str) -> None:
        """The rows behind a figure, in the place of the columns."""
        if self.prepared is None or self.prepared.plan is None:
            return
        rows = rows_of(self.prepared.plan, which, self.prepared.choices.same)
        self.rows.show_rows(which, rows)
        self.cards.setCurrentWidget(self.rows)
        self.rows.back.setFocus()

    def show_columns(self) -> None:
        """Back to the columns."""
        self.cards.setCurrentWidget(self.columns)

    def take_focus(self) -> None:
        """To what comes next: Import, or what has to be settled before it."""
        parts = (
            self.import_button, self.accept_rejects, *self.columns.combos.values(), self.cancel,
        )  # fmt: skip
        wanted = next(part for part in parts if part.isEnabled() and part.isVisible())
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:
        """While reading, nothing can be imported."""
        if busy:
            self.import_button.setEnabled(False)
            self.import_button.setToolTip(_("Your list is being read."))
        else:
            self._show_import()

    def _show_import(self) -> None:
        plan = self.prepared.plan if self.prepared else None
        counts = plan.counts if plan else {"new": 0, "changed": 0, "rejected": 0}
        count = counts["new"] + counts["changed"]
        told = ngettext("Import {count} row", "Import {count} rows", count)
        self.import_button.setText(told.format(count=format_number(count)))
        self.import_button.updateGeometry()
        why = ""
        if not count:
            why = _("Nothing in this list is new.") if plan else _("Say which column is which.")
        elif counts["rejected"] and not self.accept_rejects.isChecked():
            why = _(
                "Some rows cannot be read: put them right in the file, or tick to leave them out."
            )
        self.import_button.setEnabled(not why)
        self.import_button.setToolTip(why)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Side by side where there is room, else one above the other."""
        gap = theme.gap(16)
        side = theme.gap(SIDE if self.width() >= theme.gap(SIDE + ROOMY) else NARROW_SIDE)
        rest = self.width() - side - gap
        above = rest < (theme.gap(LEAST_LEFT) + theme.px(LEAST_LEFT)) // 2
        way = QBoxLayout.Direction
        self._both.setDirection(way.BottomToTop if above else way.LeftToRight)
        self._both.setSpacing(gap)
        self._right.setMinimumWidth(0 if above else side)
        self._right.setMaximumWidth(16_777_215 if above else side)
        self.columns.area.setMinimumHeight(self.columns.rows_height() if above else 0)
        self.cards.setMinimumHeight(theme.gap(320) if above else 0)
        room = self.width() if above else rest
        self.columns.set_room(room >= (theme.gap(ROOMY) + theme.px(ROOMY)) // 2)
