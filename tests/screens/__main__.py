# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A picture of every page and dialog on the sample school, for developers' eyes.

`python -m tests.screens -o FOLDER [--lang es] [--theme dark] [--text 200] [--only families]`
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from coordinator import i18n, paths
from tests.screens.scenes import SCENES
from tests.screens.stage import SIZES, Stage, settle
from ui import theme


def main(arguments: list[str]) -> int:
    """Write the pictures; the exit status."""
    parser = argparse.ArgumentParser(prog="tests.screens", description=__doc__)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--lang", default="en")
    parser.add_argument("--theme", default="light", choices=theme.NAMES)
    parser.add_argument("--text", type=int, default=100, metavar="PERCENT")
    parser.add_argument("--only", default="", metavar="WORD", help="names that begin with this")
    options = parser.parse_args(arguments)
    options.output.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(["screens"])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        paths.use_data_folder(Path(folder) / "data")
        i18n.use_language(options.lang)
        theme.apply(app, options.theme, options.text)
        app.setCursorFlashTime(0)
        stage = Stage(Path(folder), SIZES[options.text >= 150])
        for scene in SCENES:
            if scene.name.startswith(options.only):
                taken = scene.reach(stage) or stage.window
                settle()
                target = options.output / f"{scene.name}.png"
                taken.grab().save(str(target))
                print(target)
                if taken not in (stage.window, stage.empty_window):
                    taken.close()
        stage.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
