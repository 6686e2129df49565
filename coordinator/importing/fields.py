# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Our fields in words, for the preview's list of choices and for `--map`."""

from datetime import date

from coordinator.errors import Problem
from coordinator.i18n import _, format_date, language_name
from coordinator.importing.formats import NAMED_SLOTS, SLOTS, fields, key


def _part_titles() -> dict[str, str]:
    return {
        "name": _("name"),
        "first": _("first name"),
        "middle": _("middle name"),
        "last": _("last name"),
        "suffix": _("suffix"),
        "called": _("called"),
        "email": _("e-mail"),
        "email_2": _("second e-mail"),
        "phone": _("mobile phone"),
        "home_phone": _("home phone"),
        "work_phone": _("work phone"),
        "language": _("language"),
        "key": _("id in the other system"),
        "street": _("street"),
        "street_2": _("second address line"),
        "city": _("city"),
        "region": _("state"),
        "postal_code": _("ZIP code"),
        "address": _("address"),
        "number": _("number"),
        "state_id": _("state id"),
        "birth_date": _("birth date"),
        "grade": _("grade"),
        "homeroom": _("homeroom teacher"),
        "relationship": _("relationship"),
        "order": _("contact order"),
        "lives_with": _("lives with the student"),
        "restricted": _("restricted"),
        "interpreter": _("needs an interpreter"),
        "reading": _("reading language"),
    }


def _whole_titles() -> dict[str, str]:
    return {
        "family_name": _("Family name on envelopes"),
        "household_id": _("Household id"),
        "home_language": _("Home language"),
        "reading_language": _("Reading language"),
        "interpreter": _("Needs an interpreter"),
        "channel": _("Preferred way of contact"),
        "best_time": _("Best time"),
        "notes": _("Notes"),
        "photo_consent": _("May be photographed"),
        "do_not_photograph": _("Do not photograph"),
        "directory_consent": _("May be listed"),
        "do_not_list": _("Do not list"),
        "do_not_contact": _("Do not contact"),
        "street": _("Street"),
        "street_2": _("Second address line"),
        "city": _("City"),
        "region": _("State"),
        "postal_code": _("ZIP code"),
        "address": _("Address"),
    }


def _hours_titles() -> dict[str, str]:
    return {
        "date": _("Date"),
        "name": _("Name"),
        "first": _("First name"),
        "last": _("Last name"),
        "id": _("Id or student number"),
        "email": _("E-mail"),
        "phone": _("Phone"),
        "hours": _("Hours"),
        "minutes": _("Minutes"),
        "start": _("Start"),
        "end": _("End"),
        "activity": _("Activity"),
        "note": _("Note"),
    }


def field_title(field: str, kind: str = "families") -> str:
    """What one of our fields is called on the screen, such as "Guardian 2: e-mail"."""
    if not field:
        return _("Leave out")
    whole = _hours_titles() if kind == "hours" else _whole_titles()
    if field in whole:
        return whole[field]
    parts = _part_titles()
    for slot in SLOTS:
        if field.startswith(f"{slot}_"):
            part = parts[field[len(slot) + 1 :]]
            return _("Guardian {number}: {part}").format(number=slot[-1], part=part)
    for word, template in (
        ("student_", _("Student: {part}")),
        (f"{NAMED_SLOTS[0]}_", _("Mother: {part}")),
        (f"{NAMED_SLOTS[1]}_", _("Father: {part}")),
    ):
        if field.startswith(word):
            return template.format(part=parts[field[len(word) :]])
    return field


def field_choices(kind: str) -> list[tuple[str, str]]:
    """Our fields with their titles, "Leave out" first; further guardians' fields last."""
    return [("", field_title("")), *((name, field_title(name, kind)) for name in fields(kind))]


def field_named(text: str, kind: str) -> str:
    """The field a person means by its name or title: "birth date", "guardian_2_email".

    Raises Problem with the names there are.
    """
    wanted = key(text)
    short: dict[str, str] = {}
    for name in fields(kind):
        for word in (name, field_title(name, kind)):
            short.setdefault(key(word), name)
        if name.startswith("student_"):
            short.setdefault(key(name[8:]), name)
        if name.startswith("guardian_1_"):
            short.setdefault(key(f"guardian_{name[11:]}"), name)
    if wanted in short:
        return short[wanted]
    known = [name for name in fields(kind) if not name.startswith(SLOTS[2:])]
    raise Problem(
        _("“{field}” is no field of Coordinator. The fields are: {fields}.").format(
            field=text, fields=", ".join(known)
        )
    )


def value_title(name: str) -> str:
    """What a value of a person, enrollment or family is called where a change is shown."""
    words = {
        "called": _("called"),
        "language": _("language"),
        "birth_date": _("birth date"),
        "grade": _("grade"),
        "homeroom": _("homeroom teacher"),
        "number": _("student number"),
    }
    return words.get(name) or field_title(name)


def shown_value(name: str, value: object) -> str:
    """A value as the screen shows it; "" for none."""
    if value is None or value == "":
        return ""
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return language_name(str(value)) if name.endswith("language") else str(value)
