# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Choosing people by typing: three letters and Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from coordinator.errors import Invalid
from coordinator.i18n import _
from coordinator.text import clean_line
from ui import theme
from ui.forms.field import Field
from ui.table import AvatarMark, Column, TableView
from ui.widgets.filter_row import IconField
from ui.widgets.label import Label

if TYPE_CHECKING:
    from coordinator.families import PersonRow

Find = Callable[[str], "Sequence[PersonRow]"]
_MOST = 6
_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PersonFinder(QWidget):
    """A field, and under it at most six people found; Enter takes the one marked.

    `picked(PersonRow)` is sent; `find(words)` answers with the people to offer. With `add` the
    field is emptied for the next one, otherwise the name stays in it.
    """

    picked = Signal(object)

    def __init__(
        self, name: str, find: Find, *, add: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._find = find
        self._add = add
        self._words = ""
        example = _("Type three letters")
        self.line = IconField("person-plus" if add else "person", example, name)
        # As wide as its place, not as a filter field.
        theme.signals.changed.disconnect(self.line._fit)
        theme.signals.changed.connect(self._fit)
        self.list = TableView(_columns(), _("People found"), row_height=44, many=False)
        self.list.horizontalHeader().hide()
        self.list.strong_selection = True
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nobody = Label("", "small", wrap=True)
        layout = theme.column(self, 4)
        for part in (self.line, self.list, self.nobody):
            layout.addWidget(part)
        self.line.textEdited.connect(self._typed)
        self.line.textChanged.connect(self._emptied)
        self.line.installEventFilter(self)
        self.list.clicked.connect(lambda _index: self._take())
        self.setFocusProxy(self.line)
        self._fit()
        self._offer("")

    def _fit(self) -> None:
        self.line.setMinimumWidth(0)
        self.line.setMaximumWidth(16_777_215)
        self.line.setTextMargins(theme.px(16) + theme.gap(7), 0, 0, 0)

    def show_name(self, name: str) -> None:
        """Put a name into the field without looking for it."""
        self.line.setText(name)
        self._offer("")

    def _typed(self, text: str) -> None:
        self._offer(clean_line(text))

    def _emptied(self, text: str) -> None:
        if not text:
            self._offer("")

    def _offer(self, words: str) -> None:
        self._words = words
        found = list(self._find(words))[:_MOST] if words else []
        self.list.set_rows(found)
        if found:
            self.list.selectRow(0)
        self.list.setVisible(bool(found))
        self.list.setFixedHeight(len(found) * self.list.row_height() + 2 * theme.line())
        self.nobody.setText(_("Nobody of that name; check it, or add them under Families."))
        self.nobody.setVisible(len(words) >= 3 and not found)

    def _take(self) -> None:
        person = self.list.current_row()
        if person is None:
            return
        if self._add:
            self.line.clear()
        else:
            self.show_name(person.name)
        self.picked.emit(person)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if self.list.isVisible() and self._key(event.key()):
                return True
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        if key in _ENTER:
            self._take()
        elif key in _KEYS:
            step = 1 if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) else -1
            last = len(self.list.rows()) - 1
            self.list.selectRow(min(last, max(0, self.list.currentIndex().row() + step)))
        else:
            return False
        return True


def _columns() -> list[Column[Any]]:
    return [
        Column(
            _("Who"),
            lambda person: person.name,
            bold=True,
            stretch=True,
            mark=lambda person: AvatarMark(person.name, person.id),
            second=lambda person: person.families,
        )
    ]


class PersonField(Field):
    """One person of the school; the value is the person's id."""

    def __init__(self, label: str, find: Find, help_text: str = "") -> None:
        self.finder = PersonFinder(label, find, add=False)
        self._person_id: int | None = None
        self._name = ""
        super().__init__(label, self.finder.line, help_text)
        layout = self.layout()
        assert layout is not None
        layout.replaceWidget(self.finder.line, self.finder)
        inner = self.finder.layout()
        assert inner is not None
        inner.insertWidget(0, self.finder.line)  # type: ignore[attr-defined]  # a QVBoxLayout
        self.finder.picked.connect(self._take)
        self.finder.line.textEdited.connect(lambda _text: self._altered())

    def show_person(self, person_id: int, name: str) -> None:
        """What `set_value` is to show for this id."""
        self._person_id, self._name = person_id, name

    def value(self) -> int:
        if self._person_id is None or clean_line(self.finder.line.text()) != self._name:
            raise Invalid("", _("Choose who helped: type three letters and press Enter."))
        return self._person_id

    def _fill(self, value: Any) -> None:
        self._person_id = value
        self.finder.show_name(self._name)

    def _take(self, person: PersonRow) -> None:
        self.show_person(person.id, person.name)
        self._altered()
