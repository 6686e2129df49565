# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Making one record of two: both sides shown, one value picked per field."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from coordinator import families
from coordinator.families import FieldPair
from coordinator.i18n import _
from coordinator.store import Db
from ui import theme
from ui.context import Context
from ui.widgets import Card, scrolling
from ui.widgets.buttons import Button
from ui.widgets.label import Label


class MergeDialog(QDialog):
    """Two families or two people side by side; `kind` is "family" or "person"."""

    @classmethod
    def ask(
        cls, ctx: Context, kind: str, first_id: int, second_id: int, parent: QWidget
    ) -> int | None:
        """Let the user pick; the id of the record that stays, or None where nothing was merged."""
        dialog = cls(ctx, kind, first_id, second_id, parent)
        return first_id if dialog.exec() == QDialog.DialogCode.Accepted else None

    def __init__(
        self, ctx: Context, kind: str, first_id: int, second_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ctx, self._kind = ctx, kind
        self._ids = first_id, second_id
        compare = families.compare_families if kind == "family" else families.compare_people
        with ctx.read() as db:
            self.pairs = compare(db, first_id, second_id)
            self._name = self._name_of(db)
        self.setWindowTitle(_("Merge two families") if kind == "family" else _("Merge two people"))
        self.groups: dict[str, QButtonGroup] = {}
        layout = theme.column(self, 14, 24)
        layout.addWidget(Label(self.windowTitle(), "title"))
        layout.addWidget(Label(self._explain(), "body", wrap=True))
        layout.addWidget(self._sides(), 1)
        layout.addLayout(self._foot())
        self._fit(layout)

    def _fit(self, layout: QVBoxLayout) -> None:
        """Wide enough for the values, which do not wrap, and high enough for all of them."""
        inside = self._inside.sizeHint()
        room = self.screen().availableGeometry()
        width = max(theme.gap(680), inside.width() + theme.gap(48 + 36 + 14))
        width = min(width, room.width() * 9 // 10)
        head = layout.totalHeightForWidth(width) - self._area.sizeHint().height()
        self.resize(width, min(head + inside.height() + theme.gap(8), room.height() * 9 // 10))

    def _name_of(self, db: Db) -> str:
        if self._kind == "family":
            return families.get_family(db, self._ids[0], None).name
        return families.get_person(db, self._ids[0], None).name

    def _explain(self) -> str:
        if self._kind == "family":
            text = _("Everybody of both families is kept, in one family, with tags and notes.")
        else:
            text = _(
                "Phones, families, events, hours and certificates of both are kept by one person."
            )
        if self.pairs:
            text += " " + _("Where the two differ, choose what is right.")
        else:
            text += " " + _("The two do not differ in any field.")
        return text

    def _sides(self) -> QWidget:
        card = Card(margins=(18, 10, 18, 12))
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.gap(16))
        grid.setVerticalSpacing(theme.gap(10))
        for place, pair in enumerate(self.pairs):
            self._add(grid, place, pair)
        for column, share in ((0, 2), (1, 3), (2, 3)):
            grid.setColumnStretch(column, share)
        grid.setRowStretch(len(self.pairs), 1)
        self._inside, self._area = inside, scrolling(inside)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        card.body.addWidget(self._area, 1)
        card.setVisible(bool(self.pairs))
        return card

    def _add(self, grid: QGridLayout, place: int, pair: FieldPair) -> None:
        group = QButtonGroup(self)
        self.groups[pair.key] = group
        grid.addWidget(
            Label(pair.title, "label", wrap=True), place, 0, Qt.AlignmentFlag.AlignVCenter
        )
        for side, text in enumerate((pair.kept, pair.other)):
            button = QRadioButton(text.replace("&", "&&"))
            button.setAccessibleName(f"{pair.title}: {text}")
            button.setChecked(side == (1 if pair.kept == "–" else 0))
            group.addButton(button, side)
            grid.addWidget(button, place, 1 + side)

    def _foot(self) -> QHBoxLayout:
        row = theme.across(space=8)
        row.addWidget(Label(_("One step: Undo makes two of them again."), "small", wrap=True), 1)
        self.cancel = Button(_("Cancel"), clicked=self.reject)
        title = _("Merge two families") if self._kind == "family" else _("Merge two people")
        self.merge_button = Button(title, "filled", "merge", self.merge)
        row.addWidget(self.cancel)
        row.addWidget(self.merge_button)
        return row

    def picks(self) -> set[str]:
        """The fields whose value comes from the second record."""
        return {key for key, group in self.groups.items() if group.checkedId() == 1}

    def merge(self) -> None:
        """Write it as one step, and close."""
        merge = families.merge_families if self._kind == "family" else families.merge_people
        label = _("Merge two records of {name}").format(name=self._name)
        kept, other = self._ids
        toast = _("Merged two records of {name}").format(name=self._name)
        self._ctx.write(label, lambda db: merge(db, kept, other, self.picks()), toast=toast)
        self.accept()
