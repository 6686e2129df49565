# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Reports by clicks: table, paper and files say the same."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coordinator.documents.report import draw_report
from coordinator.periods import list_periods
from coordinator.reports import list_reports, run_report
from tests.coordinator.documents.printed import page_sizes, read_text
from tests.factories import a_volunteer, some_hours
from tests.ui.pages.hand import CONTROL, Hand, ask
from tests.ui.test_parts import focusable, own_name
from ui import printing
from ui.dialogs.save_file import SaveDialog, file_name
from ui.pages.reports import ReportsPage
from ui.printing import PrinterDialog


@pytest.fixture
def page(qtbot, ctx, store):
    with store.write("Hours") as db:
        ana = a_volunteer(db, "Ana Lucía Peña Ruiz")
        bo = a_volunteer(db, "Bo <b>Lindqvist</b>")
        some_hours(db, ana, 90, day=date(2026, 10, 1), activity="Library")
        some_hours(db, bo, 60, day=date(2026, 10, 2), activity="=1+1")
        some_hours(db, bo, 240, day=date(2025, 10, 2), activity="Garden")
    page = ReportsPage(ctx)
    page.period = ask(store, list_periods)[0]
    page.hand = Hand(qtbot, page)
    return page


def open_report(page, name):
    card = next(card for card in page.gallery.cards if card.ready.name == name)
    page.hand.click(card)


def cells(page):
    return [line.cells for line in page.detail.table.rows()]


def test_a_card_for_every_ready_report(page):
    assert [card.ready for card in page.gallery.cards] == list_reports()
    assert all(card.isVisible() for card in page.gallery.cards)


def test_every_report_opens_with_its_values_and_its_pages(page, store):
    for ready in list_reports():
        open_report(page, ready.name)
        report = ask(store, lambda db, ready=ready: run_report(db, ready.name, page.period))
        assert cells(page) == [tuple(row) for row in (*report.rows, *report.remainder)]
        assert page.header.title.whole_text() == ready.title
        assert page.detail.view.pages() == len(page_sizes(draw_report(report)))
        page.hand.click(page.back)
        assert page.gallery.isVisible()


def test_another_school_year(page):
    open_report(page, "hours-by-person")
    assert [row[0] for row in cells(page)] == ["Ana Lucía Peña Ruiz", "Bo <b>Lindqvist</b>"]
    page.years.setFocus()
    page.hand.press(Qt.Key.Key_Down)
    assert page.years.currentText() == "School year 2025–26"
    assert [row[0] for row in cells(page)] == ["Bo <b>Lindqvist</b>"]


def test_typing_filters_and_says_what_is_hidden(page):
    open_report(page, "hours-by-person")
    page.detail.table.setFocus()
    page.hand.type("pena")
    assert [row[0] for row in cells(page)] == ["Ana Lucía Peña Ruiz"]
    page.hand.press(Qt.Key.Key_Escape)
    assert len(cells(page)) == 2


def test_excel_and_csv_are_saved_where_the_user_says(page, tmp_path, monkeypatch):
    asked = []

    def answer(_title, name, _kind, _parent=None):
        asked.append(name)
        return tmp_path / file_name(name)

    monkeypatch.setattr(SaveDialog, "ask", answer)
    open_report(page, "hours-by-person")
    page.hand.click(page.csv_button)
    page.hand.click(page.excel_button)
    assert asked == [
        "Volunteer hours School year 2026–27.csv",
        "Volunteer hours School year 2026–27.xlsx",
    ]
    text = (tmp_path / asked[0]).read_text(encoding="utf-8-sig")
    assert "Ana Lucía Peña Ruiz" in text
    assert (tmp_path / asked[1]).read_bytes().startswith(b"PK")


def test_print_prints_the_pages_that_are_shown(page, tmp_path, monkeypatch):
    path = tmp_path / "paper.pdf"

    def chosen(_title, size, _parent=None):
        printer = printing.make_printer(size)
        printer.setOutputFileName(str(path))
        return printer

    monkeypatch.setattr(PrinterDialog, "ask", chosen)
    open_report(page, "hours-by-month")
    said = []
    page.ctx.said.connect(lambda words, _undo: said.append(words))
    page.hand.press(Qt.Key.Key_P, CONTROL)
    assert page_sizes(path.read_bytes()) == page_sizes(page.pdf)
    assert "Volunteer hours by month" in read_text(page.pdf)
    assert said == ["Printed."]


def test_names_of_controls_and_the_keyboard_alone(page):
    assert [one for one in focusable(page) if not own_name(one)] == []
    page.gallery.cards[0].setFocus()
    page.hand.press(Qt.Key.Key_Space)
    assert page.detail.isVisible()
    assert [one for one in focusable(page) if not own_name(one)] == []
    page.detail.view.setFocus()
    page.back.setFocus()
    page.hand.press(Qt.Key.Key_Escape)
    assert page.gallery.isVisible()


def test_a_narrow_window_shows_table_or_paper(page):
    open_report(page, "hours-by-person")
    page.resize(768, 420)
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= 768
    detail = page.detail
    assert detail.table.isVisible()
    assert not detail.view.isVisible()
    page.hand.click(detail.which.piece("paper"))
    assert detail.view.isVisible()
    assert not detail.table.isVisible()
