# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Two records made one: nothing of either is lost, and undo brings both back."""

import pytest
from sqlalchemy import func, select

from coordinator.errors import Problem
from coordinator.families import (
    compare_families,
    compare_people,
    merge_families,
    merge_people,
    possible_twins,
    similar_people,
)
from coordinator.store.models import (
    Attendance,
    Email,
    Family,
    FamilyTag,
    Member,
    Person,
    Phone,
    Service,
    Volunteer,
)
from coordinator.store.search import find_people
from tests.factories import a_family, a_person, a_volunteer, an_event, some_hours
from tests.rows import check_step


@pytest.fixture
def twins(store):
    with store.write("Set up") as db:
        family = a_family(db)
        first = a_volunteer(db, "Ana Peña Ruiz", family_id=family, phone="555-0142")
        second = a_volunteer(db, "Ana Pena", family_id=family, phone="555-0177", called="Anita")
        db.add_all(
            [Email(person_id=first, address="a@x.org"), Email(person_id=second, address="a@x.org")]
        )
        event = an_event(db)
        db.add_all(
            [
                Attendance(event_id=event, person_id=first, how="list"),
                Attendance(event_id=event, person_id=second, how="list"),
                Attendance(event_id=an_event(db), person_id=second, how="list"),
            ]
        )
        some_hours(db, first)
        some_hours(db, second)
    return first, second


def count(db, model, person_id):
    return db.scalar(select(func.count()).where(model.person_id == person_id))


def test_everything_of_both_belongs_to_one(store, twins):
    first, second = twins
    with store.read() as db:
        assert [pair.key for pair in compare_people(db, first, second)] == [
            "name", "sorts_as", "called",
        ]  # fmt: skip
    check_step(store, "Merge", lambda db: merge_people(db, first, second, {"name"}))
    with store.read() as db:
        person = db.get_one(Person, first)
        assert db.get(Person, second) is None
        assert (person.name, person.called) == ("Ana Pena", "Anita")
        assert [count(db, m, first) for m in (Phone, Email, Member, Attendance, Service)] == [
            2, 1, 1, 2, 2,
        ]  # fmt: skip
        assert count(db, Volunteer, first) == 1
        assert find_people(db, "0177") == find_people(db, "0142") == [first]


def test_families_are_merged_with_their_people_and_wishes(store):
    with store.write("Set up") as db:
        kept = a_family(db, "Peña Ruiz", do_not_list=False)
        other = a_family(db, "Pena", do_not_list=True, external_id="H7", city="Austin")
        child = a_person(db, "Lucía", family_id=kept, role="student")
        db.add(Member(family_id=other, person_id=child, role="student"))
        a_person(db, "Luis", family_id=other)
        db.add_all([FamilyTag(family_id=kept, name="x"), FamilyTag(family_id=other, name="x"),
                    FamilyTag(family_id=other, name="y")])  # fmt: skip
    with store.read() as db:
        assert "city" in {pair.key for pair in compare_families(db, kept, other)}
    check_step(store, "Merge", lambda db: merge_families(db, kept, other))
    with store.read() as db:
        family = db.get_one(Family, kept)
        assert (family.name, family.city, family.external_id) == ("Peña Ruiz", "Austin", "H7")
        assert family.do_not_list
        assert {member.person.name for member in family.members} == {"Lucía", "Luis"}
        assert [tag.name for tag in family.tags] == ["x", "y"]


def test_nobody_is_merged_with_themselves(store, twins):
    with pytest.raises(Problem), store.write("Merge") as db:
        merge_people(db, twins[0], twins[0])


def test_who_is_gone_is_not_merged(store, twins):
    for pair in ((twins[0], 999), (999, twins[0])):
        with pytest.raises(Problem, match="no longer here"), store.write("Merge") as db:
            merge_people(db, *pair)
        with pytest.raises(Problem, match="no longer here"), store.read() as db:
            compare_families(db, *pair)


def test_twins_are_shown_with_the_reason_and_siblings_are_not(store):
    with store.write("Set up") as db:
        family = a_family(db)
        first = a_person(db, "José Peña", family_id=family, phone="555-0142")
        second = a_person(db, "Jose  Pena", phone="555-0142")
        a_person(db, "Lucía Peña", family_id=family, phone="555-0142")
    with store.read() as db:
        pairs = possible_twins(db)
        assert [(p.first_id, p.second_id, p.reason) for p in pairs] == [
            (first, second, "same name and phone")
        ]
        assert {row.id for row in similar_people(db, None, "jose pena")} == {first, second}
        assert len(similar_people(db, None, "Zed", ["(612) 555-0142"])) == 3
