# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What Home says: greeting, times, and what needs the coordinator."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from coordinator.events import EventRow
from coordinator.home import HomeFacts
from coordinator.i18n import (
    _,
    format_date,
    format_hours,
    format_number,
    format_time,
    language_name,
    ngettext,
)
from coordinator.settings import Settings
from ui.context import Context

_NOON, _EVENING = time(12), time(18)


def greeting(now: time) -> str:
    """Good morning, afternoon or evening."""
    if now < _NOON:
        return _("Good morning")
    return _("Good afternoon") if now < _EVENING else _("Good evening")


def long_date(day: date) -> str:
    """'Monday, November 23, 2026', with a capital as it begins a line."""
    text = format_date(day, "full")
    return text[:1].upper() + text[1:]


def day_and_month(day: date) -> str:
    """A day without its year: 'Nov 4'."""
    # Translators: a date pattern of CLDR, month and day: in Spanish "d MMM".
    return format_date(day, _("MMM d"))


def clock_times(starts: datetime, ends: datetime) -> str:
    """'5:30–7:00 PM': the half of the day once where both times share it."""
    first, last = format_time(starts), format_time(ends)
    clock, _blank, half = first.partition(" ")
    if half and last.endswith(f" {half}"):
        first = clock
    return f"{first}–{last}"


def event_line(event: EventRow) -> str:
    """Time, place and how many are expected, or came."""
    parts = [clock_times(event.starts, event.ends), event.place]
    if event.people_came:
        told = ngettext("{count} came", "{count} came", event.people_came)
        parts.append(told.format(count=format_number(event.people_came)))
    elif event.expected:
        told = ngettext("{count} expected", "{count} expected", event.expected)
        parts.append(told.format(count=format_number(event.expected)))
    return " · ".join(part for part in parts if part)


def event_pill(event: EventRow, today: date) -> tuple[str, str, str] | None:
    """Text, tone and icon of what is special about an event: it is today, or interpreted."""
    if event.starts.date() <= today <= event.ends.date():
        return _("Today"), "good", ""
    if len(event.interpreters) == 1:
        name = language_name(event.interpreters[0], inside=True)
        return _("{language} interpreter").format(language=name), "info", "chats"
    if event.interpreters:
        told = _("{count} interpreters").format(count=format_number(len(event.interpreters)))
        return told, "info", "chats"
    return None


def attendance_line(event: EventRow | None, today: date) -> str:
    """What "Take attendance" will open."""
    if event is None:
        return _("No event is planned")
    if event.starts.date() <= today:
        return f"{event.title}, {format_time(event.starts)}"
    return f"{event.title}, {day_and_month(event.starts)}"


def certificates_line(due: int) -> str:
    """What "Print certificates" will offer."""
    if not due:
        return _("Nobody is due one now")
    told = ngettext("{count} person has earned one", "{count} people have earned one", due)
    return told.format(count=format_number(due))


def reached_words(facts: HomeFacts) -> tuple[str, str]:
    """The words and the figures of how many families were reached."""
    whole_year = facts.reach.title == facts.year.title
    what = _("Reached this school year") if whole_year else _("Reached this semester")
    told = ngettext("{reached} of {count} family", "{reached} of {count} families", facts.families)
    figures = told.format(reached=format_number(facts.reached), count=format_number(facts.families))
    return what, figures


@dataclass(frozen=True)
class Need:
    """One thing that waits for the coordinator: its words, its figure, the list it opens."""

    key: str
    icon: str
    tone: str
    title: str
    line: str
    figure: int
    open: Callable[[], None]


def needs(facts: HomeFacts, settings: Settings, ctx: Context) -> list[Need]:
    """What waits, the most pressing first; what nothing waits for is left out."""
    waiting = facts.waiting
    hours = ngettext(
        "{hours} hours of {count} person", "{hours} hours of {count} people", waiting.people
    )
    since = day_and_month(facts.reach.starts)
    found = [
        Need(
            "certificates", "award", "warn", _("Certificates due"),
            _("{hours} hours or more, not yet printed").format(
                hours=format_hours(settings.certificate_minutes)
            ),
            facts.certificates_due,
            lambda: ctx.go("certificates", due=True),
        ),
        Need(
            "unreached", "chat", "teal", _("Not reached yet"),
            _("Nobody came to an event since {date}").format(date=since),
            facts.not_reached,
            lambda: ctx.go("families", unseen=True),
        ),
        Need(
            "proposed", "clock", "info", _("Hours to approve"),
            hours.format(
                hours=format_hours(waiting.minutes), count=format_number(waiting.people)
            ),
            waiting.entries,
            lambda: ctx.go("volunteers", proposed=True),
        ),
        Need(
            "duplicates", "merge", "plum", _("Possible duplicates"),
            _("Same name and phone, e-mail or birth date"),
            facts.possible_duplicates,
            lambda: ctx.go("families", duplicates=True),
        ),
    ]  # fmt: skip
    return [need for need in found if need.figure > 0]
