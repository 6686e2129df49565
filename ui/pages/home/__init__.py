# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Home: four verbs, today and this week, what needs the coordinator, what was opened lately."""

from ui.pages.home.page import HomePage

__all__ = ["HomePage"]
