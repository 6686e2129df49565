# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The side panel of one entry of the ledger."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from coordinator.errors import Invalid
from coordinator.events import list_events
from coordinator.families import PersonRow, people_by_id
from coordinator.hours import (
    ServiceDetails,
    get_service,
    list_activities,
    questions,
    save_service,
    source_title,
    status_title,
)
from coordinator.i18n import _, format_date
from coordinator.store import Db
from coordinator.store.search import find_people
from coordinator.terms import Period
from ui import theme
from ui.context import Context
from ui.forms import ChoiceField, DateField, Form, LineField, MinutesField, TextField, TimeField
from ui.forms.row import pair
from ui.widgets.beside import show_head
from ui.widgets.buttons import Button
from ui.widgets.marks import Pill
from ui.widgets.panel import SidePanel
from ui.widgets.person_finder import PersonField
from ui.widgets.question import Question


class EntryPanel(SidePanel):
    """Edits one entry; leaving it writes one step, after asking about what is odd.

    `approve(list[int])` and `delete(list[int])` are asked of the page.
    """

    approve = Signal(object)
    delete = Signal(object)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(_("Hours"), parent=parent)
        self.ctx = ctx
        self._kept: ServiceDetails | None = None  # what the user said may be so
        self._name = ""
        self._refused = False  # what was typed could not be left
        self.approve_button = Button(_("Approve"), "tonal", "check", clicked=self._approve)
        self.delete_button = Button(_("Delete"), "quiet", "trash", clicked=self._delete)
        for button in (self.approve_button, self.delete_button):
            self.deeds.addWidget(button)
        self.deeds.addStretch(1)
        self._make_fields()
        self.question = Question()
        self.question.kept.connect(self._keep)
        self.question.went_back.connect(lambda: self.minutes.setFocus())
        self.discard = Button(_("Put back what was there"), "link", clicked=self.put_back)
        self.body.addWidget(self.question)
        self.body.addWidget(self.discard, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (
            self.person, pair(self.day, self.minutes), self.reason, self.activity, self.event_field,
            self.starts, self.note,
        ):  # fmt: skip
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.form.altered.connect(self._follow)
        done = QShortcut(QKeySequence("Ctrl+Return"), self)
        done.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        done.activated.connect(self.leave)

    def _make_fields(self) -> None:
        self.person = PersonField(_("Who"), lambda words: find(self.ctx, words))
        self.day = DateField(_("Date"), required=True)
        self.minutes = MinutesField(_("Hours"), _("1.5, 1,5, 1:30 or 90m"), required=True)
        self.starts = TimeField(_("Started at"), _("If you know it"))
        self.activity = LineField(_("Activity"), example=_("Set-up"))
        self.event_field = ChoiceField(_("Event"), [(None, _("Not at an event"))])
        self.note = TextField(_("Note"), lines=2)
        self.reason = LineField(_("Why it changes"), _("Kept with the approved hours"))
        self.form: Form[ServiceDetails] = Form(
            {
                "person_id": self.person,
                "date": self.day,
                "minutes": self.minutes,
                "starts": self.starts,
                "reason": self.reason,
                "activity": self.activity,
                "event_id": self.event_field,
                "note": self.note,
            },
            self._save,
        )

    # Loading

    @property
    def entry_id(self) -> int | None:
        return self.form.loaded.id if self.form.loaded else None

    def show_entry(self, db: Db, entry_id: int, period: Period | None) -> None:
        """Load an entry; what was typed into it and not left stays."""
        same = self.entry_id == entry_id
        details = get_service(db, entry_id)
        person = next(iter(people_by_id(db, None, [details.person_id])), None)
        self._name = person.name if person else ""
        if not same or not self.form.changed():
            self.person.show_person(details.person_id, self._name)
        offer_events(self.event_field, db, period, details.event_id)
        suggest(self.activity, list_activities(db))
        self.form.load(details, keep_typed=same)
        if not same:
            self._kept = None
            self._refused = False
            self.question.hide()
            self.area.verticalScrollBar().setValue(0)
        self._show_head(details)
        self._follow()

    def _show_head(self, details: ServiceDetails) -> None:
        proposed = details.status == "proposed"
        pills = [Pill(status_title("proposed"), "warn", "clock")] if proposed else []
        pills.append(Pill(source_title(details.source), "mute"))
        show_head(self, self._name, details.person_id, pills)
        self.approve_button.setVisible(proposed)
        last = details.last_reason
        told = _("Kept with the approved hours")
        if last:
            told = _("Last time: {reason}").format(reason=last)
        self.reason.help_text = told
        self.reason.set_error("")

    def forget(self) -> None:
        """Hold nothing any more."""
        self.form.clear()
        self._kept = None
        self.question.hide()

    # Leaving

    def leave(self) -> bool:
        """Write what differs; False while something has to be put right or answered."""
        self._refused = self.form.changed()
        if not self._refused:
            return True
        try:
            details = self.form.value()
        except Invalid:
            self.form.leave()  # says it beside the field
            self._follow()
            return False
        asked = self._odd(details)
        if asked and details != self._kept:
            self._asked = details
            self.question.ask(asked)
            self._follow()
            self.area.ensureWidgetVisible(self.question)
            return False
        if not self.form.leave():
            self._follow()
            return False
        self._refused = False
        self._reload()
        return True

    def put_back(self) -> None:
        """Forget what was typed."""
        loaded = self.form.loaded
        if loaded is not None:
            self.person.show_person(loaded.person_id, self._name)
            self.form.load(loaded)
            self.question.hide()
            self._follow()

    def _odd(self, details: ServiceDetails) -> list[str]:
        """What is to be asked of the change, and was not true before it."""
        loaded = self.form.loaded
        assert loaded is not None
        with self.ctx.read() as db:
            before = set(questions(db, loaded))
            return [sentence for sentence in questions(db, details) if sentence not in before]

    def _save(self, details: ServiceDetails) -> None:
        label = _("Hours of {name}").format(name=self._name)
        self.ctx.write(label, lambda db: save_service(db, details))

    def _reload(self) -> None:
        """The version has moved on with the write."""
        loaded = self.form.loaded
        if loaded is not None:
            with self.ctx.read() as db:
                details = get_service(db, loaded.id)
            self.form.load(details)
            self._show_head(details)
            self._follow()

    def _keep(self) -> None:
        self._kept = self._asked
        self.leave()

    def _approve(self) -> None:
        if self.entry_id is not None and self.leave():
            self.approve.emit([self.entry_id])

    def _delete(self) -> None:
        if self.entry_id is not None:
            self.delete.emit([self.entry_id])

    def _follow(self) -> None:
        """Ask for a reason as soon as approved figures change; offer a way back once refused."""
        loaded = self.form.loaded
        asks = loaded is not None and loaded.status == "approved" and self._figures_altered(loaded)
        self.reason.setVisible(asks)
        self.discard.setVisible(self._refused and self.form.changed())

    def _figures_altered(self, loaded: ServiceDetails) -> bool:
        """Whether who, when or how much is not what was approved, or cannot be read."""
        try:
            now = (self.person.value(), self.day.value(), self.minutes.value())
        except Invalid:
            return True
        return now != (loaded.person_id, loaded.date, loaded.minutes)


def find(ctx: Context, words: str) -> Sequence[PersonRow]:
    """People in whom all the words occur, for a finder."""
    with ctx.read() as db:
        return people_by_id(db, None, find_people(db, words, 6))


def offer_events(field: ChoiceField, db: Db, period: Period | None, chosen: int | None) -> None:
    """The events of the period, latest first; the chosen one even if it is of another year."""
    events = list_events(db, period)
    if chosen is not None and chosen not in {event.id for event in events}:
        events += [event for event in list_events(db) if event.id == chosen]
    titles = [(event.id, f"{event.title}, {format_date(event.starts)}") for event in events]
    field.set_choices([(None, _("Not at an event")), *titles])


def suggest(field: LineField, words: Sequence[str]) -> None:
    """Offer what was written before while the user types."""
    completer = QCompleter(list(words), field.line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    popup = QListView()
    popup.setObjectName("popup")
    popup.setFont(theme.font("body"))
    completer.setPopup(popup)
    field.line.setCompleter(completer)
