# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The sample school: big enough, the same each time, sound, and nobody real."""

import csv
import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from coordinator import terms
from coordinator.errors import Problem
from coordinator.events import KINDS, events_between
from coordinator.families.duplicates import possible_twins
from coordinator.recognition import Rule, list_levels, who_earned
from coordinator.sample import SAMPLE_TODAY, make_sample, sample_world, write_sample_roster
from coordinator.settings import load_settings
from coordinator.store import Store
from coordinator.store.backup import check_store
from coordinator.store.models import (
    Attendance,
    Base,
    Email,
    Enrollment,
    Event,
    Family,
    Member,
    Person,
    Phone,
    Recognition,
    Service,
    Term,
    Volunteer,
)
from coordinator.store.search import find_people, person_key
from coordinator.text import clean_line, clean_text

YEAR = (date(2025, 7, 1), date(2026, 6, 30))


def rows_of(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with store.read() as db:
        return {
            table.name: [tuple(row) for row in db.execute(select(table).order_by(table.c.id))]
            for table in Base.metadata.sorted_tables
            if table.name not in {"change", "change_row"}
        }


def test_school_is_big_enough(sample_store):
    with sample_store.read() as db:
        assert db.scalar(select(func.count()).where(Family.archived.is_(False))) >= 290
        assert db.scalar(select(func.count(Family.home_language.distinct()))) >= 10
        spanish = db.scalar(select(func.count()).where(Family.home_language == "es"))
        assert 0.4 < spanish / db.scalar(select(func.count(Family.id))) < 0.6
        assert 400 <= db.scalar(select(func.count(Enrollment.person_id.distinct()))) <= 450
        assert db.scalar(select(func.count(Event.id))) == 40
        assert set(db.scalars(select(Event.kind))) == set(KINDS)
        assert db.scalar(select(func.count(Volunteer.id))) == 90
        assert 2_400 * 60 <= db.scalar(select(func.sum(Service.minutes))) <= 2_600 * 60
        assert {row.name for row in terms.list_years(db)} == {"2025-26", "2026-27"}


def test_hours_lie_in_both_years_and_none_ahead(sample_store):
    with sample_store.read() as db:
        total = select(func.sum(Service.minutes))
        assert db.scalar(total.where(Service.date.between(*YEAR))) > 1_400 * 60
        assert db.scalar(total.where(Service.date > YEAR[1])) > 700 * 60
        assert db.scalar(select(func.max(Service.date))) < SAMPLE_TODAY
        assert set(db.scalars(select(Service.source))) == {"typed", "attendance", "import"}
        waiting = set(db.scalars(select(Service.date).where(Service.status == "proposed")))
        assert waiting
        assert min(waiting) > SAMPLE_TODAY - timedelta(21)
        assert db.scalar(select(func.count()).where(Service.event_id.is_not(None))) > 50


def test_two_makes_are_equal_row_for_row(sample_store, tmp_path):
    again = Store.create(tmp_path / "again.coordinator")
    with again.write("Make the sample school") as db:
        make_sample(db)
    first, second = rows_of(sample_store), rows_of(again)
    again.close()
    assert sum(map(len, first.values())) > 5_000
    assert first == second


def test_another_seed_makes_another_school():
    assert sample_world(seed=1).rows[Person] != sample_world(seed=2).rows[Person]


def test_check_finds_nothing(sample_store):
    assert check_store(sample_store.path) == []


def test_undo_takes_all_of_it_back_and_redo_brings_it(sample_store):
    before = rows_of(sample_store)
    assert sample_store.undo() == "Make the sample school"
    assert not any(rows_of(sample_store).values())
    sample_store.redo()
    assert rows_of(sample_store) == before


def test_a_file_with_somebody_in_it_is_refused(sample_store):
    before = rows_of(sample_store)
    with pytest.raises(Problem, match="empty file"), sample_store.write("Again") as db:
        make_sample(db)
    assert rows_of(sample_store) == before


def test_texts_are_clean(sample_store):
    with sample_store.read() as db:
        for name, sorts_as, called in db.execute(
            select(Person.name, Person.sorts_as, Person.called)
        ):
            assert (clean_line(name), clean_line(sorts_as)) == (name, sorts_as)
            assert clean_line(called) == called
        for family in db.scalars(select(Family)):
            assert clean_line(family.name) == family.name != ""
            assert clean_text(family.notes) == family.notes
        for event in db.scalars(select(Event)):
            assert clean_line(event.title) == event.title


def test_search_keys_are_those_the_program_makes(sample_store):
    with sample_store.read() as db:
        for person in db.scalars(select(Person)):
            numbers = [phone.number for phone in person.phones]
            others = [person.sorts_as, person.called]
            assert person.fold == person_key(person.name, others, numbers)


def test_names_are_in_their_scripts(sample_store):
    with sample_store.read() as db:
        names = " ".join(db.scalars(select(Person.name)))
        longest = max(db.scalars(select(Person.name)), key=len)
    for block in (r"[\u0600-\u06ff]", r"[\u0400-\u04ff]", r"[\u4e00-\u9fff]", "ễ", "ọ́", "ñ"):
        assert re.search(block, names), block
    assert longest == "Guadalupe Montserrat de los Ángeles Hernández de la Cruz"


def test_no_phone_rings_and_no_letter_arrives(sample_store):
    with sample_store.read() as db:
        numbers = list(db.scalars(select(Phone.number)))
        addresses = list(db.scalars(select(Email.address)))
        links = set(db.scalars(select(Event.virtual_link)))
    assert len(numbers) > 500
    # Area code 555 is nobody's, and no exchange begins with 0.
    assert all(re.fullmatch(r"\+155501\d{5}", number) for number in numbers)
    assert len(addresses) == len(set(addresses)) > 300
    assert all(re.fullmatch(r"[a-z.]+\d+@example\.org", address) for address in addresses)
    assert links == {"", "https://meet.example.org/maple-hollow"}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("nguyen", "Nguyễn Thị Thảo"),
        ("pena", "Ana Lucía Peña Ruiz"),
        ("lupita", "Guadalupe Montserrat de los Ángeles Hernández de la Cruz"),
        ("коваленко оле", "Олена Коваленко"),
    ],
)
def test_search_finds(sample_store, words, name):
    with sample_store.read() as db:
        found = find_people(db, words)
        assert name in set(db.scalars(select(Person.name).where(Person.id.in_(found))))


def test_children_carry_both_surnames(sample_store):
    query = (
        "SELECT count(*), sum(child.name LIKE '% ' || family.name) FROM person child "
        "JOIN member m ON m.person_id = child.id AND m.role = 'student' "
        "JOIN family ON family.id = m.family_id WHERE home_language = 'es'"
    )
    with sample_store.read() as db:
        children, like_family = db.execute(text(query)).one()
        names = list(db.scalars(select(Family.name).where(Family.home_language == "es")))
    assert like_family / children > 0.93
    assert all(len(name.split()) > 1 for name in names)


def test_a_child_may_have_two_homes(sample_store):
    homes = select(Member.person_id).group_by(Member.person_id).having(func.count() == 2)
    with sample_store.read() as db:
        names = set(db.scalars(select(Person.name).where(Person.id.in_(homes))))
        restricted = select(Person.name).join(Member.person).where(Member.restricted)
        assert {"Iris Salcedo Whitaker", "Aarón Fuentes Roldán"} <= names
        assert list(db.scalars(restricted)) == ["Abel Fuentes Rivas"]


def test_a_teacher_is_a_parent(sample_store):
    with sample_store.read() as db:
        query = select(Person.staff_title).join(Member.person).where(Person.staff_title != "")
        assert list(db.scalars(query)) == ["Teacher, grade 5"]


def test_families_have_guardians_in_order_of_contact(sample_store):
    with sample_store.read() as db:
        rows = db.execute(
            select(Member.family_id, Member.contact_order)
            .where(Member.role == "guardian")
            .order_by(Member.family_id, Member.contact_order)
        ).all()
        families = set(db.scalars(select(Family.id)))
        for wish in (Family.do_not_list, Family.do_not_photograph, Family.do_not_contact):
            assert 1 <= db.scalar(select(func.count()).where(wish)) < 40
        assert db.scalar(select(func.count()).where(Family.interpreter)) > 100
        relations = set(db.scalars(select(Member.relationship_).where(Member.role == "guardian")))
    assert {"Mother", "Father", "Grandmother"} < relations
    assert "" not in relations
    orders: dict[int, list[int]] = {}
    for family_id, order in rows:
        orders.setdefault(family_id, []).append(order)
    assert set(orders) == families
    assert all(order == list(range(1, len(order) + 1)) for order in orders.values())
    assert {len(order) for order in orders.values()} == {1, 2, 3}


def test_students_went_up_one_grade(sample_store):
    with sample_store.read() as db:
        grades: dict[int, dict[str, Enrollment]] = {}
        for row, year in db.execute(select(Enrollment, Term.name).join(Term)):
            grades.setdefault(row.person_id, {})[year] = row
        both = [years for years in grades.values() if len(years) == 2]
        order = ["PK", "KG", "01", "02", "03", "04", "05"]
        assert len(both) > 300
        for years in both:
            last, this = years["2025-26"], years["2026-27"]
            assert order.index(this.grade) == order.index(last.grade) + 1
            assert this.student_number == last.student_number != ""
            assert this.homeroom_teacher != ""
        teachers = {(row.grade, row.homeroom_teacher) for years in both for row in years.values()}
        assert len({name for _grade, name in teachers}) == len(teachers)


def test_attendance_is_of_what_is_over(sample_store):
    with sample_store.read() as db:
        newest = db.scalar(select(func.max(Event.starts)).join(Attendance))
        assert newest < datetime.combine(SAMPLE_TODAY, datetime.min.time())
        without = select(Event.title).where(
            Event.starts < newest, Event.id.not_in(select(Attendance.event_id))
        )
        assert list(db.scalars(without)) == []


def test_some_were_recognised_and_others_wait(sample_store):
    with sample_store.read() as db:
        given = list(db.scalars(select(Recognition).order_by(Recognition.id)))
        assert len(given) == 9
        assert [row.number for row in given] == [f"2026-{n:04d}" for n in range(1, len(given) + 1)]
        assert sum(row.voided is not None for row in given) == 1
        years = {year.name: terms.year_period(year) for year in terms.list_years(db)}
        last = who_earned(db, Rule("hours", years["2025-26"], 1_200, only_new=False))
        figures = {row.person_id: (row.minutes, row.level, row.language) for row in last}
        for row in given:
            minutes, level, language = figures[row.person_id]
            assert (row.minutes, row.level) == (minutes, level)
            assert row.language == ("es" if language == "es" else "en")
        assert len(who_earned(db, Rule("hours", years["2025-26"], 1_200))) >= 12
        due = who_earned(db, Rule("hours", years["2026-27"], 1_200))
        assert 10 <= len(due) <= 45
        assert list_levels(db)


def test_somebody_is_in_the_file_twice(sample_store):
    with sample_store.read() as db:
        assert len(possible_twins(db)) == 2


def test_school_says_that_it_is_a_sample(sample_store):
    with sample_store.read() as db:
        settings = load_settings(db)
    assert settings.sample
    assert settings.school_name == "Maple Hollow Elementary"
    assert [one.name for one in settings.signatures] == ["Héctor Arriaga", "Shoshana Feldman-Ruiz"]


@pytest.mark.parametrize(
    "today",
    [
        date(2026, 9, 1), date(2027, 3, 10), date(2027, 6, 30), date(2027, 7, 1),
        date(2030, 2, 28),
    ],
    ids=str,
)  # fmt: skip
def test_on_any_day_this_week_has_events_and_nothing_is_ahead_of_time(tmp_path: Path, today: date):
    store = Store.create(tmp_path / "later.coordinator")
    with store.write("Make the sample school") as db:
        make_sample(db, today=today)
    monday = today - timedelta(today.weekday())
    with store.read() as db:
        assert len(events_between(db, monday, monday + timedelta(6))) >= 4
        assert db.scalar(select(func.max(Service.date))) <= today
        assert db.scalar(select(func.max(Event.starts)).join(Attendance)).date() < today
        assert terms.current_year(db, today).starts <= today <= terms.current_year(db, today).ends
    store.close()
    assert check_store(tmp_path / "later.coordinator") == []


def test_roster_has_known_and_new_students(sample_store, tmp_path):
    path = tmp_path / "students-2026.csv"
    write_sample_roster(path)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    numbers = [row["Student Number"] for row in rows]
    with sample_store.read() as db:
        known = dict(db.execute(select(Enrollment.student_number, Person.name).join(Person)).all())
    ours = [row for row in rows if row["Student Number"] in known]
    assert (len(rows), len(set(numbers)), len(ours)) == (42, 42, 30)
    for row in ours:
        assert f"{row['First Name']} {row['Last Name']}" == known[row["Student Number"]]
    assert all(row["Guardian 1 First Name"] for row in rows)
    assert any(row["Guardian 2 Cell Phone"] for row in rows)
    first = path.read_bytes()
    write_sample_roster(path)
    assert path.read_bytes() == first
