# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Workbooks: cells as text, the right sheet, days of both calendars."""

from datetime import date, datetime

import pytest
import xlsxwriter

from coordinator.errors import Problem
from coordinator.importing import open_source


@pytest.fixture
def book(tmp_path):
    """A workbook with two sheets, titles above the headings, and every kind of cell."""
    path = tmp_path / "roster.xlsx"
    with xlsxwriter.Workbook(path) as made:
        made.add_worksheet("Cover").write(0, 0, "Maple Hollow")
        made.add_worksheet("Old").hide()
        sheet = made.add_worksheet("Roster")
        day = made.add_format({"num_format": "mm/dd/yyyy"})
        sheet.write(0, 0, "Students")
        sheet.write_row(2, 0, ["Student ID", "Student Name", "Grade", "DOB"])
        sheet.write_row(3, 0, [1001, "Lucía Peña", 3])
        sheet.write_datetime(3, 3, datetime(2018, 4, 11), day)
        sheet.write_row(4, 0, ["001002", "=HYPERLINK", "K", 42125])
    return path


def test_cells_become_text_and_rows_keep_their_numbers(book):
    table = open_source(book).tables[0]
    assert table.headings == ("Student ID", "Student Name", "Grade", "DOB")
    assert table.rows[0] == (4, ["1001", "Lucía Peña", "3", "2018-04-11"])
    assert table.rows[1][0] == 5
    assert table.rows[1][1][3] == "42125"


def test_the_sheet_with_the_list_is_found_or_forced(book):
    source = open_source(book)
    assert (source.sheet, source.sheets, source.heading_row) == ("Roster", ("Cover", "Roster"), 3)
    with pytest.raises(Problem, match="Cover, Roster"):
        open_source(book, sheet="Nowhere")


def test_days_of_a_1904_workbook_are_exact(tmp_path, look):
    path = tmp_path / "mac.xlsx"
    with xlsxwriter.Workbook(path, {"date_1904": True}) as made:
        sheet = made.add_worksheet()
        sheet.write_row(0, 0, ["Student Name", "Birth Date"])
        sheet.write(1, 0, "Ana Ruiz")
        sheet.write_datetime(1, 1, datetime(2015, 5, 1), made.add_format({"num_format": 14}))
    plan = look(path)
    assert plan.writes.inserts["person"][0][5] == date(2015, 5, 1)
