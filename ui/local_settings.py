# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What belongs to this computer and not to the school: window, columns, language, theme."""

import json
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from coordinator.paths import data_folder


def _settings() -> QSettings:
    return QSettings(str(data_folder() / "window.ini"), QSettings.Format.IniFormat)


def text(key: str, default: str = "") -> str:
    """A remembered word; keys in use: language, theme, store."""
    value = _settings().value(key, default)
    return value if isinstance(value, str) else default


def number(key: str, default: int = 0) -> int:
    """A remembered whole number; keys in use: text_percent."""
    value = text(key, str(default))
    return int(value) if value.lstrip("-").isdigit() else default


def remember(key: str, value: str | int) -> None:
    _settings().setValue(key, str(value))


def geometry(window: str) -> QByteArray:
    value = _settings().value(f"geometry/{window}")
    return value if isinstance(value, QByteArray) else QByteArray()


def remember_geometry(window: str, geometry: QByteArray) -> None:
    _settings().setValue(f"geometry/{window}", geometry)


def load_columns(table: str) -> list[dict[str, Any]]:
    """The columns of a table in order, each with key, width and hidden; empty if never changed."""
    try:
        stored = json.loads(text(f"columns/{table}", "[]"))
        return [
            {"key": str(c["key"]), "width": int(c["width"]), "hidden": bool(c["hidden"])}
            for c in stored
        ]
    except (ValueError, KeyError, TypeError):
        # A file edited or cut off by something else: the table shows its own columns again.
        return []


def save_columns(table: str, columns: list[dict[str, Any]]) -> None:
    remember(f"columns/{table}", json.dumps(columns))
