# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What a file has that the store has not, or has otherwise."""

from coordinator.importing.compare.families import FamilyComparer
from coordinator.importing.compare.people import PeopleComparer

__all__ = ["FamilyComparer", "PeopleComparer"]
