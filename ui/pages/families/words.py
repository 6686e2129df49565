# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Roles, facts and deeds of families as the screen words them."""

from coordinator.attendance import how_title
from coordinator.families import (
    FamilyDetails,
    MemberDetails,
    PersonDetails,
    relationship_title,
)
from coordinator.families.timeline import TimelineEntry
from coordinator.grades import grade_words
from coordinator.hours.ledger import source_title
from coordinator.i18n import _, format_date, format_hours, language_name, ngettext
from coordinator.phones import show_phone
from ui.widgets.panel import TimelineItem

_MOST_NAMES = 3
_HOUR = 60


def role_words(role: str) -> str:
    """What somebody is to the school."""
    words = {
        "guardian": _("Guardian"),
        "student": _("Student"),
        "other": _("Other"),
        "staff": _("Staff"),
    }
    return words.get(role, role)


def family_title(name: str) -> str:
    """'Nguyễn family'."""
    return _("{name} family").format(name=name)


def language_words(details: FamilyDetails) -> str:
    """'Vietnamese, interpreter', or what is known of it."""
    spoken = language_name(details.home_language) if details.home_language else ""
    if not details.interpreter:
        return spoken
    if not spoken:
        return _("Interpreter")
    return _("{language}, interpreter").format(language=spoken)


def member_line(member: MemberDetails, region: str) -> str:
    """What stands below the name of somebody in a family: 'Mother · (555) 014-2118'."""
    person = member.person
    if member.role == "student":
        grade = grade_words(person.grade) if person.grade else _("Student")
        parts = [grade, person.homeroom_teacher]
    else:
        phone = show_phone(person.phones[0].number, region) if person.phones else ""
        parts = [relationship_title(member.relationship) or role_words(member.role), phone]
    if not member.lives_with:
        parts.append(_("lives elsewhere"))
    return " · ".join(part for part in parts if part)


def school_line(person: PersonDetails) -> str:
    """'Grade 2 · Ms. Okafor', or nothing."""
    grade = grade_words(person.grade) if person.grade else ""
    return " · ".join(part for part in (grade, person.homeroom_teacher) if part)


def wishes(details: FamilyDetails) -> list[str]:
    """What the family asked not to be done."""
    asked = [
        (details.do_not_contact, _("No contact")),
        (details.do_not_list, _("Not in lists")),
        (details.do_not_photograph, _("No photos")),
    ]
    return [words for wished, words in asked if wished]


def timeline_item(entry: TimelineEntry, alone: bool = False) -> TimelineItem:
    """A deed as the timeline shows it; `alone`: of one person, who need not be named."""
    day = format_date(entry.day)
    if entry.kind == "came":
        how = how_title(entry.how)
        count = len(entry.people)
        who = ", ".join(entry.people)
        if count > _MOST_NAMES:
            who = ngettext("{count} person", "{count} people", count).format(count=count)
        return TimelineItem(
            "calendar",
            "info",
            _("Came to {event}").format(event=entry.title),
            " · ".join((day, how) if alone else (day, who, how)),
        )
    one = 1 if entry.minutes == _HOUR else 2
    title = ngettext("Served {hours} hour", "Served {hours} hours", one)
    title = title.format(hours=format_hours(entry.minutes))
    if entry.title:
        title = _("{deed}, {what}").format(deed=title, what=entry.title)
    line = " · ".join((day, *(() if alone else entry.people), source_title(entry.how)))
    return TimelineItem("volunteer", "plum", title, line, entry.note)
