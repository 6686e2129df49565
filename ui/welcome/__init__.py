# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The first run: look around, start empty, or bring in a list."""

from ui.welcome.window import WelcomeWindow

__all__ = ["WelcomeWindow"]
