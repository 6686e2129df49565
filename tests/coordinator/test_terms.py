# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""School years by name, and the periods that options mean."""

from datetime import date

import pytest

from coordinator import terms
from coordinator.errors import Problem
from coordinator.school_years import save_term
from coordinator.terms import period_of, usual_year


@pytest.mark.parametrize("name", ["2026-27", "2026–27", " 2026-2027 "])
def test_a_year_has_its_usual_days(name):
    assert usual_year(name) == (date(2026, 7, 1), date(2027, 6, 30))


@pytest.mark.parametrize(
    "name",
    ["0000-01", "9999-00", "2026-3027", "2026-0027", "2026", "26-27", "２０２６-27", "x", ""],
)
def test_what_is_no_school_year_is_refused(name):
    with pytest.raises(Problem, match="2026-27"):
        usual_year(name)


def test_both_spellings_are_one_year_with_the_schools_own_days(store):
    with store.write("Change the year") as db:
        year = next(one for one in terms.list_years(db) if one.name == "2026-27")
        save_term(db, terms.TermRow(year.id, "year", year.name, date(2026, 8, 1), year.ends))
        assert terms.ensure_year(db, "2026-2027") == year.id
    with store.read() as db:
        assert period_of(db, "2026-2027", None, None).starts == date(2026, 8, 1)


@pytest.mark.parametrize(
    ("starts", "ends"), [(date.min, date(2026, 1, 1)), (date(2026, 1, 1), date.max)]
)
def test_days_beyond_belief_are_refused(store, starts, ends):
    with store.read() as db, pytest.raises(Problem, match="1900"):
        period_of(db, None, starts, ends)
