# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Levels of thanks: a table, and below it the chosen level to be changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coordinator.errors import Invalid
from coordinator.i18n import _, format_hours
from coordinator.recognition import BANDS, Level, band_title, level_title, list_levels, save_levels
from ui import theme
from ui.context import Context
from ui.forms import ChoiceField, Form, LineField, NumberField
from ui.forms.row import pair
from ui.pages.settings.section import Section
from ui.pages.settings.values import HoursField
from ui.table import Column, TableView
from ui.widgets import Button, FlowLayout

if TYPE_CHECKING:
    from coordinator.store import Db

_ROWS_SHOWN = 15


def ages(level: Level) -> str:
    """'5 to 10', 'from 26', 'up to 4', or 'any age'."""
    if level.min_age is None and level.max_age is None:
        return _("any age")
    if level.max_age is None:
        return _("from {age}").format(age=level.min_age)
    if level.min_age is None:
        return _("up to {age}").format(age=level.max_age)
    return _("{first} to {last}").format(first=level.min_age, last=level.max_age)


def level_columns() -> list[Column[Level]]:
    """Group, level, ages and hours."""
    return [
        Column(_("Age group"), lambda level: BANDS.index(level.band), text=_band, stretch=True),
        Column(_("Level"), lambda level: level_title(level.name), bold=True, width=130),
        Column(_("Ages"), lambda level: level, text=ages, width=110, sort=_youngest),
        Column(
            _("Hours"), lambda level: level.min_minutes, text=format_hours, right=True, width=90
        ),
    ]


def _youngest(level: Level) -> int:
    return level.min_age or 0


def _band(place: int) -> str:
    return band_title(BANDS[place])


@dataclass(frozen=True)
class _Shown:
    """A level as its form holds it: its name as it is printed."""

    band: str
    name: str
    min_age: int | None
    max_age: int | None
    min_minutes: int


class LevelsSection(Section):
    """The school's own set; leaving the level writes it."""

    def __init__(self, ctx: Context) -> None:
        about = _("How many hours earn which thanks. Choose a level to change it.")
        super().__init__(ctx, _("Levels of thanks"), about, wide=True)

    def build(self) -> None:
        self._levels: list[Level] = []
        self._chosen: int | None = None
        self._loading = False
        self.table: TableView[Level] = TableView(
            level_columns(), _("Levels of thanks"), many=False, row_height=36
        )
        self.table.current_changed.connect(self._show)
        self._fit()
        theme.signals.changed.connect(self._fit)
        self.fields.addWidget(self.table)
        band = ChoiceField(_("Age group"), [(band, band_title(band)) for band in BANDS])
        self.name = LineField(_("Level"), required=_("Give each level a name."), longest=40)
        youngest = NumberField(_("From age"), most=120)
        oldest = NumberField(_("To age"), most=120)
        self.hours = HoursField(_("Hours"), most=10_000)
        self.fields.addWidget(pair(band, self.name, self.hours, youngest, oldest))
        names = {
            "band": band, "name": self.name, "min_age": youngest, "max_age": oldest,
            "min_minutes": self.hours,
        }  # fmt: skip
        self.form: Form[_Shown] = Form(names, self._save)
        deeds = FlowLayout(None, 8)
        self.add_button = Button(_("Add a level"), icon="plus", clicked=self.add)
        self.remove_button = Button(_("Take this level away"), "quiet", "x", clicked=self.remove)
        deeds.addWidget(self.add_button)
        deeds.addWidget(self.remove_button)
        self.fields.addLayout(deeds)

    def _fit(self) -> None:
        rows = max(2, min(len(self._levels), _ROWS_SHOWN))
        self.table.setFixedHeight(theme.row(34) + theme.row(36) * rows + 2)

    def load(self, db: Db) -> None:
        self._levels = list_levels(db)
        self._loading = True  # nothing is written while the file is being read
        self.table.set_rows(self._levels)
        self._fit()
        if self.table.current_row() is None and self._levels:
            self.table.select_id(self._levels[0].id)
        self._loading = False
        row = self.table.current_row()
        if row is not None:
            self._display(row)

    def _show(self, level: Level | None) -> None:
        if level is None or self._loading:
            return
        if level.id != self._chosen and self.form.changed() and not self.form.leave():
            self.table.select_id(self._chosen)
            return
        self._display(level)

    def _display(self, level: Level) -> None:
        keep = level.id == self._chosen
        self._chosen = level.id
        name = level_title(level.name)
        shown = _Shown(level.band, name, level.min_age, level.max_age, level.min_minutes)
        self.form.load(shown, keep_typed=keep)

    def _save(self, shown: _Shown) -> None:
        own = next((level for level in self._levels if level.id == self._chosen), None)
        if own is None:
            return
        name = own.name if shown.name == level_title(own.name) else shown.name
        changed = replace(
            own, band=shown.band, name=name, min_age=shown.min_age, max_age=shown.max_age,
            min_minutes=shown.min_minutes,
        )  # fmt: skip
        levels = [changed if level.id == own.id else level for level in self._levels]
        self._write(_("Level of thanks: {name}").format(name=shown.name), levels)

    def _write(self, label: str, levels: Sequence[Level], toast: str = "") -> None:
        self.ctx.write(label, lambda db: save_levels(db, levels), toast)

    def add(self) -> None:
        """Add a level above the highest of the group chosen."""
        if not self.leave():
            return
        row = self.table.current_row()
        band = row.band if row is not None else BANDS[0]
        own = [level for level in self._levels if level.band == band]
        taken = {level_title(level.name) for level in own}
        name, number = _("New level"), 2
        while name in taken:
            name, number = _("New level {number}").format(number=number), number + 1
        most = max((level.min_minutes for level in own), default=0)
        like = own[-1] if own else Level(band, name, None, None, 0)
        new = Level(band, name, like.min_age, like.max_age, most + 50 * 60)
        before = {level.id for level in self._levels}
        self._write(_("Add a level of thanks"), [*self._levels, new])
        added = next((level.id for level in self._levels if level.id not in before), None)
        self.table.select_id(added)
        self.name.setFocus()
        self.name.line.selectAll()

    def remove(self) -> None:
        """Take the chosen level away; thanks given before keep theirs."""
        row = self.table.current_row()
        if row is None:
            return
        self.form.clear()
        label = _("Take away {what}").format(what=level_title(row.name))
        rest = [level for level in self._levels if level.id != row.id]
        self._chosen = None
        self._write(label, rest, toast=label)

    def leave(self) -> bool:
        return self.form.leave()

    def leave_quietly(self) -> None:
        if not self.form.changed():
            return
        try:
            self._save(self.form.value())
        except Invalid as invalid:
            self.form.fields.get(invalid.field, self.name).set_error(str(invalid))
