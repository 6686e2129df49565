# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What a table of the hours report is about, and what it holds."""

from dataclasses import dataclass
from typing import Any

from coordinator.exporting.report import Kind, ReportColumn, Row
from coordinator.hours.amounts import Rounding, hundredths, round_minutes, stepped
from coordinator.hours.ledger import ServiceFilters, conditions
from coordinator.i18n import _
from coordinator.store.models import Service
from coordinator.terms import Period


@dataclass(frozen=True)
class Asked:
    """What a table is about."""

    period: Period
    rule: Rounding
    filters: ServiceFilters

    @property
    def conditions(self) -> list[Any]:
        """Its entries, as SQL."""
        return list(conditions(self.period, self.filters))

    @property
    def amount(self) -> Any:
        """The minutes of an entry as they count in a sum, as SQL."""
        return stepped(Service.minutes, self.rule) if self.rule.per_entry else Service.minutes

    def hours(self, minutes: int) -> int:
        """The hundredths that one line prints for the sum of its amounts."""
        return hundredths(minutes if self.rule.per_entry else round_minutes(minutes, self.rule))


@dataclass(frozen=True)
class Table:
    """Columns, lines, the lines under the hairline, and what must be said of them.

    `proposed` are entries and minutes not approved yet, where the table has met them anyway.
    """

    columns: tuple[ReportColumn, ...]
    rows: list[Row]
    remainder: tuple[Row, ...] = ()
    notes: tuple[str, ...] = ()
    proposed: tuple[int, int] | None = None


def hours_column() -> ReportColumn:
    """Hours as printed, added up in the total."""
    return ReportColumn(_("Hours"), Kind.HOURS, 9, total=True)


def times_column() -> ReportColumn:
    """How many entries, added up in the total."""
    return ReportColumn(_("Times"), Kind.NUMBER, 7, total=True)
