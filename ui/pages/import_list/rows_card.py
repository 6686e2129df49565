# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The rows behind a figure: new, changed, unchanged, doubtful, rejected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from coordinator.i18n import _
from coordinator.importing import Doubt, Plan
from ui import theme
from ui.table import Column, TableView, TickMark
from ui.widgets import Button, Card, Label


@dataclass(frozen=True)
class SeenRow:
    """One line of such a list; which of its texts are used depends on the list."""

    id: int
    row: int
    name: str
    field: str = ""
    old: str = ""
    new: str = ""
    reason: str = ""
    doubt: Doubt | None = None
    same: bool = False


def rows_of(plan: Plan, which: str, same: Mapping[str, int]) -> list[SeenRow]:
    """The rows of one list, in the order of the file; a changed one a line per value."""
    found: list[SeenRow] = []
    if which == "doubtful":
        for doubt in plan.doubts:
            found.append(
                SeenRow(
                    len(found), doubt.row, doubt.name, new=doubt.person_name, reason=doubt.reason,
                    doubt=doubt, same=same.get(doubt.key) == doubt.person_id,
                )
            )  # fmt: skip
        return found
    for row in plan.rows:
        if row.outcome != which:
            continue
        if which == "changed":
            for change in row.changes:
                found.append(
                    SeenRow(
                        len(found), row.row, change.who or row.name, change.field, change.old,
                        change.new,
                    )
                )  # fmt: skip
        else:
            found.append(SeenRow(len(found), row.row, row.name, row.column, reason=row.reason))
    return found


def titles() -> dict[str, str]:
    """What each list is called."""
    return {
        "new": _("New in your file"),
        "changed": _("Brought up to date"),
        "unchanged": _("Already the same"),
        "doubtful": _("May be here already"),
        "rejected": _("Cannot be read"),
    }


def columns_for(which: str) -> list[Column[SeenRow]]:
    """The columns of one list."""
    number: Column[SeenRow] = Column(_("Row"), lambda row: row.row, width=60)
    who: Column[SeenRow] = Column(_("Who"), lambda row: row.name, bold=True, stretch=True)
    if which == "changed":
        return [
            number,
            who,
            Column(_("What"), lambda row: row.field),
            Column(_("Is now"), lambda row: row.old, text=lambda text: text or "–", stretch=True),
            Column(_("Becomes"), lambda row: row.new, stretch=True),
        ]
    if which == "rejected":
        return [
            number,
            Column(_("Column"), lambda row: row.field),
            Column(_("Why"), lambda row: row.reason, stretch=True),
        ]
    if which == "doubtful":
        return [
            Column(_("Same"), lambda row: row.same, text=lambda _same: "", mark=_tick, width=64),
            number,
            Column(_("In your file"), lambda row: row.name, bold=True, stretch=True),
            Column(_("Here already"), lambda row: row.new, stretch=True),
            Column(_("Why we ask"), lambda row: row.reason, stretch=True),
        ]
    return [number, who]


def _tick(row: SeenRow) -> TickMark:
    return TickMark(row.same, _("the same person") if row.same else _("two people"))


class RowsCard(Card):
    """One of the lists in the place of the columns; `closed()` goes back to them.

    `answered(Doubt, same)` when the user says whether two are one person.
    """

    closed = Signal()
    answered = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__(space=6, margins=(1, 12, 1, 6))
        self.which = ""
        self.table: TableView[SeenRow] | None = None
        head = theme.across(space=12, margins=(18, 0, 18, 0))
        self.title = Label("", "heading")
        self.back = Button(_("Back to the columns"), "link", clicked=self.closed.emit)
        head.addWidget(self.title, 1)
        head.addWidget(self.back)
        self.body.addLayout(head)
        self.help = Label(
            _("Tick those who are the same person: their record is brought up to date."),
            "small",
            wrap=True,
        )
        self._help_box: QVBoxLayout = theme.column(margins=(18, 0, 18, 0))
        self._help_box.addWidget(self.help)
        self.body.addLayout(self._help_box)

    def show_rows(self, which: str, rows: Sequence[SeenRow]) -> None:
        """Show a list; the same list keeps its place."""
        if which != self.which or self.table is None:
            self._make_table(which)
        assert self.table is not None
        self.table.set_rows(rows)
        self.title.setText(titles()[which])
        self.help.setVisible(which == "doubtful")

    def _make_table(self, which: str) -> None:
        if self.table is not None:
            self.body.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
        self.which = which
        self.table = TableView(columns_for(which), titles()[which], row_height=40)
        self.table.ticked.connect(lambda row: self.answered.emit(row.doubt, not row.same))
        self.body.addWidget(self.table, 1)
