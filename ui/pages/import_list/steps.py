# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The first and the last step: choosing a file, and what came in."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coordinator.i18n import _, ngettext
from coordinator.importing import Result
from ui import theme
from ui.widgets import Button, Card, Label, Message
from ui.widgets.marks import Sign


def centred(part: QWidget, width: int) -> QHBoxLayout:
    """A part of this width in the middle; aligned by the layout, it would not wrap its words."""
    if isinstance(part, Label):
        part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    theme.wide(part, width)
    row = theme.across()
    row.addStretch(1)
    row.addWidget(part)
    row.addStretch(1)
    return row


class FileStep(QWidget):
    """Choose a file or drop one; a file that could not be read says why here."""

    def __init__(self, choose: Callable[[], object]) -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignHCenter
        layout = theme.column(self, 16, (0, 12, 0, 12))
        layout.addStretch(2)
        self.trouble = Card()
        self._message = Message("", "")
        self.trouble.body.addWidget(self._message)
        self.trouble.hide()
        layout.addLayout(centred(self.trouble, 560))
        layout.addWidget(Sign("sheet", "teal", 32, square=72), 0, centre)
        self.title = Label(_("Choose your list, or drop it here"), "title")
        layout.addWidget(self.title, 0, centre)
        text = Label(
            _(
                "Excel workbooks, CSV and other text files, or the folder that a school program "
                "exported. You see what will happen before anything is kept."
            ),
            "body",
            wrap=True,
        )
        layout.addLayout(centred(text, 460))
        self.choose = Button(_("Choose a file…"), "filled", "folder", choose)
        layout.addWidget(self.choose, 0, centre)
        layout.addStretch(3)

    def say(self, problem: str) -> None:
        """Why the file cannot be brought in; "" takes it away."""
        self.trouble.setVisible(bool(problem))
        self._message.title.setText(_("This file cannot be brought in"))
        self._message.sentence.setText(problem)


class DoneStep(QWidget):
    """What came in, Undo, and on to the families or the hours that came."""

    def __init__(self, undo: Callable[[], object], go: Callable[[], object]) -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignHCenter
        layout = theme.column(self, 14, (0, 12, 0, 12))
        layout.addStretch(2)
        layout.addWidget(Sign("check", "good", 36, square=72), 0, centre)
        self.title = Label("", "title")
        layout.addWidget(self.title, 0, centre)
        self.words = Label("", "body", wrap=True)
        layout.addLayout(centred(self.words, 430))
        deeds = theme.across(space=8)
        self.undo = Button(_("Undo"), "default", "undo", undo, name=_("Undo the import"))
        self.go = Button(_("Go to families"), "filled", "families", go)
        deeds.addWidget(self.undo)
        deeds.addWidget(self.go)
        layout.addSpacing(theme.gap(6))
        layout.addLayout(deeds)
        layout.setAlignment(deeds, centre)
        layout.addStretch(3)

    def show_result(self, result: Result) -> None:
        """The figures of what was done."""
        counts, made = result.counts, result.summary
        came = counts["new"] + counts["changed"]
        title = ngettext("{count} row came in", "{count} rows came in", came)
        self.title.setText(title.format(count=came))
        texts = [
            (made.get("students", 0), _("Students added: {count}")),
            (made.get("guardians", 0), _("Adults added: {count}")),
            (made.get("families", 0), _("Families made: {count}")),
            (made.get("services", 0), _("Entries of hours added: {count}")),
            (counts["changed"], _("Brought up to date: {count}")),
            (counts["unchanged"], _("Already the same: {count}")),
            (counts["rejected"], _("Left out: {count}")),
        ]
        hours = made.get("services", 0) > 0
        self.go.setText(_("Volunteer hours") if hours else _("Go to families"))
        self.go.icon_name = "volunteer" if hours else "families"
        self.go.updateGeometry()
        lines = [text.format(count=count) for count, text in texts if count]
        self.words.setText("\n".join(lines))
