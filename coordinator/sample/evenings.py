# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Events of the made-up school, and who came to those that are over."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from coordinator.sample.world import Human, World, read_csv
from coordinator.store.models import Attendance, Event
from coordinator.text import fold

_COME_ALONE = frozenset({"meeting", "workshop_session"})
_SERIES_FAMILIES = 14
_HOW = {"door": 60, "paper": 25, "list": 15}
_ONLINE = "https://meet.example.org/maple-hollow"


@dataclass(frozen=True)
class Evening:
    """An event as the ledger needs it."""

    id: int
    kind: str
    title: str
    starts: datetime
    ends: datetime
    audience: str
    expected: int


def add_events(world: World) -> list[Evening]:
    """Every event; those that are over, in order, for the hours that were given there."""
    over = []
    for row in read_csv("events.csv"):
        written = date.fromisoformat(row["date"])
        days = world.days
        day = days.day_near_today(written) if row["moves"] else days.day(written)
        starts = datetime.combine(day, time.fromisoformat(row["from"]))
        ends = datetime.combine(day, time.fromisoformat(row["to"]))
        is_over = day < days.today
        expected = int(row["expected"])
        event_id = world.add(
            Event,
            kind=row["kind"],
            title=row["title"],
            starts=starts,
            ends=ends,
            place=row["place"],
            virtual_link=_ONLINE if "online" in row["place"] else "",
            interpreters=",".join(row["interpreters"].split()),
            sibling_table=bool(row["siblings"]),
            childcare=bool(row["childcare"]),
            audience=row["audience"],
            facilitator=row["facilitator"],
            expected=expected,
            capacity=30 if row["kind"] == "workshop_session" else None,
            head_count=world.random.randrange(expected // 10 + 2) if is_over else 0,
            notes=row["notes"],
            fold=fold(f"{row['title']} {row['place']}"),
        )
        if is_over:
            what = (row["kind"], row["title"], starts, ends, row["audience"], expected)
            over.append(Evening(event_id, *what))
    _add_visitors(world, over)
    return over


def _add_visitors(world: World, over: list[Evening]) -> None:
    series: dict[str, list[list[Human]]] = {}
    households = [people for people in world.families.values() if people[0].reachable]
    for evening in over:
        if evening.audience == "Volunteers":
            continue  # those who help are not chosen yet
        wanted = int(evening.expected * world.random.uniform(0.55, 0.9))
        if evening.kind == "workshop_session":
            topic = f"{evening.title.split(',')[0]} {evening.starts.year}"
            group = series.setdefault(topic, world.random.sample(households, _SERIES_FAMILIES))
            group = [people for people in group if world.chance(0.75)]
        else:
            group = world.random.sample(households, len(households))
        came = 0
        for people in group:
            if came >= wanted:
                break
            came += _add_household(world, evening, people)


def _add_household(world: World, evening: Evening, people: list[Human]) -> int:
    """Note those of a family who came; how many."""
    guardians = [human for human in people if human.role == "guardian" and human.reachable]
    visitors = guardians if world.chance(0.35) else guardians[:1]
    if evening.kind not in _COME_ALONE:
        visitors = visitors + [human for human in people if human.role == "student"]
    arrived = evening.starts + timedelta(minutes=world.random.randrange(-10, 20))
    how = world.random.choices(tuple(_HOW), tuple(_HOW.values()))[0]
    left = evening.ends - timedelta(minutes=world.random.randrange(15))
    for human in visitors:
        note_visit(world, evening, human, arrived, left if how == "door" else None, how)
    return len(visitors)


def note_visit(
    world: World,
    evening: Evening,
    human: Human,
    arrived: datetime,
    left: datetime | None,
    how: str,
) -> None:
    """Put a person on the list of an event, once; a paper list knows no times."""
    key = (evening.id, human.id)
    if key in world.visits:
        return
    world.visits.add(key)
    world.add(
        Attendance,
        event_id=evening.id,
        person_id=human.id,
        arrived=arrived if how == "door" else None,
        left=left if how == "door" else None,
        how=how,
    )
