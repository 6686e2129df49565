# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Events: found by words, kept, refused, copied, deleted, undone."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from coordinator import attendance, events
from coordinator.errors import Invalid, Problem
from coordinator.events import EventDetails
from coordinator.store.models import Attendance, Service
from coordinator.terms import Period
from tests.factories import a_person, an_event, some_hours
from tests.rows import all_rows, check_step

NIGHT = EventDetails("Family Literacy Night", datetime(2026, 11, 5, 17), datetime(2026, 11, 5, 19))


def test_a_new_event_is_kept_with_its_texts_normalised(store):
    codes = ("es", " so ", "es", "")
    details = replace(NIGHT, title=" Noche  de\u202e lectura ", interpreters=codes, notes="a\r\nb")
    event_id = check_step(store, "Add event", lambda db: events.save_event(db, details))
    with store.read() as db:
        kept = events.get_event(db, event_id)
    assert (kept.title, kept.interpreters, kept.notes) == ("Noche de lectura", ("es", "so"), "a\nb")


def test_a_changed_event_is_kept_and_found_by_its_new_words(store):
    with store.write("Add event") as db:
        event_id = events.save_event(db, NIGHT)
        details = events.get_event(db, event_id)
    changed = replace(details, title="Peña de cuentos", place="Room 12")
    check_step(store, "Change event", lambda db: events.save_event(db, changed))
    with store.read() as db:
        assert [row.id for row in events.find_events(db, "pena 12")] == [event_id]
        assert events.find_events(db, "literacy") == []


def test_saving_what_did_not_change_makes_no_step(store):
    with store.write("Add event") as db:
        event_id = events.save_event(db, NIGHT)
    with store.write("Nothing new") as db:
        events.save_event(db, events.get_event(db, event_id))
    assert store.undo_label() == "Add event"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": " \u200b "}, "title"),
        ({"ends": datetime(2026, 11, 5, 16, 59)}, "ends"),
        ({"capacity": -1}, "capacity"),
        ({"expected": -5}, "expected"),
        ({"head_count": 10**12}, "head_count"),
        ({"kind": "party"}, "kind"),
        ({"title": "x" * 201}, "title"),
        ({"place": "x" * 201}, "place"),
        ({"starts": datetime(202, 11, 5, 17)}, "starts"),
        ({"audience": "x" * 201}, "audience"),
        ({"facilitator": "x" * 201}, "facilitator"),
        ({"virtual_link": "x" * 2001}, "virtual_link"),
        ({"notes": "x" * 20_001}, "notes"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_leaves_no_trace(store, change, field):
    before = all_rows(store)
    with pytest.raises(Invalid) as refused, store.write("Add event") as db:
        events.save_event(db, replace(NIGHT, **change))
    assert refused.value.field == field
    assert all_rows(store) == before


def test_an_event_may_end_after_midnight(store):
    with store.write("Add event") as db:
        event_id = events.save_event(db, replace(NIGHT, ends=datetime(2026, 11, 6, 0, 30)))
    with store.read() as db:
        assert events.get_event(db, event_id).ends == datetime(2026, 11, 6, 0, 30)
        day_after = events.events_between(db, date(2026, 11, 6), date(2026, 11, 6))
        assert [row.id for row in day_after] == [event_id]


def test_a_stale_save_is_refused_in_words(store):
    with store.write("Add event") as db:
        event_id = events.save_event(db, NIGHT)
    with store.read() as db:
        old = events.get_event(db, event_id)
    with store.write("Change event") as db:
        events.save_event(db, replace(old, place="Gym"))
    before = all_rows(store)
    with pytest.raises(Problem, match="changed elsewhere"), store.write("Change event") as db:
        events.save_event(db, replace(old, place="Library"))
    assert all_rows(store) == before


def test_an_event_that_is_gone_cannot_be_saved_shown_or_deleted(store):
    with store.write("Add event") as db:
        event_id = events.save_event(db, NIGHT)
        details = events.get_event(db, event_id)
    store.undo()
    for deed in (
        lambda db: events.save_event(db, details),
        lambda db: events.get_event(db, event_id),
        lambda db: events.delete_event(db, event_id),
    ):
        with pytest.raises(Problem, match="deleted"), store.write("Too late") as db:
            deed(db)


def test_deleting_an_event_keeps_the_hours_given_there(store):
    with store.write("Fill") as db:
        event_id, bo = an_event(db), a_person(db, "Bo")
        attendance.mark_came(db, event_id, [bo])
        entry = some_hours(db, bo, event_id=event_id)
    check_step(store, "Delete event", lambda db: events.delete_event(db, event_id))
    with store.read() as db:
        assert db.execute(select(Service.id, Service.event_id)).all() == [(entry, None)]
        assert db.scalars(select(Attendance.id)).all() == []


def test_a_copy_is_as_long_as_the_first_and_empty(store):
    with store.write("Fill") as db:
        first = events.save_event(db, replace(NIGHT, head_count=9, place="Gym", childcare=True))
        attendance.mark_came(db, first, [a_person(db)])
    start = datetime(2027, 2, 1, 18)
    copy_id = check_step(store, "New", lambda db: events.copy_event(db, first, start))
    with store.read() as db:
        copy = events.get_event(db, copy_id)
        assert attendance.list_attendance(db, copy_id) == []
    assert (copy.ends, copy.head_count) == (datetime(2027, 2, 1, 20), 0)
    assert (copy.place, copy.childcare, copy.title) == ("Gym", True, NIGHT.title)


def test_a_list_holds_the_events_of_a_period_latest_first_with_people_and_heads(store):
    with store.write("Fill") as db:
        early = an_event(db, "Open house", date(2026, 9, 1))
        late = an_event(db, "Night", date(2026, 9, 30), head_count=4, interpreters="es,so")
        an_event(db, "Next month", date(2026, 10, 1))
        attendance.mark_came(db, late, [a_person(db, "Bo"), a_person(db, "Cy")])
    with store.read() as db:
        rows = events.list_events(db, Period(date(2026, 9, 1), date(2026, 9, 30), "September"))
    assert [(row.id, row.people_came) for row in rows] == [(late, 6), (early, 0)]
    assert rows[0].interpreters == ("es", "so")


def test_signs_in_the_search_are_letters_like_any_other(store):
    with store.write("Fill") as db:
        sale = an_event(db, "50% off_sale")
        an_event(db, "500 off sale")
    with store.read() as db:
        assert [row.id for row in events.list_events(db, words="50% f_s")] == [sale]
        assert events.find_events(db, "  ") == []
        assert len(events.find_events(db, "off", limit=1)) == 1


def test_the_next_event_is_the_one_that_has_not_ended(store):
    with store.write("Fill") as db:
        running = an_event(db, day=date(2026, 11, 5))
        later = an_event(db, day=date(2026, 11, 6))
    with store.read() as db:
        at_seven = datetime(2026, 11, 5, 19)
        assert events.next_event(db, at_seven).id == running
        assert events.next_event(db, at_seven + timedelta(minutes=1)).id == later
        assert events.next_event(db, datetime(2027, 1, 1)) is None


def test_every_kind_has_a_title():
    assert all(events.kind_title(kind) != kind for kind in events.KINDS)


def test_a_longer_list_needs_no_more_statements(store, count_statements):
    counts = []
    for _round in range(2):
        with store.write("More") as db:
            attendance.mark_came(db, an_event(db), [a_person(db), a_person(db)])
        with store.read() as db, count_statements(db) as seen:
            events.list_events(db, words="night")
        counts.append(len(seen))
    assert counts == [1, 1]
