# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The pages of one report: its lines, the sums carried along, the total and what follows it."""

from dataclasses import dataclass

from coordinator.documents.fonts import face, registered
from coordinator.documents.report.layout import (
    FIFTH,
    LEADING,
    PITCH,
    SIZE,
    Fitted,
    Place,
    fitted,
    pages_of,
    places,
    row_height,
    running,
    settled,
    width_of,
    wrapped,
)
from coordinator.documents.report.pen import Pen
from coordinator.documents.report.top import draw_top
from coordinator.exporting.report import Cell, Kind, Report, Row, cell_text
from coordinator.i18n import _
from coordinator.periods import years_of

_FOOT = 36.0  # base line of the foot
_LOWEST = 58.0  # the table ends above
_CARRY = 20.0  # for the subtotal at the end of a page
_UNDER_HEAD = 5.5  # from the words of the head to the rule below
_BELOW = 4.0  # between what was brought forward and the first line
_SIGN = 74.0  # lowest place of the line for name and date, with 50 pt above it for a pen
_NOTE = 9.5


@dataclass
class Sheet:
    """One report being drawn on one canvas."""

    pen: Pen
    report: Report

    def draw(self) -> None:
        """Draw every page."""
        pen = self.pen
        self.places = places(self.report, self.pen.left, self.pen.right)
        self.total = self.report.total
        self.sums = {
            place.index: running(self.report, place.index)
            for place in self.places
            if self.total and self.report.columns[place.index].total
        }
        notes = face("Noto Sans", italic=True)
        told = " ".join(self.report.notes)
        self.notes = settled(told, notes, _NOTE, self.pen.measure) if told else []
        cells = [self._cells(row) for row in self.report.rows]
        top = draw_top(pen, self.report, measure=True) - _UNDER_HEAD
        again = pen.height - 82 - 24
        ends = _LOWEST + (_CARRY if self.sums else 0)
        brought = PITCH + _BELOW if self.sums else 0
        heights = [row_height(row) for row in cells]
        closing = max(0.0, self._closing_height() - (_CARRY if self.sums else 0))
        pages = pages_of(heights, top - ends, again - ends - brought, closing)
        for number, (start, end) in enumerate(pages):
            y = self._first() if number == 0 else self._continued(start)
            y = self._lines(cells[start:end], start, y)
            if not cells and not self.report.remainder:
                pen.say(_("Nothing in this period."), pen.left, y - 14.5, SIZE)
                y -= PITCH
            if number == len(pages) - 1:
                self._closing(y, end)
            elif self.sums:
                self._subtotal(_("Carried forward"), end, y - 4, rule=True)
            self._foot(number + 1, len(pages))
            self.pen.canvas.showPage()

    def _first(self) -> float:
        """Draw the top of the first page."""
        y = draw_top(self.pen, self.report)
        self._head(y)
        return y - _UNDER_HEAD

    def _head(self, y: float) -> None:
        for place in self.places:
            title = self.report.columns[place.index].title
            x = place.right if place.flush_right else place.left
            self.pen.say(title, x, y, 10, 600, right=place.flush_right)
        self.pen.rule(y - _UNDER_HEAD, 1)

    def _continued(self, start: int) -> float:
        """Draw the head of a further page and what was brought forward."""
        y = self.pen.height - 56
        self.pen.say(self.report.title, self.pen.left, y, 12, 700)
        days = self.report.period_days if self.report.period else ""
        self.pen.say(days, self.pen.right, y, 10, right=True)
        self.pen.rule(y - 7, 1.5)
        self._head(y - 26)
        y -= 31.5
        if not self.sums:
            return y
        self._subtotal(_("Brought forward"), start, y - 14.5)
        self.pen.rule(y - 19.5, 0.35)
        return y - PITCH - _BELOW

    def _cells(self, row: Row) -> list[Fitted]:
        return [self._fit(row[place.index], place) for place in self.places]

    def _fit(self, cell: Cell, place: Place, weight: int = 400) -> Fitted:
        text = cell_text(cell, self.report.columns[place.index].kind)
        return fitted(text, place.right - place.left, weight)

    def _lines(self, rows: list[list[Fitted]], start: int, y: float) -> float:
        """Draw lines of the table below `y`; the height of the last one's foot."""
        for number, cells in enumerate(rows, start=start + 1):
            self._line(cells, y - 14.5)
            y -= row_height(cells)
            if number % 5 == 0 and number < start + len(rows):
                y -= FIFTH
        return y

    def _line(self, cells: list[Fitted], y: float) -> None:
        for place, cell in zip(self.places, cells, strict=True):
            self.pen.canvas.setFont(registered(cell.cut), cell.size)
            for nth, line in enumerate(cell.lines):
                if place.flush_right:
                    self.pen.canvas.drawRightString(place.right, y - nth * LEADING, line)
                else:
                    self.pen.canvas.drawString(place.left, y - nth * LEADING, line)

    def _subtotal(self, title: str, lines: int, y: float, *, rule: bool = False) -> None:
        """Draw the sum of the first `lines` lines."""
        if rule:
            self.pen.rule(y, 0.35)
            y -= 13
        cut = face("Noto Sans", italic=True)
        self.pen.canvas.setFont(registered(cut), 10)
        self.pen.canvas.drawString(self.pen.left, y, title)
        for place in self.places:
            if place.index in self.sums:
                kind = self.report.columns[place.index].kind
                text = cell_text(self.sums[place.index][lines], kind)
                self.pen.canvas.drawRightString(place.right, y, text)

    def _closing_height(self) -> float:
        """What the end of the table needs below its last line, down to the foot."""
        remainder = sum(row_height(self._cells(row)) for row in self.report.remainder)
        total = 30 if self.total else 6
        notes = 8 + 14 * len(self.notes)
        signing = _SIGN + 50 - _LOWEST if self.report.signed else 0
        return remainder + 6 + total + notes + signing

    def _closing(self, y: float, lines: int) -> None:
        """Draw remainder, total, notes and the line for name and date."""
        if self.report.remainder:
            self.pen.rule(y - 2.5, 0.35)
            y = self._lines([self._cells(row) for row in self.report.remainder], 0, y - 4)
        if self.total:
            self.pen.rule(y - 3, 1)
            self._line(
                [self._fit(self.total[place.index], place, 700) for place in self.places], y - 17
            )
            for place in self.places:
                if self.report.columns[place.index].kind is Kind.HOURS:
                    self.pen.canvas.setLineWidth(0.7)
                    for below in (22.5, 25):
                        self.pen.canvas.line(place.right - 60, y - below, place.right, y - below)
            y -= 30
        elif lines:
            self.pen.rule(y - 3, 1)
            y -= 6
        self.pen.canvas.setFont(registered(face("Noto Sans", italic=True)), _NOTE)
        for line in self.notes:
            y -= 14
            self.pen.canvas.drawString(self.pen.left, y, line)
        if self.report.signed:
            self._signing(max(_SIGN, y - 84))

    def _signing(self, y: float) -> None:
        gap = 30.0
        middle = self.pen.left + (self.pen.measure) * 0.55
        self.pen.canvas.setLineWidth(0.7)
        self.pen.canvas.line(self.pen.left, y, middle - gap, y)
        self.pen.canvas.line(middle, y, self.pen.right, y)
        self.pen.say(_("Checked by (name and signature)"), self.pen.left, y - 13, 9.5)
        self.pen.say(_("Date"), middle, y - 13, 9.5)

    def _foot(self, page: int, pages: int) -> None:
        years = years_of(self.report.period) if self.report.period else ""
        title = f"{self.report.title} {years}".strip()
        told = _("Page {page} of {pages}").format(page=page, pages=pages)
        self.pen.say(told, self.pen.right, _FOOT, 9, right=True)
        room = self.pen.measure - width_of(told, face("Noto Sans"), 9) - 20
        text = " · ".join(filter(None, (self.report.school, title)))
        lines = wrapped(text, face("Noto Sans"), 9, room)
        # A school's name of several lines stands in full on the first page.
        self.pen.say(lines[0] if len(lines) == 1 else title, self.pen.left, _FOOT, 9)
