# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The side panel of one event: its form, who came, and what can be done with it."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from coordinator.errors import Invalid
from coordinator.events import EventDetails, copy_event, get_event, kind_title, save_event
from coordinator.i18n import _, format_time, format_weekday_date
from coordinator.store import Db
from ui import theme
from ui.context import Context
from ui.forms import DateField
from ui.pages.events.attendance import WhoCame
from ui.pages.events.columns import children_words, interpreter_words
from ui.pages.events.form import EventForm
from ui.pages.events.sheet import Sheet, details_of, new_event, sheet_of
from ui.widgets.beside import add_deeds, show_head
from ui.widgets.buttons import Button, IconButton
from ui.widgets.label import Label
from ui.widgets.layout import Card
from ui.widgets.marks import Pill
from ui.widgets.panel import SidePanel

FORM, CAME = 0, 1


class EventPanel(SidePanel):
    """One event; leaving it writes what differs as one step.

    `made(int)` carries the id of an event written for the first time, `delete(EventDetails)` asks
    the page to delete it.
    """

    made = Signal(int)
    delete = Signal(object)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(_("Event"), parent=parent)
        self.ctx = ctx
        self.avatar.hide()
        self._new_id: int | None = None
        self.hours_button = Button(_("Add hours"), "tonal", "clock", clicked=self._add_hours)
        self.hours_button.setToolTip(_("Add hours for those who came"))
        self.copy_button = Button(_("Copy event"), "default", "copy", clicked=self._ask_day)
        self.copy_button.setToolTip(_("New event like this one, on another day"))
        self.delete_button = IconButton("trash", _("Delete this event"), self._delete)
        self._deed_box = add_deeds(self, self.hours_button, self.copy_button, self.delete_button)
        self.when = Label("", "small", wrap=True)
        self.facts.addWidget(self.when)
        self.facts.addWidget(self._make_copy_box())
        self.sheet = EventForm(self._save)
        self.form = self.sheet.form
        self.came = WhoCame(ctx)
        self.discard = Button(_("Put back what was there"), "link", clicked=self.put_back)
        form_page = QWidget()
        layout = theme.column(form_page, 12)
        layout.addWidget(self.discard, 0, Qt.AlignmentFlag.AlignLeft)
        self.done_box = QWidget()
        foot = theme.across(self.done_box, 10)
        foot.addWidget(Button(_("Done"), "tonal", "check", self.leave, tip=_("Ctrl+Enter")))
        foot.addWidget(Label(_("Kept when you leave."), "small", wrap=True), 1)
        layout.addWidget(self.done_box)
        layout.addWidget(self.sheet)
        layout.addStretch(1)
        self.add_tab(_("Event"), form_page)
        self.add_tab(_("Who came"), self.came)
        done = QShortcut(QKeySequence("Ctrl+Return"), self)
        done.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        done.activated.connect(self.leave)

    def _make_copy_box(self) -> QWidget:
        self.copy_box = Card(margins=(14, 12, 14, 12))
        self.copy_day = DateField(_("On which day is the new one?"), required=True)
        self.copy_day.line.returnPressed.connect(self._copy)
        row = theme.across(space=8)
        row.addStretch(1)
        row.addWidget(Button(_("Cancel"), clicked=self.copy_box.hide))
        row.addWidget(Button(_("Make it"), "tonal", "check", clicked=self._copy))
        self.copy_box.body.addWidget(self.copy_day)
        self.copy_box.body.addLayout(row)
        self.copy_box.hide()
        return self.copy_box

    # Loading

    @property
    def event_id(self) -> int | None:
        return self.form.loaded.details.id if self.form.loaded else None

    def show_event(self, db: Db, event_id: int) -> None:
        """Load an event; what was typed into it and not left stays."""
        same = self.event_id == event_id
        details = get_event(db, event_id)
        self._load(details, same)
        self.came.show_event(db, details)
        count = self.came.count()
        words = _("Who came {count}").format(count=count) if count else _("Who came")
        self.tabs.setTabText(CAME, words)

    def start_new(self, day: date | None = None) -> None:
        """An empty form; it becomes an event once it has been filled in and left."""
        self.came.forget()
        self._load(new_event(day or date.today()), same=False)
        self.tabs.setCurrentIndex(FORM)
        self.sheet.title.setFocus()

    def _load(self, details: EventDetails, same: bool) -> None:
        self.form.load(sheet_of(details), keep_typed=same)
        is_new = details.id is None
        pills = [Pill(kind_title(details.kind), "mute")] if not is_new else []
        if details.interpreters:
            pills.append(Pill(interpreter_words(details), "info", "chats"))
        pills += [Pill(words, "plum", "child") for words in children_words(details)]
        show_head(self, details.title or _("New event"), details.id or 0, pills)
        self.when.setText("" if is_new else when_words(details))
        self.when.setVisible(not is_new)
        self._deed_box.setVisible(not is_new)
        self.done_box.setVisible(is_new)
        if not same:
            self.copy_box.hide()
            self.area.verticalScrollBar().setValue(0)
        if not same:
            self.discard.hide()
        if is_new:
            self.tabs.setCurrentIndex(FORM)
        tab_box = self.tabs.parentWidget()
        assert tab_box is not None
        tab_box.setVisible(not is_new)  # nobody can have come yet

    def forget(self) -> None:
        """Hold nothing any more."""
        self.came.forget()
        self.form.clear()

    # Leaving

    def leave(self) -> bool:
        """Write what differs; False where it was refused, and the field says why."""
        self.came.flush()
        if not self.form.changed():
            return True
        self._new_id = None
        was_new = self.event_id is None
        if not self.form.leave():
            self.tabs.setCurrentIndex(FORM)
            self.discard.show()
            return False
        self.discard.hide()
        event_id = self._new_id or self.event_id
        if event_id is not None:
            with self.ctx.read() as db:
                self.form.clear()
                self.show_event(db, event_id)
            if was_new:
                self.made.emit(event_id)
        return True

    def put_back(self) -> None:
        """Forget what was typed."""
        if self.form.loaded is not None:
            self.form.load(self.form.loaded)
            self.discard.hide()

    def _save(self, sheet: Sheet) -> None:
        details = details_of(sheet)
        label = _("Event “{title}”").format(title=details.title)
        self._new_id = self.ctx.write(label, lambda db: save_event(db, details))

    # Deeds

    def _add_hours(self) -> None:
        if self.event_id is not None and self.leave():
            self.ctx.go("volunteers", add=True, event=self.event_id)

    def _delete(self) -> None:
        if self.form.loaded is not None:
            self.delete.emit(self.form.loaded.details)

    def _ask_day(self) -> None:
        if self.form.loaded is None or not self.leave():
            return
        day = self.form.loaded.day + timedelta(days=7)
        self.copy_day.set_value(max(day, date.today()))
        self.copy_box.show()
        self.copy_day.setFocus()
        self.copy_day.line.selectAll()

    def _copy(self) -> None:
        event_id, loaded = self.event_id, self.form.loaded
        try:
            day = self.copy_day.value()
        except Invalid as invalid:
            self.copy_day.set_error(str(invalid))
            return
        if event_id is None or loaded is None or day is None:
            return
        starts = datetime.combine(day, loaded.begins)
        words = _("New event from “{title}”").format(title=loaded.title)
        self.copy_box.hide()
        new_id = self.ctx.write(words, lambda db: copy_event(db, event_id, starts), toast=words)
        self.made.emit(new_id)


def when_words(details: EventDetails) -> str:
    """'Thu, Nov 5, 2026 · 5:30 PM – 7:00 PM · Library'."""
    times = f"{format_time(details.starts)} – {format_time(details.ends)}"
    return " · ".join(filter(None, [format_weekday_date(details.starts), times, details.place]))
