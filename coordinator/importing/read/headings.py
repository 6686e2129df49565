# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""From rows of cells to a table: which row holds the headings, which rows do not fit them."""

from collections import Counter

from coordinator.errors import Problem
from coordinator.i18n import _
from coordinator.importing.formats import is_known_heading
from coordinator.importing.read.source import MAX_ROWS, Row, Table, Unread
from coordinator.text import clean_line

_SEARCHED = 20  # rows looked at for the headings; exports put a title or two above them
_MAX_COLUMNS = 1_000


class NoRows(Problem):
    """A file with headings at most; beside others of its folder it is passed over."""


def damaged(text: str) -> bool:
    """Whether text holds bytes that could not be read (kept as surrogates) or U+FFFD."""
    if text.isascii():
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return "\ufffd" in text


def heading_place(rows: list[Row]) -> int:
    """Place in `rows` of the headings: most words known, else the first row of the usual width."""
    searched = rows[:_SEARCHED]
    widths = Counter(_filled(cells) for _number, cells in rows[:200])
    usual = max(widths, key=lambda width: (widths[width] > 1, width * widths[width]), default=0)
    best, best_known = 0, 0
    for place, (_number, cells) in enumerate(searched):
        known = sum(1 for cell in cells if is_known_heading(cell))
        if known > best_known and known * 3 >= _filled(cells):
            best, best_known = place, known
    if best_known:
        return best
    for place, (_number, cells) in enumerate(searched):
        if _filled(cells) * 2 > usual:
            return place
    return 0


def known_headings(rows: list[Row]) -> int:
    """How many words of the likely heading row are known; chooses between sheets."""
    if not rows:
        return 0
    return sum(1 for cell in rows[heading_place(rows)][1] if is_known_heading(cell))


def make_table(
    name: str, rows: list[Row], unread: list[Unread], header_row: int | None = None
) -> Table:
    """The table under the heading row, which is row `header_row` where that is given.

    Raises Problem without rows, without headings, with a heading that is there twice, and above
    the limit of rows. A row of more cells than headings, or of fewer, is listed as unread.
    """
    filled = [row for row in rows if any(cell and not cell.isspace() for cell in row[1])]
    if not filled and not unread:
        raise NoRows(_("“{file}” is empty; nothing was imported.").format(file=name))
    place = _forced_place(filled, header_row, name) if header_row else heading_place(filled)
    number, cells = filled[place] if filled else (1, [])
    headings = _headings(name, cells, filled[place + 1 :])
    below = [bad for bad in unread if bad.row > number]
    fitting, ragged = _fit(filled[place + 1 :], len(headings), short_ends=False)
    if not fitting and not ragged and not below:
        raise NoRows(
            _("“{file}” has headings but no rows under them; nothing was imported.").format(
                file=name
            )
        )
    if len(fitting) > MAX_ROWS:
        refuse_rows(name)
    bad = sorted([*below, *ragged], key=lambda row: row.row)
    return Table(name, headings, fitting, number, tuple(bad))


def refuse_rows(name: str) -> None:
    """Refuse a file with more rows than a school can have."""
    raise Problem(
        _("“{file}” has more than {most} rows. Split it into smaller files.").format(
            file=name, most=f"{MAX_ROWS:,}"
        )
    )


def _filled(cells: list[str]) -> int:
    return sum(1 for cell in cells if cell and not cell.isspace())


def _forced_place(rows: list[Row], header_row: int, name: str) -> int:
    for place, (number, _cells) in enumerate(rows):
        if number == header_row:
            return place
    raise Problem(
        _("Row {row} of “{file}” is empty; choose the row that holds the headings.").format(
            row=header_row, file=name
        )
    )


def _headings(name: str, cells: list[str], below: list[Row]) -> tuple[str, ...]:
    headings = [clean_line(cell) for cell in cells]
    width = len(headings)
    while width and not headings[width - 1]:
        width -= 1
    if width < len(headings) and any(
        cell.strip() for _number, row in below[:200] for cell in row[width : len(headings)]
    ):
        width = len(headings)
    headings = headings[:width]
    if not any(headings):
        raise Problem(_("“{file}” has no headings; nothing was imported.").format(file=name))
    if width > _MAX_COLUMNS:
        raise Problem(
            _("“{file}” has {count} columns; choose the list itself.").format(
                file=name, count=width
            )
        )
    if any(damaged(heading) for heading in headings):
        raise Problem(
            _("The headings of “{file}” cannot be read. Choose another encoding.").format(file=name)
        )
    seen: dict[str, int] = {}
    for place, heading in enumerate(headings, 1):
        key = heading.casefold()
        if key and key in seen:
            raise Problem(
                _(
                    "The heading “{heading}” is there twice in “{file}”, in columns {first} and "
                    "{second}. Give one of them another name; nothing was imported."
                ).format(heading=heading, file=name, first=seen[key], second=place)
            )
        seen[key] = place
    return tuple(headings)


def _fit(rows: list[Row], width: int, *, short_ends: bool) -> tuple[list[Row], list[Unread]]:
    """Rows brought to `width` cells, and the ones that have too many or too few."""
    fitting: list[Row] = []
    ragged: list[Unread] = []
    for row in rows:
        number, cells = row
        count = len(cells)
        if count == width:
            fitting.append(row)
        elif count > width and not any(cell.strip() for cell in cells[width:]):
            fitting.append((number, cells[:width]))
        elif short_ends and count < width:
            fitting.append((number, cells + [""] * (width - count)))
        else:
            ragged.append(
                Unread(
                    number,
                    _("has {count} cells where the headings are {width}").format(
                        count=count, width=width
                    ),
                )
            )
    return fitting, ragged
