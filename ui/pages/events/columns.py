# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The columns of the list of events."""

from collections.abc import Callable
from datetime import datetime

from coordinator.events import EventDetails, EventRow, kind_title
from coordinator.i18n import _, format_date, format_number, format_time, language_name
from ui.table import Column, Mark, PillMark


def short_date(day: datetime) -> str:
    """A day without its year: 'Nov 4'."""
    # Translators: a date pattern of CLDR, month and day: in Spanish "d MMM".
    return format_date(day, _("MMM d"))


def event_columns(with_year: Callable[[], bool]) -> list[Column[EventRow]]:
    """`with_year` says whether days of several years are listed."""

    def day(starts: datetime) -> str:
        return format_date(starts) if with_year() else short_date(starts)

    def languages(row: EventRow) -> Mark | None:
        return PillMark("info", "chats") if row.interpreters else None

    def children(row: EventRow) -> Mark | None:
        return PillMark("plum", "child") if children_words(row) else None

    return [
        Column(
            _("When"),
            lambda row: row.starts,
            text=day,
            key="when",
            second=lambda row: f"{format_date(row.starts, 'EEE')} {format_time(row.starts)}",
        ),
        Column(
            _("Event"),
            lambda row: row.title,
            key="title",
            bold=True,
            keep=True,
            stretch=True,
            second=lambda row: " · ".join(filter(None, [kind_title(row.kind), row.place])),
        ),
        Column(_("Interpreters"), interpreter_words, key="languages", mark=languages),
        Column(
            _("For children"),
            lambda row: ", ".join(children_words(row)),
            key="children",
            mark=children,
        ),
        Column(
            _("People"),
            lambda row: (row.people_came, row.expected or 0, row.starts),
            text=lambda people: people_words(people, datetime.now()),
            sort=lambda people: people[:2],
            key="people",
            right=True,
        ),
    ]


def interpreter_words(row: EventRow | EventDetails) -> str:
    """'Spanish, Somali' or '4 languages'."""
    if len(row.interpreters) > 2:
        return _("{count} languages").format(count=len(row.interpreters))
    return ", ".join(language_name(code) for code in row.interpreters)


def children_words(row: EventRow | EventDetails) -> list[str]:
    """What there is for children at the event."""
    words = [_("Childcare")] if row.childcare else []
    return [*words, _("Sibling table")] if row.sibling_table else words


def people_words(people: tuple[int, int, datetime], now: datetime) -> str:
    """Of came, expected and start: '87 of 112' after the event, '112 expected' before it."""
    came, expected, starts = people
    due = format_number(expected)
    if not came and starts > now:
        return _("{count} expected").format(count=due) if expected else "—"
    if expected:
        return _("{came} of {expected}").format(came=format_number(came), expected=due)
    return format_number(came)
