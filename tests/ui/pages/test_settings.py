# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Settings: what is typed is written when its section is left, as one step with a name."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from coordinator import i18n, paths
from coordinator.recognition import list_levels
from coordinator.settings import Settings, Signature, load_settings
from coordinator.store import Store, backup
from coordinator.terms import list_years
from tests.factories import a_family
from ui import errors, local_settings, theme
from ui.context import Context
from ui.pages.settings import SettingsPage
from ui.pages.settings.computer import ComputerSection
from ui.pages.settings.data import DataSection, HistorySection
from ui.pages.settings.levels import LevelsSection
from ui.pages.settings.school import FormSection
from ui.pages.settings.values import LogoField
from ui.pages.settings.years import YearsSection
from ui.places import open_window
from ui.tasks import InlineTasks


@pytest.fixture
def ctx(sample_store: Store) -> Iterator[Context]:
    context = Context(sample_store, InlineTasks())
    yield context
    context.close()


@pytest.fixture
def page(ctx: Context, qtbot: QtBot) -> Iterator[SettingsPage]:
    made = SettingsPage(ctx)
    qtbot.addWidget(made)
    made.resize(1194, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isVisible)
    QApplication.processEvents()
    yield made
    made.let_go()


@pytest.fixture
def said() -> Iterator[list[str]]:
    heard: list[str] = []
    errors.install(heard.append)
    yield heard
    errors.uninstall()


def form(page: SettingsPage, key: str) -> FormSection:
    section = page.sections[key]
    assert isinstance(section, FormSection)
    return section


def write(field: QWidget, words: str) -> None:
    """Focus a field and type over what is in it."""
    line = field.focusProxy() or field
    line.setFocus()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    line.insert(words)  # keyClicks aborts at letters such as ñ


def kept(store: Store) -> Settings:
    with store.read() as db:
        return load_settings(db)


def test_leaving_a_section_writes_one_step(page: SettingsPage, sample_store: Store) -> None:
    fields = form(page, "school").form.fields
    write(fields["school_name"], "Fern <b>School</b>")
    write(fields["principal"], "Ana Peña")
    assert kept(sample_store).school_name == "Maple Hollow Elementary"
    page.search.setFocus()
    assert kept(sample_store).school_name == "Fern <b>School</b>"
    assert kept(sample_store).principal == "Ana Peña"
    assert sample_store.undo() == "Settings: School"
    assert kept(sample_store).school_name == "Maple Hollow Elementary"
    assert fields["school_name"].value() == "Maple Hollow Elementary"


def test_moving_inside_a_section_or_touching_nothing_writes_nothing(
    page: SettingsPage, sample_store: Store
) -> None:
    before = sample_store.undo_label()
    fields = form(page, "school").form.fields
    fields["school_name"].setFocus()
    fields["principal"].setFocus()
    page.search.setFocus()
    assert page.leave()
    assert sample_store.undo_label() == before


def test_a_wrong_value_is_said_beside_it_and_keeps_the_page(
    page: SettingsPage, sample_store: Store
) -> None:
    fields = form(page, "certificates").form.fields
    write(fields["certificate_minutes"], "many")
    page.search.setFocus()
    assert fields["certificate_minutes"].error() == "Write a number of hours from 0.25 to 2,000."
    assert page.search.hasFocus()
    assert not page.leave()
    assert kept(sample_store).certificate_minutes == 1200
    write(fields["certificate_minutes"], "12,5")
    assert page.leave()
    assert kept(sample_store).certificate_minutes == 750


def test_an_empty_school_name_is_refused(page: SettingsPage, sample_store: Store) -> None:
    name = form(page, "school").form.fields["school_name"]
    write(name, " ")
    assert not page.leave()
    assert name.error() == "The school needs a name."


def test_two_sections_do_not_take_each_others_words(
    page: SettingsPage, sample_store: Store
) -> None:
    write(form(page, "school").form.fields["principal"], "Ana Peña")
    limit = form(page, "hours").form.fields["day_limit_minutes"]
    write(limit, "8")
    assert kept(sample_store).principal == "Ana Peña"
    with sample_store.write("elsewhere") as db:
        a_family(db)
    assert limit.value() == 480
    assert page.leave()
    assert kept(sample_store).day_limit_minutes == 480


def test_choices_are_kept(page: SettingsPage, sample_store: Store) -> None:
    fields = form(page, "certificates").form.fields
    for name in ("certificate_design", "paper", "certificate_language"):
        combo = fields[name].findChild(QComboBox)
        assert combo is not None
        combo.setFocus()
        QTest.keyClick(combo, Qt.Key.Key_End)
    black = fields["certificate_black_only"].control
    black.setFocus()
    QTest.keyClick(black, Qt.Key.Key_Space)
    assert page.leave()
    now = kept(sample_store)
    assert (now.certificate_design, now.paper, now.certificate_language) == ("warm", "a4", "es")
    assert now.certificate_black_only


def test_rounding_is_explained(page: SettingsPage, sample_store: Store) -> None:
    rounding = form(page, "hours").form.fields["rounding"]
    combo = rounding.findChild(QComboBox)
    assert combo is not None
    combo.setCurrentText("Down to 15 minutes, each entry")
    assert rounding.help.text() == ("Rounded down to 15 minutes per entry; exact times are kept.")
    assert page.leave()
    assert kept(sample_store).rounding == "down_15"


def test_three_people_can_sign(page: SettingsPage, sample_store: Store) -> None:
    field = form(page, "certificates").form.fields["signatures"]
    third = field.findChildren(QLineEdit)[4:]
    write(third[1], "Teacher")
    assert not page.leave()
    assert field.error() == "A position stands here without a name."
    write(third[0], "Łukasz Ø")
    assert page.leave()
    assert kept(sample_store).signatures[2] == Signature("Łukasz Ø", "Teacher")


def test_a_logo_is_taken_or_refused_in_words(
    page: SettingsPage,
    sample_store: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    field = form(page, "school").form.fields["logo_png_base64"]
    assert isinstance(field, LogoField)
    drawing = tmp_path / "logo.svg"
    drawing.write_text("<svg/>")
    monkeypatch.setattr(LogoField, "ask", lambda *_asked: drawing)
    field.choose_button.click()
    assert "is an SVG drawing" in field.error()
    picture = tmp_path / "logo.png"
    Image.new("RGB", (80, 40), "navy").save(picture)
    monkeypatch.setattr(LogoField, "ask", lambda *_asked: picture)
    field.choose_button.click()
    assert field.error() == ""
    assert not field.picture.image.isNull()
    assert page.leave()
    assert kept(sample_store).logo_png_base64
    field.remove_button.click()
    assert page.leave()
    assert kept(sample_store).logo_png_base64 == ""


def test_days_of_a_year_are_changed_and_overlaps_refused(
    page: SettingsPage, sample_store: Store
) -> None:
    years = page.sections["years"]
    assert isinstance(years, YearsSection)
    line = years.lines[0]
    write(line.starts, "6/1/2026")
    page.search.setFocus()
    assert "2025-26" in line.starts.error()
    write(line.starts, "Aug 3 2026")
    page.search.setFocus()
    with sample_store.read() as db:
        assert list_years(db)[0].starts == date(2026, 8, 3)
    assert sample_store.undo_label() == "Days of 2026-27"


def test_a_year_and_a_semester_are_added_and_a_semester_taken_away(
    page: SettingsPage, sample_store: Store
) -> None:
    years = page.sections["years"]
    assert isinstance(years, YearsSection)
    years.add_button.click()
    assert years.lines[0].term.name == "2027-28"
    assert years.lines[0].name.line.hasFocus()
    count = len(years.lines)
    cross = next(
        button
        for button in years.findChildren(QAbstractButton)
        if button.accessibleName() == "Take away Spring 2027"
    )
    cross.click()
    assert len(years.lines) == count - 1
    assert sample_store.undo() == "Take away Spring 2027"
    assert len(years.lines) == count


def test_levels_are_changed_added_and_taken_away(page: SettingsPage, sample_store: Store) -> None:
    levels = page.sections["levels"]
    assert isinstance(levels, LevelsSection)
    levels.table.selectRow(1)
    assert levels.name.value() == "Silver"
    write(levels.hours, "60")
    levels.table.selectRow(2)
    with sample_store.read() as db:
        assert [one.min_minutes for one in list_levels(db)[:3]] == [26 * 60, 60 * 60, 75 * 60]
        assert list_levels(db)[1].name == "silver"
    levels.add_button.click()
    write(levels.name, "Platinum")
    page.search.setFocus()
    with sample_store.read() as db:
        assert [one.name for one in list_levels(db)[:4]] == ["bronze", "silver", "gold", "Platinum"]
    levels.remove_button.click()
    with sample_store.read() as db:
        assert len(list_levels(db)) == 15
    assert sample_store.undo() == "Take away Platinum"


def test_two_levels_with_the_same_hours_are_refused(
    page: SettingsPage, sample_store: Store
) -> None:
    levels = page.sections["levels"]
    assert isinstance(levels, LevelsSection)
    levels.table.selectRow(1)
    write(levels.hours, "26")
    page.search.setFocus()
    assert "need the same hours" in levels.hours.error()
    with sample_store.read() as db:
        assert list_levels(db)[1].min_minutes == 50 * 60


def test_search_leaves_only_the_sections_that_have_the_words(page: SettingsPage) -> None:
    page.search.setText("Ròunding")
    assert page.nothing.isHidden()
    shown = [key for key, section in page.sections.items() if section.isVisible()]
    assert shown == ["hours"]
    page.search.setText("zzz")
    assert page.nothing.isVisible()
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert all(section.isVisibleTo(page) for section in page.sections.values())


def test_a_backup_is_made_and_the_check_says_what_it_found(
    page: SettingsPage, sample_store: Store, ctx: Context
) -> None:
    data = page.sections["data"]
    assert isinstance(data, DataSection)
    assert data.where.text() == str(sample_store.path)
    said: list[str] = []
    ctx.said.connect(lambda words, _undo: said.append(words))
    data.backup_button.click()
    [kept_file] = list(paths.backup_folder().glob("*.coordinator"))
    assert kept_file.name in said[0]
    data.check_button.click()
    assert data.findings.isVisibleTo(page)
    words = [label.text() for label in data.findings.findChildren(type(data.where))]
    assert words == ["All is well: the file is whole and nothing in it contradicts itself."]
    with sample_store.write("x") as db:
        a_family(db)
    data.check_button.click()
    words = [label.text() for label in data.findings.findChildren(type(data.where))]
    assert words == backup.check_store(sample_store.path)
    assert "nobody" in words[0]


def test_history_names_steps_and_who_did_them(page: SettingsPage, sample_store: Store) -> None:
    history = page.sections["history"]
    assert isinstance(history, HistorySection)
    with sample_store.write("New family", who="denise") as db:
        a_family(db)
    [newest, *_rest] = history.table.rows()
    assert (newest.label, newest.who, newest.rows) == ("New family", "denise", 1)
    sample_store.undo()
    shown = [history.table.model_.columns[1].shown(row) for row in list(history.table.rows())[:2]]
    assert shown == ["Undone: New family", "New family"]
    assert history.table.rows()[1].undone


def test_theme_text_size_and_language_change_at_once(
    sample_store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(sample_store, InlineTasks())
    qtbot.addWidget(window)
    window.show()
    window.show_place("settings")
    computer = window.pages["settings"].findChild(ComputerSection)
    assert isinstance(computer, ComputerSection)
    computer.theme.combo.setCurrentText("Dark")
    assert theme.name() == "dark"
    assert local_settings.text("theme") == "dark"
    window.set_theme("contrast")
    assert computer.theme.value() == "contrast"
    computer.text_size.combo.setCurrentText("150 %")
    assert theme.text_percent() == 150
    before = window.pages["settings"]
    computer.language.combo.setCurrentText("Español")
    qtbot.waitUntil(lambda: window.pages["settings"] is not before)
    assert i18n.language() == "es"
    assert window.current == "settings"
    window.ctx.close()


@pytest.mark.parametrize("percent", [100, 200])
def test_it_fits_and_nothing_needs_a_mouse(
    page: SettingsPage, qapp: QApplication, percent: int
) -> None:
    theme.apply(qapp, "light", percent)
    room = QSize(768, 460) if percent == 100 else QSize(1590, 900)
    page.resize(room)
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= room.width()
    inside = page.area.widget()
    assert inside is not None
    assert inside.width() <= page.area.viewport().width()
    for section in page.sections.values():
        needed = section.layout().minimumSize().width()  # type: ignore[union-attr]
        assert needed <= section.width(), section.title
    for kind in (QAbstractButton, QLineEdit, QComboBox):
        for control in inside.findChildren(kind):
            if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisible():
                named = control.accessibleName() or getattr(control, "text", str)()
                assert named, control
