# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Which events are listed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from coordinator.events import EventRow, kind_title
from coordinator.i18n import _

Filter = tuple[str, Callable[[], object]]


@dataclass(frozen=True)
class Chosen:
    """Filters besides the school year and the words typed; `time` is all, coming or past."""

    time: str = "all"
    kind: str = ""
    interpreters: bool = False
    childcare: bool = False
    sibling_table: bool = False

    def lets_through(self, row: EventRow, now: datetime) -> bool:
        """Whether the event is to be listed."""
        if self.time != "all" and (row.ends >= now) != (self.time == "coming"):
            return False
        return (
            self.kind in ("", row.kind)
            and (not self.interpreters or bool(row.interpreters))
            and (not self.childcare or row.childcare)
            and (not self.sibling_table or row.sibling_table)
        )

    def chips(self, choose: Callable[["Chosen"], object]) -> list[Filter]:
        """Words of each filter in force, and the deed that takes it away."""
        found: list[Filter] = []
        if self.kind:
            found.append((kind_title(self.kind), lambda: choose(replace(self, kind=""))))
        for name, words in need_titles().items():
            if getattr(self, name):
                found.append((words, _without(self, name, choose)))
        return found


def need_titles() -> dict[str, str]:
    """The facts about an event that can be asked for, in words."""
    return {
        "interpreters": _("With interpreters"),
        "childcare": _("With childcare"),
        "sibling_table": _("With a sibling table"),
    }


def _without(chosen: Chosen, name: str, choose: Callable[[Chosen], object]) -> Callable[[], object]:
    return lambda: choose(replace(chosen, **{name: False}))  # type: ignore[arg-type]  # bools
