# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A layout that puts its items in lines, like words of a text."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QLineEdit, QWidget

from ui import theme


class FlowLayout(QLayout):
    """Items left to right, then the next line; `space` in pixels at 100 %.

    A line edit becomes narrower before what follows it goes to the next line.
    """

    def __init__(self, parent: QWidget | None = None, space: int = 8) -> None:
        self._heights: dict[tuple[int, int], int] = {}
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._space = space
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        # Qt asks one past the end and expects None; the stub knows only items.
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def clear(self) -> None:
        """Take all widgets away for good."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        key = width, theme.text_percent()
        if key not in self._heights:  # asked a dozen times for one change of the window
            self._heights[key] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[key]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if item.isEmpty():
                continue
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _place(self, rect: QRect, move: bool) -> int:
        gap = theme.gap(self._space)
        y = rect.y()
        for number, line in enumerate(self._lines(rect.width(), gap)):
            y += gap if number else 0
            height = max(item.sizeHint().height() for item in line)
            x = rect.x()
            wanted = sum(item.sizeHint().width() + gap for item in line) - gap
            missing = max(0, wanted - rect.width())
            for item in line:
                hint = item.sizeHint()
                less = min(missing, _gives(item))
                missing -= less
                size = QSize(min(hint.width() - less, rect.width()), hint.height())
                if move:
                    corner = QPoint(x, y + (height - size.height()) // 2)
                    item.setGeometry(QRect(corner, size))
                x += size.width() + gap
            y += height
        return y - rect.y()

    def _lines(self, width: int, gap: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        taken = spare = 0
        for item in self._items:
            if item.isEmpty():  # hidden: no room, no gap
                continue
            wanted = item.sizeHint().width()
            spare += _gives(item)
            if not lines or taken + gap + wanted - spare > width:
                lines.append([])
                taken, spare = -gap, _gives(item)
            lines[-1].append(item)
            taken += gap + wanted
        return lines


def _gives(item: QLayoutItem) -> int:
    """By how much an item may become narrower."""
    if not isinstance(item.widget(), QLineEdit):
        return 0
    return item.sizeHint().width() - item.minimumSize().width()
