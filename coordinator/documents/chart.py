# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Bars by month on paper: this year solid, the year before hatched, read without colour."""

from dataclasses import dataclass
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING

from coordinator.documents.fonts import face, registered
from coordinator.exporting.report import Chart
from coordinator.i18n import format_number

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

NAVY = (22 / 255, 50 / 255, 79 / 255)
_HATCH = 4  # pt between the strokes
_ROOM = 18  # pt above the highest bar for its figure


@dataclass(frozen=True)
class Box:
    """Where a chart stands: its base line and the height of its bars, in pt."""

    left: float
    right: float
    base: float
    height: float


def grid_step(highest: int) -> int:
    """Whole hours between grid lines: 1, 2 or 5 times a power of ten, at most five lines."""
    step, factors = 1, (2, 2.5, 2)
    place = 0
    while highest > step * 5:
        step = round(step * factors[place % 3])
        place += 1
    return step


def whole_hours(hundredths: int) -> int:
    """Hundredths of an hour as whole hours, half up."""
    return (hundredths + 50) // 100


def draw_chart(canvas: "Canvas", chart: Chart, box: Box) -> None:
    """Draw bars, values, months and grid; bars grow from zero. Leaves the fill colour black."""
    highest = max(max(series.values) for series in chart.series)
    step = grid_step(ceil(highest / 100))
    scale = (box.height - _ROOM / 2) / (max(ceil(highest / 100 / step), 1) * step * 100)
    _grid(canvas, box, step, scale, highest)
    pitch = (box.right - box.left) / len(chart.labels)
    share = 0.8 if len(chart.series) > 1 else 0.56
    width = pitch * share / len(chart.series)
    for place, label in enumerate(chart.labels):
        start = box.left + pitch * (place + (1 - share) / 2)
        # Last year first: this year's figure must not lie under its bar.
        for nth in reversed(range(len(chart.series))):
            value = chart.series[nth].values[place]
            _bar(canvas, (start + nth * width, box.base), (width, value * scale), solid=nth == 0)
        _value(canvas, chart.series[0].values[place], start + width / 2, box.base, scale, width)
        canvas.setFont(registered(face("Noto Sans")), 9.5)
        canvas.drawCentredString(box.left + pitch * (place + 0.5), box.base - 12.5, label)
    canvas.setLineWidth(1)
    canvas.line(box.left, box.base, box.right, box.base)


def _grid(canvas: "Canvas", box: Box, step: int, scale: float, highest: int) -> None:
    canvas.setStrokeColorRGB(0, 0, 0)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.setFont(registered(face("Noto Sans")), 9)
    canvas.saveState()
    canvas.setLineWidth(0.25)
    canvas.setDash(0.6, 2)
    for line in range(1, max(ceil(highest / 100 / step), 1) + 1):
        y = box.base + line * step * 100 * scale
        canvas.line(box.left, y, box.right, y)
        canvas.drawRightString(box.left - 4, y - 3, format_number(line * step, 0))
    canvas.restoreState()


def _value(
    canvas: "Canvas", value: int, centre: float, base: float, scale: float, width: float
) -> None:
    """The whole hours over this year's bar, no wider than it can be read beside the next."""
    if not whole_hours(value):
        return
    text = format_number(whole_hours(value), 0)
    cut, size = registered(face("Noto Sans", 600)), 9.0
    if canvas.stringWidth(text, cut, size) > width + 2:
        cut = registered(face("Noto Sans", 600, width=80))
        size = max(7.0, min(9.0, 9.0 * (width + 3) / canvas.stringWidth(text, cut, 9)))
    room = canvas.stringWidth(text, cut, size) + 2
    canvas.setFillColorRGB(1, 1, 1)  # the dotted line must not run through the figure
    canvas.rect(centre - room / 2, base + value * scale + 2, room, size - 1, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.setFont(cut, size)
    canvas.drawCentredString(centre, base + value * scale + 3, text)


def _bar(
    canvas: "Canvas", corner: tuple[float, float], size: tuple[float, float], *, solid: bool
) -> None:
    (left, base), (width, height) = corner, size
    if height <= 0:
        return
    if solid:
        canvas.setFillColorRGB(*NAVY)
        canvas.rect(left, base, width, height, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        return
    canvas.saveState()
    inside = canvas.beginPath()
    inside.rect(left, base, width, height)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.clipPath(inside, stroke=0, fill=1)
    canvas.setLineWidth(0.5)
    start = left - height
    while start < left + width:
        canvas.line(start, base + height, start + height, base)
        start += _HATCH
    canvas.restoreState()
    canvas.setLineWidth(0.7)
    canvas.rect(left + 0.35, base, width - 0.7, height, stroke=1, fill=0)


def chart_pdf(chart: Chart, width: float, height: float) -> bytes:
    """A chart alone on a page of its size in pt, for the screen: key on top, no title."""
    from reportlab.pdfgen.canvas import Canvas

    file = BytesIO()
    plain = registered(face("Noto Sans"))
    canvas = Canvas(file, pagesize=(width, height), pageCompression=1, initialFontName=plain)
    canvas.setTitle(chart.title)
    draw_key(canvas, chart, width - 6, height - 14)
    draw_chart(canvas, chart, Box(34, width - 6, 22, height - 22 - 30))
    canvas.save()
    return file.getvalue()


def draw_key(canvas: "Canvas", chart: Chart, right: float, y: float) -> None:
    """Which bars are which year, in one line that ends at `right`; nothing for one series."""
    if len(chart.series) < 2:
        return
    for nth in reversed(range(len(chart.series))):
        name = chart.series[nth].name
        cut = registered(face("Noto Sans", 600 if nth == 0 else 400))
        width = canvas.stringWidth(name, cut, 10)
        canvas.setFont(cut, 10)
        canvas.drawString(right - width, y, name)
        _bar(canvas, (right - width - 15, y - 1), (10, 9.5), solid=nth == 0)
        right -= width + 50
