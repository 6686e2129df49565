# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The pane that says who gets a certificate and how it looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLineEdit, QRadioButton, QWidget

from coordinator.errors import Invalid
from coordinator.i18n import _, format_date, format_hours, format_number, language_name, ngettext
from ui import theme
from ui.forms import ChoiceField
from ui.pages.certificates.batch import draw_one
from ui.pages.certificates.designs import DesignPictures
from ui.pages.certificates.threshold import hours_shown, hours_typed
from ui.widgets.buttons import Button
from ui.widgets.chips import Segment
from ui.widgets.label import Label
from ui.widgets.layout import Line, scrolling
from ui.widgets.person_finder import PersonFinder

if TYPE_CHECKING:
    from coordinator.documents.certificate import Design, Look
    from coordinator.events import EventRow
    from coordinator.families import PersonRow
    from coordinator.terms import Period
    from ui.pages.certificates.batch import Batch, Choice

_PAUSE = 150  # ms after the last key before the list is made anew


class RulePane(QWidget):
    """Holds a `Choice`; `changed(Choice)` when the user alters it.

    `refused()` when hours that cannot be read are typed, or put right.
    """

    changed = Signal(object)
    refused = Signal()

    def __init__(
        self, find: Callable[[str], Sequence[PersonRow]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._choice: Choice | None = None
        self._setting = False
        self._designs: list[Design] = []
        self._pictured: Look | None = None
        self.inside = QWidget()
        self._column = theme.column(self.inside, 6, (24, 16, 18, 16))
        self.area = scrolling(self.inside)
        theme.column(self).addWidget(self.area)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._read_hours)
        self._build_who(find)
        self._build_when()
        self._build_look()
        self._column.addStretch(1)

    # Parts

    def _build_who(self, find: Callable[[str], Sequence[PersonRow]]) -> None:
        column = self._column
        column.addWidget(Label(_("Who gets one"), "heading"))
        self._kinds = QButtonGroup(self)
        self.kind_buttons = {
            "hours": QRadioButton(_("Volunteers with hours")),
            "event": QRadioButton(_("Everyone from an event")),
            "chosen": QRadioButton(_("People I choose")),
        }
        self._parts = {
            "hours": self._hours_part(),
            "event": self._event_part(),
            "chosen": self._chosen_part(find),
        }
        for kind, button in self.kind_buttons.items():
            self._kinds.addButton(button)
            button.clicked.connect(lambda _on=False, kind=kind: self.alter(kind=kind))
            column.addWidget(button)
            column.addWidget(self._parts[kind])
        column.addSpacing(4)

    def _hours_part(self) -> QWidget:
        part = QWidget()
        layout = theme.column(part, 2, (24, 0, 0, 2))
        row = theme.across(space=8)
        self.hours = QLineEdit()
        self.hours.setAccessibleName(_("Hours or more"))
        self.hours.setMaxLength(8)
        theme.wide(self.hours, 70)
        row.addWidget(self.hours)
        row.addWidget(Label(_("hours or more"), "body"), 1)
        self.hours_error = Label("", "error", wrap=True)
        self.hours_error.hide()
        layout.addLayout(row)
        layout.addWidget(self.hours_error)
        self.hours.textEdited.connect(lambda _text: self._pause.start())
        self.hours.editingFinished.connect(self._read_hours)
        return part

    def _event_part(self) -> QWidget:
        part = QWidget()
        layout = theme.column(part, 2, (24, 0, 0, 2))
        self.event_field = ChoiceField(_("Event"), [(None, _("Choose an event"))])
        self.event_field.changed.connect(lambda: self.alter(event_id=self.event_field.value()))
        layout.addWidget(self.event_field)
        return part

    def _chosen_part(self, find: Callable[[str], Sequence[PersonRow]]) -> QWidget:
        part = QWidget()
        layout = theme.column(part, 4, (0, 2, 0, 2))
        self.finder = PersonFinder(_("Find a person to add"), find)
        self.finder.picked.connect(self._add_person)
        row = theme.across(space=8)
        self.chosen_count = Label("", "small", wrap=True)
        self.clear = Button(_("Start over"), "link", clicked=lambda: self.alter(person_ids=()))
        row.addWidget(self.chosen_count, 1)
        row.addWidget(self.clear)
        layout.addWidget(self.finder)
        layout.addLayout(row)
        return part

    def _build_when(self) -> None:
        self.period = ChoiceField(_("Counted over"), [])
        self.period.changed.connect(lambda: self.alter(period=self.period.value()))
        self.only_new = QCheckBox(_("Only those not yet printed"))
        self.only_new.clicked.connect(lambda on: self.alter(only_new=on))
        self.household = QCheckBox(_("Add up hours of a household"))
        self.household.clicked.connect(lambda on: self.alter(household=on))
        for part in (self.period, self.only_new, self.household):
            self._column.addWidget(part)
        self._column.addSpacing(6)
        self._column.addWidget(Line("line"))
        self._column.addSpacing(6)

    def _build_look(self) -> None:
        self._column.addWidget(Label(_("Design"), "heading"))
        self.designs = DesignPictures()
        self.designs.chosen.connect(lambda key: self.alter(design=key))
        self.language = ChoiceField(_("Language"), [])
        self.language.changed.connect(lambda: self.alter(language=self.language.value()))
        papers = [("letter", _("Letter")), ("a4", _("A4"))]
        self.paper = Segment(papers, _("Paper"))
        self.paper.chosen.connect(lambda key: self.alter(paper=key))
        colours = [("colour", _("Colour")), ("black", _("Black only"))]
        self.colour = Segment(colours, _("Ink"))
        self.colour.chosen.connect(lambda key: self.alter(black_only=key == "black"))
        self._column.addWidget(self.designs)
        self._column.addWidget(self.language)
        for title, segment in ((_("Paper"), self.paper), (_("Ink"), self.colour)):
            self._column.addWidget(Label(title, "label"))
            self._column.addWidget(segment, 0, Qt.AlignmentFlag.AlignLeft)

    def wanted_width(self) -> int:
        """Pixels that the longest words need."""
        bar = self.area.verticalScrollBar().sizeHint().width()
        return self.inside.minimumSizeHint().width() + bar + 2

    # What is offered

    def offer(self, periods: Sequence[Period], events: Sequence[EventRow]) -> None:
        """The periods to count over, and the events in the one chosen."""
        self.period.set_choices([(period, period.title) for period in periods])
        self.offer_events(events)

    def offer_events(self, events: Sequence[EventRow]) -> None:
        """The events to choose from."""
        told = [(one.id, f"{one.title}, {format_date(one.starts)}") for one in events]
        self.event_field.set_choices([(None, _("Choose an event")), *told])

    def show_designs(self, batch: Batch) -> None:
        """Pictures of the pages as they would now be; drawn anew only when they look different."""
        look = replace(batch.look, design=self._designs[0])
        if look != self._pictured:
            self._pictured = look
            sample = batch.sample()
            for picture, design in zip(self.designs.pictures, self._designs, strict=True):
                picture.show_page(draw_one(sample, replace(look, design=design)))

    def offer_designs(self, designs: Sequence[Design]) -> None:
        """The designs, once, and the languages that all of them speak."""
        if self.designs.pictures:
            return
        self._designs = list(designs)
        self.designs.set_designs(designs)
        spoken = sorted(set.intersection(*(set(design.languages) for design in designs)))
        named = [(code, language_name(code)) for code in spoken]
        self.language.set_choices([("auto", _("Each one’s own")), *named])

    # The choice

    def trouble(self) -> str:
        """Why the people listed are not those of what is typed; "" where they are."""
        choice = self._choice
        return self.hours_error.text() if choice is not None and choice.kind == "hours" else ""

    def has_choice(self) -> bool:
        """Whether the page has been loaded."""
        return self._choice is not None

    def choice(self) -> Choice:
        assert self._choice is not None
        return self._choice

    def set_choice(self, choice: Choice) -> None:
        """Show a choice without telling anyone."""
        self._choice = choice
        self._setting = True
        for kind, button in self.kind_buttons.items():
            button.setChecked(kind == choice.kind)
            self._parts[kind].setVisible(kind == choice.kind)
        self._fill_hours(choice)
        self.period.set_value(choice.period)
        self.event_field.set_value(choice.event_id)
        self._fill_ticks(choice)
        self.designs.set_current(choice.design)
        self.language.set_value(choice.language)
        self.paper.set_current(choice.paper)
        self.colour.set_current("black" if choice.black_only else "colour")
        count = len(choice.person_ids)
        told = ngettext("{count} person chosen", "{count} people chosen", count)
        self.chosen_count.setText(told.format(count=format_number(count)) if count else "")
        self.clear.setVisible(bool(count))
        self.setFocusProxy(self.kind_buttons[choice.kind])
        self._setting = False

    def _fill_hours(self, choice: Choice) -> None:
        try:
            same = hours_typed(self.hours.text()) == choice.minutes
        except Invalid:
            same = False
        if not same:
            self.hours.setText(hours_shown(choice.minutes))
            self._show_hours_error("")

    def _fill_ticks(self, choice: Choice) -> None:
        self.only_new.setChecked(choice.only_new and choice.kind != "chosen")
        self.only_new.setEnabled(choice.kind != "chosen")
        told = _("People you choose yourself are always shown.")
        self.only_new.setToolTip(told if choice.kind == "chosen" else "")
        self.household.setChecked(choice.household and choice.kind == "hours")
        self.household.setEnabled(choice.kind == "hours")
        told = _("Only hours can be added up.")
        self.household.setToolTip("" if choice.kind == "hours" else told)

    def alter(self, **change: object) -> None:
        """Change some fields of the choice, as the user does; tells about it."""
        if self._choice is None or self._setting:
            return
        altered = replace(self._choice, **change)  # type: ignore[arg-type]  # fields of Choice
        if altered.period != self._choice.period:
            altered = replace(altered, event_id=None)
        if altered != self._choice:
            self.set_choice(altered)
            self.changed.emit(altered)

    def _read_hours(self) -> None:
        self._pause.stop()
        try:
            minutes = hours_typed(self.hours.text())
        except Invalid as invalid:
            self._show_hours_error(str(invalid))
            return
        self._show_hours_error("")
        self.alter(minutes=minutes)

    def _show_hours_error(self, text: str) -> None:
        self.hours.setProperty("invalid", "true" if text else "false")
        self.hours.style().polish(self.hours)
        self.hours.setAccessibleDescription(text)
        self.hours_error.setText(text)
        self.hours_error.setVisible(bool(text))
        self.refused.emit()

    def _add_person(self, person: PersonRow) -> None:
        ids = self.choice().person_ids
        if person.id not in ids:
            self.alter(person_ids=(*ids, person.id))

    def in_words(self) -> str:
        """The rule on one line, for the button that stands for the pane where room is scarce."""
        choice = self._choice
        if choice is None:
            return ""
        if choice.kind == "event":
            return self.event_field.combo.currentText()
        if choice.kind == "chosen":
            return self.chosen_count.text() or _("People I choose")
        told = _("{hours} hours or more · {period}")
        return told.format(hours=format_hours(choice.minutes), period=choice.period.title)
