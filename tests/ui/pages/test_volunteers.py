# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Volunteers and the export of their hours, by clicks and keys."""

import csv
from datetime import date

import openpyxl
import pytest
from PySide6.QtCore import Qt

from coordinator import i18n
from coordinator.errors import Problem
from coordinator.volunteers import get_volunteer
from tests.factories import a_person, a_volunteer, some_hours
from tests.rows import all_rows
from tests.ui.pages.hand import Hand, ask
from ui.context import Context
from ui.dialogs.export_hours import ExportPanel
from ui.pages.volunteers import VolunteersPage
from ui.tasks import InlineTasks

ENTER = Qt.Key.Key_Return


@pytest.fixture
def people(store):
    with store.write("Some people") as db:
        ana = a_volunteer(db, "Ana Peña")
        bo = a_person(db, "Bo Lindqvist")
        idle = a_volunteer(db, "Zed Idle")
        some_hours(db, ana, 90, date(2026, 10, 2), activity="Library")
        some_hours(db, ana, 50, date(2026, 11, 2), activity="Garden")
        some_hours(db, bo, 60, date(2026, 9, 9), activity="Library", status="proposed")
        some_hours(db, bo, 600, date(2025, 9, 9), activity="Library")
    return {"ana": ana, "bo": bo, "idle": idle}


@pytest.fixture
def page(qtbot, ctx, people):
    page = VolunteersPage(ctx)
    page.hand = Hand(qtbot, page)
    return page


@pytest.fixture
def saving(tmp_path, monkeypatch):
    """Where the file dialog is answered with; what was suggested, and what was opened."""
    seen = {"suggested": [], "opened": []}

    def ask_path(cls, parent, suggested, kind):
        seen["suggested"].append(suggested.name)
        return tmp_path / suggested.name

    monkeypatch.setattr(ExportPanel, "ask", classmethod(ask_path))
    monkeypatch.setattr(
        ExportPanel, "open_file", classmethod(lambda _cls, path: seen["opened"].append(path))
    )
    return seen


def show_people(page):
    page.tabs.setCurrentIndex(0)


def test_people_with_their_hours_of_the_year(page):
    show_people(page)
    table = page.people.table
    shown = [[column.shown(row) for column in table.model_.columns] for row in table.rows()]
    assert [(line[0], line[3], line[5]) for line in shown] == [
        ("Ana Peña", "Nov 2", "2.33"), ("Bo Lindqvist", "Sep 9", "1.00"), ("Zed Idle", "—", "—"),
    ]  # fmt: skip
    assert page.header.line.whole_text() == "2 people served · School year 2026–27"
    page.hand.click(page.people.served)
    assert len(table.rows()) == 2
    assert page.people.filters._hidden.whole_text() == "Filters hide 1 of 3 people"


def test_skills_are_written_on_leaving_the_person(page, store, people):
    show_people(page)
    page.hand.click_row(page.people.table, 0)
    before = all_rows(store)
    page.hand.fill(page.person.skills.line, "Baking, henna")
    page.hand.click_row(page.people.table, 1)
    assert ask(store, lambda db: get_volunteer(db, people["ana"])).skills == "Baking, henna"
    assert page.person.person_id == people["bo"]
    assert store.undo() == "Skills of Ana Peña"
    assert all_rows(store) == before


def test_all_hours_of_a_person_are_the_ledger_filtered(page):
    show_people(page)
    page.hand.click_row(page.people.table, 0)
    page.hand.click(page.person.all_button)
    assert page.tabs.currentIndex() == 1
    assert [row.person for row in page.hours.table.rows()] == ["Ana Peña", "Ana Peña"]


def test_a_file_of_the_year_takes_one_click_and_three_keys(page, saving, tmp_path):
    """UX job 2: Export hours on Home, Enter, Enter in the file dialog, Enter opens it."""
    hand = page.hand
    hand.clicks = 1  # Home: Export hours
    page.ctx.asked.connect(lambda _place, what: page.open(what))
    page.ctx.go("volunteers", export=True)
    hand.press(ENTER)
    hand.keys += 1  # Enter in the system's file dialog, answered by the fixture
    hand.press(ENTER)
    assert saving["suggested"] == ["hours-2026-27.xlsx"]
    assert saving["opened"] == [tmp_path / "hours-2026-27.xlsx"]
    assert (hand.clicks, hand.keys) == (1, 3)
    assert page.export.saved_words.whole_text() == "Saved hours-2026-27.xlsx"
    text = [
        value
        for row in openpyxl.load_workbook(tmp_path / "hours-2026-27.xlsx").active.values
        for value in row
    ]
    assert [text.count(name) for name in ("Ana Peña", "Bo Lindqvist")] == [2, 1]


def test_the_file_holds_exactly_the_rows_of_the_screen(page, saving, tmp_path):
    page.hours.table.setFocus()
    page.hand.type("library")
    page.hand.click(page.frame.export_button)
    assert page.export.scope.value() is True
    page.hand.click(page.export.kind.piece("csv"))
    page.hand.click(page.export.export)
    with (tmp_path / "hours-2026-27.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    rows = page.hours.table.rows()
    on_screen = {(row.person, row.activity, row.date.isoformat()) for row in rows}
    in_file = {(line[1], line[2], line[0]) for line in lines if len(line) > 3 and "Library" in line}
    assert len(on_screen) == 2
    assert in_file == on_screen


@pytest.mark.parametrize("by", ["person", "family", "event", "activity", "month"])
def test_sums_by_each_grouping(page, saving, tmp_path, by):
    page.hand.click(page.frame.export_button)
    page.export.by.set_value(by)
    page.hand.click(page.export.export)
    (name,) = saving["suggested"]
    assert name.startswith("volunteer-hours")
    assert name.endswith("2026-27.xlsx")
    assert openpyxl.load_workbook(tmp_path / name).active.max_row > 3


def test_a_file_that_cannot_be_written_is_said_in_words(page, monkeypatch, tmp_path):
    (tmp_path / "plain").write_text("a file, no folder")
    away = tmp_path / "plain" / "hours.xlsx"
    monkeypatch.setattr(ExportPanel, "ask", classmethod(lambda *_args: away))
    page.hand.click(page.frame.export_button)
    with pytest.raises(Problem):
        page.export.start()
    assert page.export.export.isEnabled()
    assert not page.export._saved_box.isVisible()


def test_an_empty_school_offers_the_first_step(qtbot, ctx):
    page = VolunteersPage(ctx)
    Hand(qtbot, page)
    assert page.frame.stack.currentWidget() is page.frame.empty
    assert not page.frame.filter_area.isVisible()


@pytest.mark.parametrize(("lang", "width"), [("en", 852), ("es", 852), ("en", 768)])
def test_it_opens_in_a_small_window(qtbot, sample_store, lang, width):
    """The page of a window of 1024 by 700, and of the smallest one."""
    i18n.use_language(lang)
    page = VolunteersPage(Context(sample_store, InlineTasks()))
    hand = Hand(qtbot, page, width, 622)
    hand.click_row(page.hours.table, 3)
    assert page.width() == width
    assert page.entry.geometry().right() <= page.width()
    table = page.hours.table
    shown = [table.model_.columns[place].key for place in table.widths.visible()]
    assert shown == ["who", "hours", "status"]
    assert table.columnViewportPosition(6) + table.columnWidth(6) <= table.width()
    page.close_panel()
    assert "what" in [table.model_.columns[place].key for place in table.widths.visible()]
    page.ctx.close()
