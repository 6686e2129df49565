# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Where the window starts: arguments, log, language, first window, then the store."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from coordinator import i18n, paths
from coordinator.errors import Problem
from coordinator.i18n import _
from ui import local_settings
from ui.start import StartWindow

# What is not needed for the first paint is imported where it is used.
if TYPE_CHECKING:
    import argparse
    import tempfile

    from coordinator.store import Store
    from ui.instance import Instance
    from ui.main_window import MainWindow


def main(arguments: Sequence[str]) -> int:
    """Open the window; the exit status."""
    options = _options(arguments)
    if options.data_dir is not None:
        paths.use_data_folder(options.data_dir)
    if _has_no_screen():
        words = _(
            "There is no screen to open a window on. “coordinator --help” lists what works here."
        )
        sys.stderr.write(words + "\n")
        return 1
    app = QApplication.instance() or QApplication(["coordinator"])
    assert isinstance(app, QApplication)
    app.setApplicationName("Coordinator")
    i18n.use_language(options.lang or local_settings.text("language") or _system_language())
    program = Program(options.store, demo=options.demo)
    if not program.start():
        return 0
    status = app.exec()
    program.close()
    return status


def _has_no_screen() -> bool:
    """Whether Qt would find no display on this Linux and end the process without our words."""
    known = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "linux" and not any(map(os.environ.get, known))


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    import argparse

    parser = argparse.ArgumentParser(prog="coordinator", description="Open the window.")
    parser.add_argument("store", nargs="?", type=Path, help="the school's file")
    parser.add_argument("--demo", action="store_true", help="a copy of the made-up school")
    parser.add_argument("--data-dir", type=Path, help="keep data, backups and logs below this")
    parser.add_argument("--lang", choices=i18n.available_languages(), help="language of the screen")
    return parser.parse_args(list(arguments))


def _start_log() -> None:
    import logging
    from logging.handlers import RotatingFileHandler

    handler = RotatingFileHandler(
        paths.log_folder() / "coordinator.log", maxBytes=500_000, backupCount=3, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)


def _system_language() -> str:
    """The first language of the computer that the screen can speak."""
    known = i18n.available_languages()
    spoken = [name.split("-")[0] for name in QLocale.system().uiLanguages()]
    return next((lang for lang in spoken if lang in known), "en")


def usual_paper(place: QLocale) -> str:
    """The paper of a region's offices: "letter" in most of the Americas, else "a4"."""
    lands = QLocale.Country
    letter = {
        lands.UnitedStates, lands.Canada, lands.Mexico, lands.PuertoRico, lands.Philippines,
        lands.Guatemala, lands.CostaRica, lands.Colombia, lands.Chile, lands.DominicanRepublic,
        lands.Venezuela, lands.ElSalvador, lands.Nicaragua, lands.Panama, lands.AnyCountry,
    }  # fmt: skip
    return "letter" if place.territory() in letter else "a4"


def _translate_qt(app: QApplication) -> None:
    """Qt's own dialogs in the language of the screen."""
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{i18n.language()}", folder):
        app.installTranslator(translator)


def _dress() -> None:
    """Fonts, colours, icon, log and Qt's own words, for the windows after the first."""

    from PySide6.QtGui import QIcon

    import resources
    from ui import theme

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    _start_log()
    app.setWindowIcon(QIcon(str(resources.ROOT / "logo.svg")))
    _translate_qt(app)
    theme.apply(
        app, local_settings.text("theme", "auto"), local_settings.number("text_percent", 100)
    )


class Program:
    """What lives as long as the program: the store, the window, the meeting point."""

    def __init__(self, path: Path | None, *, demo: bool = False) -> None:
        self.demo = demo
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        last = local_settings.text("last_store")
        self.path = path or (Path(last) if last and not demo else None)
        self.store: Store | None = None
        self.window: MainWindow | None = None
        self.first: QWidget | None = None
        self._instance: Instance | None = None

    def start(self) -> bool:
        """Show the first window; False where another one with this file came forward instead."""
        if self.path is not None and not self.demo and self.path.exists():
            from ui.instance import bring_forward

            if bring_forward(self.path):
                return False
        self.first = StartWindow(self.go_on)
        self.first.show()
        return True

    def go_on(self) -> None:
        """After the first paint: dress the program, open the file, or ask what to begin with."""
        _dress()
        try:
            if self.demo:
                self.open(self._sample_copy())
            elif self.path is not None and self.path.exists():
                self.open(self.path)
            elif self.path is not None:
                told = i18n._("{name} is no longer in {folder}. Open it where it is now.")
                self._welcome(told.format(name=self.path.name, folder=self.path.parent))
            else:
                self._welcome("")
        except Problem as problem:
            self._welcome(str(problem))

    def open(self, path: Path) -> None:
        """Open a file in the main window. Raises Problem in words."""
        from coordinator.store import Store
        from ui import errors
        from ui.instance import Instance
        from ui.places import open_window

        store = Store.open(path)
        self.store, self.path = store, path
        self.window = open_window(store)
        errors.install(self.window.ctx.say)
        self._instance = Instance(path, self.window)
        self._instance.wanted.connect(self._come_forward)
        if not self.demo:
            local_settings.remember("last_store", str(path))
        self._replace_first(self.window)

    def _welcome(self, trouble: str) -> None:
        from ui.welcome import WelcomeWindow

        welcome = WelcomeWindow(self, trouble)
        self._replace_first(welcome)
        self.first = welcome

    def _replace_first(self, window: QWidget) -> None:
        if self.first is not None:
            window.setGeometry(self.first.geometry())
        window.show()
        if self.first is not None:
            self.first.close()
            self.first.deleteLater()
            self.first = None

    def begin_sample(self) -> None:
        """Look around in a copy of the made-up school, gone when the program ends."""
        self.demo = True
        self.open(self._sample_copy())

    def begin_new(self, path: Path, school: str) -> None:
        """Make an empty school and open it. Raises Problem, and leaves nothing, in words."""
        from coordinator.school import make_school

        make_school(path, name=school, paper=usual_paper(QLocale.system()))
        self.demo = False
        self.open(path)

    def _sample_copy(self) -> Path:
        import tempfile

        from coordinator.school import make_school

        self._folder = tempfile.TemporaryDirectory(prefix="coordinator-demo-")
        path = Path(self._folder.name) / "sample.coordinator"
        make_school(path, with_sample=True)
        return path

    def _come_forward(self) -> None:
        if self.window is not None:
            self.window.showNormal() if self.window.isMinimized() else self.window.show()
            self.window.raise_()
            self.window.activateWindow()

    def close(self) -> None:
        """Let go of the file; a demo's copy goes with it."""
        if self._instance is not None:
            self._instance.close()
        if self.store is not None:
            self.store.close()
        if self._folder is not None:
            self._folder.cleanup()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
