# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Home: what it says, where its parts lead, and what is put off until tomorrow."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from coordinator import i18n
from coordinator.store import Store
from coordinator.store.models import Event, Person
from tests.factories import a_family, a_person, an_event
from ui import local_settings, theme
from ui.context import Context
from ui.pages.home import HomePage
from ui.pages.home.rows import HomeRow
from ui.tasks import InlineTasks
from ui.widgets import Chip, HomeTile

MORNING = datetime(2026, 11, 23, 9, 5)


@pytest.fixture
def sample_ctx(sample_store: Store) -> Iterator[Context]:
    context = Context(sample_store, InlineTasks())
    yield context
    context.close()


Show = Callable[..., HomePage]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    shown: list[HomePage] = []

    def make(ctx: Context, now: datetime = MORNING, size: QSize | None = None) -> HomePage:
        page = HomePage(ctx, clock=lambda: now)
        qtbot.addWidget(page)
        page.resize(size or QSize(1194, 700))
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isVisible)
        QApplication.processEvents()
        shown.append(page)
        return page

    yield make
    for page in shown:
        page.let_go()


def asked_of(ctx: Context) -> list[tuple[str, Any]]:
    asked: list[tuple[str, Any]] = []
    ctx.asked.connect(lambda place, what: asked.append((place, what)))
    return asked


def press(page: HomePage, kind: type[QAbstractButton], title: str) -> None:
    found = [button for button in page.findChildren(kind) if button.text() == title]
    assert len(found) == 1, [button.text() for button in page.findChildren(kind)]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def titles(page: HomePage) -> list[str]:
    return [row.text() for row in page.needs.card.findChildren(HomeRow)]


@pytest.mark.parametrize(
    ("hour", "words"), [(0, "Good morning"), (12, "Good afternoon"), (18, "Good evening")]
)
def test_it_greets_by_the_time_of_day(
    sample_ctx: Context, show: Show, hour: int, words: str
) -> None:
    page = show(sample_ctx, datetime(2026, 11, 23, hour))
    assert page.greeting.text() == words
    assert page.date.text() == "Monday, November 23, 2026"


def test_figures_are_those_of_the_file(sample_ctx: Context, show: Show) -> None:
    page = show(sample_ctx)
    assert page.reached_figures.text() == "208 of 298 families"
    figures = {row.text(): row.figure for row in page.needs.card.findChildren(HomeRow)}
    assert figures == {
        "Certificates due": "20",
        "Not reached yet": "90",
        "Hours to approve": "28",
        "Possible duplicates": "2",
    }
    lines = {tile.text(): tile.line for tile in page.tiles.findChildren(HomeTile)}
    assert lines["Take attendance"] == "Family Math Night, 5:30 PM"
    assert lines["Print certificates"] == "20 people have earned one"
    assert lines["Export hours"] == "School year 2026–27"


@pytest.mark.parametrize(
    ("title", "place", "what"),
    [
        ("Add hours", "volunteers", {"add": True}),
        ("Print certificates", "certificates", {"due": True}),
        ("Export hours", "volunteers", {"export": True}),
    ],
)
def test_each_verb_opens_its_place(
    sample_ctx: Context, show: Show, title: str, place: str, what: dict[str, Any]
) -> None:
    page, asked = show(sample_ctx), asked_of(sample_ctx)
    press(page, HomeTile, title)
    assert asked == [(place, what)]


def test_attendance_opens_the_next_event(sample_ctx: Context, show: Show) -> None:
    page, asked = show(sample_ctx), asked_of(sample_ctx)
    press(page, HomeTile, "Take attendance")
    [(place, what)] = asked
    assert place == "events"
    assert what["attendance"] is True
    with sample_ctx.read() as db:
        assert db.get_one(Event, what["id"]).title == "Family Math Night"


@pytest.mark.parametrize(
    ("title", "place", "what"),
    [
        ("Certificates due", "certificates", {"due": True}),
        ("Not reached yet", "families", {"unseen": True}),
        ("Hours to approve", "volunteers", {"proposed": True}),
        ("Possible duplicates", "families", {"duplicates": True}),
    ],
)
def test_each_need_opens_its_list(
    sample_ctx: Context, show: Show, title: str, place: str, what: dict[str, Any]
) -> None:
    page, asked = show(sample_ctx), asked_of(sample_ctx)
    press(page, HomeRow, title)
    assert asked == [(place, what)]


def test_events_show_today_first_and_open(store: Store, ctx: Context, show: Show) -> None:
    with store.write("x") as db:
        a_family(db)
        past = datetime(2026, 11, 22).date()
        an_event(db, "Over", past)
        later = an_event(db, "Book fair", datetime(2026, 11, 26).date(), interpreters="so")
        an_event(db, "Math <b>Night</b>", MORNING.date(), expected=12, place="Gym")
    page, asked = show(ctx), asked_of(ctx)
    rows = page.week_card.findChildren(HomeRow)
    assert [row.text() for row in rows] == ["Math <b>Night</b>", "Book fair"]
    assert rows[0].line == "5:30–7:00 PM · Gym · 12 expected"
    assert rows[0].pill == ("Today", "good", "")
    assert rows[1].pill == ("Somali interpreter", "info", "chats")
    assert rows[0].accessibleDescription().startswith("Monday, November 23, 2026, 5:30")
    press(page, HomeRow, "Book fair")
    assert asked == [("events", {"id": later})]


def test_an_event_that_crosses_noon_says_both_halves(
    store: Store, ctx: Context, show: Show
) -> None:
    starts, ends = datetime(2026, 11, 23, 11), datetime(2026, 11, 23, 13, 30)
    with store.write("x") as db:
        a_family(db)
        db.get_one(Event, an_event(db, "Lunch", starts.date())).starts = starts
        db.flush()
        db.query(Event).one().ends = ends
    page = show(ctx)
    [row] = page.week_card.findChildren(HomeRow)
    assert row.line == "11:00 AM–1:30 PM"


def test_later_hides_until_tomorrow_and_can_be_taken_back(sample_ctx: Context, show: Show) -> None:
    page = show(sample_ctx)
    first = page.needs.later_buttons[0]
    assert first.accessibleName() == "Later: Certificates due"
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert titles(page) == ["Not reached yet", "Hours to approve", "Possible duplicates"]
    assert page.needs.later_buttons[0].hasFocus()
    tomorrow = show(sample_ctx, datetime(2026, 11, 24, 9))
    assert "Certificates due" in titles(tomorrow)
    again = show(sample_ctx)
    assert "Certificates due" not in titles(again)
    again.needs.show_all()
    assert "Certificates due" in titles(again)
    assert local_settings.text("later/certificates") == ""


def test_when_all_is_put_off_it_says_so(sample_ctx: Context, show: Show) -> None:
    page = show(sample_ctx)
    while page.needs.later_buttons:
        page.needs.later_buttons[0].click()
    assert titles(page) == []
    assert "Nothing waits for you." in [
        label.text() for label in page.needs.card.findChildren(type(page.greeting))
    ]
    shown = [button.text() for button in page.needs.findChildren(QAbstractButton)]
    assert "Show 4 put off" in shown


def test_opened_lately_names_what_was_changed(sample_ctx: Context, show: Show) -> None:
    with sample_ctx.store.write("Note") as db:
        person = db.get_one(Person, 12)
        person.notes, name = "Likes mornings", person.name
    page, asked = show(sample_ctx), asked_of(sample_ctx)
    [chip] = page.recent.findChildren(Chip)
    assert chip.accessibleName() == name
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert asked == [("families", {"person": 12})]


def test_an_empty_school_offers_two_ways_to_begin(ctx: Context, show: Show) -> None:
    page, asked = show(ctx), asked_of(ctx)
    assert page.empty.isVisible()
    assert not page.full.isVisible()
    press(page, QAbstractButton, "Bring in my list")
    press(page, QAbstractButton, "New family")
    assert asked == [("families", {"bring": True}), ("families", {"new": True})]


def test_a_first_family_ends_the_empty_state_at_once(
    store: Store, ctx: Context, show: Show
) -> None:
    page = show(ctx)
    with store.write("New family") as db:
        a_person(db, family_id=a_family(db))
    assert page.full.isVisible()
    assert page.reached_figures.text() == "0 of 1 family"


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("lang", ["en", "es"])
def test_nothing_is_cut_off_in_a_small_window(
    sample_ctx: Context, show: Show, qapp: QApplication, percent: int, lang: str
) -> None:
    i18n.use_language(lang)
    theme.apply(qapp, "light", percent)
    room = QSize(768, 460) if percent == 100 else QSize(1590, 900)
    page = show(sample_ctx, size=room)
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= room.width()
    assert page.full.widget().width() <= room.width()
    for row in page.findChildren(HomeRow):
        assert row.height() >= row.heightForWidth(row.width()), row.text()
    for tile in page.findChildren(HomeTile):
        assert tile.width() >= tile.minimumSizeHint().width(), tile.text()


def test_parts_fold_below_each_other_where_there_is_no_room(
    sample_ctx: Context, show: Show, qapp: QApplication
) -> None:
    theme.apply(qapp, "light", 200)
    page = show(sample_ctx, size=QSize(659, 420))
    QApplication.processEvents()
    assert page.cards.is_folded()
    inside = page.full.widget()
    assert inside is not None
    assert inside.width() <= page.full.viewport().width()
    page.resize(1590, 900)
    QApplication.processEvents()
    assert not page.cards.is_folded()


def test_rows_share_the_height(sample_ctx: Context, show: Show) -> None:
    page = show(sample_ctx, size=QSize(1194, 760))
    QApplication.processEvents()
    heights = {row.height() for row in page.needs.card.findChildren(HomeRow)}
    assert max(heights) - min(heights) <= 1


def test_every_control_has_a_name_and_tab_reaches_it(sample_ctx: Context, show: Show) -> None:
    page = show(sample_ctx)
    buttons = [one for one in page.findChildren(QAbstractButton) if one.isVisible()]
    assert all(one.accessibleName() or one.text() for one in buttons)
    seen: list[str] = []
    first = page.tiles.findChildren(HomeTile)[0]
    first.setFocus()
    for _step in range(len(buttons)):
        focus = QApplication.focusWidget()
        assert isinstance(focus, QAbstractButton)
        seen.append(focus.accessibleName() or focus.text())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert seen[:4] == ["Take attendance", "Add hours", "Print certificates", "Export hours"]
    assert seen.index("Family Math Night") < seen.index("Certificates due")
    assert seen.index("Later: Certificates due") == seen.index("Certificates due") + 1
