# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Events: their kinds, finding them, and keeping them."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from sqlalchemy import Select, func, select

from coordinator.errors import Invalid, Problem
from coordinator.i18n import _
from coordinator.store import Db
from coordinator.store.models import Attendance, Event
from coordinator.terms import Period, check_day
from coordinator.text import checked_note, clean_line, fold, short_line

KINDS = (
    "family_night",
    "cultural_festival",
    "open_house",
    "conference_day",
    "workshop_session",
    "meeting",
    "volunteer_shift",
    "other",
)
_MOST_PEOPLE = 1_000_000  # beyond this a number is a slip of the finger
_LONGEST_LINK = 2000  # as browsers agree
_WORDS_LOOKED_AT = 8


@dataclass(frozen=True)
class EventRow:
    """An event in a list; `people_came` counts names and heads, `interpreters` are codes."""

    id: int
    kind: str
    title: str
    starts: datetime
    ends: datetime
    place: str
    interpreters: tuple[str, ...]
    sibling_table: bool
    childcare: bool
    people_came: int
    expected: int | None


@dataclass(frozen=True)
class EventDetails:
    """An event as its form holds it; times are the school's wall clock, `id` None is a new one."""

    title: str
    starts: datetime
    ends: datetime
    kind: str = "family_night"
    place: str = ""
    virtual_link: str = ""
    interpreters: tuple[str, ...] = ()
    sibling_table: bool = False
    childcare: bool = False
    audience: str = ""
    facilitator: str = ""
    expected: int | None = None
    capacity: int | None = None
    head_count: int = 0
    notes: str = ""
    id: int | None = None
    version: int = 0


def kind_title(kind: str) -> str:
    """A kind of event in words; a kind from elsewhere is shown as it is."""
    titles = {
        "family_night": _("Family night"),
        "cultural_festival": _("Cultural festival"),
        "open_house": _("Open house"),
        "conference_day": _("Conference day"),
        "workshop_session": _("Workshop session"),
        "meeting": _("Meeting"),
        "volunteer_shift": _("Volunteer shift"),
        "other": _("Other"),
    }
    return titles.get(kind, kind)


def list_events(db: Db, period: Period | None = None, words: str = "") -> list[EventRow]:
    """Events that begin in a period (None: all) and hold every word, the latest first.

    Words are found in any part of title and place, with or without accents.
    """
    query = _with_words(_rows(), words)
    if period is not None:
        query = query.where(Event.starts.between(*clock_span(period.starts, period.ends)))
    return _event_rows(db, query.order_by(Event.starts.desc(), Event.id.desc()))


def find_events(db: Db, words: str, limit: int = 8) -> list[EventRow]:
    """The latest events that hold every word, for the search box; none for no words."""
    if not fold(words).split():
        return []
    query = _with_words(_rows(), words).order_by(Event.starts.desc(), Event.id.desc())
    return _event_rows(db, query.limit(limit))


def events_between(db: Db, first: date, last: date) -> list[EventRow]:
    """Events that take place, wholly or in part, on the days from first to last, in time order."""
    begin, end = clock_span(first, last)
    query = _rows().where(Event.starts <= end, Event.ends >= begin)
    return _event_rows(db, query.order_by(Event.starts, Event.id))


def next_event(db: Db, now: datetime) -> EventRow | None:
    """The event that is going on or begins next."""
    query = _rows().where(Event.ends >= now).order_by(Event.starts, Event.id).limit(1)
    return next(iter(_event_rows(db, query)), None)


def clock_span(first: date, last: date) -> tuple[datetime, datetime]:
    """The first and last moment of some days, for comparing with wall-clock times."""
    return datetime.combine(first, time.min), datetime.combine(last, time.max)


_Rows = Select[int, str, str, datetime, datetime, str, str, bool, bool, int, int | None]


def _rows() -> _Rows:
    came = select(func.count()).where(Attendance.event_id == Event.id).scalar_subquery()
    return select(
        Event.id,
        Event.kind,
        Event.title,
        Event.starts,
        Event.ends,
        Event.place,
        Event.interpreters,
        Event.sibling_table,
        Event.childcare,
        (came + Event.head_count).label("people_came"),
        Event.expected,
    )


def _with_words(query: _Rows, words: str) -> _Rows:
    # instr, not LIKE: a percent sign in the search box is a letter like any other.
    parts = fold(words).split()[:_WORDS_LOOKED_AT]
    return query.where(*(func.instr(Event.fold, part) > 0 for part in parts))


def _event_rows(db: Db, query: _Rows) -> list[EventRow]:
    return [
        EventRow(row_id, kind, title, starts, ends, place, _codes(codes), table, care, came, due)
        for row_id, kind, title, starts, ends, place, codes, table, care, came, due in db.execute(
            query
        )
    ]


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code for code in text.split(",") if code)


def get_event(db: Db, event_id: int) -> EventDetails:
    """One event; Problem when it is not there any more."""
    event = event_or_problem(db, event_id)
    return EventDetails(
        title=event.title,
        starts=event.starts,
        ends=event.ends,
        kind=event.kind,
        place=event.place,
        virtual_link=event.virtual_link,
        interpreters=_codes(event.interpreters),
        sibling_table=event.sibling_table,
        childcare=event.childcare,
        audience=event.audience,
        facilitator=event.facilitator,
        expected=event.expected,
        capacity=event.capacity,
        head_count=event.head_count,
        notes=event.notes,
        id=event.id,
        version=event.version,
    )


def event_or_problem(db: Db, event_id: int) -> Event:
    """The mapped event, to be used inside the write; Problem when it is gone."""
    event = db.get(Event, event_id)
    if event is None:
        raise Problem(_("This event was deleted in the meantime. Undo brings it back."))
    return event


def save_event(db: Db, details: EventDetails) -> int:
    """Write a new or a changed event; gives its id.

    Refuses with Invalid: an unknown kind, no title, texts too long, an end before the start,
    numbers of people below 0. Refuses with Problem an event changed or deleted since it was
    loaded. An end after midnight is an ordinary one.
    """
    details = checked(details)
    if details.id is None:
        event = Event()
        db.add(event)
    else:
        event = event_or_problem(db, details.id)
        if event.version != details.version:
            raise Problem(
                _(
                    "{title} was changed elsewhere in the meantime; nothing was written. "
                    "Open it again and make your change there."
                ).format(title=event.title)
            )
    for name in _PLAIN_FIELDS:
        setattr(event, name, getattr(details, name))
    event.interpreters = ",".join(details.interpreters)
    event.fold = fold(f"{details.title} {details.place}")
    db.flush()  # for the id
    return event.id


_PLAIN_FIELDS = (
    "kind", "title", "starts", "ends", "place", "virtual_link", "sibling_table", "childcare",
    "audience", "facilitator", "expected", "capacity", "head_count", "notes",
)  # fmt: skip


def checked(details: EventDetails) -> EventDetails:
    """The event with its texts normalised; Invalid, naming the field, for what cannot be kept."""
    if details.kind not in KINDS:
        raise Invalid("kind", _("“{word}” is not a kind of event.").format(word=details.kind))
    title = short_line(details.title, "title")
    if not title:
        raise Invalid("title", _("Give the event a title, so that it can be found again."))
    check_day("starts", details.starts.date())
    if details.ends < details.starts:
        raise Invalid(
            "ends", _("The event ends before it begins; after midnight, choose the next day.")
        )
    for name in ("expected", "capacity", "head_count"):
        check_people(name, getattr(details, name))
    codes = dict.fromkeys(clean_line(code).replace(",", "") for code in details.interpreters)
    return replace(
        details,
        title=title,
        place=short_line(details.place, "place"),
        virtual_link=short_line(details.virtual_link, "virtual_link", _LONGEST_LINK),
        interpreters=tuple(code for code in codes if code),
        audience=short_line(details.audience, "audience"),
        facilitator=short_line(details.facilitator, "facilitator"),
        notes=checked_note(details.notes),
    )


def check_people(field: str, number: int | None) -> None:
    """Refuse with Invalid a number of people below 0 or beyond belief."""
    if number is not None and not 0 <= number <= _MOST_PEOPLE:
        raise Invalid(field, _("Write a number of people from 0 to 1,000,000, or nothing."))


def delete_event(db: Db, event_id: int) -> None:
    """Delete an event and its list of who came; hours given there stay, without the event."""
    db.delete(event_or_problem(db, event_id))


def copy_event(db: Db, event_id: int, new_start: datetime) -> int:
    """A new event like an earlier one, as long as that, with nobody there yet; gives its id."""
    earlier = get_event(db, event_id)
    ends = new_start + (earlier.ends - earlier.starts)
    copy = replace(earlier, id=None, version=0, starts=new_start, ends=ends, head_count=0)
    return save_event(db, copy)
