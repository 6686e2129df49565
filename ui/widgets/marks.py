# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Pills, quiet states, avatars and icons as widgets of their own."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import icons, theme
from ui.widgets import painting


class Pill(QLabel):
    """A state that is not normal, in words on a tint: good warn bad info plum sand mute teal."""

    def __init__(
        self, text: str, tone: str = "mute", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.tone, self.icon_name = tone, icon
        self.setText(text)

    def show_state(self, text: str, tone: str, icon: str = "") -> None:
        self.tone, self.icon_name = tone, icon
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return painting.pill_size(self.text(), self.icon_name)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painting.pill(painting.start(self), self.rect(), self.text(), self.tone, self.icon_name)


class QuietState(QLabel):
    """A state that is as it should be: a small tick and a grey word."""

    def __init__(self, text: str, icon: str = "check", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.icon_name = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = theme.px(15) + theme.gap(6) + painting.text_width(self.text(), "small") + 2
        return QSize(width, theme.px(18) + theme.gap(4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painting.start(self)
        size = theme.px(15)
        tone = "good" if self.icon_name == "check" else "text2"
        icons.paint(painter, self.icon_name, 0, (self.height() - size) / 2, size, theme.color(tone))
        room = self.rect().adjusted(size + theme.gap(6), 0, 0, 0)
        painting.words(painter, room, self.text(), "small", theme.color("text2"))


class Avatar(QWidget):
    """A disc with initials, in the tint that belongs to the id; the name stands beside it."""

    def __init__(self, name: str, key: int, size: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.show_name(name, key)

    def show_name(self, name: str, key: int) -> None:
        self._letters = painting.initials(name)
        self._tone = painting.avatar_tint(key)
        self.update()

    def sizeHint(self) -> QSize:
        return theme.icon_size(self._size)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = min(self.width(), self.height(), theme.px(self._size))
        rect = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        role = "total" if self._size >= 44 else "initials"
        painting.avatar(painting.start(self), rect, self._letters, self._tone, role)


class Sign(QWidget):
    """An icon that only accompanies words; with `square` on a tinted square."""

    def __init__(
        self,
        icon: str,
        tone: str = "text",
        size: int = 20,
        *,
        square: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.icon_name, self.tone, self._size, self._square = icon, tone, size, square
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return theme.icon_size(self._square or self._size)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painting.start(self)
        if self._square:
            size = theme.px(self._size)
            painting.square(painter, self.rect(), self.icon_name, self.tone, size)
        else:
            size = theme.px(self._size)
            icons.paint(painter, self.icon_name, 0, 0, size, theme.color(self.tone))
