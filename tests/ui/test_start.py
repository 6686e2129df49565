# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""From the first start to the open window: what is shown, what is refused, what is left behind."""

import logging
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coordinator import i18n, paths
from coordinator.settings import load_settings
from coordinator.store import Store
from ui import errors, local_settings, theme
from ui.__main__ import Program, usual_paper
from ui.main_window import MainWindow
from ui.pages.help import HelpPage
from ui.welcome import WelcomeWindow

HEAVY = ("sqlalchemy", "reportlab", "alembic", "babel", "coordinator.store", "ui.main_window")
FIRST_PAINT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from coordinator import paths
from ui.__main__ import Program, usual_paper
paths.use_data_folder(Path(sys.argv[1]))
app = QApplication([])
program = Program(Path(sys.argv[2]))
def painted():
    print(*[name for name in sys.argv[3:] if name in sys.modules], sep=",")
    app.quit()
program.go_on = painted
assert program.start()
app.exec()
"""


@pytest.fixture(autouse=True)
def clean_after() -> Iterator[None]:
    before = list(logging.getLogger().handlers)
    level = logging.getLogger().level
    local_settings.remember("theme", "light")
    yield
    errors.uninstall()
    for handler in list(logging.getLogger().handlers):
        if handler not in before:
            logging.getLogger().removeHandler(handler)
            handler.close()
    logging.getLogger().setLevel(level)


class Started:
    """Programs of a test; each is closed at its end."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.programs: list[Program] = []

    def __call__(self, path: Path | None = None, *, demo: bool = False) -> Program:
        program = Program(path, demo=demo)
        self.programs.append(program)
        assert program.start()
        self.qtbot.waitUntil(
            lambda: program.window is not None or isinstance(program.first, WelcomeWindow)
        )
        return program

    def close(self) -> None:
        for program in self.programs:
            for window in (program.window, program.first):
                if window is not None:
                    window.close()
                    window.deleteLater()
            if program.window is not None:
                program.window.ctx.close()
            program.close()


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Started]:
    started = Started(qtbot)
    yield started
    started.close()


def welcome_of(program: Program) -> WelcomeWindow:
    assert isinstance(program.first, WelcomeWindow)
    assert program.window is None
    return program.first


def window_of(program: Program) -> MainWindow:
    assert program.window is not None
    assert program.first is None
    return program.window


@pytest.fixture
def school(template: Path, tmp_path: Path) -> Path:
    path = tmp_path / "our school.coordinator"
    shutil.copyfile(template, path)
    return path


# The first paint


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path: Path, school: Path) -> None:
    command = [sys.executable, "-c", FIRST_PAINT, str(tmp_path), str(school), *HEAVY]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == ""


# The first start and its three choices


def test_the_first_start_welcomes(start: Started) -> None:
    welcome = welcome_of(start())
    assert welcome.isVisible()
    assert welcome.trouble.isHidden()
    assert [one.text() for one in (welcome.look, welcome.empty, welcome.bring)] == [
        "Look around", "Start empty", "Bring in my list",
    ]  # fmt: skip


def test_looking_around_opens_a_copy_that_goes_again(start: Started) -> None:
    program = start()
    QTest.mouseClick(welcome_of(program).look, Qt.MouseButton.LeftButton)
    window = window_of(program)
    assert window.rail.school.whole_text() == "Maple Hollow Elementary"
    assert program.store is not None
    folder = program.store.path.parent
    assert folder != paths.data_folder()
    start.close()
    start.programs.clear()
    assert not folder.exists()
    assert local_settings.text("last_store") == ""


def test_starting_empty_asks_for_the_name_and_makes_the_file(start: Started) -> None:
    program = start()
    welcome = welcome_of(program)
    welcome.empty.setFocus()
    QTest.keyClick(welcome.empty, Qt.Key.Key_Space)
    assert welcome.name.hasFocus()
    QTest.keyClick(welcome.name, Qt.Key.Key_Return)
    assert "Type the name of your school" in welcome.message.text()
    assert welcome.trouble.isVisible()
    assert not list(paths.data_folder().glob("*.coordinator"))
    QTest.keyClicks(welcome.name, " Fern  Hill ")
    QTest.keyClick(welcome.name, Qt.Key.Key_Return)
    window = window_of(program)
    assert window.current == "home"
    assert window.rail.school.whole_text() == "Fern Hill"
    assert local_settings.text("last_store") == str(paths.data_folder() / "school.coordinator")


def test_bringing_in_a_list_goes_on_to_it(start: Started) -> None:
    program = start()
    welcome = welcome_of(program)
    QTest.mouseClick(welcome.bring, Qt.MouseButton.LeftButton)
    QTest.keyClicks(welcome.name, "Fern Hill")
    QTest.mouseClick(welcome.go, Qt.MouseButton.LeftButton)
    assert window_of(program).current == "families"


def test_going_back_keeps_the_choices(start: Started) -> None:
    welcome = welcome_of(start())
    welcome.empty.click()
    assert welcome.stack.currentIndex() == 1
    welcome._back()
    assert welcome.stack.currentIndex() == 0


def test_a_second_school_gets_a_name_of_its_own(start: Started) -> None:
    (paths.data_folder() / "school.coordinator").write_bytes(b"something of the user")
    program = start()
    welcome = welcome_of(program)
    welcome.empty.click()
    QTest.keyClicks(welcome.name, "Fern Hill")
    welcome.begin()
    assert window_of(program).ctx.store.path.name == "school-2.coordinator"
    kept = paths.data_folder() / "school.coordinator"
    assert kept.read_bytes() == b"something of the user"


def test_a_place_that_refuses_is_told_in_words(start: Started, tmp_path: Path) -> None:
    program = start()
    welcome = welcome_of(program)
    welcome.empty.click()
    welcome.place = tmp_path / "gone" / "school.coordinator"
    QTest.keyClicks(welcome.name, "Fern Hill")
    welcome.begin()
    assert program.window is None
    assert "gone" in welcome.message.text()
    assert welcome.trouble.isVisible()


def test_the_welcome_speaks_another_language_at_once(start: Started) -> None:
    welcome = welcome_of(start())
    QTest.mouseClick(welcome.languages.piece("es"), Qt.MouseButton.LeftButton)
    assert i18n.language() == "es"
    assert local_settings.text("language") == "es"
    assert welcome.languages.current() == "es"


# Files that cannot be opened


def damaged(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(40)
        file.write(os.urandom(path.stat().st_size - 40))


def foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE notes (id INTEGER)")
    db.close()


def newer(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 9999")
    db.close()


def empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("spoil", [damaged, foreign, newer, empty])
def test_what_cannot_be_opened_is_said_and_left_alone(
    start: Started, school: Path, spoil: object
) -> None:
    spoil(school)  # type: ignore[operator]
    before = school.read_bytes()
    welcome = welcome_of(start(school))
    assert welcome.trouble.isVisible()
    assert school.name in welcome.message.text()
    assert "Error" not in welcome.message.text()
    assert school.read_bytes() == before
    assert local_settings.text("last_store") == ""


def test_a_file_that_is_gone_is_said(start: Started, tmp_path: Path) -> None:
    welcome = welcome_of(start(tmp_path / "gone.coordinator"))
    assert "gone.coordinator is no longer in" in welcome.message.text()


def test_another_file_can_be_opened_from_the_welcome(
    start: Started, school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start()
    welcome = welcome_of(program)
    bad = tmp_path / "bad.coordinator"
    bad.write_text("no")
    monkeypatch.setattr(WelcomeWindow, "ask_open", lambda *_asked: bad)
    welcome.open_file()
    assert "bad.coordinator" in welcome.message.text()
    monkeypatch.setattr(WelcomeWindow, "ask_open", lambda *_asked: school)
    welcome.open_file()
    assert window_of(program).ctx.store.path == school


# Later starts


def test_the_last_file_opens_by_itself(start: Started, school: Path) -> None:
    start(school)
    start.close()
    start.programs.clear()
    assert window_of(start()).ctx.store.path == school


def test_a_second_start_brings_the_first_forward(
    start: Started, school: Path, qtbot: QtBot
) -> None:
    program = start(school)
    window = window_of(program)
    window.showMinimized()
    assert program._instance is not None
    with qtbot.waitSignal(program._instance.wanted):
        assert not Program(school).start()
    assert not window.isMinimized()
    assert window.isVisible()


def test_a_file_open_elsewhere_is_told(start: Started, school: Path) -> None:
    other = Store.open(school)
    try:
        welcome = welcome_of(start(school))
        assert "is open in another window" in welcome.message.text()
    finally:
        other.close()


def test_the_demo_leaves_nothing_behind(start: Started) -> None:
    before = set(Path(tempfile.gettempdir()).glob("coordinator-demo-*"))
    program = start(demo=True)
    window_of(program)
    assert program.store is not None
    with program.store.read() as db:
        assert load_settings(db).sample
    folder = program.store.path.parent
    start.close()
    start.programs.clear()
    assert not folder.exists()
    assert set(Path(tempfile.gettempdir()).glob("coordinator-demo-*")) <= before
    assert not list(paths.data_folder().rglob("*.coordinator"))
    assert local_settings.text("last_store") == ""


def test_another_language_builds_the_window_anew(start: Started, school: Path) -> None:
    window = window_of(start(school))
    window.show_place("settings")
    before = window.pages["settings"]
    window.use_language("es")
    assert window.current == "settings"
    assert window.pages["settings"] is not before
    assert window.rail.items["home"].text() == "Inicio"
    window.use_language("en")
    assert window.rail.items["home"].text() == "Home"


def test_f1_opens_the_help_of_the_place_shown(start: Started, school: Path) -> None:
    window = window_of(start(school))
    window.activateWindow()
    QApplication.processEvents()
    window.show_place("settings")
    QTest.keyClick(window, Qt.Key.Key_F1)
    page = window.current_page()
    assert isinstance(page, HelpPage)
    assert page.topic() == "settings"


@pytest.mark.parametrize("size", [QSize(940, 500), QSize(1366, 740)])
def test_the_choices_show_all_their_words(start: Started, size: QSize) -> None:
    welcome = welcome_of(start())
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light", 200)
    welcome.resize(size)
    QApplication.processEvents()
    for choice in (welcome.look, welcome.empty, welcome.bring):
        assert choice.height() >= choice.heightForWidth(choice.width())


def test_the_window_comes_back_on_a_screen(start: Started, school: Path) -> None:
    window = window_of(start(school))
    window.resize(1000, 600)
    window.move(30_000, 20_000)
    window.close()
    start.close()
    start.programs.clear()
    again = window_of(start(school))
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    assert any(screen.intersects(again.frameGeometry()) for screen in screens)


def test_an_unreadable_geometry_is_no_trouble(start: Started, school: Path) -> None:
    local_settings.remember("geometry/main", "nonsense")
    assert window_of(start(school)).isVisible()


def test_without_a_screen_a_sentence_says_so(tmp_path: Path) -> None:
    without = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {key: value for key, value in os.environ.items() if key not in without}
    run = subprocess.run(
        [sys.executable, "-m", "coordinator", "--data-dir", str(tmp_path)],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 1
    assert run.stderr.startswith("There is no screen")


@pytest.mark.parametrize(
    ("place", "paper"), [("en_US", "letter"), ("es_MX", "letter"), ("de_DE", "a4"), ("es_ES", "a4")]
)
def test_a_new_school_prints_on_the_paper_of_its_region(place: str, paper: str) -> None:
    assert usual_paper(QLocale(place)) == paper
