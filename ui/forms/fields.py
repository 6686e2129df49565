# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Fields for words, numbers, choices and ticks."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit

from coordinator.errors import Invalid
from coordinator.i18n import _, language_name
from coordinator.text import clean_line, clean_text, fold
from ui import theme
from ui.forms.field import Field

# The home languages most spoken in schools of the United States; others can be added by a page.
LANGUAGES = [
    "en",
    "es",
    "ar",
    "bn",
    "my",
    "zh-Hans",
    "zh-Hant",
    "fa",
    "fr",
    "de",
    "el",
    "gu",
    "ht",
    "he",
    "hi",
    "hmn",
    "ilo",
    "it",
    "ja",
    "km",
    "ko",
    "ku",
    "lo",
    "mn",
    "ne",
    "ps",
    "pl",
    "pt",
    "pa",
    "ro",
    "ru",
    "sm",
    "sr",
    "so",
    "sw",
    "tl",
    "ta",
    "te",
    "th",
    "ti",
    "tr",
    "uk",
    "ur",
    "uz",
    "vi",
    "yo",
    "am",
]


class LineField(Field):
    """One line of text, as the user writes it less stray blanks; `required` refuses none."""

    def __init__(
        self,
        label: str,
        help_text: str = "",
        *,
        example: str = "",
        required: str = "",
        longest: int = 200,
    ) -> None:
        """`required` is the sentence that refuses an empty field; "" lets it be empty."""
        self.line = QLineEdit()
        self.line.setPlaceholderText(example)
        self.line.setMaxLength(longest)
        self._required = required
        super().__init__(label, self.line, help_text)
        self.line.textChanged.connect(self._altered)

    def value(self) -> Any:
        text = clean_line(self.line.text())
        if not text and self._required:
            raise Invalid("", self._required)
        return text

    def _fill(self, value: Any) -> None:
        self.line.setText(value or "")


class NumberField(LineField):
    """A whole number from `least` to `most`; empty is None where `least` allows nothing."""

    def __init__(
        self, label: str, help_text: str = "", *, least: int = 0, most: int = 100_000
    ) -> None:
        super().__init__(label, help_text, longest=9)
        self._least, self._most = least, most

    def value(self) -> int | None:
        text = clean_line(self.line.text())
        if not text:
            return None
        if not text.isdecimal() or not self._least <= int(text) <= self._most:
            sentence = _("Write a whole number from {least} to {most}.")
            raise Invalid("", sentence.format(least=self._least, most=self._most))
        return int(text)

    def _fill(self, value: Any) -> None:
        self.line.setText("" if value is None else str(value))


class TextField(Field):
    """Several lines of text; Tab leaves it."""

    def __init__(self, label: str, help_text: str = "", *, lines: int = 3) -> None:
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self._lines = lines
        super().__init__(label, self.text, help_text)
        self._fit()
        theme.signals.changed.connect(self._fit)
        self.text.textChanged.connect(self._altered)

    def _fit(self) -> None:
        self.text.setFixedHeight(theme.px(20) * self._lines + theme.gap(18))

    def value(self) -> str:
        return clean_text(self.text.toPlainText())

    def _fill(self, value: Any) -> None:
        self.text.setPlainText(value or "")


class Choice(QComboBox):
    """A combo box that the wheel alters only while it has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceField(Field):
    """One of a few; `choices` are `(value, words)`. A value not among them is added as it is."""

    def __init__(self, label: str, choices: Iterable[tuple[Any, str]], help_text: str = "") -> None:
        self.combo = Choice()
        self._values: list[Any] = []
        super().__init__(label, self.combo, help_text)
        self.set_choices(choices)
        self.combo.currentIndexChanged.connect(self._altered)

    def set_choices(self, choices: Iterable[tuple[Any, str]]) -> None:
        """Other choices; the value stays."""
        kept = self.value() if self._values else None
        blocked = self.combo.blockSignals(True)  # noqa: FBT003 - Qt has no name for it
        self.combo.clear()
        self._values = []
        for value, words in choices:
            self._values.append(value)
            self.combo.addItem(words)
        if kept in self._values:
            self.combo.setCurrentIndex(self._values.index(kept))
        self.combo.blockSignals(blocked)

    def value(self) -> Any:
        at = self.combo.currentIndex()
        return self._values[at] if at >= 0 else None

    def _fill(self, value: Any) -> None:
        if value not in self._values:
            self._values.append(value)
            self.combo.addItem("" if value is None else str(value))
        self.combo.setCurrentIndex(self._values.index(value))


class LanguageField(ChoiceField):
    """A language by name; None where it is not known."""

    def __init__(
        self, label: str, help_text: str = "", codes: Sequence[str] = tuple(LANGUAGES)
    ) -> None:
        named = sorted(((code, language_name(code)) for code in codes), key=lambda n: fold(n[1]))
        super().__init__(label, [(None, _("Not known")), *named], help_text)

    def _fill(self, value: Any) -> None:
        if value and value not in self._values:
            self._values.append(value)
            self.combo.addItem(language_name(value))
        super()._fill(value or None)


class TickField(Field):
    """Yes or no, with its words beside the box."""

    def __init__(self, label: str, help_text: str = "") -> None:
        self.box = QCheckBox(label.replace("&", "&&"))
        super().__init__(label, self.box, help_text, above=False)
        self.box.toggled.connect(self._altered)

    def value(self) -> bool:
        return self.box.isChecked()

    def _fill(self, value: Any) -> None:
        self.box.setChecked(bool(value))
