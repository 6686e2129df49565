# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Issuing, printing and saving, and what is said when the printer refuses."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QWidget

from coordinator.i18n import _, format_number, ngettext
from coordinator.recognition import issue
from coordinator.settings import load_settings, save_settings
from ui import theme
from ui.dialogs.save_file import SaveDialog
from ui.pages.certificates.batch import look_for
from ui.pages.certificates.delivering import Delivery, Ids
from ui.printing import PrinterDialog
from ui.widgets.buttons import Button
from ui.widgets.layout import Card, Message
from ui.widgets.toast import announce

if TYPE_CHECKING:
    from pathlib import Path

    from coordinator.recognition import EarnedRow
    from ui.pages.certificates.page import CertificatesPage


class Deeds:
    """What the two buttons of the page do, for those due and for those issued."""

    def __init__(self, page: CertificatesPage) -> None:
        self._page = page
        self.notice = QWidget()
        self._column = theme.column(self.notice, 0, (24, 12, 20, 12))
        self.notice.hide()
        self._delivery = Delivery(page.ctx, self._say_done, self._say_failed)

    def print(self) -> None:
        """Ask for the printer first: nothing is issued when the user thinks better of it."""
        self._page.due.preview.flush()
        rows, ids = self._wanted()
        count = len(rows) or len(ids)
        if not count:
            return
        printer = PrinterDialog.ask(self._title(count), self._page_size(), self._page.window())
        if printer is not None:
            self._delivery.print(self._issued(rows) if rows else ids, printer)

    def save(self) -> None:
        """Ask where to first, as with the printer."""
        self._page.due.preview.flush()
        rows, ids = self._wanted()
        count = len(rows) or len(ids)
        path = self._ask_path(count) if count else None
        if path is not None:
            self._delivery.save(self._issued(rows) if rows else ids, path)

    def _wanted(self) -> tuple[list[EarnedRow], list[int]]:
        """People to issue for, or ids of certificates to bring out again."""
        if self._page.is_issued_view():
            return [], [row.id for row in self._page.issued.selected()]
        return self._page.due.people.ticked(), []

    def _title(self, count: int) -> str:
        told = ngettext("Print {count} certificate", "Print {count} certificates", count)
        return told.format(count=format_number(count))

    def _ask_path(self, count: int) -> Path | None:
        name = _("certificates {day}.pdf").format(day=date.today().isoformat())
        title = ngettext("Save {count} certificate", "Save {count} certificates", count)
        title = title.format(count=format_number(count))
        return SaveDialog.ask(title, name, _("PDF"), self._page.window())

    def _page_size(self) -> QSizeF:
        """The sheet of the certificates, in points."""
        choice = self._page.rules.choice()
        look = look_for(self._page.settings, choice)
        sheet = look.design.sheets[look.paper]
        return QSizeF(sheet.width, sheet.height)

    # Issuing

    def remember(self) -> None:
        """Keep the rule and the look for next time, as one step, where they have changed."""
        if not self._page.rules.has_choice():
            return
        choice = self._page.rules.choice()
        with self._page.ctx.read() as db:
            settings = load_settings(db)
        wanted = choice.remembered(settings)
        if wanted != settings:
            self._page.ctx.write(
                _("Change how certificates are made"), lambda db: save_settings(db, wanted)
            )

    def _issued(self, rows: list[EarnedRow]) -> Ids:
        """Give each its number: one step, before anything is on paper."""
        page = self._page
        assert page.batch is not None
        choice, design = page.rules.choice(), page.batch.look.design.key
        again = page.due.people.is_again()
        self.remember()
        told = ngettext("Issue {count} certificate", "Issue {count} certificates", len(rows))
        made = page.ctx.write(
            told.format(count=format_number(len(rows))),
            lambda db: issue(
                db, choice.rule(), rows, design, choice.language, date.today(), choice.reason,
                again=again,
            ),
        )  # fmt: skip
        page.due.people.forget_ticks()
        return [row.id for row in made]

    # Afterwards

    def _say_done(self, ids: Ids, path: Path | None) -> None:
        self.notice.hide()
        count = format_number(len(ids))
        if path is None:
            told = ngettext("Printed {count} certificate", "Printed {count} certificates", len(ids))
            words = told.format(count=count)
        else:
            told = ngettext(
                "Saved {count} certificate in {name}",
                "Saved {count} certificates in {name}",
                len(ids),
            )
            words = told.format(count=count, name=path.name)
        left = 0 if self._page.is_issued_view() else self._page.due.people.left_out()
        if left:
            told = ngettext(
                "{words}; {count} cannot be printed yet",
                "{words}; {count} cannot be printed yet",
                left,
            )
            words = told.format(words=words, count=format_number(left))
        self._page.ctx.say(words, undo=True)

    def _say_failed(self, ids: Ids, sentence: str) -> None:
        """What happened, what is safe, what to do next; it stays until it is dealt with."""
        while self._column.count():
            item = self._column.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        kept = ngettext(
            "Your {count} certificate is kept. Print again, or save it as a PDF.",
            "Your {count} certificates are kept. Print again, or save them as a PDF.",
            len(ids),
        ).format(count=format_number(len(ids)))
        self.again = Button(_("Print again"), "filled", "printer", lambda: self._print_again(ids))
        buttons = [
            Button(_("Later"), "quiet", clicked=self.notice.hide),
            Button(_("Save as PDF"), "default", "export", lambda: self._save_again(ids)),
            self.again,
        ]
        card = Card()
        card.body.addWidget(Message(sentence, kept, buttons))
        self._column.addWidget(card)
        self.notice.show()
        announce(self.notice, f"{sentence} {kept}")

    def _print_again(self, ids: Ids) -> None:
        title = self._title(len(ids))
        printer = PrinterDialog.ask(title, self._page_size(), self._page.window())
        if printer is not None:
            self._delivery.print(ids, printer)

    def _save_again(self, ids: Ids) -> None:
        path = self._ask_path(len(ids))
        if path is not None:
            self._delivery.save(ids, path)
