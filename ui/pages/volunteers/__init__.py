# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Volunteers and their hours: people, the ledger, its panels."""

from ui.pages.volunteers.page import VolunteersPage

__all__ = ["VolunteersPage"]
