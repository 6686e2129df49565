# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The panel that makes a file of hours: entries or sums, for Excel, as CSV or as PDF."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from coordinator.exporting import write_report
from coordinator.hours import (
    EVERYTHING,
    ROUNDING,
    ServiceFilters,
    grouping_title,
    hours_report,
    rounding_sentence,
    rounding_title,
)
from coordinator.i18n import _, format_number, ngettext
from coordinator.settings import Settings, load_settings
from coordinator.store import Db, Store
from coordinator.terms import Period
from coordinator.text import fold
from ui import theme
from ui.context import Context
from ui.forms import ChoiceField
from ui.tasks import Progress
from ui.widgets.buttons import Button
from ui.widgets.chips import Segment
from ui.widgets.label import Label
from ui.widgets.marks import Sign
from ui.widgets.panel import SidePanel
from ui.widgets.toast import announce

_ENDINGS = {"xlsx": "Excel (*.xlsx)", "csv": "CSV (*.csv)", "pdf": "PDF (*.pdf)"}


@dataclass(frozen=True)
class Wanted:
    """What is to be put into the file."""

    period: Period
    by: str
    rule: str
    filters: ServiceFilters
    path: Path


class ExportPanel(SidePanel):
    """Asks what to export; Enter exports, then Enter again opens the file.

    `listed()` answers with the ids of the entries on the screen where filters hide some, else
    None.
    """

    def __init__(
        self,
        ctx: Context,
        listed: Callable[[], tuple[int, ...] | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Export hours"), parent=parent)
        self.ctx = ctx
        self._listed = listed
        self._period: Period | None = None
        self._settings = Settings()
        self.saved: Path | None = None
        self.avatar.hide()
        self.title.setText(_("Export hours"))
        self._make_fields()
        self._make_saved()
        self.export = Button(_("Export"), "tonal", "export", clicked=self.start)
        for part in (self.scope, self.by, self._kind_box, self.rounding, self.rule_words):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.facts.addWidget(self._saved_box)
        foot = theme.across(space=8, margins=(20, 10, 16, 14))
        foot.addWidget(self.export)
        foot.addStretch(1)
        layout = self.layout()
        assert layout is not None
        layout.addLayout(foot)  # type: ignore[attr-defined]  # a QVBoxLayout

    def _make_fields(self) -> None:
        self.scope = ChoiceField(_("Which hours"), [(False, "")])
        self.by = ChoiceField(
            _("One line for each"),
            [
                ("entry", _("Entry")),
                ("person", _("Person")),
                ("family", _("Family")),
                ("event", _("Event")),
                ("activity", _("Activity")),
                ("month", _("Month")),
            ],
        )
        self._kind_box = QWidget()
        kinds = theme.column(self._kind_box, 4)
        pieces = [("xlsx", "Excel"), ("csv", "CSV"), ("pdf", "PDF")]
        self.kind = Segment(pieces, _("Kind of file"))
        kinds.addWidget(Label(_("Kind of file"), "label"))
        kinds.addWidget(self.kind)
        rules = [(name, rounding_title(name)) for name in ROUNDING]
        self.rounding = ChoiceField(_("Rounding"), rules)
        self.rule_words = Label("", "small", wrap=True)
        self.rounding.changed.connect(self._say_rule)
        for combo in (self.scope, self.by, self.rounding):
            combo.changed.connect(self._hide_saved)
        self.kind.chosen.connect(self._hide_saved)

    def _make_saved(self) -> None:
        self._saved_box = QWidget()
        row = theme.across(self._saved_box, 8)
        row.addWidget(Sign("check", "good", 20))
        self.saved_words = Label("", "body", elide=True)
        self.open_button = Button(_("Open"), "default", "external", clicked=self._open)
        row.addWidget(self.saved_words, 1)
        row.addWidget(self.open_button)
        self._saved_box.hide()

    def show_period(self, db: Db, period: Period) -> None:
        """Ready to export the hours of a period, rounded as the school does."""
        self._period = period
        self._settings = load_settings(db)
        self.rounding.set_value(self._settings.rounding)
        self._say_rule()
        self._hide_saved()
        self.refresh()

    def refresh(self) -> None:
        """Offer the list as it now stands on the screen."""
        ids = self._listed()
        title = self._period.title if self._period else ""
        choices: list[tuple[Any, str]] = [(False, _("All of: {period}").format(period=title))]
        if ids is not None:
            told = ngettext(
                "The list on the screen, {count} entry",
                "The list on the screen, {count} entries",
                len(ids),
            )
            choices.insert(0, (True, told.format(count=format_number(len(ids)))))
        was_offered = self.scope.combo.count() > 1
        self.scope.set_choices(choices)
        if ids is not None and not was_offered:
            self.scope.set_value(True)

    def start(self) -> None:
        """Ask where to, and make the file in the background."""
        if self._period is None:
            return
        kind, by = self.kind.current(), self.by.value()
        path = self.ask(self, self._suggested(kind, by), kind)
        if path is None:
            return
        ids = self._listed() if self.scope.value() else None
        filters = EVERYTHING if ids is None else ServiceFilters(ids=ids)
        wanted = Wanted(self._period, by, self.rounding.value(), filters, path)
        store, paper = self.ctx.store, self._settings.paper

        def work(progress: Progress) -> Path:
            progress(0, 1)
            return make_file(store, wanted, paper)

        self.export.setEnabled(False)
        self.ctx.tasks.run(
            _("Exporting hours"), work, done=self._say_saved, failed=self._failed,
            cancelled=self._offer_again,
        )  # fmt: skip

    @classmethod
    def ask(cls, parent: QWidget, suggested: Path, kind: str) -> Path | None:
        """The file to write, asked of the user; None where they thought better of it."""
        chosen, _filter = QFileDialog.getSaveFileName(
            parent, _("Export hours"), str(suggested), _ENDINGS[kind]
        )
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == f".{kind}" else path.with_name(f"{path.name}.{kind}")

    def _suggested(self, kind: str, by: str) -> Path:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        assert self._period is not None
        return Path(folder) / f"{file_name(self._period, by)}.{kind}"

    def _say_saved(self, path: Path) -> None:
        self.export.setEnabled(True)
        self.saved = path
        words = _("Saved {name}").format(name=path.name)
        self.saved_words.setText(words)
        self._saved_box.show()
        announce(self, words)
        if self.isVisible():
            self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.ctx.say(words)

    def _failed(self, error: BaseException) -> None:
        self._offer_again()
        raise error

    def _offer_again(self) -> None:
        self.export.setEnabled(True)
        if self.isVisible():
            self.export.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        if self.saved is not None:
            self.open_file(self.saved)

    @classmethod
    def open_file(cls, path: Path) -> None:
        """Show the file in the program that belongs to it."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _hide_saved(self) -> None:
        self._saved_box.hide()

    def _say_rule(self) -> None:
        self.rule_words.setText(rounding_sentence(self.rounding.value()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.export.isEnabled():
            if self.open_button.hasFocus():
                self._open()
            else:
                self.start()
            return
        super().keyPressEvent(event)


def make_file(store: Store, wanted: Wanted, paper: str) -> Path:
    """Write the report in the format of the path's ending; reads first, then lets the file go."""
    on_paper = wanted.path.suffix.lower() == ".pdf"
    with store.read() as db:
        report = hours_report(
            db,
            wanted.period,
            by=wanted.by,
            rule=wanted.rule,
            filters=wanted.filters,
            paper=on_paper,
        )
    write_report(report, wanted.path, paper)
    return wanted.path


def file_name(period: Period, by: str) -> str:
    """'hours-2026-27' for entries, 'volunteer-hours-by-month-2026-27' for sums."""
    title = _("Hours") if by == "entry" else grouping_title(by)
    year = f"{period.starts.year}-{period.ends.year % 100:02d}"
    return "-".join([*fold(title).split(), year])
