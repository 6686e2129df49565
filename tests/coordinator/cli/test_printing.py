# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Certificates by the command line: who is meant, what is recorded, what is refused."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from sqlalchemy import func, select

from coordinator.cli import run
from coordinator.store import Store
from coordinator.store.models import Recognition
from tests.factories import a_volunteer, some_hours

DAY = date(2026, 10, 1)


@pytest.fixture
def school(tmp_path):
    path = tmp_path / "school.coordinator"
    assert run(["new", str(path)]) == 0
    return path


def fill(path, *people):
    """People with 20 hours each; their ids."""
    store = Store.open(path)
    with store.write("Fill") as db:
        ids = [a_volunteer(db, name) for name in people]
        for person_id in ids:
            some_hours(db, person_id, 20 * 60, DAY)
    store.close()
    return ids


def issued(path):
    store = Store.open(path, writable=False)
    with store.read() as db:
        count = db.scalar(select(func.count()).select_from(Recognition))
    store.close()
    return count


def certificates(path, out, *more):
    return run(["certificates", str(path), "-o", str(out), "--year", "2026-27", *more])


def test_a_folder_in_the_place_of_the_file_leaves_nothing_issued(school, tmp_path, capsys):
    fill(school, "Denise Johnson")
    (tmp_path / "out.pdf").mkdir()
    assert certificates(school, tmp_path / "out.pdf", "--issue") == 1
    assert "is a folder" in capsys.readouterr().err
    assert issued(school) == 0


def test_a_file_held_by_a_viewer_leaves_nothing_issued(school, tmp_path, capsys, monkeypatch):
    fill(school, "Denise Johnson")

    def held(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", held)
    assert certificates(school, tmp_path / "out.pdf", "--issue") == 1
    assert "open in another program" in capsys.readouterr().err
    monkeypatch.undo()
    assert issued(school) == 0
    assert certificates(school, tmp_path / "out.pdf", "--issue") == 0
    assert issued(school) == 1


@pytest.mark.parametrize("hours", ["nan", "inf", "-1", "0", "1e300", "many"])
def test_a_number_of_hours_that_is_none_is_wrong_usage(school, tmp_path, capsys, hours):
    assert certificates(school, tmp_path / "out.pdf", "--min-hours", hours) == 2
    assert "is not a number of hours" in capsys.readouterr().err


def test_few_hours_are_not_the_usual_twenty(school, tmp_path):
    store = Store.open(school)
    with store.write("Fill") as db:
        some_hours(db, a_volunteer(db), 60, DAY)
    store.close()
    assert certificates(school, tmp_path / "out.pdf", "--min-hours", "0.001") == 0


@pytest.mark.parametrize(
    ("option", "words"),
    [
        (["--event", ""], "no event called"),
        (["--person", ""], "nobody called"),
        (["--language", "klingon"], "en, es"),
    ],
)
def test_what_is_not_there_is_refused_and_not_passed_over(school, tmp_path, capsys, option, words):
    fill(school, "Denise Johnson")
    capsys.readouterr()
    assert certificates(school, tmp_path / "out.pdf", *option) == 1
    assert words in capsys.readouterr().err
    assert not (tmp_path / "out.pdf").exists()


def test_certificates_are_a_pdf(school, tmp_path, capsys):
    fill(school, "Denise Johnson")
    assert certificates(school, tmp_path / "out.txt") == 1
    assert "must end in .pdf" in capsys.readouterr().err


def test_a_short_name_is_found_among_many_that_begin_with_it(school, tmp_path):
    fill(school, *(f"Li{number} Lin" for number in range(30)), "Li")
    assert certificates(school, tmp_path / "out.pdf", "--person", "li") == 0
    assert len(pypdfium2.PdfDocument(tmp_path / "out.pdf")) == 1


def test_two_people_of_one_name_are_told_apart_in_the_window(school, tmp_path, capsys):
    fill(school, "Ana Peña", "Ana Peña")
    capsys.readouterr()
    assert certificates(school, tmp_path / "out.pdf", "--person", "Ana Peña") == 1
    assert "2 people are called Ana Peña" in capsys.readouterr().err


def test_a_name_that_is_only_long_is_printed_and_told(school, tmp_path, capsys):
    fill(school, "X" * 200)
    capsys.readouterr()
    assert certificates(school, tmp_path / "out.pdf") == 0
    assert "is very long" in capsys.readouterr().err
    assert len(pypdfium2.PdfDocument(tmp_path / "out.pdf")) == 1


def test_where_no_name_can_be_printed_yet_that_is_said(school, tmp_path, capsys):
    fill(school, "رنا الحداد")
    capsys.readouterr()
    assert certificates(school, tmp_path / "out.pdf") == 1
    said = capsys.readouterr().err
    assert "None of these certificates can be printed yet" in said
    assert "Nobody" not in said


def test_a_year_written_in_full_is_the_schools_own_year(school, tmp_path):
    fill(school, "Denise Johnson")
    out = tmp_path / "hours.csv"
    assert run(["hours", str(school), "-o", str(out), "--year", "2026-2027"]) == 0
    assert "Denise Johnson" in out.read_text("utf-8-sig")


def test_paper_of_the_made_up_school_says_so(tmp_path):
    school = tmp_path / "sample.coordinator"
    assert run(["new", str(school), "--sample"]) == 0
    out, report = tmp_path / "c.pdf", tmp_path / "h.pdf"
    year = ["--year", "2025-26"]
    assert run(["certificates", str(school), "-o", str(out), *year]) == 0
    assert run(["hours", str(school), "-o", str(report), *year, "--by", "month"]) == 0
    for path in (out, report):
        for page in pypdfium2.PdfDocument(path):
            assert "SAMPLE · MUESTRA" in page.get_textpage().get_text_range()
