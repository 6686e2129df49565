# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The one window, its rail, bars and search."""

from ui.main_window.place import Found, Place
from ui.main_window.window import MainWindow

__all__ = ["Found", "MainWindow", "Place"]
