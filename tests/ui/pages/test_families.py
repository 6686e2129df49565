# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The place Families, by keys and clicks, against a real file."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coordinator import families, terms
from coordinator.attendance import mark_came
from coordinator.families import FamilyDetails, MemberDetails, PersonDetails, PhoneDetails
from coordinator.home import home_facts
from coordinator.store import Store
from tests.factories import a_family, an_event, some_hours
from tests.rows import all_rows
from ui import theme
from ui.context import Context
from ui.dialogs.merge import MergeDialog
from ui.forms import LineField
from ui.main_window.tab_order import ReadingOrderWindow
from ui.pages.families import FamiliesPage
from ui.pages.families.family_form import FamilyForm
from ui.pages.families.new_year import NewYearDialog
from ui.pages.families.panel import FamilyPanel, FormPanel, ManyPanel
from ui.tasks import InlineTasks


def a_household(
    store: Store, name: str = "Nguyễn", adult: str = "Thảo Nguyễn", child: str = "Minh Nguyễn"
) -> int:
    """A family of one adult with a phone and one student of grade 2; its id."""
    details = FamilyDetails(
        name=name,
        home_language="vi",
        members=(
            MemberDetails(
                PersonDetails(name=adult, phones=(PhoneDetails("555-014-2118"),)),
                relationship="Mother",
            ),
            MemberDetails(
                PersonDetails(name=child, grade="02", homeroom_teacher="Ms. Okafor"), role="student"
            ),
        ),
    )
    with store.write("set up") as db:
        year = terms.current_year(db, date(2026, 11, 23))
        assert year is not None
        return families.save_family(db, details, year.id)


@pytest.fixture
def page(qtbot: QtBot, ctx: Context) -> Iterator[Callable[[], FamiliesPage]]:
    windows = []

    def show() -> FamiliesPage:
        window = ReadingOrderWindow()
        windows.append(window)
        made = FamiliesPage(ctx)
        window.setCentralWidget(made)
        window.resize(1194, 700)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return made

    yield show
    for window in windows:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key, held)


def write(text: str) -> None:
    # QTest.keyClicks knows ASCII only.
    for letter in text:
        focused = QApplication.focusWidget()
        assert focused is not None
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            held = Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(focused, QKeyEvent(kind, Qt.Key.Key_unknown, held, letter))


def tab_to(name: str, place: int = 0) -> int:
    """Press Tab until the control of that name (the nth one met) has the focus; how often."""
    for count in range(1, 40):
        press(Qt.Key.Key_Tab)
        if QApplication.focusWidget().accessibleName() == name:
            if not place:
                return count
            place -= 1
    raise AssertionError(f"no control named {name}")


def control(page: FamiliesPage, name: str) -> QWidget:
    return page.side.form.form.fields[name].control


CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_family_of_four_is_added_by_keys_alone_as_one_named_step(page, ctx, store) -> None:
    shown = page()
    press(Qt.Key.Key_N, CTRL)
    write("Peña Ruiz")
    pressed = tab_to("Guardian")
    write("Ana")
    pressed += tab_to("Phone")
    write("5550142118")
    pressed += tab_to("Guardian")
    write("Luis Vega")
    pressed += tab_to("Student")
    write("Mateo")
    pressed += tab_to("Student")
    write("Lucía")
    press(Qt.Key.Key_Return, CTRL)
    assert ctx.store.undo_label() == "New family Peña Ruiz"
    assert pressed <= 16
    with store.read() as db:
        (row,) = families.list_families(db, None)
        details = families.get_family(db, row.id, None)
    assert [member.person.name for member in details.members] == [
        "Ana Peña Ruiz", "Luis Vega", "Mateo Peña Ruiz", "Lucía Peña Ruiz",
    ]  # fmt: skip
    assert [member.role for member in details.members] == ["guardian"] * 2 + ["student"] * 2
    assert details.members[0].person.phones == (PhoneDetails("+15550142118"),)
    assert isinstance(shown.side.panel(), FamilyPanel)
    assert shown.side.panel().title.text() == "Peña Ruiz family"


def test_leaving_an_edit_for_another_row_writes_one_step_that_undo_takes_back(page, ctx, store):
    a_household(store)
    other = a_household(store, "Begum", "Nadia Begum", "Rafi Begum")
    before = all_rows(store)
    shown = page()
    shown.list.families.select_id(1)
    shown.side.edit()
    line = control(shown, "name")
    line.selectAll()
    write("Nguyễn Trần")
    shown.list.families.select_id(other)
    assert ctx.store.undo_label() == "Edit the Nguyễn Trần family"
    assert shown.side.panel().title.text() == "Begum family"
    with store.read() as db:
        assert families.get_family(db, 1, None).name == "Nguyễn Trần"
    ctx.undo()
    assert all_rows(store) == before


def test_opening_and_leaving_a_form_without_typing_writes_nothing(page, ctx, store) -> None:
    a_household(store)
    before, label = all_rows(store), ctx.store.undo_label()
    shown = page()
    shown.list.families.select_id(1)
    shown.side.edit()
    for editor in shown.side.form.members.editors:
        editor.expand()
    press(Qt.Key.Key_Return, CTRL)
    assert shown.side.form is None
    assert ctx.store.undo_label() == label
    assert all_rows(store) == before


def test_a_phone_that_is_none_keeps_the_user_in_the_form_and_says_why(page, ctx, store) -> None:
    a_household(store)
    other = a_household(store, "Begum", "Nadia Begum", "Rafi Begum")
    before = all_rows(store)
    shown = page()
    shown.list.families.select_id(1)
    shown.side.edit()
    field = shown.side.form.members.editors[0].fields["phones"]
    field.control.selectAll()
    field.control.setFocus()
    write("12")
    shown.list.families.select_id(other)
    assert isinstance(shown.side.panel(), FormPanel)
    assert [row.id for row in shown.list.families.selected_rows()] == [1]
    assert "12" in field.error()
    assert shown.side.form.members.editors[0].trouble.isVisible()
    assert not shown.leave()
    assert all_rows(store) == before
    press(Qt.Key.Key_Escape)
    assert shown.side.form.members.editors[0].fields["phones"].control.text() == "(555) 014-2118"
    press(Qt.Key.Key_Escape)
    assert isinstance(shown.side.panel(), FamilyPanel)


def test_a_family_without_a_name_is_refused_beside_the_field(page, store) -> None:
    a_household(store)
    shown = page()
    shown.new()
    shown.side.form.members.editors[0].fields["name"].control.setFocus()
    write("Ana Peña")
    assert not shown.leave()
    assert shown.side.form.name.error() == "A name is needed."
    with store.read() as db:
        assert len(families.list_families(db, None)) == 1


def test_somebody_typed_who_is_here_already_is_hinted_and_can_be_taken(page, qtbot, store) -> None:
    a_household(store)
    shown = page()
    shown.new()
    shown.side.form.name.control.setFocus()
    write("Lê")
    editor = shown.side.form.members.editors[2]
    editor.fields["name"].control.setFocus()
    write("Minh Nguyễn")
    qtbot.waitUntil(editor.hint.isVisible)
    editor.use_button.click()
    assert shown.leave()
    with store.read() as db:
        (child,) = [row for row in families.list_people(db, None) if row.name == "Minh Nguyễn"]
        assert len(families.families_of(db, [child.id])[child.id]) == 2
        (home,) = [row for row in families.list_families(db, None) if row.name == "Lê"]
        assert families.get_family(db, home.id, None).members[0].role == "student"


def test_looking_at_the_hinted_person_keeps_the_new_family_for_later(page, qtbot, store) -> None:
    a_household(store)
    shown = page()
    shown.new()
    write("Lê")
    editor = shown.side.form.members.editors[0]
    editor.fields["name"].control.setFocus()
    write("Thảo Nguyễn")
    qtbot.waitUntil(editor.hint.isVisible)
    editor.open_button.click()
    assert shown.list.segment.current() == "people"
    assert shown.side.panel().title.text() == "Thảo Nguyễn"
    shown.new()
    assert shown.side.form.name.value() == "Lê"


def test_somebody_is_found_and_taken_into_a_second_family(page, store) -> None:
    a_household(store)
    other = a_household(store, "Begum", "Nadia Begum", "Rafi Begum")
    shown = page()
    shown.list.families.select_id(other)
    shown.side.edit()
    members = shown.side.form.members
    members.add_known.click()
    write("minh")
    press(Qt.Key.Key_Return)
    assert members.editors[-1].typed_name() == "Minh Nguyễn"
    shown.side.done()
    with store.read() as db:
        names = [m.person.name for m in families.get_family(db, other, None).members]
    assert names == ["Nadia Begum", "Rafi Begum", "Minh Nguyễn"]


def test_members_are_reordered_and_taken_out_but_kept_as_people(page, store) -> None:
    a_household(store)
    shown = page()
    shown.list.families.select_id(1)
    shown.side.edit()
    editors = shown.side.form.members.editors
    actions = {action.text(): action for action in editors[1].menu().actions()}
    actions["Move up"].trigger()
    assert [editor.typed_name() for editor in editors] == ["Minh Nguyễn", "Thảo Nguyễn"]
    actions = {action.text(): action for action in editors[1].menu().actions()}
    actions["Take out of this family"].trigger()
    assert shown.leave()
    with store.read() as db:
        assert [m.person.name for m in families.get_family(db, 1, None).members] == ["Minh Nguyễn"]
        assert "Thảo Nguyễn" in {row.name for row in families.list_people(db, None)}


def test_the_panel_tells_what_a_family_did(page, store) -> None:
    a_household(store)
    with store.write("set up") as db:
        mark_came(db, an_event(db, "Open House", date(2026, 10, 8)), [1, 2], "door")
        some_hours(db, 1, 210, date(2026, 9, 30), activity="Book fair")
    shown = page()
    shown.list.families.select_id(1)
    told = [label.text() for label in shown.side.panel().findChildren(QLabel)]
    assert "Came to Open House" in told
    assert "Served 3.5 hours, Book fair" in told
    assert "Mother · (555) 014-2118" in told
    assert "Grade 2 · Ms. Okafor" in told


def test_typing_and_chips_narrow_the_list_and_the_header_counts(page, store) -> None:
    a_household(store)
    with store.write("set up") as db:
        a_family(db, "Peña", "es", interpreter=True)
        a_family(db, "Old", "es", archived=True)
    shown = page()
    assert shown.list.header.line.whole_text() == "Showing 2 of 2 · school year 2026–27"
    shown.list.families.setFocus()
    write("nguyen")
    assert [row.name for row in shown.list.families.rows()] == ["Nguyễn"]
    assert shown.list.header.line.whole_text().startswith("Showing 1 of 2")
    press(Qt.Key.Key_Escape)
    shown.list.chips.chips["interpreter"].click()
    assert [row.name for row in shown.list.families.rows()] == ["Peña"]
    shown.list.filters.clear()
    assert len(shown.list.families.rows()) == 2


def test_a_person_is_edited_in_the_list_of_people(page, ctx, store) -> None:
    a_household(store)
    shown = page()
    shown.list.segment.piece("people").click()
    shown.list.people.select_id(1)
    shown.side.edit()
    control(shown, "called").setFocus()
    write("Tara")
    press(Qt.Key.Key_Return, CTRL)
    assert ctx.store.undo_label() == "Edit Thảo Nguyễn"
    with store.read() as db:
        assert families.get_person(db, 1, None).called == "Tara"


def test_two_families_chosen_are_merged(page, monkeypatch, store) -> None:
    a_household(store)
    a_household(store, "Nguyen", "Bo Nguyen", "Cy Nguyen")
    shown = page()
    shown.list.families.selectAll()
    assert isinstance(shown.side.panel(), ManyPanel)

    def ask(ctx: Context, kind: str, first: int, second: int, parent: QWidget) -> int:
        assert kind == "family"
        dialog = MergeDialog(ctx, kind, first, second)
        dialog.merge_button.click()
        return first

    monkeypatch.setattr(MergeDialog, "ask", ask)
    shown.side.panel().merge_button.click()
    with store.read() as db:
        (row,) = families.list_families(db, None)
        assert len(families.get_family(db, row.id, None).members) == 4


def test_families_are_put_away_and_brought_back(page, ctx, store) -> None:
    a_household(store)
    shown = page()
    shown.list.families.select_id(1)
    shown.side.panel().menu().actions()[0].trigger()
    assert ctx.store.undo_label() == "Put away Nguyễn"
    assert not shown.list.families.rows()
    shown.list.chips.set_wanted(replace(shown.list.chips.wanted, archived=True))
    shown.list.families.select_id(1)
    shown.side.panel().menu().actions()[0].trigger()
    with store.read() as db:
        assert [row.archived for row in families.list_families(db, None)] == [False]


def test_other_places_open_a_family_a_person_or_those_not_seen(page, store) -> None:
    a_household(store)
    other = a_household(store, "Begum", "Nadia Begum", "Rafi Begum")
    with store.write("set up") as db:
        mark_came(db, an_event(db, "Open House", date(2026, 10, 8)), [1], "door")
    shown = page()
    shown.open({"id": other})
    assert shown.side.panel().title.text() == "Begum family"
    shown.open({"person": 1})
    assert shown.side.panel().title.text() == "Thảo Nguyễn"
    shown.open({"unseen": True})
    assert [row.name for row in shown.list.families.rows()] == ["Begum"]


def test_home_and_the_list_count_the_same_families_as_not_reached(qtbot, sample_store) -> None:
    with sample_store.read() as db:
        counted = home_facts(db, date.today()).not_reached
    ctx = Context(sample_store, InlineTasks())
    shown = FamiliesPage(ctx)
    qtbot.addWidget(shown)
    shown.show()
    shown.open({"unseen": True})
    assert len(shown.list.families.rows()) == counted
    ctx.close()


def test_the_cross_writes_and_closes(page, ctx, store) -> None:
    a_household(store)
    shown = page()
    shown.list.families.select_id(1)
    shown.side.edit()
    control(shown, "best_time").setFocus()
    write("After 4 PM")
    shown.side.panel().close_button.click()
    assert shown.side.panel() is None
    assert ctx.store.undo_label() == "Edit the Nguyễn family"


def test_undoing_a_new_family_closes_its_panel(page, ctx, store) -> None:
    a_household(store)
    shown = page()
    shown.new()
    write("Peña")
    assert shown.leave()
    ctx.undo()
    assert shown.side.panel() is None


def test_the_new_school_year_is_counted_first_and_nothing_kept_by_counting(ctx, store, qtbot):
    a_household(store)
    before = all_rows(store)
    dialog = NewYearDialog(ctx)
    qtbot.addWidget(dialog)
    assert dialog.next_year() == "2027-28"
    assert dialog.lines[2].text() == "1 leave after the last grade"
    dialog.last.combo.setCurrentIndex(0)
    assert all_rows(store) == before
    dialog.start_button.click()
    assert ctx.store.undo_label() == "New school year 2027–28"
    ctx.undo()
    assert all_rows(store) == before


def test_an_empty_school_shows_what_to_do_first(page) -> None:
    shown = page()
    assert shown.pages.currentIndex() == 1
    shown.new()
    assert isinstance(shown.side.panel(), FormPanel)
    assert isinstance(shown.side.form, FamilyForm)


def test_every_control_has_a_name(page, store) -> None:
    a_household(store)
    shown = page()
    shown.list.families.select_id(1)
    shown.side.edit()
    shown.side.form.members.editors[0].expand()
    nameless = [
        widget
        for widget in shown.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(shown)
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == []


@pytest.mark.parametrize("percent", [100, 200])
def test_page_fits_the_smallest_window(page, qapp, store, percent: int) -> None:
    theme.apply(qapp, "light", percent)
    a_household(store)
    shown = page()
    shown.list.families.select_id(1)
    shown.side.edit()
    most = 940 - 172 if percent == 100 else 1340 - 270
    assert shown.minimumSizeHint().width() <= most
    inside = shown.side.panel().area.widget()
    assert inside.minimumSizeHint().width() <= shown.side.panel().area.viewport().width()
    line = shown.side.form.members.editors[0].fields["name"]
    assert isinstance(line, LineField)
