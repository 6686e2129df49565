# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The style sheet with colours and sizes put in.

In `resources/style.qss`, `@token` is a colour, `14t` a size of type, `8g` a gap, padding or
radius, `32h` the height of a control, `9r` the radius of
a round mark, `1w` a line's width (`1f` with the focus),
and `icon(name, token)` one of our icons in that colour.
"""

import re
import tempfile
from functools import cache
from pathlib import Path

from resources import ROOT
from ui import icons
from ui.theme.tokens import TOKENS

SOURCE = ROOT / "style.qss"

_ICON = re.compile(r"icon\((\w[\w-]*), *(\w+)\)")
_COLOUR = re.compile(r"@(\w+)")
_SIZE = re.compile(r"(?<![\w#.])(-?\d+(?:\.\d+)?)(t|g|h|r|w|f)\b")


def make(theme: str, scale: float) -> str:
    """The style sheet text of one theme at one text scale, 1.0 to 2.0."""
    tokens = TOKENS[theme]
    width = 2 if theme == "contrast" else 1
    text = SOURCE.read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = _ICON.sub(lambda m: f'url("{_icon_file(m[1], tokens[m[2]])}")', text)
    text = _COLOUR.sub(lambda m: tokens[m[1]], text)
    return _SIZE.sub(lambda m: f"{_pixels(float(m[1]), m[2], scale, width)}px", text)


def _pixels(size: float, unit: str, scale: float, width: int) -> int:
    half = 1 + (scale - 1) / 2
    if unit in "wf":
        return round(size * width) + (unit == "f")
    if unit == "h":  # one line of text, and the rest is padding
        return round(20 * scale + (size - 20) * half)
    if unit == "r":  # more than half the height would make Qt draw square corners
        return int(size * scale)
    return round(size * (scale if unit == "t" else half))


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="coordinator-icons-")


@cache
def _icon_file(name: str, colour: str) -> str:
    # A style sheet can only name files; an SVG stays sharp at every size and screen.
    path = Path(_folder().name) / f"{name}-{colour[1:]}.svg"
    path.write_text(icons.source(name, colour, 2.5), encoding="utf-8")
    return path.as_posix()
