# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Bringing in a list: choose the file, check what it would do, done."""

from ui.pages.import_list.page import ImportListPage

__all__ = ["ImportListPage"]
