# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Tab follows the eye through the whole window, also where parts were made later than others."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QWidget


class ReadingOrderWindow(QMainWindow):
    """A window where Tab goes from part to part as they stand: row by row, left to right.

    Qt's own chain follows the order of making: a page built later would come after the bar at the
    foot, and parts put in between by `setTabOrder` can close the chain to a trap.
    """

    def first_stops(self) -> list[QWidget]:
        """Where Tab goes from the window itself, before all other parts."""
        return []

    def focusNextPrevChild(self, forward: bool) -> bool:
        everything = list(stops(self))
        first = [widget for widget in self.first_stops() if widget in everything]
        found = [*first, *(widget for widget in everything if widget not in first)]
        if not found:
            return False
        at = self.focusWidget()
        step = 1 if forward else -1
        start = found.index(at) if at in found else -1 if forward else 0
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        for further in range(1, len(found) + 1):
            wanted = found[(start + step * further) % len(found)]
            wanted.setFocus(reason)
            if self.focusWidget() is wanted:  # some pass it on, or back
                return True
        return False


def stops(root: QWidget) -> Iterator[QWidget]:
    """What Tab can reach inside of a widget, row by row and from left to right."""
    for widget in _in_rows(root):
        if _takes_tab(widget):
            yield widget
        yield from stops(widget)


def _in_rows(root: QWidget) -> Iterator[QWidget]:
    # By place and not by layout item: an item asked of a layout outlives it in Python, and crashes.
    shown = [one for one in root.children() if isinstance(one, QWidget) and _is_shown(one)]
    row: list[QWidget] = []
    for widget in sorted(shown, key=lambda one: one.y()):
        if row and widget.y() >= min(one.geometry().bottom() for one in row):
            yield from sorted(row, key=lambda one: one.x())
            row = []
        row.append(widget)
    yield from sorted(row, key=lambda one: one.x())


def _is_shown(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.isWindow()


def _takes_tab(widget: QWidget) -> bool:
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or not widget.isEnabled():
        return False
    if widget.focusProxy() is not None:
        return False
    # Of buttons that exclude each other only the chosen one: the arrows go on to the others.
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    alone = group is None or not group.exclusive() or group.checkedButton() is None
    return alone or (group is not None and group.checkedButton() is widget)
