# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The plain frame: two ruled lines that cross at the corners, as on a printer's title page."""

from coordinator.documents.art.pen import Inks, Pen

_HEAVY, _FINE = 44.0, 50.5
_REACH = 13.0  # how far the lines run on past the crossing


def frame(width: float, height: float, inks: Inks) -> str:
    """A heavy and a fine line crossing at each corner, a lozenge in the square they leave."""
    pen = Pen().add(inks.stroke("dark"), inks.fill("dark"), "0 J 0 j")
    for line, inset in ((1.6, _HEAVY), (0.6, _FINE)):
        pen.add(f"{line} w")
        for y in (inset, height - inset):
            pen.move(_HEAVY - _REACH, y).line((width - _HEAVY + _REACH, y)).add("S")
        for x in (inset, width - inset):
            pen.move(x, _HEAVY - _REACH).line((x, height - _HEAVY + _REACH)).add("S")
    for x in (62.0, width - 62.0):
        for y in (62.0, height - 62.0):
            _star(pen, x, y)
    return pen.text()


def _star(pen: Pen, x: float, y: float) -> None:
    """Four small lozenges around a point."""
    for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        _lozenge(pen, x + 4.6 * dx, y + 4.6 * dy, 3.5 if dx else 1.7, 1.7 if dx else 3.5)


def _lozenge(pen: Pen, x: float, y: float, wide: float, high: float) -> None:
    pen.polygon((x - wide, y), (x, y + high), (x + wide, y), (x, y - high)).add("f")


def lozenge(centre: float, y: float, inks: Inks) -> str:
    """A fine rule, open around a lozenge."""
    pen = Pen().add(inks.stroke("dark"), inks.fill("dark"), "0.7 w")
    for side in (-1, 1):
        pen.move(centre + side * 13, y).line((centre + side * 130, y)).add("S")
        _lozenge(pen, centre + side * 13, y, 2.2, 1.1)
    _lozenge(pen, centre, y, 4.6, 4.6)
    return pen.text()
