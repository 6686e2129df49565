# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Fields say what is wrong beside themselves; forms write only what differs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coordinator import i18n
from coordinator.errors import Invalid, Problem
from coordinator.families.details import PhoneDetails
from ui import errors, theme
from ui.forms import (
    ChipsField,
    ChoiceField,
    DateField,
    Field,
    Form,
    LanguageField,
    LineField,
    LinesField,
    MinutesField,
    NumberField,
    PhonesField,
    TextField,
    TickField,
    TimeField,
)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_date_shown_is_read_back_the_same(lang: str, qtbot: QtBot) -> None:
    i18n.use_language(lang)
    field = DateField("When")
    qtbot.addWidget(field)
    for month in range(1, 13):
        day = date(2024, month, 28)
        field.set_value(day)
        assert field.value() == day


def test_date_keys_move_by_days_and_to_today(qtbot: QtBot) -> None:
    field = DateField("When")
    qtbot.addWidget(field)
    qtbot.keyClicks(field.line, "Nov 10, 2026")
    qtbot.keyClicks(field.line, "++")
    assert field.value() == date(2026, 11, 12)
    qtbot.keyClicks(field.line, "-")
    assert field.value() == date(2026, 11, 11)
    assert field.help.text() == "Read as Wed, Nov 11, 2026"
    qtbot.keyClicks(field.line, "t")
    assert field.value() == date.today()
    field.set_value(None)
    qtbot.keyClicks(field.line, "2026-11-05")
    assert field.value() == date(2026, 11, 5)


def test_hours_are_said_back(qtbot: QtBot) -> None:
    field = MinutesField("Hours")
    qtbot.addWidget(field)
    for typed in ("3.5", "3,5", "3:30", "210m"):
        field.line.clear()
        qtbot.keyClicks(field.line, typed)
        assert field.value() == 210
        assert field.help.text() == "3.5 h"


@pytest.mark.parametrize(
    ("typed", "read"),
    [("5:30 pm", time(17, 30)), ("17:30", time(17, 30)), ("1730", time(17, 30)), ("9", time(9))],
)
def test_times_of_day(typed: str, read: time, qtbot: QtBot) -> None:
    field = TimeField("Starts")
    qtbot.addWidget(field)
    field.line.setText(typed)
    assert field.value() == read


def test_error_stands_beside_the_field_and_goes_while_typing(qtbot: QtBot) -> None:
    field = MinutesField("Hours")
    other = QWidget()
    box = QWidget()
    qtbot.addWidget(box)
    theme.column(box).addWidget(field)
    other.setParent(box)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.show()
    field.line.setFocus()
    qtbot.waitUntil(field.line.hasFocus)
    qtbot.keyClicks(field.line, "soon")
    assert field.error() == ""
    other.setFocus()
    assert "soon" in field.help.text()
    assert field.line.property("invalid") == "true"
    assert field.line.accessibleDescription() == field.help.text()
    qtbot.keyClicks(field.line, "x")
    assert field.error() == ""


def test_every_field_gives_its_control_a_name(qtbot: QtBot) -> None:
    fields: list[Field] = [
        LineField("A"),
        TextField("B"),
        ChoiceField("C", [(1, "one")]),
        DateField("D"),
        TimeField("E"),
        MinutesField("F"),
        TickField("G"),
        LanguageField("H"),
        ChipsField("I"),
        PhonesField("J"),
        NumberField("K"),
    ]
    for field in fields:
        qtbot.addWidget(field)
        assert field.control.accessibleName() in "ABCDEFGHIJK"


def test_wheel_over_a_choice_does_not_alter_it(qtbot: QtBot) -> None:
    field = ChoiceField("Kind", [(n, str(n)) for n in range(5)])
    qtbot.addWidget(field)
    from PySide6.QtCore import QPoint, QPointF

    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's order of arguments
    )
    field.combo.wheelEvent(wheel)
    assert field.value() == 0


def test_a_value_that_is_no_choice_is_kept(qtbot: QtBot) -> None:
    field = ChoiceField("Channel", [("", "None"), ("phone", "Phone")])
    qtbot.addWidget(field)
    field.set_value("pigeon")
    assert field.value() == "pigeon"


def test_tags_by_enter_and_by_press(qtbot: QtBot) -> None:
    field = ChipsField("Tags")
    qtbot.addWidget(field)
    field.set_value(("book club",))
    qtbot.keyClicks(field.line, "garden")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    qtbot.keyClicks(field.line, "Garden")
    assert field.value() == ("book club", "garden")


def test_phones_are_kept_as_dialled_and_refused_when_too_short(qtbot: QtBot) -> None:
    field = PhonesField("Phones")
    qtbot.addWidget(field)
    field.set_value((PhoneDetails("+15550142118", "home"),))
    assert field.value() == (PhoneDetails("+15550142118", "home"),)
    field.add("555-01", "")
    assert not field.check()
    assert "555-01" in field.error()


def test_lines_leave_out_what_is_empty(qtbot: QtBot) -> None:
    field = LinesField("E-mail")
    qtbot.addWidget(field)
    field.set_value(("ana@example.org",))
    field.add("", "")
    assert field.value() == ("ana@example.org",)


@dataclass(frozen=True)
class Details:
    name: str = ""
    minutes: int | None = None
    notes: str = ""
    version: int = 0


MakeForm = Callable[..., tuple[Form[Details], list[Details]]]


@pytest.fixture
def make_form(qtbot: QtBot) -> MakeForm:
    def make(refuse: Problem | None = None) -> tuple[Form[Details], list[Details]]:
        saved: list[Details] = []

        def save(details: Details) -> None:
            if refuse is not None:
                raise refuse
            saved.append(details)

        fields = {
            "name": LineField("Name", required="Write a name."),
            "minutes": MinutesField("Hours"),
            "notes": TextField("Notes"),
        }
        for field in fields.values():
            qtbot.addWidget(field)
        return Form(fields, save), saved

    return make


def test_loading_and_leaving_untouched_writes_nothing(make_form: MakeForm) -> None:
    form, saved = make_form()
    form.load(Details("Ana", 95, " two  blanks ", version=3))
    assert not form.changed()
    assert form.leave()
    assert saved == []


def test_leaving_writes_the_difference_once(make_form: MakeForm, qtbot: QtBot) -> None:
    form, saved = make_form()
    form.load(Details("Ana", 90, version=3))
    form.fields["name"].control.insert(" Peña")  # type: ignore[attr-defined]
    assert form.changed()
    assert form.leave()
    assert form.leave()
    assert saved == [Details("Ana Peña", 90, version=3)]


def test_what_is_invalid_stays_and_is_marked(make_form: MakeForm) -> None:
    form, saved = make_form()
    form.load(Details("Ana", 90))
    form.fields["minutes"].control.setText("long")  # type: ignore[attr-defined]
    assert not form.leave()
    assert saved == []
    assert "long" in form.fields["minutes"].error()
    assert form.fields["minutes"].control.text() == "long"  # type: ignore[attr-defined]


def test_a_refusal_of_the_write_stands_beside_its_field(make_form: MakeForm) -> None:
    form, _saved = make_form(Invalid("name", "There is an Ana already."))
    form.load(Details("Ana"))
    form.fields["notes"].control.setPlainText("x")  # type: ignore[attr-defined]
    assert not form.leave()
    assert form.fields["name"].error() == "There is an Ana already."
    assert form.changed()


def test_another_refusal_is_said_in_words(make_form: MakeForm) -> None:
    said: list[str] = []
    form, _saved = make_form(Problem("Somebody changed it meanwhile."))
    form.load(Details("Ana"))
    form.fields["notes"].control.setPlainText("x")  # type: ignore[attr-defined]
    errors.install(said.append)
    try:
        assert not form.leave()
    finally:
        errors.uninstall()
    assert said == ["Somebody changed it meanwhile."]


def test_a_refresh_keeps_what_is_being_typed(make_form: MakeForm) -> None:
    form, saved = make_form()
    form.load(Details("Ana", 90, version=1))
    form.fields["notes"].control.setPlainText("typed")  # type: ignore[attr-defined]
    form.load(Details("Ana Peña", 90, version=2), keep_typed=True)
    assert form.leave()
    assert saved == [Details("Ana Peña", 90, "typed", version=2)]
