# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The ready reports."""

from datetime import date, datetime

import pytest

from coordinator.errors import Problem
from coordinator.exporting import write_report
from coordinator.reports import list_reports, run_report
from coordinator.store.models import Attendance, Recognition
from coordinator.terms import Period
from tests.factories import a_family, a_person, a_volunteer, an_event, some_hours

YEAR = Period(date(2026, 7, 1), date(2027, 6, 30), "School year 2026–27")
PRINTED = date(2026, 11, 23)


def run(store, name):
    with store.read() as db:
        return run_report(db, name, YEAR, printed=PRINTED)


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "pdf"])
def test_every_report_of_an_empty_school_can_be_written(store, tmp_path, suffix):
    for ready in list_reports():
        path = tmp_path / f"{ready.name}.{suffix}"
        write_report(run(store, ready.name), path)
        assert path.stat().st_size > 100


def test_a_report_is_found_by_its_title_too(store):
    assert run(store, "Families by home language").name == "families-by-language"
    with pytest.raises(Problem, match="hours-by-person"):
        run(store, "weather")


def test_hours_are_rounded_as_the_school_has_chosen(store):
    with store.write("Set up") as db:
        some_hours(db, a_volunteer(db), 67, date(2026, 10, 1))
    with store.read() as db:
        made = run_report(db, "hours-by-person", YEAR, rule="nearest_15")
    assert made.total == ("Total", None, 1, 100)
    assert run(store, "hours-by-person").total == ("Total", None, 1, 112)


def test_attendance_counts_people_families_and_guests(store):
    with store.write("Set up") as db:
        night = an_event(db, "Open House", date(2026, 10, 8), head_count=12)
        an_event(db, "Today", PRINTED)
        an_event(db, "Tomorrow", date(2026, 11, 24))
        an_event(db, "Last year", date(2026, 6, 30))
        home = a_family(db)
        for name in ("Ana Peña", "Leo Peña"):
            person = a_person(db, name, family_id=home)
            db.add(Attendance(event_id=night, person_id=person, arrived=datetime(2026, 10, 8, 17)))
        db.add(Attendance(event_id=night, person_id=a_person(db, "Guest")))
    made = run(store, "attendance-by-event")
    assert made.rows == [
        ("Open House", "Family night", date(2026, 10, 8), 3, 1, 12),
        ("Today", "Family night", PRINTED, 0, 0, 0),
    ]
    assert made.total == ("Total", None, None, 3, None, 12)


def test_families_by_language_largest_first_the_unknown_below(store):
    with store.write("Set up") as db:
        a_family(db, "Nguyễn", "vi", interpreter=True)
        a_family(db, "Peña", "es", interpreter=True)
        a_family(db, "Ruiz", "es")
        a_family(db, "Smith", None)
        a_family(db, "Old", "es", archived=True)
    made = run(store, "families-by-language")
    assert made.rows == [("Spanish", 2, 1), ("Vietnamese", 1, 1)]
    assert made.remainder == (("Not known", 1, 0),)
    assert made.total == ("Total", 4, 2)


def test_not_yet_recognized_leaves_out_who_has_a_certificate(store):
    with store.write("Set up") as db:
        ana, bo = a_volunteer(db, "Ana Peña"), a_volunteer(db, "Bo Li")
        some_hours(db, ana, 1250, date(2026, 9, 1))
        some_hours(db, bo, 1300, date(2026, 9, 1))
        some_hours(db, a_volunteer(db, "Cy Few"), 1199, date(2026, 9, 1))
        db.add(
            Recognition(
                person_id=bo, rule="hours", starts=YEAR.starts, ends=YEAR.ends, minutes=1300,
                name="Bo Li", design="classic", number="2026-0001", code="X", issued=PRINTED,
            )
        )  # fmt: skip
    made = run(store, "not-yet-recognized")
    assert [(row[0], row[2]) for row in made.rows] == [("Ana Peña", 2083)]
    assert "20 approved hours" in made.notes[0]
