# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Filled shapes told apart by pattern, so that they differ on a black-and-white printer too."""

from collections.abc import Callable
from math import cos, pi, sin

from coordinator.documents.art.pen import Inks, Pen, Point

Box = tuple[float, float, float, float]  # left, bottom, right, top
_LIGHT = {"yellow"}  # these carry a dark pattern


def fill_pattern(
    shape: Pen,
    at: Callable[[float, float], Point] | None,
    box: Box,
    kind: tuple[str, str],
    inks: Inks,
) -> str:
    """A shape in a colour with a pattern cut at its edge, closed by an outline in the own colour.

    `kind` is (colour, pattern); `box` bounds the shape in the coordinates before `at`.
    """
    colour, pattern = kind
    path = "\n".join(shape.ops)
    pale = inks.black_only and inks.fill(colour) == "1 g"
    mark = "ink" if colour in _LIGHT or pale else "white"
    edge = inks.stroke("ink" if pale else colour)
    pen = Pen(at)
    pen.add("q", inks.fill(colour), path, "f")
    if pattern != "none":
        pen.add("q", path, "W n", inks.fill(mark), inks.stroke(mark), "0 J 0 j")
        _PATTERNS[pattern](pen, box)
        pen.add("Q")
    # Patterns cut at a shape's edge look bitten without this.
    return pen.add(edge, "1.5 w 1 j", path, "S Q").text()


def _stripes(pen: Pen, box: Box) -> None:
    left, bottom, right, top = box
    pen.add("2.1 w")
    y = top - 5.2
    while y > bottom + 3.5:
        pen.move(left, y).line((right, y)).add("S")
        y -= 5.6


def _slanted(pen: Pen, box: Box) -> None:
    left, bottom, right, top = box
    pen.add("1.9 w")
    x = left - (top - bottom)
    while x < right:
        pen.move(x, bottom).line((x + (top - bottom), top)).add("S")
        x += 6.4


def _dots(pen: Pen, box: Box) -> None:
    left, bottom, right, top = box
    middle = (left + right) / 2
    row, y = 0, top - 5.0
    while y > bottom + 3:
        x = middle - 28 + (3.7 if row % 2 else 0)
        while x < right:
            pen.circle(x, y, 1.35)
            x += 7.4
        row, y = row + 1, y - 5.6
    pen.add("f")


def _zigzag(pen: Pen, box: Box) -> None:
    left, bottom, right, top = box
    middle = (left + right) / 2
    pen.add("1.7 w")
    y = top - 7.0
    while y > bottom - 4:
        points = [(middle - 32 + 4 * i, y + (2.2 if i % 2 else -2.2)) for i in range(17)]
        pen.move(*points[0]).line(*points[1:]).add("S")
        y -= 8.6


def _checks(pen: Pen, box: Box) -> None:
    left, bottom, right, top = box
    middle = (left + right) / 2
    pen.add("1.3 w")
    for step in range(-5, 6):
        pen.move(middle + 6 * step + 3, bottom).line((middle + 6 * step + 3, top)).add("S")
    y = top - 5
    while y > bottom:
        pen.move(left, y).line((right, y)).add("S")
        y -= 6


def _star(pen: Pen, box: Box) -> None:
    left, _bottom, right, top = box
    x, y = (left + right) / 2, top - 13.5
    points = []
    for nth in range(10):
        radius = 7.4 if nth % 2 == 0 else 3.0
        angle = pi / 2 + nth * pi / 5
        points.append((x + radius * cos(angle), y + radius * sin(angle)))
    pen.polygon(*points).add("f")


_PATTERNS: dict[str, Callable[[Pen, Box], None]] = {
    "stripes": _stripes,
    "slanted": _slanted,
    "dots": _dots,
    "zigzag": _zigzag,
    "checks": _checks,
    "star": _star,
}
