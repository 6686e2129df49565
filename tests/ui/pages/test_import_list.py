# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Bringing in a list by clicks: what is shown before is what is written, and undo takes it back."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from coordinator import families
from coordinator.hours.ledger import minutes_by_person
from coordinator.store import Store
from tests.factories import a_person
from tests.rows import all_rows
from ui import theme
from ui.context import Context
from ui.pages.families import FamiliesPage
from ui.pages.import_list import ImportListPage
from ui.pages.import_list.page import CHECK, DONE, FILE
from ui.tasks import Tasks

HEAD = "Student Number,Student Name,Gr,HR Teacher,DOB,Guardian 1,G1 Phone,Bus Rt\n"
ROWS = (
    '7001,"Peña Ruiz, Lucía",3,Okafor,04/11/2018,Ana Lucía Peña Ruiz,(555) 014-2118,14B\n'
    '7002,"Nguyễn, Minh",2,Lindqvist,11/23/2018,Thảo Nguyễn,555-014-2119,3\n'
)


@pytest.fixture
def page(qtbot: QtBot, ctx: Context) -> Iterator[ImportListPage]:
    made = ImportListPage(ctx)
    made.resize(1194, 700)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    # At once: dead combo boxes would be styled again with every change of theme.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def a_file(folder: Path, text: str, name: str = "students.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def names(store: Store) -> set[str]:
    with store.read() as db:
        return {row.name for row in families.list_people(db, None)}


def figures(page: ImportListPage) -> dict[str, int]:
    assert page._prepared is not None
    assert page._prepared.plan is not None
    return page._prepared.plan.counts


def test_a_csv_file_comes_in_as_one_step_and_undo_restores_row_for_row(
    page: ImportListPage, ctx: Context, store: Store, tmp_path: Path
) -> None:
    before = all_rows(store)
    page.open({"paths": [a_file(tmp_path, HEAD + ROWS)]})
    assert page.stack.currentIndex() == CHECK
    assert page.check_step.columns.combos["Gr"].currentText() == "Student: grade"
    assert page.check_step.columns.combos["Bus Rt"].currentText() == "Leave out"
    assert figures(page)["new"] == 2
    assert all_rows(store) == before, "looking writes nothing"
    button = page.check_step.import_button
    assert button.text() == "Import 2 rows"
    button.click()
    assert page.stack.currentIndex() == DONE
    assert page.done_step.title.text() == "2 rows came in"
    assert names(store) >= {"Lucía Peña Ruiz", "Minh Nguyễn", "Thảo Nguyễn"}
    assert ctx.store.undo_label() == "Import students.csv"
    page.done_step.undo.click()
    assert all_rows(store) == before
    assert page.stack.currentIndex() == CHECK


def test_reading_and_writing_in_the_background_reach_the_screen(
    store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    ctx = Context(store, Tasks())
    heard: list[str] = []
    ctx.changed.connect(lambda _tables: heard.append(threading.current_thread().name))
    page = ImportListPage(ctx)
    qtbot.addWidget(page)
    page.show()
    page.open({"paths": [a_file(tmp_path, HEAD + ROWS)]})
    qtbot.waitUntil(lambda: page.stack.currentIndex() == CHECK)
    page.check_step.import_button.click()
    qtbot.waitUntil(lambda: page.stack.currentIndex() == DONE)
    assert heard == [threading.main_thread().name]
    assert "Minh Nguyễn" in names(store)
    ctx.close()


def test_giving_up_while_reading_changes_nothing(
    store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    ctx = Context(store, Tasks())
    before = all_rows(store)
    page = ImportListPage(ctx)
    qtbot.addWidget(page)
    page.open({"paths": [a_file(tmp_path, HEAD + ROWS)]})
    with qtbot.waitSignal(page.left):
        page.check_step.cancel.click()
    qtbot.waitUntil(lambda: not ctx.tasks.busy())
    assert page.stack.currentIndex() == FILE
    assert all_rows(store) == before
    ctx.close()


def test_the_same_file_again_brings_nothing_new(
    page: ImportListPage, store: Store, tmp_path: Path
) -> None:
    path = a_file(tmp_path, HEAD + ROWS)
    page.open({"paths": [path]})
    page.check_step.import_button.click()
    page.open({"paths": [path]})
    assert figures(page)["unchanged"] == 2
    assert not page.check_step.import_button.isEnabled()
    assert page.check_step.import_button.toolTip()


def test_a_column_sent_elsewhere_is_checked_anew(
    page: ImportListPage, store: Store, tmp_path: Path
) -> None:
    page.open({"paths": [a_file(tmp_path, HEAD + ROWS)]})
    combo = page.check_step.columns.combos["HR Teacher"]
    place = combo.findText("Leave out")
    combo.setCurrentIndex(place)
    combo.activated.emit(place)
    page.check_step.import_button.click()
    with store.read() as db:
        assert {row.homeroom_teacher for row in families.list_people(db, 2)} == {""}


def test_changed_values_are_shown_old_and_new(
    page: ImportListPage, store: Store, tmp_path: Path
) -> None:
    page.open({"paths": [a_file(tmp_path, HEAD + ROWS)]})
    page.check_step.import_button.click()
    page.open({"paths": [a_file(tmp_path, HEAD + ROWS.replace("Okafor", "Rosen"))]})
    page.check_step.happen.links["changed"].click()
    assert page.check_step.rows.table is not None
    (row,) = page.check_step.rows.table.rows()
    assert (row.row, row.old, row.new) == (2, "Okafor", "Rosen")
    page.check_step.rows.back.click()
    assert page.check_step.cards.currentWidget() is page.check_step.columns


def test_rows_that_cannot_be_read_stop_the_import_until_they_are_left_out(
    page: ImportListPage, store: Store, tmp_path: Path
) -> None:
    bad = '7003,"Lê, An",3,Okafor,31/31/2018,Bo Lê,555-014-2120,1\n'
    page.open({"paths": [a_file(tmp_path, HEAD + ROWS + bad)]})
    step = page.check_step
    assert figures(page)["rejected"] == 1
    assert not step.import_button.isEnabled()
    step.happen.links["rejected"].click()
    assert step.rows.table is not None
    (row,) = step.rows.table.rows()
    assert (row.row, row.field) == (4, "DOB")
    assert row.reason
    step.accept_rejects.click()
    assert step.accept_rejects.text() == "Leave out 1 row that cannot be read"
    step.import_button.click()
    assert "Minh Nguyễn" in names(store)
    assert "An Lê" not in names(store)


def test_a_doubtful_person_is_the_same_once_the_user_says_so(
    page: ImportListPage, store: Store, tmp_path: Path
) -> None:
    page.open({"paths": [a_file(tmp_path, HEAD + ROWS)]})
    page.check_step.import_button.click()
    other = 'Student Name,Gr,Guardian 1,G1 Phone\n"Peña Ruiz, Lucia",3,Ana Peña,555-014-2118\n'
    page.open({"paths": [a_file(tmp_path, other, "other.csv")]})
    doubts = page._prepared.plan.doubts
    if not doubts:
        assert figures(page)["read"] == 1
        return
    page.check_step.happen.links["doubtful"].click()
    table = page.check_step.rows.table
    table.ticked.emit(table.rows()[0])
    assert page._wanted.same == {doubts[0].key: doubts[0].person_id}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.csv", b""),
        ("heads.csv", HEAD.encode()),
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + b"\0" * 40),
        ("damaged.xlsx", b"PK\x03\x04" + b"\0" * 40),
    ],
)
def test_a_file_that_is_no_list_gives_one_sentence_and_writes_nothing(
    page: ImportListPage, store: Store, tmp_path: Path, name: str, data: bytes
) -> None:
    before = all_rows(store)
    path = tmp_path / name
    path.write_bytes(data)
    page.open({"paths": [path]})
    assert page.stack.currentIndex() == FILE
    assert page.file_step.trouble.isVisible()
    assert page.file_step._message.sentence.text()
    assert all_rows(store) == before


def test_a_file_of_unknown_columns_can_be_told_which_is_which(
    page: ImportListPage, store: Store, tmp_path: Path
) -> None:
    page.open({"paths": [a_file(tmp_path, "Alpha,Beta\nMinh Nguyễn,2\n")]})
    assert page.stack.currentIndex() == CHECK
    assert not page.check_step.import_button.isEnabled()
    combo = page.check_step.columns.combos["Alpha"]
    place = combo.findData("student_name")
    combo.setCurrentIndex(place)
    combo.activated.emit(place)
    assert page.check_step.import_button.isEnabled()
    page.check_step.import_button.click()
    assert names(store) == {"Minh Nguyễn"}


def test_letters_read_wrongly_are_put_right_by_choosing_the_encoding(
    page: ImportListPage, tmp_path: Path
) -> None:
    page.open({"paths": [a_file(tmp_path, HEAD + ROWS.replace("ễ", "e").replace("ả", "a"),
                                encoding="mac_roman")]})  # fmt: skip
    page.how_button.click()
    field = page.check_step.options.fields["encoding"]
    assert field.isVisible()
    field.combo.setCurrentIndex(3)
    examples = [row.name for row in page._prepared.plan.rows]
    assert "Lucía Peña Ruiz" in examples


def test_a_file_dropped_on_families_is_read(ctx: Context, qtbot: QtBot, tmp_path: Path) -> None:
    shown = FamiliesPage(ctx)
    qtbot.addWidget(shown)
    shown.show()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(a_file(tmp_path, HEAD + ROWS)))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    shown.dropEvent(QDropEvent(QPointF(50, 50), copy, data, left, none))
    assert shown.importing is not None
    assert shown.importing.stack.currentIndex() == CHECK
    shown.importing.check_step.cancel.click()
    assert shown.pages.currentWidget() is not shown.importing


def test_a_list_of_hours_is_recognised_and_comes_in(
    page: ImportListPage, ctx: Context, store: Store, tmp_path: Path
) -> None:
    with store.write("set up") as db:
        person = a_person(db, "Ana Peña")
    text = "Date,Name,Hours,Activity\n2026-10-01,Ana Peña,1.5,Library\n"
    page.open({"paths": [a_file(tmp_path, text, "hours.csv")]})
    page.check_step.import_button.click()
    with store.read() as db:
        assert minutes_by_person(db, None) == {person: 90}


def test_the_import_lies_in_families_and_goes_back_there(
    ctx: Context, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_file(tmp_path, HEAD + ROWS)
    monkeypatch.setattr(ImportListPage, "ask", lambda _parent: [path])
    shown = FamiliesPage(ctx)
    qtbot.addWidget(shown)
    shown.resize(1194, 700)
    shown.show()
    shown.import_button.click()
    assert shown.pages.currentWidget() is shown.importing
    shown.importing.check_step.import_button.click()
    shown.importing.done_step.go.click()
    assert shown.pages.currentIndex() == 0
    assert len(shown.list.families.rows()) == 2


@pytest.mark.parametrize("percent", [100, 200])
def test_page_fits_the_smallest_window(
    page: ImportListPage, qapp, tmp_path: Path, percent: int
) -> None:
    theme.apply(qapp, "light", percent)
    page.open({"paths": [a_file(tmp_path, HEAD + ROWS)]})
    most = 940 - 172 if percent == 100 else 1340 - 270
    assert page.minimumSizeHint().width() <= most
    assert page.minimumSizeHint().height() <= 500 * percent // 100
