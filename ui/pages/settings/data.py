# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Where the data is, its backups and its check, and the history of what was done."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from coordinator import paths
from coordinator.i18n import _, format_date, format_number, format_time
from coordinator.store import backup
from coordinator.store.journal import HistoryRow, list_history
from ui import theme
from ui.context import Context
from ui.pages.settings.section import Section
from ui.table import Column, Mark, PillMark, TableView
from ui.widgets import Button, FlowLayout, Label, Sign, announce

if TYPE_CHECKING:
    from coordinator.store import Db

_STEPS = 200
_ROWS_SHOWN = 10


class DataSection(Section):
    """The file, a backup of it, and whether all in it is sound."""

    def __init__(self, ctx: Context) -> None:
        about = _("Everything stays on this computer. Nothing is sent anywhere.")
        super().__init__(ctx, _("Data"), about)

    def build(self) -> None:
        self.fields.addWidget(Label(_("Your data is in this file"), "label"))
        self.where = Label(str(self.ctx.store.path), "body", wrap=True)
        self.fields.addWidget(self.where)
        deeds = QWidget()
        flow = FlowLayout(deeds, 8)
        self.backup_button = Button(_("Make a backup"), icon="archive", clicked=self.back_up)
        self.show_button = Button(_("Show backups"), icon="folder", clicked=self._show_backups)
        self.check_button = Button(_("Check the data"), icon="check", clicked=self.check)
        for button in (self.backup_button, self.show_button, self.check_button):
            flow.addWidget(button)
        self.fields.addWidget(deeds)
        self.findings = QWidget()
        self._findings = theme.column(self.findings, 6)
        self.findings.hide()
        self.fields.addWidget(self.findings)

    def back_up(self) -> None:
        """Make a checked copy in the backup folder."""
        path = self.ctx.store.path
        self.ctx.tasks.run(
            _("Making a backup…"),
            lambda _progress: backup.copy_store(path, backup.name_for(path, "by-hand")),
            done=lambda kept: self.ctx.say(_("The backup is {name}.").format(name=kept.name)),
        )

    def _show_backups(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.backup_folder())))

    def check(self) -> None:
        """Look through the whole file and say what was found."""
        path = self.ctx.store.path
        self.ctx.tasks.run(
            _("Checking the data…"),
            lambda _progress: backup.check_store(path),
            done=self._tell,
        )

    def _tell(self, findings: list[str]) -> None:
        while self._findings.count():
            item = self._findings.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.setParent(None)
                old.deleteLater()
        well = _("All is well: the file is whole and nothing in it contradicts itself.")
        for sentence in findings or [well]:
            line = QWidget()
            row = theme.across(line, 8)
            row.addWidget(Sign("alert" if findings else "check", "warn" if findings else "good"))
            row.addWidget(Label(sentence, "body", wrap=True), 1)
            self._findings.addWidget(line)
        self.findings.show()
        announce(self.findings, " ".join(findings or [well]))


class HistorySection(Section):
    """Who did what and when; the words are those of the Undo menu."""

    def __init__(self, ctx: Context) -> None:
        about = _("The last {count} steps. Undo takes back the newest.").format(count=_STEPS)
        super().__init__(ctx, _("History"), about, wide=True)

    def build(self) -> None:
        self.table: TableView[HistoryRow] = TableView(
            history_columns(), _("History"), key="history", row_height=36
        )
        self._fit()
        theme.signals.changed.connect(self._fit)
        self.fields.addWidget(self.table)

    def _fit(self) -> None:
        rows = max(2, min(len(self.table.rows()), _ROWS_SHOWN))
        self.table.setFixedHeight(theme.row(34) + theme.row(36) * rows + 2)

    def load(self, db: Db) -> None:
        self.table.set_rows(list_history(db, _STEPS))
        self._fit()


def history_columns() -> list[Column[HistoryRow]]:
    """When, what, who, how many rows, and whether it was taken back."""
    return [
        Column(_("When"), lambda row: row.at, text=_moment, key="when", width=205),
        Column(_("What"), what, key="what", stretch=True, mark=_taken_back, keep=True),
        Column(_("Who"), lambda row: row.who, key="who", width=110),
        Column(
            _("Records"), lambda row: row.rows, text=format_number, key="rows", right=True, width=90
        ),
    ]


def what(row: HistoryRow) -> str:
    """The step in words: done, undone or done again."""
    words = {"undo": _("Undone: {step}"), "redo": _("Done again: {step}")}
    return words.get(row.kind, "{step}").format(step=row.label)


def _taken_back(row: HistoryRow) -> Mark | None:
    return PillMark("mute", "undo") if row.undone else None


def _moment(at: datetime) -> str:
    here = at.replace(tzinfo=UTC).astimezone()
    return f"{format_date(here)}, {format_time(here)}"
