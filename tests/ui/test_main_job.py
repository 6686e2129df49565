# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The main job in the real window: a list comes in, certificates and hours go out, all undone."""

import csv
import errno
import logging
import os
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from python_calamine import CalamineWorkbook

from coordinator.families import list_families, list_people
from coordinator.recognition import list_recognitions
from tests.coordinator.documents.printed import page_sizes, read_text
from tests.factories import some_hours
from tests.rows import Rows, all_rows, index_rows
from tests.ui.desk import Desk
from tests.ui.pages.hand import CONTROL, Hand, ask
from ui import errors, local_settings, printing
from ui.dialogs.export_hours import ExportPanel
from ui.dialogs.save_file import SaveDialog
from ui.pages.events.panel import CAME
from ui.pages.home.rows import HomeRow
from ui.pages.import_list import ImportListPage
from ui.pages.import_list.page import CHECK, DONE, FILE
from ui.printing import PrinterDialog

ENTER = Qt.Key.Key_Return
TODAY = date.today()
SURNAMES = ["Peña Ruiz", "O’Brien", "Nguyễn", "Łukasz", "Okafor", "<b>Da Silva</b>"]
HEAD = [
    "Student_Number", "Last_Name", "First_Name", "Grade_Level", "DOB", "Home_Room", "Street",
    "City", "State", "Zip", "Mother", "Mother_Email", "Father", "Home_Phone", "Lunch_Status",
]  # fmt: skip


def roster(rows: int = 60, **spoilt: str) -> str:
    """A list as PowerSchool exports it, three children a family; `spoilt` is of the third row."""
    out = StringIO(newline="")
    writer = csv.DictWriter(out, HEAD, lineterminator="\r\n")
    writer.writeheader()
    for child in range(rows):
        home = child // 3
        name = SURNAMES[home % 6]
        line = {
            "Student_Number": str(4000 + child), "Last_Name": name, "First_Name": f"Kid{child:02}",
            "Grade_Level": "KG" if child % 6 == 0 else str(child % 6),
            "DOB": f"{child % 12 + 1:02}/{child % 28 + 1:02}/{2020 - child % 6}",
            "Home_Room": "Rivera", "Street": f"{home + 1} Maple Street", "City": "Grand Rapids",
            "State": "MI", "Zip": "49503", "Mother": f"Ana{home:02} {name}",
            "Mother_Email": f"ana{home}@example.org", "Father": f"Leo{home:02} {name}",
            "Home_Phone": f"(616) 555-01{home:02}", "Lunch_Status": "F",
        }  # fmt: skip
        writer.writerow(line | (spoilt if child == 2 else {}))
    return out.getvalue()


@pytest.fixture
def desk(qtbot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    handlers = list(logging.getLogger().handlers)
    local_settings.remember("theme", "light")
    desk = Desk(qtbot, monkeypatch)
    yield desk
    while desk.programs:
        desk.close()
    errors.uninstall()
    for handler in set(logging.getLogger().handlers) - set(handlers):
        logging.getLogger().removeHandler(handler)
        handler.close()
    assert desk.faults == []


@pytest.fixture
def at_work(desk: Desk) -> Desk:
    """An empty school in the open window."""
    begin(desk, "empty")
    return desk


# The steps of the job


def begin(desk: Desk, choice: str) -> None:
    """The first run: one of the three choices, then the name of the school and Enter."""
    welcome = desk.start()
    desk.hand.click(getattr(welcome, choice))
    desk.hand.type("Fern Hill Elementary")
    desk.hand.press(ENTER)
    desk.hand = Hand(desk.qtbot, desk.window, 1366, 740)


def bring_in(desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Enter chooses the file, Enter imports, Enter goes on: the ring stands where one goes on."""
    monkeypatch.setattr(ImportListPage, "ask", lambda *_asked: [path])
    page = desk.window.current_page()
    screen = page.importing
    before = all_rows(desk.store)
    desk.press(ENTER)
    assert screen.stack.currentIndex() == CHECK
    assert screen.check_step.columns.combos["Mother"].currentText() == "Mother: name"
    assert screen.check_step.columns.combos["Lunch_Status"].currentText() == "Leave out"
    assert all_rows(desk.store) == before, "looking writes nothing"
    assert screen.check_step.import_button.text() == "Import 60 rows"
    desk.press(ENTER)
    assert screen.stack.currentIndex() == DONE
    desk.press(ENTER)
    assert len(page.list.families.rows()) == 20
    assert len(ask(desk.store, lambda db: list_people(db, None))) == 100


def edit_a_family(desk: Desk) -> None:
    """Ctrl+Z in a field undoes typing, not the import; leaving the form writes."""
    page = desk.window.current_page()
    desk.hand.click_row(page.list.families, 0)
    desk.settle()
    desk.press(ENTER)
    name = page.side.form.name.line
    before = name.text()
    desk.hand.type("x")
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert (name.text(), desk.store.undo_label()) == (before, "Import students.csv")
    name.selectAll()
    QApplication.clipboard().setText("Da Silva & =SUM(1) \u202eabc")
    desk.press(Qt.Key.Key_V, CONTROL)
    desk.press(ENTER, CONTROL)
    names = {row.name for row in ask(desk.store, lambda db: list_families(db, None))}
    assert "Da Silva & =SUM(1) abc" in names, "as written, less the sign that turns lines round"


def an_evening(desk: Desk) -> None:
    """A new event, and two who came to it."""
    page = desk.go("events")
    desk.press(Qt.Key.Key_N, CONTROL)
    desk.hand.type("Math Night")
    desk.press(ENTER, CONTROL)
    tabs = page.panel.tabs
    desk.hand.click(tabs, tabs.tabRect(CAME).center())
    came = page.panel.came
    desk.click(came.finder.line)
    for words in ("ana00", "leo01"):
        desk.hand.type(words)
        desk.press(ENTER)
    assert (came.came_figure.text(), came.families.text()) == ("2", "2 families")
    desk.click(page.panel.hours_button)


def hours_for_many(desk: Desk) -> None:
    """The event is known, so: all ticked, 2, Enter."""
    page = desk.window.current_page()
    desk.click(page.many.all_button)
    page.many.minutes.line.setFocus()
    desk.hand.type("2")
    desk.press(ENTER)
    assert desk.toast() == "Added 2 h for 2 people"
    added = {(row.person[:5], row.event, row.minutes) for row in page.hours.table.rows()}
    assert added == {("Ana00", "Math Night", 120), ("Leo01", "Math Night", 120)}
    assert [figure for figure, _words in page.hours._figures] == ["4 h", "4 h"]


def approve_what_waits(desk: Desk) -> None:
    """Hours that wait, as a check-in at the door leaves them, are approved by one press."""
    people = ask(desk.store, lambda db: list_people(db, None))
    ana = next(person.id for person in people if person.name.startswith("Ana00"))
    with desk.store.write("Hours from the door") as db:
        some_hours(db, ana, 1200, TODAY, status="proposed", source="attendance", activity="Garden")
    home = desk.go("home")
    need = next(row for row in home.findChildren(HomeRow) if "Hours to approve" in row.text())
    assert need.accessibleDescription().endswith("1")
    desk.click(need)
    page = desk.window.current_page()
    assert len(page.hours.table.rows()) == 1
    desk.click(page.hours.approve_button)
    assert len(page.hours.table.rows()) == 3, "an empty list is no use to anybody"


def export_the_filtered_list(desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exactly the rows on the screen, their sum in the bar and in the file."""
    monkeypatch.setattr(ExportPanel, "ask", lambda *_asked: path)
    page = desk.window.current_page()
    page.hours.filters.field.setFocus()
    desk.hand.type("ana00")
    shown = page.hours.table.rows()
    desk.click(page.frame.export_button)
    desk.press(ENTER)
    cells = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert cells[1][0].startswith("Fern Hill Elementary · ")
    place = next(at for at, row in enumerate(cells) if row[0] == "Date")
    written = [(row[0], row[1], row[2], row[6]) for row in cells[place + 1 : -1]]
    assert len(written) == len(shown) == 2, "not the third entry, which the filter hides"
    assert set(written) == {(row.date, row.person, row.activity, row.minutes / 60) for row in shown}
    assert (cells[-1][0], cells[-1][6]) == ("Total", 22.0)
    assert page.hours._figures[0][0] == "22 h"
    page.hours.filters.field.clear()


def save_and_print(desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lower rule, another design and language, seen at once; one by PDF, the other printed."""
    page = desk.go("certificates")
    assert [row.minutes for row in page.batch.rows] == [1320]
    desk.hand.fill(page.rules.hours, "2")
    desk.qtbot.waitUntil(lambda: len(page.batch.rows) == 2)
    desk.hand.fill(page.rules.hours, "-2")
    desk.qtbot.waitUntil(lambda: not page.print_button.isEnabled())
    assert page.rules.hours_error.text() == "Write a number of hours, such as 20 or 7.5."
    desk.hand.fill(page.rules.hours, "2")
    desk.qtbot.waitUntil(page.print_button.isEnabled)
    before = page.due.preview.view.grab().toImage()
    desk.click(page.rules.designs.pictures[2])
    assert page.due.preview.view.grab().toImage() != before
    page.rules.language.combo.setFocus()
    desk.press(Qt.Key.Key_End)
    assert page.rules.choice().language == "es"
    desk.hand.click_row(page.due.people.table, 1, 0)
    pdf = folder / "certificates.pdf"
    monkeypatch.setattr(SaveDialog, "ask", lambda *_asked: pdf)
    desk.click(page.save_button)
    assert desk.toast() == "Saved 1 certificate in certificates.pdf"
    words = read_text(pdf.read_bytes())
    assert "22 horas" in words
    assert "Ana00 Peña Ruiz" in words
    paper = folder / "printed.pdf"

    def into_a_file(_title: str, size, _parent=None) -> QPrinter:
        printer = printing.make_printer(size)
        printer.setOutputFileName(str(paper))
        return printer

    monkeypatch.setattr(PrinterDialog, "ask", into_a_file)
    desk.press(Qt.Key.Key_P, CONTROL)
    assert [round(side) for side in page_sizes(paper.read_bytes())[0]] == [792, 612]
    issued = ask(desk.store, list_recognitions)
    assert {row.minutes for row in issued} == {1320, 120}
    assert all(row.printed for row in issued)


def look_at_the_report(desk: Desk) -> None:
    """The report's sum is that of the ledger; Home has nobody left to thank."""
    page = desk.go("reports")
    card = next(card for card in page.gallery.cards if card.ready.name == "hours-by-person")
    desk.click(card)
    assert [figure.value for figure in page.report.figures[:2]] == ["24.00", "2"]
    assert len(page.detail.table.rows()) == 2
    desk.go("home")


def undo_all(desk: Desk) -> list[tuple[str | None, Rows]]:
    """Ctrl+Z until nothing is left; the rows after each step, and its name."""
    seen = [(desk.store.undo_label(), all_rows(desk.store))]
    while desk.store.undo_label() is not None:
        assert len(seen) < 40, "undo does not come to an end"
        desk.press(Qt.Key.Key_Z, CONTROL)
        assert desk.toast() == f"Undone: {seen[-1][0]}"
        seen.append((desk.store.undo_label(), all_rows(desk.store)))
    return seen


def test_the_main_job_by_clicks_and_keys(desk, tmp_path, monkeypatch):
    path = tmp_path / "students.csv"
    path.write_text(roster(), encoding="utf-8")
    begin(desk, "bring")
    marks = [all_rows(desk.store)]

    bring_in(desk, path, monkeypatch)
    marks.append(all_rows(desk.store))
    edit_a_family(desk)
    marks.append(all_rows(desk.store))
    an_evening(desk)
    hours_for_many(desk)
    approve_what_waits(desk)
    marks.append(all_rows(desk.store))
    export_the_filtered_list(desk, tmp_path / "hours.xlsx", monkeypatch)
    save_and_print(desk, tmp_path, monkeypatch)
    look_at_the_report(desk)
    marks.append(all_rows(desk.store))

    back = undo_all(desk)
    assert [rows for _label, rows in back if rows in marks] == marks[::-1]
    assert back[-1] == (None, marks[0])
    for label, rows in back[-2::-1]:
        desk.press(Qt.Key.Key_Y, CONTROL)
        assert desk.toast() == f"Done again: {label}"
        assert all_rows(desk.store) == rows
    index_rows(desk.store)

    desk.close()
    desk.start()
    assert all_rows(desk.store) == marks[-1]
    assert desk.store.undo_label() == back[0][0], "undo is there after a restart"


# Bad input by the window


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("flyer.pdf", b"%PDF-1.4 a flyer", "“flyer.pdf” is a PDF document."),
        ("list.xlsx", b"PK\x03\x04 the rest is lost", "“list.xlsx” is damaged"),
        ("empty.csv", b"", "“empty.csv” is empty"),
    ],
)
def test_a_file_that_is_no_list_is_named_and_nothing_is_written(
    at_work, tmp_path, name, content, sentence
):
    before = all_rows(at_work.store)
    (tmp_path / name).write_bytes(content)
    screen = at_work.drop(tmp_path / name)
    assert screen.stack.currentIndex() == FILE
    assert sentence in screen.file_step._message.sentence.text()
    assert screen.file_step.choose.hasFocus(), "the cure is one key away"
    assert all_rows(at_work.store) == before


def test_rejected_rows_are_shown_and_left_out_only_when_asked(at_work, tmp_path):
    path = tmp_path / "students.csv"
    path.write_text(roster(6, DOB="02/30/2016"), encoding="cp1252", errors="replace")
    screen = at_work.drop(path)
    check = screen.check_step
    assert not check.import_button.isEnabled()
    at_work.click(check.happen.links["rejected"])
    assert [(row.row, row.field) for row in check.rows.table.rows()] == [(4, "DOB")]
    check.accept_rejects.setFocus()
    at_work.press(Qt.Key.Key_Space)
    at_work.click(check.import_button)
    assert "Left out: 1" in screen.done_step.words.text()
    assert len(ask(at_work.store, lambda db: list_families(db, None))) == 2
    at_work.click(screen.done_step.undo)
    assert ask(at_work.store, lambda db: list_families(db, None)) == []


def test_a_list_of_hours_comes_in_and_leads_to_the_hours(at_work, tmp_path):
    (tmp_path / "students.csv").write_text(roster(3), encoding="utf-8")
    at_work.click(at_work.drop(tmp_path / "students.csv").check_step.import_button)
    person = ask(at_work.store, lambda db: list_people(db, None))[0]
    (tmp_path / "hours.csv").write_text(f"Name,Date,Hours\n{person.name},{TODAY},1:30\n", "utf-8")
    screen = at_work.drop(tmp_path / "hours.csv")
    at_work.click(screen.check_step.import_button)
    at_work.press(ENTER)
    page = at_work.window.current_page()
    assert at_work.window.current == "volunteers"
    assert [row.minutes for row in page.hours.table.rows()] == [90]


def test_names_typed_for_many_survive_a_look_at_an_entry(at_work, tmp_path):
    (tmp_path / "students.csv").write_text(roster(3), encoding="utf-8")
    at_work.click(at_work.drop(tmp_path / "students.csv").check_step.import_button)
    person = ask(at_work.store, lambda db: list_people(db, None))[0]
    with at_work.store.write("Hours") as db:
        some_hours(db, person.id, 90, TODAY)
    page = at_work.go("volunteers")
    at_work.press(Qt.Key.Key_N, CONTROL)
    at_work.click(page.many.finder.line)
    at_work.hand.type("leo00")
    at_work.press(ENTER)
    at_work.hand.click_row(page.hours.table, 0)
    assert page.beside.panel() is page.entry
    at_work.click(page.frame.add_button)
    assert len(page.many.chosen()) == 1
    page.many.closed.emit()
    at_work.click(page.frame.add_button)
    assert page.many.chosen() == [], "closed is given up"


def test_a_full_disk_keeps_the_old_export_whole(at_work, tmp_path, monkeypatch):
    path = tmp_path / "students.csv"
    path.write_text(roster(3), encoding="utf-8")
    at_work.click(at_work.drop(path).check_step.import_button)
    person = ask(at_work.store, lambda db: list_people(db, None))[0]
    with at_work.store.write("Hours") as db:
        some_hours(db, person.id, 90, TODAY)
    out = tmp_path / "hours.xlsx"
    out.write_bytes(b"last year's")
    monkeypatch.setattr(ExportPanel, "ask", lambda *_asked: out)
    page = at_work.go("volunteers")
    at_work.click(page.frame.export_button)

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as disk:
        disk.setattr("coordinator.files.os.fsync", full)
        at_work.press(ENTER)
    assert "is full, so hours.xlsx was not written" in at_work.toast()
    assert out.read_bytes() == b"last year's"
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(
        ["students.csv", "hours.xlsx", "data"]
    )
    at_work.press(ENTER)
    assert page.export.saved == out, "the same press again, once there is room"
