# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What the first run paints: the three choices, the band of colour, our sign on it."""

import re
from collections.abc import Callable

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

import resources
from ui import theme
from ui.widgets import painting

_PICTURE = (152, 110)


class Choice(QAbstractButton):
    """One of the three ways to begin: a picture, a title, a sentence."""

    def __init__(self, picture: str, title: str, words: str, chosen: Callable[[], object]) -> None:
        super().__init__()
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._words = words
        drawing = resources.ROOT / "icons" / "welcome" / f"{picture}.svg"
        self._lines = drawing.read_text("utf-8")
        self.clicked.connect(lambda: chosen())

    def sizeHint(self) -> QSize:
        return QSize(theme.gap(280), theme.gap(190) + theme.px(112))

    def minimumSizeHint(self) -> QSize:
        title = painting.text_width(self.text(), "heading") + theme.gap(44)
        return QSize(max(theme.gap(200), title), theme.gap(190) + theme.px(112))

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, width - theme.gap(40), 10_000)
        wrap = int(Qt.TextFlag.TextWordWrap)
        words = QFontMetrics(theme.font("body")).boundingRect(room, wrap, self._words)
        return max(self.sizeHint().height(), theme.gap(190) + theme.px(32) + words.height())

    def _drawing(self) -> QSvgRenderer:
        """The picture in the colours of the theme."""
        text = re.sub(r"@(\w+)", lambda found: theme.color(found[1]).name(), self._lines)
        return QSvgRenderer(QByteArray(text.encode()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.hasFocus() or self.underMouse()
        width = 2.0 if on else float(theme.line())
        painter.setPen(QPen(theme.color("accent" if on else "line"), width))
        painter.setBrush(theme.color("hover" if self.isDown() else "surface"))
        frame = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(frame, theme.gap(16), theme.gap(16))
        wide, high = (theme.gap(size) for size in _PICTURE)
        left, top = (self.width() - wide) / 2, float(theme.gap(30))
        self._drawing().render(painter, QRectF(left, top, wide, high))
        top += high + theme.gap(18)
        inner = self.width() - theme.gap(40)
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font("heading"))
        centre = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        title = QRectF(theme.gap(20), top, inner, theme.px(28))
        painter.drawText(title, centre, self.text())
        painter.setPen(theme.color("text2"))
        painter.setFont(theme.font("body"))
        room = QRectF(theme.gap(20), title.bottom() + theme.gap(2), inner, self.height())
        painter.drawText(room, centre | int(Qt.TextFlag.TextWordWrap), self._words)


class LogoOnHero(QWidget):
    """Our sign with its colours turned round, as it stands on the hero colour."""

    def __init__(self) -> None:
        super().__init__()
        text = (resources.ROOT / "logo.svg").read_text("utf-8")
        green, white = "#0B665E", "#fff"
        text = text.replace(white, "@").replace(green, white).replace("@", green)
        self._renderer = QSvgRenderer(QByteArray(text.encode()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return theme.icon_size(34)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._renderer.render(QPainter(self), QRectF(self.rect()))


class Band(QWidget):
    """The ground of the page: the hero colour above, with large quiet discs."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.color("canvas"))
        band = QRectF(0, 0, self.width(), theme.gap(388))
        painter.setClipRect(band)
        painter.fillRect(band, theme.color("hero"))
        if theme.is_contrast():
            return
        veil = QColor(theme.color("on_hero"))
        veil.setAlpha(16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(veil)
        wide = self.width()
        for x, y, radius in (
            (0, 120, 110),
            (80, 330, 170),
            (wide - 185, 0, 240),
            (wide - 60, 220, 160),
        ):
            painter.drawEllipse(QPointF(x, y), theme.gap(radius), theme.gap(radius))
