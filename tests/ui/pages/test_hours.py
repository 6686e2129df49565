# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The ledger of hours: by clicks and keys, then the file is asked."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coordinator.hours import get_service, list_service
from coordinator.terms import Period
from tests.factories import a_family, a_person, an_event, some_hours
from tests.rows import all_rows
from tests.ui.pages.hand import CONTROL, Hand, ask, choose
from ui.pages.volunteers import VolunteersPage
from ui.pages.volunteers.days import DaysPopup

ENTER = Qt.Key.Key_Return


@pytest.fixture
def school(store):
    """Three people, four entries: two of them proposed, one of last year."""
    with store.write("Some hours") as db:
        family = a_family(db)
        people = [
            a_person(db, name, family_id=family)
            for name in ("Ana Lucía Peña Ruiz", "Bo Lindqvist", "Cy Okafor")
        ]
        event = an_event(db, "Book fair", date(2026, 11, 4), kind="volunteer_shift")
        entries = [
            some_hours(db, people[0], 120, date(2026, 10, 1), activity="Library"),
            some_hours(
                db, people[1], 210, date(2026, 11, 4), event_id=event, activity="Set-up",
                status="proposed", source="attendance",
            ),
            some_hours(db, people[2], 75, date(2026, 9, 14), status="proposed", source="import"),
            some_hours(db, people[0], 60, date(2026, 3, 3), activity="Library"),
        ]  # fmt: skip
    return {"people": people, "entries": entries, "event": event}


@pytest.fixture
def page(qtbot, ctx, school):
    page = VolunteersPage(ctx)
    hand = Hand(qtbot, page)
    page.hand = hand
    return page


def names(page):
    return [row.person for row in page.hours.table.rows()]


def figures(page):
    texts = [part.text() for part in page.hours.totals._parts if hasattr(part, "text")]
    return list(zip(texts[::2], texts[1::2], strict=True))


def open_first(page):
    page.hand.click_row(page.hours.table, 0)
    assert page.beside.panel() is page.entry


def test_the_ledger_shows_this_school_year_newest_first(page):
    assert names(page) == ["Bo Lindqvist", "Ana Lucía Peña Ruiz", "Cy Okafor"]
    shown = [column.shown(page.hours.table.rows()[0]) for column in page.hours.table.model_.columns]
    assert shown[:3] == ["Bo Lindqvist", "Book fair, Set-up", "Nov 4"]
    assert "3.50" in shown
    assert figures(page) == [("6.75 h", "shown, 3 entries"), ("6.75 h", "school year")]


def test_another_year_and_all_years(page):
    page.year.combo.setCurrentIndex(1)
    assert names(page) == ["Ana Lucía Peña Ruiz"]
    page.year.combo.setCurrentIndex(2)
    assert len(names(page)) == 4
    assert page.hours.table.model_.columns[2].shown(page.hours.table.rows()[-1]) == "Mar 3, 2026"


def test_typing_filters_and_says_what_is_hidden(page):
    page.hours.table.setFocus()
    page.hand.type("pena")
    assert names(page) == ["Ana Lucía Peña Ruiz"]
    hidden = page.hours.filters._hidden
    assert hidden.isVisible()
    assert hidden.whole_text() == "Filters hide 2 of 3 entries"
    page.hand.click(page.hours.filters._clear)
    assert len(names(page)) == 3


def test_filters_become_chips_that_a_press_takes_away(page, school):
    chips = page.hours.chips
    choose(chips.menu(), "Source", "Imported")
    assert names(page) == ["Cy Okafor"]
    choose(chips.menu(), "Source", "Attendance")
    assert len(names(page)) == 2
    assert chips.chips()[0].text() == "From: attendance, imported"
    choose(chips.menu(), "Event", "Book fair")
    assert names(page) == ["Bo Lindqvist"]
    page.hand.click(chips.chips()[0])
    page.hand.click(chips.chips()[0])
    assert len(names(page)) == 3
    choose(chips.menu(), "Days", "October 2026")
    assert names(page) == ["Ana Lucía Peña Ruiz"]


def test_other_days_are_asked_in_a_pop_up(page):
    choose(page.hours.chips.menu(), "Days", "Other days")
    popup = page.hours.findChild(DaysPopup)
    popup.first.line.setText("9/1/2026")
    popup.last.line.setText("8/1/2026")
    page.hand.click(popup.show_button)
    assert popup.last.error()
    popup.last.line.setText("10/31/2026")
    page.hand.click(popup.show_button)
    assert names(page) == ["Ana Lucía Peña Ruiz", "Cy Okafor"]
    assert page.hours.chips.chips()[0].text() == "Sep 1 – Oct 31"


def test_totals_of_a_selection_stand_first(page):
    page.hand.click_row(page.hours.table, 0)
    page.hand.click_row(page.hours.table, 2, held=CONTROL)
    assert figures(page)[0] == ("4.75 h", "2 selected")
    assert page.beside.panel() is None


def test_leaving_an_entry_writes_one_step_and_undo_restores_it(page, store, school):
    open_first(page)
    before = all_rows(store)
    page.hand.fill(page.entry.minutes.line, "1:30")
    assert page.entry.minutes.help.whole_text() == "1.5 h"
    page.hand.fill(page.entry.note.text, "with glue")
    page.hand.click_row(page.hours.table, 1)
    entry = ask(store, lambda db: get_service(db, school["entries"][1]))
    assert (entry.minutes, entry.note) == (90, "with glue")
    assert page.entry.entry_id == school["entries"][0]
    assert store.undo() == "Hours of Bo Lindqvist"
    assert all_rows(store) == before


@pytest.mark.parametrize(
    ("typed", "minutes"), [("1.5", 90), ("1,5", 90), ("1:45", 105), ("90m", 90)]
)
def test_hours_are_read_as_people_write_them(page, store, school, typed, minutes):
    open_first(page)
    page.hand.fill(page.entry.minutes.line, typed)
    page.hand.press(ENTER, CONTROL)
    assert ask(store, lambda db: get_service(db, school["entries"][1])).minutes == minutes


def test_hours_that_cannot_be_read_stay_in_the_form_with_the_sentence_beside_them(page, store):
    open_first(page)
    before = all_rows(store)
    page.hand.fill(page.entry.minutes.line, "soon")
    page.hand.click_row(page.hours.table, 1)
    page.hand.qtbot.waitUntil(lambda: page.hours.table.current_row().person == "Bo Lindqvist")
    assert page.entry.minutes.line.text() == "soon"
    assert "soon" in page.entry.minutes.help.whole_text()
    assert page.entry.minutes.line.property("invalid") == "true"
    assert not page.leave()
    assert all_rows(store) == before
    page.hand.click(page.entry.discard)
    assert page.leave()
    assert page.entry.minutes.line.text() == "3.5"


def test_changing_approved_hours_asks_why_and_keeps_the_reason(page, store, school):
    page.hand.click_row(page.hours.table, 1)
    assert not page.entry.reason.isVisible()
    page.hand.fill(page.entry.minutes.line, "3")
    assert page.entry.reason.isVisible()
    assert not page.leave()
    assert page.entry.reason.error()
    page.hand.fill(page.entry.reason.line, "She stayed longer")
    assert page.leave()
    entry = ask(store, lambda db: get_service(db, school["entries"][0]))
    assert (entry.minutes, entry.last_reason) == (180, "She stayed longer")
    assert not page.entry.reason.isVisible()
    # The form goes on with the version just written.
    page.hand.fill(page.entry.note.text, "again")
    assert page.leave()


def test_odd_hours_are_asked_about_in_the_panel(page, store, school):
    open_first(page)
    page.hand.fill(page.entry.minutes.line, "14")
    assert not page.leave()
    question = page.entry.question
    assert question.isVisible()
    assert "14 hours" in question.words.whole_text()
    page.hand.click(question.back)
    assert not question.isVisible()
    assert page.entry.minutes.line.hasFocus()
    assert ask(store, lambda db: get_service(db, school["entries"][1])).minutes == 210
    assert not page.leave()
    page.hand.click(question.keep)
    assert ask(store, lambda db: get_service(db, school["entries"][1])).minutes == 840


def test_the_person_of_an_entry_is_changed_by_three_letters_and_enter(page, store, school):
    open_first(page)
    page.hand.fill(page.entry.person.finder.line, "oka")
    page.hand.press(ENTER)
    assert page.entry.person.finder.line.text() == "Cy Okafor"
    assert page.leave()
    entry = ask(store, lambda db: get_service(db, school["entries"][1]))
    assert entry.person_id == school["people"][2]


def test_approving_all_proposed_is_one_step(page, store):
    page.hand.click(page.hours.proposed)
    assert len(names(page)) == 2
    page.hand.click(page.hours.approve_button)
    assert {row.status for row in ask(store, list_service)} == {"approved"}
    assert store.undo() == "Approved 2 entries"
    assert [row.status for row in ask(store, list_service)].count("proposed") == 2


def test_deleting_offers_undo(page, ctx, store, qtbot):
    said = []
    ctx.said.connect(lambda words, undo: said.append((words, undo)))
    open_first(page)
    before = all_rows(store)
    page.hand.click(page.entry.delete_button)
    assert len(names(page)) == 2
    assert said == [("Deleted 3.5 h of Bo Lindqvist", True)]
    assert page.beside.panel() is None
    store.undo()
    assert all_rows(store) == before
    assert len(names(page)) == 3


def test_an_entry_that_is_undone_closes_its_panel(page, store, school):
    with store.write("One more") as db:
        entry = some_hours(db, school["people"][0], 60, date(2026, 11, 20))
    open_first(page)
    assert page.entry.entry_id == entry
    store.undo()
    assert page.beside.panel() is None


def test_overlapping_times_are_asked_about_only_when_they_are_new(page, store, school):
    with store.write("Two at once") as db:
        for hour in (9, 13):
            some_hours(
                db, school["people"][2], 60 + hour, date(2026, 11, 21), starts=time(hour),
                status="proposed",
            )  # fmt: skip
    open_first(page)
    page.hand.fill(page.entry.note.text, "known already")
    assert page.leave()
    nine = page.entry.starts.line.text().startswith("9")
    page.hand.fill(page.entry.starts.line, "1:30 pm" if nine else "9:30 am")
    assert not page.leave()
    assert "already has hours" in page.entry.question.words.whole_text()


def test_the_same_hours_for_many_take_two_clicks_and_eight_keys(page, store, school):
    """UX job 10: the event chosen, all who came ticked, the hours, Enter."""
    from coordinator.attendance import mark_came

    with store.write("Who came") as db:
        mark_came(db, school["event"], school["people"])
        some_hours(db, school["people"][0], 60, date(2026, 11, 20))
    before = all_rows(store)
    hand = page.hand
    hand.clicks = 1  # Volunteers on the rail
    hand.press(Qt.Key.Key_N, CONTROL)
    assert page.beside.panel() is page.many
    assert sorted(page.many.chosen()) == school["people"]
    hand.press(Qt.Key.Key_Tab)
    hand.press(Qt.Key.Key_Tab)
    hand.press(Qt.Key.Key_Tab)
    hand.type("2")
    hand.press(ENTER)
    # Bo has hours for this event: asked, and kept.
    assert "Bo Lindqvist already has hours for Book fair" in page.many.question.words.whole_text()
    hand.press(Qt.Key.Key_Space)
    year = Period(date(2026, 7, 1), date(2027, 6, 30), "")
    new = [row for row in ask(store, lambda db: list_service(db, year)) if row.minutes == 120]
    assert {row.person for row in new if row.date == date(2026, 11, 4)} == {
        "Ana Lucía Peña Ruiz", "Bo Lindqvist", "Cy Okafor",
    }  # fmt: skip
    assert (hand.clicks, hand.keys) <= (2, 8)
    assert hand.keys <= 8
    assert page.beside.panel() is None
    assert store.undo() == "Hours of 3 people"
    assert all_rows(store) == before


def test_nobody_ticked_is_said_in_the_panel(page, store):
    page.hand.click(page.frame.add_button)
    page.many.event_field.combo.setCurrentIndex(0)
    page.hand.fill(page.many.minutes.line, "2")
    page.hand.press(ENTER)
    assert "Nobody is chosen" in page.many.problem.whole_text()
    assert page.many.problem.isVisible()


def test_people_are_added_by_three_letters_and_enter(page, store):
    page.hand.click(page.frame.add_button)
    page.many.event_field.combo.setCurrentIndex(0)
    page.hand.fill(page.many.activity.line, "Garden")
    page.many.finder.setFocus()
    for letters in ("pen", "lin"):
        page.hand.type(letters)
        page.hand.press(ENTER)
    assert len(page.many.chosen()) == 2
    page.hand.fill(page.many.day.line, "10/20/2026")
    page.hand.fill(page.many.minutes.line, "1,5")
    page.hand.click(page.many.add)
    garden = [row for row in ask(store, list_service) if row.activity == "Garden"]
    assert {(row.person, row.minutes) for row in garden} == {
        ("Ana Lucía Peña Ruiz", 90), ("Bo Lindqvist", 90),
    }  # fmt: skip


def test_guests_of_a_family_night_are_listed_but_not_ticked(page, store, school):
    from coordinator.attendance import mark_came

    with store.write("A night") as db:
        night = an_event(db, "Literacy Night", date(2026, 11, 10))
        mark_came(db, night, school["people"][:2])
    page.open({"add": True, "event": night})
    assert page.many.event_field.value() == night
    assert page.many.chosen() == []
    page.hand.click(page.many.all_button)
    assert page.many.chosen() == school["people"][:2]
    page.hand.click_row(page.many.people, 0, column=0)
    assert page.many.chosen() == school["people"][1:2]


def test_every_control_has_a_name_and_tab_comes_round(page):
    page.hand.click_row(page.hours.table, 0)
    page.hours.table.setFocus()
    seen: list[QWidget] = []
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
