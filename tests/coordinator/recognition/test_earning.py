# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Who earned a certificate: hours of people and families, events, and people chosen by hand."""

from dataclasses import replace
from datetime import date

import pytest

from coordinator import attendance, recognition
from coordinator.errors import Invalid, Problem
from coordinator.recognition import Rule, count_due, issue, void, waiting_hours, who_earned
from coordinator.store.models import Enrollment, Member
from coordinator.terms import Period, ensure_year
from tests.factories import a_family, a_person, a_volunteer, an_event, some_hours

YEAR = Period(date(2026, 7, 1), date(2027, 6, 30), "School year 2026–27")
HOURS = Rule("hours", YEAR, min_minutes=20 * 60)
FAMILIES = replace(HOURS, kind="family_hours")


def give(db, person_id, hours, day=date(2026, 10, 1), **values):
    for place in range(hours // 10):
        some_hours(db, person_id, 600, day.replace(day=1 + place % 28), **values)
    if hours % 10:
        some_hours(db, person_id, hours % 10 * 60, day, **values)


def earned(store, rule):
    with store.read() as db:
        return who_earned(db, rule)


def test_enough_approved_hours_in_the_period_are_counted_to_the_minute(store):
    with store.write("Fill") as db:
        bo, cy = a_volunteer(db, "Bo"), a_volunteer(db, "Cy")
        give(db, bo, 20)
        give(db, cy, 19)
        some_hours(db, cy, 59)
    assert [(row.person_id, row.minutes) for row in earned(store, HOURS)] == [(bo, 1200)]


def test_proposed_hours_and_other_years_do_not_count_but_proposed_ones_are_told(store):
    with store.write("Fill") as db:
        bo = a_volunteer(db, "Bo")
        give(db, bo, 10)
        give(db, bo, 10, status="proposed")
        give(db, bo, 10, date(2026, 6, 30))
    assert earned(store, HOURS) == []
    with store.read() as db:
        waiting = waiting_hours(db, YEAR)
    assert (waiting.entries, waiting.people, waiting.minutes) == (1, 1, 600)


def test_the_first_and_last_day_belong_to_the_period(store):
    with store.write("Fill") as db:
        bo = a_volunteer(db, "Bo")
        some_hours(db, bo, 600, YEAR.starts)
        some_hours(db, bo, 600, YEAR.ends)
    assert [row.minutes for row in earned(store, HOURS)] == [1200]


def test_names_come_as_for_certificates_and_sorted(store):
    with store.write("Fill") as db:
        for name, values in (("Zoë Ames", {}), ("Álvaro Bo", {"certificate_name": "Don Álvaro"})):
            give(db, a_volunteer(db, name, **values), 20)
        give(db, a_volunteer(db, "bea"), 20)
    assert [row.name for row in earned(store, HOURS)] == ["Don Álvaro", "bea", "Zoë Ames"]


@pytest.mark.parametrize(
    ("own", "reads", "speaks", "language"),
    [
        ("so", "es", "ar", "so"),
        (None, "es", "ar", "es"),
        (None, None, "ar", "ar"),
        (None, None, None, "en"),
    ],
)
def test_the_language_is_their_own_else_the_familys_else_the_schools(
    store, own, reads, speaks, language
):
    with store.write("Fill") as db:
        family = a_family(db, "Abdi", speaks, reading_language=reads)
        give(db, a_volunteer(db, "Bo", family_id=family, language=own), 20)
    assert [row.language for row in earned(store, HOURS)] == [language]


def test_a_childs_level_goes_by_the_age_on_the_first_day_else_by_grade(store):
    with store.write("Fill") as db:
        recognition.ensure_levels(db)
        born = a_person(db, "Turns eleven", birth_date=date(2015, 7, 2))
        older = a_person(db, "Is eleven", birth_date=date(2015, 7, 1))
        by_grade = a_person(db, "Third grade")
        year = ensure_year(db, "2026-27")
        db.add(Enrollment(person_id=by_grade, term_id=year, grade="03"))
        adult = a_volunteer(db, "Bo")
        for person_id in (born, older, by_grade, adult):
            give(db, person_id, 30)
    levels = {row.person_id: row.level for row in earned(store, HOURS)}
    assert levels == {born: "bronze", older: "", by_grade: "bronze", adult: ""}


def test_the_homeroom_is_the_students_own_or_that_of_the_youngest_child(store):
    with store.write("Fill") as db:
        family = a_family(db)
        guardian = a_volunteer(db, "Ana", family_id=family)
        big = a_person(db, "Big", family_id=family, role="student")
        small = a_person(db, "Small", family_id=family, role="student")
        year, last = ensure_year(db, "2026-27"), ensure_year(db, "2025-26")
        for person_id, term_id, grade, teacher in (
            (big, year, "05", "Mr Five"), (small, year, "KG", "Ms Kay"), (big, last, "PK", "Old"),
        ):  # fmt: skip
            db.add(
                Enrollment(
                    person_id=person_id, term_id=term_id, grade=grade, homeroom_teacher=teacher
                )
            )
        for person_id in (guardian, big):
            give(db, person_id, 20)
    homerooms = {row.person_id: row.homeroom for row in earned(store, HOURS)}
    assert homerooms == {guardian: "Ms Kay", big: "Mr Five"}
    assert [row.homeroom for row in earned(store, FAMILIES)] == ["Ms Kay"]


def test_a_family_pools_its_hours_each_entry_once(store):
    with store.write("Fill") as db:
        recognition.ensure_levels(db)
        family = a_family(db, "Peña Ruiz")
        ana, leo = (a_person(db, name, family_id=family) for name in ("Ana", "Leo"))
        give(db, ana, 150)
        give(db, leo, 50)
        give(db, a_volunteer(db, "Of no family"), 30)
    (row,) = earned(store, FAMILIES)
    assert (row.family_id, row.person_id, row.name, row.minutes) == (
        family,
        None,
        "Peña Ruiz",
        12000,
    )
    assert (row.level, row.language, row.shared) == ("bronze", "es", ())


def test_a_person_of_two_families_counts_for_both_and_both_say_so(store):
    with store.write("Fill") as db:
        one, other = a_family(db, "Ames"), a_family(db, "Bell")
        leo = a_person(db, "Leo", family_id=one, role="student")
        db.add(Member(family_id=other, person_id=leo, role="student"))
        give(db, leo, 20)
        give(db, a_person(db, "Ana", family_id=one), 5)
    rows = earned(store, FAMILIES)
    assert [(row.name, row.minutes, row.shared) for row in rows] == [
        ("Ames", 1500, ("Leo",)),
        ("Bell", 1200, ("Leo",)),
    ]


def test_who_came_to_an_event_earns_with_the_hours_given_there(store):
    with store.write("Fill") as db:
        event_id = an_event(db)
        bo, cy = a_volunteer(db, "Bo"), a_volunteer(db, "Cy")
        a_volunteer(db, "Stayed home")
        attendance.mark_came(db, event_id, [bo, cy])
        some_hours(db, bo, 90, event_id=event_id)
        give(db, bo, 30)
    rows = earned(store, Rule("event", YEAR, event_id=event_id))
    assert [(row.name, row.minutes) for row in rows] == [("Bo", 90), ("Cy", 0)]


def test_people_chosen_by_hand_are_all_there_even_when_thanked_before(store):
    with store.write("Fill") as db:
        bo, cy = a_volunteer(db, "Bo"), a_volunteer(db, "Cy")
        rule = Rule("chosen", YEAR, person_ids=(cy, bo, 999))
        (first,) = issue(
            db, rule, who_earned(db, rule)[:1], "plain", "auto", date(2026, 11, 23), "Garden"
        )
    assert [(row.name, row.already) for row in earned(store, rule)] == [
        ("Bo", first.number),
        ("Cy", None),
    ]


def test_who_was_recognised_is_left_out_until_it_is_voided(store):
    with store.write("Fill") as db:
        bo = a_volunteer(db, "Bo")
        give(db, bo, 20)
        (first,) = issue(db, HOURS, who_earned(db, HOURS), "plain", "auto", date(2026, 11, 23))
        assert who_earned(db, HOURS) == []
        assert count_due(db, HOURS) == 0
        (row,) = who_earned(db, replace(HOURS, only_new=False))
        assert row.already == first.number
        half = Period(date(2026, 1, 1), date(2026, 12, 31), "2026")
        assert who_earned(db, replace(HOURS, period=half)) == [], "the periods overlap"
        void(db, first.id, "Wrong name")
        assert [row.already for row in who_earned(db, HOURS)] == [None]
        assert count_due(db, HOURS) == 1


def test_another_event_of_the_same_day_is_another_thing(store):
    with store.write("Fill") as db:
        bo = a_volunteer(db, "Bo")
        rules = []
        for title in ("Garden day", "Story night"):
            event_id = an_event(db, title)
            attendance.mark_came(db, event_id, [bo])
            rules.append(Rule("event", YEAR, event_id=event_id))
        issue(db, rules[0], who_earned(db, rules[0]), "plain", "auto", date(2026, 11, 23))
        assert who_earned(db, rules[0]) == []
        assert [row.person_id for row in who_earned(db, rules[1])] == [bo]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"kind": "luck"}, "kind"),
        ({"kind": "event"}, "event_id"),
        ({"min_minutes": -1}, "min_minutes"),
    ],
)
def test_a_rule_that_cannot_be_asked_is_refused(store, change, field):
    with pytest.raises(Invalid) as refused:
        earned(store, replace(HOURS, **change))
    assert refused.value.field == field


def test_an_event_that_is_gone_is_said_in_words(store):
    with pytest.raises(Problem, match="deleted"):
        earned(store, Rule("event", YEAR, event_id=99))


def test_the_number_due_is_the_length_of_the_list(store):
    with store.write("Fill") as db:
        for hours in (5, 20, 21, 40):
            give(db, a_volunteer(db, f"V {hours}"), hours)
    with store.read() as db:
        assert count_due(db, HOURS) == len(who_earned(db, HOURS)) == 3


@pytest.mark.parametrize("rule", [HOURS, FAMILIES])
def test_a_longer_list_needs_no_more_statements(store, count_statements, rule):
    counts = []
    for _round in range(2):
        with store.write("More") as db:
            for _person in range(3):
                family = a_family(db)
                give(db, a_person(db, family_id=family), 20)
                a_person(db, "Kid", family_id=family, role="student")
        with store.read() as db, count_statements(db) as seen:
            assert len(who_earned(db, rule)) >= 3
        counts.append(len(seen))
    assert counts[0] == counts[1]
