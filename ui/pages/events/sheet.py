# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""An event as its form shows it: one day and two times of day."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from coordinator.events import EventDetails


@dataclass(frozen=True)
class Sheet:
    """The fields of the form, and the details that they were made from."""

    details: EventDetails
    kind: str
    title: str
    day: date
    begins: time
    ends: time
    place: str
    virtual_link: str
    interpreters: tuple[str, ...]
    sibling_table: bool
    childcare: bool
    audience: str
    facilitator: str
    expected: int | None
    capacity: int | None
    notes: str


_SAME = (
    "kind", "title", "place", "virtual_link", "interpreters", "sibling_table", "childcare",
    "audience", "facilitator", "expected", "capacity", "notes",
)  # fmt: skip


def sheet_of(details: EventDetails) -> Sheet:
    """The form of an event."""
    same = {name: getattr(details, name) for name in _SAME}
    starts, ends = details.starts, details.ends
    return Sheet(details=details, day=starts.date(), begins=starts.time(), ends=ends.time(), **same)


def details_of(sheet: Sheet) -> EventDetails:
    """The event that a form says; an end before the beginning is on the next day."""
    before = sheet.details
    starts = datetime.combine(sheet.day, sheet.begins)
    ends = datetime.combine(sheet.day, sheet.ends)
    if before.ends.time() >= before.starts.time():
        # Several days long: the form does not show it, so it stays.
        ends += before.ends.date() - before.starts.date()
    if ends < starts:
        ends += timedelta(days=1)
    same = {name: getattr(sheet, name) for name in _SAME}
    return replace(before, starts=starts, ends=ends, **same)


def new_event(day: date) -> EventDetails:
    """An event to be filled in: an evening of an hour and a half."""
    starts = datetime.combine(day, time(17, 30))
    return EventDetails(title="", starts=starts, ends=starts + timedelta(minutes=90))
