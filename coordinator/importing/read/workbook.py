# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Workbooks (XLSX, XLSM, XLSB, XLS, ODS): the sheet that looks like a list, its cells as text."""

import io
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import python_calamine
from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from coordinator.errors import Problem
from coordinator.i18n import _
from coordinator.importing.read.gate import MAX_CELLS, check_zip, refuse_far_cells
from coordinator.importing.read.headings import known_headings
from coordinator.importing.read.kinds import refuse_damaged, refuse_locked_by_password
from coordinator.importing.read.source import Row

_LOOKED_AT = 10  # sheets searched for the list


def read_workbook(
    data: bytes, kind: str, title: str, sheet: str | None = None
) -> tuple[list[Row], str, tuple[str, ...]]:
    """Rows of the sheet asked for, else of the first visible one with known headings.

    Beside the rows: the sheet's name, and the names of all visible sheets. Macros are not read.
    """
    if kind != "xls":
        check_zip(data, title)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            names = _visible(workbook)
            if not names:
                raise Problem(
                    _("“{file}” has no sheet with rows; nothing was imported.").format(file=title)
                )
            name, rows = _choose(workbook, names, sheet, title)
    except python_calamine.PasswordError:
        refuse_locked_by_password(title)
    except (python_calamine.CalamineError, OSError, ValueError):
        refuse_damaged(title)
    return rows, name, tuple(names)


def _visible(workbook: CalamineWorkbook) -> list[str]:
    return [
        sheet.name
        for sheet in workbook.sheets_metadata
        if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
    ]


def _choose(
    workbook: CalamineWorkbook, names: list[str], sheet: str | None, title: str
) -> tuple[str, list[Row]]:
    if sheet:
        found = [name for name in names if name.strip().casefold() == sheet.strip().casefold()]
        if not found:
            raise Problem(
                _("“{file}” has no sheet named “{sheet}”. Its sheets: {sheets}.").format(
                    file=title, sheet=sheet, sheets=", ".join(names)
                )
            )
        return found[0], _rows(workbook, found[0], title)
    best_name, best, best_known = names[0], _rows(workbook, names[0], title), -1
    for name in names[:_LOOKED_AT]:
        rows = best if name == names[0] else _rows(workbook, name, title)
        known = known_headings(rows) if len(rows) > 1 else -1
        if known > best_known:
            best_name, best, best_known = name, rows, known
        if known >= 3:
            break
    return best_name, best


def _rows(workbook: CalamineWorkbook, name: str, title: str) -> list[Row]:
    sheet = workbook.get_sheet_by_name(name)
    if sheet.total_height * sheet.total_width > MAX_CELLS:
        refuse_far_cells(title)
    cells = sheet.to_python(skip_empty_area=False)
    return [
        (number, [cell if type(cell) is str else _WRITTEN[type(cell)](cell) for cell in row])
        for number, row in enumerate(cells, 1)
    ]


def _number(cell: float) -> str:
    return str(int(cell)) if cell.is_integer() and abs(cell) < 1e18 else repr(cell)


def _moment(cell: datetime) -> str:
    return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "seconds")


def _duration(cell: timedelta) -> str:
    minutes = round(cell.total_seconds() / 60)
    return f"{minutes // 60}:{minutes % 60:02}"


# Each kind of cell as text: whole numbers without a point, dates as 2015-05-01, times as 15:30.
_WRITTEN: dict[type, Callable[[Any], str]] = {
    str: str,
    bool: lambda cell: "TRUE" if cell else "FALSE",
    int: repr,
    float: _number,
    date: date.isoformat,
    datetime: _moment,
    time: lambda cell: cell.isoformat("minutes"),
    timedelta: _duration,
}
