# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The languages that are interpreted at an event."""

from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from coordinator.i18n import _, language_name
from coordinator.text import fold
from ui.forms import Choice, Field
from ui.forms.fields import LANGUAGES
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout


class LanguagesField(Field):
    """Several languages: choose one to add it, press its chip to take it away.

    The value is a tuple of codes in the order they were chosen.
    """

    def __init__(self, label: str, help_text: str = "") -> None:
        self.combo = Choice()
        self._codes: list[str] = []
        super().__init__(label, self.combo, help_text)
        self._box = QWidget()
        self._flow = FlowLayout(self._box, 6)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._box)
        self.combo.activated.connect(self._add)
        self._show()

    def value(self) -> tuple[str, ...]:
        return tuple(self._codes)

    def _fill(self, value: Any) -> None:
        self._codes = list(value)
        self._show()

    def _add(self, place: int) -> None:
        code = self.combo.itemData(place)
        if code and code not in self._codes:
            self._codes.append(code)
            self._show()
            self._altered()

    def _remove(self, code: str) -> None:
        self._codes.remove(code)
        self._show()
        self._altered()
        self.combo.setFocus()

    def _show(self) -> None:
        blocker = QSignalBlocker(self.combo)
        self.combo.clear()
        self.combo.addItem(_("Add a language"), "")
        for code in sorted(set(LANGUAGES) - set(self._codes), key=lambda c: fold(language_name(c))):
            self.combo.addItem(language_name(code), code)
        self.combo.setCurrentIndex(0)
        blocker.unblock()
        self._flow.clear()
        for code in self._codes:
            chip = Chip(language_name(code), on=True, parent=self._box)
            chip.setAccessibleName(_("Take away {tag}").format(tag=language_name(code)))
            chip.clicked.connect(lambda _on=False, code=code: self._remove(code))
            self._flow.addWidget(chip)
            chip.show()
        self._box.setVisible(bool(self._codes))
