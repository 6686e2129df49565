# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Reports as CSV: read back as Excel and another separator would."""

import csv
from dataclasses import replace
from datetime import date

import pytest

from coordinator.errors import Problem
from coordinator.exporting import write_report
from coordinator.exporting.report import Kind, Report, ReportColumn
from coordinator.terms import Period

HOSTILE = [
    '=HYPERLINK("http://x","y")',
    "+1",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    '=1+2";=1+2',
    "a;=1+2",
    'a"; "=1+2',
    "first\n=1+2",
    "＝1+1",
]


@pytest.fixture
def report():
    return Report(
        name="hours-by-person",
        title="Volunteer hours",
        school="Maple Hollow Elementary",
        period=Period(date(2025, 7, 1), date(2026, 6, 30), "School year 2025–26"),
        scope="All activities",
        printed=date(2026, 7, 1),
        columns=(
            ReportColumn("Date", Kind.DATE),
            ReportColumn("Volunteer"),
            ReportColumn("Times", Kind.NUMBER, total=True),
            ReportColumn("Hours", Kind.HOURS, total=True),
        ),
        rows=[(date(2025, 9, 1), "Nguyễn Thị Thảo", 3, 350), (date(2025, 9, 2), "Ana", 1, 75)],
        notes=("Rounded down to 15 minutes per entry; exact times are kept.",),
    )


def read(path, delimiter=","):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def test_header_lines_total_and_what_the_report_says_of_itself(report, tmp_path):
    path = tmp_path / "hours.csv"
    write_report(report, path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert read(path) == [
        ["Date", "Volunteer", "Times", "Hours"],
        ["2025-09-01", "Nguyễn Thị Thảo", "3", "3.5"],
        ["2025-09-02", "Ana", "1", "0.75"],
        ["Total", "", "4", "4.25"],
        [],
        ["Maple Hollow Elementary"],
        ["Volunteer hours"],
        ["July 1, 2025 – June 30, 2026"],
        ["All activities"],
        ["Rounded down to 15 minutes per entry; exact times are kept."],
        ["Printed July 1, 2026"],
    ]


def test_no_cell_acts_as_a_formula_under_any_separator(report, tmp_path):
    path = tmp_path / "hours.csv"
    rows = [(date(2025, 9, 1), name, 1, 100) for name in HOSTILE]
    hostile = replace(report, rows=rows, school="=1+1", scope="@here")
    write_report(hostile, path)
    cells = [row[1] for row in read(path)[1 : 1 + len(HOSTILE)]]
    assert [cell.replace("'", "") for cell in cells] == HOSTILE
    for delimiter in ",;\t":
        for row in read(path, delimiter):
            assert not any(cell.startswith(tuple("=+-@\t\r＝")) for cell in row)


def test_quotes_and_separators_inside_do_not_split_the_cell(report, tmp_path):
    path = tmp_path / "hours.csv"
    write_report(replace(report, columns=report.columns[1:2], rows=[('=1+2";=1+2',)]), path)
    assert read(path)[1] == ["'=1+2\";'=1+2"]
    assert read(path, ";")[1] == ["'=1+2\";'=1+2"]


def test_hours_taken_out_stay_numbers(report, tmp_path):
    path = tmp_path / "hours.csv"
    write_report(replace(report, remainder=((None, "Counted once", -1, -350),)), path)
    assert read(path)[3] == ["", "Counted once", "-1", "-3.5"]


def test_an_unknown_ending_is_refused_in_words(report, tmp_path):
    with pytest.raises(Problem, match=r"\.xlsx"):
        write_report(report, tmp_path / "hours.doc")
    assert list(tmp_path.glob("hours*")) == []


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "pdf"])
def test_a_folder_that_is_missing_is_told_and_nothing_is_left(report, tmp_path, suffix):
    with pytest.raises(Problem, match="folder"):
        write_report(report, tmp_path / "gone" / f"hours.{suffix}")
    assert not (tmp_path / "gone").exists()


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_failure_halfway_leaves_the_old_file_whole(report, tmp_path, suffix):
    path = tmp_path / f"hours.{suffix}"
    path.write_text("old")

    class Failing(list):
        def __iter__(self):
            yield from report.rows
            raise OSError(28, "No space left on device")

    with pytest.raises(Problem, match="full"):
        write_report(replace(report, rows=Failing(report.rows), columns=report.columns), path)
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == [path.name]
