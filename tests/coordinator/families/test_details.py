# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A family as a form holds it: saved, refused, undone."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from coordinator.errors import Invalid, Problem
from coordinator.families import (
    FamilyDetails,
    MemberDetails,
    PersonDetails,
    PhoneDetails,
    archive_families,
    default_sorts_as,
    get_family,
    get_person,
    list_families,
    list_people,
    save_family,
)
from coordinator.store.search import find_people
from coordinator.terms import current_year
from tests.rows import all_rows, check_step


@pytest.fixture
def year_id(store):
    with store.read() as db:
        return current_year(db, date(2026, 11, 23)).id


@pytest.fixture
def nguyen():
    return FamilyDetails(
        name="Nguyễn",
        home_language="vi",
        reading_language="en",
        interpreter=True,
        do_not_list=True,
        tags=("book club", "Book  Club ", ""),
        members=(
            MemberDetails(
                PersonDetails(
                    name="Nguyễn Thị Thảo",
                    phones=(PhoneDetails("(612) 555-0142", "mobile"), PhoneDetails("612 555 0142")),
                    emails=("thao@example.org",),
                ),
                relationship="Mother",
            ),
            MemberDetails(
                PersonDetails(name="Nguyễn Minh", grade="02", homeroom_teacher="Ms. Okafor"),
                role="student",
            ),
        ),
    )


def test_what_was_saved_is_read_again(store, year_id, nguyen):
    family_id = check_step(
        store, "Add the Nguyễn family", lambda db: save_family(db, nguyen, year_id)
    )
    with store.read() as db:
        read = get_family(db, family_id, year_id)
        row = list_families(db, year_id)[0]
        assert find_people(db, "0142 thao")
    assert read.tags == ("Book Club", "book club")
    mother, son = (member.person for member in read.members)
    assert mother.phones == (PhoneDetails("+16125550142", "mobile"),)
    assert mother.emails == ("thao@example.org",)
    assert mother.sorts_as == "Nguyễn, Thị Thảo"
    assert (son.grade, son.homeroom_teacher) == ("02", "Ms. Okafor")
    assert (row.students, row.guardians, row.phone) == ("Minh (2)", "Thị Thảo", "(612) 555-0142")


def test_saving_what_was_loaded_changes_nothing(store, year_id, nguyen):
    with store.write("Add") as db:
        family_id = save_family(db, nguyen, year_id)
    before = all_rows(store)
    with store.read() as db:
        loaded = get_family(db, family_id, year_id)
    with store.write("Leave the form") as db:
        save_family(db, loaded, year_id)
    assert all_rows(store) == before
    assert store.undo_label() == "Add"


def test_a_stale_form_is_refused(store, year_id, nguyen):
    with store.write("Add") as db:
        family_id = save_family(db, nguyen, year_id)
    with store.read() as db:
        loaded = get_family(db, family_id, year_id)
    with store.write("Change") as db:
        save_family(db, replace(loaded, notes="first"), year_id)
    with pytest.raises(Problem, match="changed meanwhile"), store.write("Change") as db:
        save_family(db, replace(loaded, notes="second"), year_id)
    with store.read() as db:
        assert get_family(db, family_id, year_id).notes == "first"


def test_somebody_taken_off_is_kept_as_a_person(store, year_id, nguyen):
    with store.write("Add") as db:
        family_id = save_family(db, nguyen, year_id)
    with store.read() as db:
        loaded = get_family(db, family_id, year_id)
    shorter = replace(loaded, members=loaded.members[:1])
    check_step(store, "Take off", lambda db: save_family(db, shorter, year_id))
    with store.read() as db:
        assert len(list_people(db, year_id)) == 2
        assert get_person(db, loaded.members[1].person.id, year_id).grade == "02"


def test_a_child_in_two_families_is_one_person(store, year_id, nguyen):
    with store.write("Add") as db:
        first = save_family(db, nguyen, year_id)
        child = get_family(db, first, year_id).members[1]
        other = FamilyDetails(name="Trần", members=(replace(child, lives_with=False),))
        second = save_family(db, other, year_id)
    with store.read() as db:
        assert get_family(db, second, year_id).members[0].person.id == child.person.id
        assert len(list_people(db, year_id)) == 2


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": " \u00a0"}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"notes": "x" * 20_001}, "notes"),
        ({"street": "x" * 201}, "street"),
        ({"home_language": "x" * 21}, "home_language"),
        ({"best_time": "x" * 201}, "best_time"),
        ({"tags": ("x" * 201,)}, "tags"),
        ({"members": (MemberDetails(PersonDetails(name="A", sorts_as="x" * 201)),)}, "sorts_as"),
        (
            {"members": (MemberDetails(PersonDetails(name="A"), relationship="x" * 201),)},
            "relationship",
        ),
        (
            {
                "members": (
                    MemberDetails(PersonDetails(name="A", grade="02", homeroom_teacher="x" * 201)),
                )
            },
            "homeroom_teacher",
        ),
        (
            {
                "members": (
                    MemberDetails(
                        PersonDetails(name="A", phones=(PhoneDetails("612 555 0142", "x" * 201),))
                    ),
                )
            },
            "phones",
        ),
        ({"members": (MemberDetails(PersonDetails(name="")),)}, "person_name"),
        ({"members": (MemberDetails(PersonDetails(name="A"), role="dog"),)}, "role"),
        (
            {"members": (MemberDetails(PersonDetails(name="A", phones=(PhoneDetails("55"),))),)},
            "phones",
        ),
        (
            {"members": (MemberDetails(PersonDetails(name="A", emails=("a@x.org\nBcc: y@z",))),)},
            "emails",
        ),
        (
            {
                "members": (
                    MemberDetails(
                        PersonDetails(name="A", birth_date=date.today() + timedelta(days=1))
                    ),
                )
            },
            "birth_date",
        ),
    ],
)
def test_what_cannot_be_kept_is_refused_and_leaves_no_trace(store, year_id, nguyen, change, field):
    before = all_rows(store)
    with pytest.raises(Invalid) as refusal, store.write("Add") as db:
        save_family(db, replace(nguyen, **change), year_id)
    assert refusal.value.field == field
    assert all_rows(store) == before


@pytest.mark.parametrize("name", ["<b>Ann</b>", "=1+1", "Null", "X", "x" * 200, "%_\\", "'; --"])
def test_odd_names_are_kept_letter_for_letter(store, year_id, name):
    with store.write("Add") as db:
        family_id = save_family(db, FamilyDetails(name=name), year_id)
    with store.read() as db:
        assert get_family(db, family_id, year_id).name == name


def test_a_family_put_away_leaves_the_list_and_comes_back(store, year_id, nguyen):
    with store.write("Add") as db:
        family_id = save_family(db, nguyen, year_id)
    check_step(store, "Put away", lambda db: archive_families(db, [family_id]))
    with store.read() as db:
        assert list_families(db, year_id) == []
        assert [row.id for row in list_families(db, year_id, archived=True)] == [family_id]


@pytest.mark.parametrize(
    ("name", "family", "sorts_as"),
    [
        ("Ana Lucía Peña Ruiz", "Peña Ruiz", "Peña Ruiz, Ana Lucía"),
        ("Nguyễn Thị Thảo", "Nguyễn", "Nguyễn, Thị Thảo"),
        ("Madonna", "Ciccone", "Madonna"),
        ("Juan de la Cruz", "", "Juan de la Cruz"),
    ],
)
def test_where_a_name_sorts(name, family, sorts_as):
    assert default_sorts_as(name, family) == sorts_as


def test_lists_take_a_fixed_number_of_statements(store, year_id, nguyen, count_statements):
    with store.write("Add") as db:
        save_family(db, nguyen, year_id)
    with store.read() as db, count_statements(db) as few:
        list_families(db, year_id)
        list_people(db, year_id)
    with store.write("Add more") as db:
        for number in range(20):
            save_family(db, replace(nguyen, name=f"Family {number}"), year_id)
    with store.read() as db, count_statements(db) as many:
        assert len(list_families(db, year_id)) == 21
        assert len(list_people(db, year_id)) == 42
    assert many == few
