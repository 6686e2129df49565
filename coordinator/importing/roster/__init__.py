# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A list of families as the file itself says: its people, who belongs to whom, its households."""

from coordinator.importing.roster.gather import Link, Roster, gather
from coordinator.importing.roster.households import Household, households
from coordinator.importing.roster.people import Options, Someone

__all__ = ["Household", "Link", "Options", "Roster", "Someone", "gather", "households"]
