# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""How people belong to a child, in words (Ed-Fi RelationDescriptor 4.0); kept as English text."""

from coordinator.i18n import _


def relationship_title(text: str) -> str:
    """A relationship in the language spoken now; one of the family's own words as it is."""
    words = {
        "Mother": _("Mother"),
        "Father": _("Father"),
        "Stepmother": _("Stepmother"),
        "Stepfather": _("Stepfather"),
        "Parent": _("Parent"),
        "Foster parent": _("Foster parent"),
        "Guardian": _("Guardian"),
        "Grandmother": _("Grandmother"),
        "Grandfather": _("Grandfather"),
        "Grandparent": _("Grandparent"),
        "Great-grandparent": _("Great-grandparent"),
        "Aunt": _("Aunt"),
        "Uncle": _("Uncle"),
        "Brother": _("Brother"),
        "Sister": _("Sister"),
        "Sibling": _("Sibling"),
        "Cousin": _("Cousin"),
        "Godparent": _("Godparent"),
        "Friend": _("Friend"),
        "Neighbor": _("Neighbor"),
        "Relative": _("Relative"),
        "Other": _("Other"),
    }
    return words.get(text, text)
