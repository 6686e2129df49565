# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The tool that takes pictures of the screens."""

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.screens.__main__ import main
from tests.screens.scenes import SCENES
from ui import theme
from ui.places import all_places


def test_every_place_has_a_picture_and_each_a_name_of_its_own() -> None:
    names = [scene.name for scene in SCENES]
    assert len(set(names)) == len(names)
    assert {place.key for place in all_places()} <= set(names)


def test_a_picture_is_taken_in_the_size_asked_for(tmp_path: Path, qapp: QApplication) -> None:
    options = ["-o", str(tmp_path), "--only", "help-keys", "--theme", "dark", "--text", "200"]
    assert main(options) == 0
    picture = QImage(str(tmp_path / "help-keys.png"))
    assert (picture.width(), picture.height()) == (1920, 1080)
    assert picture.pixelColor(10, 10).lightness() < 60
    theme.apply(qapp, "light", 100)
