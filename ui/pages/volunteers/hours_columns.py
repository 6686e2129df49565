# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The columns of the ledger of hours."""

from collections.abc import Callable
from datetime import date, datetime, time

from coordinator.hours import ServiceRow, source_title, status_title
from coordinator.i18n import _, format_date, format_hours, format_time
from ui.table import AvatarMark, Column, Mark, PillMark, QuietMark

SOURCE_ICONS = {"typed": "pencil", "attendance": "door", "import": "import"}


def short_date(day: date) -> str:
    """A day without its year: 'Nov 4'."""
    # Translators: a date pattern of CLDR, month and day: in Spanish "d MMM".
    return format_date(day, _("MMM d"))


def what(row: ServiceRow) -> str:
    """The event and the activity in it: 'Book fair, set-up'."""
    if row.activity.startswith(row.event):  # the event is named already, or there is none
        return row.activity
    return ", ".join(filter(None, [row.event, row.activity]))


def hours_columns(with_year: Callable[[], bool]) -> list[Column[ServiceRow]]:
    """`with_year` says whether days of several years are listed."""

    def day(value: date) -> str:
        return format_date(value) if with_year() else short_date(value)

    def status(row: ServiceRow) -> Mark:
        return PillMark("warn", "clock") if row.status == "proposed" else QuietMark()

    return [
        Column(
            _("Who"),
            lambda row: row.person,
            key="who",
            bold=True,
            mark=lambda row: AvatarMark(row.person, row.person_id),
        ),
        Column(_("What"), what, key="what", stretch=True),
        Column(_("Date"), lambda row: row.date, text=day, key="date"),
        Column(_("Start"), lambda row: row.starts, text=_clock, key="start", hidden=True),
        Column(
            _("Hours"),
            lambda row: row.minutes,
            text=lambda minutes: format_hours(minutes, 2),
            key="hours",
            right=True,
            keep=True,
        ),
        Column(
            _("Source"),
            lambda row: source_title(row.source),
            key="from",
            mark=lambda row: QuietMark(SOURCE_ICONS[row.source]),
        ),
        Column(
            _("Status"),
            lambda row: status_title(row.status),
            key="status",
            mark=status,
            keep=True,
        ),
        Column(_("Note"), lambda row: row.note, key="note", hidden=True),
    ]


def _clock(moment: time | None) -> str:
    return format_time(datetime.combine(date(2026, 1, 1), moment)) if moment else ""
