# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A paper chain of people holding hands, without faces or skin colours."""

from itertools import pairwise

from coordinator.documents.art.patterns import fill_pattern
from coordinator.documents.art.pen import Inks, Pen, Point

_GROUND = 54.0
# Height, dress or trousers, colour, pattern; adult and child in turn, no neighbours of one colour.
_PEOPLE = (
    (84.0, "dress", "coral", "stripes"),
    (62.0, "trousers", "green", "zigzag"),
    (90.0, "dress", "plum", "none"),
    (56.0, "dress", "yellow", "checks"),
    (80.0, "trousers", "sky", "dots"),
    (66.0, "dress", "yellow", "none"),
    (88.0, "dress", "sky", "checks"),
    (60.0, "trousers", "coral", "dots"),
    (84.0, "dress", "green", "stripes"),
    (58.0, "dress", "plum", "zigzag"),
    (90.0, "trousers", "green", "dots"),
    (64.0, "dress", "plum", "stripes"),
    (82.0, "dress", "yellow", "zigzag"),
    (60.0, "trousers", "sky", "none"),
    (88.0, "dress", "coral", "checks"),
    (62.0, "dress", "sky", "zigzag"),
    (84.0, "trousers", "coral", "none"),
)


def draw_people(width: float, side: float, inks: Inks) -> str:
    """The chain between the two side margins, and the ground it stands on."""
    step = (width - 2 * side - 44) / (len(_PEOPLE) - 1)
    places = [side + 22 + nth * step for nth in range(len(_PEOPLE))]
    hands = [
        ((left + right) / 2, _GROUND + 0.47 * min(first[0], second[0]))
        for (left, first), (right, second) in pairwise(zip(places, _PEOPLE, strict=True))
    ]
    pen = Pen()
    for nth, (x, (high, clothes, colour, pattern)) in enumerate(zip(places, _PEOPLE, strict=True)):
        left = hands[nth - 1] if nth else (x - 0.27 * high, _GROUND + 0.76 * high)
        right = hands[nth] if nth < len(hands) else (x + 0.27 * high, _GROUND + 0.76 * high)
        pen.add(_person(x, high, clothes, (colour, pattern), (left, right), inks))
    pen.add(inks.stroke("ink"), "1.3 w 1 J")
    swell = (width - 2 * side + 4) / 12
    points = [(side - 2 + swell * nth, 48.2 + (0.9 if nth % 2 else -0.9)) for nth in range(13)]
    return pen.smooth(points).add("S").text()


def _person(
    x: float,
    high: float,
    clothes: str,
    kind: tuple[str, str],
    hands: tuple[Point, Point],
    inks: Inks,
) -> str:
    """One figure; a paler colour in black only gets black lines around white."""
    colour = kind[0]
    pale = inks.black_only and inks.fill(colour) == "1 g"
    child = high < 70
    head = (0.165 if child else 0.14) * high
    shoulder = high - 2 * head - 0.045 * high
    pen = Pen(lambda px, py: (x + px, _GROUND + py))
    pen.add("1 J 1 j")
    limbs = Pen(lambda px, py: (x + px, _GROUND + py))
    _limbs(limbs, x, high, shoulder, clothes, hands)
    if pale:
        pen.add(inks.stroke("ink"), inks.fill("ink"), *_thicker(limbs.ops, 1.5))
        pen.circle(0, high - head, head + 0.75).add("f")
    pen.add(inks.stroke(colour), inks.fill(colour), *limbs.ops)
    pen.circle(0, high - head, head - (0.75 if pale else 0)).add("f")
    body = Pen(lambda px, py: (x + px, _GROUND + py))
    box = (_dress if clothes == "dress" else _tunic)(body, high, shoulder)

    def at(px: float, py: float) -> Point:
        return (x + px, _GROUND + py)

    pen.add(fill_pattern(body, at, box, kind, inks))
    return pen.text()


def _limbs(
    pen: Pen, x: float, high: float, shoulder: float, clothes: str, hands: tuple[Point, Point]
) -> None:
    """Arms, neck, legs and feet as round strokes; hands as discs."""
    arm = 0.085 * high
    for (hand_x, hand_y), side in zip(hands, (-1, 1), strict=True):
        end = (hand_x - x, hand_y - _GROUND)
        start = (side * 0.09 * high, shoulder - 0.07 * high)
        raised = end[1] > start[1]
        bend = (
            end[0] * (1.02 if raised else 0.66),
            start[1] - 0.04 * high if raised else start[1] * 0.62 + end[1] * 0.38,
        )
        pen.add(f"{arm:.2f} w").move(*start).curve(bend, bend, end).add("S")
        pen.circle(*end, 0.058 * high).add("f")
    pen.add(f"{0.1 * high:.2f} w").move(0, shoulder - 2).line((0, shoulder + 0.08 * high)).add("S")
    leg = (0.085 if clothes == "dress" else 0.13) * high
    for side in (-1, 1):
        at = side * 0.085 * high
        pen.add(f"{leg:.2f} w").move(at, 0.3 * high).line((at, leg / 2)).add("S")
        pen.add(f"{0.075 * high:.2f} w")
        pen.move(at, 0.0375 * high).line((at + side * 0.06 * high, 0.0375 * high)).add("S")


def _thicker(ops: list[str], more: float) -> list[str]:
    """The same strokes, wider by an outline; discs get the outline as their own stroke."""
    thick = []
    for op in ops:
        if op.endswith(" w"):
            thick.append(f"{float(op[:-2]) + more:.2f} w")
        elif op == "f":
            thick += [f"{more:.2f} w", "B"]
        else:
            thick.append(op)
    return thick


def _dress(pen: Pen, high: float, shoulder: float) -> tuple[float, float, float, float]:
    """A bell from the shoulders to a wide hem."""
    top, hem = shoulder, 0.15 * high
    narrow, wide = 0.11 * high, 0.225 * high
    pen.move(-narrow * 0.55, top)
    pen.curve((-narrow, top), (-narrow * 1.25, top - 0.05 * high), (-narrow * 1.35, top * 0.74))
    pen.curve((-wide * 0.95, hem + 0.2 * high), (-wide, hem + 0.1 * high), (-wide, hem + 3))
    pen.curve((-wide, hem + 1), (-wide + 1, hem), (-wide + 3, hem))
    pen.line((wide - 3, hem))
    pen.curve((wide - 1, hem), (wide, hem + 1), (wide, hem + 3))
    pen.curve(
        (wide, hem + 0.1 * high), (wide * 0.95, hem + 0.2 * high), (narrow * 1.35, top * 0.74)
    )
    pen.curve((narrow * 1.25, top - 0.05 * high), (narrow, top), (narrow * 0.55, top)).add("h")
    return (-wide, hem, wide, top)


def _tunic(pen: Pen, high: float, shoulder: float) -> tuple[float, float, float, float]:
    """A straight shirt over trousers."""
    top, hem = shoulder, 0.2 * high
    narrow, wide = 0.13 * high, 0.16 * high
    pen.move(-narrow * 0.5, top)
    pen.curve(
        (-narrow, top), (-narrow * 1.1, top - 0.06 * high), (-narrow * 1.1, top - 0.12 * high)
    )
    pen.line((-wide, hem + 3)).curve((-wide, hem + 1), (-wide + 1, hem), (-wide + 3, hem))
    pen.line((wide - 3, hem)).curve((wide - 1, hem), (wide, hem + 1), (wide, hem + 3))
    pen.line((narrow * 1.1, top - 0.12 * high))
    pen.curve((narrow * 1.1, top - 0.06 * high), (narrow, top), (narrow * 0.5, top)).add("h")
    return (-wide, hem, wide, top)
