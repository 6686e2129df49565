# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Who meets a rule, with the figures of now."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, select

from coordinator.hours.ledger import one_of
from coordinator.recognition.background import background, homerooms_of
from coordinator.recognition.levels import level_for, list_levels
from coordinator.recognition.rules import (
    Rule,
    check_rule,
    earlier_numbers,
    same_thing,
    span_of,
)
from coordinator.settings import load_settings
from coordinator.store import Db
from coordinator.store.models import Attendance, Family, Member, Person, Recognition, Service
from coordinator.text import fold


@dataclass(frozen=True)
class EarnedRow:
    """A person, or a family, and the figures of now.

    `minutes` are those approved in the period (at the event, for that rule). `already` is the
    number of an earlier certificate for the same. `shared` names those whose hours count for
    another family as well. `homeroom` is the teacher who can hand it out, where there is one.
    """

    person_id: int | None
    family_id: int | None
    name: str
    sorts_as: str
    language: str
    minutes: int
    level: str
    already: str | None = None
    shared: tuple[str, ...] = ()
    homeroom: str = ""


def who_earned(db: Db, rule: Rule) -> list[EarnedRow]:
    """Everybody who meets a rule, by name as it sorts; only approved hours count.

    In the hours of a family each entry of its members counts once; those of a person in two
    families count for both, and `shared` says so.
    """
    check_rule(rule)
    rows = _families(db, rule) if rule.kind == "family_hours" else _people(db, rule)
    if rule.only_new and rule.kind != "chosen":
        rows = [row for row in rows if row.already is None]
    return sorted(
        rows, key=lambda row: (fold(row.sorts_as), row.person_id or 0, row.family_id or 0)
    )


def count_due(db: Db, rule: Rule) -> int:
    """How many people meet a rule of hours and have no certificate for it yet; one statement."""
    check_rule(rule)
    earned = select(Service.person_id).where(_approved(rule)).group_by(Service.person_id)
    earned = earned.having(func.sum(Service.minutes) >= rule.min_minutes)
    thanked = select(Recognition.person_id).where(
        Recognition.person_id.is_not(None), same_thing(rule.kind, *span_of(db, rule))
    )
    due = earned.where(Service.person_id.not_in(thanked)).subquery()
    return db.scalar(select(func.count()).select_from(due)) or 0


def _approved(rule: Rule) -> ColumnElement[bool]:
    days = Service.date.between(rule.period.starts, rule.period.ends)
    return days & (Service.status == "approved")


def _people(db: Db, rule: Rule) -> list[EarnedRow]:
    minutes = _minutes_of_people(db, rule)
    levels, earlier = list_levels(db), earlier_numbers(db, rule)
    school_language = load_settings(db).language
    # Age at the first day: a birthday within the year must not take a child's level away.
    first_day = rule.period.starts
    return [
        EarnedRow(
            person_id=person.id,
            family_id=None,
            name=person.name,
            sorts_as=person.sorts_as,
            language=person.language or school_language,
            minutes=minutes[person.id],
            level=level_for(minutes[person.id], person.age_on(first_day), levels),
            already=earlier.get((person.id, None)),
            homeroom=person.homeroom,
        )
        for person in background(db, list(minutes), rule.period)
    ]


def _minutes_of_people(db: Db, rule: Rule) -> dict[int, int]:
    """Who meets the rule, and their minutes; people of an event or chosen by hand may have 0."""
    query = select(Service.person_id, func.sum(Service.minutes)).group_by(Service.person_id)
    if rule.kind == "hours":
        enough = func.sum(Service.minutes) >= rule.min_minutes
        return _pairs(db, query.where(_approved(rule)).having(enough))
    if rule.kind == "event":
        here = select(Attendance.person_id).where(Attendance.event_id == rule.event_id)
        wanted = list(db.scalars(here))
        at_event = (Service.event_id == rule.event_id) & (Service.status == "approved")
        given = _pairs(db, query.where(at_event))
    else:
        wanted = list(rule.person_ids)
        given = _pairs(db, query.where(_approved(rule), one_of(Service.person_id, wanted)))
    return {person_id: given.get(person_id, 0) for person_id in wanted}


def _pairs(db: Db, query: Select[int, int]) -> dict[int, int]:
    return {row[0]: row[1] for row in db.execute(query)}


def _families(db: Db, rule: Rule) -> list[EarnedRow]:
    query = (
        select(
            Family.id, Family.name, Family.reading_language, Family.home_language,
            func.sum(Service.minutes),
        )
        .join(Member, Member.family_id == Family.id)
        .join(Service, Service.person_id == Member.person_id)
        .where(_approved(rule))
        .group_by(Family.id)
        .having(func.sum(Service.minutes) >= rule.min_minutes)
    )  # fmt: skip
    families = db.execute(query).all()
    shared = _shared(db, rule)
    homerooms = homerooms_of(db, [row[0] for row in families], rule.period)
    levels, earlier = list_levels(db), earlier_numbers(db, rule)
    school_language = load_settings(db).language
    return [
        EarnedRow(
            person_id=None,
            family_id=family_id,
            name=name,
            sorts_as=name,
            language=reads or speaks or school_language,
            minutes=minutes,
            level=level_for(minutes, None, levels, family=True),
            already=earlier.get((None, family_id)),
            shared=shared.get(family_id, ()),
            homeroom=homerooms.get(family_id, ""),
        )
        for family_id, name, reads, speaks, minutes in families
    ]


def _shared(db: Db, rule: Rule) -> Mapping[int, tuple[str, ...]]:
    """By family, names of members with hours in the period who are in another family too."""
    several = select(Member.person_id).group_by(Member.person_id).having(func.count() > 1)
    served = select(Service.person_id).where(_approved(rule))
    query = select(Member.family_id, Person.name).join(Person, Person.id == Member.person_id)
    query = query.where(Member.person_id.in_(several), Member.person_id.in_(served))
    found: dict[int, tuple[str, ...]] = {}
    for family_id, name in db.execute(query.order_by(Member.id)):
        found[family_id] = (*found.get(family_id, ()), name)
    return found
