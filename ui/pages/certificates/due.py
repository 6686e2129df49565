# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Who is due a certificate: rule, people and live page side by side."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from coordinator.i18n import _, format_number, ngettext
from ui import theme
from ui.pages.certificates.batch import key_of
from ui.pages.certificates.people import PeopleList
from ui.pages.certificates.preview import PreviewPane
from ui.widgets.buttons import Button
from ui.widgets.label import Label
from ui.widgets.layout import EmptyPlace, Ground
from ui.widgets.marks import Sign
from ui.widgets.question import Question

if TYPE_CHECKING:
    from coordinator.recognition import EarnedRow
    from ui.pages.certificates.batch import Batch
    from ui.pages.certificates.rule_pane import RulePane

_RULE, _PEOPLE, _PAGE = 268, 322, 300  # widths at 100 %


def _width(plain: int) -> int:
    """A width that is half words, which double, and half gaps, which grow by half."""
    return (theme.gap(plain) + theme.px(plain)) // 2


class DueView(QWidget):
    """Where room is scarce the rule becomes one button above the people, and opens over them."""

    def __init__(
        self,
        rules: RulePane,
        open_person: Callable[[EarnedRow], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rules = rules
        self.batch: Batch | None = None
        self._narrow = False
        self._asked: EarnedRow | None = None
        self.people = PeopleList()
        self.preview = PreviewPane(open_person)
        self.empty_link = Button("", "link", clicked=lambda: self.waiting_link.click())
        self.empty = EmptyPlace("award", " ", " ", link=self.empty_link)
        self.empty.hide()
        self.question = Question()
        self.question.keep.setText(_("Tick anyway"))
        self.question.kept.connect(self._tick_again)
        self.question.went_back.connect(
            lambda: self.people.table.setFocus(Qt.FocusReason.OtherFocusReason)
        )
        self.rule_button = Button(
            "", "default", "sliders", clicked=self._toggle_rule, name=_("The rule, and the design")
        )
        self._lay_out()
        self.people.looked_at.connect(self._look_at)
        self.people.show_troubles.connect(self._show_troubles)
        self.people.asked_again.connect(self._ask_again)
        self.preview.moved.connect(self._move)
        theme.signals.changed.connect(self.share_room)

    def _lay_out(self) -> None:
        self.rule_box = Ground("surface", "right")
        theme.column(self.rule_box, 0, (0, 0, 1, 0)).addWidget(self.rules)
        self.list_box = Ground("surface", "right")
        self.fold = Ground("surface", "bottom")
        row = theme.across(self.fold, 8, (24, 6, 14, 6))
        row.addWidget(self.rule_button)
        row.addStretch(1)
        self.waiting = Ground("surface", "top")
        line = theme.across(self.waiting, 10, (24, 7, 14, 7))
        self.waiting_words = Label("", "small", wrap=True)
        self.waiting_link = Button(_("Show"), "link", name=_("Show those not printed yet"))
        line.addWidget(Sign("printer", "info", 16))
        line.addWidget(self.waiting_words, 1)
        line.addWidget(self.waiting_link)
        box = theme.column(self.list_box, 0, (0, 0, 1, 0))
        asked = theme.column(margins=(12, 0, 12, 0))
        asked.addWidget(self.question)
        box.addWidget(self.people, 1)
        box.addLayout(asked)
        box.addWidget(self.waiting)
        side = QWidget()
        columns = theme.across(side)
        for part in (self.rule_box, self.list_box):
            columns.addWidget(part)
        columns.addWidget(self.preview, 1)
        columns.addWidget(self.empty, 1)
        layout = theme.column(self)
        layout.addWidget(self.fold)
        layout.addWidget(side, 1)
        self.fold.hide()

    def show_batch(self, batch: Batch, nobody: tuple[str, str]) -> None:
        """Other people or another look; the person looked at stays where they are still there.

        `nobody`, a title and a sentence, is said where the batch is empty.
        """
        self.batch = batch
        self.question.hide()
        self.preview.show_page()
        self.people.show_batch(batch)
        self.empty.title.setText(nobody[0])
        self.empty.sentence.setText(nobody[1])
        self._look_at(self.people.table.current_row())
        if self.rule_box.isHidden():
            self.rule_button.setText(self.rules.in_words())
            self.rule_button.updateGeometry()
        self.share_room()

    def show_waiting(self, count: int) -> None:
        """Say how many have their number and still wait for paper."""
        told = ngettext(
            "{count} issued and not printed yet", "{count} issued and not printed yet", count
        )
        self.waiting_words.setText(told.format(count=format_number(count)))
        self.empty_link.setText(self.waiting_words.text())
        self.empty_link.setVisible(count > 0)
        self.waiting.setVisible(count > 0)
        self.share_room()

    def _look_at(self, row: EarnedRow | None) -> None:
        place = self.people.table.currentIndex().row()
        self.preview.show_person(self.batch, row, max(0, place))

    def _move(self, place: int) -> None:
        rows = self.people.table.rows()
        if 0 <= place < len(rows):
            self.people.table.select_id(key_of(rows[place]))

    def _show_troubles(self) -> None:
        if self.batch is not None:
            self.preview.show_troubles(self.batch)

    # Somebody who has one already

    def _ask_again(self, row: EarnedRow) -> None:
        self._asked = row
        told = _(
            "{name} has certificate {number} for the same. Ticked, a second one is made with a "
            "number of its own; under Issued the first can be printed again."
        )
        self.question.ask([told.format(name=row.name, number=row.already)])

    def _tick_again(self) -> None:
        if self._asked is not None:
            self.people.tick_again(self._asked)
            self.people.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Little room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_room()

    def share_room(self) -> None:
        """Widths as the words need them; the rule folds before the page gets too small to read."""
        people = max(_width(_PEOPLE), self.people.head.minimumSizeHint().width() + 2)
        rules = max(_width(_RULE), self.rules.wanted_width())
        narrow = self.width() - rules - people < theme.gap(_PAGE)
        people = min(people, max(theme.gap(_PEOPLE), self.width() - theme.gap(_PAGE)))
        alone = self.width() - people < theme.gap(_PAGE) * 4 // 5
        people = self.width() if alone else people
        nobody = self.batch is None or not self.batch.rows
        self.preview.setVisible(not alone and not nobody)
        self.empty.setVisible(nobody and not (alone and self._is_unfolded()))
        self.list_box.setFixedWidth(people)
        self.rule_box.setFixedWidth(people if narrow else rules)
        if narrow != self._narrow:
            self._narrow = narrow
            self.fold.setVisible(narrow)
            self.rule_box.setVisible(not narrow)
            self.rule_button.setText(self.rules.in_words())
        self.list_box.setVisible(not self._is_unfolded() and not nobody)

    def _is_unfolded(self) -> bool:
        """Whether the rule stands in the place of the list."""
        return self._narrow and not self.rule_box.isHidden()

    def _toggle_rule(self) -> None:
        on = self.rule_box.isHidden()
        self.rule_box.setVisible(on)
        self.share_room()
        self.rule_button.setText(_("Back to the list") if on else self.rules.in_words())
        self.rule_button.icon_name = "arrow-left" if on else "sliders"
        self.rule_button.updateGeometry()
        (self.rules if on else self.people.table).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_unfolded():
            self._toggle_rule()
            self.rule_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        super().keyPressEvent(event)
