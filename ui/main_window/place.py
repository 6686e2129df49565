# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What the window is told about: the places on its rail and what the search box found."""

from collections.abc import Callable
from dataclasses import dataclass

from ui.context import Context
from ui.page import Page


@dataclass(frozen=True)
class Place:
    """One place on the rail; `title` is asked anew when the language changes."""

    key: str
    icon: str
    title: Callable[[], str]
    factory: Callable[[Context], Page]
    foot: bool = False  # stands at the foot of the rail, without Ctrl and a digit


@dataclass(frozen=True)
class Found:
    """One line of the search box: what it is, and what choosing it does."""

    icon: str
    title: str
    line: str
    choose: Callable[[], object]
