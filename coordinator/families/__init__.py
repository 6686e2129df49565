# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Families, guardians, students and staff: lists, forms, merging, school-year rollover."""

from coordinator.families.checks import default_sorts_as
from coordinator.families.details import (
    FamilyDetails,
    MemberDetails,
    PersonDetails,
    PhoneDetails,
    get_family,
    get_person,
)
from coordinator.families.duplicates import PossibleTwin, possible_twins, similar_people
from coordinator.families.lists import (
    FamilyRow,
    PersonRow,
    families_of,
    find_families,
    list_families,
    list_people,
    people_by_id,
    people_called,
)
from coordinator.families.merge import (
    FieldPair,
    compare_families,
    compare_people,
    merge_families,
    merge_people,
)
from coordinator.families.relationships import relationship_title
from coordinator.families.rollover import RolloverResult, roll_over
from coordinator.families.saving import archive_families, save_family, save_person

__all__ = [
    "FamilyDetails",
    "FamilyRow",
    "FieldPair",
    "MemberDetails",
    "PersonDetails",
    "PersonRow",
    "PhoneDetails",
    "PossibleTwin",
    "RolloverResult",
    "archive_families",
    "compare_families",
    "compare_people",
    "default_sorts_as",
    "families_of",
    "find_families",
    "get_family",
    "get_person",
    "list_families",
    "list_people",
    "merge_families",
    "merge_people",
    "people_by_id",
    "people_called",
    "possible_twins",
    "relationship_title",
    "roll_over",
    "save_family",
    "save_person",
    "similar_people",
]
