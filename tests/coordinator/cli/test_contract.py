# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The command line as a contract: exit status, one plain sentence, whole files or none."""

import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from sqlalchemy import func, select

from coordinator.cli import is_command, run
from coordinator.store import Store
from coordinator.store.models import Person, Recognition
from tests.rows import all_rows

ROSTER = """\
Student ID,Student First Name,Student Last Name,Grade,Guardian First Name,Guardian Last Name,\
Guardian Email,Guardian Mobile,Relationship
9001,Lucía,Peña Ruiz,3,Ana Lucía,Peña Ruiz,ana.pena@example.org,(612) 555-0142,Mother
9002,Mateo,Peña Ruiz,1,Ana Lucía,Peña Ruiz,ana.pena@example.org,(612) 555-0142,Mother
9003,Łukasz,Wiśniewski,K,Zofia,Wiśniewska,zofia@example.org,(612) 555-0177,Mother
"""
LEDGER = """Date,Name,Hours,Activity
2026-10-01,Ana Lucía Peña Ruiz,"12,5",Book fair
2026-10-08,Ana Lucía Peña Ruiz,10:30,Reading
2026-10-09,Zofia Wiśniewska,90m,=HYPERLINK("x")
"""


@pytest.fixture
def school(tmp_path):
    """The path of a new file, made by the command."""
    path = tmp_path / "school.coordinator"
    assert run(["new", str(path), "--school", "Maple Hollow"]) == 0
    return str(path)


@pytest.fixture
def roster(tmp_path):
    path = tmp_path / "students.csv"
    path.write_text(ROSTER, encoding="utf-8")
    return str(path)


@pytest.fixture
def filled(school, roster, tmp_path):
    ledger = tmp_path / "hours.csv"
    ledger.write_text(LEDGER, encoding="utf-8")
    assert run(["import", school, roster, "--as", "families"]) == 0
    assert run(["import", school, str(ledger), "--as", "hours"]) == 0
    return school


def rows_of(path):
    store = Store.open(path, writable=False)
    try:
        return all_rows(store)
    finally:
        store.close()


def test_the_main_job_end_to_end(filled, tmp_path, capsys):
    csv, xlsx, pdf = (tmp_path / f"hours.{kind}" for kind in ("csv", "xlsx", "pdf"))
    for path in (csv, xlsx, pdf):
        assert run(["hours", filled, "-o", str(path), "--year", "2026-27"]) == 0
    text = csv.read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    assert "Peña Ruiz" in text.decode("utf-8-sig")
    assert "'=HYPERLINK" in text.decode("utf-8-sig")
    cells = [cell for row in openpyxl.load_workbook(xlsx).active.iter_rows() for cell in row]
    assert {12.5, 10.5, 1.5} <= {cell.value for cell in cells}
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert "24.5" in pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()

    out = tmp_path / "certificates.pdf"
    made = run(["certificates", filled, "-o", str(out), "--year", "2026-27", "--min-hours", "20",
                "--issue"])  # fmt: skip
    assert made == 0
    pages = pypdfium2.PdfDocument(out)
    assert len(pages) == 1
    words = pages[0].get_textpage().get_text_range()
    assert "Ana Lucía Peña Ruiz" in words
    assert "23 hours" in words
    store = Store.open(Path(filled), writable=False)
    with store.read() as db:
        assert db.scalar(select(Recognition.minutes)) == 23 * 60
    store.close()
    capsys.readouterr()
    assert run(["certificates", filled, "-o", str(out), "--year", "2026-27"]) == 1
    assert "Nobody" in capsys.readouterr().err


def test_undo_takes_an_import_back_row_for_row(school, roster, tmp_path, capsys):
    before = rows_of(Path(school))
    assert run(["import", school, roster, "--as", "families"]) == 0
    assert rows_of(Path(school)) != before
    capsys.readouterr()
    assert run(["undo", school]) == 0
    assert "students.csv" in capsys.readouterr().out
    assert rows_of(Path(school)) == before


def test_json_counts_rows_and_the_same_file_again_changes_nothing(school, roster, capsys):
    capsys.readouterr()
    assert run(["import", school, roster, "--as", "families", "--json"]) == 0
    first = json.loads(capsys.readouterr().out)
    assert (first["read"], first["new"], first["unchanged"]) == (3, 3, 0)
    assert first["rejected"] == []
    assert run(["import", school, roster, "--as", "families", "--json"]) == 0
    again = json.loads(capsys.readouterr().out)
    assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, 3)
    assert run(["history", school, "--json"]) == 0
    steps = json.loads(capsys.readouterr().out)
    assert [step["kind"] for step in steps] == ["do", "do"]


def test_rejected_rows_stop_everything_unless_accepted(school, tmp_path, capsys):
    bad = tmp_path / "bad.csv"
    bad.write_text(ROSTER + "9004,Bo,Li,2,Wei,Li,not an address,(612) 555-0111,Father\n", "utf-8")
    before = rows_of(Path(school))
    capsys.readouterr()
    assert run(["import", school, str(bad), "--as", "families", "--json"]) == 1
    captured = capsys.readouterr()
    assert [one["row"] for one in json.loads(captured.out)["rejected"]] == [5]
    assert "nothing was brought in" in captured.err
    assert rows_of(Path(school)) == before
    assert run(["import", school, str(bad), "--as", "families", "--accept-rejects"]) == 0
    assert rows_of(Path(school)) != before


def test_a_dry_run_writes_nothing(school, roster, capsys):
    before = Path(school).read_bytes()
    assert run(["import", school, roster, "--as", "families", "--dry-run"]) == 0
    assert "3 new" in capsys.readouterr().out
    assert Path(school).read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["hours", "gone.coordinator", "-o", "x.csv"], 1, "no file"),
        (["hours", "{school}", "-o", "{tmp}/x.docx"], 1, ".csv"),
        (["hours", "{school}", "-o", "{tmp}/no/x.csv"], 1, "no folder"),
        (["hours", "{school}", "-o", "{tmp}/x.csv", "--year", "2026"], 1, "2026-27"),
        (["hours", "{school}", "-o", "{tmp}/x.csv", "--from", "2026-09-01"], 1, "its last"),
        (["hours", "{school}", "-o", "{tmp}/x.csv", "--from", "2026-09-02", "--to", "2026-09-01"],
         1, "before its first"),
        (["hours", "{school}", "-o", "{tmp}/x.csv", "--by", "moon"], 2, "moon"),
        (["hours", "{school}", "-o", "{tmp}/x.csv", "--year", "2026-27", "--from", "2026-01-01"],
         2, "not both"),
        (["hours", "{school}"], 2, "output"),
        (["certificates", "{school}", "-o", "{tmp}/x.pdf"], 1, "Nobody"),
        (["certificates", "{school}", "-o", "{tmp}/x.pdf", "--design", "moon"], 1, "moon"),
        (["certificates", "{school}", "-o", "{tmp}/x.pdf", "--person", "Zed"], 1, "Zed"),
        (["certificates", "{school}", "-o", "{tmp}/x.pdf", "--min-hours", "0"], 2, "min-hours"),
        (["import", "{school}", "gone.csv"], 1, "gone.csv"),
        (["import", "{school}", "{school}"], 1, "school.coordinator"),
        (["report", "{school}", "moon", "-o", "{tmp}/x.csv"], 1, "moon"),
        (["new", "{school}"], 1, "there already"),
        (["new", "postgresql://x/y"], 1, "database address"),
        (["check", "postgresql://x/y"], 1, "database address"),
        (["new", ""], 1, "missing"),
        (["check", "{tmp}"], 1, ""),
    ],
)  # fmt: skip
def test_what_goes_wrong_is_one_sentence(school, tmp_path, capsys, arguments, status, words):
    capsys.readouterr()
    given = [one.format(school=school, tmp=tmp_path) for one in arguments]
    assert run(given) == status
    said = capsys.readouterr().err
    assert words in said
    assert "Traceback" not in said
    assert status == 2 or len(said.strip().splitlines()) == 1
    assert not list(tmp_path.glob("x.*"))


def test_a_bug_is_logged_and_said_in_a_sentence(school, tmp_path, capsys, monkeypatch):
    from coordinator.store import journal

    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(journal, "list_history", broken)
    assert run(["history", school]) == 1
    said = capsys.readouterr().err
    assert "Something went wrong" in said
    assert "secret" not in said
    assert "ZeroDivisionError" in (tmp_path / "data/logs/coordinator.log").read_text()


def test_backup_and_check(filled, tmp_path, capsys):
    target = tmp_path / "copy.coordinator"
    assert run(["backup", filled, "-o", str(target)]) == 0
    assert run(["check", str(target)]) == 0
    assert "All is well" in capsys.readouterr().out


def test_no_subcommand_needs_qt(tmp_path):
    code = (
        "import sys\n"
        "from coordinator.cli import run\n"
        "status = run(['demo', '-o', sys.argv[1]])\n"
        "assert not [name for name in sys.modules if name.startswith(('PySide6', 'ui.'))]\n"
        "sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "demo"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    names = {path.name for path in (tmp_path / "demo").iterdir()}
    assert names == {"certificates.pdf", "hours.xlsx", "students-2026.csv"}


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        ([], False),
        (["--demo"], False),
        (["my school.coordinator"], False),
        (["--data-dir", "hours"], False),
        (["--data-dir", "x", "hours"], True),
        (["--help"], True),
        (["import", "x"], True),
    ],
)
def test_what_opens_the_window(arguments, command):
    assert is_command(arguments) is command


def test_one_person_by_name(filled, tmp_path):
    out = tmp_path / "one.pdf"
    assert run(["certificates", filled, "-o", str(out), "--person", "zofia wisniewska"]) == 0
    store = Store.open(Path(filled), writable=False)
    with store.read() as db:
        assert db.scalar(select(func.count()).select_from(Recognition)) == 0
        assert db.scalar(select(func.count()).select_from(Person)) == 5
    store.close()
