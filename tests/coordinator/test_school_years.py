# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""School years and semesters: their order, what is refused, and undo."""

from dataclasses import replace
from datetime import date

import pytest

from coordinator.errors import Invalid, Problem
from coordinator.school_years import (
    delete_semester,
    list_terms,
    new_semester,
    next_year,
    save_term,
)
from coordinator.store import Store
from coordinator.terms import TermRow, list_years
from tests.rows import check_step


def names(store: Store) -> list[str]:
    with store.read() as db:
        return [term.name for term in list_terms(db)]


def test_semesters_follow_their_year(sample_store: Store) -> None:
    assert names(sample_store) == [
        "2026-27", "Fall 2026", "Spring 2027", "2025-26", "Fall 2025", "Spring 2026",
    ]  # fmt: skip


def test_the_next_year_comes_after_the_newest(store: Store) -> None:
    with store.write("Add") as db:
        term = next_year(db, date(2026, 11, 23))
        assert term.name == "2027-28"
        save_term(db, term)
    assert names(store)[0] == "2027-28"


def test_new_semesters_are_fall_then_spring(store: Store) -> None:
    with store.write("Add") as db:
        year = list_years(db)[0]
        for name in ("Fall 2026", "Spring 2027"):
            term = new_semester(db, year)
            assert term.name == name
            save_term(db, term)


def test_changed_days_are_kept_and_undone(store: Store) -> None:
    with store.read() as db:
        year = list_years(db)[0]
    later = replace(year, starts=date(2026, 8, 1))
    check_step(store, "Days", lambda db: save_term(db, later))
    with store.read() as db:
        assert list_years(db)[0].starts == date(2026, 8, 1)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": "  "}, "name"),
        ({"name": "2025-26"}, "name"),
        ({"ends": date(2026, 7, 1)}, "ends"),
        ({"ends": date(2028, 7, 1)}, "ends"),
        ({"starts": date(2026, 6, 30)}, "starts"),
    ],
)
def test_days_that_make_no_sense_are_refused(
    store: Store, change: dict[str, object], field: str
) -> None:
    with store.read() as db:
        year = list_years(db)[0]
    with pytest.raises(Invalid) as refused, store.write("Days") as db:
        save_term(db, replace(year, **change))
    assert refused.value.field == field
    with store.read() as db:
        assert list_years(db)[0] == year


def test_a_semester_can_go_a_year_cannot(store: Store) -> None:
    semester = TermRow(0, "semester", "Fall 2026", date(2026, 8, 17), date(2026, 12, 20))
    with store.write("Add") as db:
        term_id = save_term(db, semester)
    with store.write("Take away") as db:
        delete_semester(db, term_id)
    assert "Fall 2026" not in names(store)
    with store.read() as db:
        year = list_years(db)[0]
    with pytest.raises(Problem), store.write("Take away") as db:
        delete_semester(db, year.id)
    assert year.name in names(store)


def test_a_term_that_is_gone_is_said_in_words(store: Store) -> None:
    gone = TermRow(999, "semester", "Fall 2026", date(2026, 8, 17), date(2026, 12, 20))
    with pytest.raises(Problem, match="deleted"), store.write("Change") as db:
        save_term(db, gone)
    with pytest.raises(Problem, match="deleted"), store.write("Take away") as db:
        delete_semester(db, gone.id)
