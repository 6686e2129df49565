# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - lines of files as other programs write them
"""Which columns mean what, in the exports of many systems."""

import pytest

from coordinator.errors import Problem
from coordinator.importing import field_choices, field_title, open_source, recognise

EXPORTS = {
    "picture of the screen": (
        "Student Last, First;Gr;HR Teacher;DOB;Guardian 1;G1 Phone;HmLang;G1 Email;Bus Rt",
        "student_name student_grade student_homeroom student_birth_date guardian_1_name "
        "guardian_1_phone home_language guardian_1_email -",
    ),
    "PowerSchool": (
        "Student_Number,SchoolID,EntryDate,ExitDate,First_Name,Middle_Name,Last_Name,Gender,"
        "Grade_Level,Network_ID,Mother_First,Mother,Mother_Email,Father_First,Father,Father_Email",
        "student_number - - - student_first student_middle student_last - student_grade - "
        "mother_first mother_last mother_email father_first father_last father_email",
    ),
    "PowerSchool parents": (
        "FIRSTNAME|LASTNAME|EMAIL|LAST_SENT_DATE|GUARDIANID|STUDENT_NAME",
        "guardian_1_first guardian_1_last guardian_1_email - guardian_1_key student_name",
    ),
    "Clever": (
        "contact_id,student_id,first_name,last_name,type,relationship,phone,phone_type,email",
        "guardian_1_key student_number guardian_1_first guardian_1_last - guardian_1_relationship "
        "guardian_1_phone - guardian_1_email",
    ),
    "Aeries contacts": (
        "ID,FN,LN,RL,OR,EM,CP,TL,LW",
        "student_number guardian_1_first guardian_1_last guardian_1_relationship guardian_1_order "
        "guardian_1_email guardian_1_phone guardian_1_home_phone guardian_1_lives_with",
    ),
    "Aeries students": (
        "ID,CID,FN,LN,GN,GR,CL",
        "student_number student_state_id student_first student_last - student_grade "
        "reading_language",
    ),
    "eSchool": (
        "Building,Student_id,Last_name,First_name,Grade,Birthdate,Email,Reporting_class",
        "- student_number student_last student_first student_grade student_birth_date "
        "student_email student_homeroom",
    ),
    "openSIS": (
        "FIRST_NAME,LAST_NAME,GENDER,ETHNICITY,BIRTHDATE,LANGUAGE,ALT_ID,GRADE_ID,"
        "STREET_ADDRESS_1,STREET_ADDRESS_2,CITY,STATE,ZIPCODE,PRIMARY_FIRST_NAME,"
        "PRIMARY_LAST_NAME,PRIMARY_CELL_PHONE,PRIMARY_RELATION,SECONDARY_FIRST_NAME",
        "student_first student_last - - student_birth_date home_language student_number "
        "student_grade street street_2 city region postal_code guardian_1_first guardian_1_last "
        "guardian_1_phone guardian_1_relationship guardian_2_first",
    ),
    "two guardians per row": (
        "Student ID,School Name,Student First Name,Student Last Name,Grade,Guardian First Name,"
        "Guardian Last Name,Guardian Email,Guardian Mobile,Relationship,Guardian 2 First Name,"
        "Guardian 2 Last Name,Guardian 2 Email,Guardian 2 Mobile,Guardian 2 Relationship",
        "student_number - student_first student_last student_grade guardian_1_first "
        "guardian_1_last guardian_1_email guardian_1_phone guardian_1_relationship "
        "guardian_2_first guardian_2_last guardian_2_email guardian_2_phone "
        "guardian_2_relationship",
    ),
    "ReachMyTeach": (
        "Student First Name,Student Last Name,Student Grade,School Name,Class Names,"
        "Guardian 1 First Name,Guardian 1 Language,Guardian 1 Interpreted Language",
        "student_first student_last student_grade - - guardian_1_first guardian_1_language "
        "guardian_1_reading",
    ),
    "ParentSquare parents": (
        "school_id,student_id,first_name,last_name,email,mobile,address,language",
        "- student_number guardian_1_first guardian_1_last guardian_1_email guardian_1_phone "
        "guardian_1_address guardian_1_language",
    ),
    "ParentSquare students": (
        "school_id,student_id,first_name,last_name,grade_level",
        "- student_number student_first student_last student_grade",
    ),
    "ParentSquare manual": (
        "Student ID,Grade,Student First,Student Last,Parent First,Parent Last,Parent Email,"
        "Parent Cell,Parent Address,Parent Language",
        "student_number student_grade student_first student_last guardian_1_first "
        "guardian_1_last guardian_1_email guardian_1_phone guardian_1_address guardian_1_language",
    ),
    "Google Contacts": (
        "First Name,Middle Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value,"
        "Phone 1 - Label,Phone 1 - Value,Address 1 - Street",
        "guardian_1_first guardian_1_middle guardian_1_last - - guardian_1_email - "
        "guardian_1_phone guardian_1_street",
    ),
    "Skyward": (
        "Id,External Application User Name,Student Name,Guardian,Guardian Email",
        "student_number - student_name guardian_1_name guardian_1_email",
    ),
    "Spanish": (
        "Número de estudiante,Nombre,Apellidos,Fecha de nacimiento,Grado,Madre,Padre,Idioma del hogar",
        "student_number student_first student_last student_birth_date student_grade mother_name "
        "father_name home_language",
    ),
    "households": (
        "Household ID,Last,First,Relationship,Cell Phone,Email",
        "household_id guardian_1_last guardian_1_first guardian_1_relationship guardian_1_phone "
        "guardian_1_email",
    ),
}


@pytest.mark.parametrize("name", EXPORTS)
def test_the_columns_of_an_export_are_understood(write_file, name):
    headings, fields = EXPORTS[name]
    delimiter = next(char for char in ";|," if char in headings)
    cells = delimiter.join("x" for _ in headings.split(delimiter))
    if name == "picture of the screen":
        headings = headings.replace("Last, First", "Last First")
    found = recognise(open_source(write_file(f"{headings}\n{cells}\n")))
    assert found.kind == "families"
    assert " ".join(column.field or "-" for column in found.columns) == " ".join(fields.split())


def test_a_choice_of_the_user_wins_and_can_leave_a_column_out(write_file):
    source = open_source(write_file("Nom,Klasse,Grade\nAna Ruiz,3B,3\n"))
    found = recognise(
        source, "families", {"nom": "Student: name", "Klasse": "homeroom", "Grade": ""}
    )
    assert [column.field for column in found.columns] == ["student_name", "student_homeroom", ""]
    assert found.ignored_columns == ("Grade",)
    assert [column.forced for column in found.columns] == [True, True, True]


@pytest.mark.parametrize(
    ("mapping", "words"),
    [
        ({"Nowhere": "grade"}, "no column"),
        ({"Class": "shoe size"}, "no field"),
        ({"Class": "grade", "Level": "grade"}, "Two columns"),
        ({"SSN": "notes"}, "private"),
    ],
)
def test_a_mapping_that_cannot_be_is_refused(write_file, mapping, words):
    source = open_source(write_file("Student Name,Class,Level,SSN\nAna,3,3,123-45-6789\n"))
    with pytest.raises(Problem, match=words):
        recognise(source, mapping=mapping)


def test_private_columns_are_named_and_never_shown(write_file):
    text = "Student Name,SSN,Password,Race,Student SSN,Lunch Status,IEP\nAna,1,2,3,4,5,6\n"
    found = recognise(open_source(write_file(text)))
    assert found.ignored_columns == (
        "SSN",
        "Password",
        "Race",
        "Student SSN",
        "Lunch Status",
        "IEP",
    )
    assert all(not column.example for column in found.columns if column.private)


def test_examples_are_the_first_text_of_a_column(write_file):
    found = recognise(open_source(write_file("Student Name,Grade\nAna,\nBo,4\n")))
    assert [column.example for column in found.columns] == ["Ana", "4"]


def test_hours_are_told_from_families(write_file):
    found = recognise(open_source(write_file("Date,Volunteer,Hours,Task\n10/1/2026,Ana,2,Books\n")))
    assert found.kind == "hours"
    assert [column.field for column in found.columns] == ["date", "name", "hours", "activity"]


def test_an_unknown_kind_is_refused(write_file):
    with pytest.raises(Problem, match="families, hours"):
        recognise(open_source(write_file("Student Name\nAna\n")), "horses")


def test_every_field_has_a_title_of_its_own():
    for kind in ("families", "hours"):
        choices = field_choices(kind)
        assert len({title for _name, title in choices}) == len(choices)
        assert choices[0] == ("", field_title(""))
