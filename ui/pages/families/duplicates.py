# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""People who may be here twice; each pair is looked at before it is merged."""

from PySide6.QtWidgets import QDialog, QWidget

from coordinator import families
from coordinator.families import PossibleTwin
from coordinator.i18n import _, ngettext
from ui import theme
from ui.context import Context
from ui.dialogs.merge import MergeDialog
from ui.table import Column, TableView
from ui.widgets import Card
from ui.widgets.buttons import Button
from ui.widgets.label import Label


def _columns() -> list[Column[PossibleTwin]]:
    return [
        Column(_("One"), lambda pair: pair.first, bold=True, stretch=True),
        Column(_("The other"), lambda pair: pair.second, stretch=True),
        Column(_("Why we ask"), lambda pair: pair.reason),
    ]


class DuplicatesDialog(QDialog):
    """The pairs, and Look for the one chosen."""

    @classmethod
    def ask(cls, ctx: Context, parent: QWidget) -> None:
        """Show the list until the user closes it."""
        cls(ctx, parent).exec()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.setWindowTitle(_("Possible duplicates"))
        layout = theme.column(self, 14, 24)
        layout.addWidget(Label(self.windowTitle(), "title"))
        self.line = Label("", "small", wrap=True)
        layout.addWidget(self.line)
        card = Card(margins=(1, 6, 1, 6))
        self.table: TableView[PossibleTwin] = TableView(
            _columns(),
            self.windowTitle(),
            row_id=lambda pair: (pair.first_id, pair.second_id),
            row_height=40,
            many=False,
        )
        self.table.opened.connect(self._look)
        card.body.addWidget(self.table)
        layout.addWidget(card, 1)
        row = theme.across(space=8)
        row.addStretch(1)
        self.look_button = Button(_("Look at this pair"), "filled", "merge", self.look)
        row.addWidget(Button(_("Close"), clicked=self.accept))
        row.addWidget(self.look_button)
        layout.addLayout(row)
        self.resize((theme.gap(680) + theme.px(680)) // 2, theme.gap(460))
        self.load()

    def load(self) -> None:
        """Read the pairs anew."""
        with self._ctx.read() as db:
            pairs = families.possible_twins(db)
        self.table.set_rows(pairs)
        if pairs:
            self.table.selectRow(0)
        self.look_button.setEnabled(bool(pairs))
        count = len(pairs)
        told = ngettext(
            "{count} pair may be one person.", "{count} pairs may be one person each.", count
        )
        nobody = _("Nobody seems to be here twice.")
        self.line.setText(told.format(count=count) if pairs else nobody)

    def look(self) -> None:
        """Both sides of the pair chosen."""
        pair = self.table.current_row()
        if pair is not None:
            self._look(pair)

    def _look(self, pair: PossibleTwin) -> None:
        if MergeDialog.ask(self._ctx, "person", pair.first_id, pair.second_id, self) is not None:
            self.load()
