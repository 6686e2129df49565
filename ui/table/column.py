# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What a column of a table is: how to read, sort, show and mark one value of a row."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from coordinator.text import fold

R = TypeVar("R")


@dataclass(frozen=True)
class AvatarMark:
    """Initials on a tint before the words."""

    name: str
    key: int


@dataclass(frozen=True)
class PillMark:
    """The cell's words as a pill."""

    tone: str
    icon: str = ""


@dataclass(frozen=True)
class QuietMark:
    """The cell's words in grey after a small icon; the tick is for what is as it should be."""

    icon: str = "check"


@dataclass(frozen=True)
class SignMark:
    """A small icon after the words; `spoken` says it to a screen reader and in the tool tip."""

    icon: str
    tone: str
    spoken: str


@dataclass(frozen=True)
class TickMark:
    """A tick box alone; a click on it or Space sends the table's `ticked`."""

    on: bool
    spoken: str


Mark = AvatarMark | PillMark | QuietMark | SignMark | TickMark


def as_text(value: Any) -> str:
    """The value as it is shown where a column has no `text`: nothing for None."""
    return "" if value is None else str(value)


def sort_key(value: Any) -> Any:
    """Words sort without regard to case and accents; all else as it is."""
    return fold(value) if isinstance(value, str) else value


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column.

    `value(row)` is what is sorted by; `text(value)` what is shown and copied. `mark(row)` adds an
    avatar, pill, sign or tick. `second(row)` is a small second line. `width` is in pixels at
    100 % (0: as the first rows need). `key` names the column where its width is remembered.
    `keep` columns stay in a narrow window when the others (but the first) give way; where no
    column has it, the table scrolls sideways instead.
    """

    title: str
    value: Callable[[R], Any]
    text: Callable[[Any], str] = as_text
    key: str = ""
    right: bool = False
    stretch: bool = False
    bold: bool = False
    width: int = 0
    hidden: bool = False
    keep: bool = False
    mark: Callable[[R], Mark | None] | None = None
    second: Callable[[R], str] | None = None
    sort: Callable[[Any], Any] = field(default=sort_key)

    def shown(self, row: R) -> str:
        return self.text(self.value(row))

    def spoken(self, row: R) -> str:
        """The cell in words, with what its mark and second line say."""
        words = [self.shown(row)]
        if self.second is not None:
            words.append(self.second(row))
        mark = self.mark(row) if self.mark is not None else None
        if isinstance(mark, SignMark | TickMark):
            words.append(mark.spoken)
        return ", ".join(word for word in words if word)
