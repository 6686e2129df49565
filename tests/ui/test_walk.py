# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Every page, panel, form and dialog, looked at in two languages, two text sizes and a pseudo one.

The scenes are those of `tests/screens`. The sample school is built once; text size and language
change in place. Each walk collects faults, as "scene: what", and each test asks for one kind.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from coordinator import i18n, paths
from tests.screens import stage as staging
from tests.screens.scenes import SCENES
from tests.screens.stage import Stage
from tests.ui import looking
from tests.ui.looking import Faults, Pseudo
from ui import theme
from ui.main_window import MainWindow
from ui.page import Page
from ui.pages.families import FamiliesPage
from ui.pages.settings import SettingsPage
from ui.pages.settings.computer import ComputerSection
from ui.pages.settings.years import TermLine

SMALLEST = QSize(940, 500)
ALLOWED_KEYS = re.compile(
    r"(Ctrl\+)?(Shift\+)?([A-Z0-9]|F\d+|\+|-|=|;|Del|Ins|Esc|Return|Enter|Backspace|Space)"
)

# Another topic of the help, another part of the settings, another report by the same columns.
REPEATED = ("help-", "settings-", "reports-hours-by-e", "reports-hours-by-m", "reports-hours-by-f")
# Words that the scenes themselves put on the screen, as a page would by then have translated.
SAID_BY_SCENES = {"Merged", "two", "records", "of", "is", "not", "file", "Import", "sample"}


class Walk:
    """Goes to every scene, and keeps what each check found."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.app = app
        self.stage = Stage(folder, QSize(1366, 768))
        for window in self.windows():
            window.setUpdatesEnabled(False)  # painting takes time, and nobody looks
        self.words = looking.known_words(self.stage.store, self.stage.roster) | SAID_BY_SCENES
        self.faults: dict[str, Faults] = defaultdict(list)
        self.seen: Counter[str] = Counter()
        self.tabbed: set[tuple[str, ...]] = set()

    def windows(self) -> tuple[MainWindow, MainWindow]:
        return self.stage.window, self.stage.empty_window

    def change(self, language: str, percent: int = 100) -> None:
        """Another language and text size, in place; "pseudo" puts every word in brackets."""
        if language == "pseudo":
            i18n.use_language("en")
            i18n._active = Pseudo()
        else:
            i18n.use_language(language)
        for window in self.windows():
            window.current = ""  # no page: a text size is set faster for few widgets
            window.rebuild()
            window.resize(staging.SIZES[percent >= 150])
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        theme.apply(self.app, "light", percent)

    def go(self, kind: str, *checks: looking.Check, repeats: bool = False) -> None:
        """All scenes; what a check finds in one is kept under `kind` and the check's name.

        Without `repeats`, those are left out that show a page once more with other data.
        """
        for scene in SCENES:
            if not repeats and scene.name.startswith(REPEATED):
                continue
            place = scene.reach(self.stage) or self.stage.window
            for _round in range(3):  # a new width lets parts give way, which asks for another
                self.app.processEvents()
            self.seen[kind] += 1
            for check in checks:
                found = self.faults[f"{kind} {check.__name__}"]
                found += [f"{scene.name}: {fault}" for fault in check(self, place)]
            self._let_go(place)

    def _let_go(self, place: QWidget) -> None:
        if place not in self.windows():
            place.close()
            place.deleteLater()
        for window in self.windows():
            for page in window.stack.findChildren(
                Page, options=Qt.FindChildOption.FindDirectChildrenOnly
            ):
                if window.stack.indexOf(page) < 0:
                    page.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def clipped(_walk: Walk, place: QWidget) -> Faults:
    return looking.clipped(place)


def unnamed(_walk: Walk, place: QWidget) -> Faults:
    return looking.unnamed(place)


def hard_coded(walk: Walk, place: QWidget) -> Faults:
    return looking.hard_coded(place, walk.words)


def tabbed(walk: Walk, place: QWidget) -> Faults:
    # Pressing keys takes long: once for each set of controls.
    controls = tuple(type(one).__name__ for one in looking.focusable(place))
    if controls in walk.tabbed:
        return []
    walk.tabbed.add(controls)
    # The settings have one line for each year, and years come and go.
    years = sum(len(list(looking.focusable(line))) for line in place.findChildren(TermLine))
    return looking.tab_round_trip(place, most=60 + years)


def keys(_walk: Walk, place: QWidget) -> Faults:
    """Keys given twice in a window, and keys that some keyboards do not have."""
    actions = [key for action in place.actions() for key in action.shortcuts()]
    shortcuts = [one.key() for one in place.findChildren(QShortcut) if _works(one)]
    names = [key.toString() for key in (*actions, *shortcuts) if not key.isEmpty()]
    twice = [f"{name} twice" for name, count in Counter(names).items() if count > 1]
    strange = [f"{name} is no key of ours" for name in names if not ALLOWED_KEYS.fullmatch(name)]
    return twice + strange


def _works(shortcut: QShortcut) -> bool:
    owner = shortcut.parent()
    return isinstance(owner, QWidget) and owner.isVisible() and shortcut.isEnabled()


def too_large(_walk: Walk, place: QWidget) -> Faults:
    """What lies outside of the smallest window, and no scrolling brings in."""
    before = place.size()
    place.resize(SMALLEST)
    QApplication.processEvents()
    found = looking.outside(place, SMALLEST)
    place.resize(before)
    return found


@pytest.fixture(scope="module")
def walk(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    """All walks, done once: what they found."""
    folder = tmp_path_factory.mktemp("walk")
    patch = pytest.MonkeyPatch()
    patch.setattr(staging, "_SETTLE_MS", 1)
    paths.use_data_folder(folder / "data")
    i18n.use_language("en")
    theme.apply(qapp, "light", 100)
    made = Walk(qapp, folder)
    made.go("en", clipped, unnamed, tabbed, keys, too_large, repeats=True)
    made.change("es")
    made.go("es", clipped, keys)
    made.change("es", 200)
    made.go("es 200", clipped)
    made.change("pseudo")
    made.go("pseudo", hard_coded)
    made.change("en")
    yield made
    made.stage.close()
    paths.use_data_folder(None)
    patch.undo()


def test_every_scene_was_seen(walk: Walk) -> None:
    assert walk.seen["en"] == len(SCENES)
    assert walk.seen["es"] == walk.seen["es 200"] == walk.seen["pseudo"] > 40


@pytest.mark.parametrize("kind", ["en", "es", "es 200"])
def test_no_words_are_cut_off(walk: Walk, kind: str) -> None:
    assert walk.faults[f"{kind} clipped"] == []


def test_every_control_has_a_name_of_its_own(walk: Walk) -> None:
    assert walk.faults["en unnamed"] == []


def test_tab_goes_round_in_fewer_than_sixty_stops(walk: Walk) -> None:
    assert walk.faults["en tabbed"] == []


@pytest.mark.parametrize("kind", ["en", "es"])
def test_keys_are_given_once_and_every_keyboard_has_them(walk: Walk, kind: str) -> None:
    assert walk.faults[f"{kind} keys"] == []


def test_everything_fits_the_smallest_window_or_scrolls(walk: Walk) -> None:
    assert walk.faults["en too_large"] == []


def test_all_words_are_translated(walk: Walk) -> None:
    assert walk.faults["pseudo hard_coded"] == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_letters_of_a_menu_are_used_once(walk: Walk, language: str) -> None:
    walk.change(language)
    bar = walk.stage.window.menus.bar
    for menu in (bar, *bar.findChildren(QMenu)):
        texts = " ".join(one.text().replace("&&", "") for one in menu.actions() if one.isVisible())
        letters = re.findall(r"&(\w)", texts.lower())
        assert len(letters) == len(set(letters)), texts


def test_tab_begins_at_the_search_box_and_nothing_is_ringed_before(walk: Walk) -> None:
    walk.change("en")
    window = walk.stage.window
    window.show_place("home")
    window.activateWindow()
    QTest.qWait(20)
    assert window.ring.target() in (None, window)
    assert not window.undo_button.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_Tab)
    assert window.search_box.hasFocus()


def test_a_list_dropped_on_any_page_is_brought_in(walk: Walk) -> None:
    walk.change("en")
    window = walk.stage.window
    window.show_place("reports")
    QTest.qWait(20)
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(walk.stage.roster))])
    at = QPoint(600, 300)
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(at, copy, files, left, none)
    # To the window of the platform, from where Qt finds the widget below the pointer.
    QApplication.sendEvent(window.windowHandle(), entering)
    assert entering.isAccepted()
    QApplication.sendEvent(window.windowHandle(), QDropEvent(QPointF(at), copy, files, left, none))
    assert window.current == "families"
    page = window.current_page()
    assert isinstance(page, FamiliesPage)
    assert page.importing is not None
    assert page.pages.currentWidget() is page.importing
    window.show_place("home")


def test_the_view_menu_ticks_a_theme_chosen_in_the_settings(walk: Walk) -> None:
    walk.change("en")
    window = walk.stage.window
    window.show_place("settings")
    page = window.current_page()
    assert isinstance(page, SettingsPage)
    section = page.sections["computer"]
    assert isinstance(section, ComputerSection)
    section.theme.combo.setFocus()
    QTest.keyClick(section.theme.combo, Qt.Key.Key_End)
    ticked = [one.text() for one in window.menus.view.actions() if one.isChecked()]
    window.set_theme("light")
    window.show_place("home")
    assert ticked == ["Extra &contrast"]
