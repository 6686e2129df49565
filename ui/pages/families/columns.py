# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The columns of the list of families and of the list of people."""

from collections.abc import Callable
from datetime import date

from coordinator.families import FamilyRow, PersonRow
from coordinator.grades import grade_label, grade_rank
from coordinator.i18n import _, format_date, language_name
from coordinator.text import fold
from ui.pages.families.words import role_words
from ui.table import AvatarMark, Column, Mark, PillMark, QuietMark, SignMark


def short_date(day: date) -> str:
    """A day without its year: 'Oct 29'."""
    # Translators: a date pattern of CLDR, month and day: in Spanish "d MMM".
    return format_date(day, _("MMM d"))


def family_columns(reached_since: Callable[[], date]) -> list[Column[FamilyRow]]:
    """`reached_since` tells the day from which coming to an event counts as reached."""

    def came(row: FamilyRow) -> date | None:
        return row.last_came if row.last_came and row.last_came >= reached_since() else None

    def seen(row: FamilyRow) -> Mark:
        return QuietMark() if came(row) else PillMark("warn", "clock")

    def interpreter(row: FamilyRow) -> Mark | None:
        return SignMark("chats", "info", _("needs an interpreter")) if row.interpreter else None

    return [
        Column(
            _("Family"),
            lambda row: row.name,
            key="name",
            bold=True,
            mark=lambda row: AvatarMark(row.name, row.id),
        ),
        Column(_("Students"), lambda row: row.students, key="students", stretch=True),
        Column(_("Adults"), lambda row: row.guardians, key="adults", hidden=True),
        Column(
            _("Home language"),
            lambda row: language_name(row.home_language) if row.home_language else "",
            key="language",
            mark=interpreter,
        ),
        Column(_("Phone"), lambda row: row.phone, key="phone", hidden=True),
        Column(
            _("Last came"),
            came,
            text=lambda day: short_date(day) if day else _("Not reached"),
            key="came",
            keep=True,
            mark=seen,
        ),
        Column(_("Tags"), lambda row: ", ".join(row.tags), key="tags"),
    ]


def people_columns() -> list[Column[PersonRow]]:
    """Everybody by the name they sort under."""

    def role(row: PersonRow) -> str:
        return ", ".join(role_words(role) for role in row.roles)

    return [
        Column(
            _("Name"),
            lambda row: (row.sorts_as, row.name),
            text=lambda names: names[1],
            sort=lambda names: fold(names[0]),
            key="name",
            bold=True,
            mark=lambda row: AvatarMark(row.name, row.family_id or row.id),
        ),
        Column(_("Role"), role, key="role", keep=True),
        Column(_("Family"), lambda row: row.families, key="family", stretch=True),
        Column(
            _("Grade"),
            lambda row: row.grade,
            text=grade_label,
            sort=grade_rank,
            key="grade",
        ),
        Column(_("Homeroom"), lambda row: row.homeroom_teacher, key="homeroom"),
        Column(_("Phone"), lambda row: row.phone, key="phone"),
        Column(_("E-mail"), lambda row: row.email, key="email", hidden=True),
    ]
