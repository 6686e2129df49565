# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The form of one event."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from coordinator.events import KINDS, kind_title
from coordinator.i18n import _
from ui import theme
from ui.forms import (
    ChoiceField,
    DateField,
    Form,
    LineField,
    NumberField,
    TextField,
    TickField,
    TimeField,
)
from ui.forms.row import pair
from ui.pages.events.languages import LanguagesField
from ui.pages.events.sheet import Sheet


class EventForm(QWidget):
    """Fields of an event; `form` joins them to a Sheet."""

    def __init__(self, save: Callable[[Sheet], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = LineField(
            _("Title"),
            example=_("Family Literacy Night"),
            required=_("Give the event a title, so that it can be found again."),
        )
        self.kind = ChoiceField(_("Kind"), [(kind, kind_title(kind)) for kind in KINDS])
        self.day = DateField(_("Date"), required=True)
        self.begins = TimeField(_("From"), required=True)
        self.ends = TimeField(_("To"), required=True)
        self.place = LineField(_("Place"), example=_("Library"))
        self.virtual_link = LineField(_("Link to join from home"), longest=500)
        self.interpreters = LanguagesField(_("Interpreters"))
        self.childcare = TickField(_("Childcare"))
        self.sibling_table = TickField(_("Table for brothers and sisters"))
        self.audience = LineField(_("For whom"), example=_("Grades K to 2"))
        self.facilitator = LineField(_("Led by"))
        self.expected = NumberField(_("Expected"), _("People"))
        self.capacity = NumberField(_("Room for"), _("People"))
        self.notes = TextField(_("Notes"), lines=3)
        self.form: Form[Sheet] = Form(
            {
                "title": self.title, "kind": self.kind, "day": self.day, "begins": self.begins,
                "ends": self.ends, "place": self.place, "virtual_link": self.virtual_link,
                "interpreters": self.interpreters, "childcare": self.childcare,
                "sibling_table": self.sibling_table, "audience": self.audience,
                "facilitator": self.facilitator, "expected": self.expected,
                "capacity": self.capacity, "notes": self.notes,
            },
            save,
        )  # fmt: skip
        layout = theme.column(self, 12)
        ticks = QWidget()
        tick_layout = theme.column(ticks, 0)
        tick_layout.addWidget(self.childcare)
        tick_layout.addWidget(self.sibling_table)
        for part in (
            self.title, self.kind, self.day, pair(self.begins, self.ends), self.place,
            self.interpreters, ticks, pair(self.expected, self.capacity), self.audience,
            self.facilitator, self.virtual_link, self.notes,
        ):  # fmt: skip
            layout.addWidget(part)
