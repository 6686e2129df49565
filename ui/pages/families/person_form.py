# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The form of one person; it writes when it is left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coordinator import families
from coordinator.families import PersonDetails
from coordinator.i18n import _
from coordinator.settings import load_settings
from coordinator.store import Db
from ui import theme
from ui.context import Context
from ui.forms import Field, Form
from ui.pages.families.person_fields import (
    GradeField,
    further_fields,
    homeroom_field,
    name_field,
    with_values,
)


class PersonForm(QWidget):
    """Fields of one person; `saved(id)` is sent after a write."""

    saved = Signal(int)

    def __init__(self, ctx: Context, year_id: int | None, student: bool) -> None:
        super().__init__()
        self._ctx, self._year_id = ctx, year_id
        with ctx.read() as db:
            self._region = load_settings(db).phone_region
        fields: dict[str, Field] = {"name": name_field()}
        further = further_fields(self._region)
        if student:
            number = further.pop("student_number")
            fields |= {"grade": GradeField(), "homeroom_teacher": homeroom_field()}
            fields["student_number"] = number
        else:
            del further["student_number"]
        fields |= further
        layout = theme.column(self, 14)
        for field in fields.values():
            layout.addWidget(field)
        self.form: Form[PersonDetails] = Form(fields, self._save)

    def start(self, details: PersonDetails) -> None:
        """Show a person."""
        self.form.load(details)
        self.form.fields["name"].setFocus()

    def changed_and_left(self) -> bool | None:
        """Write what differs, as one step: whether there was anything; None: it was refused."""
        changed = self.form.changed()
        return changed if self.form.leave() else None

    def revert(self) -> bool:
        """Take the typing back; False where there was none."""
        if not self.form.changed() or self.form.loaded is None:
            return False
        self.start(self.form.loaded)
        return True

    def _save(self, details: PersonDetails) -> None:
        loaded = self.form.loaded
        if loaded is not None:
            details = with_values(loaded, {name: getattr(details, name) for name in _names()})

        def deed(db: Db) -> int:
            return families.save_person(db, details, self._year_id, phone_region=self._region)

        label = _("Edit {name}").format(name=details.name)
        self.saved.emit(self._ctx.write(label, deed))


def _names() -> list[str]:
    return list(PersonDetails.__dataclass_fields__)
