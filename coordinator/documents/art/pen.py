# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A pen that writes PDF path operators, and the inks of a design."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import cos, sin

Point = tuple[float, float]
Colour = tuple[int, int, int]

_ROUND = 0.5523  # control points of a quarter circle


class Inks:
    """The named colours of a design, in colour or in black only.

    Black only: every colour becomes pure black, or white where `paler` names it; never grey,
    which a black-only laser breaks into dots.
    """

    def __init__(
        self, colours: Mapping[str, Colour], *, black_only: bool, paler: Iterable[str] = ()
    ) -> None:
        self.black_only = black_only
        self._colours = {**colours, "black": (0, 0, 0), "white": (255, 255, 255)}
        self._paler = {*paler, "white"}
        self.key = (tuple(sorted(self._colours.items())), black_only, tuple(sorted(self._paler)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Inks) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)

    def with_paler(self, *names: str) -> "Inks":
        """The same inks, these colours white in black only."""
        return Inks(self._colours, black_only=self.black_only, paler=names)

    def fill(self, name: str) -> str:
        """The operator that fills in one colour."""
        return f"{self._code(name, 'g', 'rg')}"

    def stroke(self, name: str) -> str:
        """The operator that draws lines in one colour."""
        return f"{self._code(name, 'G', 'RG')}"

    def _code(self, name: str, gray: str, colour: str) -> str:
        red, green, blue = self._colours[name]
        if self.black_only and name not in self._paler:
            return f"0 {gray}"
        if red == green == blue:
            return f"{red / 255:.3g} {gray}"
        if self.black_only:
            return f"1 {gray}"
        return f"{red / 255:.3g} {green / 255:.3g} {blue / 255:.3g} {colour}"


class Pen:
    """Path operators in the order they were drawn; each point goes through `at` first."""

    def __init__(self, at: Callable[[float, float], Point] | None = None) -> None:
        self.ops: list[str] = []
        self._at = at

    def text(self) -> str:
        """All operators so far."""
        return "\n".join(self.ops)

    def add(self, *ops: str) -> "Pen":
        """Operators as they are: colours, widths, painting."""
        self.ops += ops
        return self

    def _point(self, x: float, y: float) -> str:
        x, y = self._at(x, y) if self._at else (x, y)
        return f"{x:.2f} {y:.2f}"

    def move(self, x: float, y: float) -> "Pen":
        """Begin a path."""
        return self.add(f"{self._point(x, y)} m")

    def line(self, *points: Point) -> "Pen":
        """Straight on through the points."""
        return self.add(*(f"{self._point(x, y)} l" for x, y in points))

    def curve(self, first: Point, second: Point, end: Point) -> "Pen":
        """A Bezier curve on to `end`."""
        return self.add(f"{self._point(*first)} {self._point(*second)} {self._point(*end)} c")

    def polygon(self, *points: Point) -> "Pen":
        """A closed path."""
        return self.move(*points[0]).line(*points[1:]).add("h")

    def circle(self, x: float, y: float, radius: float) -> "Pen":
        """A closed circle."""
        return self.ellipse(x, y, radius, radius)

    def ellipse(self, x: float, y: float, wide: float, high: float) -> "Pen":
        """A closed ellipse with these half axes."""
        a, b = wide * _ROUND, high * _ROUND
        self.move(x + wide, y)
        self.curve((x + wide, y + b), (x + a, y + high), (x, y + high))
        self.curve((x - a, y + high), (x - wide, y + b), (x - wide, y))
        self.curve((x - wide, y - b), (x - a, y - high), (x, y - high))
        self.curve((x + a, y - high), (x + wide, y - b), (x + wide, y))
        return self.add("h")

    def smooth(self, points: Sequence[Point]) -> "Pen":
        """An open curve through all points (Catmull-Rom)."""
        self.move(*points[0])
        for first, second, end in smooth_curves(points):
            self.curve(first, second, end)
        return self

    def leaf(self, base: Point, angle: float, length: float, width: float) -> "Pen":
        """A closed pointed leaf from its base along `angle` (radians)."""

        def turned(along: float, across: float) -> Point:
            return (
                base[0] + along * cos(angle) - across * sin(angle),
                base[1] + along * sin(angle) + across * cos(angle),
            )

        half = width * 0.66
        self.move(*base)
        self.curve(turned(0.22 * length, half), turned(0.68 * length, half), turned(length, 0))
        self.curve(turned(0.68 * length, -half), turned(0.22 * length, -half), base)
        return self.add("h")


def smooth_curves(points: Sequence[Point]) -> list[tuple[Point, Point, Point]]:
    """The Bezier curves (two controls and the end) of a Catmull-Rom spline through points."""
    padded = [points[0], *points, points[-1]]
    curves = []
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        curves.append((first, second, end))
    return curves


def along(points: Sequence[Point], steps: int = 24) -> list[Point]:
    """Many points of the spline through a few, near together."""
    found = [points[0]]
    start = points[0]
    for first, second, end in smooth_curves(points):
        for step in range(1, steps + 1):
            t = step / steps
            u = 1 - t
            found.append(
                (
                    u**3 * start[0]
                    + 3 * u * u * t * first[0]
                    + 3 * u * t * t * second[0]
                    + t**3 * end[0],
                    u**3 * start[1]
                    + 3 * u * u * t * first[1]
                    + 3 * u * t * t * second[1]
                    + t**3 * end[1],
                )
            )
        start = end
    return found
