# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The program's own window: which places it has, what its search finds, what its menus do."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from coordinator import paths, terms
from coordinator.events import find_events
from coordinator.families import people_by_id
from coordinator.i18n import _, format_weekday_date
from coordinator.settings import load_settings
from coordinator.store import Store, backup
from coordinator.store.search import find_people
from ui.context import Context
from ui.main_window import Found, MainWindow, Place
from ui.page import Page
from ui.tasks import Tasks

_MOST_PEOPLE = 8
_MOST_EVENTS = 4


def _home(ctx: Context) -> Page:
    from ui.pages.home import HomePage

    return HomePage(ctx)


def _families(ctx: Context) -> Page:
    from ui.pages.families import FamiliesPage

    return FamiliesPage(ctx)


def _events(ctx: Context) -> Page:
    from ui.pages.events import EventsPage

    return EventsPage(ctx)


def _volunteers(ctx: Context) -> Page:
    from ui.pages.volunteers import VolunteersPage

    return VolunteersPage(ctx)


def _certificates(ctx: Context) -> Page:
    from ui.pages.certificates import CertificatesPage

    return CertificatesPage(ctx)


def _reports(ctx: Context) -> Page:
    from ui.pages.reports import ReportsPage

    return ReportsPage(ctx)


def _settings(ctx: Context) -> Page:
    from ui.pages.settings import SettingsPage

    return SettingsPage(ctx)


def _help(ctx: Context) -> Page:
    from ui.pages.help import HelpPage

    return HelpPage(ctx)


def all_places() -> list[Place]:
    """The places of the rail, in their order; pages are imported when first opened."""
    return [
        Place("home", "home", lambda: _("Home"), _home),
        Place("families", "families", lambda: _("Families"), _families),
        Place("events", "calendar", lambda: _("Events"), _events),
        Place("volunteers", "volunteer", lambda: _("Volunteers"), _volunteers),
        Place("certificates", "award", lambda: _("Certificates"), _certificates),
        Place("reports", "chart", lambda: _("Reports"), _reports),
        Place("settings", "sliders", lambda: _("Settings"), _settings, foot=True),
        Place("help", "help", lambda: _("Help"), _help, foot=True),
    ]


def open_window(store: Store, tasks: Tasks | None = None) -> MainWindow:
    """The main window on an open store, at Home; the caller shows it and closes the store."""
    ctx = Context(store, tasks or Tasks())
    window = MainWindow(
        ctx,
        all_places(),
        search=lambda text: _found(ctx, text),
        school=lambda: _school(ctx),
        fill_menus=_fill_menus,
    )
    ctx.changed.connect(
        lambda tables: window.show_school() if {"setting", "term"} & tables else None
    )
    window.help_asked.connect(lambda place: ctx.go("help", topic=place))
    window.show_place("home")
    return window


def _school(ctx: Context) -> tuple[str, str]:
    with ctx.read() as db:
        year = terms.current_year(db)
        name = load_settings(db).school_name
    return name or _("Your school"), year.name.replace("-", "–") if year else ""


def _found(ctx: Context, text: str) -> Sequence[Found]:
    """People and events that the words find, people first."""
    with ctx.read() as db:
        year = terms.current_year(db)
        people = people_by_id(db, year.id if year else None, find_people(db, text, _MOST_PEOPLE))
        events = find_events(db, text, _MOST_EVENTS)
    found = []
    for person in people:
        what = {"id": person.family_id} if person.family_id else {"person": person.id}
        line = person.families or person.email
        found.append(Found("person", person.name, line, partial(ctx.go, "families", **what)))
    for event in events:
        day = format_weekday_date(event.starts)
        found.append(Found("calendar", event.title, day, partial(ctx.go, "events", id=event.id)))
    return found


def _fill_menus(window: MainWindow) -> None:
    """The actions of the program itself; what a page can do stands on the page."""
    menus, ctx = window.menus, window.ctx

    def back_up() -> None:
        path = ctx.store.path
        ctx.tasks.run(
            _("Making a backup…"),
            lambda _progress: backup.copy_store(path, backup.name_for(path, "by-hand")),
            done=lambda kept: ctx.say(_("The backup is {name}.").format(name=kept.name)),
        )

    def open_folder() -> None:
        open_path(paths.backup_folder())

    menus.add(
        menus.file,
        _("&Bring in a list…"),
        lambda: ctx.go("families", bring=True),
        "Ctrl+O",
        "import",
    )
    menus.add(menus.file, _("&Make a backup"), back_up, "", "archive")
    menus.add(menus.file, _("&Show backups"), open_folder)
    menus.file.addSeparator()
    menus.add(menus.file, _("&Close"), window.close, "Ctrl+Q")


def open_path(path: Path) -> None:
    """Show a file or folder with the computer's own program."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
