# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Reports as CSV: opens right in Excel, and no cell can act as a formula."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from coordinator.exporting.report import Cell, Kind, Report, Row
from coordinator.files import write_whole
from coordinator.i18n import _, format_date
from coordinator.periods import days_of

_AT_ONCE = 2000

# OWASP "CSV injection": a cell that starts so is run as a formula; the wide forms in East Asia.
FORMULA_STARTS = frozenset("=+-@\t\r\n\0＝＋－＠")

# A file read with another separator than ours falls apart inside a text, quotes or not.
_SEPARATORS = ";|\t\r\n"
_BROKEN_OUT = re.compile(rf"([{_SEPARATORS}][\s\"]*)(?=[=+\-@＝＋－＠])")


def defused(text: str) -> str:
    """`text` with an apostrophe wherever a spreadsheet would run what follows as a formula."""
    if text[:1] in FORMULA_STARTS:
        text = "'" + text
    return _BROKEN_OUT.sub(r"\1'", text)


def write_csv(report: Report, path: Path) -> None:
    """Write a report as UTF-8 with BOM, whole or not at all.

    Header, lines, total, then below an empty line what the report says of itself. Dates are
    ISO, hours plain numbers with a point.
    """
    kinds = [column.kind for column in report.columns]
    with write_whole(path) as file:
        file.write(codecs.BOM_UTF8)
        file.write(_lines([[defused(column.title) for column in report.columns]]))
        for part in (report.rows, report.remainder):
            for chunk in chunks(part, _AT_ONCE):
                file.write(_lines(_plain(chunk, kinds)))
        if report.total:
            file.write(_lines(_plain([report.total], kinds)))
        file.write(_lines([[], *([defused(line)] for line in about(report))]))


def _lines(rows: Iterable[Sequence[object]]) -> bytes:
    """Rows as lines of the file."""
    lines = io.StringIO(newline="")
    csv.writer(lines, quoting=csv.QUOTE_NONNUMERIC).writerows(rows)
    return lines.getvalue().encode()


def about(report: Report) -> list[str]:
    """School, title, period, scope, day of printing and notes, a line each."""
    printed = _("Printed {date}").format(date=format_date(report.printed, "long"))
    period = [days_of(report.period)] if report.period else []
    lines = [report.school, report.title, *period, report.scope, *report.notes, printed]
    return [line for line in lines if line]


def chunks(rows: Sequence[Row], size: int) -> Iterator[list[Row]]:
    """The rows in lists of `size`."""
    left = iter(rows)
    while chunk := list(islice(left, size)):
        yield chunk


def _plain(rows: Sequence[Row], kinds: Sequence[Kind]) -> Iterable[tuple[object, ...]]:
    """Rows as the csv module takes them; whole columns at a time, which is twice as fast."""
    columns = zip(*rows, strict=True)
    return zip(
        *(_column(cells, kind) for cells, kind in zip(columns, kinds, strict=True)), strict=True
    )


def _column(cells: Sequence[Cell], kind: Kind) -> Sequence[object]:
    if kind is Kind.HOURS:
        return [cell / 100 if isinstance(cell, int) else cell for cell in cells]
    if kind is Kind.TEXT:
        texts = [cell if isinstance(cell, str) else "" for cell in cells]
        together = "".join(texts)
        if any(separator in together for separator in _SEPARATORS):
            return [defused(text) for text in texts]
        # The common case, several times as fast.
        return ["'" + text if text[:1] in FORMULA_STARTS else text for text in texts]
    if kind is Kind.DATE:
        days = {cell: "" if cell is None else str(cell) for cell in set(cells)}
        return [days[cell] for cell in cells]
    return cells
