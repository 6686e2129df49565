# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The tables of the file, and nothing else."""

from coordinator.store.models.base import Base
from coordinator.store.models.events import Attendance, Event
from coordinator.store.models.families import (
    Email,
    Enrollment,
    ExternalId,
    Family,
    FamilyTag,
    Member,
    Person,
    Phone,
    Setting,
    Term,
)
from coordinator.store.models.history import Change, ChangeRow
from coordinator.store.models.recognition import AwardLevel, Recognition
from coordinator.store.models.volunteering import Service, Volunteer

__all__ = [
    "Attendance",
    "AwardLevel",
    "Base",
    "Change",
    "ChangeRow",
    "Email",
    "Enrollment",
    "Event",
    "ExternalId",
    "Family",
    "FamilyTag",
    "Member",
    "Person",
    "Phone",
    "Recognition",
    "Service",
    "Setting",
    "Term",
    "Volunteer",
]
