# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What a certificate needs to know of people: their language, age, and homeroom teacher."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from coordinator.grades import grade_rank
from coordinator.hours.ledger import one_of
from coordinator.store import Db
from coordinator.store.models import Enrollment, Family, Member, Person, Term
from coordinator.terms import Period

_AGE_BEFORE_GRADE_1 = {"PK": 4, "TK": 5, "KG": 5}


@dataclass(frozen=True)
class Background:
    """A person as a certificate sees them; `language` falls back on their family's."""

    id: int
    name: str
    sorts_as: str
    language: str | None
    birth_date: date | None
    grade: str
    homeroom: str

    def age_on(self, day: date) -> int | None:
        """Years on a day, by birth date, else as usual for the grade; None where both lack."""
        if self.birth_date is not None:
            born = self.birth_date
            return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
        if self.grade.isdigit():
            return int(self.grade) + 5
        return _AGE_BEFORE_GRADE_1.get(self.grade)


def background(db: Db, person_ids: Sequence[int], period: Period) -> list[Background]:
    """What is known of some people, in no order; ids that are gone are left out.

    A student's homeroom is that of the newest school year of the period; others have that of
    the youngest student in their families.
    """
    query = select(
        Person.id, Person.name, Person.certificate_name, Person.sorts_as, Person.language,
        Person.birth_date,
    )  # fmt: skip
    people = db.execute(query.where(one_of(Person.id, person_ids))).all()
    languages, families = _homes(db, person_ids)
    own = _classes(db, person_ids, period)
    homerooms = homerooms_of(db, {one for found in families.values() for one in found}, period)
    return [
        Background(
            id=row.id,
            name=row.certificate_name or row.name,
            sorts_as=row.sorts_as,
            language=row.language or languages.get(row.id),
            birth_date=row.birth_date,
            grade=own[row.id][0] if row.id in own else "",
            homeroom=own[row.id][1]
            if row.id in own
            else next((homerooms[one] for one in families.get(row.id, ()) if one in homerooms), ""),
        )
        for row in people
    ]


def homerooms_of(db: Db, family_ids: Iterable[int], period: Period) -> dict[int, str]:
    """By family, the homeroom teacher of its youngest student; families without are left out."""
    query = select(Member.family_id, Member.person_id).where(Member.role == "student")
    students = db.execute(query.where(one_of(Member.family_id, family_ids))).all()
    classes = _classes(db, {person_id for _family, person_id in students}, period)
    youngest: dict[int, tuple[int, str]] = {}
    for family_id, person_id in students:
        grade, teacher = classes.get(person_id, ("", ""))
        found = (grade_rank(grade), teacher)
        if teacher and found < youngest.get(family_id, (grade_rank("") + 1, "")):
            youngest[family_id] = found
    return {family_id: teacher for family_id, (_rank, teacher) in youngest.items()}


def _homes(db: Db, person_ids: Iterable[int]) -> tuple[dict[int, str], dict[int, list[int]]]:
    """By person: what the first family with a known language reads, or speaks; their families."""
    query = select(
        Member.person_id, Member.family_id, Family.reading_language, Family.home_language
    )
    query = query.join(Family, Family.id == Member.family_id)
    query = query.where(one_of(Member.person_id, person_ids)).order_by(Member.id)
    languages: dict[int, str] = {}
    families: dict[int, list[int]] = {}
    for person_id, family_id, reads, speaks in db.execute(query):
        families.setdefault(person_id, []).append(family_id)
        if language := reads or speaks:
            languages.setdefault(person_id, language)
    return languages, families


def _classes(db: Db, person_ids: Iterable[int], period: Period) -> dict[int, tuple[str, str]]:
    """By student, grade and teacher in the last school year that shares days with the period."""
    year = select(Term.id).where(
        Term.kind == "year", Term.starts <= period.ends, Term.ends >= period.starts
    )
    newest = year.order_by(Term.starts.desc()).limit(1).scalar_subquery()
    query = select(Enrollment.person_id, Enrollment.grade, Enrollment.homeroom_teacher)
    query = query.where(one_of(Enrollment.person_id, person_ids), Enrollment.term_id == newest)
    return {person_id: (grade, teacher) for person_id, grade, teacher in db.execute(query)}
