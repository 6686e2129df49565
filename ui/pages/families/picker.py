# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Finding somebody who is here already, by any part of a name or number."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QWidget

from coordinator.families import PersonRow
from coordinator.i18n import _
from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.filter_row import IconField
from ui.widgets.label import Label

MOST = 6
WIDTH = 300  # of an answer, in pixels at 100 %
Find = Callable[[str], list[PersonRow]]


def told(person: PersonRow) -> str:
    """Name, family and phone: enough to know somebody by."""
    return " · ".join(part for part in (person.name, person.families, person.phone) if part)


class PersonPicker(QWidget):
    """A search field over at most six answers; `chosen(PersonRow)`, `closed()` on Esc."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, find: Find) -> None:
        super().__init__()
        self._find = find
        self._answers: list[Button] = []
        self._layout = theme.column(self, 4)
        self.field = IconField(
            "search", _("Name or phone"), _("Find somebody who is here already"), 260
        )
        self.nobody = Label(_("Nobody found"), "small")
        self.nobody.hide()
        self._layout.addWidget(self.field)
        self._layout.addWidget(self.nobody)
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self._take_first)
        self.setFocusProxy(self.field)

    def start(self) -> None:
        """Empty the field and go there."""
        self.field.clear()
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def answers(self) -> list[Button]:
        """The people found, as buttons."""
        return list(self._answers)

    def _search(self, words: str) -> None:
        for button in self._answers:
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._answers = []
        found = self._find(words)[:MOST] if words.strip() else []
        for person in found:
            whole = told(person)
            metrics = QFontMetrics(theme.font("button"))
            short = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, theme.gap(WIDTH))
            button = Button(short.replace("&", "&&"), "link", name=whole)
            button.clicked.connect(lambda _on=False, person=person: self.chosen.emit(person))
            self._layout.addWidget(button)
            self._answers.append(button)
        self.nobody.setVisible(bool(words.strip()) and not found)

    def _take_first(self) -> None:
        if self._answers:
            self._answers[0].click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
