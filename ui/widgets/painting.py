# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The few shapes that all painted parts and table cells are made of."""

from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from ui import icons, theme
from ui.theme.tokens import AVATAR_TINTS

CENTRE = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def start(widget: QWidget) -> QPainter:
    """A smooth painter on the widget."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def box(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    fill: QColor | None = None,
    border: QColor | None = None,
    width: float = 1,
) -> None:
    """A rounded rectangle whose border lies wholly inside `rect`."""
    inside = QRectF(rect)
    if border is not None:
        inside.adjust(width / 2, width / 2, -width / 2, -width / 2)
    painter.setPen(QPen(border, width) if border is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    radius = min(radius, inside.height() / 2)
    painter.drawRoundedRect(inside, radius, radius)


def words(
    painter: QPainter,
    rect: QRect,
    text: str,
    role: str,
    colour: QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """One line of plain text, shortened with an ellipsis where it does not fit.

    `align` is LEFT, CENTRE or RIGHT of this module.
    """
    if not text:
        return
    font, metrics, size, above = _type(role, theme.text_percent())
    painter.setFont(font)
    painter.setPen(colour)
    left, room = rect.left(), rect.width()
    # Measuring costs more than drawing: no letter is wider than high, so short text surely fits.
    if len(text) * size > room:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    if align is not LEFT:
        spare = room - metrics.horizontalAdvance(text)
        left += spare // 2 if align is CENTRE else spare
    painter.drawText(left, rect.top() + (rect.height() + above) // 2, text)


@cache
def _type(role: str, _percent: int) -> tuple[QFont, QFontMetrics, int, int]:
    """Font, its metrics, pixel size, and how much higher it stands than it hangs."""
    font = theme.font(role)
    metrics = QFontMetrics(font)
    return font, metrics, font.pixelSize(), metrics.ascent() - metrics.descent()


def text_width(text: str, role: str) -> int:
    return _type(role, theme.text_percent())[1].horizontalAdvance(text)


def pill_size(text: str, icon: str = "") -> QSize:
    """The room one pill takes."""
    width = text_width(text, "pill") + 2 * theme.gap(10)
    if icon:
        width += theme.px(14) + theme.gap(4) - theme.gap(2)
    return QSize(width, theme.px(16) + theme.gap(6))


def pill(painter: QPainter, rect: QRect, text: str, tone: str, icon: str = "") -> None:
    """Words (and an icon) on the tint of a tone; in the contrast theme an outline."""
    ink = theme.color(tone)
    border = ink if theme.is_contrast() else None
    box(painter, rect, rect.height() / 2, theme.color(f"{tone}_tint"), border, 1.5)
    left = rect.left() + theme.gap(10)
    if icon:
        left -= theme.gap(2)
        size = theme.px(14)
        icons.paint(painter, icon, left, rect.center().y() + 1 - size / 2, size, ink)
        left += size + theme.gap(4)
    room = QRect(left, rect.top(), rect.right() - left, rect.height())
    words(painter, room, text, "pill", ink)


def initials(name: str) -> str:
    """Two letters for an avatar: of the first two words, else the first two of the only one."""
    parts = [part for part in name.replace("-", " ").split() if part[0].isalnum()]
    if not parts:
        return "?"
    if len(parts) == 1:
        return parts[0][:2] if len(parts[0]) > 1 else parts[0].upper()
    return (parts[0][0] + parts[1][0]).upper()


def avatar_tint(key: int) -> str:
    """The tint of a family or person, the same for good."""
    return AVATAR_TINTS[key % len(AVATAR_TINTS)]


def avatar(painter: QPainter, rect: QRect, letters: str, tone: str, role: str = "initials") -> None:
    """A disc with initials."""
    ratio = painter.device().devicePixelRatioF()
    key = (letters, tone, role, rect.width(), ratio, theme.name())
    painter.drawPixmap(rect.topLeft(), _avatar(*key))


@lru_cache(maxsize=400)
def _avatar(letters: str, tone: str, role: str, side: int, ratio: float, _theme: str) -> QPixmap:
    # Remembered as a picture: a list shows one in every row.
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rect = QRect(0, 0, side, side)
    ink = theme.color(tone)
    border = ink if theme.is_contrast() else None
    box(painter, rect, side / 2, theme.color(f"{tone}_tint"), border, 1.5)
    words(painter, rect, letters, role, ink, CENTRE)
    painter.end()
    return picture


def disc(painter: QPainter, centre: QPointF, radius: float, fill: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawEllipse(centre, radius, radius)


def square(painter: QPainter, rect: QRect, icon: str, tone: str, size: int) -> None:
    """A tinted square with an icon in the middle."""
    ink = theme.color(tone)
    border = ink if theme.is_contrast() else None
    box(painter, rect, theme.gap(9), theme.color(f"{tone}_tint"), border, 1.5)
    middle = QRectF(rect).center()
    icons.paint(painter, icon, middle.x() - size / 2, middle.y() - size / 2, size, ink)
