# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A list with one of several side panels at its right."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.table import TableView
from ui.widgets.flow import FlowLayout
from ui.widgets.marks import Pill
from ui.widgets.panel import SidePanel

# Widths of the list, in pixels at 100 %, below which it leaves out something, then what it can.
WIDE, NARROW = 900, 600
LEAST = 300  # a narrower list makes room for the panel
_ANY = 16_777_215  # Qt's own number for no greatest width


class Beside(QWidget):
    """The list fills what the open panel leaves; at most one panel is open.

    `tightened(level)` tells how little room the list has: 0 enough, 1 not for every column, 2 for
    the first column and the one that says how things stand. Esc closes the panel, as its cross
    does.
    """

    tightened = Signal(int)

    def __init__(
        self, left: QWidget, panels: Sequence[SidePanel], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.left = left
        self.panels = list(panels)
        self._level = 0
        layout = theme.across(self)
        # Less than its parts ask for: they give way when told how little room there is.
        left.setMinimumWidth(1)
        layout.addWidget(left, 1)
        for panel in panels:
            panel.hide()
            layout.addWidget(panel)

    def panel(self) -> SidePanel | None:
        """The panel that is open."""
        return next((panel for panel in self.panels if not panel.isHidden()), None)

    def show_panel(self, wanted: SidePanel | None) -> None:
        """Open one panel and close the others; None closes all."""
        for panel in self.panels:
            if panel is not wanted:
                panel.hide()
        if wanted is not None:
            wanted.show()
        self._measure()

    def level(self) -> int:
        """How little room the list has, 0 to 2."""
        return self._level

    def list_width(self) -> int:
        """Pixels that the list has."""
        panel = self.panel()
        return self.width() - (panel.minimumWidth() if panel is not None else 0)

    def _measure(self) -> None:
        # Text grows faster than gaps do, and columns are text.
        width = self.list_width()
        level = sum(width < (theme.gap(limit) + theme.px(limit)) // 2 for limit in (WIDE, NARROW))
        if level != self._level:
            self._level = level
            self.tightened.emit(level)
        self._cover()

    def _cover(self) -> None:
        """Where there is no room for both, the panel takes all of it."""
        panel = self.panel()
        covered = panel is not None and self.list_width() < theme.gap(LEAST)
        self.left.setVisible(not covered)
        if panel is not None:
            panel.setMaximumWidth(_ANY if covered else panel.minimumWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        panel = self.panel()
        if event.key() == Qt.Key.Key_Escape and panel is not None:
            panel.closed.emit()
            return
        super().keyPressEvent(event)


def shrink_first(table: TableView[Any]) -> None:
    """Give the first column what the others leave, but no more than its words need."""
    shown = table.widths.visible()
    if not shown:
        return
    head = table.horizontalHeader()
    others = sum(head.sectionSize(place) for place in shown[1:])
    bar = table.verticalScrollBar().sizeHint().width()
    room = max(table.width() - bar - others, theme.px(120))
    # Signals off: a want of room is not the user's choice to be remembered.
    blocker = QSignalBlocker(head)
    head.resizeSection(shown[0], min(room, table.widths.wanted(shown[0])))
    blocker.unblock()
    table.viewport().update()


def add_deeds(panel: SidePanel, *buttons: QWidget) -> QWidget:
    """Buttons under the title of a panel, in as many lines as they need; the box they are in."""
    box = QWidget()
    flow = FlowLayout(box, 8)
    for button in buttons:
        flow.addWidget(button)
    panel.deeds.addWidget(box)
    return box


def show_head(panel: SidePanel, name: str, key: int, pills: Sequence[Pill] = ()) -> None:
    """Show the title of a panel; its head takes the height that the pills need."""
    panel.show_title(name, key, pills)
    for part in (*pills, panel.title):
        part.updateGeometry()
