# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The pictures as data: a name, and how to get there."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from coordinator import families
from coordinator.events import list_events
from coordinator.reports import list_reports
from tests.screens.stage import Stage, settle
from ui.__main__ import Program
from ui.dialogs.merge import MergeDialog
from ui.errors import ReportDialog
from ui.pages.families import FamiliesPage
from ui.pages.families.duplicates import DuplicatesDialog
from ui.pages.families.listing import PEOPLE
from ui.pages.families.new_year import NewYearDialog
from ui.pages.help import TOPICS
from ui.pages.import_list.page import ImportListPage
from ui.pages.settings import SettingsPage
from ui.pages.volunteers import VolunteersPage
from ui.table import TableView
from ui.welcome import WelcomeWindow

Reach = Callable[[Stage], QWidget | None]


@dataclass(frozen=True)
class Scene:
    """One picture: its name, and how to get there; `reach` gives what to photograph.

    None is the main window.
    """

    name: str
    reach: Reach


def at(key: str, **what: object) -> Reach:
    """A place of the rail, with what another page would ask of it."""

    def reach(stage: Stage) -> None:
        stage.page(key, **what)

    return reach


def empty(key: str) -> Reach:
    """The place in a school without anybody."""

    def reach(stage: Stage) -> QWidget:
        stage.empty_page(key)
        return stage.empty_window

    return reach


def setting(section: str) -> Reach:
    def reach(stage: Stage) -> None:
        page = stage.page("settings")
        page.open({"section": section})
        settle()

    return reach


def welcome(form: bool = False, trouble: str = "") -> Reach:
    def reach(stage: Stage) -> QWidget:
        window = WelcomeWindow(Program(None, demo=True), trouble)
        window.resize(stage.size)
        window.show()
        if form:
            window.empty.click()
        settle()
        return window

    return reach


def keys(stage: Stage) -> QWidget:
    stage.page("home")
    stage.window.menus.show_keys()
    settle()
    return next(one for one in stage.window.findChildren(QDialog) if one.isVisible())


def search(stage: Stage) -> None:
    stage.page("home")
    stage.window.search_box.setFocus()
    QTest.keyClicks(stage.window.search_box, "al")


def shown(page: QWidget, place: int) -> None:
    """Take a row of the first table of a page that is shown, and open it."""
    for table in page.findChildren(TableView):
        if table.isVisible():
            table.selectRow(place)
            table.setFocus(Qt.FocusReason.OtherFocusReason)
            break


def edit_family(stage: Stage) -> None:
    page = stage.page("families", id=7)
    assert isinstance(page, FamiliesPage)
    page.side.edit()


def people(stage: Stage) -> None:
    page = stage.page("families")
    assert isinstance(page, FamiliesPage)
    page.list.show_kind(PEOPLE)
    shown(page, 3)


def import_step(done: bool = False, wrong: bool = False) -> Reach:
    def reach(stage: Stage) -> None:
        path = stage.roster
        if wrong:
            path = stage.folder / "letter.pdf"
            path.write_bytes(b"%PDF-1.4")
        families_page = stage.page("families", bring=True, paths=[path])
        page = families_page.findChild(ImportListPage)
        assert isinstance(page, ImportListPage)
        if done:
            page.check_step.import_button.click()

    return reach


def dialog(make: Callable[[Stage], QDialog]) -> Reach:
    """A dialog, shown without waiting for an answer."""

    def reach(stage: Stage) -> QWidget:
        made = make(stage)
        made.show()
        settle()
        return made

    return reach


def merge(stage: Stage) -> QDialog:
    with stage.store.read() as db:
        pair = families.possible_twins(db)[0]
    return MergeDialog(stage.window.ctx, "person", pair.first_id, pair.second_id)


def merge_families(stage: Stage) -> QDialog:
    return MergeDialog(stage.window.ctx, "family", 7, 30)


def entry(stage: Stage) -> None:
    page = stage.page("volunteers")
    assert isinstance(page, VolunteersPage)
    page.open_entry(page.hours.table.rows()[3])


def volunteer(stage: Stage) -> None:
    page = stage.page("volunteers")
    assert isinstance(page, VolunteersPage)
    page.tabs.setCurrentIndex(0)
    page.open_person(page.people.table.rows()[2].person_id)


def issued(stage: Stage) -> None:
    stage.page("certificates", issued=True)


def report(stage: Stage) -> QDialog:
    return ReportDialog("Traceback ...", stage.window)


def attendance(stage: Stage) -> None:
    with stage.store.read() as db:
        held = [row.id for row in list_events(db) if row.people_came]
    stage.page("events", id=held[2], attendance=True)


def toast(stage: Stage) -> None:
    stage.page("families")
    stage.window.ctx.say("Merged two records of Ana Peña", undo=True)


def name_refused(stage: Stage) -> None:
    page = stage.page("settings")
    assert isinstance(page, SettingsPage)
    section = page.sections["school"]
    line = section.findChildren(QLineEdit)[0]
    line.clear()
    page.leave()


SCENES = [
    Scene("welcome", welcome()),
    Scene("welcome-school", welcome(form=True)),
    Scene("welcome-trouble", welcome(trouble="school.coordinator is not a Coordinator file.")),
    Scene("home", at("home")),
    Scene("home-empty", empty("home")),
    Scene("search", search),
    Scene("keys", keys),
    Scene("error", dialog(report)),
    Scene("families", at("families")),
    Scene("families-family", at("families", id=7)),
    Scene("families-edit", edit_family),
    Scene("families-new", at("families", new=True)),
    Scene("families-people", people),
    Scene("families-person", at("families", person=12)),
    Scene("families-unseen", at("families", unseen=True)),
    Scene("families-empty", empty("families")),
    Scene("families-toast", toast),
    Scene("families-duplicates", dialog(lambda stage: DuplicatesDialog(stage.window.ctx))),
    Scene("families-year", dialog(lambda stage: NewYearDialog(stage.window.ctx))),
    Scene("merge", dialog(merge)),
    Scene("merge-families", dialog(merge_families)),
    Scene("import", at("families", bring=True)),
    Scene("import-check", import_step()),
    Scene("import-refused", import_step(wrong=True)),
    Scene("events", at("events")),
    Scene("events-event", at("events", id=29)),
    Scene("events-came", attendance),
    Scene("events-new", at("events", new=True)),
    Scene("events-empty", empty("events")),
    Scene("volunteers", at("volunteers")),
    Scene("volunteers-proposed", at("volunteers", proposed=True)),
    Scene("volunteers-entry", entry),
    Scene("volunteers-person", volunteer),
    Scene("volunteers-add", at("volunteers", add=True)),
    Scene("volunteers-export", at("volunteers", export=True)),
    Scene("volunteers-empty", empty("volunteers")),
    Scene("certificates", at("certificates")),
    Scene("certificates-issued", issued),
    Scene("certificates-empty", empty("certificates")),
    Scene("reports", at("reports")),
    *(Scene(f"reports-{one.name}", at("reports", name=one.name)) for one in list_reports()),
    Scene("reports-empty", empty("reports")),
    Scene("settings", at("settings")),
    *(
        Scene(f"settings-{name}", setting(name))
        for name in ("years", "certificates", "levels", "computer", "history")
    ),
    Scene("settings-refused", name_refused),
    Scene("help", at("help")),
    *(Scene(f"help-{topic}", at("help", topic=topic)) for topic in TOPICS[1:]),
    # Last, since it writes: the pictures before it show the sample school as it is made.
    Scene("import-done", import_step(done=True)),
]
