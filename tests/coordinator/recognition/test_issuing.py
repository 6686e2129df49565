# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Certificates: issued with numbers that are never used twice, printed again, voided."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import update

from coordinator.errors import Invalid, Problem
from coordinator.recognition import (
    Rule,
    get_recognitions,
    issue,
    list_recognitions,
    mark_printed,
    void,
    who_earned,
)
from coordinator.store.models import Recognition
from coordinator.terms import Period
from tests.factories import a_family, a_person, a_volunteer, some_hours
from tests.rows import all_rows, check_step

YEAR = Period(date(2026, 7, 1), date(2027, 6, 30), "School year 2026–27")
HOURS = Rule("hours", YEAR, min_minutes=60)
DAY = date(2026, 11, 23)


@pytest.fixture
def three(store):
    """Three people with two hours each, by name."""
    with store.write("Fill") as db:
        for name in ("Ana", "Bo", "Cy"):
            some_hours(db, a_volunteer(db, name, language="es"), 120)
    return store


def issue_all(db, rule=HOURS, day=DAY, **values):
    rows = who_earned(db, replace(rule, only_new=False))
    return issue(db, rule, rows, "classic", "auto", day, **values)


def test_what_was_issued_keeps_the_figures_of_that_moment(three):
    issued = check_step(three, "Issue", issue_all)
    with three.write("Later") as db:
        some_hours(db, issued[0].person_id, 600)
    with three.read() as db:
        kept = get_recognitions(db, [row.id for row in issued])
        assert {row.number: row for row in list_recognitions(db, YEAR)} == {
            row.number: row for row in kept
        }
    assert kept == issued
    assert [(row.number, row.name, row.minutes) for row in kept] == [
        ("2026-0001", "Ana", 120), ("2026-0002", "Bo", 120), ("2026-0003", "Cy", 120),
    ]  # fmt: skip
    assert {(row.starts, row.ends) for row in kept} == {(YEAR.starts, YEAR.ends)}
    assert {(row.language, row.design, row.issued) for row in kept} == {("es", "classic", DAY)}
    assert all(row.printed is None and row.voided is None for row in kept)


def test_codes_are_eight_letters_that_nobody_misreads(three):
    with three.write("Issue") as db:
        codes = [row.code for row in issue_all(db)]
    assert len(set(codes)) == 3
    assert all(len(code) == 8 and not set(code) & set("ILOU01") for code in codes)
    assert all(code.isalnum() and code.upper() == code for code in codes)


def test_a_language_may_be_chosen_for_all(three):
    with three.write("Issue") as db:
        issued = issue(db, HOURS, who_earned(db, HOURS), "plain", "en", DAY)
    assert {row.language for row in issued} == {"en"}


def test_numbers_go_on_in_a_year_and_begin_again_in_the_next(three):
    with three.write("Issue") as db:
        issue_all(db)
        more = issue_all(db, again=True)
        new_year = issue_all(db, day=date(2027, 1, 4), again=True)
    assert [row.number for row in more] == ["2026-0004", "2026-0005", "2026-0006"]
    assert new_year[0].number == "2027-0001"


def test_the_ten_thousandth_is_followed_by_the_next(three):
    with three.write("Issue") as db:
        rows = who_earned(db, HOURS)
        row = issue(db, HOURS, rows[:1], "plain", "auto", DAY)[0]
        db.execute(update(Recognition).where(Recognition.id == row.id).values(number="2026-9999"))
        later = issue(db, HOURS, rows[1:], "plain", "auto", DAY)
    assert [row.number for row in later] == ["2026-10000", "2026-10001"]


def test_a_number_that_undo_took_away_is_not_given_again(three):
    with three.write("Issue") as db:
        issue_all(db)
    three.undo()
    with three.write("Issue") as db:
        assert [row.number for row in issue_all(db)] == ["2026-0004", "2026-0005", "2026-0006"]


def test_nobody_is_recognised_twice_for_the_same_thing_unasked(three):
    with three.write("Issue") as db:
        issue_all(db)
    before = all_rows(three)
    with pytest.raises(Problem, match=r"Ana \(number 2026-0001\)"), three.write("Again") as db:
        issue_all(db)
    assert all_rows(three) == before
    with three.write("Again, asked for") as db:
        assert len(issue_all(db, again=True)) == 3


def test_the_same_row_twice_in_a_list_is_one_certificate(three):
    with three.write("Issue") as db:
        rows = who_earned(db, HOURS)
        assert len(issue(db, HOURS, [*rows, *rows], "plain", "auto", DAY)) == 3


def test_people_chosen_by_hand_may_be_thanked_for_another_reason(three):
    with three.write("Issue") as db:
        ids = tuple(row.person_id for row in who_earned(db, HOURS))
        rule = Rule("chosen", YEAR, person_ids=ids)
        issue_all(db, rule, reason="The garden")
        issue_all(db, rule, reason="The festival")
    with pytest.raises(Problem, match="already"), three.write("Again") as db:
        issue_all(db, rule, reason="the garden")


def test_a_family_gets_a_certificate_of_its_own(store):
    with store.write("Fill") as db:
        family = a_family(db, "Peña Ruiz")
        some_hours(db, a_person(db, family_id=family), 120)
    rule = replace(HOURS, kind="family_hours")
    (row,) = check_step(store, "Issue", lambda db: issue_all(db, rule))
    assert (row.family_id, row.person_id, row.name) == (family, None, "Peña Ruiz")
    with store.read() as db:
        assert who_earned(db, rule) == []
        assert len(who_earned(db, HOURS)) == 1, "a person's own hours are another thing"


def test_nobody_a_stranger_and_a_blank_name_are_refused(three):
    before = all_rows(three)
    with three.read() as db:
        row = who_earned(db, HOURS)[0]
    for rows, refusal in (
        ([], "Nobody"),
        ([replace(row, person_id=999)], "deleted"),
        ([replace(row, name=" \u200b")], "name"),
    ):
        with pytest.raises(Problem, match=refusal), three.write("Issue") as db:
            issue(db, HOURS, rows, "plain", "auto", DAY)
    with pytest.raises(Invalid) as refused, three.write("Issue") as db:
        issue(db, HOURS, [row], "plain", "auto", DAY, "x" * 501)
    assert refused.value.field == "reason"
    assert all_rows(three) == before


def test_printing_again_keeps_the_number_and_can_be_forgotten(three):
    with three.write("Issue") as db:
        issued = issue_all(db)
    ids = [row.id for row in issued]
    moment = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)
    assert check_step(three, "Print", lambda db: mark_printed(db, ids[:2], moment)) == 2
    with three.read() as db:
        printed = get_recognitions(db, [ids[1], ids[2]])
    assert [row.printed for row in printed] == [datetime(2026, 11, 23, 15, 30), None]
    assert [row.number for row in printed] == ["2026-0002", "2026-0003"]
    check_step(three, "Forget", lambda db: mark_printed(db, ids, None))
    with three.read() as db:
        assert get_recognitions(db, ids) == issued


def test_a_voided_certificate_keeps_its_number_and_is_not_printed(three):
    with three.write("Issue") as db:
        first = issue_all(db)[0]
    check_step(three, "Void", lambda db: void(db, first.id, " Wrong  name "))
    with three.read() as db:
        (row,) = get_recognitions(db, [first.id])
    assert row.voided is not None
    assert (row.void_reason, row.number) == ("Wrong name", first.number)
    before = all_rows(three)
    with pytest.raises(Problem, match="voided"), three.write("Print") as db:
        mark_printed(db, [first.id], datetime(2026, 11, 23))
    with pytest.raises(Problem, match="already"), three.write("Void") as db:
        void(db, first.id, "Twice")
    assert all_rows(three) == before


def test_voiding_needs_a_reason_and_a_certificate(three):
    with three.write("Issue") as db:
        first = issue_all(db)[0]
    before = all_rows(three)
    with pytest.raises(Invalid) as refused, three.write("Void") as db:
        void(db, first.id, "  ")
    assert refused.value.field == "void_reason"
    with pytest.raises(Invalid), three.write("Void") as db:
        void(db, first.id, "x" * 501)
    with pytest.raises(Problem, match="no longer"), three.write("Void") as db:
        void(db, 999, "Gone")
    assert all_rows(three) == before


def test_a_list_holds_those_about_the_period_newest_first(three):
    earlier = Period(date(2025, 7, 1), date(2026, 6, 30), "2025–26")
    with three.write("Issue") as db:
        new = issue_all(db)
        old_rule = Rule("chosen", earlier, person_ids=(new[0].person_id,))
        (old,) = issue_all(db, old_rule, day=date(2026, 11, 24), reason="Long ago")
    with three.read() as db:
        assert [row.id for row in list_recognitions(db, earlier)] == [old.id]
        assert [row.id for row in list_recognitions(db)] == [old.id, *(r.id for r in new[::-1])]


def test_issuing_more_and_listing_more_needs_no_more_statements(store, count_statements):
    counts = []
    for people in (2, 20):
        with store.write("More") as db:
            for number in range(people):
                some_hours(db, a_volunteer(db, f"V {number}"), 120)
        with store.write("Issue") as db:
            rows = who_earned(db, HOURS)
            with count_statements(db) as seen:
                issue(db, HOURS, rows, "plain", "auto", DAY)
                list_recognitions(db, YEAR)
        counts.append(len(seen))
    assert counts[0] == counts[1]
