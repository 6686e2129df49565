# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - lines of files as other programs write them
"""Lists of families from the file into the store and back out by undo."""

from datetime import date

import pytest
from sqlalchemy import select

from coordinator.errors import Cancelled, Problem
from coordinator.importing import apply, check, open_source, plan_json, recognise
from coordinator.store import Db
from coordinator.store.models import (
    Base,
    Email,
    Enrollment,
    ExternalId,
    Family,
    Member,
    Person,
    Phone,
)
from coordinator.store.search import find_people

WIDE = """Student ID,Student First Name,Student Last Name,Grade,Birth Date,HR Teacher,Home Language,\
Street,City,State,Zip,Guardian First Name,Guardian Last Name,Guardian Email,Guardian Mobile,\
Relationship,Guardian 2 First Name,Guardian 2 Last Name,Guardian 2 Email,Guardian 2 Mobile
001001,Lucía,Peña Ruiz,3,04/21/2018,Okafor,Spanish,12 Oak St,Springfield,IL,62701,Ana,Ruiz,\
ana@example.org,(217) 555-0101,Mother,Luis,Peña,luis@example.org,(217) 555-0102
001002,Leo,Peña Ruiz,K,05/22/2020,Lee,Spanish,12 Oak St,Springfield,IL,62701,Ana,Ruiz,\
ana@example.org,(217) 555-0101,Mother,Luis,Peña,luis@example.org,(217) 555-0102
001003,Mai,Vang,5,01/30/2016,Smith,Hmong,3 Elm Rd,Springfield,IL,62702,Pa,Vang,,612-555-0199,Father,,,,
"""


def _rows(db: Db) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the history."""
    return {
        table.name: sorted(map(tuple, db.execute(select(table))), key=repr)
        for table in Base.metadata.sorted_tables
        if not table.name.startswith("change")
    }


def _people(db: Db) -> dict[str, Person]:
    return {person.name: person for person in db.scalars(select(Person))}


def _families(db: Db) -> dict[str, set[str]]:
    query = select(Family.id, Family.name, Person.name).join(Member, Member.family_id == Family.id)
    found: dict[str, set[str]] = {}
    for id_, family, person in db.execute(query.join(Person, Person.id == Member.person_id)):
        found.setdefault(f"{family} {id_}", set()).add(person)
    return found


def test_a_wide_list_becomes_families(store, write_file, bring_in):
    plan = bring_in(write_file(WIDE))
    assert plan_json(plan) == {
        "read": 3, "new": 3, "changed": 0, "unchanged": 0, "rejected": [], "ignored_columns": [],
        "warnings": [],
    }  # fmt: skip
    assert plan.summary == {"students": 3, "guardians": 3, "families": 2}
    with store.read() as db:
        people = _people(db)
        assert set(people) == {
            "Lucía Peña Ruiz", "Leo Peña Ruiz", "Mai Vang", "Ana Ruiz", "Luis Peña", "Pa Vang",
        }  # fmt: skip
        lucia = people["Lucía Peña Ruiz"]
        assert (lucia.sorts_as, lucia.birth_date) == ("Peña Ruiz, Lucía", date(2018, 4, 21))
        assert [(e.grade, e.homeroom_teacher, e.student_number) for e in lucia.enrollments] == [
            ("03", "Okafor", "001001")
        ]
        ana = people["Ana Ruiz"]
        assert [phone.number for phone in ana.phones] == ["+12175550101"]
        assert [email.address for email in ana.emails] == ["ana@example.org"]
        family = ana.memberships[0].family
        assert (family.home_language, family.street, family.postal_code) == (
            "es", "12 Oak St", "62701",
        )  # fmt: skip
        assert [(m.person.name, m.role, m.relationship_) for m in family.members] == [
            ("Ana Ruiz", "guardian", "Mother"),
            ("Luis Peña", "guardian", ""),
            ("Lucía Peña Ruiz", "student", ""),
            ("Leo Peña Ruiz", "student", ""),
        ]
        assert find_people(db, "lucia pena") == [lucia.id]
        assert find_people(db, "5550101") == [ana.id]


def test_the_same_file_again_changes_nothing(store, write_file, bring_in):
    path = write_file(WIDE)
    bring_in(path)
    with store.read() as db:
        before = _rows(db)
    plan = bring_in(path)
    assert (plan.counts["unchanged"], plan.counts["new"], plan.counts["changed"]) == (3, 0, 0)
    assert not plan.writes
    with store.read() as db:
        assert _rows(db) == before


def test_one_undo_takes_an_import_back_and_redo_brings_it_again(store, write_file, bring_in):
    with store.read() as db:
        before = _rows(db)
    bring_in(write_file(WIDE))
    with store.read() as db:
        after = _rows(db)
    assert store.undo() == "Import"
    with store.read() as db:
        assert _rows(db) == before
        assert find_people(db, "vang") == []
    store.redo()
    with store.read() as db:
        assert _rows(db) == after


def test_a_second_click_on_import_writes_nothing(store, write_file, look):
    plan = look(write_file(WIDE))
    for _click in range(2):
        with store.write("Import") as db:
            result = apply(db, plan)
    assert result.counts["unchanged"] == 3
    with store.read() as db:
        assert len(_people(db)) == 6


def test_changes_are_shown_with_old_and_new_and_then_written(store, write_file, bring_in):
    bring_in(write_file(WIDE))
    later = WIDE.replace("001003,Mai,Vang,5", "001003,Mai,Vang,6").replace("3 Elm Rd", "9 Fir Ave")
    plan = bring_in(write_file(later.replace("612-555-0199", "612-555-0200"), "later.csv"))
    changed = [row for row in plan.rows if row.outcome == "changed"]
    assert [row.row for row in changed] == [4]
    assert {(change.field, change.old, change.new) for change in changed[0].changes} == {
        ("grade", "05", "06"),
        ("phone", "", "+16125550200"),
        ("Street", "3 Elm Rd", "9 Fir Ave"),
    }
    assert plan.counts["unchanged"] == 2
    with store.read() as db:
        assert len(_people(db)["Pa Vang"].phones) == 2
        assert find_people(db, "5550200") == [_people(db)["Pa Vang"].id]


def test_a_blank_cell_erases_nothing(store, write_file, bring_in):
    bring_in(write_file(WIDE))
    text = "Student ID,Student Name,Grade,Birth Date,Guardian Email\n001003,Mai Vang,,,\n"
    plan = bring_in(write_file(text, "thin.csv"))
    assert plan.counts["unchanged"] == 1


def test_accents_lost_by_an_export_do_not_change_a_name(store, write_file, bring_in):
    bring_in(write_file(WIDE))
    flat = WIDE.replace("í", "i").replace("ñ", "n")
    assert not bring_in(write_file(flat, "flat.csv")).writes


def test_rejected_rows_stop_everything_unless_accepted(store, write_file, look, bring_in):
    text = WIDE.replace("05/22/2020", "02/30/2020").replace(
        "ana@example.org,(217) 555-0101,Mother,Luis", "ana@,(217) 555-0101,Mother,Luis", 1
    )
    path = write_file(text)
    plan = look(path)
    assert [(row.row, row.column) for row in plan.rejected] == [
        (2, "Guardian Email"),
        (3, "Birth Date"),
    ]
    with pytest.raises(Problem, match="2 rows"):
        bring_in(path)
    with store.read() as db:
        assert not _people(db)
    assert store.undo_label() == "Set up the school"
    bring_in(path, accept_rejects=True)
    with store.read() as db:
        assert set(_people(db)) == {"Mai Vang", "Pa Vang"}


def test_doubled_numbers_name_both_rows(write_file, look):
    plan = look(write_file("Student ID,Student Name,Grade\n1,Ana Ruiz,3\n1,Bo Chen,4\n"))
    bad = plan.rejected[0]
    assert (bad.row, bad.column) == (3, "Student ID")
    assert "Ana Ruiz" in bad.reason
    assert "row 2" in bad.reason


def test_a_number_of_somebody_else_here_is_refused(write_file, look, bring_in):
    bring_in(write_file("Student ID,Student Name\n1001,Ana Ruiz\n"))
    plan = look(write_file("Student ID,Student Name\n1001,Omar Hassan\n", "b.csv"))
    assert "Ana Ruiz" in plan.rejected[0].reason
    assert plan.rejected[0].column == "Student ID"
    assert plan.counts["new"] == 0


@pytest.mark.parametrize("surname", ["Null", "None", "NaN", "True", "N'Dour", "<b>Ann</b>", "=1+1"])
def test_surnames_that_look_like_something_else_stay_text(store, write_file, bring_in, surname):
    path = write_file(f"Student First Name,Student Last Name,Grade\nJo,{surname},3\n")
    bring_in(path)
    with store.read() as db:
        assert set(_people(db)) == {f"Jo {surname}"}
    assert not bring_in(path).writes


def test_invisible_characters_are_removed(store, write_file, bring_in):
    bring_in(write_file("Student Name,Grade\nA\u200bna \u202eRuiz\u00a0Pe\u006e\u0303a\x00,3\n"))
    with store.read() as db:
        assert set(_people(db)) == {"Ana Ruiz Peña"}


def test_one_row_per_guardian_and_child_makes_each_person_once(store, write_file, bring_in):
    students = (
        "school_id,student_id,first_name,last_name,grade_level\n1,10,Ana,Ruiz,3\n1,11,Leo,Ruiz,1\n"
    )
    parents = (
        "school_id,student_id,first_name,last_name,email,mobile,address,language\n"
        "1,10,María del Carmen,Ruiz Soto,mc@example.org,2175550101,12 Oak St,es\n"
        "1,11,María del Carmen,Ruiz Soto,mc@example.org,2175550101,12 Oak St,es\n"
        "1,10,Juan,Ruiz,mc@example.org,,12 Oak St,es\n"
    )
    files = [write_file(students, "students.csv"), write_file(parents, "parents.csv")]
    plan = bring_in(files)
    assert plan.summary == {"students": 2, "guardians": 2, "families": 1}
    with store.read() as db:
        assert set(_people(db)) == {
            "Ana Ruiz",
            "Leo Ruiz",
            "María del Carmen Ruiz Soto",
            "Juan Ruiz",
        }
        assert db.scalar(select(Family.home_language)) == "es"
    assert not bring_in(files).writes
    again = bring_in(files[1])
    assert again.counts["unchanged"] == 3


def test_a_child_of_two_addresses_is_in_two_families(store, write_file, bring_in):
    text = (
        "contact_id,student_id,first_name,last_name,relationship,email,Street,Zip\n"
        "c1,7,Ana,Ruiz,Mother,ana@x.org,12 Oak St,62701\n"
        "c2,7,Luis,Peña,Father,luis@x.org,90 Fir Ave,62704\n"
        "c1,8,Ana,Ruiz,Mother,ana@x.org,12 Oak St,62701\n"
    )
    students = write_file("Student ID,Student Name\n7,Eva Peña\n8,Leo Ruiz\n", "students.csv")
    contacts = write_file(text, "contacts.csv")
    plan = bring_in([students, contacts])
    assert plan.summary == {"students": 2, "guardians": 2, "families": 2}
    with store.read() as db:
        assert sorted(map(sorted, _families(db).values())) == [
            ["Ana Ruiz", "Eva Peña", "Leo Ruiz"],
            ["Eva Peña", "Luis Peña"],
        ]
    assert not bring_in([students, contacts]).writes


def test_household_ids_make_families(store, write_file, bring_in):
    text = (
        "Household ID,Student Number,Student Name,Guardian Name\n"
        "H1,1,Ana Ruiz,Eva Ruiz\nH1,2,Leo Soto,Omar Soto\nH2,3,Mai Vang,\nH2,4,Pa Vang,\n"
    )
    path = write_file(text)
    assert bring_in(path).summary == {"students": 4, "guardians": 2, "families": 2}
    assert not bring_in(path).writes


def test_names_alone_can_be_brought_in_twice(write_file, bring_in):
    path = write_file('Student Last First;Gr;HR Teacher\nPeña;3;Lee\n"Ruiz, Ana";4;Lee\nRuiz;;\n')
    assert bring_in(path).counts["new"] == 3
    assert not bring_in(path).writes


def test_somebody_who_may_be_here_is_asked_about_and_never_merged(
    store, write_file, look, bring_in
):
    bring_in(write_file("Student ID,Student Name,Birth Date\n1,Gabriela Fernandez,04/21/2018\n"))
    path = write_file(
        "Student ID,Student Name,Birth Date\n9,Gabriela Fernandes,04/21/2018\n", "b.csv"
    )
    plan = look(path)
    doubt = plan.doubts[0]
    assert (doubt.row, doubt.name, doubt.person_name) == (
        2,
        "Gabriela Fernandes",
        "Gabriela Fernandez",
    )
    assert "birth date" in doubt.reason
    assert (plan.counts["new"], plan.counts["doubtful"]) == (1, 1)
    with store.read() as db:
        answered = check(db, plan.recognised, same={doubt.key: doubt.person_id})
    assert (answered.counts["changed"], answered.counts["new"]) == (1, 0)
    bring_in(path)
    with store.read() as db:
        assert len(_people(db)) == 2


def test_two_children_of_one_name_and_different_birthdays_are_two(store, write_file, bring_in):
    path = write_file(
        "Student Name,Grade,Birth Date\nAna Ruiz,3,04/21/2018\nAna Ruiz,3,05/30/2018\n"
    )
    assert bring_in(path).summary["students"] == 2
    assert not bring_in(path).writes


def test_a_number_that_lost_its_zeros_is_flagged_and_makes_nobody_new(store, write_file, bring_in):
    bring_in(write_file("Student ID,Student Name,Birth Date\n004500,Ana Ruiz,04/21/2018\n"))
    plan = bring_in(
        write_file("Student ID,Student Name,Birth Date\n4500,Ana Ruiz,04/21/2018\n", "b.csv")
    )
    assert plan.counts["unchanged"] == 1
    with store.read() as db:
        assert db.scalars(select(Enrollment.student_number)).all() == ["004500"]
    plan = bring_in(write_file("Student ID,Student Name\n4500,Ana Ruiz\n", "c.csv"))
    assert plan.counts["new"] == 0
    assert any("004500" in text for text in plan.warnings)


def test_a_zip_code_that_lost_its_zero_gets_it_back_with_a_warning(store, write_file, bring_in):
    plan = bring_in(write_file("Student Name,Grade,Street,Zip\nAna,3,1 Oak St,2139\n"))
    assert "02139" in plan.warnings[0]
    with store.read() as db:
        assert db.scalar(select(Family.postal_code)) == "02139"


@pytest.mark.parametrize(
    ("said", "held"), [("Yes", False), ("No", True), ("maybe", True), ("", True), ("N/A", True)]
)
def test_only_a_yes_is_consent_to_photographs(store, write_file, bring_in, said, held):
    bring_in(write_file(f"Student Name,Grade,Photo Consent\nAna,3,{said}\n"))
    with store.read() as db:
        assert db.scalar(select(Family.do_not_photograph)) is held


def test_private_columns_are_stored_nowhere(store, write_file, bring_in, tmp_path):
    text = "Student Name,SSN,Password,Race\nAna Ruiz,123-45-6789,P@ssw0rd,zebra\n"
    plan = bring_in(write_file(text))
    assert plan.ignored_columns == ("SSN", "Password", "Race")
    content = (tmp_path / "school.coordinator").read_bytes()
    assert not any(word in content for word in (b"123-45-6789", b"P@ssw0rd", b"zebra"))


def test_dates_of_one_file_have_one_order(write_file, look):
    path = write_file(
        "Student Name,Birth Date\nAna,25/12/2014\nBo,03/04/2015\nCy,12/26/2014\nDi,13/01/2014\n"
    )
    plan = look(path)
    assert (plan.date_order, plan.date_order_sure) == ("dmy", True)
    assert [(row.row, row.column) for row in plan.rejected] == [(4, "Birth Date")]
    assert plan.writes.inserts["person"][1][5] == date(2015, 4, 3)
    assert [row.row for row in look(path, date_order="mdy").rejected] == [2, 5]


def test_ambiguous_dates_are_read_the_american_way_with_a_warning(write_file, look):
    plan = look(write_file("Student Name,Birth Date\nAna,04/11/2018\n"))
    assert (plan.date_order, plan.date_order_sure) == ("mdy", False)
    assert "month, day, year" in plan.warnings[0]


def test_rows_that_could_not_be_read_are_rejected_in_their_place(write_file, look):
    plan = look(write_file('Student Name,Grade\nAna,3\nBo\n,4\n"Cy,5\n'))
    assert [row.row for row in plan.rejected] == [3, 4, 5]
    assert plan.counts["read"] == 4
    assert plan.rejected[1].column == "Student Name"


def test_a_phone_that_is_none_is_left_out_and_said(store, write_file, bring_in):
    plan = bring_in(write_file("Student Name,Grade,Guardian,Guardian Phone\nAna,3,Eva,call me\n"))
    assert "“call me”" in plan.warnings[0]
    assert "row 2" in plan.warnings[0]
    with store.read() as db:
        assert db.scalars(select(Phone)).all() == []


def test_a_guardian_with_siblings_and_no_contact_is_one(write_file, bring_in):
    path = write_file(
        'Student Name,Grade,Guardian\n"Ruiz, Ana",3,Eva Soto\n"Ruiz, Leo",1,Eva Soto\n'
    )
    assert bring_in(path).summary == {"students": 2, "guardians": 1, "families": 1}
    assert not bring_in(path).writes


def test_an_unknown_student_number_in_a_list_of_contacts_is_refused(write_file, look):
    text = "contact_id,student_id,first_name,last_name,relationship\nc1,99,Ana,Ruiz,Mother\n"
    bad = look(write_file(text)).rejected[0]
    assert (bad.row, bad.column) == (2, "student_id")
    assert "99" in bad.reason


def test_a_list_of_adults_alone_makes_a_family_of_each(store, write_file, bring_in):
    path = write_file("First Name,Last Name,Email,Phone\nAna,Ruiz,ana@x.org,2175550101\n")
    assert bring_in(path).summary == {"students": 0, "guardians": 1, "families": 1}
    assert not bring_in(path).writes


def test_ids_of_another_system_find_the_person_next_time(store, write_file, bring_in):
    text = "contact_id,student_id,first_name,last_name,relationship\nc1,1,{name},Ruiz,Mother\n"
    bring_in(write_file("Student ID,Student Name\n1,Eva Ruiz\n", "s.csv"))
    bring_in(write_file(text.format(name="Ana"), "c.csv"))
    plan = bring_in(write_file(text.format(name="Ana María"), "c2.csv"))
    assert plan.counts["changed"] == 1
    with store.read() as db:
        assert "Ana María Ruiz" in _people(db)
        assert db.scalars(select(ExternalId.value)).all() == ["c1"]
        assert db.scalars(select(Email)).all() == []


def test_a_long_check_can_be_stopped(store, write_file):
    found = recognise(open_source(write_file("Student Name,Grade\n" + "Ana,3\n" * 2000)))

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with store.read() as db, pytest.raises(Cancelled):
        check(db, found, progress=stop)


def test_the_file_of_contacts_may_come_before_the_file_of_students(write_file, bring_in):
    contacts = "contact_id,student_id,first_name,last_name,relationship\nc1,1,Ana,Ruiz,Mother\n"
    files = [
        write_file(contacts, "contacts.csv"),
        write_file("Student ID,Student Name\n1,Eva Ruiz\n", "students.csv"),
    ]
    plan = bring_in(files)
    assert plan.rejected == []
    assert plan.summary == {"students": 1, "guardians": 1, "families": 1}
    assert not bring_in(files).writes


def test_one_street_in_two_spellings_is_one_home(write_file, bring_in):
    path = write_file(
        "Student ID,Student Name,Guardian 1 Name,Guardian 1 Street,Guardian 2 Name,Guardian 2 Street\n"
        "1,Eva Ruiz,Ana Ruiz,12 Oak Street,Luis Ruiz,12 Oak St.\n"
    )
    assert bring_in(path).summary["families"] == 1


def test_a_family_put_away_comes_back_with_its_student(store, write_file, bring_in):
    path = write_file("Student ID,Student Name\n1,Eva Ruiz\n")
    bring_in(path)
    with store.write("Put away") as db:
        db.scalars(select(Family)).one().archived = True
        db.scalars(select(Person)).one().archived = True
    assert bring_in(path).counts["changed"] == 1
    with store.read() as db:
        assert db.scalars(select(Family.archived)).all() == [False]
        assert db.scalars(select(Person.archived)).all() == [False]
        assert find_people(db, "eva") != []


def test_somebody_here_twice_is_not_made_a_third_time(store, write_file, bring_in):
    with store.write("Twice") as db:
        for _copy in range(2):
            db.add(
                Person(
                    name="Eva Ruiz",
                    sorts_as="Eva Ruiz",
                    fold="eva ruiz",
                    birth_date=date(2018, 4, 21),
                )
            )
    bring_in(write_file("Student Name,Birth Date\nEva Ruiz,04/21/2018\n"))
    with store.read() as db:
        assert len(db.scalars(select(Person)).all()) == 2


def test_a_broken_write_leaves_nothing(store, write_file, look):
    plan = look(write_file(WIDE))
    plan.writes.inserts["member"].append((-1, -1, "nobody", "", 1, True, False))
    with store.read() as db:
        before = _rows(db)
    with pytest.raises(Exception, match=r"."), store.write("Import") as db:
        apply(db, plan)
    with store.read() as db:
        assert _rows(db) == before
    assert store.undo_label() == "Set up the school"
