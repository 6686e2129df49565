# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The look now in force: colours, sizes and fonts, and changing them while the program runs.

`color("accent")`, `px(20)` (type and icons), `gap(12)` (paddings, gaps, radii), `row(42)`
(row heights), `line()` and `font("body")` always answer for the theme and text size in force, so
painted widgets ask while they paint. Layouts made by `column` and `across`, and widths given by
`wide`, are put right by `apply`.
"""

from functools import cache

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.theme import fonts, palette, sheet
from ui.theme.tokens import NAMES, TOKENS

__all__ = [
    "NAMES",
    "across",
    "apply",
    "automatic",
    "color",
    "column",
    "font",
    "gap",
    "high",
    "icon_size",
    "is_contrast",
    "line",
    "name",
    "px",
    "row",
    "signals",
    "text_percent",
    "wide",
]


class _Signals(QObject):
    changed = Signal()  # after a change of theme or text size


class _Look:
    name = "light"
    scale = 1.0


signals = _Signals()
_look = _Look()


def name() -> str:
    """The theme in force: light, dark or contrast."""
    return _look.name


def text_percent() -> int:
    """The text size in force, 100 to 200."""
    return round(_look.scale * 100)


def is_contrast() -> bool:
    return _look.name == "contrast"


def color(token: str) -> QColor:
    """The colour of a token of `tokens.py` in the theme in force."""
    return _color(_look.name, token)


@cache
def _color(theme: str, token: str) -> QColor:
    return QColor(TOKENS[theme][token])


def px(size: float) -> int:
    """Pixels for type and icons."""
    return round(size * _look.scale)


def gap(size: float) -> int:
    """Pixels for paddings, gaps and radii, which grow half as fast as text."""
    return round(size * (1 + (_look.scale - 1) / 2))


def high(height: float) -> int:
    """Pixels for the height of a control: one line of text grows with it, its padding by half."""
    return px(20) + gap(height - 20)


def row(height: float) -> int:
    """Pixels for the height of a row of text."""
    return round(height * max(1.0, 0.92 * _look.scale))


def line() -> int:
    """Thickness of lines: 1, in the contrast theme 2."""
    return 2 if is_contrast() else 1


def font(role: str) -> QFont:
    """The font of a role of the type scale (`fonts.ROLES`)."""
    return _font(role, _look.scale)


@cache
def _font(role: str, scale: float) -> QFont:
    return fonts.make(role, scale)


def icon_size(size: float) -> QSize:
    return QSize(px(size), px(size))


def automatic(app: QApplication) -> str:
    """The theme that the computer asks for."""
    hints = app.styleHints()
    accessibility = hints.accessibility()
    if accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def apply(app: QApplication, theme: str = "auto", percent: int = 100) -> None:
    """Put a theme (or "auto") and a text size of 100 to 200 % in force in all windows at once."""
    fonts.load_screen_fonts()
    _look.name = theme if theme in NAMES else automatic(app)
    _look.scale = min(200, max(100, percent)) / 100
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setFont(font("body"))
    app.setPalette(palette.make(TOKENS[_look.name]))
    app.setStyleSheet(sheet.make(_look.name, _look.scale))
    for window in app.topLevelWidgets():
        _rescale(window)
    signals.changed.emit()


def column(
    parent: QWidget | None = None,
    space: int = 0,
    margins: tuple[int, int, int, int] | int = 0,
) -> QVBoxLayout:
    """A top-to-bottom layout whose spaces (pixels at 100 %) follow the text size."""
    layout = QVBoxLayout(parent) if parent else QVBoxLayout()
    _set_spaces(layout, space, margins)
    return layout


def across(
    parent: QWidget | None = None,
    space: int = 0,
    margins: tuple[int, int, int, int] | int = 0,
) -> QHBoxLayout:
    """A left-to-right layout whose spaces (pixels at 100 %) follow the text size."""
    layout = QHBoxLayout(parent) if parent else QHBoxLayout()
    _set_spaces(layout, space, margins)
    return layout


def wide(widget: QWidget, width: int) -> None:
    """Fix a width, in pixels at 100 %, that grows with the text as paddings do."""
    widget.setProperty("plainWidth", width)
    widget.setFixedWidth(gap(width))


def _set_spaces(layout: QBoxLayout, space: int, margins: tuple[int, int, int, int] | int) -> None:
    sides = (margins,) * 4 if isinstance(margins, int) else margins
    layout.setProperty("plainSpaces", [space, *sides])
    _scale_layout(layout)


def _scale_layout(layout: QLayout) -> None:
    spaces = layout.property("plainSpaces")
    if spaces:
        space, left, top, right, bottom = (gap(size) for size in spaces)
        layout.setSpacing(space)
        layout.setContentsMargins(left, top, right, bottom)


def _rescale(window: QWidget) -> None:
    for layout in window.findChildren(QLayout):
        _scale_layout(layout)
    for widget in [window, *window.findChildren(QWidget)]:
        width = widget.property("plainWidth")
        if width:
            widget.setFixedWidth(gap(width))
