# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Which entries of the ledger are listed: what was chosen, as chips and as a query."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from coordinator.hours import ServiceFilters, source_title
from coordinator.i18n import _
from coordinator.terms import Period
from ui.pages.volunteers.hours_columns import short_date

Named = tuple[int, str]
Filter = tuple[str, Callable[[], object]]


@dataclass(frozen=True)
class Chosen:
    """Filters of the ledger besides its school year and the words typed."""

    days: Period | None = None
    sources: tuple[str, ...] = ()
    event: Named | None = None
    activity: str = ""
    person: Named | None = None
    proposed: bool = False

    def query(self) -> ServiceFilters:
        """The same as the ledger asks for it; `days` apart."""
        return ServiceFilters(
            person_ids=(self.person[0],) if self.person else None,
            event_ids=(self.event[0],) if self.event else None,
            activities=(self.activity,) if self.activity else None,
            sources=self.sources or None,
            statuses=("proposed",) if self.proposed else None,
        )

    def chips(self, choose: Callable[["Chosen"], object]) -> list[Filter]:
        """Words of each filter in force, and the deed that takes it away."""

        def without(**change: object) -> Callable[[], object]:
            return lambda: choose(replace(self, **change))  # type: ignore[arg-type]  # its fields

        found: list[Filter] = []
        if self.days:
            found.append((days_words(self.days), without(days=None)))
        if self.person:
            found.append((self.person[1], without(person=None)))
        if self.sources:
            names = ", ".join(source_title(source).lower() for source in self.sources)
            found.append((_("From: {sources}").format(sources=names), without(sources=())))
        if self.event:
            found.append((self.event[1], without(event=None)))
        if self.activity:
            found.append((self.activity, without(activity="")))
        return found


def days_words(days: Period) -> str:
    """'Sep 1 – Nov 5', or the name that the period has."""
    if days.title:
        return days.title
    return f"{short_date(days.starts)} – {short_date(days.ends)}"
