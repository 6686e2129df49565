# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The parts do what they say, by pointer and keys, and show names as plain text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.widgets import (
    Button,
    Chip,
    EmptyPlace,
    FilterRow,
    HomeTile,
    Label,
    PageHeader,
    Pill,
    Segment,
    SidePanel,
    Step,
    StepBar,
    Timeline,
    TimelineItem,
    Toast,
)
from ui.widgets.beside import Beside
from ui.widgets.painting import initials


@pytest.mark.parametrize("text", ["<b>Ann</b>", "<img src='x.png'>", "A&B", "&lt;b&gt;"])
def test_names_are_never_markup(text: str, qtbot: QtBot) -> None:
    for widget in (Label(text), Label(text, wrap=True), Pill(text)):
        qtbot.addWidget(widget)
        assert widget.text() == text
        assert widget.textFormat() == Qt.TextFormat.PlainText


def test_a_long_name_is_shortened_and_told_whole(qtbot: QtBot) -> None:
    label = Label("<b>" + "Ana Lucía " * 20, elide=True)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.text().endswith("…")
    assert "&lt;b>" in label.toolTip()
    assert label.accessibleName() == label.whole_text()


def test_ampersand_in_a_button_is_shown(qtbot: QtBot) -> None:
    button = Button("Reading && Maths")
    qtbot.addWidget(button)
    assert button._words() == "Reading & Maths"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Castillo Vega", "CV"),
        ("Begum", "Be"),
        ("O'Brien-Adeyemi", "OA"),
        ("Коваленко", "Ко"),
        ("", "?"),
        ("  ", "?"),
        ("X", "X"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_segment_moves_by_arrow_keys_and_tells_its_key(qtbot: QtBot) -> None:
    segment = Segment([("families", "Families"), ("people", "People")], "Shown")
    qtbot.addWidget(segment)
    segment.show()
    qtbot.waitActive(segment)
    with qtbot.waitSignal(segment.chosen) as told:
        qtbot.mouseClick(segment.piece("people"), Qt.MouseButton.LeftButton)
    assert told.args == ["people"]
    assert segment.current() == "people"
    segment.piece("people").setFocus()
    qtbot.keyClick(segment.piece("people"), Qt.Key.Key_Left)
    assert segment.current() == "families"


def test_segment_tells_of_a_choice_by_keys(qtbot: QtBot) -> None:
    segment = Segment([("a", "A"), ("b", "B")], "Shown")
    qtbot.addWidget(segment)
    segment.show()
    qtbot.waitActive(segment)
    chosen: list[str] = []
    segment.chosen.connect(chosen.append)
    segment.piece("a").setFocus()
    qtbot.keyClick(segment.piece("a"), Qt.Key.Key_Right)
    assert chosen == ["b"]


def test_chip_grows_for_its_cross(qtbot: QtBot) -> None:
    chip = Chip("Not reached")
    qtbot.addWidget(chip)
    off = chip.sizeHint().width()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.isChecked()
    assert chip.sizeHint().width() > off


def test_filter_row_says_what_is_hidden_and_clears(qtbot: QtBot) -> None:
    row = FilterRow([Chip("Not reached")])
    qtbot.addWidget(row)
    row.show()
    qtbot.keyClicks(row.field, "pen")
    row.show_hidden(118, 530)
    texts = [label.text() for label in row.findChildren(QLabel) if label.isVisible()]
    assert texts == ["Filters hide 118 of 530 entries"]
    clear = next(b for b in row.findChildren(Button) if b.text() == "Clear")
    with qtbot.waitSignal(row.cleared):
        qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert row.field.text() == ""


def test_header_folds_its_buttons_where_there_is_no_room(qtbot: QtBot) -> None:
    pressed: list[str] = []
    header = PageHeader(
        "Families",
        "Showing 13 of 340",
        [
            Button("Import", clicked=lambda: pressed.append("import")),
            Button("Print"),
            Button("New family", "filled"),
        ],
    )
    qtbot.addWidget(header)
    header.resize(900, 60)
    header.show()
    assert not header.more.isVisible()
    header.resize(330, 60)
    assert header.more.isVisible()
    assert [b.isVisible() for b in header.buttons] == [False, False, True]
    qtbot.mouseClick(header.more, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.actions()[0].trigger()
    menu.close()
    assert pressed == ["import"]


def test_a_list_hears_how_little_room_its_panel_leaves(qtbot: QtBot) -> None:
    panel = SidePanel("Family")
    beside = Beside(QWidget(), [panel])
    qtbot.addWidget(beside)
    levels: list[int] = []
    beside.tightened.connect(levels.append)
    beside.resize(1300, 600)
    beside.show()
    beside.show_panel(panel)
    assert beside.left.width() == 920
    beside.resize(900, 600)
    assert beside.left.width() == 520
    beside.show_panel(None)
    qtbot.waitUntil(lambda: beside.left.width() == 900)
    assert levels == [2, 0]


def test_panel_tabs_show_one_page_each(qtbot: QtBot) -> None:
    panel = SidePanel("Family")
    qtbot.addWidget(panel)
    timeline = Timeline("Timeline")
    timeline.set_items([TimelineItem("phone", "good", "Call", "Today", "A note")])
    goals = Label("Goals")
    panel.add_tab("Timeline", timeline)
    panel.add_tab("Goals", goals)
    panel.show()
    assert timeline.isVisible()
    panel.tabs.setFocus()
    qtbot.keyClick(panel.tabs, Qt.Key.Key_Right)
    assert goals.isVisible()
    assert not timeline.isVisible()


def test_steps_are_tabs_with_their_counts_spoken(qtbot: QtBot) -> None:
    steps = StepBar([Step("Plan", "Ready", done=True), Step("Attendance", "31 here")], "Steps")
    qtbot.addWidget(steps)
    steps.show()
    assert steps.accessibleTabName(1) == "Attendance, 31 here"
    qtbot.mouseClick(steps, Qt.MouseButton.LeftButton, pos=steps.tabRect(1).center())
    assert steps.currentIndex() == 1
    steps.set_steps([Step("Plan", done=True), Step("Attendance", "32 here")])
    assert steps.currentIndex() == 1


def test_toast_is_announced_and_undoes(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    undone: list[bool] = []
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 500)
    toast = Toast(window, lambda: undone.append(True))
    window.show()
    toast.say("Merged two records", undo=True)
    assert said == ["Merged two records"]
    assert toast.isVisible()
    assert abs(toast.geometry().center().x() - 400) <= 1
    button = next(b for b in toast.findChildren(Button) if b.text() == "Undo")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert not toast.isVisible()


def test_tile_says_what_it_will_do(qtbot: QtBot) -> None:
    pressed: list[bool] = []
    tile = HomeTile("check", "Take attendance", "Literacy Night", lambda: pressed.append(True))
    qtbot.addWidget(tile)
    tile.show()
    qtbot.keyClick(tile, Qt.Key.Key_Space)
    assert pressed == [True]
    assert (tile.accessibleName(), tile.accessibleDescription()) == (
        "Take attendance",
        "Literacy Night",
    )


def test_empty_place_shows_all_of_its_sentence(qtbot: QtBot) -> None:
    place = EmptyPlace("book", "No workshops yet", "A long sentence that goes on. " * 6)
    qtbot.addWidget(place)
    place.resize(900, 600)
    place.show()
    sentence = place.sentence
    assert sentence.height() >= sentence.heightForWidth(sentence.width())


def test_enter_presses_a_button_as_space_does(qtbot: QtBot) -> None:
    pressed: list[str] = []
    button = Button("Import", clicked=lambda: pressed.append("import"))
    qtbot.addWidget(button)
    button.show()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["import", "import"]
