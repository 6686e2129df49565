# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The switch of school years at the head of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from coordinator.i18n import _
from ui import theme
from ui.forms import Choice

if TYPE_CHECKING:
    from coordinator.store import Db
    from coordinator.terms import Period


class YearChoice(QWidget):
    """School years, newest first, and all of them; `chosen` is sent when the user switches.

    The combo box stands in a box of its own, so that it can give way (`set_away`) in a header
    that shows all of its parts.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.period: Period | None = None  # None: all years
        self.years: list[Period] = []
        self.combo = Choice()
        self.combo.setAccessibleName(_("School year"))
        theme.across(self).addWidget(self.combo)
        self.combo.currentIndexChanged.connect(self._choose)

    def offer(self, db: Db) -> None:
        """The years there are; the first time, the one of today is chosen."""
        from coordinator.terms import current_year, list_years, year_period  # heavy

        years = [year_period(year) for year in list_years(db)]
        if years == self.years:
            return
        if not self.years:
            now = current_year(db)
            self.period = year_period(now) if now else years[0]
        self.years = years
        blocker = QSignalBlocker(self.combo)
        self.combo.clear()
        for year in years:
            self.combo.addItem(year.title)
        self.combo.addItem(_("All years"))
        known = self.period in years
        self.combo.setCurrentIndex(
            years.index(self.period) if known and self.period else len(years)
        )
        self.combo.setMinimumContentsLength(max((len(year.title) for year in years), default=12))
        blocker.unblock()

    def words(self) -> str:
        """What is chosen: 'School year 2026–27'."""
        return self.period.title if self.period else _("all years")

    def span(self) -> Period | None:
        """The days chosen, all years as one period; None where the file has no year."""
        if self.period is not None or not self.years:
            return self.period
        from coordinator.terms import Period

        return Period(self.years[-1].starts, self.years[0].ends, _("All years"))

    def set_away(self, away: bool) -> None:
        """Give way, where there is no room."""
        self.combo.setVisible(not away)

    def _choose(self, place: int) -> None:
        self.period = self.years[place] if 0 <= place < len(self.years) else None
        self.chosen.emit()
