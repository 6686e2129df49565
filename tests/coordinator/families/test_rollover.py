# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The new school year: one grade up, the old year kept."""

from datetime import date

import pytest
from sqlalchemy import select

from coordinator.errors import Problem
from coordinator.families import roll_over
from coordinator.store.models import Enrollment
from coordinator.terms import list_years, year_of
from tests.factories import a_family, a_person
from tests.rows import check_step


@pytest.fixture
def students(store):
    with store.write("Set up") as db:
        year = year_of(db, date(2026, 11, 23))
        family = a_family(db)
        found = {}
        for grade in ("KG", "04", "05", ""):
            found[grade] = a_person(db, f"Child {grade}", family_id=family, role="student")
            db.add(Enrollment(person_id=found[grade], term_id=year.id, grade=grade,
                              homeroom_teacher="Okafor", student_number=f"9{grade}"))  # fmt: skip
    return year.id, found


def test_everybody_moves_up_and_the_last_grade_leaves(store, students):
    year_id, found = students
    result = check_step(store, "New year", lambda db: roll_over(db, year_id, "2027-28", "05"))
    assert (result.moved, result.left, result.there_already) == (3, 1, 0)
    with store.read() as db:
        new = next(year for year in list_years(db) if year.name == "2027-28")
        grades = dict(
            db.execute(
                select(Enrollment.person_id, Enrollment.grade).where(Enrollment.term_id == new.id)
            ).all()
        )
        kept = db.scalars(select(Enrollment.id).where(Enrollment.term_id == year_id)).all()
    assert grades == {found["KG"]: "01", found["04"]: "05", found[""]: ""}
    assert len(kept) == 4


def test_twice_changes_nothing_more(store, students):
    year_id, _found = students
    with store.write("New year") as db:
        roll_over(db, year_id, "2027-28", "05")
    with store.write("Again") as db:
        again = roll_over(db, year_id, "2027-28", "05")
    assert (again.moved, again.there_already) == (0, 3)
    assert store.undo_label() == "New year"


@pytest.mark.parametrize("name", ["2025-26", "2026-27", "next", "2027-29"])
def test_a_year_that_does_not_follow_is_refused(store, students, name):
    with pytest.raises(Problem), store.write("New year") as db:
        roll_over(db, students[0], name, "05")
