# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Finding people by any part of a name or a number."""

import pytest

from coordinator.store.search import find_people
from tests.factories import a_person


@pytest.fixture
def people(store):
    with store.write("Add people") as db:
        return {
            name: a_person(db, name, phone=phone)
            for name, phone in {
                "Nguyễn Thị Thảo": "555-0142",
                "Łukasz Wiśniewski": "555-0177",
                "Đặng Văn Minh": "",
                "Ana Lucía Peña Ruiz": "(555) 010-2118",
                "سميرة الحداد": "",
                "李小龙": "",
                "100% Real_Name": "",
            }.items()
        }


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("nguyen", "Nguyễn Thị Thảo"),
        ("thao ngu", "Nguyễn Thị Thảo"),
        ("guy", "Nguyễn Thị Thảo"),
        ("lukasz", "Łukasz Wiśniewski"),
        ("dang", "Đặng Văn Minh"),
        ("peña", "Ana Lucía Peña Ruiz"),
        ("pena r", "Ana Lucía Peña Ruiz"),
        ("2118", "Ana Lucía Peña Ruiz"),
        ("555 010 2118", "Ana Lucía Peña Ruiz"),
        ("سميرة", "سميرة الحداد"),
        ("李小", "李小龙"),
    ],
)
def test_any_part_finds_the_person(store, people, words, name):
    with store.read() as db:
        assert find_people(db, words) == [people[name]]


@pytest.mark.parametrize("words", ["", "  ", "%", "_", "\\", "[a]", '"', "*", "AND", "NEAR(", "zz"])
def test_signs_are_not_wild(store, people, words):
    with store.read() as db:
        found = find_people(db, words)
    assert found in ([], [people["Ana Lucía Peña Ruiz"]])
    assert words != "%" or found == []


def test_a_very_long_search_is_answered(store, people):
    with store.read() as db:
        assert find_people(db, "x" * 10_000) == []
        assert find_people(db, "word " * 300) == []


def test_people_put_away_are_not_found(store, people):
    from coordinator.store.models import Person

    with store.write("Put away") as db:
        db.get_one(Person, people["Đặng Văn Minh"]).archived = True
    with store.read() as db:
        assert find_people(db, "dang") == []


def test_the_index_follows_a_new_name(store, people):
    from coordinator.store.models import Person

    with store.write("Rename") as db:
        db.get_one(Person, people["Đặng Văn Minh"]).fold = "minh dang van ho"
    with store.read() as db:
        assert find_people(db, "ho") == [people["Đặng Văn Minh"]]
