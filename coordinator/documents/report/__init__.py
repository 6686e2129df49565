# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Reports on paper: title, figures, chart, a table that runs over pages, total and rules."""

from dataclasses import replace
from io import BytesIO

from coordinator.documents.fonts import face, registered, undrawable
from coordinator.documents.report.pen import Pen
from coordinator.documents.report.sheet import Sheet
from coordinator.exporting.report import Report, Row
from coordinator.i18n import _

PAPERS = {"letter": (612.0, 792.0), "a4": (595.28, 841.89)}


def draw_report(report: Report, paper: str = "letter") -> bytes:
    """A report as a PDF, `paper` 'letter' or 'a4', upright.

    Head and page number stand on each page, a subtotal is carried from page to page. A name in
    a script that cannot be printed yet gives way to the number of its line, and a note says so.
    """
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    # Bytes as text would make the file a quarter larger; the module makes its names as it loads.
    rl_config.useA85 = 0
    file = BytesIO()
    canvas = Canvas(
        file,
        pagesize=PAPERS[paper],
        pageCompression=1,
        initialFontName=registered(face("Noto Sans")),
    )
    canvas.setTitle(f"{report.title} · {report.school}" if report.school else report.title)
    canvas.setAuthor(report.school)
    canvas.setCreator("Coordinator")
    Sheet(Pen(canvas, *PAPERS[paper]), _printable(report)).draw()
    canvas.save()
    return file.getvalue()


def _printable(report: Report) -> Report:
    """The report with a stand-in for each text that no face can draw, and a note about them."""
    rows = [_row_printable(row, number) for number, row in enumerate(report.rows, start=1)]
    school = "" if undrawable(report.school) else report.school
    scope = "" if undrawable(report.scope) else report.scope
    if rows == list(report.rows) and (school, scope) == (report.school, report.scope):
        return report
    told = _(
        "* In a script that cannot be printed yet: the CSV and Excel files of this report hold "
        "it in full, under the same number of line."
    )
    return replace(report, rows=rows, school=school, scope=scope, notes=(*report.notes, told))


def _row_printable(row: Row, number: int) -> Row:
    stand_in = _("Line {number} *").format(number=number)
    return tuple(stand_in if isinstance(cell, str) and undrawable(cell) else cell for cell in row)
