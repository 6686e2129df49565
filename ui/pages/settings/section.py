# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A section of the settings: its title and sentence at the left, what it holds at the right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QLabel, QWidget

from coordinator.errors import Invalid
from coordinator.i18n import _
from coordinator.settings import Settings, load_settings, save_settings
from coordinator.text import fold
from ui import theme
from ui.context import Context
from ui.forms import Field, Form
from ui.widgets import Card, Label

if TYPE_CHECKING:
    from coordinator.store import Db

_SIDE = 230  # the title and its sentence
_FIELDS = 500
_NARROW = 760  # below this the title stands above the fields


class Section(Card):
    """One card of the page; `self.fields` is the column that a section fills."""

    def __init__(self, ctx: Context, title: str, about: str, *, wide: bool = False) -> None:
        super().__init__(margins=(20, 18, 20, 20))
        self.ctx = ctx
        self.title = title
        self._row = theme.across(space=24)
        self._side = QWidget()
        side = theme.column(self._side, 4)
        self.heading = Label(title, "heading", wrap=True)
        side.addWidget(self.heading)
        self._about = Label(about, "small", wrap=True)
        side.addWidget(self._about)
        side.addStretch(1)
        theme.wide(self._side, _SIDE)
        self._box = QWidget()
        self._wide = wide
        self.fields = theme.column(self._box, 14)
        self._row.addWidget(self._side)
        self._row.addWidget(self._box, 1000)
        self._row.addStretch(1)
        self.body.addLayout(self._row)
        self.setAccessibleName(title)
        self.build()

    def build(self) -> None:
        """Put the widgets into `self.fields`."""
        raise NotImplementedError

    def load(self, db: Db) -> None:
        """Fill the widgets; what is typed and not yet written stays."""

    def leave(self) -> bool:
        """Write what differs as one step; False where it is refused, and the field says why."""
        return True

    def leave_quietly(self) -> None:
        """As the keyboard moves on: write, or say why not without calling the user back."""
        self.leave()

    def has(self, words: list[str]) -> bool:
        """Whether every (folded) word is in what the section says."""
        told = fold(" ".join(self._told()))
        return all(word in told for word in words)

    def _told(self) -> list[str]:
        labels = [label.text() for label in self.findChildren(QLabel)]
        buttons = [button.text() for button in self.findChildren(QAbstractButton)]
        return [self.title, *labels, *buttons]

    def minimumSizeHint(self) -> QSize:
        # Side by side it needs more than it does once it has folded.
        return QSize(theme.px(300), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        narrow = self.width() < theme.px(_NARROW)
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        side = self.width() if narrow else theme.gap(_SIDE)
        # Gaps grow half as fast as words: at 200 % the sentence needs a wider column.
        side = side if narrow else (theme.gap(_SIDE) + theme.px(_SIDE)) // 2
        self._side.setProperty("plainWidth", None)
        self._side.setFixedWidth(min(side, self.width() - theme.gap(40)))
        most = 16_777_215 if self._wide or narrow else theme.px(_FIELDS)
        self._box.setMaximumWidth(most)


class FormSection(Section):
    """A section whose fields are values of the school's settings."""

    def hold(self, fields: Mapping[str, Field]) -> None:
        """Join fields, named as in Settings, to the file; call at the end of `build`."""
        self.form: Form[Settings] = Form(fields, self._save)

    def load(self, db: Db) -> None:
        self.form.load(load_settings(db), keep_typed=True)

    def _save(self, details: Settings) -> None:
        kept = {name: getattr(details, name) for name in self.form.fields}

        def write(db: Db) -> None:
            save_settings(db, replace(load_settings(db), **kept))

        self.ctx.write(_("Settings: {section}").format(section=self.title), write)

    def leave(self) -> bool:
        return self.form.leave()

    def leave_quietly(self) -> None:
        try:
            self.form.value()
        except Invalid as invalid:
            self.form.fields[invalid.field].set_error(str(invalid))
        except ValueError:  # nothing is loaded yet
            return
        else:
            self.form.leave()
