# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Cells: dates, grades, languages, relationships, ids, phones, e-mails, wishes."""

from datetime import date

import pytest

from coordinator.errors import Invalid
from coordinator.importing import cells
from coordinator.importing.dates import birth_date, guess_order, parse_date, service_date

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("texts", "order", "sure"),
    [
        (["04/11/2018", "13/02/2018"], "dmy", True),
        (["04/11/2018", "02/13/2018"], "mdy", True),
        (["04/11/2018"], "mdy", False),
        (["2018-04-11", "May 1, 2015", "42125"], "ymd", True),
        (["25/12/2014", "26/12/2014", "12/26/2014"], "dmy", True),
    ],
)
def test_one_order_is_found_for_the_whole_file(texts, order, sure):
    found = guess_order(texts, "mdy")
    assert (found.order, found.sure) == (order, sure)


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("04/11/2018", "mdy", date(2018, 4, 11)),
        ("04/11/2018", "dmy", date(2018, 11, 4)),
        ("4-1-2018", "mdy", date(2018, 4, 1)),
        ("2018-04-11", "dmy", date(2018, 4, 11)),
        ("2018-04-11T00:00:00", "mdy", date(2018, 4, 11)),
        ("4/11/2018 0:00", "mdy", date(2018, 4, 11)),
        ("42125", "mdy", date(2015, 5, 1)),
        ("20150501", "mdy", date(2015, 5, 1)),
        ("May 1, 2015", "dmy", date(2015, 5, 1)),
        ("1-May-2015", "mdy", date(2015, 5, 1)),
        ("1 de mayo de 2015", "mdy", date(2015, 5, 1)),
        ("5/1/15", "mdy", date(2015, 5, 1)),
        ("02/29/2016", "mdy", date(2016, 2, 29)),
    ],
)
def test_dates_are_read(text, order, day):
    assert parse_date(text, order)[0] == day


@pytest.mark.parametrize(
    "text",
    [
        "02/30/2015",
        "2015-13-01",
        "13/13/2015",
        "60",
        "-1",
        "0.5",
        "2958466",
        "soon",
        "1/1",
        "1/2/123",
    ],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(Invalid):
        parse_date(text, "mdy")


@pytest.mark.parametrize("text", ["01/01/2027", "01/01/1899", "0001-01-01", "9999-01-01", "1/1/52"])
def test_what_is_no_birth_date_of_a_student_is_refused(text):
    with pytest.raises(Invalid):
        birth_date(text, "mdy", TODAY, pupil=True)


@pytest.mark.parametrize("text", ["01/01/1999", "01/01/2027"])
def test_what_is_no_day_of_service_is_refused(text):
    with pytest.raises(Invalid):
        service_date(text, "mdy", TODAY)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0", "KG"), ("K", "KG"), ("KF", "KG"), ("Kindergarten", "KG"), ("-1", "PK"), ("-2", "PR"),
        ("PK", "PK"), ("P3", "PR"), ("TK", "TK"), ("3", "03"), ("03", "03"), ("3rd Grade", "03"),
        ("Grade 11", "11"), ("12", "12"), ("ps1", "PS"), ("UG", "UG"), ("", ""),
    ],
)  # fmt: skip
def test_grades_become_codes(text, code):
    assert cells.grade_code(text) == (code, True)


def test_an_unknown_grade_stays_as_it_is_written():
    assert cells.grade_code("Zebra") == ("Zebra", False)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Spanish", "es"), ("Español", "es"), ("spa", "es"), ("ES", "es"), ("inglés", "en"),
        ("Vietnamese", "vi"), ("Tiếng Việt", "vi"), ("Hmong", "hmn"), ("Haitian Creole", "ht"),
        ("Chinese (Mandarin)", "zh"), ("Somali", "so"), ("العربية", "ar"), ("zh-Hant", "zh-Hant"),
        ("Tagalog", "tl"), ("árabe", "ar"), ("Karen", "kar"), ("Klingonese", None),
    ],
)  # fmt: skip
def test_languages_become_codes(text, code):
    assert cells.language_code(text) == code


@pytest.mark.parametrize(
    ("text", "said"),
    [("Yes", True), ("sí", True), ("X", True), ("1", True), ("No", False), ("FALSE", False),
     ("maybe", None), ("", None), ("N/A", None), ("?", None)],
)  # fmt: skip
def test_only_a_yes_is_a_yes(text, said):
    assert cells.yes_or_no(text) is said


@pytest.mark.parametrize("text", ["1.23457E+11", "1,2E+05", "12345678901234567"])
def test_an_id_damaged_by_a_spreadsheet_is_refused(text):
    with pytest.raises(Invalid):
        cells.checked_id(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Peña Ruiz, Lucía María", ("Lucía María Peña Ruiz", "Peña Ruiz, Lucía María")),
        ("Lucía Peña Ruiz", ("Lucía Peña Ruiz", "Lucía Peña Ruiz")),
        ("Smith, John, Jr.", ("John Smith Jr.", "Smith, John Jr.")),
        ("Cher", ("Cher", "Cher")),
        ("O", ("O", "O")),
    ],
)
def test_whole_names_are_turned_at_a_comma_only(text, names):
    assert cells.whole_name(text) == names


def test_every_word_of_a_name_is_kept():
    name, sorts_as = cells.full_name("María del Carmen", "", "de la Cruz Fernández", "")
    assert name == "María del Carmen de la Cruz Fernández"
    assert sorts_as == "de la Cruz Fernández, María del Carmen"


def test_a_whole_name_may_stand_in_the_last_name():
    assert cells.full_name("", "", "Ruiz, Ana", "")[0] == "Ana Ruiz"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("(612) 555-0199", "+16125550199"),
        ("612.555.0199", "+16125550199"),
        ("1-612-555-0199", "+16125550199"),
        ("+34 612 345 678", "+34612345678"),
        ("(555) 0142-118", "+15550142118"),
    ],
)
def test_phones_become_numbers_that_can_be_dialled(text, number):
    assert cells.phone_in(text, "US") == number


def test_the_quick_way_to_read_a_phone_gives_what_the_library_gives():
    from coordinator.phones import normal_phone

    for text in ("(217) 555-0000", "2175550000", "+1 217 555 0000", "1 (999) 999-9999"):
        assert cells.phone_in(text, "US") == normal_phone(text, "US")


def test_several_emails_in_a_cell_are_all_read_and_bad_ones_refused():
    assert cells.emails_in("a@x.org; b@x.org") == ["a@x.org", "b@x.org"]
    assert cells.emails_in("none") == []
    with pytest.raises(Invalid):
        cells.emails_in("ana(at)x.org")
