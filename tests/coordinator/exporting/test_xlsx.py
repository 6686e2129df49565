# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Reports as XLSX: read back by two readers that are not ours."""

import re
from dataclasses import replace
from datetime import date, datetime
from zipfile import ZipFile

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from coordinator.errors import Problem
from coordinator.exporting import write_report, xlsx
from coordinator.exporting.report import Kind, Report, ReportColumn
from coordinator.exporting.xlsx_parts import column_name, sheet_name
from coordinator.terms import Period


@pytest.fixture
def report():
    return Report(
        name="hours-by-person",
        title="Volunteer hours: 50% [all]",
        school="Smith & Sons <Elementary>",
        period=Period(date(2025, 7, 1), date(2026, 6, 30), "School year 2025–26"),
        scope="All activities",
        printed=date(2026, 7, 1),
        columns=(
            ReportColumn("Date", Kind.DATE),
            ReportColumn("Volunteer"),
            ReportColumn("Times", Kind.NUMBER, total=True),
            ReportColumn("Hours", Kind.HOURS, total=True),
        ),
        rows=[(date(2025, 9, 1), "Nguyễn Thị Thảo", 3, 350), (None, "", 1, 75)],
        notes=("Rounded down to 15 minutes per entry; exact times are kept.",),
    )


def written(report, tmp_path):
    path = tmp_path / "hours.xlsx"
    write_report(report, path)
    return path


def test_two_readers_find_dates_numbers_and_texts(report, tmp_path):
    path = written(report, tmp_path)
    sheet = openpyxl.load_workbook(path).active
    assert [cell.value for cell in sheet[5]] == ["Date", "Volunteer", "Times", "Hours"]
    assert [cell.value for cell in sheet[6]] == [
        datetime(2025, 9, 1), "Nguyễn Thị Thảo", 3, 3.5,
    ]  # fmt: skip
    assert [cell.value for cell in sheet[7]] == [None, None, 1, 0.75]
    assert [cell.value for cell in sheet[8]] == ["Total", None, 4, 4.25]
    assert sheet["A6"].is_date
    assert sheet["D6"].number_format == "0.00"
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert rows[5] == [date(2025, 9, 1), "Nguyễn Thị Thảo", 3.0, 3.5]


def test_school_period_rule_and_day_of_printing_stand_above(report, tmp_path):
    sheet = openpyxl.load_workbook(written(report, tmp_path)).active
    assert sheet["A1"].value == "Volunteer hours: 50% [all]"
    assert sheet["A2"].value == (
        "Smith & Sons <Elementary> · July 1, 2025 – June 30, 2026 · Printed July 1, 2026"
    )
    assert sheet["A3"].value == (
        "All activities. Rounded down to 15 minutes per entry; exact times are kept."
    )


def test_the_sheet_is_ready_to_read_and_to_print(report, tmp_path):
    book = openpyxl.load_workbook(written(report, tmp_path))
    sheet = book.active
    assert sheet.freeze_panes == "A6"
    assert sheet.auto_filter.ref == "A5:D7"
    assert sheet.print_title_rows == "$5:$5"
    assert sheet["A5"].font.bold
    assert sheet.column_dimensions["B"].width >= len("Nguyễn Thị Thảo")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.paperSize == 1
    assert sheet.oddFooter.right.text == "Page &P of &N"
    assert sheet.oddFooter.left.text.startswith("Smith && Sons <Elementary>")
    assert book.properties.title == "Volunteer hours: 50% [all]"
    assert sheet.title == "Volunteer hours  50%  all"


def test_a4_and_a_wide_report_choose_their_paper(report, tmp_path):
    path = tmp_path / "wide.xlsx"
    wide = replace(
        report,
        columns=tuple(ReportColumn(f"Title of column {n}") for n in range(12)),
        rows=[("a",) * 12],
    )
    write_report(wide, path, "a4")
    sheet = openpyxl.load_workbook(path).active
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")


@pytest.mark.parametrize(
    "name",
    ["=1+1", '=HYPERLINK("http://x")', "+1", "-2", "@SUM(1)", "<b>Ann</b> & Co", "_x0041_", "Null",
     "a" * 32_767, "line\nbreak", " two  blanks "],
)  # fmt: skip
def test_odd_texts_stay_texts_letter_for_letter(report, tmp_path, name):
    path = written(replace(report, rows=[(None, name, 1, 100)]), tmp_path)
    cell = openpyxl.load_workbook(path).active["B6"]
    assert cell.data_type == "s"
    if not name.startswith("_x"):  # openpyxl does not undo this escape
        assert cell.value == name
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert rows[5][1] == name
    with ZipFile(path) as archive:
        assert not re.search(r"<f[ >]", archive.read("xl/worksheets/sheet1.xml").decode())


def test_what_looks_like_a_formula_keeps_its_apostrophe_when_edited(report, tmp_path):
    path = written(replace(report, rows=[(None, "=1+1", 1, 100)]), tmp_path)
    assert openpyxl.load_workbook(path).active["B6"].quotePrefix


def test_letters_that_xml_cannot_hold_are_left_out(report, tmp_path):
    path = written(replace(report, rows=[(None, "A\x00n\x0bn\ud800", 1, 100)]), tmp_path)
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert rows[5][1] == "Ann"


def test_more_lines_than_a_sheet_holds_are_refused_before_anything_is_written(report, tmp_path):
    class Endless(list):
        def __len__(self):
            return 1_048_576

    with pytest.raises(Problem, match="million"):
        written(replace(report, rows=Endless()), tmp_path)
    assert not (tmp_path / "hours.xlsx").exists()


def test_the_same_report_makes_the_same_file(report, tmp_path):
    first = written(report, tmp_path).read_bytes()
    assert written(report, tmp_path).read_bytes() == first


def test_many_rows_keep_their_numbers(report, tmp_path):
    rows = [(date(2025, 9, 1), f"Person {n}", n, n) for n in range(5000)]
    sheet = openpyxl.load_workbook(written(replace(report, rows=rows), tmp_path)).active
    assert sheet["B5005"].value == "Person 4999"
    assert sheet["C5006"].value == sum(range(5000))
    assert xlsx.escaped("plain") == "plain"


@pytest.mark.parametrize(("number", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ")])
def test_names_of_columns(number, name):
    assert column_name(number) == name


@pytest.mark.parametrize("title", ["'", "[]", "x" * 40, "a/b\\c?d*e:f"])
def test_names_of_sheets_are_what_excel_allows(title):
    name = sheet_name(title)
    assert 1 <= len(name) <= 31
    assert not set(name) & set("[]:*?/\\")
