# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The window of the first run, and the few words a new school needs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from coordinator import i18n, paths
from coordinator.errors import Problem
from coordinator.i18n import _
from coordinator.text import clean_line
from ui import local_settings, theme
from ui.welcome.painted import Band, Choice, LogoOnHero
from ui.widgets import Button, Card, Label, Segment, Sign, announce, scrolling

if TYPE_CHECKING:
    from ui.__main__ import Program


class WelcomeWindow(QWidget):
    """Shown while no school is open; `program` opens what is chosen."""

    def __init__(self, program: Program, trouble: str = "") -> None:
        super().__init__()
        self.program = program
        self.setMinimumSize(940, 500)
        self.resize(1366, 740)
        self._column = theme.column(self)
        self._inside: QWidget | None = None
        self._build(trouble)

    def _build(self, trouble: str = "") -> None:
        self.setWindowTitle(_("Welcome to Coordinator"))
        inside = Band()
        column = theme.column(inside, 0, (28, 20, 28, 28))
        column.addLayout(self._top())
        column.addSpacing(theme.gap(56))
        for text, role in (
            (_("Welcome to Coordinator"), "display"),
            (_("Families, events, volunteer hours and certificates of your school."), "body"),
        ):
            label = Label(text, role, wrap=True)
            label.setProperty("on", "hero")
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
            column.addSpacing(theme.gap(12))
        column.addSpacing(theme.gap(20))
        self.stack = QStackedWidget()
        self.stack.addWidget(self._choices())
        self.stack.addWidget(self._school_form())
        column.addWidget(self.stack)
        column.addSpacing(theme.gap(22))
        column.addLayout(self._message(trouble))
        promise = theme.across(space=8)
        promise.addStretch(1)
        promise.addWidget(Sign("lock", "mute", 16))
        words = _("Everything stays on this computer. Nothing is sent anywhere.")
        promise.addWidget(Label(words, "small"))
        promise.addStretch(1)
        column.addLayout(promise)
        column.addSpacing(theme.gap(10))
        have = Button(_("Open a file I already have"), "link", clicked=self.open_file)
        column.addWidget(have, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        whole = scrolling(inside)
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.deleteLater()
        self._inside = whole
        self._column.addWidget(whole)
        self.look.setFocus()

    def _message(self, trouble: str) -> QHBoxLayout:
        """A card for what went wrong, hidden while nothing did."""
        row = theme.across()
        self.trouble = Card(margins=(16, 12, 16, 12))
        inside = theme.across(space=10)
        self.message = Label(trouble, "body", wrap=True)
        inside.addWidget(Sign("alert", "bad", 20), 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self.message, 1)
        self.trouble.body.addLayout(inside)
        theme.wide(self.trouble, 620)
        if not trouble:
            self.trouble.hide()
        row.addStretch(1)
        row.addWidget(self.trouble)
        row.addStretch(1)
        row.setContentsMargins(0, 0, 0, theme.gap(16) if trouble else 0)
        return row

    def _top(self) -> QHBoxLayout:
        row = theme.across(None, 10)
        row.addWidget(LogoOnHero())
        name = Label("Coordinator", "name")
        name.setProperty("on", "hero")
        row.addWidget(name)
        row.addStretch(1)
        codes = i18n.available_languages()
        self.languages = Segment(
            [(code, i18n.language_name(code, code)) for code in codes],
            name=_("Language"),
            current=i18n.language() if i18n.language() in codes else "en",
        )
        self.languages.chosen.connect(self._speak)
        row.addWidget(self.languages)
        return row

    def _choices(self) -> QWidget:
        box = QWidget()
        row = theme.across(box, 22)
        row.addStretch(1)
        self.look = Choice(
            "school",
            _("Look around"),
            _(
                "A made-up school with families, events and hours. "
                "Try anything: it is only a sample."
            ),
            lambda: self._try(self.program.begin_sample),
        )
        self.empty = Choice(
            "empty",
            _("Start empty"),
            _("Begin with your school’s name and the first family."),
            lambda: self._ask_school(bring=False),
        )
        self.bring = Choice(
            "list",
            _("Bring in my list"),
            _("A list from the school office or your own Excel sheet. You see first what will "
              "happen."),
            lambda: self._ask_school(bring=True),
        )  # fmt: skip
        for choice in (self.look, self.empty, self.bring):
            choice.setMaximumWidth(theme.gap(300))
            row.addWidget(choice, 4)
        row.addStretch(1)
        return box

    def _school_form(self) -> QWidget:
        box = QWidget()
        row = theme.across(box)
        row.addStretch(1)
        card = Card(space=10, margins=24)
        theme.wide(card, 480)
        column = card.body
        self.name_label = Label(_("Name of your school"), "name")
        self.name = QLineEdit()
        self.name.setAccessibleName(_("Name of your school"))
        self.name.setPlaceholderText(_("Maple Hollow Elementary"))
        self.name.returnPressed.connect(self.begin)
        self.place = paths.data_folder() / "school.coordinator"
        self.where = Label(self._where(), "small", wrap=True)
        change = Button(_("Keep it somewhere else…"), "link", clicked=self._choose_place)
        deeds = theme.across(None, 8)
        deeds.addStretch(1)
        deeds.addWidget(Button(_("Back"), clicked=self._back))
        self.go = Button(_("Begin"), "filled", clicked=self.begin)
        deeds.addWidget(self.go)
        for part in (self.name_label, self.name, self.where):
            column.addWidget(part)
        column.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        column.addLayout(deeds)
        row.addWidget(card)
        row.addStretch(1)
        return box

    def _where(self) -> str:
        return _("It is kept in {path}").format(path=self.place)

    def _ask_school(self, *, bring: bool) -> None:
        self._bring = bring
        if self.place.exists():
            self.place = _free(self.place)
            self.where.setText(self._where())
        self.stack.setCurrentIndex(1)
        self.name.setFocus()

    def _back(self) -> None:
        self.stack.setCurrentIndex(0)
        self.look.setFocus()

    def begin(self) -> None:
        """Make the school, open it, and go on to the list where one is to come in."""
        if not clean_line(self.name.text()):
            self._say(_("Type the name of your school; certificates and sheets carry it."))
            self.name.setFocus()
            return
        program, bring = self.program, self._bring
        self._try(lambda: program.begin_new(self.place, self.name.text()))
        if bring and program.window is not None:
            program.window.ctx.go("families", bring=True)

    def open_file(self) -> None:
        """Open a file that is here already."""
        path = self.ask_open(self)
        if path is not None:
            self._try(lambda: self.program.open(path))

    @classmethod
    def ask_open(cls, parent: QWidget) -> Path | None:
        """The file that the user chooses, or None."""
        words = _("Coordinator files (*.coordinator)")
        name, _kind = QFileDialog.getOpenFileName(parent, _("Open a file"), "", words)
        return Path(name) if name else None

    @classmethod
    def ask_place(cls, parent: QWidget, path: Path) -> Path | None:
        """Where a new file goes, or None."""
        words = _("Coordinator files (*.coordinator)")
        name, _kind = QFileDialog.getSaveFileName(parent, _("Keep it in"), str(path), words)
        return Path(name).with_suffix(".coordinator") if name else None

    def _choose_place(self) -> None:
        path = self.ask_place(self, self.place)
        if path is not None:
            self.place = path
            self.where.setText(self._where())

    def _try(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except Problem as problem:
            self._say(str(problem))

    def _say(self, words: str) -> None:
        self.message.setText(words)
        self.trouble.setVisible(bool(words))
        announce(self.message, words)

    def _speak(self, code: str) -> None:
        if code != i18n.language():
            i18n.use_language(code)
            local_settings.remember("language", code)
            self._build()


def _free(path: Path) -> Path:
    """The first name like `path` that nothing has yet."""
    number = 2
    while path.exists():
        path = path.with_name(f"school-{number}.coordinator")
        number += 1
    return path
