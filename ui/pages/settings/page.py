# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The page Settings: sections one below the other, and a field that finds among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from coordinator.i18n import _
from coordinator.store.journal import journaled_tables
from coordinator.text import fold
from ui import theme
from ui.page import Page
from ui.pages.settings.computer import ComputerSection
from ui.pages.settings.data import DataSection, HistorySection
from ui.pages.settings.levels import LevelsSection
from ui.pages.settings.school import CertificatesSection, HoursSection, SchoolSection
from ui.pages.settings.section import Section
from ui.pages.settings.years import YearsSection
from ui.widgets import IconField, Label, PageHeader, scrolling
from ui.widgets.folding import Folding

if TYPE_CHECKING:
    from coordinator.store import Db

_HEAD = 440  # narrower than this the search field stands below the title


class SettingsPage(Page):
    """What is typed is written when its section is left; there is no Save button."""

    # Every table: the history at the foot tells of each step.
    uses: ClassVar[set[str]] = {table.name for table in journaled_tables()}
    ground = "canvas"

    def build(self) -> None:
        self._loading = False
        head = QWidget()
        row = theme.across(head, 0, (28, 16, 28, 8))
        self.header = PageHeader(_("Settings"), _("What you change is kept at once."))
        words = _("Find a setting")
        self.search = IconField("search", words, words, width=240)
        self.search.textChanged.connect(self.find_settings)
        row.addWidget(Folding(self.header, self.search, _HEAD))
        self.sections: dict[str, Section] = {
            "school": SchoolSection(self.ctx),
            "years": YearsSection(self.ctx),
            "certificates": CertificatesSection(self.ctx),
            "hours": HoursSection(self.ctx),
            "levels": LevelsSection(self.ctx),
            "computer": ComputerSection(self.ctx),
            "data": DataSection(self.ctx),
            "history": HistorySection(self.ctx),
        }
        inside = QWidget()
        column = theme.column(inside, 14, (28, 4, 16, 28))
        for section in self.sections.values():
            column.addWidget(section)
        self.nothing = Label(_("No setting has these words."), "body")
        self.nothing.hide()
        column.addWidget(self.nothing)
        column.addStretch(1)
        self.area = scrolling(inside)
        self.body.addWidget(head)
        self.body.addWidget(self.area, 1)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def load(self, db: Db) -> None:
        self._loading = True
        for section in self.sections.values():
            section.load(db)
        self._loading = False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.area.verticalScrollBar().setValue(0)

    def find_settings(self, text: str) -> None:
        """Show only the sections that have all the words."""
        words = fold(text).split()
        shown = 0
        for section in self.sections.values():
            fits = section.has(words)
            section.setVisible(fits)
            shown += fits
        self.nothing.setVisible(not shown)

    def open(self, what: dict[str, Any]) -> None:
        """`section` scrolls to one of the sections by its key."""
        section = self.sections.get(what.get("section", ""))
        if section is not None:
            self.search.clear()
            self.area.verticalScrollBar().setValue(section.y())

    def leave(self) -> bool:
        return all(section.leave() for section in self.sections.values())

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        # The window going to the back, or a combo box opening its list, leaves no section.
        # While the file is read nothing may be written, though a field may lose the focus.
        if old is None or new is None or self._loading:
            return
        left = self._section_of(old)
        if left is not None and left is not self._section_of(new):
            left.leave_quietly()

    def _section_of(self, widget: QWidget) -> Section | None:
        part: Any = widget
        while part is not None and part is not self:
            if isinstance(part, Section):
                return part if self.isAncestorOf(part) else None
            part = part.parentWidget()
        return None

    def let_go(self) -> None:
        super().let_go()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.disconnect(self._focus_moved)
