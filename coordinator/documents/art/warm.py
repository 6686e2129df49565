# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The warm sheet: bunting above, and below a paper chain of people of all sizes."""

from math import atan2, cos, pi, sin

from coordinator.documents.art.patterns import fill_pattern
from coordinator.documents.art.pen import Inks, Pen, Point
from coordinator.documents.art.people import draw_people

_SIDE = 36.0
_SWAG = 25.0
_FLAG_WIDE, _FLAG_HIGH = 30.0, 33.0
_FLAGS = (
    ("coral", "stripes"),
    ("green", "dots"),
    ("plum", "star"),
    ("yellow", "none"),
    ("sky", "slanted"),
)


def frame(width: float, height: float, inks: Inks) -> str:
    """Bunting at the top, people holding hands on a ground line at the foot."""
    inks = inks.with_paler("yellow", "sky")
    return "\n".join([_bunting(width, height, inks), draw_people(width, _SIDE, inks), "1 w"])


def _bunting(width: float, height: float, inks: Inks) -> str:
    """Two swags of a cord with eight flags each, a knot where they meet."""
    cord, half = height - 35.0, width / 2 - _SIDE
    pen = Pen()
    for swag in (0, 1):
        left = _SIDE + swag * half
        for nth in range(8):
            share = (nth + 0.5) / 8
            slope = atan2(-4 * _SWAG * (1 - 2 * share), half)
            place = (left + share * half, cord - 4 * _SWAG * share * (1 - share))
            colour, pattern = _FLAGS[(nth + 3 * swag) % 5]
            pen.add(_flag(place, slope, colour, pattern, inks))
        # A parabola is one Bezier curve: its controls lie 2/3 of the way to the crossing tangents.
        low = cord - 4 / 3 * _SWAG
        pen.add(inks.stroke("ink"), "1.3 w 1 J").move(left, cord)
        pen.curve((left + half / 3, low), (left + 2 * half / 3, low), (left + half, cord)).add("S")
    pen.add(inks.fill("ink")).circle(width / 2, cord, 3.6).add("f")
    return pen.text()


def _flag(place: Point, slope: float, colour: str, pattern: str, inks: Inks) -> str:
    """A flag hanging from a point of the cord, turned with it."""

    def at(x: float, y: float) -> Point:
        return (
            place[0] + x * cos(slope) - y * sin(slope),
            place[1] + x * sin(slope) + y * cos(slope),
        )

    half = _FLAG_WIDE / 2
    shape = Pen(at)
    shape.move(-half, 0.5).line((half, 0.5), (3.6, -_FLAG_HIGH))
    shape.curve((2, -_FLAG_HIGH - 1.2), (-2, -_FLAG_HIGH - 1.2), (-3.6, -_FLAG_HIGH)).add("h")
    box = (-half, -_FLAG_HIGH - 1, half, 0.5)
    return fill_pattern(shape, at, box, (colour, pattern), inks)


def wave(centre: float, y: float, inks: Inks) -> str:
    """A hand-drawn stroke under the name."""
    pen = Pen().add(inks.stroke("yellow"), "4 w 1 J 1 j")
    points = [(centre - 220 + 440 * i / 12, y + 2.4 * sin(i * pi / 2 + 0.6)) for i in range(13)]
    points[0] = (points[0][0], y - 2.5)
    points[-1] = (points[-1][0], y + 1.0)
    return pen.smooth(points).add("S").text()
