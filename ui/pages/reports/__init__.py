# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Reports: the ready ones as cards, and each as a table, on paper and in a file."""

from ui.pages.reports.page import ReportsPage

__all__ = ["ReportsPage"]
