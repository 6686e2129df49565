# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The top of a report's first page: title, scope, figures and chart."""

from coordinator.documents.chart import NAVY, Box, draw_chart, draw_key
from coordinator.documents.fonts import face
from coordinator.documents.lettering import Lettering, canvas_text, text_width
from coordinator.documents.report.layout import width_of, wrapped
from coordinator.documents.report.pen import Pen
from coordinator.exporting.report import Report
from coordinator.i18n import _, format_date


def draw_top(pen: Pen, report: Report, *, measure: bool = False) -> float:
    """Draw all that stands above the table of the first page; where its head stands.

    With `measure` nothing is drawn.
    """
    height = pen.height
    y = height - 63
    if not measure:
        _title(pen, report, y)
    scope = " · ".join(filter(None, (report.school, report.scope)))
    printed = _("Printed {date}").format(date=format_date(report.printed, "long"))
    room = pen.measure - width_of(printed, face("Noto Sans"), 10) - 20
    lines = wrapped(scope, face("Noto Sans"), 10, room)
    y -= 25
    if not measure:
        pen.say(printed, pen.right, y, 10, right=True)
    for nth, line in enumerate(lines):
        if not measure:
            pen.say(line, pen.left, y - 13 * nth, 10)
    y -= 13 * (len(lines) - 1)
    if report.figures:
        y -= 42
        if not measure:
            _figures(pen, report, y)
        y -= 16
    if report.chart:
        y -= 30
        if not measure:
            _chart(pen, report, y)
        y -= 170
    else:
        y -= 34
    return y


def _title(pen: Pen, report: Report, y: float) -> None:
    days = report.period_days if report.period else ""
    style = Lettering(face("Noto Sans", 700))
    aside = width_of(days, face("Noto Sans", 600), 13)
    room = pen.measure - aside - 20
    size = min(25.0, room / max(text_width(report.title, style), 0.1))
    canvas_text(pen.canvas, pen.left, y, report.title, style, size)
    pen.say(days, pen.right, y, 13, 600, right=True)
    pen.rule(y - 9, 1.5)


def _figures(pen: Pen, report: Report, y: float) -> None:
    style = Lettering(face("Noto Sans", 700))
    step = (pen.measure) / 3
    for nth, figure in enumerate(report.figures):
        x = pen.left + nth * step
        pen.canvas.setFillColorRGB(*NAVY)
        canvas_text(pen.canvas, x, y, figure.value, style, 25)
        pen.canvas.setFillColorRGB(0, 0, 0)
        pen.say_within(figure.words, x, y - 16, 10, step - 6)


def _chart(pen: Pen, report: Report, y: float) -> None:
    assert report.chart
    pen.say(report.chart.title, pen.left, y, 12, 700)
    draw_key(pen.canvas, report.chart, pen.right, y)
    draw_chart(pen.canvas, report.chart, Box(pen.left, pen.right, y - 130, 104))
