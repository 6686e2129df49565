# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Events: the list, and one event with who came."""

from ui.pages.events.page import EventsPage

__all__ = ["EventsPage"]
