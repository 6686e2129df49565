# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - lines of files as other programs write them
"""Text files: encodings, delimiters, quotes, headings."""

import pytest

from coordinator.errors import Problem
from coordinator.importing import open_source

ROSTER = "Student Name,Grade\nLucía Peña,3\nŁukasz Đặng,4\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_letters_are_right_in_every_unicode_encoding(write_file, encoding):
    table = open_source(write_file(ROSTER * 1, encoding=encoding)).tables[0]
    assert table.headings == ("Student Name", "Grade")
    assert table.rows == [(2, ["Lucía Peña", "3"]), (3, ["Łukasz Đặng", "4"])]


def test_windows_text_is_read_with_its_accents_and_a_warning(write_file):
    source = open_source(write_file("Name,Grade\nLucía Peña,3\n", encoding="cp1252"))
    assert source.encoding == "cp1252"
    assert source.tables[0].rows == [(2, ["Lucía Peña", "3"])]
    assert "accents" in source.warnings[0]


def test_an_encoding_can_be_forced(write_file):
    path = write_file("Name,Grade\nLucía Peña,3\n", encoding="mac_roman")
    assert open_source(path, encoding="mac_roman").tables[0].rows[0][1][0] == "Lucía Peña"
    with pytest.raises(Problem, match="no encoding"):
        open_source(path, encoding="klingon")
    with pytest.raises(Problem):
        open_source(path, encoding="rot13")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(write_file, delimiter):
    text = "Student Name,Grade,City\nAna,3,Oak\nBo,4,Elm\n".replace(",", delimiter)
    source = open_source(write_file(text, "list.txt"))
    assert source.delimiter == delimiter
    assert source.tables[0].rows[1] == (3, ["Bo", "4", "Elm"])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_ending_is_understood(write_file, end):
    source = open_source(write_file(f"Name,Grade{end}Ana,3{end}Bo,4{end}"))
    assert [cells for _number, cells in source.tables[0].rows] == [["Ana", "3"], ["Bo", "4"]]


def test_a_quoted_line_break_stays_in_its_cell(write_file):
    source = open_source(write_file('Name,Notes\nAna,"first\nsecond"\nBo,x\n'))
    assert source.tables[0].rows == [(2, ["Ana", "first\nsecond"]), (3, ["Bo", "x"])]


def test_blank_rows_and_titles_above_the_headings_keep_the_numbers_of_the_rows(write_file):
    text = "Maple Hollow,,\nPrinted 09/01/2026,,\n\nStudent Name,Grade,HR Teacher\nAna,3,Okafor\n\nBo,4,Lee\n"
    source = open_source(write_file(text))
    assert source.heading_row == 4
    assert [number for number, _cells in source.tables[0].rows] == [5, 7]


def test_the_heading_row_can_be_forced(write_file):
    path = write_file("x,y\nName,Grade\nAna,3\n")
    assert open_source(path, header_row=1).tables[0].headings == ("x", "y")
    with pytest.raises(Problem, match="Row 9"):
        open_source(path, header_row=9)


def test_an_open_quote_costs_its_own_row_only(write_file):
    table = open_source(
        write_file('Name,Grade,City\nAna,3,Oak\n"Bo,4,Elm\nCy,5,Fir\n"Di",6,Ash\n')
    ).tables[0]
    assert [cells[0] for _number, cells in table.rows] == ["Ana", "Cy", "Di"]
    assert [(bad.row, "quotation" in bad.reason) for bad in table.unread] == [(3, True)]


def test_an_open_quote_that_the_next_quote_would_close_swallows_nothing(write_file):
    table = open_source(
        write_file('Name,Grade,City\n"Ana,3,Oak\nBo,4,Elm\nCy,5,Fir\n"Di,6,Ash\nEd,7,Oak\n')
    ).tables[0]
    assert [cells[0] for _number, cells in table.rows] == ["Bo", "Cy", "Ed"]
    assert [bad.row for bad in table.unread] == [2, 5]


def test_ragged_rows_are_named_and_the_rest_is_read(write_file):
    table = open_source(write_file("Name,Grade\nAna,3\nBo\nCy,4,extra\nDi,5,,\n")).tables[0]
    assert [cells for _number, cells in table.rows] == [["Ana", "3"], ["Di", "5"]]
    assert [bad.row for bad in table.unread] == [3, 4]


def test_a_half_encoded_file_gives_up_the_damaged_rows_only(write_file):
    good = "Name,Grade\nLucía,3\n".encode()
    table = open_source(write_file(good + "José,4\n".encode("cp1252") + b"Bo,5\n")).tables[0]
    assert [cells[0] for _number, cells in table.rows] == ["Lucía", "Bo"]
    assert [(bad.row, "letters" in bad.reason) for bad in table.unread] == [(3, True)]


def test_a_million_rows_are_refused_at_once(write_file):
    path = write_file("Name,Grade\n" + "Ana,3\n" * 1_000_000)
    with pytest.raises(Problem, match="200,000"):
        open_source(path)
