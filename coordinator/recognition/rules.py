# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What is thanked for, and who has been thanked for the same already."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, func, select

from coordinator.errors import Invalid
from coordinator.events import event_or_problem
from coordinator.i18n import _
from coordinator.store import Db
from coordinator.store.models import Recognition, Service
from coordinator.terms import Period
from coordinator.text import fold

KINDS = ("hours", "family_hours", "chosen", "event")


@dataclass(frozen=True)
class Rule:
    """What is thanked for.

    hours, family_hours: at least `min_minutes` approved in `period`. event: who is on the list
    of `event_id`. chosen: `person_ids`. `only_new` leaves out who has been recognised for the
    same already; people chosen by hand are never left out.
    """

    kind: str
    period: Period
    min_minutes: int = 0
    only_new: bool = True
    event_id: int | None = None
    person_ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class Waiting:
    """Hours proposed and not yet approved: they count for nothing until somebody looks."""

    entries: int
    people: int
    minutes: int


def rule_title(kind: str) -> str:
    """A kind of rule in words."""
    titles = {
        "hours": _("Hours"),
        "family_hours": _("Hours of a family"),
        "chosen": _("Chosen by hand"),
        "event": _("Came to an event"),
    }
    return titles.get(kind, kind)


def waiting_hours(db: Db, period: Period) -> Waiting:
    """What is still to be approved in a period, to be told beside who earned something."""
    query = select(
        func.count(), func.count(Service.person_id.distinct()), func.sum(Service.minutes)
    )
    days = Service.date.between(period.starts, period.ends)
    entries, people, minutes = db.execute(query.where(days, Service.status == "proposed")).one()
    return Waiting(entries, people, minutes or 0)


def check_rule(rule: Rule) -> None:
    """Refuse with Invalid a rule that cannot be asked."""
    if rule.kind not in KINDS:
        raise Invalid("kind", _("“{word}” is not a rule.").format(word=rule.kind))
    if rule.kind == "event" and rule.event_id is None:
        raise Invalid("event_id", _("Choose the event first."))
    if rule.min_minutes < 0:
        raise Invalid("min_minutes", _("Write a number of hours from 0."))


def span_of(db: Db, rule: Rule) -> tuple[date, date]:
    """The days a certificate by this rule is about: those of the event, else of the period."""
    if rule.kind == "event" and rule.event_id is not None:
        event = event_or_problem(db, rule.event_id)
        return event.starts.date(), event.ends.date()
    return rule.period.starts, rule.period.ends


def usual_reason(db: Db, rule: Rule) -> str:
    """The reason that is written where nobody gives one: the title of the event, else nothing."""
    if rule.kind == "event" and rule.event_id is not None:
        return event_or_problem(db, rule.event_id).title
    return ""


def same_thing(kind: str, starts: date, ends: date) -> ColumnElement[bool]:
    """Valid certificates by a kind of rule for days in common with these."""
    return and_(
        Recognition.rule == kind,
        Recognition.voided.is_(None),
        Recognition.starts <= ends,
        Recognition.ends >= starts,
    )


def earlier_numbers(
    db: Db, rule: Rule, reason: str | None = None
) -> dict[tuple[int | None, int | None], str]:
    """Number of the last valid certificate for the same thing, by (person id, family id).

    The same thing: the same rule and days in common; for an event also its title in the reason;
    for people chosen by hand also the same `reason`, unless that is None.
    """
    query = select(
        Recognition.person_id, Recognition.family_id, Recognition.number, Recognition.reason
    ).where(same_thing(rule.kind, *span_of(db, rule)))
    title = fold(usual_reason(db, rule))
    found = {}
    for person_id, family_id, number, said in db.execute(query.order_by(Recognition.id)):
        other = rule.kind == "chosen" and reason is not None and fold(said) != fold(reason)
        if not other and title in fold(said):
            found[person_id, family_id] = number
    return found
