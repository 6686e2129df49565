# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Settings: the school's own, this computer's, and what can be done with the data."""

from ui.pages.settings.page import SettingsPage

__all__ = ["SettingsPage"]
