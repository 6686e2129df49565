# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Families and the people in them: list, side panel, forms."""

from ui.pages.families.page import FamiliesPage

__all__ = ["FamiliesPage"]
