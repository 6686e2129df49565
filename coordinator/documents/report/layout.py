# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""How the lines of a report share the paper: column widths, fitted cells, pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from coordinator.documents.fonts import Face, covering, face, registered
from coordinator.exporting.report import Kind, Report, Row, cell_text

SIZE = 10.5
SMALLEST = 9.0
PITCH = 18.0  # from line to line
FIFTH = 5.0  # more after every fifth line, so that the eye keeps its line
LEADING = 11.5  # between the lines of one cell
GAP = 14.0
_FIGURES = 54.0  # least width of a column of figures
_MEASURED = 3000


@dataclass(frozen=True)
class Fitted:
    """A text as it fits its width: its lines, in a face and a size."""

    lines: tuple[str, ...]
    cut: Face
    size: float


@dataclass(frozen=True)
class Place:
    """A column on paper: which of the report's it is, and where it stands."""

    index: int
    left: float
    right: float
    flush_right: bool


def width_of(text: str, cut: Face, size: float = 1.0) -> float:
    """Width of one line in pt."""
    return _width(text, covering(text, cut)) * size


@lru_cache(maxsize=65536)
def _width(text: str, cut: Face) -> float:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(stringWidth(text, registered(cut), 1.0))


@lru_cache(maxsize=16384)
def fitted(text: str, width: float, weight: int = 400) -> Fitted:
    """`text` in `width` pt: narrow face first, then smaller, then on several lines; never cut."""
    plain, narrow = face("Noto Sans", weight), face("Noto Sans", weight, width=80)
    steps = [(plain, SIZE), (narrow, SIZE), (narrow, 10.0), (narrow, 9.5), (narrow, SMALLEST)]
    for cut, size in steps:
        if width_of(text, cut, size) <= width:
            return Fitted((text,), covering(text, cut), size)
    lines = wrapped(text, narrow, SMALLEST, width)
    return Fitted(tuple(lines), covering(text, narrow), SMALLEST)


def wrapped(text: str, cut: Face, size: float, width: float) -> list[str]:
    """The lines of a text in `width` pt, parted at blanks; a longer word is parted inside."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if width_of(longer, cut, size) <= width:
            line = longer
            continue
        lines += [line] if line else []
        line = word
        while width_of(line, cut, size) > width and len(line) > 1:
            fits = max(1, sum(one <= width for one in _reaches(line, cut, size)))
            lines.append(line[:fits])
            line = line[fits:]
    return [*lines, line] if line or not lines else lines


def settled(text: str, cut: Face, size: float, width: float) -> list[str]:
    """The lines of a sentence, the last of at least a fifth of `width`: no word stands alone."""
    lines = wrapped(text, cut, size, width)
    for share in range(98, 78, -2):
        if len(lines) < 2 or width_of(lines[-1], cut, size) >= 0.22 * width:
            break
        narrower = wrapped(text, cut, size, width * share / 100)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def _reaches(word: str, cut: Face, size: float) -> list[float]:
    return [width_of(word[:end], cut, size) for end in range(1, len(word))]


def places(report: Report, left: float, right: float) -> list[Place]:
    """The paper columns from `left` to `right`: figures as wide as needed, texts share the rest."""
    shown = [index for index, column in enumerate(report.columns) if column.paper]
    texts = [index for index in shown if report.columns[index].kind is Kind.TEXT]
    natural = {index: _natural(report, index) for index in shown}
    room = right - left - GAP * (len(shown) - 1)
    room -= sum(natural[index] for index in shown if index not in texts)
    parts = {index: report.columns[index].width for index in texts}
    widths = natural | _shared({index: natural[index] for index in texts}, parts, room)
    spare = max(0.0, room - sum(widths[index] for index in texts))
    for index in texts:
        widths[index] += spare * parts[index] / sum(parts.values())
    found: list[Place] = []
    at = left
    for index in shown:
        flush = report.columns[index].kind in {Kind.HOURS, Kind.NUMBER}
        found.append(Place(index, at, at + widths[index], flush))
        at += widths[index] + GAP
    return found


def _natural(report: Report, index: int) -> float:
    """The width that the cells and the title of a column would like."""
    column = report.columns[index]
    plain, bold = face("Noto Sans"), face("Noto Sans", 700)
    rows: list[Row] = [*report.rows[:_MEASURED], *report.remainder]
    texts = {cell_text(row[index], column.kind) for row in rows}
    widest = max((width_of(text, plain, SIZE) for text in texts), default=0.0)
    total = cell_text(report.total[index], column.kind) if report.total else ""
    title = width_of(column.title, face("Noto Sans", 600), 10.0)
    least = _FIGURES if column.kind in {Kind.HOURS, Kind.NUMBER} else 0.0
    return max(widest + 0.5, title + 0.5, width_of(total, bold, SIZE) + 0.5, least)


def _shared(wishes: dict[int, float], parts: dict[int, int], room: float) -> dict[int, float]:
    """Widths within `room`: who wishes less than its share gets it, the rest share what is left.

    Shares are as `parts` to each other.
    """
    given: dict[int, float] = {}
    left = dict(wishes)
    while left:
        share = (room - sum(given.values())) / sum(parts[index] for index in left)
        modest = {index: wish for index, wish in left.items() if wish <= share * parts[index]}
        if not modest:
            return given | {index: max(share * parts[index], 30.0) for index in left}
        given |= modest
        left = {index: wish for index, wish in left.items() if index not in modest}
    return given


def row_height(cells: Sequence[Fitted]) -> float:
    """The height of one line of the table, without the air after every fifth."""
    lines = max((len(cell.lines) for cell in cells), default=1)
    return PITCH + (lines - 1) * LEADING


def pages_of(
    heights: Sequence[float], first: float, other: float, closing: float
) -> list[tuple[int, int]]:
    """The lines of each page as (from, before), so that `closing` pt fit below the last ones.

    `first` and `other` are the heights for lines on the first and on each further page. At
    least two lines stand above the closing part wherever there are as many.
    """
    tall = [
        height + (FIFTH if (number + 1) % 5 == 0 else 0) for number, height in enumerate(heights)
    ]
    pages: list[tuple[int, int]] = []
    start, room = 0, first
    for number, height in enumerate(tall):
        if height > room and number > start:
            pages.append((start, number))
            start, room = number, other
        room -= height
    if pages and len(tall) - start < 2 and pages[-1][1] - pages[-1][0] > 2:
        start, room = start - 1, room - tall[start - 1]
        pages[-1] = (pages[-1][0], start)
    if closing <= room:
        return [*pages, (start, len(tall))]
    # Take lines along, so that the sum does not stand alone.
    keep = len(tall) - 2 if len(tall) - 2 > start else len(tall)
    return [*pages, (start, keep), (keep, len(tall))]


def running(report: Report, index: int) -> list[int]:
    """The subtotals of one column after each of its lines, beginning with 0."""
    cells = (row[index] for row in report.rows)
    return list(accumulate((cell if isinstance(cell, int) else 0 for cell in cells), initial=0))
