# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Every part and state in one window, for tests and for eyes.

`python -m tests.ui.parts -o FOLDER` writes it in three themes, at 200 % and in Spanish.
"""

import argparse
import os
import sys
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QGridLayout, QRadioButton, QWidget

from coordinator import i18n
from coordinator.i18n import _
from tests.ui.part_rows import FAMILIES, family_columns
from ui import icons, theme
from ui.forms import DateField, Field, LineField, MinutesField
from ui.table import TableView
from ui.theme.ring import FocusRing
from ui.widgets import (
    Button,
    Card,
    Chip,
    FlowLayout,
    Ground,
    IconButton,
    Label,
    Message,
    Pill,
    ProgressCard,
    Segment,
    Step,
    StepBar,
    Toast,
    TotalsBar,
)


class _Icons(QWidget):
    def sizeHint(self) -> QSize:
        step = theme.px(20) + theme.gap(9)
        return QSize(step * 14, step * (len(icons.names()) // 14 + 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        from ui.widgets import painting

        painter = painting.start(self)
        step = theme.px(20) + theme.gap(9)
        across = 14
        for place, name in enumerate(icons.names()):
            x, y = place % across * step, place // across * step
            icons.paint(painter, name, x, y, theme.px(20), theme.color("text"))


class Parts(Ground):
    """The parts, named so that tests can take hold of them."""

    def __init__(self) -> None:
        super().__init__("canvas")
        self.setWindowTitle("Parts")
        self.ring = FocusRing(self)
        grid = QGridLayout(self)
        left, right = theme.column(space=12), theme.column(space=12)
        grid.setContentsMargins(16, 18, 16, 18)
        grid.setSpacing(12)
        grid.addLayout(left, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.setColumnStretch(0, 862)
        grid.setColumnStretch(1, 460)
        for card in (self._buttons(), self._fields(), self._chips(), self._status(), self._steps()):
            left.addWidget(card)
        left.addWidget(self._type())
        left.addStretch(1)
        for part in (self._table(), self._progress(), self._toast(), self._message()):
            right.addWidget(part)
        card = Card(_("Icons: 24 grid, 1.75 stroke, round ends"))
        card.body.addWidget(_Icons())
        right.addWidget(card)
        right.addStretch(1)

    def _buttons(self) -> Card:
        card = Card(_("Buttons"))
        one, two = theme.across(space=16), theme.across(space=16)
        self.filled = [Button(_("New family"), "filled", "plus") for _n in range(4)]
        self.filled[1].setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
        self.filled[2].setDown(True)
        self.filled.append(Button(_("New family"), "filled"))
        self.filled[4].setEnabled(False)
        self.filled[4].setToolTip(_("Only one family can be made at a time"))
        for button in self.filled:
            one.addWidget(button)
        one.addStretch(1)
        self.default = [Button(_("Print"), icon="printer") for _n in range(3)]
        self.default[1].setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
        self.default[2].setDown(True)
        self.others = [
            Button(_("Log contact"), "default", "phone"),
            Button(_("Log contact"), "tonal", "phone"),
            Button(_("Views"), "quiet", "layout"),
            IconButton("more", _("More")),
            Button(_("All events"), "link"),
        ]
        for button in self.default + self.others:
            two.addWidget(button)
        two.addStretch(1)
        card.body.addLayout(one)
        card.body.addLayout(two)
        return card

    def _fields(self) -> Card:
        card = Card(_("Fields"))
        row = theme.across(space=16)
        self.name = LineField(_("Full name"), _("As the family writes it"))
        self.name.set_value("Ana Lucía Peña Ruiz")
        self.phone = LineField(_("Phone"))
        self.phone.set_value("555-01")
        self.phone.set_error(_("Needs 10 digits"))
        self.date = DateField(_("Follow up on"))
        self.hours = MinutesField(_("Hours"))
        self.hours.set_value(1890)
        fields: list[Field] = [self.name, self.phone, self.date, self.hours]
        for field in fields:
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(row)
        self.hours.help.setText(_("In focus: 3.5, 3,5 or 1:30"))
        return card

    def _chips(self) -> Card:
        card = Card(_("Chips, choices, segments"))
        row = QWidget()
        flow = FlowLayout(row, 10)
        self.chip = Chip(_("Not reached"))
        self.chip_on = Chip(_("Tag: book club"), on=True)
        self.segment = Segment([("f", _("Families")), ("p", _("People"))], _("Shown"))
        self.tick = QCheckBox(_("Needs interpreter"))
        self.tick.setChecked(True)
        self.no_tick = QCheckBox(_("Childcare"))
        self.letter, self.a4 = QRadioButton("Letter"), QRadioButton("A4")
        self.letter.setChecked(True)
        for part in (
            self.chip,
            self.chip_on,
            self.segment,
            self.tick,
            self.no_tick,
            self.letter,
            self.a4,
        ):
            flow.addWidget(part)
        card.body.addWidget(row)
        return card

    def _status(self) -> Card:
        card = Card(_("Status: only what is not normal gets a tint"))
        row = QWidget()
        flow = FlowLayout(row, 8)
        for text, tone, icon in (
            (_("Not reached"), "warn", "clock"),
            (_("Good news"), "good", "smile"),
            (_("Question"), "info", "question"),
            (_("Concern"), "bad", "alert"),
            (_("Interpreter"), "info", "chats"),
            (_("Childcare"), "plum", "child"),
            (_("Full"), "mute", "check"),
            ("18.5 h", "plum", "volunteer"),
        ):
            flow.addWidget(Pill(text, tone, icon))
        card.body.addWidget(row)
        return card

    def _steps(self) -> Card:
        card = Card(margins=(10, 10, 10, 10))
        self.steps = StepBar(
            [
                Step(_("Plan"), _("Ready"), done=True),
                Step(_("Sign-up"), _("58 families"), done=True),
                Step(_("Attendance"), _("31 here")),
                Step(_("Hours"), _("11 helpers")),
                Step(_("Thanks")),
            ],
            _("Steps of the event"),
        )
        self.steps.setCurrentIndex(2)
        card.body.addWidget(self.steps)
        return card

    def _type(self) -> Card:
        card = Card(margins=(20, 12, 20, 12))
        row = theme.across(space=24)
        for first, second in (
            (("Display 27 / 34", "display"), (_("Noto Serif 600: Home, welcome"), "caption")),
            (("Title 22 / 28", "title"), (_("Noto Serif 600: page, panel"), "caption")),
            (("Heading 15", "heading"), ("Body 14 / 20", "body")),
            (
                (_("Small 13: help, second lines"), "small"),
                (_("Caption 12: status bar"), "caption"),
            ),
        ):
            pair = theme.column()
            for text, role in (first, second):
                pair.addWidget(Label(text, role, elide=role in ("caption", "small")))
            row.addLayout(pair, 1)
        card.body.addLayout(row)
        return card

    def _table(self) -> Card:
        card = Card(margins=(2, 10, 2, 8), space=0)
        self.table = TableView(family_columns(), _("Table rows"), sort=0, row_height=40)
        self.table.set_rows(FAMILIES)
        self.table.strong_selection = True
        self.table.setFixedHeight(theme.row(40) * 4 + theme.px(18) + theme.gap(16) + 2)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.hovered_row = 1
        self.table.selectRow(2)
        card.body.addWidget(self.table)
        self.totals = TotalsBar(_("Rounded down to 15 minutes"))
        self.totals.set_figures(
            [("10.5 h", _("3 selected")), ("412.25 h", _("shown"))], selected=True
        )
        card.body.addWidget(self.totals)
        return card

    def _progress(self) -> ProgressCard:
        self.progress = ProgressCard(_("Making certificates"), lambda: None)
        self.progress.set_progress(156, 340)
        return self.progress

    def _toast(self) -> QWidget:
        place = QWidget()
        place.setFixedHeight(theme.high(40) + theme.gap(16))
        self.toast = Toast(place, lambda: None)
        self.toast.say(_("Merged two records of Ana Peña"), undo=True)
        return place

    def _message(self) -> Card:
        card = Card()
        card.body.addWidget(
            Message(
                _("The printer did not answer"),
                _("Your 34 certificates are kept. Print again, or save them as a PDF."),
                [
                    Button(_("Copy details"), "quiet"),
                    Button(_("Save as PDF")),
                    Button(_("Print again"), "filled"),
                ],
            )
        )
        return card


def draw(folder: Path) -> list[Path]:
    """Write the pictures; their files."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, percent, language in (
        ("light", 100, "en"),
        ("dark", 100, "en"),
        ("contrast", 100, "en"),
        ("light", 200, "es"),
        ("light", 150, "es"),
    ):
        i18n.use_language(language)
        theme.apply(app, name, percent)
        parts = Parts()
        parts.resize(1366 if percent == 100 else 1920, 768 if percent == 100 else 1400)
        parts.show()
        parts.table.setFocus(Qt.FocusReason.TabFocusReason)
        parts.table.selectRow(2)
        index = parts.table.model_.index(3, 0)
        flag = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        parts.table.selectionModel().setCurrentIndex(index, flag)
        app.processEvents()
        parts.ring.show_on(parts.filled[3])
        app.processEvents()
        files.append(folder / f"parts-{name}-{percent}-{language}.png")
        parts.grab().save(str(files[-1]))
        parts.close()
    return files


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser()
    parser.add_argument("-o", "--out", type=Path, default=Path("parts"))
    for file in draw(parser.parse_args().out):
        print(file)
