# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The packaged faces of the screen and the type scale made from them."""

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

SANS = "Noto Sans"
SERIF = "Noto Serif"
# Later entries only help out where Noto Sans has no glyph; the last ones ship with Windows.
FALLBACKS = [
    SANS,
    "Noto Sans Arabic",
    "Noto Sans Devanagari",
    "Noto Sans Khmer",
    "Noto Sans Tamil",
    "Noto Sans Telugu",
    "Noto Sans Thai",
    "Segoe UI",
    "Nirmala UI",
    "Leelawadee UI",
    "Myanmar Text",
    "Ebrima",
    "Microsoft YaHei",
    "Malgun Gothic",
    "Yu Gothic",
]

# role: (family, pixels at 100 %, weight)
ROLES: dict[str, tuple[str, float, int]] = {
    "display": (SERIF, 27, 600),
    "title": (SERIF, 22, 600),
    "figure": (SANS, 20, 600),
    "bigfigure": (SANS, 24, 600),
    "total": (SANS, 18, 600),
    "heading": (SANS, 15, 600),
    "body": (SANS, 14, 400),
    "button": (SANS, 14, 500),
    "name": (SANS, 14, 600),
    "label": (SANS, 13, 600),
    "chip": (SANS, 13, 500),
    "small": (SANS, 13, 400),
    "error": (SANS, 13, 400),
    "head": (SANS, 12.5, 600),
    "second": (SANS, 12.5, 400),
    "caption": (SANS, 12, 400),
    "pill": (SANS, 12, 600),
    "initials": (SANS, 11.5, 600),
}

_loaded: set[str] = set()


def load(package: str) -> None:
    """Give Qt the upright faces of one fontpkg package, once; a missing package is left out."""
    if package in _loaded:
        return
    _loaded.add(package)
    # find_spec does not run the package: its own import reads metadata we have no use for.
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return
    for file in sorted(Path(spec.origin).parent.glob("files/*.ttf")):
        if "Italic" not in file.name:
            QFontDatabase.addApplicationFont(str(file))


def load_screen_fonts() -> None:
    """Noto Sans and Noto Serif, which every window needs."""
    load("fontpkg_noto_sans")
    load("fontpkg_noto_serif")


def load_further_scripts() -> None:
    """Faces for names in other scripts; called after the first paint."""
    for script in ("arabic", "devanagari", "khmer", "tamil", "telugu", "thai"):
        load(f"fontpkg_noto_sans_{script}")


def make(role: str, scale: float) -> QFont:
    """The font of one role of the type scale, at `scale` 1.0 to 2.0."""
    family, size, weight = ROLES[role]
    font = QFont()
    families = FALLBACKS if family == SANS else [family, *FALLBACKS]
    font.setFamilies(families)
    font.setPixelSize(max(1, round(size * scale)))
    font.setWeight(QFont.Weight(weight))
    # Qt on Linux knows only the regular instance of a variable file: name the axis as well.
    font.setVariableAxis(QFont.Tag("wght"), weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
