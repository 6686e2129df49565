# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The step into a new school year: everybody one grade up, last year's rows kept."""

from dataclasses import dataclass

from sqlalchemy import insert, select

from coordinator import terms
from coordinator.errors import Problem
from coordinator.grades import grade_rank, next_grade
from coordinator.i18n import _
from coordinator.store import Db
from coordinator.store.models import Enrollment, Person, Term


@dataclass(frozen=True)
class RolloverResult:
    """How many students moved up, were there already, and left after the last grade."""

    year: str
    moved: int
    there_already: int
    left: int


def roll_over(db: Db, from_year_id: int, to_year: str, last_grade: str) -> RolloverResult:
    """Enrol every student of one year in the next, one grade up; homeroom teachers stay open.

    Students of `last_grade` leave: they are kept, with their history, but not enrolled.
    Raises Problem when the new year does not come after the old one.
    """
    old = db.get_one(Term, from_year_id)
    new_id = terms.ensure_year(db, to_year)
    new = db.get_one(Term, new_id)
    if new.starts <= old.starts:
        raise Problem(
            _("{new} does not come after {old}; nothing was changed.").format(
                new=new.name, old=old.name
            )
        )
    there = set(db.scalars(select(Enrollment.person_id).where(Enrollment.term_id == new_id)))
    query = (
        select(Enrollment.person_id, Enrollment.grade, Enrollment.student_number)
        .join(Person, Person.id == Enrollment.person_id)
        .where(Enrollment.term_id == from_year_id, Person.archived.is_(False))
    )
    rows, already, left = [], 0, 0
    for person_id, grade, number in db.execute(query):
        up = next_grade(grade)
        if person_id in there:
            already += 1
        elif grade and (up is None or grade_rank(grade) >= grade_rank(last_grade)):
            left += 1
        else:
            rows.append(
                {
                    "person_id": person_id,
                    "term_id": new_id,
                    "grade": up or "",
                    "homeroom_teacher": "",
                    "student_number": number,
                }
            )
    if rows:
        db.execute(insert(Enrollment), rows)
    return RolloverResult(new.name, len(rows), already, left)
