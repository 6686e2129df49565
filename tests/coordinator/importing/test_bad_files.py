# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - lines of files as other programs write them
"""Files that are no list: each is refused in one plain sentence that names it."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
import xlsxwriter

from coordinator.errors import Problem
from coordinator.importing import open_source, recognise


def _zip(parts: dict[str, bytes | str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def _workbook(sheet: str) -> bytes:
    """A workbook made by XlsxWriter with the XML of its sheet replaced."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        book.add_worksheet().write_row(0, 0, ["Name", "Grade"])
    with zipfile.ZipFile(made) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    head = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    parts["xl/worksheets/sheet1.xml"] = f"{head}{sheet}</sheetData></worksheet>".encode()
    return _zip(parts)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.csv", b"", "empty"),
        ("blank.csv", b" \r\n\r\n", "empty"),
        ("bom.csv", b"\xef\xbb\xbf", "empty"),
        ("zeros.csv", bytes(500), "empty"),
        ("headings.csv", b"Name,Grade\n", "no rows"),
        ("twice.csv", b"Name,Grade,name\nAna,3,Ana\n", "twice"),
        ("letter.csv", b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        ("photo.csv", b"\x89PNG\r\n\x1a\n" + bytes(50), "picture"),
        ("photo.xlsx", b"\xff\xd8\xff\xe0" + bytes(50), "picture"),
        ("setup.xlsx", b"MZ\x90\x00" + bytes(60), "program"),
        ("tool.csv", b"\x7fELF\x02\x01" + bytes(60), "program"),
        ("page.xls", b"<html><table><tr><td>Name</td></tr></table></html>", "web page"),
        ("data.csv", b'[{"name": "Ana"}]', "JSON"),
        ("school.csv", b"SQLite format 3\x00" + bytes(90), "opened, not imported"),
        ("noise.csv", bytes(range(256)) * 8, "no list"),
        ("letter.xlsx", _zip({"word/document.xml": "<w/>"}), "Word"),
        ("slides.xlsx", _zip({"ppt/presentation.xml": "<p/>"}), "slide"),
        ("other.zip", _zip({"a.bin": b"x"}), "without any list"),
        ("cut.xlsx", _zip({"xl/workbook.xml": "<x/>" * 90})[:-40], "damaged"),
        ("hollow.xlsx", _zip({"xl/workbook.xml": "<x/>"}), "damaged"),
        ("locked.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("broken.xls", OLE, "damaged"),
        ("calendar.csv", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "calendar"),
    ],
)
def test_what_is_no_list_is_refused_in_words(write_file, name, content, words):
    with pytest.raises(Problem) as refused:
        open_source(write_file(content, name))
    assert words in str(refused.value)
    assert name in str(refused.value)
    assert "Error" not in str(refused.value)


def test_a_missing_file_is_said_so(tmp_path):
    with pytest.raises(Problem, match="not there"):
        open_source(tmp_path / "gone.csv")


def test_a_file_open_elsewhere_is_said_so(write_file, monkeypatch):
    path = write_file("Name,Grade\nAna,3\n")

    def locked(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", locked)
    with pytest.raises(Problem, match="Close it in Excel"):
        open_source(path)


def test_an_empty_folder_is_said_so(tmp_path):
    with pytest.raises(Problem, match="no list"):
        open_source(tmp_path)


@pytest.mark.parametrize(
    "sheet",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>',
    ],
)
def test_a_far_cell_is_refused_before_room_is_made_for_it(write_file, sheet):
    with pytest.raises(Problem, match="far away"):
        open_source(write_file(_workbook(sheet), "far.xlsx"))


def test_a_zip_bomb_is_refused(write_file):
    bomb = _zip({"xl/workbook.xml": "<x/>", "xl/worksheets/sheet1.xml": bytes(60_000_000)})
    with pytest.raises(Problem, match="unpacks"):
        open_source(write_file(bomb, "bomb.xlsx"))


def test_a_zip_that_lies_about_its_size_is_refused(write_file):
    bomb = bytearray(_zip({"xl/workbook.xml": "<x/>", "a.xml": bytes(5_000_000)}))
    real, small = struct.pack("<L", 5_000_000), struct.pack("<L", 10)
    with pytest.raises(Problem):
        open_source(write_file(bytes(bomb.replace(real, small)), "liar.xlsx"))


def test_too_many_parts_are_refused(write_file):
    parts = {f"{number}.xml": "" for number in range(1001)}
    with pytest.raises(Problem, match="unpacks"):
        open_source(write_file(_zip({"xl/workbook.xml": "<x/>", **parts}), "many.xlsx"))


def test_a_document_type_is_refused_and_nothing_is_read_from_disk(write_file):
    xml = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>'
    content = _zip({"xl/workbook.xml": xml})
    with pytest.raises(Problem, match="document type"):
        open_source(write_file(content, "xxe.xlsx"))


def test_a_zip_with_a_password_is_refused(write_file):
    content = bytearray(_zip({"users.csv": "Name,Grade\nAna,3\n"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + offset] |= 1
    with pytest.raises(Problem, match="password"):
        open_source(write_file(bytes(content), "locked.zip"))


def test_a_file_without_names_is_refused_with_its_columns(write_file):
    source = open_source(write_file("Bus,Route\n14,B\n"))
    with pytest.raises(Problem, match="Bus, Route"):
        recognise(source)


def test_corrupt_deflate_is_damage(write_file):
    content = bytearray(_zip({"xl/workbook.xml": zlib.compress(bytes(range(256)) * 20)}))
    content[60:120] = bytes(60)
    with pytest.raises(Problem):
        open_source(write_file(bytes(content), "flipped.xlsx"))


def _ods(rows: str) -> bytes:
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    name = "urn:oasis:names:tc:opendocument:xmlns:"
    manifest = f'<manifest:manifest xmlns:manifest="{name}manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    content = f'<office:document-content xmlns:office="{name}office:1.0" xmlns:table="{name}table:1.0" xmlns:text="{name}text:1.0"><office:body><office:spreadsheet><table:table table:name="S">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    return _zip({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content})


def _cell(text: str, extra: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{extra}><text:p>{text}</text:p></table:table-cell>'


HEAD = f"<table:table-row>{_cell('Student Name')}{_cell('Grade')}</table:table-row>"


def test_an_ods_list_is_read_with_its_empty_rest(write_file):
    rest = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    row = f"<table:table-row>{_cell('Ana')}{_cell('3')}</table:table-row>"
    table = open_source(write_file(_ods(HEAD + row + rest), "list.ods")).tables[0]
    assert table.rows == [(2, ["Ana", "3"])]


@pytest.mark.parametrize(
    "row",
    [
        f'<table:table-row table:number-rows-repeated="1000000">{_cell("A")}</table:table-row>',
        "<table:table-row>"
        + _cell("A", ' table:number-columns-repeated="16000"')
        + "</table:table-row>",
    ],
)
def test_an_ods_that_repeats_what_it_holds_a_million_times_is_refused(write_file, row):
    with pytest.raises(Problem, match="far away"):
        open_source(write_file(_ods(HEAD + row), "bomb.ods"))
