# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Our line icons, drawn in the colour of the text beside them."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import ROOT

FOLDER = ROOT / "icons"
STROKE = 1.75
SMALL_STROKE = 2.0  # at 16 pixels and below the thin stroke would turn grey


def names() -> list[str]:
    """The names of all icons, in alphabetical order."""
    return sorted(file.stem for file in FOLDER.glob("*.svg"))


def source(name: str, colour: str, stroke: float = STROKE) -> str:
    """The SVG text of one icon with its colour (#RRGGBB) and stroke put in."""
    return (
        _file(name)
        .replace('stroke="#000"', f'stroke="{colour}"')
        .replace('stroke-width="1.75"', f'stroke-width="{stroke}"')
    )


@cache
def _file(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, size: int, colour: QColor, ratio: float = 0) -> QPixmap:
    """The icon at `size` logical pixels, sharp on a screen of that device pixel ratio."""
    if not ratio:
        screen = QGuiApplication.primaryScreen()
        ratio = screen.devicePixelRatio() if screen else 1.0
    return _pixmap(name, size, colour.name(), ratio)


@lru_cache(maxsize=600)
def _pixmap(name: str, size: int, colour: str, ratio: float, stroke: float = 0) -> QPixmap:
    stroke = stroke or (SMALL_STROKE if size <= 16 else STROKE)
    renderer = QSvgRenderer(QByteArray(source(name, colour, stroke).encode()))
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def paint(
    painter: QPainter, name: str, x: float, y: float, size: int, colour: QColor, stroke: float = 0
) -> None:
    """Paint the icon with its top left corner at x, y; `stroke` on the grid of 24, 0 as usual."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(round(x), round(y), _pixmap(name, size, colour.name(), ratio, stroke))


def icon(name: str, colour: QColor, disabled: QColor, size: int = 18) -> QIcon:
    """A QIcon for menus and stock widgets; made anew when the theme changes."""
    result = QIcon(pixmap(name, size, colour))
    result.addPixmap(pixmap(name, size, disabled), QIcon.Mode.Disabled)
    return result
