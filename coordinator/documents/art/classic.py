# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The classic frame: a diploma with notched corners and garden vines."""

from collections.abc import Callable
from itertools import pairwise
from math import atan2, cos, dist, pi, radians, sin, sqrt

from coordinator.documents.art.pen import Inks, Pen, Point, along

_NOTCH = 34.0
_STEM = ((38.0, 38.0), (54.0, 21.0), (80.0, 17.0), (108.0, 25.0), (140.0, 15.0))
_INNER = 46.0
_FLOWER = (37.0, 37.0)


def frame(width: float, height: float, inks: Inks) -> str:
    """Three notched lines and a vine in each corner."""
    pen = Pen().add(inks.stroke("dark"), inks.fill("dark"), "0 J 0 j")
    for line, inset, corner, radius in (
        (3.2, 30.0, 30.0, _NOTCH),
        (0.7, 36.5, 30.0, _NOTCH + 6.5),
        (0.7, _INNER, _INNER, 40.0),
    ):
        pen.add(f"{line} w")
        _notched(pen, width, height, inset, corner, radius)
    vine, flower = Pen(), Pen()
    _vine(vine, inks)
    _flower(flower, inks)
    for x, right in ((_INNER, 1), (width - _INNER, -1)):
        for y, up in ((_INNER, 1), (height - _INNER, -1)):
            # The same leaves eight times: turned for each corner, mirrored for its other side.
            pen.add("q", f"{right} 0 0 {up} {x:.2f} {y:.2f} cm", *vine.ops)
            pen.add("q 0 1 1 0 0 0 cm", *vine.ops, "Q", *flower.ops, "Q")
    return pen.text()


def _notched(
    pen: Pen, width: float, height: float, inset: float, corner: float, radius: float
) -> None:
    """A rectangle `inset` from the edge whose corners are cut by circles about (corner, corner)."""
    shift = inset - corner
    reach = corner + sqrt(radius**2 - shift**2)  # where the circle meets the straight side
    start, end = atan2(shift, reach - corner), atan2(reach - corner, shift)
    arc = 4 / 3 * sin((end - start) / 4) / cos((end - start) / 4) * radius
    places: list[Callable[[float, float], Point]] = [
        lambda x, y: (x, y),
        lambda x, y: (x, height - y),
        lambda x, y: (width - x, height - y),
        lambda x, y: (width - x, y),
    ]
    on_side = (corner + radius * cos(start), corner + radius * sin(start))
    on_top = (corner + radius * cos(end), corner + radius * sin(end))
    near_side = (on_side[0] - arc * sin(start), on_side[1] + arc * cos(start))
    near_top = (on_top[0] + arc * sin(end), on_top[1] - arc * cos(end))
    for nth, at in enumerate(places):
        path = [on_side, near_side, near_top, on_top]
        if nth % 2:
            path.reverse()
        first, second, third, last = (at(*point) for point in path)
        if nth:
            pen.line(first)
        else:
            pen.move(*first)
        pen.curve(second, third, last)
    pen.add("h S")


def _vine(pen: Pen, inks: Inks) -> None:
    """A stem with thirteen leaves that grow smaller, and two berries."""
    pen.add("1.1 w 1 J").smooth(_STEM).add("S 0 J")
    path = along(_STEM)
    lengths = [0.0]
    for before, after in pairwise(path):
        lengths.append(lengths[-1] + dist(before, after))

    def on_stem(share: float) -> tuple[Point, float]:
        reach = share * lengths[-1]
        nth = min(next(i for i, total in enumerate(lengths) if total >= reach), len(path) - 2)
        (x, y), (far_x, far_y) = path[nth], path[nth + 1]
        return (x, y), atan2(far_y - y, far_x - x)

    for nth in range(15):
        share = 0.14 + 0.86 * nth / 14
        base, heading = on_stem(share)
        small = 1 - 0.42 * share
        side = 0.0 if nth == 14 else (1.0 if nth % 2 else -1.0)
        angle = heading + side * radians(38)
        if nth in (5, 10):
            end = (base[0] + 8.5 * cos(angle), base[1] + 8.5 * sin(angle))
            pen.add("0.7 w").move(*base).line(end).add("S").circle(*end, 2.1).add("f")
        else:
            _leaf(pen, base, angle, (18.5 * small, 6.9 * small), inks)


def _leaf(pen: Pen, base: Point, angle: float, size: Point, inks: Inks) -> None:
    """A leaf on a short stalk with a white vein."""
    length, width = size
    x, y = base[0] + 1.6 * cos(angle), base[1] + 1.6 * sin(angle)
    pen.add("0.7 w").move(*base).line((x, y)).add("S")
    pen.leaf((x, y), angle, length, width).add("f")
    pen.add(inks.stroke("white"), "0.45 w")
    pen.move(x + 0.14 * length * cos(angle), y + 0.14 * length * sin(angle))
    pen.line((x + 0.66 * length * cos(angle), y + 0.66 * length * sin(angle))).add("S")
    pen.add(inks.stroke("dark"))


def _flower(pen: Pen, inks: Inks) -> None:
    """Eight petals with white veins around an eye."""
    x, y = _FLOWER
    pen.add(inks.fill("white")).circle(x, y, 11.2).add("f", inks.fill("dark"))
    for nth in range(8):
        angle = nth * pi / 4
        base = (x + 2.6 * cos(angle), y + 2.6 * sin(angle))
        pen.leaf(base, angle, 9.0, 5.9).add("f")
    pen.add(inks.fill("white")).circle(x, y, 3.9).add("f", inks.fill("dark"))
    pen.circle(x, y, 3.2).add("f", inks.fill("white"))
    for nth in range(6):
        angle = nth * pi / 3
        pen.circle(x + 1.7 * cos(angle), y + 1.7 * sin(angle), 0.42).add("f")
    pen.add(inks.fill("dark"), inks.stroke("dark"))


def sprigs(centre: float, y: float, inks: Inks) -> str:
    """A rule that turns into two sprigs around a dot."""
    pen = Pen().add(inks.stroke("dark"), inks.fill("dark"), "0.7 w")
    pen.circle(centre, y, 3).add("f")
    for side in (-1, 1):

        def at(x: float, up: float, side: int = side) -> Point:
            return (centre + side * x, y + up)

        half = Pen(at)
        half.move(150, 0).line((9, 0)).add("S")
        for nth in range(5):
            base = 15.0 + 9.5 * nth
            small = 1 - 0.07 * nth
            for turn in (-1, 1):
                half.leaf((base, 0), turn * radians(27), 12.5 * small, 3.9 * small).add("f")
        half.leaf((62.5, 0), 0, 9, 3).add("f")
        pen.add(*half.ops)
    return pen.text()


def rule(centre: float, y: float, inks: Inks) -> str:
    """The line under a name in script."""
    return (
        f"{inks.stroke('dark')} 0.7 w {centre - 295:.2f} {y:.2f} m {centre + 295:.2f} {y:.2f} l S"
    )
