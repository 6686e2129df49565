# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The side panel of one volunteer: skills, notes, and the last entries."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coordinator.hours import ServiceFilters, ServiceRow, add_up, list_service
from coordinator.i18n import _, format_hours, format_weekday_date
from coordinator.store import Db
from coordinator.terms import Period
from coordinator.volunteers import VolunteerDetails, get_volunteer, list_skills, save_volunteer
from ui import theme
from ui.context import Context
from ui.forms import DateField, Form, LineField, TextField
from ui.pages.volunteers.hours_columns import what
from ui.pages.volunteers.hours_form import suggest
from ui.widgets.beside import add_deeds, show_head
from ui.widgets.buttons import Button
from ui.widgets.label import Label
from ui.widgets.marks import Pill
from ui.widgets.panel import SidePanel, Timeline, TimelineItem

_LAST = 8


class VolunteerPanel(SidePanel):
    """What a person can and likes, saved on leaving, and what they did last.

    `see_all((id, name))` asks for the ledger of this person.
    """

    see_all = Signal(object)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(_("Volunteer"), parent=parent)
        self.ctx = ctx
        self.all_button = Button(_("All hours"), "tonal", "clock", clicked=self._see_all)
        self.open_button = Button(_("Open in Families"), clicked=self._open)
        add_deeds(self, self.all_button, self.open_button)
        self.skills = LineField(
            _("Skills and cultures to share"), example=_("Baking, interpreter for Somali")
        )
        self.since = DateField(_("Helps since"))
        self.notes = TextField(_("Notes"), lines=3)
        self.form: Form[VolunteerDetails] = Form(
            {"skills": self.skills, "since": self.since, "notes": self.notes}, self._save
        )
        self.timeline = Timeline(_("Last hours"))
        for part in (self.skills, self.since, self.notes):
            self.body.addWidget(part)
        self.last_title = Label(_("Last hours"), "heading")
        self.body.addSpacing(theme.gap(4))
        self.body.addWidget(self.last_title)
        self.body.addWidget(self.timeline)
        self.body.addStretch(1)

    @property
    def person_id(self) -> int | None:
        return self.form.loaded.person_id if self.form.loaded else None

    def show_person(self, db: Db, person_id: int, period: Period | None) -> None:
        """Load a person; what was typed and not left stays."""
        same = self.person_id == person_id
        details = get_volunteer(db, person_id)
        suggest(self.skills, list_skills(db))
        self.form.load(details, keep_typed=same)
        entries = list_service(db, period, ServiceFilters(person_ids=(person_id,)))
        hours = _("{hours} h").format(hours=format_hours(add_up(entries).minutes))
        show_head(self, details.name, person_id, [Pill(hours, "plum", "volunteer")])
        self.last_title.setVisible(bool(entries))
        self.timeline.set_items([_item(row) for row in entries[:_LAST]])
        if not same:
            self.area.verticalScrollBar().setValue(0)

    def leave(self) -> bool:
        """Write what differs; False where it was refused."""
        changed = self.form.changed()
        if not self.form.leave():
            return False
        if changed and self.person_id is not None:
            with self.ctx.read() as db:
                self.form.load(get_volunteer(db, self.person_id))
        return True

    def forget(self) -> None:
        """Hold nothing any more."""
        self.form.clear()

    def _save(self, details: VolunteerDetails) -> None:
        label = _("Skills of {name}").format(name=details.name)
        self.ctx.write(label, lambda db: save_volunteer(db, details))

    def _see_all(self) -> None:
        if self.form.loaded is not None and self.leave():
            self.see_all.emit((self.form.loaded.person_id, self.form.loaded.name))

    def _open(self) -> None:
        if self.person_id is not None and self.leave():
            self.ctx.go("families", person=self.person_id)


def _item(row: ServiceRow) -> TimelineItem:
    title = _("{hours} h, {what}").format(hours=format_hours(row.minutes), what=what(row) or "—")
    tone = "plum" if row.status == "approved" else "warn"
    pills = () if row.status == "approved" else ((_("Proposed"), "warn", "clock"),)
    return TimelineItem("volunteer", tone, title, format_weekday_date(row.date), row.note, pills)
