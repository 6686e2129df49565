# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Volunteers of the made-up school, the hours they gave, and last year's certificates."""

from collections import Counter
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from typing import Any

from coordinator.recognition import DEFAULT_LEVELS, level_for
from coordinator.sample.evenings import Evening, note_visit
from coordinator.sample.world import FOLDER, Human, World, read_csv
from coordinator.store.models import Person, Recognition, Service, Volunteer

_VOLUNTEERS = 90
_MINUTES = (1_600 * 60, 900 * 60)  # last year, and this one until 23 November
_FULL_AUTUMN = 90  # days of this year after which all of its minutes were given
# Some carry most of the work: the told ones, and some more.
_BUSY_HELPERS = 28
_BUSY, _NOW_AND_THEN = (4.5, 9.0), (0.2, 1.2)
_THRESHOLD = 20 * 60
_CERTIFICATES = 8  # the first table at the supper; the others are still to be thanked
_SHEET_DAYS = 12  # newer entries may still wait for a look
# Helpers an event needs, and what they do there.
_HELP = {
    "volunteer_shift": (20, ("",)),
    "cultural_festival": (18, (", food tables", ", stage", ", tidying up")),
    "family_night": (9, (", greeter", ", sibling table", ", interpreter")),
    "open_house": (6, (", greeter", ", interpreter")),
    "conference_day": (5, (", interpreter", ", sibling table")),
    "workshop_session": (2, (", childcare",)),
}
_STARTS = (time(8, 30), time(9, 0), time(10, 15), time(13, 0), time(14, 45))
_NOTES = ("Sheet kept in the binder", "With the 2nd graders", "From home", "Brought own tools")
_REASONS = ("Sheet misread: 1.5, not 15", "Teacher confirmed the longer day")
_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"


def add_volunteers(world: World) -> list[Human]:
    """Those who help: told ones first, then guardians who can be reached."""
    told = set(world.volunteers)
    chosen = [human for human in world.people if human.name in told]
    others = [
        human
        for human in world.people
        if human.role == "guardian" and human.reachable and human.name not in told
    ]
    teens = [human for human in world.people if human.role == "other"][:3]
    chosen += teens
    chosen += world.random.sample(others, _VOLUNTEERS - len(chosen))
    skills = (FOLDER / "skills.txt").read_text(encoding="utf-8").splitlines()
    for human in chosen:
        known = world.random.sample(skills, world.random.choice((0, 1, 1, 1, 2)))
        since = world.days.day(date(2021, 9, 1)) + timedelta(world.random.randrange(1_460))
        world.add(
            Volunteer,
            person_id=human.id,
            skills=", ".join(known),
            since=since if world.chance(0.7) else None,
        )
    return chosen


def add_hours(world: World, helpers: list[Human], over: list[Evening]) -> None:
    """The ledger of both years, in the order of its days; then last year's certificates."""
    weights = [
        world.random.uniform(*(_BUSY if place < _BUSY_HELPERS else _NOW_AND_THEN))
        for place in range(len(helpers))
    ]
    entries: list[dict[str, Any]] = []
    _fill_suppers(world, helpers, over)
    for place, minutes in enumerate(_MINUTES):
        first, last = world.days.teaching_days(place)
        evenings = [evening for evening in over if first <= evening.starts.date() <= last]
        year = [
            entry for evening in evenings for entry in _at_event(world, evening, helpers, weights)
        ]
        if place:
            minutes = minutes * min((last - first).days, _FULL_AUTUMN) // _FULL_AUTUMN
        _fill_up(world, year, minutes, (first, last), helpers, weights)
        entries += year
    entries.sort(key=lambda entry: (entry["date"], entry["person_id"]))
    fresh = world.days.today - timedelta(_SHEET_DAYS)
    for entry in entries:
        typed = entry["source"] == "typed"
        waits = typed and entry["date"] >= fresh and world.chance(0.5)
        world.add(Service, **entry, status="proposed" if waits else "approved")
    _add_certificates(world, helpers)


def _at_event(
    world: World, evening: Evening, helpers: list[Human], weights: list[float]
) -> list[dict[str, Any]]:
    """What helpers gave at one event, from its list of who came."""
    count, deeds = _HELP.get(evening.kind, (0, ("",)))
    length = int((evening.ends - evening.starts).total_seconds()) // 60
    entries = []
    for human in _draw(world, helpers, weights, min(count, evening.expected)):
        minutes = min(length, 240) - world.random.choice((0, 0, 0, 15, 30))
        left = evening.starts + timedelta(minutes=minutes)
        note_visit(world, evening, human, evening.starts, left, "door")
        activity = evening.title + world.random.choice(deeds)
        entry = _entry(human, evening.starts.date(), minutes, activity, "attendance")
        entries.append(entry | {"starts": evening.starts.time(), "event_id": evening.id})
    return entries


def _fill_suppers(world: World, helpers: list[Human], over: list[Evening]) -> None:
    """Put most helpers on the lists of the evenings that thank them."""
    for evening in over:
        if evening.kind == "other" and evening.audience == "Volunteers":
            for human in helpers:
                if world.chance(0.7):
                    note_visit(world, evening, human, evening.starts, None, "paper")


def _draw(world: World, helpers: list[Human], weights: list[float], count: int) -> list[Human]:
    """So many different helpers, the busy ones more often."""
    drawn = world.random.choices(helpers, weights, k=count * 2)
    return list(dict.fromkeys(drawn))[:count]


def _fill_up(
    world: World,
    year: list[dict[str, Any]],
    wanted: int,
    span: tuple[date, date],
    helpers: list[Human],
    weights: list[float],
) -> None:
    """Add entries of everyday help until the year has the minutes wanted."""
    dice = world.random
    rows = read_csv("activities.csv")
    shares = list(accumulate(int(row["share"]) for row in rows))
    busy = {(entry["person_id"], entry["date"]) for entry in year}
    given = sum(entry["minutes"] for entry in year)
    first, last = span
    while given < wanted:
        human = dice.choices(helpers, weights)[0]
        row = dice.choices(rows, cum_weights=shares)[0]
        day = first + timedelta(dice.randrange((last - first).days + 1))
        minutes = int(dice.choice(row["minutes"].split()))
        taken = (human.id, day) in busy or day.weekday() > 4
        if taken and len(busy) < len(helpers) * (last - first).days // 2:
            continue  # as long as there are free days enough
        busy.add((human.id, day))
        source = "import" if world.chance(0.08) else "typed"
        entry = _entry(human, day, minutes, row["activity"], source)
        entry["starts"] = dice.choice(_STARTS) if world.chance(0.4) else None
        entry["note"] = dice.choice(_NOTES) if world.chance(0.05) else ""
        entry["reason"] = dice.choice(_REASONS) if world.chance(0.008) else ""
        year.append(entry)
        given += minutes


def _entry(human: Human, day: date, minutes: int, activity: str, source: str) -> dict[str, Any]:
    return {
        "person_id": human.id,
        "date": day,
        "starts": None,
        "minutes": minutes,
        "activity": activity,
        "event_id": None,
        "source": source,
        "note": "",
        "reason": "",
    }


def _add_certificates(world: World, helpers: list[Human]) -> None:
    """Last year's certificates, handed out at the supper in June; one was misspelt and voided."""
    starts = date(world.days.year_start(0), 7, 1)
    ends = date(world.days.year_start(1), 6, 30)
    given: Counter[int] = Counter()
    for entry in world.rows[Service]:
        if starts <= entry["date"] <= ends:
            given[entry["person_id"]] += entry["minutes"]
    earned = [human for human in helpers if given[human.id] >= _THRESHOLD]
    earned.sort(key=lambda human: (-given[human.id], human.id))
    issued = world.days.day(date(2026, 6, 2))
    printed = datetime.combine(issued, time(17, 5))
    thanked = earned[:_CERTIFICATES]
    for place, human in enumerate([*thanked, *thanked[3:4]], start=1):
        misspelt = place == 4
        world.add(
            Recognition,
            person_id=human.id,
            family_id=None,
            rule="hours",
            starts=starts,
            ends=ends,
            minutes=given[human.id],
            level=level_for(given[human.id], _age(world, human, starts), DEFAULT_LEVELS),
            name=human.name.split()[0] if misspelt else human.name,
            language="es" if human.language == "es" else "en",
            design="classic",
            number=f"{issued.year}-{place:04d}",
            code="".join(world.random.choice(_LETTERS) for _letter in range(8)),
            issued=issued,
            printed=printed,
            voided=printed + timedelta(hours=16) if misspelt else None,
            void_reason="Family names were missing" if misspelt else "",
        )


def _age(world: World, human: Human, day: date) -> int | None:
    """Years on a day, as the rule of certificates counts them; None without a birth date."""
    born: date | None = world.rows[Person][human.id - 1]["birth_date"]
    if born is None:
        return None
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
