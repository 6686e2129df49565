# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Fields that hold several things: tags, phones, lines."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from coordinator.i18n import _
from coordinator.text import clean_line, fold
from ui import theme
from ui.forms.field import Field
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout


class _TagLine(QLineEdit):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Comma) and self.text():
            self.returnPressed.emit()
            return
        super().keyPressEvent(event)


class ChipsField(Field):
    """Tags: type one and press Enter; a press on a tag takes it away. The value is a tuple."""

    def __init__(self, label: str, help_text: str = "") -> None:
        self.line = _TagLine()
        self._tags: list[str] = []
        super().__init__(label, self.line, help_text or _("Write one and press Enter"))
        self._box = QWidget()
        self._flow = FlowLayout(self._box, 6)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._box)
        self.line.returnPressed.connect(self._add)
        self._show()

    def value(self) -> tuple[str, ...]:
        typed = clean_line(self.line.text())
        return tuple(self._tags) + ((typed,) if typed and not self._has(typed) else ())

    def _fill(self, value: Any) -> None:
        self._tags = list(value)
        self.line.clear()
        self._show()

    def _has(self, tag: str) -> bool:
        return fold(tag) in {fold(other) for other in self._tags}

    def _add(self) -> None:
        self._tags = list(self.value())
        self.line.clear()
        self._show()
        self._altered()

    def _remove(self, tag: str) -> None:
        self._tags.remove(tag)
        self._show()
        self._altered()
        self.line.setFocus()

    def _show(self) -> None:
        self._flow.clear()
        for tag in self._tags:
            chip = Chip(tag, on=True)
            chip.setAccessibleName(_("Take away {tag}").format(tag=tag))
            chip.clicked.connect(lambda _on=False, tag=tag: self._remove(tag))
            self._flow.addWidget(chip)
        self._box.setVisible(bool(self._tags))


class _Row(QWidget):
    """A line, perhaps a small second one, and a cross."""

    def __init__(self, field: "LinesField", first: str, second: str) -> None:
        super().__init__()
        layout = theme.across(self, 6)
        self.first = QLineEdit(first)
        self.first.setAccessibleName(field.row_name)
        self.first.setPlaceholderText(field.example)
        self.first.textChanged.connect(field.row_altered)
        layout.addWidget(self.first, 3)
        self.second: QLineEdit | None = None
        if field.second_name:
            self.second = QLineEdit(second)
            self.second.setAccessibleName(field.second_name)
            self.second.setPlaceholderText(field.second_name)
            self.second.textChanged.connect(field.row_altered)
            layout.addWidget(self.second, 2)
        name = _("Take away {what}").format(what=first or field.row_name)
        layout.addWidget(IconButton("x", name, lambda: field.remove(self)))

    def values(self) -> tuple[str, str]:
        second = clean_line(self.second.text()) if self.second is not None else ""
        return clean_line(self.first.text()), second


class LinesField(Field):
    """Several lines, such as e-mail addresses; the value is a tuple of what is not empty."""

    def __init__(
        self,
        label: str,
        help_text: str = "",
        *,
        add: str = "",
        example: str = "",
        second_name: str = "",
    ) -> None:
        self.row_name, self.example, self.second_name = label, example, second_name
        self._box = QWidget()
        self._rows: list[_Row] = []
        self._layout = theme.column(self._box, 6)
        super().__init__(label, self._box, help_text)
        button = Button(add or _("Add line"), "link", clicked=lambda: self.add("", "").setFocus())
        layout = self.layout()
        assert layout is not None
        layout.addWidget(button)

    def rows(self) -> tuple[tuple[str, str], ...]:
        """First and second words of each line that is not empty."""
        return tuple(values for values in (row.values() for row in self._rows) if values[0])

    def value(self) -> Any:
        return tuple(first for first, _second in self.rows())

    def _fill(self, value: Any) -> None:
        self.fill_rows([(text, "") for text in value])

    def fill_rows(self, rows: list[tuple[str, str]]) -> None:
        for row in list(self._rows):
            self._drop(row)
        for first, second in rows or [("", "")]:
            self.add(first, second)

    def add(self, first: str, second: str) -> QLineEdit:
        row = _Row(self, first, second)
        self._rows.append(row)
        self._layout.addWidget(row)
        return row.first

    def remove(self, row: _Row) -> None:
        self._drop(row)
        self._altered()

    def row_altered(self) -> None:
        self._altered()

    def _drop(self, row: _Row) -> None:
        self._rows.remove(row)
        self._layout.removeWidget(row)
        row.setParent(None)
        row.deleteLater()


class PhonesField(LinesField):
    """Phone numbers, each with what it is for; the value is a tuple of PhoneDetails."""

    def __init__(self, label: str, help_text: str = "", *, region: str = "US") -> None:
        super().__init__(
            label,
            help_text,
            add=_("Add phone"),
            example="555-0142",
            second_name=_("Kind, e.g. work"),
        )
        self._region = region

    def value(self) -> Any:
        """Refuses with Invalid a number with too few or too many digits."""
        from coordinator.families.details import PhoneDetails  # brings the store: heavy
        from coordinator.phones import normal_phone

        return tuple(
            PhoneDetails(normal_phone(number, self._region), kind) for number, kind in self.rows()
        )

    def _fill(self, value: Any) -> None:
        from coordinator.phones import show_phone

        self.fill_rows([(show_phone(phone.number, self._region), phone.label) for phone in value])
