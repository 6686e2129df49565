# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The side panel that adds the same hours for many people at once."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from coordinator.attendance import list_attendance
from coordinator.errors import Invalid, Problem
from coordinator.events import EventRow, list_events
from coordinator.families import PersonRow
from coordinator.hours import add_service_for_many, list_activities, questions, service_for_many
from coordinator.i18n import _, format_hours, ngettext
from coordinator.store import Db
from coordinator.terms import Period
from ui import theme
from ui.context import Context
from ui.forms import ChoiceField, DateField, LineField, MinutesField
from ui.forms.row import pair
from ui.pages.volunteers.hours_form import find, offer_events, suggest
from ui.table import AvatarMark, Column, TableView, TickMark
from ui.widgets.buttons import Button
from ui.widgets.label import Label
from ui.widgets.panel import SidePanel
from ui.widgets.person_finder import PersonFinder
from ui.widgets.question import Question


@dataclass(frozen=True)
class Helper:
    """Somebody to add hours for."""

    id: int
    name: str
    line: str
    on: bool


class ManyPanel(SidePanel):
    """Event or activity, date, hours, people; one press writes one entry for each of them.

    `added(list[int])` carries the ids of the new entries.
    """

    added = Signal(object)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(_("Add hours for many"), parent=parent)
        self.ctx = ctx
        self.avatar.hide()
        self._events: dict[int, EventRow] = {}
        self._helpers: dict[int, Helper] = {}
        self._kept: object = None
        self.title.setText(_("Add hours for many"))
        self._make_fields()
        self._make_people()
        self.question = Question()
        self.question.kept.connect(self._keep)
        self.question.went_back.connect(lambda: self.minutes.setFocus())
        self.problem = Label("", "error", wrap=True)
        self.add = Button("", "tonal", "plus", clicked=self.write)
        for part in (
            self.question, self.event_field, self.activity, pair(self.day, self.minutes),
            self._people_box, self.problem,
        ):  # fmt: skip
            self.body.addWidget(part)
        self.body.addStretch(1)
        foot = theme.across(space=8, margins=(20, 10, 16, 14))
        foot.addWidget(self.add)
        foot.addStretch(1)
        layout = self.layout()
        assert layout is not None
        layout.addLayout(foot)  # type: ignore[attr-defined]  # a QVBoxLayout
        done = QShortcut(QKeySequence("Ctrl+Return"), self)
        done.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        done.activated.connect(self.write)
        self._count()

    def _make_fields(self) -> None:
        self.event_field = ChoiceField(_("Event"), [(None, _("Not at an event"))])
        self.activity = LineField(_("Activity"), example=_("Set-up"))
        self.day = DateField(_("Date"), required=True)
        self.minutes = MinutesField(_("Hours each"), _("1.5, 1,5, 1:30 or 90m"), required=True)
        self.event_field.changed.connect(self._follow_event)
        self.minutes.changed.connect(self._count)
        for field in (self.activity, self.day, self.minutes):
            field.line.returnPressed.connect(self.write)

    def _make_people(self) -> None:
        self._people_box = QWidget()
        layout = theme.column(self._people_box, 8)
        row = theme.across(space=8)
        self.people_title = Label("", "label", wrap=True)
        self.all_button = Button(_("Tick all"), "link", clicked=self._tick_all)
        row.addWidget(self.people_title, 1)
        row.addWidget(self.all_button)
        self.finder = PersonFinder(_("Add a person"), lambda words: find(self.ctx, words))
        self.finder.picked.connect(self._add_person)
        self.people: TableView[Helper] = TableView(
            _columns(), _("People who helped"), row_height=44
        )
        self.people.horizontalHeader().hide()
        self.people.ticked.connect(self._tick)
        layout.addLayout(row)
        layout.addWidget(self.finder)
        layout.addWidget(self.people)

    # Opening

    def start(self, db: Db, period: Period | None, event_id: int | None = None) -> None:
        """Ready for hours of an event; without one, of the latest event that people came to."""
        asked = event_id is not None
        events = [event for event in list_events(db, period) if event.starts.date() <= date.today()]
        if event_id is not None and event_id not in {event.id for event in events}:
            events += [event for event in list_events(db) if event.id == event_id]
        self._events = {event.id: event for event in events}
        if event_id is None:
            event_id = next((event.id for event in events if event.people_came), None)
        offer_events(self.event_field, db, period, event_id)
        suggest(self.activity, list_activities(db))
        self.activity.set_value("")
        self.minutes.set_value(None)
        self.event_field.set_value(event_id)
        self._helpers = {}
        self._fill_from(db, event_id)
        self.problem.hide()
        self.question.hide()
        # Who comes from an event has chosen it: how long is what is still to be said.
        (self.minutes if asked else self.event_field).setFocus()

    def _follow_event(self) -> None:
        with self.ctx.read() as db:
            self._fill_from(db, self.event_field.value())

    def _fill_from(self, db: Db, event_id: int | None) -> None:
        """The day of the event, and who came to it; people added by name stay."""
        kept = {key: one for key, one in self._helpers.items() if one.line == _("Added by name")}
        self._helpers = kept
        event = self._events.get(event_id or 0)
        self.day.set_value(event.starts.date() if event else date.today())
        if event is not None:
            came = sorted(list_attendance(db, event.id), key=lambda row: row.role == "student")
            # Whoever came to a shift came to help; at a family night most came as guests.
            shift = event.kind == "volunteer_shift"
            for row in came:
                on = shift and row.role != "student"
                self._helpers.setdefault(
                    row.person_id, Helper(row.person_id, row.name, row.family, on)
                )
            length = int((event.ends - event.starts).total_seconds()) // 60
            told = _("The event took {hours} h").format(hours=format_hours(length))
            self.minutes.help_text = told
        else:
            self.minutes.help_text = _("1.5, 1,5, 1:30 or 90m")
        self.minutes.set_error("")
        self._show_people()

    def begun(self) -> bool:
        """Whether something was typed that is not written yet."""
        typed = self.minutes.line.text() or self.activity.value()
        return bool(typed) or any(one.line == _("Added by name") for one in self._helpers.values())

    def forget(self) -> None:
        """Let go of what was typed."""
        self.activity.set_value("")
        self.minutes.set_value(None)
        self._helpers = {}

    # People

    def chosen(self) -> list[int]:
        """Ids of the people ticked."""
        return [one.id for one in self._helpers.values() if one.on]

    def _add_person(self, person: PersonRow) -> None:
        known = self._helpers.pop(person.id, None)
        line = known.line if known else _("Added by name")
        self._helpers = {person.id: Helper(person.id, person.name, line, on=True), **self._helpers}
        self._show_people()
        self.people.scrollToTop()

    def _tick(self, helper: Helper) -> None:
        self._helpers[helper.id] = replace(helper, on=not helper.on)
        self._show_people()

    def _tick_all(self) -> None:
        on = len(self.chosen()) < len(self._helpers)
        self._helpers = {key: replace(one, on=on) for key, one in self._helpers.items()}
        self._show_people()

    def _show_people(self) -> None:
        rows = list(self._helpers.values())
        self.people.set_rows(rows)
        self.people.setVisible(bool(rows))
        self.people.setFixedHeight(min(len(rows), 6) * self.people.row_height() + 2)
        self._count()

    def _count(self) -> None:
        count, all_of_them = len(self.chosen()), len(self._helpers)
        came = _("Who helped: {count} of {total}")
        self.people_title.setText(came.format(count=count, total=all_of_them))
        self.all_button.setText(_("Tick none") if count == all_of_them else _("Tick all"))
        self.all_button.setVisible(bool(all_of_them))
        words = ngettext("Add hours for {count} person", "Add hours for {count} people", count)
        self.add.setText(words.format(count=count) if count else _("Add hours"))
        self.add.updateGeometry()

    # Writing

    def write(self) -> None:
        """Write one entry for each person ticked, or say what is missing."""
        self.problem.hide()
        if self.question.isVisible() or not (self.minutes.check() and self.day.check()):
            self._go_to_invalid()
            return
        people, day, minutes = self.chosen(), self.day.value(), self.minutes.value()
        activity, event_id = self.activity.value(), self.event_field.value()
        assert day is not None
        assert minutes is not None
        entries = service_for_many(people, day, minutes, activity, event_id)
        with self.ctx.read() as db:
            odd = questions(db, *entries)
        if odd and entries != self._kept:
            self._asked = entries
            self.question.ask(odd)
            self.area.ensureWidgetVisible(self.question)
            return
        told = ngettext("Hours of {count} person", "Hours of {count} people", len(people))
        label = told.format(count=len(people))
        try:
            added = self.ctx.write(
                label, lambda db: add_service_for_many(db, people, day, minutes, activity, event_id)
            )
        except Invalid as invalid:
            self._say(invalid)
            return
        self._kept = None
        self.forget()
        words = ngettext(
            "Added {hours} h for {count} person", "Added {hours} h for {count} people", len(people)
        )
        self.ctx.say(words.format(hours=format_hours(minutes), count=len(people)), undo=True)
        self.added.emit(added)

    def _go_to_invalid(self) -> None:
        for field in (self.minutes, self.day):
            if field.error():
                field.setFocus()
                return

    def _say(self, problem: Problem) -> None:
        self.problem.setText(str(problem))
        self.problem.show()
        self.area.ensureWidgetVisible(self.problem)
        self.finder.setFocus()

    def _keep(self) -> None:
        self._kept = self._asked
        self.write()


def _columns() -> list[Column[Helper]]:
    return [
        Column(
            "",  # the head is not shown, and its words would take room
            lambda row: row.on,
            text=lambda on: _("yes") if on else _("no"),
            key="on",
            mark=lambda row: TickMark(row.on, row.name),
            width=52,
        ),
        Column(
            _("Who"),
            lambda row: row.name,
            key="who",
            bold=True,
            stretch=True,
            mark=lambda row: AvatarMark(row.name, row.id),
            second=lambda row: row.line,
        ),
    ]
