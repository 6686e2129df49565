# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The form of a family; it writes when it is left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coordinator import families
from coordinator.errors import Invalid
from coordinator.families import FamilyDetails, PersonDetails, PersonRow
from coordinator.i18n import _
from coordinator.settings import load_settings
from coordinator.store import Db
from coordinator.store.search import find_people
from ui import theme
from ui.context import Context
from ui.forms import ChipsField, Field, Form, LanguageField, LineField, TextField, TickField
from ui.pages.families.member import Asks
from ui.pages.families.members_field import MembersField
from ui.pages.families.picker import MOST
from ui.widgets.label import Label


class FamilyForm(QWidget):
    """Fields of one family and its people.

    `saved(id)` is sent after a write, `opened(PersonRow)` when somebody typed is here already
    and shall be looked at.
    """

    saved = Signal(int)
    opened = Signal(object)

    def __init__(self, ctx: Context, year_id: int | None) -> None:
        super().__init__()
        self._ctx, self._year_id = ctx, year_id
        with ctx.read() as db:
            self._region = load_settings(db).phone_region
        self.name = LineField(
            _("Family name"),
            _("As on the envelope"),
            example=_("Peña Ruiz"),
            required=_("A family needs a name."),
        )
        self.members = MembersField(
            Asks(self._region, self._similar, self._surname), self._find, self._person
        )
        self.members.opened.connect(self.opened)
        self._layout = theme.column(self, 14)
        fields = self._put_together()
        self.form: Form[FamilyDetails] = Form(fields, self._save)

    def _put_together(self) -> dict[str, Field]:
        groups: list[tuple[str, dict[str, Field]]] = [
            ("", {"name": self.name, "members": self.members}),
            (_("Languages"), self._languages()),
            (_("Reaching them"), self._reach()),
            (_("Wishes"), self._wishes()),
            ("", {"tags": ChipsField(_("Tags")), "notes": TextField(_("Notes"))}),
        ]
        found: dict[str, Field] = {}
        for title, fields in groups:
            if title:
                self._layout.addSpacing(theme.gap(4))
                self._layout.addWidget(Label(title, "heading"))
            for field in fields.values():
                self._layout.addWidget(field)
            found |= fields
        return found

    def _languages(self) -> dict[str, Field]:
        return {
            "home_language": LanguageField(_("Speaks at home")),
            "reading_language": LanguageField(_("Reads letters in")),
            "interpreter": TickField(_("Needs an interpreter")),
        }

    def _reach(self) -> dict[str, Field]:
        return {
            "channel": LineField(_("Likes to be reached by"), example=_("Text message")),
            "best_time": LineField(_("Best time"), example=_("After 4 PM")),
            "street": LineField(_("Street")),
            "city": LineField(_("City")),
            "region": LineField(_("State")),
            "postal_code": LineField(_("ZIP")),
        }

    def _wishes(self) -> dict[str, Field]:
        return {
            "do_not_contact": TickField(_("Do not contact")),
            "do_not_list": TickField(_("Not in lists")),
            "do_not_photograph": TickField(_("No photos")),
        }

    def start(self, details: FamilyDetails) -> None:
        """Show a family; a new one gets empty lines for two adults and two students."""
        self.form.load(details)
        if details.id is None:
            self.members.offer("guardian", "guardian", "student", "student")
        self.name.setFocus()

    def changed_and_left(self) -> bool | None:
        """Write what differs, as one step: whether there was anything; None: it was refused."""
        for editor in self.members.editors:
            editor.complete_name()  # Ctrl+Enter leaves a field without telling it
        changed = self.form.changed()
        return changed if self.form.leave() else None

    def revert(self) -> bool:
        """Take the typing back; False where there was none."""
        if not self.form.changed() or self.form.loaded is None:
            return False
        self.start(self.form.loaded)
        return True

    def _save(self, details: FamilyDetails) -> None:
        label = _("Edit the {name} family") if details.id else _("New family {name}")
        label = label.format(name=details.name)

        def deed(db: Db) -> int:
            return families.save_family(db, details, self._year_id, phone_region=self._region)

        try:
            family_id = self._ctx.write(label, deed)
        except Invalid as invalid:
            # What a person's own fields did not foresee is said below the people.
            field = invalid.field if invalid.field in self.form.fields else "members"
            raise Invalid(field, str(invalid)) from None
        self.saved.emit(family_id)

    # What the people in it ask the store

    def _surname(self) -> str:
        return str(self.name.line.text()).strip()

    def _similar(self, name: str, phones: list[str]) -> list[PersonRow]:
        here = {editor.details.person.id for editor in self.members.editors}
        with self._ctx.read() as db:
            found = families.similar_people(db, self._year_id, name, phones)
        return [person for person in found if person.id not in here]

    def _find(self, words: str) -> list[PersonRow]:
        with self._ctx.read() as db:
            return families.people_by_id(db, self._year_id, find_people(db, words, MOST))

    def _person(self, person_id: int) -> PersonDetails:
        with self._ctx.read() as db:
            return families.get_person(db, person_id, self._year_id)
