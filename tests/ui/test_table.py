# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The one table: order, finding, selection, copying, columns, keys."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui import theme
from ui.table import (
    AvatarMark,
    Column,
    PillMark,
    QuietMark,
    RowsModel,
    SignMark,
    TableView,
    TickMark,
)


@dataclass(frozen=True)
class Row:
    id: int
    name: str
    minutes: int | None = 0
    language: str = "Spanish"
    reached: bool = True


def columns() -> list[Column[Row]]:
    return [
        Column("Who", lambda r: r.name, bold=True, mark=lambda r: AvatarMark(r.name, r.id)),
        Column("Hours", lambda r: r.minutes, text=_hours, right=True, key="hours"),
        Column("Language", lambda r: r.language, mark=_interpreter, stretch=True, key="language"),
        Column(
            "Reached", lambda r: r.reached, text=_reached, mark=_state, keep=True, key="reached"
        ),
    ]


def _hours(minutes: int | None) -> str:
    return "" if minutes is None else f"{minutes / 60:.2f}"


def _interpreter(row: Row) -> SignMark | None:
    return SignMark("chats", "info", "needs an interpreter") if row.language != "English" else None


def _reached(reached: bool) -> str:
    return "Reached" if reached else "Not reached"


def _state(row: Row) -> QuietMark | PillMark:
    return QuietMark() if row.reached else PillMark("warn", "clock")


ROWS = [
    Row(1, "Peña Ruiz", 90),
    Row(2, "al-Haddad", None, "Arabic"),
    Row(3, "Zamora", 60, "English", reached=False),
    Row(4, "Ávila", 210),
]


@pytest.fixture
def table(qtbot: QtBot) -> TableView[Row]:
    view = TableView(columns(), "People", key="people", sort=0)
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.set_rows(ROWS)
    view.show()
    return view


def names(view: TableView[Row]) -> list[str]:
    return [row.name for row in view.rows()]


def test_model_keeps_qt_s_rules(qtmodeltester: ModelTester) -> None:
    model = RowsModel(columns())
    model.set_rows(ROWS)
    qtmodeltester.check(model)


def test_words_sort_without_case_and_accents(table: TableView[Row]) -> None:
    assert names(table) == ["al-Haddad", "Ávila", "Peña Ruiz", "Zamora"]


def test_empty_values_come_last_both_ways(table: TableView[Row]) -> None:
    table.sort_by(1)
    assert [row.minutes for row in table.rows()] == [60, 90, 210, None]
    table.sort_by(1, descending=True)
    assert [row.minutes for row in table.rows()] == [210, 90, 60, None]


def test_click_on_a_head_sorts_and_a_second_click_turns_round(
    table: TableView[Row], qtbot: QtBot
) -> None:
    head = table.horizontalHeader()
    at = QPoint(head.sectionViewportPosition(1) + 10, 10)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [row.id for row in table.rows()] == [3, 1, 4, 2]
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [row.id for row in table.rows()] == [4, 1, 3, 2]


def test_selection_and_current_row_survive_a_reload_by_id(table: TableView[Row]) -> None:
    table.select_id(4)
    table.set_rows([Row(9, "Aaa"), *ROWS])
    assert [row.id for row in table.selected_rows()] == [4]
    current = table.current_row()
    assert current is not None
    assert current.id == 4


def test_selection_of_many_survives_sorting(table: TableView[Row]) -> None:
    table.selectAll()
    table.sort_by(1, descending=True)
    assert {row.id for row in table.selected_rows()} == {1, 2, 3, 4}


def test_a_row_that_is_gone_is_no_longer_current(table: TableView[Row], qtbot: QtBot) -> None:
    table.select_id(4)
    with qtbot.waitSignal(table.current_changed) as told:
        table.set_rows(ROWS[:2])
    assert told.args == [None]
    assert table.selected_rows() == []


def test_typing_filters_in_any_column_without_accents(table: TableView[Row], qtbot: QtBot) -> None:
    table.typed.connect(table.set_words)
    qtbot.keyClicks(table, "pena")
    assert names(table) == ["Peña Ruiz"]
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert len(table.rows()) == 4
    qtbot.keyClicks(table, "interp arab")
    assert names(table) == ["al-Haddad"]
    qtbot.keyClick(table, Qt.Key.Key_Backspace)
    assert table.model_.words == "interp ara"


def test_scrolled_far_down_then_filtered_to_one(qtbot: QtBot) -> None:
    view = TableView(columns(), "People")
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.set_rows([Row(n, f"Person {n}") for n in range(2000)])
    view.show()
    view.select_id(1990)
    view.scrollToBottom()
    view.set_words("person 1990")
    view.grab()
    assert [row.id for row in view.selected_rows()] == [1990]


def test_copy_gives_text_and_table_with_heads(table: TableView[Row], qtbot: QtBot) -> None:
    table.select_id(1)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "Who\tHours\tLanguage\tReached\nPeña Ruiz\t1.50\tSpanish\tReached"
    assert "<th>Hours</th>" in mime.html()
    assert "<td>1.50</td>" in mime.html()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(table, Qt.Key.Key_C, both)
    assert QGuiApplication.clipboard().text() == "Peña Ruiz\t1.50\tSpanish\tReached"


def test_markup_in_a_name_stays_letters_in_the_html(qtbot: QtBot) -> None:
    view = TableView(columns(), "People")
    qtbot.addWidget(view)
    view.set_rows([Row(1, "<img src=x>")])
    view.copy()
    assert "&lt;img" in QGuiApplication.clipboard().mimeData().html()


def test_columns_are_remembered_per_table_and_text_size(
    table: TableView[Row], qtbot: QtBot, qapp: QApplication
) -> None:
    menu = table.horizontalHeader().column_menu()  # type: ignore[attr-defined]
    menu.actions()[1].trigger()
    table.horizontalHeader().resizeSection(0, 211)
    table.horizontalHeader().moveSection(3, 0)
    other = TableView(columns(), "People", key="people")
    qtbot.addWidget(other)
    assert other.isColumnHidden(1)
    assert other.columnWidth(0) == 211
    assert other.horizontalHeader().visualIndex(3) == 0
    theme.apply(qapp, "light", 150)
    assert not other.isColumnHidden(1)
    theme.apply(qapp, "light", 100)
    assert other.isColumnHidden(1)
    other.widths.reset()
    assert not other.isColumnHidden(1)
    assert other.horizontalHeader().visualIndex(3) == 3


def test_last_column_shown_cannot_be_hidden(table: TableView[Row]) -> None:
    for column in (1, 2, 3):
        table.widths.show(column, on=False)
    menu = table.horizontalHeader().column_menu()  # type: ignore[attr-defined]
    assert not menu.actions()[0].isEnabled()


def test_columns_give_way_in_a_narrow_table_and_come_back(table: TableView[Row]) -> None:
    table.resize(330, 300)
    assert [table.isColumnHidden(n) for n in range(4)] == [False, True, True, False]
    table.resize(900, 300)
    assert not any(table.isColumnHidden(n) for n in range(4))


def test_tab_leaves_the_table(table: TableView[Row]) -> None:
    assert not table.tabKeyNavigation()


def test_what_is_spoken_says_signs_and_ticks(table: TableView[Row]) -> None:
    def spoken(row: int, column: int) -> Any:
        index = table.model_.index(row, column)
        return table.model_.data(index, Qt.ItemDataRole.AccessibleTextRole)

    assert spoken(0, 2) == "Arabic, needs an interpreter"
    assert spoken(3, 3) == "Not reached"
    assert table.model_.headerData(1, Qt.Orientation.Horizontal) == "Hours"


def test_a_current_cell_exists_once_the_table_has_the_focus(
    table: TableView[Row], qtbot: QtBot
) -> None:
    table.select_nothing()
    table.clearFocus()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    assert table.currentIndex().isValid()
    assert table.selected_rows() == []


def test_focus_alone_chooses_nothing_and_a_click_on_that_row_does(
    table: TableView[Row], qtbot: QtBot
) -> None:
    table.select_nothing()
    chosen: list[Row | None] = []
    table.current_changed.connect(chosen.append)
    table.clearFocus()
    table.setFocus()
    assert chosen == []
    at = table.visualRect(table.model_.index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert chosen == [ROWS[1], ROWS[3]]


def test_space_and_click_tick(qtbot: QtBot) -> None:
    tick = Column[Row]("", lambda r: r.reached, mark=lambda r: TickMark(r.reached, "here"))
    view = TableView([tick, *columns()], "People")
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.set_rows(ROWS)
    view.show()
    ticked: list[int] = []
    view.ticked.connect(lambda row: ticked.append(row.id))
    view.select_id(3)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    at = view.visualRect(view.model_.index(0, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert ticked == [3, 1]


def test_rows_that_arrange_themselves_are_asked(qtbot: QtBot) -> None:
    class Many(Sequence[Row]):
        asked: tuple[str, int, bool] | None = None

        def __len__(self) -> int:
            return 1_000_000

        def __getitem__(self, at: Any) -> Row:
            return Row(at, f"Person {at}")

        def arrange(self, words: str, column: int, descending: bool) -> Sequence[Row]:
            Many.asked = (words, column, descending)
            return self

    view = TableView(columns(), "People", sort=1, descending=True)
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.set_rows(Many())
    view.show()
    assert Many.asked == ("", 1, True)
    view.scrollToBottom()
    view.grab()
    assert view.rowAt(5) > 999_900
