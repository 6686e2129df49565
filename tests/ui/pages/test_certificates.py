# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The certificates page by clicks and keys, against a real file and real pages."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollBar

from coordinator import terms
from coordinator.attendance import mark_came
from coordinator.errors import Invalid
from coordinator.recognition import list_recognitions, who_earned
from coordinator.settings import load_settings
from tests.coordinator.documents.printed import page_sizes, read_text
from tests.factories import a_family, a_volunteer, an_event, some_hours
from tests.rows import all_rows
from tests.ui.pages.hand import CONTROL, Hand, ask
from tests.ui.test_parts import focusable, own_name
from ui import printing
from ui.context import Context
from ui.dialogs.save_file import SaveDialog
from ui.main_window import MainWindow, Place
from ui.page import Page
from ui.pages.certificates import CertificatesPage
from ui.pages.certificates.threshold import hours_shown, hours_typed
from ui.printing import PrinterDialog
from ui.tasks import InlineTasks
from ui.widgets.buttons import Button

ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space
TODAY = date.today()
ARABIC = "رنا الحداد"


@pytest.fixture
def school(store):
    with store.write("People with hours") as db:
        terms.ensure_year(db, terms.year_name(TODAY))
        family = a_family(db, language="es")
        people = {
            "ana": a_volunteer(db, "Ana Lucía Peña Ruiz", family_id=family),
            "bo": a_volunteer(db, "Bo <b>Lindqvist</b>"),
            "cy": a_volunteer(db, "Cy Whitaker"),
            "rana": a_volunteer(db, ARABIC),
            "few": a_volunteer(db, "Dee Fewhours"),
        }
        for name, minutes in (("ana", 1320), ("bo", 1200), ("cy", 1400), ("rana", 1250)):
            some_hours(db, people[name], minutes, day=TODAY)
        some_hours(db, people["few"], 300, day=TODAY)
        event = an_event(db, "Garden day", TODAY)
        mark_came(db, event, [people["few"], people["cy"]])
    return people | {"event": event}


@pytest.fixture
def page(qtbot, ctx, school):
    page = CertificatesPage(ctx)
    page.hand = Hand(qtbot, page)
    return page


@pytest.fixture
def paper(tmp_path, monkeypatch):
    """A printer that prints into a file; its path."""
    path = tmp_path / "paper.pdf"

    def chosen(_title, size, _parent=None):
        printer = printing.make_printer(size)
        printer.setOutputFileName(str(path))
        return printer

    monkeypatch.setattr(PrinterDialog, "ask", chosen)
    return path


def names(page):
    return [row.name for row in page.due.people.table.rows()]


def ticked(page):
    return [row.name for row in page.due.people.ticked()]


def issued(page):
    return ask(page.ctx.store, list_recognitions)


def row_of(page, name):
    return names(page).index(name)


def tick(page, name):
    page.hand.click_row(page.due.people.table, row_of(page, name), 0)


def test_the_list_is_who_earned_and_the_header_counts_them(page, store):
    rule = page.rules.choice().rule()
    assert names(page) == [row.name for row in ask(store, lambda db: who_earned(db, rule))]
    assert len(names(page)) == 4
    assert page.header.line.whole_text().startswith("4 people have earned one")
    assert page.print_button.text() == "Print 3 certificates"
    assert page.due.people.all.text() == "3 of 4 ticked"


def test_names_are_shown_letter_for_letter(page):
    assert "Bo <b>Lindqvist</b>" in names(page)
    model = page.due.people.table.model_
    assert model.index(row_of(page, "Bo <b>Lindqvist</b>"), 1).data() == "Bo <b>Lindqvist</b>"


def test_printing_gives_pages_and_numbers_and_the_list_is_empty_then(page, paper):
    page.hand.click(page.print_button)
    made = paper.read_bytes()
    assert page_sizes(made) == [(792, 612)] * 3
    rows = issued(page)
    assert sorted(row.number for row in rows) == [f"{TODAY.year}-{n:04d}" for n in (1, 2, 3)]
    assert all(row.printed is not None for row in rows)
    assert names(page) == [ARABIC]
    assert page.ctx.store.undo_label() == "Note 3 certificates as printed"


def test_undo_takes_the_issue_back_row_for_row(page, paper, store):
    before = all_rows(store)
    page.hand.click(page.print_button)
    assert store.undo() == "Note 3 certificates as printed"
    assert page.due.waiting_words.text() == "3 issued and not printed yet"
    assert store.undo() == "Issue 3 certificates"
    assert all_rows(store) == before
    assert len(names(page)) == 4


def test_nothing_is_issued_when_the_dialog_is_closed(page, monkeypatch, store):
    monkeypatch.setattr(PrinterDialog, "ask", lambda *_args: None)
    before = all_rows(store)
    page.hand.click(page.print_button)
    assert all_rows(store) == before


def test_printing_again_keeps_the_number(page, tmp_path, monkeypatch):
    path = tmp_path / "again.pdf"
    monkeypatch.setattr(SaveDialog, "ask", lambda *_args: path)
    page.hand.click(page.save_button)
    first = {row.name: row.number for row in issued(page)}
    assert f"No. {first['Cy Whitaker']}" in read_text(path.read_bytes(), 1 + 1)
    path.unlink()
    page.hand.click(page.segment.piece("issued"))
    page.issued.table.selectAll()
    page.hand.click(page.save_button)
    assert {row.name: row.number for row in issued(page)} == first
    texts = " ".join(read_text(path.read_bytes(), place) for place in range(3))
    assert all(f"{number} ·" in texts for number in first.values())


def test_a_name_that_cannot_be_drawn_is_listed_with_its_cure_and_left_out(page, paper):
    people = page.due.people
    assert people.warning.text() == "1 cannot be printed yet"
    assert ARABIC not in ticked(page)
    page.hand.click(people.show_button)
    told = [label.text() for label in page.due.preview.troubles.findChildren(type(people.warning))]
    assert any(ARABIC in text and "Latin letters" in text for text in told)
    opened = []
    page.ctx.asked.connect(lambda place, what: opened.append((place, what)))
    link = page.due.preview.troubles.findChildren(Button)[0]
    page.hand.click(link)
    assert opened[0][0] == "families"
    said = []
    page.ctx.said.connect(lambda words, _undo: said.append(words))
    page.print_()
    assert ARABIC not in [row.name for row in issued(page)]
    assert said == ["Printed 3 certificates; 1 cannot be printed yet"]


def test_nobody_is_recognised_twice_unasked(page, paper):
    page.print_()
    page.hand.click(page.rules.only_new, at=QPoint(10, 12))
    assert len(names(page)) == 4
    assert ticked(page) == []
    tick(page, "Cy Whitaker")
    question = page.due.question
    assert question.isVisible()
    assert f"{TODAY.year}-000" in question.words.text()
    page.hand.click(question.back)
    assert ticked(page) == []
    tick(page, "Cy Whitaker")
    page.hand.click(question.keep)
    assert ticked(page) == ["Cy Whitaker"]
    page.print_()
    mine = [row.number for row in issued(page) if row.name == "Cy Whitaker"]
    assert mine == [f"{TODAY.year}-0004", next(n for n in mine if n != f"{TODAY.year}-0004")]


def test_unticking_with_click_and_space_leaves_people_out(page, paper):
    tick(page, "Cy Whitaker")
    page.due.people.table.select_id((row_id(page, "Ana Lucía Peña Ruiz"), None))
    page.due.people.table.setFocus()
    page.hand.press(SPACE)
    assert ticked(page) == ["Bo <b>Lindqvist</b>"]
    page.hand.click(page.due.people.all, at=QPoint(10, 12))
    assert len(ticked(page)) == 3
    page.hand.click(page.due.people.all, at=QPoint(10, 12))
    assert ticked(page) == []
    assert not page.print_button.isEnabled()


def row_id(page, name):
    return next(row.person_id for row in page.due.people.table.rows() if row.name == name)


@pytest.mark.qt_log_ignore("QPainter::begin", "This plugin does not support", extend=True)
def test_a_printer_that_fails_keeps_the_certificates(page, tmp_path, paper, monkeypatch):
    good = PrinterDialog.ask

    def broken(title, size, parent=None):
        printer = good(title, size, parent)
        printer.setOutputFileName(str(tmp_path / "no such folder" / "x.pdf"))
        return printer

    monkeypatch.setattr(PrinterDialog, "ask", broken)
    page.hand.click(page.print_button)
    assert page.deeds.notice.isVisible()
    assert len(issued(page)) == 3
    assert [row.printed for row in issued(page)] == [None] * 3
    numbers = {row.number for row in issued(page)}
    monkeypatch.setattr(PrinterDialog, "ask", good)
    page.hand.click(page.deeds.again)
    assert not page.deeds.notice.isVisible()
    assert len(page_sizes(paper.read_bytes())) == 3
    assert {row.number for row in issued(page)} == numbers
    assert all(row.printed for row in issued(page))


def test_a_full_disk_keeps_them_too_and_later_they_are_found(page, tmp_path, monkeypatch):
    monkeypatch.setattr(SaveDialog, "ask", lambda *_args: tmp_path / "nowhere" / "x.pdf")
    page.hand.click(page.save_button)
    assert page.deeds.notice.isVisible()
    page.hand.click(page.due.waiting_link)
    assert [row.name for row in page.issued.selected()] == [row.name for row in issued(page)]
    assert page.print_button.isEnabled()


def test_voiding_asks_for_a_reason_and_makes_the_thanks_due_again(page, paper):
    page.print_()
    page.hand.click(page.segment.piece("issued"))
    view = page.issued
    view.table.selectRow(0)
    name = view.table.current_row().name
    page.hand.click(view.void_button)
    page.hand.press(ENTER)
    assert view.reason.error() == "Write why it is voided; it is kept with the number."
    page.hand.type("Misspelt")
    page.hand.press(ENTER)
    row = next(row for row in issued(page) if row.name == name)
    assert (row.voided is not None, row.void_reason) == (True, "Misspelt")
    assert view.selected() == []
    page.hand.click(page.segment.piece("due"))
    assert name in names(page)


def test_forgetting_that_it_was_printed(page, paper):
    page.print_()
    page.hand.click(page.segment.piece("issued"))
    page.issued.table.selectAll()
    page.hand.click(page.issued.forget)
    assert [row.printed for row in issued(page)] == [None] * 3
    page.ctx.undo()
    assert all(row.printed for row in issued(page))


def test_the_rule_changes_the_list_and_refuses_what_is_no_number(page, qtbot):
    page.hand.fill(page.rules.hours, "5")
    qtbot.waitUntil(lambda: "Dee Fewhours" in names(page), timeout=2000)
    page.hand.fill(page.rules.hours, "many")
    page.hand.press(ENTER)
    assert page.rules.hours_error.isVisible()
    assert len(names(page)) == 5


@pytest.mark.parametrize(
    ("text", "minutes"), [("20", 1200), (" 7.5 ", 450), ("7,5", 450), ("0", 0), ("20.33", 1220)]
)
def test_hours_are_read_and_shown_alike(text, minutes):
    assert hours_typed(text) == minutes
    assert hours_typed(hours_shown(minutes)) == minutes


@pytest.mark.parametrize("text", ["", "-1", "1,000", "nan", "1e3", "10001", "twenty"])
def test_what_is_no_number_of_hours_is_refused(text):
    with pytest.raises(Invalid):
        hours_typed(text)


def test_a_thousand_hours_stay_a_thousand():
    assert hours_shown(60_000) == "1000"
    assert hours_typed(hours_shown(60_030)) == 60_030


def test_everyone_from_an_event_and_people_chosen_by_three_letters(page, school):
    page.hand.click(page.rules.kind_buttons["event"], at=QPoint(10, 12))
    assert names(page) == []
    page.rules.event_field.combo.setCurrentIndex(1)
    assert set(names(page)) == {"Dee Fewhours", "Cy Whitaker"}
    page.hand.click(page.rules.kind_buttons["chosen"], at=QPoint(10, 12))
    page.rules.finder.line.setFocus()
    page.hand.type("few")
    page.hand.press(ENTER)
    assert ticked(page) == ["Dee Fewhours"]


def test_the_look_is_kept_as_one_step_only_when_it_changed(page, store):
    assert page.leave()
    label = store.undo_label()
    page.hand.click(page.rules.designs.pictures[2])
    page.hand.click(page.rules.paper.piece("a4"))
    assert page.leave()
    assert store.undo_label() == "Change how certificates are made" != label
    settings = ask(store, load_settings)
    assert (settings.certificate_design, settings.paper) == ("warm", "a4")
    store.undo()
    assert page.rules.choice().design == "classic"
    assert store.undo_label() == label


def test_words_of_a_batch_are_on_its_pages(page, paper, qtbot):
    page.hand.click(page.due.preview.words)
    page.hand.type("painting the library")
    page.hand.press(Qt.Key.Key_P, CONTROL)
    assert {row.reason for row in issued(page)} == {"painting the library"}


def test_the_page_follows_the_list_and_its_arrows(page):
    bar = page.due.preview.bar
    assert bar.words.text() == "1 of 4"
    page.hand.click(bar.forth)
    assert bar.words.text() == "2 of 4"
    assert page.due.people.table.currentIndex().row() == 1
    assert page.due.preview.view.pages() == 1
    page.due.people.table.select_id((row_id(page, ARABIC), None))
    assert page.due.preview.view.pages() == 0
    assert ARABIC in page.due.preview.fits.text()


def test_every_control_has_a_name_and_tab_goes_round(page, qtbot):
    found = [widget for widget in focusable(page) if not isinstance(widget, QScrollBar)]
    assert len(found) > 12
    assert [type(widget).__name__ for widget in found if not own_name(widget)] == []
    page.due.people.table.setFocus()
    for _press in range(60):
        page.hand.press(Qt.Key.Key_Tab)
        if QApplication.focusWidget() is page.due.people.table:
            return
    raise AssertionError("Tab never came back to the list")


def test_where_room_is_scarce_the_rule_is_one_button_that_says_it(page):
    page.resize(768, 420)
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= 768
    due = page.due
    assert not due.rule_box.isVisible()
    assert due.rule_button.text().startswith("20 hours or more")
    page.hand.click(due.rule_button)
    assert due.rule_box.isVisible()
    assert not due.people.isVisible()
    page.hand.press(Qt.Key.Key_Escape)
    assert due.people.isVisible()


def test_other_places_lead_to_what_they_mean(page, school, paper):
    page.open({"event": school["event"]})
    assert set(names(page)) == {"Dee Fewhours", "Cy Whitaker"}
    page.open({"people": [school["few"]]})
    assert names(page) == ["Dee Fewhours"]
    page.open({"due": True})
    assert len(names(page)) == 4
    page.print_()
    last = issued(page)[-1]
    page.open({"id": last.id})
    assert [row.id for row in page.issued.selected()] == [last.id]
    page.hide()
    page.show()
    assert not page.is_issued_view()


class HomeStub(Page):
    """Home's card: the click that leads here."""

    def build(self):
        self.card = Button("Certificates due", clicked=lambda: self.ctx.go("certificates"))
        self.body.addWidget(self.card)

    def load(self, db):
        pass


def test_job_1_takes_one_click_and_three_keys(qtbot, ctx: Context, school, tmp_path, monkeypatch):
    path = tmp_path / "job.pdf"
    make = printing.make_printer

    def into_a_file(size):
        printer = make(size)
        printer.setOutputFileName(str(path))
        return printer

    monkeypatch.setattr(printing, "make_printer", into_a_file)
    assert isinstance(ctx.tasks, InlineTasks)
    places = [
        Place("home", "home", lambda: "Home", HomeStub),
        Place("certificates", "award", lambda: "Certificates", CertificatesPage),
    ]
    window = MainWindow(ctx, places)
    window.show_place("home")
    hand = Hand(qtbot, window, 1366, 768)
    hand.click(window.pages["home"].card)
    QTimer.singleShot(200, lambda: hand.qtbot.keyClick(QApplication.activeModalWidget(), ENTER))
    hand.press(Qt.Key.Key_P, CONTROL)
    hand.keys += 2  # Ctrl is a key of its own, and Enter in the computer's dialog
    assert len(page_sizes(path.read_bytes())) == 3
    assert (hand.clicks, hand.keys) == (1, 3)
    window.close()
