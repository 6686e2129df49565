# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The people of a family in its form: add, take out, reorder, take in who is here already."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coordinator.families import MemberDetails, PersonDetails, PersonRow
from coordinator.i18n import _
from ui import theme
from ui.forms import Field
from ui.pages.families.member import Asks, MemberEditor
from ui.pages.families.picker import Find, PersonPicker
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout


class MembersField(Field):
    """The value is a tuple of MemberDetails in the order of contact; lines left empty are out."""

    opened = Signal(object)  # PersonRow that somebody typed may be

    def __init__(self, asks: Asks, find: Find, get: Callable[[int], PersonDetails]) -> None:
        self._asks, self._get = asks, get
        self.editors: list[MemberEditor] = []
        self._box = QWidget()
        self._rows = theme.column(self._box, 10)
        super().__init__(_("People in this family"), self._box)
        layout = self.layout()
        assert layout is not None
        self.picker = PersonPicker(find)
        self.picker.hide()
        self.picker.chosen.connect(self.take_in)
        self.picker.closed.connect(self.picker.hide)
        layout.addWidget(self._add_line())
        layout.addWidget(self.picker)

    def _add_line(self) -> QWidget:
        line = QWidget()
        flow = FlowLayout(line, 14)
        self.add_guardian = Button(_("Add adult"), "link", clicked=lambda: self._new("guardian"))
        self.add_student = Button(_("Add student"), "link", clicked=lambda: self._new("student"))
        self.add_known = Button(
            _("Add somebody who is here already"), "link", clicked=self._start_picking
        )
        for button in (self.add_guardian, self.add_student, self.add_known):
            flow.addWidget(button)
        return line

    def _start_picking(self) -> None:
        self.picker.start()

    def value(self) -> tuple[MemberDetails, ...]:
        return tuple(editor.value() for editor in self.editors if not editor.is_blank())

    def _fill(self, value: Any) -> None:
        for editor in list(self.editors):
            self._drop(editor)
        for details in value:
            self._insert(details, len(self.editors))

    def set_error(self, text: str) -> None:
        """A refusal stands beside the field that it is about, where there is one."""
        wrong = None
        if text:
            marked = (editor.mark_refusal() for editor in self.editors if not editor.is_blank())
            wrong = next((field for field in marked if field is not None), None)
        self.setFocusProxy(wrong or self.control)
        super().set_error("" if wrong else text)

    def offer(self, *roles: str) -> None:
        """Empty lines for people still to be typed; those left empty are not kept."""
        for role in roles:
            self._insert(_somebody(role), len(self.editors))

    def take_in(self, person: PersonRow, place: int = -1) -> None:
        """Put somebody who is here already into this family."""
        self.picker.hide()
        known = [editor for editor in self.editors if editor.details.person.id == person.id]
        if known:
            known[0].fields["name"].setFocus()
            return
        role = "student" if "student" in person.roles else "guardian"
        details = MemberDetails(self._get(person.id), role=role)
        editor = self._insert(details, place if place >= 0 else len(self.editors))
        editor.fields["name"].setFocus()
        self._altered()

    def _new(self, role: str) -> None:
        editor = self._insert(_somebody(role), len(self.editors))
        editor.fields["name"].setFocus()

    def _insert(self, details: MemberDetails, place: int) -> MemberEditor:
        editor = MemberEditor(details, self._asks)
        editor.changed.connect(self._altered)
        editor.left.connect(lambda: self._remove(editor))
        editor.moved.connect(lambda by: self._move(editor, by))
        editor.used.connect(lambda person: self._use(editor, person))
        editor.opened.connect(self.opened)
        self.editors.insert(place, editor)
        self._rows.insertWidget(place, editor)
        editor.show()
        return editor

    def _use(self, editor: MemberEditor, person: PersonRow) -> None:
        place = self.editors.index(editor)
        self._drop(editor)
        self.take_in(person, place)

    def _move(self, editor: MemberEditor, by: int) -> None:
        place = self.editors.index(editor)
        target = place + by
        if 0 <= target < len(self.editors):
            self.editors.insert(target, self.editors.pop(place))
            self._rows.removeWidget(editor)
            self._rows.insertWidget(target, editor)
            editor.menu_button.setFocus()
            self._altered()

    def _remove(self, editor: MemberEditor) -> None:
        self._drop(editor)
        self._altered()

    def _drop(self, editor: MemberEditor) -> None:
        self.editors.remove(editor)
        self._rows.removeWidget(editor)
        editor.hide()
        editor.deleteLater()


def _somebody(role: str) -> MemberDetails:
    return replace(MemberDetails(PersonDetails()), role=role)
