# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Colours are readable in every theme, sizes follow the text, and the change is live."""

import re
import subprocess
import sys

import pytest
from PySide6.QtGui import QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui import icons, theme
from ui.theme import fonts, palette, sheet
from ui.theme.tokens import NAMES, TOKENS, ratio

# LOOK section 1: each pair, and the lowest ratio it may have.
GROUNDS = ("canvas", "rail", "surface", "sunken", "hover", "press")
TEXTS = [
    *((ink, ground) for ink in ("text", "text2") for ground in GROUNDS),
    *(("text3", ground) for ground in ("canvas", "surface", "sunken")),
    ("on", "accent"),
    ("on", "accent_hover"),
    ("on", "accent_pressed"),
    ("on_hero", "hero"),
    ("acctext", "surface"),
    ("acctext", "soft"),
    ("acctext", "soft2"),
    ("text", "soft"),
    ("text2", "soft"),
    ("bad", "surface"),
    ("on_toast", "toast"),
    ("toast_link", "toast"),
]
TONES = ("good", "warn", "bad", "info", "plum", "sand", "mute", "teal")
MARKS = [
    ("edge", "rail"),
    ("edge", "canvas"),
    ("edge", "surface"),
    ("bar", "surface"),
    ("accent", "surface"),
    ("accent", "press"),
    ("ring", "surface"),
    ("field_focus", "surface"),
]


@pytest.mark.parametrize("name", NAMES)
def test_text_is_readable_on_every_ground(name: str) -> None:
    floor = 7 if name == "contrast" else 4.5
    pairs = TEXTS + [(tone, f"{tone}_tint") for tone in TONES]
    tokens = TOKENS[name]
    found = {pair: ratio(tokens[pair[0]], tokens[pair[1]]) for pair in pairs}
    assert {pair: value for pair, value in found.items() if value < floor} == {}


@pytest.mark.parametrize("name", NAMES)
def test_marks_and_edges_stand_out(name: str) -> None:
    found = {pair: ratio(TOKENS[name][pair[0]], TOKENS[name][pair[1]]) for pair in MARKS}
    assert {pair: value for pair, value in found.items() if value < 3} == {}


def test_ratio_of_known_colours() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("group", [QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive])
def test_palette_roles_are_readable(name: str, group: QPalette.ColorGroup, qapp: object) -> None:
    made = palette.make(TOKENS[name])
    role = QPalette.ColorRole
    pairs = [
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.PlaceholderText, role.Base),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.Link, role.Base),
        (role.BrightText, role.Base),
    ]
    for ink, ground in pairs:
        found = ratio(made.color(group, ink).name(), made.color(group, ground).name())
        assert found >= 4.5, (ink, ground, found)
    assert ratio(made.color(group, role.Dark).name(), made.color(group, role.Base).name()) >= 3


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_style_sheet_has_no_place_holder_left(name: str, scale: float) -> None:
    # The pictures lie in a folder whose name may hold anything.
    text = re.sub(r"url\([^)]*\)", "url()", sheet.make(name, scale))
    assert not re.search(r"@\w|icon\(|\d(?:t|g|h|r|w|f)\b", text)
    assert TOKENS[name]["accent"] in text


def test_weights_of_the_packaged_face_are_real(qapp: QApplication) -> None:
    fonts.load_screen_fonts()
    widths = []
    for weight in ("body", "button", "name"):
        metrics = QFontMetrics(theme.font(weight))
        widths.append(metrics.horizontalAdvance("Castillo Vega, Al-Haddad, Nguyễn"))
    assert widths == sorted(set(widths))


def test_sizes_follow_the_text(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 200)
    assert (theme.px(14), theme.gap(12), theme.row(42), theme.high(34)) == (28, 18, 77, 61)
    theme.apply(qapp, "light", 100)
    assert (theme.px(14), theme.gap(12), theme.row(42), theme.high(34)) == (14, 12, 42, 34)


def test_layouts_and_widths_follow_a_live_change(qapp: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = theme.column(window, 8, (28, 24, 28, 16))
    child = QWidget()
    theme.wide(child, 380)
    layout.addWidget(child)
    with qtbot.waitSignal(theme.signals.changed):
        theme.apply(qapp, "dark", 200)
    assert layout.spacing() == 12
    assert layout.contentsMargins().left() == 42
    assert child.width() == 570
    assert theme.color("canvas").name().upper() == TOKENS["dark"]["canvas"]


def test_text_size_stays_between_100_and_200(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 400)
    assert theme.text_percent() == 200
    theme.apply(qapp, "light", 20)
    assert theme.text_percent() == 100


def test_every_icon_takes_the_colour_and_keeps_clear_of_its_edge(qapp: QApplication) -> None:
    assert len(icons.names()) >= 48
    for name in icons.names():
        image = icons.pixmap(name, 24, theme.color("accent"), 1.0).toImage()
        inked = [
            (x, y) for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() > 200
        ]
        assert inked, name
        reds = {image.pixelColor(x, y).red() for x, y in inked}
        assert max(abs(red - theme.color("accent").red()) for red in reds) < 12, name
        assert all(1 <= x <= 22 and 1 <= y <= 22 for x, y in inked), name


def test_first_paint_needs_no_heavy_library() -> None:
    code = (
        "import sys; import ui.main_window, ui.forms, ui.table, ui.page, ui.context;"
        "heavy = {'sqlalchemy', 'alembic', 'reportlab', 'babel', 'xlsxwriter', 'phonenumbers'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
