# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Reports as XLSX: a small writer of our own, many times faster than a general one."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

from coordinator.errors import Problem
from coordinator.exporting import xlsx_parts as parts
from coordinator.exporting.csv_file import FORMULA_STARTS, chunks
from coordinator.exporting.report import Cell, Kind, Report, Row
from coordinator.exporting.xlsx_parts import Style
from coordinator.files import write_whole
from coordinator.i18n import _, format_date
from coordinator.periods import days_of

_AT_ONCE = 2000
_LAST_ROW = 1_048_576  # of a sheet, in every Excel since 2007
_LONGEST = 32_767  # letters in a cell
_WIDEST = 60
_REMEMBERED = 20_000  # cells of one column
_HEAD = 5  # the row of column titles, below title, scope, notes and an empty row

# What XML cannot hold, and what Excel would read as an escaped letter (_x0041_ is A).
_SPECIAL = re.compile(
    r"[&<>\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)"
)
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "_": "_x005F_"}
_EPOCH = date(1899, 12, 30).toordinal()  # right from 1 March 1900 on


def write_xlsx(report: Report, path: Path, paper: str = "letter") -> None:
    """Write a report as one sheet, whole or not at all.

    Dates are dates, hours numbers with two decimals, and texts stay texts whatever they begin
    with. Head frozen, filter on, columns as wide as their texts, head on each printed page.
    Refuses more lines than a sheet holds.
    """
    if len(report.rows) + len(report.remainder) + _HEAD + 1 > _LAST_ROW:
        raise Problem(
            _("An Excel sheet holds about a million lines; choose a shorter period, or CSV.")
        )
    with write_whole(path) as file, ZipFile(file, "w", ZIP_DEFLATED, compresslevel=2) as archive:
        sheet = parts.sheet_name(report.title)
        last = _HEAD + len(report.rows) + len(report.remainder)
        width = parts.column_name(len(report.columns))
        small = {
            "[Content_Types].xml": parts.CONTENT_TYPES,
            "_rels/.rels": parts.RELATIONS,
            "docProps/core.xml": parts.properties(escaped(report.title), report.printed),
            "docProps/app.xml": parts.APPLICATION,
            "xl/workbook.xml": parts.workbook(escaped(sheet), _HEAD, f"$A${_HEAD}:${width}${last}"),
            "xl/_rels/workbook.xml.rels": parts.WORKBOOK_RELATIONS,
            "xl/styles.xml": parts.STYLES,
        }
        # `open` dates every part 1980: the same report makes the same file.
        for name, text in small.items():
            with archive.open(name, "w") as part:
                part.write(text.encode())
        # Only a sheet that may pass 2 GB: some readers stumble on the larger zip format.
        large = len(report.rows) > 200_000
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=large) as part:
            _write_sheet(report, part, paper)


def _write_sheet(report: Report, file: IO[bytes], paper: str) -> None:
    last = _HEAD + len(report.rows) + len(report.remainder)
    file.write(parts.sheet_head(_HEAD, _widths(report)).encode())
    file.write("".join(_heading(report)).encode())
    for chunk in _table(report):
        file.write(chunk.encode())
    if report.total:
        bold = [_Ends(column.kind, bold=True) for column in report.columns]
        file.write("".join(_rows([report.total], bold, last + 1)).encode())
    reach = f"A{_HEAD}:{parts.column_name(len(report.columns))}{last}"
    # One & begins a code of Excel's, such as &P for the page.
    name = f"{report.school} · {report.title}"[:120].replace("&", "&&")
    pages = _("Page {page} of {pages}").format(page="&P", pages="&N")
    foot = escaped(f"&L{name}&R{pages}")
    wide = sum(_widths(report)) > 95
    file.write(parts.sheet_foot(reach, foot, paper=paper, wide=wide).encode())


def _heading(report: Report) -> Iterator[str]:
    """Title, scope and notes, an empty row, and the column titles."""
    printed = _("Printed {date}").format(date=format_date(report.printed, "long"))
    period = days_of(report.period) if report.period else ""
    where = " · ".join(filter(None, (report.school, period, printed)))
    told = " ".join(filter(None, (_sentence(report.scope), *report.notes)))
    for number, (text, style) in enumerate(
        ((report.title, Style.TITLE), (where, Style.TEXT), (told, Style.NOTE)), start=1
    ):
        yield f'<row r="{number}"><c r="A{number}"{_text(text, style)}</row>'
    cells = (
        f'<c r="{parts.column_name(place)}{_HEAD}"{_text(column.title, _head_style(column.kind))}'
        for place, column in enumerate(report.columns, start=1)
    )
    yield f'<row r="{_HEAD}" ht="20" customHeight="1">{"".join(cells)}</row>'


def _sentence(text: str) -> str:
    return f"{text}." if text and text[-1] not in ".!?" else text


def _head_style(kind: Kind) -> Style:
    return Style.HEAD_RIGHT if kind in {Kind.HOURS, Kind.NUMBER} else Style.HEAD


def _table(report: Report) -> Iterator[str]:
    """The lines of the report as XML, many at a time."""
    ends = [_Ends(column.kind, bold=False) for column in report.columns]
    row = _HEAD + 1
    for part in (report.rows, report.remainder):
        for chunk in chunks(part, _AT_ONCE):
            yield "".join(_rows(chunk, ends, row))
            row += len(chunk)


def _rows(rows: Sequence[Row], ends: "Sequence[_Ends]", first: int) -> Iterator[str]:
    """Rows of XML: a row is one filling-in of a pattern, its cells are made column by column."""
    names = [parts.column_name(place) for place in range(1, len(ends) + 1)]
    pattern = '<row r="%d">' + "".join(f'<c r="{name}%d"%s' for name in names) + "</row>"
    numbers = range(first, first + len(rows))
    slots: list[Iterable[object]] = [numbers]
    for cells, made in zip(zip(*rows, strict=True), ends, strict=True):
        if len(made) > _REMEMBERED:
            made.clear()
        slots += [numbers, map(made.__getitem__, cells)]
    return map(pattern.__mod__, zip(*slots, strict=True))


class _Ends(dict[Cell, str]):
    """The ends of the cells of one column, from style to closing tag, each made once."""

    def __init__(self, kind: Kind, *, bold: bool) -> None:
        super().__init__()
        writers = {
            Kind.TEXT: _texts,
            Kind.DATE: _dates,
            Kind.HOURS: _hours,
            Kind.NUMBER: _numbers,
        }
        self._write = writers[kind](bold)

    def __missing__(self, cell: Cell) -> str:
        end = self[cell] = self._write(cell)
        return end


def _texts(bold: bool) -> Callable[[Cell], str]:
    style = Style.TOTAL if bold else Style.TEXT
    return lambda cell: _text("" if cell is None else str(cell), style)


def _dates(bold: bool) -> Callable[[Cell], str]:
    def write(cell: Cell) -> str:
        if isinstance(cell, date):
            return f' s="{Style.DATE}"><v>{cell.toordinal() - _EPOCH}</v></c>'
        return _text(str(cell or ""), Style.TOTAL if bold else Style.TEXT)

    return write


def _hours(bold: bool) -> Callable[[Cell], str]:
    style = Style.TOTAL_HOURS if bold else Style.HOURS

    def write(cell: Cell) -> str:
        return f' s="{style}"><v>{cell / 100}</v></c>' if isinstance(cell, int) else _empty(style)

    return write


def _numbers(bold: bool) -> Callable[[Cell], str]:
    style = Style.TOTAL_NUMBER if bold else Style.NUMBER

    def write(cell: Cell) -> str:
        return f' s="{style}"><v>{cell}</v></c>' if isinstance(cell, int) else _empty(style)

    return write


def _empty(style: Style) -> str:
    return f' s="{style}"/>'


def _text(text: str, style: Style) -> str:
    if not text:
        return _empty(style)
    if style is Style.TEXT and text[0] in FORMULA_STARTS:
        # Else Excel makes a formula of it as soon as somebody edits the cell.
        style = Style.QUOTED
    inside = escaped(text[:_LONGEST])
    return f' s="{style}" t="inlineStr"><is><t xml:space="preserve">{inside}</t></is></c>'


def escaped(text: str) -> str:
    """`text` as XML holds it and Excel reads it back letter for letter."""
    if _SPECIAL.search(text):
        return _SPECIAL.sub(lambda found: _ENTITIES.get(found[0], ""), text)
    return text


def _widths(report: Report) -> list[int]:
    """Letters that each column is wide: its title and its first thousand cells fit."""
    widths = []
    for place, column in enumerate(report.columns):
        cells = (row[place] for row in report.rows[:1000])
        longest = max((len(cell) for cell in cells if isinstance(cell, str)), default=0)
        needed = max(longest + 2, len(column.title) + 4, 12 if column.kind is Kind.DATE else 8)
        widths.append(min(needed, _WIDEST))
    return widths
