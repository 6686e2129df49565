# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Events and who came, by clicks and keys."""

from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt

from coordinator import i18n
from coordinator.attendance import list_attendance, mark_came
from coordinator.events import get_event, list_events
from coordinator.hours import list_service
from coordinator.store.models import Person
from tests.factories import a_family, a_person, an_event, some_hours
from tests.rows import all_rows
from tests.ui.pages.hand import CONTROL, Hand, ask, choose
from ui.context import Context
from ui.main_window.place import Place
from ui.main_window.window import MainWindow
from ui.pages.events import EventsPage
from ui.pages.volunteers import VolunteersPage
from ui.tasks import InlineTasks

ENTER = Qt.Key.Key_Return


@pytest.fixture
def school(store):
    with store.write("Some events") as db:
        family = a_family(db)
        ana = a_person(db, "Ana Lucía Peña Ruiz", family_id=family)
        mateo = a_person(db, "Mateo Peña Ruiz", family_id=family, role="student")
        bo = a_person(db, "Bo Lindqvist")
        night = an_event(db, interpreters="es,so", childcare=True, expected=112, place="Library")
        shift = an_event(db, "Book fair", date(2026, 10, 7), kind="volunteer_shift")
        today = date.today()
        if not date(2026, 7, 1) <= today + timedelta(days=9) <= date(2027, 6, 30):
            today = date(2027, 6, 20)
        soon = an_event(db, "Garden day", today + timedelta(days=9), kind="other")
        mark_came(db, night, [ana])
        some_hours(db, ana, event_id=night)
    return {
        "ana": ana, "mateo": mateo, "bo": bo, "night": night, "shift": shift, "soon": soon,
    }  # fmt: skip


@pytest.fixture
def page(qtbot, ctx, school):
    page = EventsPage(ctx)
    page.hand = Hand(qtbot, page)
    return page


def titles(page):
    return [row.title for row in page.table.rows()]


def came(store, event_id):
    return [row.name for row in ask(store, lambda db: list_attendance(db, event_id))]


def test_the_year_latest_first_with_what_decides_who_can_come(page):
    assert titles(page) == ["Garden day", "Family Literacy Night", "Book fair"]
    row = page.table.rows()[1]
    spoken = [column.spoken(row) for column in page.table.model_.columns]
    assert spoken == [
        "Nov 5, Thu 5:30 PM", "Family Literacy Night, Family night · Library", "Spanish, Somali",
        "Childcare", "1 of 112",
    ]  # fmt: skip


def test_filters_by_kind_time_and_need(page):
    choose(page.chips.menu(), "Kind", "Volunteer shift")
    assert titles(page) == ["Book fair"]
    assert page.filters._hidden.whole_text() == "Filters hide 2 of 3 events"
    page.hand.click(page.chips.chips()[0])
    choose(page.chips.menu(), "With childcare")
    assert titles(page) == ["Family Literacy Night"]
    page.hand.click(page.filters._clear)
    assert len(titles(page)) == 3
    page.hand.click(page.time.piece("coming"))
    assert "Garden day" in titles(page)
    assert "Book fair" not in titles(page)


def test_a_new_event_is_written_when_it_is_left(page, store):
    before = all_rows(store)
    page.hand.press(Qt.Key.Key_N, CONTROL)
    page.hand.type("Coffee with the Principal")
    page.hand.fill(page.panel.sheet.day.line, "12/3/2026")
    page.hand.fill(page.panel.sheet.begins.line, "8:15 am")
    page.hand.fill(page.panel.sheet.ends.line, "9:00 am")
    page.hand.press(ENTER, CONTROL)
    assert "Coffee with the Principal" in titles(page)
    assert page.table.current_row().title == "Coffee with the Principal"
    event = ask(store, lambda db: get_event(db, page.panel.event_id))
    assert (event.starts, event.ends) == (datetime(2026, 12, 3, 8, 15), datetime(2026, 12, 3, 9))
    assert store.undo() == "Event “Coffee with the Principal”"
    assert all_rows(store) == before
    assert page.beside.panel() is None


def test_an_untouched_new_event_leaves_no_trace(page, store):
    before = all_rows(store)
    page.hand.click(page.new_button)
    page.hand.press(Qt.Key.Key_Escape)
    assert page.beside.panel() is None
    assert all_rows(store) == before


def test_an_event_without_a_title_stays_in_the_form(page, store):
    page.hand.click_row(page.table, 1)
    page.hand.fill(page.panel.sheet.title.line, " ")
    page.panel.sheet.title.line.clear()
    assert not page.leave()
    assert "title" in page.panel.sheet.title.help.whole_text()
    page.hand.click(page.panel.discard)
    assert page.leave()


def test_all_fields_are_kept_in_one_step(page, store, school):
    page.hand.click_row(page.table, 1)
    before = all_rows(store)
    sheet = page.panel.sheet
    page.hand.fill(sheet.place.line, "Gym")
    page.hand.fill(sheet.expected.line, "80")
    page.hand.fill(sheet.ends.line, "12:30 am")
    sheet.sibling_table.box.click()
    sheet.interpreters.combo.activated.emit(sheet.interpreters.combo.findText("Arabic"))
    page.hand.click_row(page.table, 0)
    event = ask(store, lambda db: get_event(db, school["night"]))
    assert (event.place, event.expected, event.sibling_table) == ("Gym", 80, True)
    assert event.interpreters == ("es", "so", "ar")
    assert event.ends == datetime(2026, 11, 6, 0, 30)
    store.undo()
    assert all_rows(store) == before


def test_who_came_by_letters_by_tick_and_taken_off_again(page, store, school):
    page.open({"id": school["night"], "attendance": True})
    who = page.panel.came
    assert [(guest.name, guest.came) for guest in who.table.rows()] == [
        ("Ana Lucía Peña Ruiz", True), ("Mateo Peña Ruiz", False),
    ]  # fmt: skip
    page.hand.type("lin")
    page.hand.press(ENTER)
    assert came(store, school["night"]) == ["Ana Lucía Peña Ruiz", "Bo Lindqvist"]
    mateo = who.table.model_.place_of(school["mateo"])
    page.hand.click_row(who.table, mateo, column=0)
    assert len(came(store, school["night"])) == 3
    assert who.came_figure.text() == "3"
    assert store.undo_label() == "Mateo Peña Ruiz came to Family Literacy Night"
    who.table.setFocus()
    who.table.select_id(school["ana"])
    page.hand.press(Qt.Key.Key_Space)
    assert "Ana Lucía Peña Ruiz" not in came(store, school["night"])


def test_heads_without_names_are_counted_and_written_once(page, store, school):
    page.open({"id": school["night"], "attendance": True})
    who = page.panel.came
    page.hand.click(who.five)
    page.hand.click(who.more)
    page.hand.click(who.fewer)
    assert who.heads.text() == "5"
    assert ask(store, lambda db: get_event(db, school["night"])).head_count == 0
    assert page.leave()
    assert ask(store, lambda db: get_event(db, school["night"])).head_count == 5
    assert store.undo() == "Heads at Family Literacy Night"
    assert who.heads.text() == "0"


def test_a_copy_on_another_day(page, store, school):
    page.hand.click_row(page.table, 1)
    page.hand.click(page.panel.copy_button)
    page.hand.fill(page.panel.copy_day.line, "1/21/2027")
    page.hand.press(ENTER)
    copy = page.panel.form.loaded.details
    assert copy.id not in (None, school["night"])
    assert (copy.starts, copy.interpreters) == (
        datetime.combine(date(2027, 1, 21), time(17, 30)), ("es", "so"),
    )  # fmt: skip
    assert came(store, copy.id) == []


def test_deleting_keeps_the_hours_and_can_be_undone(page, ctx, store, school):
    said = []
    ctx.said.connect(lambda words, undo: said.append((words, undo)))
    page.hand.click_row(page.table, 1)
    before = all_rows(store)
    page.hand.click(page.panel.delete_button)
    assert titles(page) == ["Garden day", "Book fair"]
    assert [row.event for row in ask(store, list_service)] == [""]
    assert said == [("Deleted “Family Literacy Night”", True)]
    store.undo()
    assert all_rows(store) == before
    assert len(titles(page)) == 3


def test_hours_for_those_who_came_are_asked_of_the_volunteers_page(page, ctx, school):
    asked = []
    ctx.asked.connect(lambda place, what: asked.append((place, what)))
    page.hand.click_row(page.table, 1)
    page.hand.click(page.panel.hours_button)
    assert asked == [("volunteers", {"add": True, "event": school["night"]})]


def test_another_year_and_an_empty_school(page, qtbot, store):
    page.year.combo.setCurrentIndex(1)
    assert titles(page) == []
    page.year.combo.setCurrentIndex(2)
    assert len(titles(page)) == len(ask(store, list_events))


def test_every_control_has_a_name_and_tab_comes_round(page):
    page.hand.click_row(page.table, 1)
    page.table.setFocus()
    seen = []
    for _step in range(60):
        page.hand.press(Qt.Key.Key_Tab)
        focus = page.hand.focus()
        if focus in seen:
            break
        seen.append(focus)
    assert focus is seen[0]
    for widget in seen:
        words = widget.accessibleName() or getattr(widget, "text", lambda: "")()
        assert words, widget


@pytest.mark.parametrize("lang", ["en", "es"])
def test_it_opens_in_a_small_window(qtbot, sample_store, lang):
    i18n.use_language(lang)
    page = EventsPage(Context(sample_store, InlineTasks()))
    hand = Hand(qtbot, page, 852, 622)
    hand.click_row(page.table, 3)
    assert page.panel.geometry().right() <= page.width() == 852
    assert page.table.width() > 300
    page.ctx.close()


def test_in_the_window_ctrl_n_belongs_to_the_place_shown(qtbot, ctx, school):
    places = [
        Place("events", "calendar", lambda: "Events", EventsPage),
        Place("volunteers", "volunteer", lambda: "Volunteers", VolunteersPage),
    ]
    window = MainWindow(ctx, places)
    hand = Hand(qtbot, window, 1366, 768)
    window.show_place("volunteers")
    window.show_place("events")
    events, volunteers = window.pages["events"], window.pages["volunteers"]
    hand.press(Qt.Key.Key_N, CONTROL)
    assert events.beside.panel() is events.panel
    assert volunteers.beside.panel() is None
    hand.press(Qt.Key.Key_Escape)
    hand.click_row(events.table, 2)
    hand.click(events.panel.hours_button)
    assert window.current == "volunteers"
    assert volunteers.many.event_field.value() == school["shift"]


def test_a_person_renamed_elsewhere_is_renamed_among_those_who_came(page, store, school):
    page.open({"id": school["night"], "attendance": True})
    with store.write("Rename") as db:
        db.get_one(Person, school["ana"]).name = "Ana Peña de Soto"
    assert "Ana Peña de Soto" in [guest.name for guest in page.panel.came.table.rows()]
