# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The search box at the top, and the list of what it found below it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from coordinator.i18n import _
from ui import icons, theme
from ui.main_window.place import Found
from ui.widgets import IconField, announce, painting

Search = Callable[[str], Sequence[Found]]


class _Painter(QStyledItemDelegate):
    def __init__(self, results: "Results") -> None:
        super().__init__(results)
        self._results = results

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(theme.px(300), theme.px(38) + theme.gap(10))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        found = self._results.found[index.row()]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        ink, quiet = theme.color("text"), theme.color("text2")
        if option.state & QStyle.StateFlag.State_Selected:
            contrast = theme.is_contrast()
            painting.box(
                painter, rect, theme.gap(6), theme.color("accent" if contrast else "press")
            )
            if contrast:
                ink = quiet = theme.color("on")
        size = theme.px(18)
        left = rect.left() + theme.gap(10)
        top = rect.top() + (rect.height() - size) / 2
        icons.paint(painter, found.icon, left, top, size, quiet)
        left += size + theme.gap(10)
        room = QRect(left, rect.top() + theme.gap(5), rect.right() - left, theme.px(20))
        painting.words(painter, room, found.title, "name", ink)
        below = QRect(left, room.bottom(), room.width(), theme.px(18))
        painting.words(painter, below, found.line, "second", quiet)


class Results(QListWidget):
    """What was found, under the box."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self.found: list[Found] = []
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Found"))
        self.setItemDelegate(_Painter(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemEntered.connect(self.setCurrentItem)
        self.hide()

    def show_found(self, found: Sequence[Found], below: QRect) -> None:
        self.clear()
        self.found = list(found)
        for result in found:
            self.addItem(QListWidgetItem(", ".join(filter(None, (result.title, result.line)))))
        if found:
            self.setCurrentRow(0)
        rows = min(len(found), 10)
        height = rows * (theme.px(38) + theme.gap(10)) + theme.gap(12)
        width = max(below.width(), theme.px(300))
        self.setGeometry(below.right() + 1 - width, below.bottom() + 3, width, height)
        self.setVisible(bool(found))
        self.raise_()


class SearchBox(IconField):
    """Finds people, events and commands while the user types; Enter takes the first."""

    def __init__(self, search: Search, window: QWidget) -> None:
        words = _("Find people, events, commands")
        super().__init__("search", words, words, width=300)
        self.setToolTip(_("Find (Ctrl+F)"))
        self.setAcceptDrops(False)  # a file dropped here is for the window
        self.setProperty("low", "true")
        self._search = search
        self._window = window
        self.results = Results(window)
        self.results.itemClicked.connect(lambda _item: self._choose())
        self.textEdited.connect(self._find)
        self.installEventFilter(self)

    def _fit(self) -> None:
        super()._fit()
        # The menus beside it need their room first.
        self.setMinimumWidth(theme.gap(60))

    def _find(self, text: str) -> None:
        found = list(self._search(text)) if text.strip() else []
        corner = self.mapTo(self._window, self.rect().topLeft())
        self.results.show_found(found, QRect(corner, self.size()))
        if found:
            announce(self, _("{count} found").format(count=len(found)))

    def _choose(self) -> None:
        row = self.results.currentRow()
        if 0 <= row < len(self.results.found):
            found = self.results.found[row]
            self.close_results()
            self.clear()
            found.choose()

    def close_results(self) -> None:
        self.results.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in moves and self.results.isVisible():
            row = self.results.currentRow() + moves[key]
            self.results.setCurrentRow(max(0, min(row, self.results.count() - 1)))
            announce(self, self.results.currentItem().text())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif key == Qt.Key.Key_Escape:
            self.close_results()
            super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.close_results()
        return False
