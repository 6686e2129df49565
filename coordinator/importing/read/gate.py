# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The gate that every zipped file (XLSX, ODS, zip of CSV) passes before anything reads it."""

import io
import re
import struct
import zipfile
import zlib
from typing import NoReturn

from coordinator.errors import Problem
from coordinator.i18n import _
from coordinator.importing.read.kinds import refuse_damaged, refuse_locked_by_password
from coordinator.importing.read.source import MAX_BYTES

_MAX_ENTRIES = 1_000
_MAX_RATIO = 200
_SMALL = 1024 * 1024  # below this a high ratio is blank space, not a bomb
MAX_CELLS = 4_000_000  # a reader sets aside room for every cell up to the farthest one
_FAR_CELL = re.compile(rb'r="(?:([A-Z]{2,3})(\d+)|([A-Z]?)(\d{6,7}))"')
_MAX_REPEATS = 1_000
_REPEATED_ROW = re.compile(rb'number-rows-repeated="(\d+)"[^>]*>(.*?)</[\w-]*:?table-row>', re.S)
_REPEATED_CELL = re.compile(rb'number-columns-repeated="(\d+)"(?:[^>]*[^/>])?>')
_DOCTYPES = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))


def check_zip(data: bytes, title: str) -> None:
    """Refuse what would not fit in memory or hides something; every byte is unpacked to know.

    Refused with a Problem: more than 1,000 parts, more than 100 MB unpacked, packed more than
    200 times, a password, an XML document type, a cell far outside of the list, damage. The
    sizes that the file states about itself are not believed.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
        refuse_damaged(title)
    if len(parts) > _MAX_ENTRIES or len({part.filename for part in parts}) < len(parts):
        _refuse_bomb(title)
    if any(part.flag_bits & 1 for part in parts):
        refuse_locked_by_password(title)
    room = min(MAX_BYTES, max(_SMALL, len(data) * _MAX_RATIO))
    for part in parts:
        room -= _check_part(data, part, room, title)


def _refuse_bomb(title: str) -> None:
    raise Problem(
        _(
            "“{file}” unpacks to far more than a list would and was not opened. "
            "Save the list itself as CSV; nothing was imported."
        ).format(file=title)
    )


def _check_part(data: bytes, part: zipfile.ZipInfo, room: int, title: str) -> int:
    """Unpack one part piece by piece, looking at it; the bytes it came to."""
    packed = _packed(data, part, title)
    if part.compress_type == zipfile.ZIP_STORED:
        pieces: list[bytes] = [packed]
        size = len(packed)
    elif part.compress_type == zipfile.ZIP_DEFLATED:
        unpacker = zlib.decompressobj(-15)
        try:
            whole = unpacker.decompress(packed, room + 1)
        except zlib.error:
            refuse_damaged(title)
        pieces, size = [whole], len(whole)
    else:
        refuse_damaged(title)
    if size > room:
        _refuse_bomb(title)
    if size != part.file_size:
        refuse_damaged(title)
    name = part.filename.lower()
    if name.endswith((".xml", ".rels")):
        _check_xml(pieces[0], title, cells="worksheets/" in name)
        if name == "content.xml":
            _check_repeats(pieces[0], title)
    return size


def _packed(data: bytes, part: zipfile.ZipInfo, title: str) -> bytes:
    header = data[part.header_offset : part.header_offset + 30]
    if len(header) < 30 or not header.startswith(b"PK\x03\x04"):
        refuse_damaged(title)
    name_length, extra_length = struct.unpack("<HH", header[26:30])
    start = part.header_offset + 30 + name_length + extra_length
    packed = data[start : start + part.compress_size]
    if len(packed) < part.compress_size:
        refuse_damaged(title)
    return packed


def _check_xml(xml: bytes, title: str, *, cells: bool) -> None:
    if any(word in xml for word in _DOCTYPES):
        raise Problem(
            _(
                "“{file}” holds instructions that a list has no need of (a document type) and was "
                "not opened. Save it again in Excel; nothing was imported."
            ).format(file=title)
        )
    if not cells:
        return
    rows = columns = 1
    for found in _FAR_CELL.finditer(xml):
        letters, number = found[1] or found[3], int(found[2] or found[4])
        rows = max(rows, number)
        columns = max(columns, _column_number(letters))
    if rows * max(columns, 26 if rows > 99_999 else 1) > MAX_CELLS:
        refuse_far_cells(title)


def _check_repeats(xml: bytes, title: str) -> None:
    """ODS writes equal rows once with a number; a large number is fine on empty ones only."""
    for found in _REPEATED_ROW.finditer(xml):
        if int(found[1]) > _MAX_REPEATS and (b":p>" in found[2] or b"value" in found[2]):
            refuse_far_cells(title)
    if any(int(found[1]) > _MAX_REPEATS for found in _REPEATED_CELL.finditer(xml)):
        refuse_far_cells(title)


def refuse_far_cells(title: str) -> NoReturn:
    """Refuse a sheet whose farthest cell would take more room than a list can need."""
    raise Problem(
        _(
            "“{file}” has a cell far away from the list. Delete the empty rows and columns "
            "around the list and save it again; nothing was imported."
        ).format(file=title)
    )


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
