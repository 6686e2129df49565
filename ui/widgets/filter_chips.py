# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The filters that are on, as chips of a filter row, and "Add filter"."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from coordinator.i18n import _
from ui.widgets.buttons import Button
from ui.widgets.chips import Chip
from ui.widgets.filter_row import FilterRow

_LONGEST = 30
Filter = tuple[str, Callable[[], object]]


class FilterChips(QObject):
    """Keeps chips in a filter row: those of the filters in force, then further ones, then a menu.

    A press on a chip takes its filter away. `fill_menu(menu)` puts the filters there are into the
    menu each time it opens.
    """

    def __init__(
        self, row: FilterRow, fill_menu: Callable[[QMenu], None], first: Sequence[QWidget] = ()
    ) -> None:
        super().__init__(row)
        self._row = row
        self._fill_menu = fill_menu
        self._first = list(first)
        self._chips: list[Chip] = []
        self._placed: list[QWidget] = []
        self._filters: list[Filter] = []
        self._further: list[QWidget] = []
        self._away = False
        self.add = Button(_("Add filter"), "quiet", "plus", clicked=self.open_menu)
        self._place()

    def set_filters(self, filters: Sequence[Filter], further: Sequence[QWidget] = ()) -> None:
        """Show these filters, each its words and what takes it away, and `further` after them."""
        same = [words for words, _remove in filters] == [words for words, _r in self._filters]
        self._filters = list(filters)
        if not same or list(further) != self._further:
            self._further = list(further)
            self._place()

    def set_away(self, away: bool) -> None:
        """Leave all of it out, where there is no room; what is hidden is said all the same."""
        if away != self._away:
            self._away = away
            self._place()

    def chips(self) -> list[Chip]:
        """The chips of the filters in force."""
        return self._chips

    def _place(self) -> None:
        focused = next((part for part in self._placed if part.hasFocus()), None)
        old = self._chips
        for part in self._placed:
            part.hide()
            part.setParent(None)
        for chip in old:
            chip.deleteLater()
        self._chips = [self._chip(place, words) for place, (words, _r) in enumerate(self._filters)]
        wanted = [*self._first, *self._chips, *self._further, self.add]
        self._placed = [] if self._away else wanted
        for part in self._placed:
            self._row.add(part)
            part.updateGeometry()
        if focused is not None and self._placed:
            to = focused if focused in self._placed else self.add
            to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chip(self, place: int, words: str) -> Chip:
        short = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
        chip = Chip(short, on=True)
        chip.setAccessibleName(_("Take away the filter {filter}").format(filter=words))
        chip.clicked.connect(lambda: self._filters[place][1]())
        return chip

    def menu(self) -> QMenu:
        """The filters there are, made anew."""
        menu = QMenu(self._row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill_menu(menu)
        return menu

    def open_menu(self) -> None:
        self.menu().popup(self.add.mapToGlobal(QPoint(0, self.add.height())))
