# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - lines of files as other programs write them
"""Lists of service hours: whose they are, what is read, what is refused."""

from datetime import date

import pytest
from sqlalchemy import select

from coordinator.store.models import Service
from tests.factories import a_person


@pytest.fixture
def ana(store):
    """Ana Ruiz, who is in the store."""
    with store.write("Ana") as db:
        return a_person(db, "Ana Ruiz", phone="+12175550101")


def _hours(amount: str) -> str:
    return f'Date,Volunteer,Hours,Activity\n10/21/2026,Ana Ruiz,"{amount}",Books\n'


@pytest.mark.parametrize(
    ("amount", "minutes"),
    [("1.5", 90), ("1,5", 90), ("1:30", 90), ("90m", 90), ("2", 120), ("０２", 120)],
)
def test_amounts_are_read_as_people_write_them(store, ana, write_file, bring_in, amount, minutes):
    bring_in(write_file(_hours(amount)), "hours")
    with store.read() as db:
        rows = db.execute(
            select(
                Service.person_id, Service.date, Service.minutes, Service.activity, Service.source
            )
        )
        assert [tuple(row) for row in rows] == [
            (ana, date(2026, 10, 21), minutes, "Books", "import")
        ]


@pytest.mark.parametrize("amount", ["-2", "25", "NaN", "inf", "1e3", "0", "", "two"])
def test_amounts_that_are_none_are_refused(ana, write_file, look, amount):
    bad = look(write_file(_hours(amount)), "hours").rejected[0]
    assert (bad.row, bad.column) == (2, "Hours")


def test_minutes_and_clock_times_are_read(store, ana, write_file, bring_in):
    bring_in(write_file('Date,Name,Minutes\n2026-10-01,"Ruiz, Ana",45\n'), "hours")
    bring_in(
        write_file("Date,Name,Time In,Time Out\n2026-10-02,ana ruiz,9:00,11:30\n", "b.csv"), "hours"
    )
    with store.read() as db:
        rows = db.execute(select(Service.minutes, Service.starts).order_by(Service.date)).all()
    assert [row.minutes for row in rows] == [45, 150]
    assert str(rows[1].starts) == "09:00:00"


def test_the_same_list_again_adds_nothing_and_undo_takes_it_back(store, ana, write_file, bring_in):
    text = _hours("2") + "10/21/2026,Ana Ruiz,2,Books\n10/22/2026,Ana Ruiz,1,\n"
    path = write_file(text)
    assert bring_in(path, "hours").counts["new"] == 3
    assert bring_in(path, "hours").counts["unchanged"] == 3
    store.undo()
    with store.read() as db:
        assert db.scalars(select(Service)).all() == []


def test_somebody_unknown_or_not_the_only_one_is_refused(store, ana, write_file, look):
    with store.write("Twin") as db:
        a_person(db, "Bo Chen", phone="+12175550102")
        second = a_person(db, "Bo Chen", phone="+12175550103")
    text = "Date,Volunteer,Hours,Phone\n10/21/2026,Zed Nowhere,1,\n10/21/2026,Bo Chen,1,\n10/21/2026,Bo Chen,1,217-555-0103\n"
    plan = look(write_file(text), "hours")
    assert [(row.row, row.column) for row in plan.rejected] == [(2, "Volunteer"), (3, "Volunteer")]
    assert "Zed Nowhere" in plan.rejected[0].reason
    assert "2 people" in plan.rejected[1].reason
    assert [row[0] for row in plan.writes.inserts["service"]] == [second]


@pytest.mark.parametrize("day", ["", "02/30/2026", "01/01/1999", "01/01/2031", "soon"])
def test_days_that_cannot_be_are_refused(ana, write_file, look, day):
    plan = look(write_file(f"Date,Volunteer,Hours\n{day},Ana Ruiz,1\n"), "hours")
    assert (plan.rejected[0].row, plan.rejected[0].column) == (2, "Date")


def test_a_list_without_days_is_refused(write_file, look):
    with pytest.raises(Exception, match="does not show a day"):
        look(write_file("Volunteer,Hours\nAna,1\n"), "hours")
