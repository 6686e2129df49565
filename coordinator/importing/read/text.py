# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Text files: encoding, delimiter, and rows that a broken quote cannot swallow."""

import csv
import io
from collections import Counter
from collections.abc import Iterator

from coordinator.errors import Problem
from coordinator.i18n import _
from coordinator.importing.read.headings import damaged
from coordinator.importing.read.kinds import wide_encoding
from coordinator.importing.read.source import MAX_ROWS, Row, Unread

_DELIMITERS = ",\t;|"
_NAMED = {"tab": "\t", "comma": ",", "semicolon": ";", "bar": "|"}


def decode(data: bytes, title: str, encoding: str | None = None) -> tuple[str, str]:
    """Text and the name of its encoding: the one asked for, a mark, strict UTF-8, else cp1252.

    Encoding guessers turn Spanish cp1252 into Polish, so nothing else is guessed. A file that is
    UTF-8 in some lines and not in others stays UTF-8: the bad bytes become lone surrogates, and
    their rows are given up on. Raises Problem for an encoding nobody knows.
    """
    if encoding:
        return _decode_as(data, encoding, title), encoding
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), "utf-16"
    wide = wide_encoding(data)
    if wide:
        return data.decode(wide, errors="replace"), wide
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        pass
    if data.startswith(b"\xef\xbb\xbf") or _partly_utf8(data):
        return data.decode("utf-8-sig", errors="surrogateescape"), "utf-8"
    return data.decode("cp1252", errors="surrogateescape"), "cp1252"


def _decode_as(data: bytes, encoding: str, title: str) -> str:
    name = "utf-8-sig" if encoding.lower().replace("-", "").replace("_", "") == "utf8" else encoding
    try:
        return data.decode(name, errors="surrogateescape")
    except LookupError as error:
        raise Problem(
            _("“{name}” is no encoding known here. Common ones: utf-8, cp1252, utf-16.").format(
                name=encoding
            )
        ) from error
    except UnicodeError:
        pass
    try:
        return data.decode(name, errors="replace")
    except UnicodeError as error:
        raise Problem(
            _("“{file}” cannot be read as {name}.").format(file=title, name=encoding)
        ) from error


def _partly_utf8(data: bytes) -> bool:
    """Whether a line holds accents that are right in UTF-8; chance hardly makes those."""
    for line in data.splitlines():
        if line.isascii():
            continue
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            continue
        return True
    return False


def lines_of(text: str) -> list[str]:
    """Physical lines, each ended by LF, whatever ended them before (CR alone too)."""
    return io.StringIO(text, newline=None).readlines()


def guess_delimiter(lines: list[str]) -> str:
    """The delimiter that cuts most of the first lines into the same number of cells."""
    best, best_score = ",", 0.0
    for delimiter in _DELIMITERS:
        widths = Counter(
            len(cells) for cells in csv.reader(lines[:60], delimiter=delimiter) if len(cells) > 1
        )
        if widths:
            width, count = widths.most_common(1)[0]
            score = count * min(width, 12) ** 0.5
            if score > best_score:
                best, best_score = delimiter, score
    return best


def named_delimiter(delimiter: str) -> str:
    """The character meant by `delimiter`, which may be a word such as "tab"."""
    char = _NAMED.get(delimiter.lower(), delimiter.replace("\\t", "\t"))
    if len(char) != 1 or char in '"\r\n':
        raise Problem(_("Choose one character between the columns, or “tab”."))
    return char


def parse(lines: list[str], delimiter: str) -> tuple[list[Row], list[Unread]]:
    """Rows with the numbers a spreadsheet would give them, and the rows given up on.

    A quote that is never closed costs its own line only: reading goes on with the next one.
    """
    rows: list[Row] = []
    unread: list[Unread] = []
    number, line = 0, 0
    width = _usual_width(lines, delimiter)
    while line < len(lines):
        reader = csv.reader(_from(lines, line), delimiter=delimiter, strict=True)
        start, broken, too_long = line, False, False
        try:
            for cells in reader:
                number += 1
                end = line + reader.line_num
                if end - start > 1 and _swallowed(lines[start:end], delimiter, width, len(cells)):
                    broken = True
                    break
                start = end
                rows.append((number, cells))
        except csv.Error as error:
            number, broken, too_long = number + 1, True, "limit" in str(error)
        if not broken:
            break
        if too_long:
            reason = _("has a cell of more than {count} letters").format(
                count=csv.field_size_limit()
            )
        else:
            reason = _("has a quotation mark that is not closed")
        unread.append(Unread(number, reason))
        line = start + 1
        if number > MAX_ROWS * 2:
            break
    return _readable(rows, unread)


def _from(lines: list[str], start: int) -> Iterator[str]:
    if not start:
        return iter(lines)
    return (lines[place] for place in range(start, len(lines)))


def _usual_width(lines: list[str], delimiter: str) -> int:
    widths = Counter(len(cells) for cells in csv.reader(lines[:60], delimiter=delimiter) if cells)
    return widths.most_common(1)[0][0] if widths else 1


def _swallowed(lines: list[str], delimiter: str, usual: int, width: int) -> bool:
    """Whether a cell of several lines is really an open quote that ran into the next rows."""
    if width != usual:
        return True
    inner = csv.reader(lines[1:-1], delimiter=delimiter)
    return usual > 2 and any(len(cells) == usual for cells in inner)


def _readable(rows: list[Row], unread: list[Unread]) -> tuple[list[Row], list[Unread]]:
    kept: list[Row] = []
    for number, cells in rows:
        if damaged("".join(cells)):
            column = next(place for place, cell in enumerate(cells, 1) if damaged(cell))
            unread.append(
                Unread(
                    number,
                    _("holds letters that cannot be read, in cell {cell}").format(cell=column),
                )
            )
        else:
            kept.append((number, cells))
    return kept, unread
