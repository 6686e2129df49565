# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Reports on paper, read back as text."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from coordinator import paths
from coordinator.documents.chart import chart_pdf, grid_step, whole_hours
from coordinator.documents.fonts import face
from coordinator.documents.report import draw_report
from coordinator.documents.report.layout import (
    PITCH,
    SMALLEST,
    fitted,
    pages_of,
    settled,
    width_of,
    wrapped,
)
from coordinator.exporting.report import Chart, Figure, Kind, Report, ReportColumn, Series
from coordinator.terms import Period


@pytest.fixture(scope="module", autouse=True)
def warm_fonts(tmp_path_factory):
    """Pin each face once for the module; every test has its own data folder otherwise."""
    paths.use_data_folder(tmp_path_factory.mktemp("fonts"))
    draw_report(_report(3))
    paths.use_data_folder(None)


def _report(count, **values):
    return replace(
        Report(
            name="hours-by-person",
            title="Volunteer hours",
            school="Maple Hollow Elementary",
            period=Period(date(2025, 7, 1), date(2026, 6, 30), "School year 2025–26"),
            scope="All activities",
            printed=date(2026, 7, 1),
            columns=(
                ReportColumn("Volunteer", width=34),
                ReportColumn("Main activity", width=26),
                ReportColumn("Times", Kind.NUMBER, 7, total=True),
                ReportColumn("Hours", Kind.HOURS, 9, total=True),
                ReportColumn("Note", paper=False),
            ),
            rows=[(f"Helper {n:03}", "Library", 1, 125, "secret") for n in range(count)],
            figures=(Figure("3.75", "hours given"), Figure("3", "people")),
            chart=Chart(
                "Hours each month",
                ("Jul", "Aug"),
                (Series("2025–26", (125, 250)), Series("2024–25", (0, 100))),
            ),
            notes=("Rounded down to 15 minutes per entry; exact times are kept.",),
            signed=True,
        ),
        **values,
    )


def pages(report, paper="letter"):
    document = pdfium.PdfDocument(draw_report(report, paper))
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def test_one_page_holds_all_that_must_be_said():
    (page,) = pages(_report(3))
    for words in (
        "Volunteer hours", "July 1, 2025 – June 30, 2026", "Maple Hollow Elementary",
        "Printed July 1, 2026", "3.75", "hours given", "Hours each month", "2024–25",
        "Helper 002", "Total", "Rounded down to 15 minutes per entry", "Checked by",
        "Page 1 of 1",
    ):  # fmt: skip
        assert words in page
    assert "secret" not in page
    assert re.search(r"Total\s+3\s+3\.75", page)


def test_long_tables_repeat_their_head_and_carry_a_subtotal():
    found = pages(_report(100))
    assert len(found) >= 3
    shown = []
    for number, page in enumerate(found, start=1):
        assert f"Page {number} of {len(found)}" in page
        assert "Main activity" in page
        shown += re.findall(r"Helper (\d{3})", page)
        if number > 1:
            brought = re.search(r"Brought forward\s+(\d+)\s+([\d.]+)", page)
            carried = re.search(r"Carried forward\s+(\d+)\s+([\d.]+)", found[number - 2])
            assert brought.groups() == carried.groups()
            assert int(brought[1]) == int(shown[shown.index(re.findall(r"Helper (\d+)", page)[0])])
    assert shown == [f"{n:03}" for n in range(100)]
    assert re.search(r"Total\s+100\s+125\.00", found[-1])
    assert "Checked by" in found[-1]
    assert "Checked by" not in found[0]


@pytest.mark.parametrize("rows", range(14, 24))
def test_the_total_never_stands_alone(rows):
    found = pages(_report(rows))
    assert len(found) <= 2
    assert len(re.findall("Helper", found[-1])) >= min(rows, 2)


def test_a4_is_drawn_for_its_paper():
    document = pdfium.PdfDocument(draw_report(_report(3), "a4"))
    assert [round(side) for side in document[0].get_size()] == [595, 842]
    document.close()


@pytest.mark.parametrize(
    "name",
    ["<b>Ann</b> & Co", "<img src='/etc/hostname'/>", "</para><para>", "=1+1", "Smith <b>bold",
     "Nguyễn Thị Phương Thảo", "Wiśniewska-Szczepańska", "Олена Коваленко", "Null", "B"],
)  # fmt: skip
def test_names_are_printed_letter_for_letter(name):
    (page,) = pages(_report(0, rows=[(name, "", 1, 100, "")]))
    assert name in page


def test_names_that_cannot_be_drawn_give_way_to_their_line_and_a_note():
    rows = [("Ana", "", 1, 100, ""), ("王小明", "", 1, 100, ""), ("فاطمة", "", 1, 100, "")]
    (page,) = pages(_report(0, rows=rows, school="學校"))
    assert "Line 2 *" in page
    assert "Line 3 *" in page
    assert "cannot be printed yet" in " ".join(page.split())
    assert "\ufffd" not in page


def test_a_name_of_two_hundred_letters_is_printed_whole():
    name = "Maximiliana " * 17
    (page,) = pages(_report(0, rows=[(name.strip(), "Library", 1, 100, "")]))
    assert page.count("Maximiliana") == 17
    assert "1.00" in page


def test_an_empty_report_says_so():
    (page,) = pages(_report(0, chart=None, figures=()))
    assert "Nothing in this period." in page


def test_only_our_own_embedded_fonts(tmp_path: Path):
    data = draw_report(_report(3))
    assert b"Helvetica" not in data
    assert data.count(b"/FontFile2") >= 3


def test_a_text_is_narrowed_before_it_is_made_smaller_and_then_wrapped():
    text = "Guadalupe Hernández de la Cruz"
    wide = width_of(text, face("Noto Sans"), 10.5)
    assert fitted(text, wide).size == 10.5
    assert fitted(text, wide * 0.9).cut.width == 80
    assert fitted(text, wide * 0.9).size == 10.5
    small = fitted(text, wide * 0.5)
    assert small.size == SMALLEST
    assert " ".join(small.lines) == text


def test_a_word_wider_than_its_column_is_parted_not_cut():
    lines = wrapped("x" * 50, face("Noto Sans"), 10, 60)
    assert "".join(lines) == "x" * 50
    assert all(width_of(line, face("Noto Sans"), 10) <= 60 for line in lines)


def test_no_word_stands_alone_in_the_last_line():
    cut = face("Noto Sans", italic=True)
    text = "Rounded down to fifteen minutes per entry while all the exact times are always kept"
    width = width_of(text, cut, 9.5) * 0.97
    assert len(wrapped(text, cut, 9.5, width)[-1].split()) == 1
    assert len(settled(text, cut, 9.5, width)[-1].split()) > 1


def test_pages_keep_every_line_once_and_room_for_the_end():
    for rows in range(80):
        parts = pages_of([PITCH] * rows, 300, 600, 120)
        assert [n for start, end in parts for n in range(start, end)] == list(range(rows))


@pytest.mark.parametrize(
    ("highest", "step"), [(0, 1), (5, 1), (6, 2), (26, 10), (80, 20), (999, 200)]
)
def test_grid_lines_are_round_and_few(highest, step):
    assert grid_step(highest) == step


def test_labels_are_whole_hours_half_up():
    assert [whole_hours(value) for value in (49, 50, 149, 150)] == [0, 1, 1, 2]


def test_a_chart_alone_has_its_figures_and_its_key():
    document = pdfium.PdfDocument(chart_pdf(_report(1).chart, 500, 180))
    text = document[0].get_textpage().get_text_bounded()
    assert [round(side) for side in document[0].get_size()] == [500, 180]
    document.close()
    for words in ("Jul", "Aug", "2025–26", "2024–25"):
        assert words in text
    assert re.search(r"\b3\b", text)  # 2.50 hours in August, half up
