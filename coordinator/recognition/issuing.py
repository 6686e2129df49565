# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Certificates that were issued: giving them their numbers, printing again, voiding."""

import json
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Integer, Select, cast, func, insert, select, update

from coordinator.errors import Invalid, Problem
from coordinator.hours.ledger import one_of
from coordinator.i18n import _, join_names, ngettext
from coordinator.recognition.earning import EarnedRow
from coordinator.recognition.rules import (
    Rule,
    check_rule,
    earlier_numbers,
    span_of,
    usual_reason,
)
from coordinator.store import Db
from coordinator.store.models import ChangeRow, Family, Person, Recognition
from coordinator.terms import Period
from coordinator.text import checked_note, clean_line, short_line

_ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789"  # nothing that is misread on paper: I L O U 0 1
_CODE_LENGTH = 8
_LONGEST_REASON = 500
_NAMED = 3  # so many names in a refusal


@dataclass(frozen=True)
class RecognitionRow:
    """An issued certificate, with the figures of the day it was issued; moments are UTC."""

    id: int
    person_id: int | None
    family_id: int | None
    rule: str
    starts: date
    ends: date
    minutes: int
    level: str
    reason: str
    name: str
    language: str
    design: str
    number: str
    code: str
    issued: date
    printed: datetime | None
    voided: datetime | None
    void_reason: str


def issue(
    db: Db,
    rule: Rule,
    rows: Sequence[EarnedRow],
    design: str,
    language_choice: str,
    issued_on: date,
    reason: str = "",
    *,
    again: bool = False,
) -> list[RecognitionRow]:
    """Record certificates for some rows, in their order, and give each its number and code.

    Numbers count up without gaps in the calendar year of `issued_on` ('2026-0147'). Language
    'auto' is each one's own. Raises Problem, and records nothing, for nobody, for somebody who
    is gone, and for somebody recognised for the same thing before unless `again`; Invalid for a
    reason of more than 500 letters.
    """
    check_rule(rule)
    reason = checked_note(reason, "reason", _LONGEST_REASON) or usual_reason(db, rule)
    chosen = list({(row.person_id, row.family_id): row for row in rows}.values())
    if not chosen:
        raise Problem(_("Nobody is chosen; tick at least one person."))
    _refuse_missing(db, chosen)
    if not again:
        _refuse_twice(chosen, earlier_numbers(db, rule, reason))
    starts, ends = span_of(db, rule)
    next_place = _last_place(db, issued_on.year) + 1
    values = [
        {
            "person_id": row.person_id,
            "family_id": row.family_id,
            "rule": rule.kind,
            "starts": starts,
            "ends": ends,
            "minutes": row.minutes,
            "level": row.level,
            "reason": reason,
            "name": _printed_name(row),
            "language": row.language if language_choice == "auto" else language_choice,
            "design": design,
            "number": f"{issued_on.year:04d}-{place:04d}",
            "code": "".join(secrets.choice(_ALPHABET) for _letter in range(_CODE_LENGTH)),
            "issued": issued_on,
        }
        for place, row in enumerate(chosen, start=next_place)
    ]
    # One statement for all: with RETURNING SQLite is sent each row on its own.
    newest = db.scalar(select(func.max(Recognition.id))) or 0
    db.execute(insert(Recognition), values)
    issued = _rows().where(Recognition.id > newest).order_by(Recognition.id)
    return [RecognitionRow(*row) for row in db.execute(issued)]


def _printed_name(row: EarnedRow) -> str:
    name = clean_line(row.name)
    if not name:
        raise Invalid("name", _("A certificate needs a name; write one for each person chosen."))
    return name


def _refuse_missing(db: Db, rows: Sequence[EarnedRow]) -> None:
    people = {row.person_id for row in rows if row.person_id is not None}
    families = {row.family_id for row in rows if row.family_id is not None}
    found = db.scalar(select(func.count()).where(one_of(Person.id, people))) or 0
    found += db.scalar(select(func.count()).where(one_of(Family.id, families))) or 0
    if found != len(rows):
        raise Problem(
            _("Somebody on the list was deleted in the meantime; nothing was issued. Try again.")
        )


def _refuse_twice(
    rows: Sequence[EarnedRow], earlier: dict[tuple[int | None, int | None], str]
) -> None:
    twice = [
        (row.name, earlier[row.person_id, row.family_id])
        for row in rows
        if (row.person_id, row.family_id) in earlier
    ]
    if not twice:
        return
    names = [
        _("{name} (number {number})").format(name=name, number=number)
        for name, number in twice[:_NAMED]
    ]
    more = len(twice) - len(names)
    if more:
        names.append(ngettext("{count} other", "{count} others", more).format(count=more))
    raise Problem(
        _(
            "Recognised for the same already: {names}. Nothing was issued; take them off the "
            "list, or choose to recognise them again."
        ).format(names=join_names(names))
    )


def _last_place(db: Db, year: int) -> int:
    """The highest place used in a year, also by certificates whose issue was undone since."""
    prefix = f"{year:04d}-"
    place = func.max(cast(func.substr(Recognition.number, len(prefix) + 1), Integer))
    last = db.scalar(select(place).where(Recognition.number.startswith(prefix))) or 0
    # A number may be on paper although Undo took its row away: only the history knows it.
    gone = select(ChangeRow.before).where(
        ChangeRow.table_name == Recognition.__tablename__, ChangeRow.after.is_(None)
    )
    for before in db.scalars(gone):
        number = json.loads(before or "{}", strict=False).get("number", "")
        if number.startswith(prefix):
            last = max(last, int(number[len(prefix) :]))
    return last


def list_recognitions(db: Db, period: Period | None = None) -> list[RecognitionRow]:
    """Certificates for anything in a period (None: all), the newest first, voided ones too."""
    query = _rows()
    if period is not None:
        query = query.where(Recognition.starts <= period.ends, Recognition.ends >= period.starts)
    query = query.order_by(Recognition.issued.desc(), Recognition.id.desc())
    return [RecognitionRow(*row) for row in db.execute(query)]


def get_recognitions(db: Db, ids: Sequence[int]) -> list[RecognitionRow]:
    """Some certificates in the order of `ids`, to be printed again; those gone are left out."""
    found = db.execute(_rows().where(one_of(Recognition.id, ids)))
    rows = {row.id: RecognitionRow(*row) for row in found}
    return [rows[row_id] for row_id in ids if row_id in rows]


def _rows() -> Select[Any]:
    names = [field.name for field in fields(RecognitionRow)]
    return select(*(getattr(Recognition, name) for name in names))


def mark_printed(db: Db, ids: Iterable[int], moment: datetime | None) -> int:
    """Note when some certificates were printed (None: forget it); how many there were.

    Numbers and figures stay as issued. Raises Problem for one that was voided.
    """
    wanted = list(ids)
    if moment is not None:
        voided = select(Recognition.number).where(
            one_of(Recognition.id, wanted), Recognition.voided.is_not(None)
        )
        number = db.scalar(voided.limit(1))
        if number is not None:
            raise Problem(
                _("Certificate {number} was voided; issue a new one instead.").format(number=number)
            )
    query = update(Recognition).where(one_of(Recognition.id, wanted)).values(printed=_utc(moment))
    gone = query.returning(Recognition.id)
    return len(db.scalars(gone, execution_options={"synchronize_session": False}).all())


def _utc(moment: datetime | None) -> datetime | None:
    if moment is None or moment.tzinfo is None:
        return moment
    return moment.astimezone(UTC).replace(tzinfo=None)


def void(db: Db, recognition_id: int, reason: str) -> None:
    """Declare a certificate invalid; its number stays taken, and its thanks are due again.

    Refuses with Invalid no reason, with Problem one that is gone or voided already.
    """
    row = db.get(Recognition, recognition_id)
    if row is None:
        raise Problem(_("This certificate is no longer in the file; its issue was undone."))
    if row.voided is not None:
        raise Problem(_("Certificate {number} is voided already.").format(number=row.number))
    reason = short_line(reason, "void_reason", _LONGEST_REASON)
    if not reason:
        raise Invalid("void_reason", _("Write why it is voided; it is kept with the number."))
    row.voided, row.void_reason = datetime.now(UTC).replace(tzinfo=None), reason
