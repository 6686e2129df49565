# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The side panel of a list, and the timeline in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coordinator.i18n import _
from ui import icons, theme
from ui.widgets import painting
from ui.widgets.buttons import IconButton
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.widgets.layout import Ground, Line, scrolling
from ui.widgets.marks import Avatar, Pill
from ui.widgets.tabs import TabStrip

LEAST_BODY = 150  # what scrolls under the head of a panel, in pixels at 100 %


class SidePanel(Ground):
    """The record of the row chosen: `head` (name, pills, deeds), tabs, and what scrolls below.

    Fill `self.deeds` (a layout) with buttons and `self.facts` with rows; `add_tab` for tabs, or
    without tabs put everything into `self.body`. `closed` is sent by the cross.
    """

    closed = Signal()

    def __init__(self, name: str, width: int = 380, parent: QWidget | None = None) -> None:
        super().__init__("surface", "left", parent)
        self.setAccessibleName(name)
        theme.wide(self, width)
        self._low = False
        self.avatar = Avatar("", 0, 48)
        self.title = Label("", "title", wrap=True)
        self.close_button = IconButton("x", _("Close"), self.closed.emit)
        self._outer = theme.column(self, 0, (1, 16, 1, 0))
        self.head = self._head()
        self._outer.addWidget(self.head)
        self._tab_box = QWidget()
        tab_layout = theme.column(self._tab_box, 0)
        tab_row = theme.across(space=0, margins=(20, 0, 20, 0))
        self.tabs = TabStrip([], _("Parts of the record"))
        tab_row.addWidget(self.tabs)
        tab_row.addStretch(1)
        tab_layout.addLayout(tab_row)
        tab_layout.addWidget(Line("line"))
        self._outer.addWidget(self._tab_box)
        inside = QWidget()
        self._inside = theme.column(inside)
        self.body = theme.column(space=12, margins=(20, 16, 16, 16))
        self._inside.addLayout(self.body, 1)
        self.area = scrolling(inside)
        self._outer.addWidget(self.area, 1)
        self._pages: list[QWidget] = []
        self.tabs.currentChanged.connect(self._show_tab)
        self._tab_box.hide()

    def _head(self) -> QWidget:
        head = QWidget()
        layout = theme.column(head, 12, (20, 0, 14, 8))
        row = theme.across(space=12)
        words = theme.column(space=4)
        name = theme.across(space=12)
        name.addWidget(self.title, 1)
        name.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        words.addLayout(name)
        pills = QWidget()
        self._pills = FlowLayout(pills, 6)
        words.addWidget(pills)
        row.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        layout.addLayout(row)
        self.deeds = theme.across(space=8)
        layout.addLayout(self.deeds)
        self.facts = theme.column(space=6)
        layout.addLayout(self.facts)
        return head

    def show_title(self, name: str, key: int, pills: Sequence[Pill] = ()) -> None:
        self.title.setText(name)
        self.avatar.show_name(name, key)
        self._pills.clear()
        for pill in pills:
            self._pills.addWidget(pill)
            pill.show()

    def _fit_height(self) -> None:
        """In a low window the head scrolls with the rest, which would have no room below it."""
        head = self.head.heightForWidth(self.width())
        low = self.height() < head + theme.px(LEAST_BODY)
        if low != self._low:
            self._low = low
            into = self._inside if low else self._outer
            for place, part in enumerate((self.head, self._tab_box)):
                into.insertWidget(place, part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def add_tab(self, title: str, page: QWidget) -> None:
        self._pages.append(page)
        # First a parent: shown without one, the page would flash up as a window of its own.
        self.body.addWidget(page)
        page.setVisible(len(self._pages) == 1)
        self.tabs.addTab(title)
        self._tab_box.show()

    def _show_tab(self, index: int) -> None:
        for place, page in enumerate(self._pages):
            page.setVisible(place == index)
        self.area.verticalScrollBar().setValue(0)


class PersonRow(QWidget):
    """An avatar of 30, a name, and a small line; a pill at the right if given."""

    def __init__(
        self,
        name: str,
        key: int,
        line: str,
        pill: Pill | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        layout = theme.across(self, 10)
        layout.addWidget(Avatar(name, key, 30), 0, Qt.AlignmentFlag.AlignVCenter)
        words = theme.column(space=0)
        words.addStretch(1)
        words.addWidget(Label(name, "name", elide=True))
        words.addWidget(Label(line, "second", elide=True))
        words.addStretch(1)
        layout.addLayout(words, 1)
        if pill is not None:
            layout.addWidget(pill)


@dataclass(frozen=True)
class TimelineItem:
    """One deed: icon on a tint, what, when and how, a note, and pills `(text, tone, icon)`."""

    icon: str
    tone: str
    title: str
    line: str
    note: str = ""
    pills: tuple[tuple[str, str, str], ...] = ()


class _Disc(QWidget):
    def __init__(self, icon: str, tone: str, last: bool) -> None:
        super().__init__()
        self._icon, self._tone, self._last = icon, tone, last
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return theme.icon_size(30)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painting.start(self)
        side = theme.px(30)
        if not self._last:
            painter.fillRect(
                side // 2 - 1,
                side + theme.gap(2),
                2,
                self.height() - side - theme.gap(4),
                theme.color("line"),
            )
        centre = QPointF(side / 2, side / 2)
        ink = theme.color(self._tone)
        border = ink if theme.is_contrast() else None
        circle = QRectF(0, 0, side, side)
        painting.box(painter, circle, side / 2, theme.color(f"{self._tone}_tint"), border, 1.5)
        size = theme.px(16)
        icons.paint(
            painter,
            self._icon,
            centre.x() - size / 2,
            centre.y() - size / 2,
            size,
            theme.color(self._tone),
        )


class Timeline(QWidget):
    """What happened, newest on top."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._layout = theme.column(self, 0)
        self._layout.addStretch(1)
        self._rows: list[QWidget] = []

    def set_items(self, items: Sequence[TimelineItem]) -> None:
        for row in self._rows:
            self._layout.removeWidget(row)
            row.deleteLater()
        self._rows = [self._row(item, item is items[-1]) for item in items]
        for place, row in enumerate(self._rows):
            self._layout.insertWidget(place, row)

    def _row(self, item: TimelineItem, last: bool) -> QWidget:
        row = QWidget()
        layout = theme.across(row, 14)
        layout.addWidget(_Disc(item.icon, item.tone, last))
        words = theme.column(space=0, margins=(0, 0, 0, 14))
        words.addWidget(Label(item.title, "name", wrap=True))
        words.addWidget(Label(item.line, "second", wrap=True))
        if item.note:
            words.addWidget(Label(item.note, "body", wrap=True))
        if item.pills:
            box = QWidget()
            flow = FlowLayout(box, 6)
            for text, tone, icon in item.pills:
                flow.addWidget(Pill(text, tone, icon))
            words.addSpacing(theme.gap(4))
            words.addWidget(box)
        layout.addLayout(words, 1)
        return row
