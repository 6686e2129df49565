# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""One person in the form of a family: name and phone or grade at once, the rest on demand."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from coordinator.errors import Invalid
from coordinator.families import MemberDetails, PersonRow
from coordinator.i18n import _
from coordinator.text import clean_line, digits
from ui import theme
from ui.forms import Field, LineField, TickField
from ui.pages.families.person_fields import (
    GradeField,
    PhoneField,
    first_refusal,
    further_fields,
    homeroom_field,
    name_field,
    with_values,
)
from ui.pages.families.picker import told
from ui.pages.families.words import role_words
from ui.widgets import painting
from ui.widgets.buttons import Button, IconButton
from ui.widgets.label import Label
from ui.widgets.marks import Sign

LARGE = 150  # per cent of text size from which two fields stand one above the other
HINT_AFTER = 250  # milliseconds without a key


@dataclass(frozen=True)
class Asks:
    """What the form of a family lets its members ask the store."""

    region: str
    similar: Callable[[str, list[str]], list[PersonRow]]
    surname: Callable[[], str]


class MemberEditor(QWidget):
    """Fields for one `MemberDetails`; `value()` raises Invalid for what cannot be kept."""

    changed = Signal()
    moved = Signal(int)  # one up (-1) or down (+1) in the order of contact
    left = Signal()  # out of this family
    used = Signal(object)  # PersonRow of who is here already, to be taken instead
    opened = Signal(object)  # PersonRow to be looked at

    def __init__(self, details: MemberDetails, asks: Asks) -> None:
        super().__init__()
        self.details = details
        self._asks = asks
        self._completed = self._expanded = False
        self.fields: dict[str, Field] = {"name": name_field(role_words(details.role))}
        self.own: dict[str, Field] = {}  # of the membership, not of the person
        self._hinted: PersonRow | None = None
        self._layout = theme.column(self, 8, (12, 10, 8, 10))
        self._layout.addLayout(self._first_line())
        self._layout.addLayout(self._second_line())
        self._layout.addWidget(self._trouble_line())
        self._layout.addWidget(self._hint_line())
        self.more = Button(_("All fields"), "link", clicked=self.expand)
        self._layout.addWidget(self.more)
        self.more.setVisible(details.person.id is not None)
        self._load()
        self._timer = QTimer(self, singleShot=True, interval=HINT_AFTER)
        self._timer.timeout.connect(self._look_for_twins)

    def _first_line(self) -> Any:
        row = theme.across(space=4)
        row.addWidget(self.fields["name"], 1)
        self.menu_button = IconButton("more", "")
        self.menu_button.clicked.connect(self._pop_up)
        row.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _second_line(self) -> Any:
        large = theme.text_percent() >= LARGE
        make = theme.column if large else theme.across
        row = make(space=8, margins=(0, 0, 4, 0))
        if self.details.role == "student":
            self.fields |= {"grade": GradeField(), "homeroom_teacher": homeroom_field()}
            parts = [self.fields["grade"], self.fields["homeroom_teacher"]]
        else:
            phone = PhoneField(self._asks.region)
            phone.refused.connect(self._say_trouble)
            self.fields["phones"] = phone
            self.own["relationship"] = LineField(_("Relationship"), example=_("Mother"))
            parts = [self.fields["phones"], self.own["relationship"]]
        for part in parts:
            row.addWidget(
                part, 0 if large else 1, Qt.AlignmentFlag(0) if large else Qt.AlignmentFlag.AlignTop
            )
        return row

    def _trouble_line(self) -> QWidget:
        self.trouble = QWidget()
        row = theme.across(self.trouble, 6)
        self._trouble_words = Label("", "error", wrap=True)
        row.addWidget(Sign("alert", "bad", 15), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._trouble_words, 1)
        self.trouble.hide()
        return self.trouble

    def _say_trouble(self, text: str) -> None:
        self._trouble_words.setText(text)
        self.trouble.setVisible(bool(text))

    def _hint_line(self) -> QWidget:
        self.hint = QWidget()
        column = theme.column(self.hint, 0)
        row = theme.across(space=6)
        self._hint_words = Label("", "small", wrap=True)
        row.addWidget(Sign("merge", "plum", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._hint_words, 1)
        column.addLayout(row)
        deeds = theme.across(space=12)
        self.use_button = Button(_("Take this person"), "link", clicked=self._use)
        self.open_button = Button(_("Open"), "link", clicked=self._open)
        deeds.addWidget(self.use_button)
        deeds.addWidget(self.open_button)
        deeds.addStretch(1)
        column.addLayout(deeds)
        self.hint.hide()
        return self.hint

    def _load(self) -> None:
        for name, field in self.fields.items():
            field.set_value(getattr(self.details.person, name))
        for name, field in self.own.items():
            field.set_value(getattr(self.details, name))
        for field in (*self.fields.values(), *self.own.values()):
            self._listen(field)
        called = self.fields["name"]
        assert isinstance(called, LineField)
        called.line.editingFinished.connect(self.complete_name)
        self._name_controls()

    def _listen(self, field: Field) -> None:
        field.changed.connect(self.changed)
        if self.details.person.id is None:
            field.changed.connect(lambda: self._timer.start())

    def _name_controls(self) -> None:
        """Say to a screen reader whose field it is."""
        name = self.typed_name() or role_words(self.details.role)
        self.menu_button.setAccessibleName(_("More about {name}").format(name=name))
        self.menu_button.setToolTip(_("More about {name}").format(name=name))
        self.more.setAccessibleName(_("All fields of {name}").format(name=name))

    # What was typed

    def typed_name(self) -> str:
        field = self.fields["name"]
        assert isinstance(field, LineField)
        return clean_line(field.line.text())

    def is_blank(self) -> bool:
        """Whether nobody was typed here."""
        if self.details.person.id is not None or self.typed_name():
            return False
        phone = self.fields.get("phones")
        return not (isinstance(phone, PhoneField) and phone.line.text().strip())

    def value(self) -> MemberDetails:
        values = {name: field.value() for name, field in self.fields.items()}
        own = {name: field.value() for name, field in self.own.items()}
        return replace(self.details, person=with_values(self.details.person, values), **own)

    def mark_refusal(self) -> Field | None:
        """Say beside the first wrong field what is wrong; that field."""
        found = first_refusal({**self.fields, **self.own})
        if found is None:
            return None
        field, text = found
        field.set_error(text)
        return field

    def complete_name(self) -> None:
        """One word for somebody new: the family's name is added, for all to see, once."""
        name, surname = self.typed_name(), self._asks.surname()
        field = self.fields["name"]
        assert isinstance(field, LineField)
        alone = name and " " not in name and self.details.person.id is None
        if alone and surname and not self._completed:
            self._completed = True
            field.line.setText(f"{name} {surname}")
        self._name_controls()

    # More of the person

    def expand(self) -> None:
        """Show every field of the person; what was typed so far goes along."""
        if self._expanded:
            return
        self._expanded = True
        self.more.hide()
        further = further_fields(self._asks.region)
        quick = self.fields.pop("phones", None)
        if self.details.role != "student":
            del further["student_number"]
        for name, field in further.items():
            if name == "phones" and isinstance(quick, PhoneField):
                self._take_over(quick, field)
            else:
                field.set_value(getattr(self.details.person, name))
            self._add(name, field, self.fields)
        self._add("lives_with", TickField(_("Lives in this household")), self.own)
        self._add("restricted", TickField(_("Must not be given contact")), self.own)
        for name in ("lives_with", "restricted"):
            self.own[name].set_value(getattr(self.details, name))
        self.fields["phones"].setFocus()

    def _take_over(self, quick: PhoneField, field: Field) -> None:
        text = quick.line.text()
        quick.hide()
        self.trouble.hide()
        try:
            field.set_value(quick.value())
        except Invalid:
            field.fill_rows([(text, "")])  # type: ignore[attr-defined]  # a PhonesField

    def _add(self, name: str, field: Field, where: dict[str, Field]) -> None:
        where[name] = field
        self._layout.addWidget(field)
        self._listen(field)

    # The menu

    def _pop_up(self) -> None:
        self.menu().popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """Order of contact, and out of the family."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("All fields"), self.expand)
        menu.addAction(_("Move up"), lambda: self.moved.emit(-1))
        menu.addAction(_("Move down"), lambda: self.moved.emit(1))
        menu.addSeparator()
        menu.addAction(_("Take out of this family"), self.left.emit)
        return menu

    # Who is here already

    def _look_for_twins(self) -> None:
        phone = self.fields.get("phones")
        number = phone.line.text() if isinstance(phone, PhoneField) else ""
        found = self._asks.similar(self.typed_name(), [digits(number)])
        self._hinted = found[0] if found else None
        if self._hinted is not None:
            sentence = _("{person}: here already. The same person?")
            self._hint_words.setText(sentence.format(person=told(self._hinted)))
        self.hint.setVisible(self._hinted is not None)

    def _use(self) -> None:
        self.used.emit(self._hinted)

    def _open(self) -> None:
        self.opened.emit(self._hinted)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painting.start(self)
        painting.box(
            painter,
            self.rect(),
            theme.gap(10),
            theme.color("surface"),
            theme.color("line"),
            theme.line(),
        )
