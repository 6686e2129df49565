# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What the list of families and people is narrowed down to: chips, and a menu for more."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from coordinator.families import FamilyRow, PersonRow
from coordinator.i18n import _, language_name
from coordinator.text import fold
from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.chips import Chip


@dataclass(frozen=True)
class Wanted:
    """Which rows to show; `language` and `tag` are empty for any."""

    interpreter: bool = False
    unseen: bool = False
    tag: str = ""
    language: str = ""
    archived: bool = False  # those put away too

    def families(self, rows: Sequence[FamilyRow], reached_since: date) -> list[FamilyRow]:
        """The families wanted; `reached_since` is the first day of the semester."""
        return [
            row
            for row in rows
            if (not self.interpreter or row.interpreter)
            and not (self.unseen and row.last_came and row.last_came >= reached_since)
            and (not self.tag or self.tag in row.tags)
            and (not self.language or row.home_language == self.language)
        ]

    def people(self, rows: Sequence[PersonRow]) -> list[PersonRow]:
        """The people wanted."""
        return [row for row in rows if not self.language or row.language == self.language]


class Filters(QWidget):
    """Chips for what is on and for the two commonest; the menu has all. `changed(Wanted)`."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.wanted = Wanted()
        self._tags: list[str] = []
        self._languages: list[str] = []
        self._roomy = True
        self._people = False
        row = theme.across(self, 8)
        self.chips = {
            "interpreter": Chip(_("Needs interpreter")),
            "unseen": Chip(_("Not reached")),
            "tag": Chip(""),
            "language": Chip(""),
            "archived": Chip(_("Put away too")),
        }
        for name, chip in self.chips.items():
            chip.clicked.connect(lambda on, name=name: self._toggle(name, on))
            row.addWidget(chip)
        self.more = Button(
            _("Filters"), "quiet", "sliders", self._pop_up, name=_("Filters"), tip=_("Filters")
        )
        row.addWidget(self.more)
        self._show()

    def offer(self, tags: Sequence[str], languages: Sequence[str]) -> None:
        """What there is to choose from."""
        self._tags = sorted(tags, key=fold)
        self._languages = sorted(languages, key=lambda code: fold(language_name(code)))

    def set_room(self, roomy: bool) -> None:
        """Without room only chips that are on are shown."""
        self._roomy = roomy
        self.more.setText(_("Filters") if roomy else "")
        self.more.updateGeometry()
        self._show()

    def set_people(self, people: bool) -> None:
        """Among people, only what people have is offered."""
        self._people = people
        self._show()

    def set_wanted(self, wanted: Wanted) -> None:
        """Narrow the list down to this, and tell."""
        if wanted != self.wanted:
            self.wanted = wanted
            self._show()
            self.changed.emit(wanted)

    def active(self) -> bool:
        return self.wanted != Wanted()

    def clear(self) -> None:
        self.set_wanted(Wanted())

    def _toggle(self, name: str, on: bool) -> None:
        value: Any = on if name in ("interpreter", "unseen", "archived") else ""
        self.set_wanted(replace(self.wanted, **{name: value}))
        if not self.chips[name].isVisible():
            self.more.setFocus()

    def _show(self) -> None:
        wanted, chips = self.wanted, self.chips
        chips["tag"].setText(_("Tag: {tag}").format(tag=wanted.tag))
        if wanted.language:
            chips["language"].setText(language_name(wanted.language))
        for name, chip in chips.items():
            on = bool(getattr(wanted, name))
            mine = not self._people or name in ("language", "archived")
            chip.setChecked(on)
            common = self._roomy and name in ("interpreter", "unseen")
            chip.setVisible(mine and (on or common))
            chip.updateGeometry()

    def _pop_up(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """All filters, those in force ticked."""
        menu = QMenu(self)
        if not self._people:
            self._tick(menu, _("Needs interpreter"), "interpreter", value=True)
            self._tick(menu, _("Not reached"), "unseen", value=True)
            tags = menu.addMenu(_("Tag"))
            tags.setEnabled(bool(self._tags))
            for tag in self._tags:
                self._tick(tags, tag, "tag", tag)
        languages = menu.addMenu(_("Language"))
        languages.setEnabled(bool(self._languages))
        for code in self._languages:
            self._tick(languages, language_name(code), "language", code)
        menu.addSeparator()
        self._tick(menu, _("Those put away too"), "archived", value=True)
        return menu

    def _tick(self, menu: QMenu, words: str, name: str, value: Any) -> None:
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(getattr(self.wanted, name) == value)
        off: Any = False if value is True else ""
        action.toggled.connect(
            lambda on: self.set_wanted(replace(self.wanted, **{name: value if on else off}))
        )
