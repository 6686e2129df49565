# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Which kind of file something is, by its first bytes and never by its name."""

import io
import zipfile
from typing import NoReturn

from coordinator.errors import Problem
from coordinator.i18n import _

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# More of these in the first bytes than one in a hundred, and it is no text.
_CONTROLS = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 26, 27})


def _others() -> list[tuple[bytes, str]]:
    """First bytes of what is often picked by mistake, with its name in words."""
    picture, program = _("a picture"), _("a program")
    return [
        (b"%PDF", _("a PDF document")),
        (b"\x89PNG", picture),
        (b"\xff\xd8\xff", picture),
        (b"GIF8", picture),
        (b"II*\x00", picture),
        (b"MM\x00*", picture),
        (b"\x7fELF", program),
        (b"{\\rtf", _("a text document (RTF)")),
        (b"SQLite format 3", _("a database; a Coordinator file is opened, not imported")),
        (b"\x1f\x8b", _("a compressed file (gzip); unpack it first")),
        (b"Rar!", _("a compressed file (RAR); unpack it first")),
        (b"7z\xbc\xaf", _("a compressed file (7z); unpack it first")),
        (b"BEGIN:VCALENDAR", _("a calendar")),
        (b"BEGIN:VCARD", _("a contact card")),
    ]


def refuse_kind(title: str, what: str) -> NoReturn:
    """Refuse a file of another kind, named in words."""
    raise Problem(
        _(
            "“{file}” is {what}. Choose a list saved as CSV or Excel (.xlsx); nothing was imported."
        ).format(file=title, what=what)
    )


def refuse_damaged(title: str) -> NoReturn:
    """Refuse a file that stops in the middle or does not fit together."""
    raise Problem(
        _(
            "“{file}” is damaged and cannot be read. Export or copy it again; nothing was imported."
        ).format(file=title)
    )


def refuse_locked_by_password(title: str) -> NoReturn:
    """Refuse a file that only opens with a password."""
    raise Problem(
        _(
            "“{file}” is protected by a password. Open it, save it without the password, "
            "and import that; nothing was imported."
        ).format(file=title)
    )


def kind_of(data: bytes, title: str) -> str:
    """ "text", "xlsx", "ods", "xls" or "zip" (of text files); anything else is a Problem."""
    if not data.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise Problem(_("“{file}” is empty; nothing was imported.").format(file=title))
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            refuse_locked_by_password(title)
        if "WordDocument".encode("utf-16-le") in data:
            refuse_kind(title, _("a Word document"))
        return "xls"
    if data.startswith(b"PK"):
        return _kind_of_zip(data, title)
    for first, what in _others():
        if data.startswith(first):
            refuse_kind(title, what)
    # Two letters that a heading may begin with as well: only with zeros behind them.
    if data.startswith((b"BM", b"MZ")) and b"\x00" in data[:64]:
        refuse_kind(title, _("a picture") if data.startswith(b"BM") else _("a program"))
    return _text_or_refuse(data, title)


def _kind_of_zip(data: bytes, title: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
        refuse_damaged(title)
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        return "xlsx"
    if "content.xml" in names:
        return "ods"
    if any(name.startswith("word/") for name in names):
        refuse_kind(title, _("a Word document"))
    if any(name.startswith("ppt/") for name in names):
        refuse_kind(title, _("a slide show"))
    if any(name.lower().endswith((".csv", ".txt", ".tsv")) for name in names):
        return "zip"
    refuse_kind(title, _("a compressed folder without any list in it"))


def _text_or_refuse(data: bytes, title: str) -> str:
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or wide_encoding(data):
        return "text"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<?xml", b"<head", b"<meta")):
        refuse_kind(
            title, _("a web page or XML file, whatever its name says; open it in Excel and save it")
        )
    if start.startswith((b"{", b"[{")) and b'":' in head:
        refuse_kind(title, _("a JSON file"))
    if sum(head.count(byte) for byte in _CONTROLS) > max(3, len(head) // 100):
        refuse_kind(title, _("no list that can be read"))
    return "text"


def wide_encoding(data: bytes) -> str:
    """The UTF-16 that text without a mark is written in, or "": every other byte is zero."""
    head = data[:4096]
    if len(head) < 8:
        return ""
    half = len(head) // 2
    if head[1::2].count(0) > half * 0.7 and head[0::2].count(0) < half * 0.1:
        return "utf-16-le"
    if head[0::2].count(0) > half * 0.7 and head[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return ""
