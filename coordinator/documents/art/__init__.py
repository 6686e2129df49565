# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The drawn parts of certificates: frames for each paper, and ornaments between the words."""

from collections.abc import Callable
from functools import lru_cache

from coordinator.documents.art import classic, plain, warm
from coordinator.documents.art.pen import Inks

_FRAMES: dict[str, Callable[[float, float, Inks], str]] = {
    "plain": plain.frame,
    "classic": classic.frame,
    "warm": warm.frame,
}
_ORNAMENTS: dict[str, Callable[[float, float, Inks], str]] = {
    "lozenge": plain.lozenge,
    "sprigs": classic.sprigs,
    "rule": classic.rule,
    "wave": warm.wave,
}


@lru_cache(maxsize=16)
def draw_art(name: str, width: float, height: float, inks: Inks) -> str:
    """The operators of a frame, drawn for a paper of this size in pt, never scaled."""
    return f"q {_FRAMES[name](width, height, inks)} Q"


@lru_cache(maxsize=256)
def draw_ornament(name: str, centre: float, y: float, inks: Inks) -> str:
    """The operators of an ornament around (centre, y)."""
    return f"q {_ORNAMENTS[name](centre, y, inks)} Q"
