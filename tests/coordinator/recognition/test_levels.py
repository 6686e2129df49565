# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Levels: which one is reached at an age, and the school's own set."""

from dataclasses import replace

import pytest

from coordinator import recognition
from coordinator.errors import Invalid
from coordinator.recognition import DEFAULT_LEVELS, Level, level_for, level_title
from tests.rows import all_rows, check_step


@pytest.mark.parametrize(
    ("hours", "age", "level"),
    [
        (25, 10, ""),
        (26, 5, "bronze"),
        (74, 10, "silver"),
        (75, 10, "gold"),
        (75, 11, "silver"),
        (100, 15, "gold"),
        (100, 16, "bronze"),
        (249, 25, "silver"),
        (249, 26, "bronze"),
        (500, 80, "gold"),
        (99, None, ""),
        (100, None, "bronze"),
        (1000, 4, ""),
    ],
)
def test_the_level_of_a_person_follows_hours_and_age(hours, age, level):
    assert level_for(hours * 60, age, DEFAULT_LEVELS) == level


@pytest.mark.parametrize(
    ("minutes", "level"),
    [(200 * 60 - 1, ""), (200 * 60, "bronze"), (500 * 60, "silver"), (1000 * 60, "gold")],
)
def test_a_family_has_thresholds_of_its_own(minutes, level):
    assert level_for(minutes, None, DEFAULT_LEVELS, family=True) == level


def test_a_new_school_gets_the_usual_levels_and_keeps_its_own_after(store):
    check_step(store, "Set up", recognition.ensure_levels)
    with store.read() as db:
        levels = recognition.list_levels(db)
    assert [replace(level, id=None) for level in levels] == list(DEFAULT_LEVELS)
    with store.write("Own") as db:
        recognition.save_levels(db, levels[:1])
        recognition.ensure_levels(db)
    with store.read() as db:
        assert recognition.list_levels(db) == levels[:1]


def test_levels_are_changed_added_and_deleted_at_once_and_ranked(store):
    with store.write("Set up") as db:
        recognition.ensure_levels(db)
    with store.read() as db:
        bronze, silver, *_rest = recognition.list_levels(db)
    wanted = [
        Level("kids", " Little  star ", 4, 10, 5 * 60),
        replace(bronze, min_minutes=20 * 60),
        replace(silver, name="Plata"),
    ]
    check_step(store, "Change levels", lambda db: recognition.save_levels(db, wanted))
    with store.read() as db:
        levels = recognition.list_levels(db)
    assert [(one.name, one.min_minutes, one.rank) for one in levels] == [
        ("Little star", 300, 1), ("bronze", 1200, 2), ("Plata", 3000, 3),
    ]  # fmt: skip
    assert [levels[1].id, levels[2].id] == [bronze.id, silver.id]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ([Level("kids", " ", 5, 10, 60)], "name"),
        ([Level("kids", "x" * 201, 5, 10, 60)], "name"),
        ([Level("kids", "bronze", 5, 10, 0)], "min_minutes"),
        ([Level("kids", "bronze", 11, 10, 60)], "max_age"),
        ([Level("cats", "bronze", 5, 10, 60)], "band"),
        ([Level("kids", "one", 5, 10, 60), Level("kids", "two", 5, 10, 60)], "min_minutes"),
        ([Level("kids", "Uno", 5, 10, 60), Level("kids", "uno", 5, 10, 90)], "name"),
    ],
)
def test_a_set_that_makes_no_sense_is_refused_and_leaves_no_trace(store, wrong, field):
    with store.write("Set up") as db:
        recognition.ensure_levels(db)
    before = all_rows(store)
    with pytest.raises(Invalid) as refused, store.write("Change levels") as db:
        recognition.save_levels(db, wrong)
    assert refused.value.field == field
    assert all_rows(store) == before


def test_a_word_of_the_schools_own_is_printed_as_written():
    assert level_title("gold") == "Gold"
    assert level_title("Estrella") == "Estrella"
    assert level_title("") == ""


def test_every_band_has_a_title():
    assert all(recognition.band_title(band) != band for band in recognition.BANDS)
