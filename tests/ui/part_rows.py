# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The rows shown in the window of parts."""

from dataclasses import dataclass

from coordinator.i18n import _
from ui.table import AvatarMark, Column, PillMark, QuietMark


@dataclass(frozen=True)
class Family:
    id: int
    name: str
    students: str
    reached: bool


FAMILIES = [
    Family(1, "Al-Haddad", "at rest", reached=True),
    Family(2, "Begum", "pointer over it", reached=True),
    Family(4, "Castillo Vega", "selected", reached=False),
    Family(3, "Dubois", "in focus", reached=True),
]


def family_columns() -> list[Column[Family]]:
    return [
        Column(
            _("Table rows"), lambda r: r.name, bold=True, mark=lambda r: AvatarMark(r.name, r.id)
        ),
        Column(_("Students"), lambda r: r.students, stretch=True),
        Column(
            _("This semester"),
            lambda r: r.reached,
            text=lambda reached: _("Reached") if reached else _("Not reached"),
            mark=lambda r: QuietMark() if r.reached else PillMark("warn", "clock"),
        ),
    ]
