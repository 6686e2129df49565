# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Tiles and rows that can be pressed: the verbs and lists of Home, and choices."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from coordinator.i18n import format_date
from ui import icons, theme
from ui.widgets import painting


class _Pressable(QAbstractButton):
    focus_radius = 12

    def __init__(
        self, title: str, line: str, clicked: Callable[[], object] | None, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.line = line
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if clicked is not None:
            self.clicked.connect(lambda: clicked())

    def set_line(self, line: str) -> None:
        self.line = line
        self.setAccessibleDescription(line)
        self.update()


def two_lines(
    painter: QPainter,
    room: QRect,
    title: str,
    line: str,
    ink: QColor,
    quiet: QColor,
    role: str = "heading",
) -> None:
    """A title and a small line below it, in the middle of the room's height."""
    first, second = theme.px(21), theme.px(18)
    top = room.top() + (room.height() - first - (second if line else 0)) // 2
    painting.words(painter, QRect(room.left(), top, room.width(), first), title, role, ink)
    below = QRect(room.left(), top + first, room.width(), second)
    painting.words(painter, below, line, "small", quiet)


class HomeTile(_Pressable):
    """A verb of Home: icon square 42, verb, and what it will do; the first one is `hero`."""

    def __init__(
        self,
        icon: str,
        title: str,
        line: str,
        clicked: Callable[[], object] | None = None,
        *,
        hero: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, line, clicked, parent)
        self._icon, self._hero = icon, hero
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = max(
            painting.text_width(self.text(), "heading"), painting.text_width(self.line, "small")
        )
        width = theme.gap(16 + 14 + 16) + theme.px(42) + words + 4
        return QSize(width, theme.px(39) + theme.gap(47))

    def minimumSizeHint(self) -> QSize:
        words = painting.text_width(self.text(), "heading")
        return QSize(theme.gap(46) + theme.px(42) + words + 4, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painting.start(self)
        hover, down, hero = self.underMouse(), self.isDown(), self._hero
        if hero:
            fill, border = theme.color("hero"), None
            if hover or down:
                fill = fill.darker(125 if down else 112)
            ink = quiet = theme.color("on_hero")
        else:
            fill = theme.color("press" if down else "hover" if hover else "surface")
            border = theme.color("edge" if hover else "line")
            ink, quiet = theme.color("text"), theme.color("text2")
        painting.box(painter, self.rect(), theme.gap(12), fill, border, theme.line())
        side = theme.px(42)
        left = theme.gap(16)
        square = QRect(left, (self.height() - side) // 2, side, side)
        if hero:
            glow = QColor(ink)
            glow.setAlpha(34)
            painting.box(painter, square, theme.gap(9), glow)
            size = theme.px(22)
            corner = square.topLeft()
            inset = (side - size) / 2
            icons.paint(painter, self._icon, corner.x() + inset, corner.y() + inset, size, ink)
        else:
            painting.square(painter, square, self._icon, "teal", theme.px(22))
        start = left + side + theme.gap(14)
        room = QRect(start, 0, self.width() - start - theme.gap(12), self.height())
        two_lines(painter, room, self.text(), self.line, ink, quiet)


class DayTile(QWidget):
    """Weekday and day of the month, 46 x 48; today in the hero colour."""

    def __init__(self, day: date, today: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day, self._today = day, today
        self.setAccessibleName(format_date(day, "full"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(44), theme.px(46))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_day(painting.start(self), self.rect(), self._day, self._today)


def paint_day(painter: QPainter, rect: QRect, day: date, today: bool) -> None:
    """The day tile inside another painted row."""
    contrast = theme.is_contrast() and not today
    border = theme.color("line") if contrast else None
    fill = theme.color("hero" if today else "sunken")
    painting.box(painter, rect, theme.gap(9), fill, border, theme.line())
    ink = theme.color("on_hero" if today else "text2")
    top = QRect(rect.left(), rect.top() + theme.px(4), rect.width(), theme.px(17))
    painting.words(painter, top, format_date(day, "EEE"), "pill", ink, painting.CENTRE)
    ink = theme.color("on_hero" if today else "text")
    below = QRect(rect.left(), top.bottom(), rect.width(), theme.px(24))
    painting.words(painter, below, str(day.day), "total", ink, painting.CENTRE)


class ListRow(_Pressable):
    """A row of a card: day tile or tinted icon, title, small line, pill or figure, chevron."""

    def __init__(
        self,
        title: str,
        line: str,
        clicked: Callable[[], object] | None = None,
        *,
        day: date | None = None,
        today: bool = False,
        icon: str = "",
        tone: str = "teal",
        pill: tuple[str, str, str] | None = None,
        figure: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`pill` is `(text, tone, icon)`."""
        super().__init__(title, line, clicked, parent)
        self._day, self._today, self._icon, self._tone = day, today, icon, tone
        self.pill, self.figure = pill, figure
        said = [line, pill[0] if pill else "", figure]
        self.setAccessibleDescription(", ".join(part for part in said if part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320), theme.px(39) + theme.gap(25))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(220), theme.px(39) + theme.gap(12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painting.start(self)
        if self.underMouse() or self.isDown():
            inside = self.rect().adjusted(2, 2, -2, -2)
            token = "press" if self.isDown() else "hover"
            painting.box(painter, inside, theme.gap(9), theme.color(token))
        left = self._paint_left(painter)
        right = self.width() - theme.gap(14)
        if self.figure:
            width = painting.text_width(self.figure, "figure") + 4
            right -= width
            room = QRect(right, 0, width, self.height())
            side = painting.RIGHT
            painting.words(painter, room, self.figure, "figure", theme.color("text"), side)
        else:
            size = theme.px(18)
            right -= size
            top = (self.height() - size) / 2
            icons.paint(painter, "chevron-right", right, top, size, theme.color("text2"))
        right -= theme.gap(12)
        if self.pill is not None:
            text, tone, icon = self.pill
            hint = painting.pill_size(text, icon)
            right -= hint.width()
            top = (self.height() - hint.height()) // 2
            pill = QRect(right, top, hint.width(), hint.height())
            painting.pill(painter, pill, text, tone, icon)
            right -= theme.gap(10)
        room = QRect(left, 0, right - left, self.height())
        two_lines(
            painter, room, self.text(), self.line, theme.color("text"), theme.color("text2"), "name"
        )

    def _paint_left(self, painter: QPainter) -> int:
        """Paint what stands before the words; where the words begin."""
        left = theme.gap(16)
        if self._day is not None:
            width, height = theme.px(44), theme.px(46)
            rect = QRect(left, (self.height() - height) // 2, width, height)
            paint_day(painter, rect, self._day, self._today)
            return left + width + theme.gap(13)
        if self._icon:
            side = theme.px(34)
            rect = QRect(left, (self.height() - side) // 2, side, side)
            painting.square(painter, rect, self._icon, self._tone, theme.px(18))
            return left + side + theme.gap(13)
        return left
