# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The dialog that makes one record of two."""

from coordinator import families
from coordinator.store import Store
from tests.factories import a_family, a_person
from tests.rows import all_rows
from ui.context import Context
from ui.dialogs.merge import MergeDialog
from ui.pages.families.duplicates import DuplicatesDialog


def test_two_people_become_one_with_the_values_picked(ctx: Context, store: Store, qtbot) -> None:
    with store.write("set up") as db:
        home = a_family(db)
        first = a_person(db, "Ana Pena", family_id=home, phone="+15550142118", language="es")
        second = a_person(db, "Ana Peña", phone="+15550142119", called="Anita")
    before = all_rows(store)
    dialog = MergeDialog(ctx, "person", first, second)
    qtbot.addWidget(dialog)
    assert dialog.groups["name"].checkedId() == 0
    dialog.groups["name"].button(1).click()
    dialog.merge_button.click()
    assert ctx.store.undo_label() == "Merge two records of Ana Pena"
    with store.read() as db:
        (person,) = families.list_people(db, None)
        details = families.get_person(db, person.id, None)
    assert (details.name, details.called, len(details.phones)) == ("Ana Peña", "Anita", 2)
    ctx.undo()
    assert all_rows(store) == before


def test_an_empty_value_gives_way_to_the_other_unasked(ctx: Context, store: Store, qtbot) -> None:
    with store.write("set up") as db:
        first, second = a_family(db, "Lê", "vi"), a_family(db, "Lê", "vi", street="12 Elm St")
    dialog = MergeDialog(ctx, "family", first, second)
    qtbot.addWidget(dialog)
    assert dialog.picks() == {"street"}


def test_cancel_leaves_both(ctx: Context, store: Store, qtbot) -> None:
    with store.write("set up") as db:
        first, second = a_family(db, "Lê"), a_family(db, "Le")
    dialog = MergeDialog(ctx, "family", first, second)
    qtbot.addWidget(dialog)
    dialog.cancel.click()
    with store.read() as db:
        assert len(families.list_families(db, None)) == 2


def test_names_with_markup_are_shown_letter_for_letter(ctx: Context, store: Store, qtbot) -> None:
    with store.write("set up") as db:
        first, second = a_family(db, "<b>Lê</b> & Co"), a_family(db, "Le")
    dialog = MergeDialog(ctx, "family", first, second)
    qtbot.addWidget(dialog)
    assert dialog.groups["name"].button(0).text() == "<b>Lê</b> && Co"


def test_possible_duplicates_are_looked_at_one_by_one(
    ctx: Context, store: Store, qtbot, monkeypatch
) -> None:
    with store.write("set up") as db:
        a_person(db, "Ana Peña", phone="+15550142118")
        a_person(db, "Ana Pena", phone="+15550142118")
    dialog = DuplicatesDialog(ctx)
    qtbot.addWidget(dialog)
    assert dialog.line.text() == "1 pair may be one person."

    def ask(ctx: Context, kind: str, first: int, second: int, _parent: object) -> int:
        MergeDialog(ctx, kind, first, second).merge()
        return first

    monkeypatch.setattr(MergeDialog, "ask", ask)
    dialog.look_button.click()
    assert dialog.line.text() == "Nobody seems to be here twice."
    assert not dialog.look_button.isEnabled()
