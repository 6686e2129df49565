# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The place for certificates: who is due and their pages, and what was issued."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from coordinator.i18n import _, format_number, ngettext
from coordinator.recognition import EarnedRow, list_recognitions
from coordinator.settings import Settings, load_settings
from ui.page import Page
from ui.pages.certificates.batch import Batch, Choice, make_batch
from ui.pages.certificates.deeds import Deeds
from ui.pages.certificates.due import DueView
from ui.pages.certificates.issued import IssuedView, is_waiting
from ui.pages.certificates.rule_pane import RulePane
from ui.widgets.buttons import Button
from ui.widgets.chips import Segment
from ui.widgets.page_parts import PageHeader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coordinator.events import EventRow
    from coordinator.families import PersonRow
    from coordinator.store import Db
    from coordinator.terms import Period


class CertificatesPage(Page):
    """From the rule to the printer; `print_()` and `save()` are what Ctrl+P and the buttons do."""

    uses = {
        "service", "attendance", "person", "family", "member", "enrollment", "recognition",
        "setting", "event", "term", "award_level",
    }  # fmt: skip

    def build(self) -> None:
        self.batch: Batch | None = None
        self.settings = Settings()
        self.waiting: list[int] = []
        self._build_head()
        self.rules = RulePane(self._find_people)
        self.rules.changed.connect(self._choose)
        self.rules.refused.connect(self._show_counts)
        self.due = DueView(self.rules, self._open_person)
        self.due.people.ticks_changed.connect(self._show_counts)
        self.due.preview.reason_changed.connect(lambda words: self.rules.alter(reason=words))
        self.due.waiting_link.clicked.connect(self.show_unprinted)
        self.issued = IssuedView(self.ctx)
        self.issued.selection_changed.connect(self._show_counts)
        self.deeds = Deeds(self)
        self.stack = QStackedWidget()
        self.stack.setMinimumSize(1, 1)
        self.stack.addWidget(self.due)
        self.stack.addWidget(self.issued)
        self.body.addWidget(self.area)
        self.body.addWidget(self.deeds.notice)
        self.body.addWidget(self.stack, 1)

    def _build_head(self) -> None:
        pieces = [("due", _("Due")), ("issued", _("Issued"))]
        self.segment = Segment(pieces, _("Which certificates"))
        self.segment.chosen.connect(self.show_view)
        self.save_button = Button(
            _("Save as PDF"), "default", "export", lambda: self.deeds.save(), tip=_("Ctrl+Shift+S")
        )
        self.print_button = Button(
            _("Print"), "filled", "printer", lambda: self.deeds.print(), tip=_("Ctrl+P")
        )
        for keys, deed in (("Ctrl+P", self.print_), ("Ctrl+Shift+S", self.save)):
            QShortcut(QKeySequence(keys), self).activated.connect(deed)
        buttons: list[QWidget] = [self.segment, self.save_button, self.print_button]
        self.header = PageHeader(_("Certificates"), " ", buttons)
        self.area = self.header_area(self.header)

    # Loading

    def load(self, db: Db) -> None:
        from coordinator.documents.certificate import list_designs
        from coordinator.home import year_now
        from coordinator.periods import list_periods

        settings = load_settings(db)
        year = year_now(db, date.today())
        periods = list_periods(db) or [year]
        choice = self.rules.choice() if self.rules.has_choice() else None
        if choice is None:
            choice = Choice(year).with_settings(settings)
        elif choice.remembered(self.settings) == self.settings:
            choice = choice.with_settings(settings)  # changed elsewhere, or by Undo
        self.settings = settings
        self.rules.offer_designs(list_designs())
        self.rules.offer(periods, _past_events(db, choice.period))
        self.rules.set_choice(choice)
        issued = list_recognitions(db)
        self.waiting = [row.id for row in issued if is_waiting(row)]
        self.issued.load(issued, settings)
        self._show_batch(make_batch(db, choice, date.today()))

    def _choose(self, choice: Choice) -> None:
        """Another rule or look was chosen in the pane."""
        with self.ctx.read() as db:
            self.rules.offer_events(_past_events(db, choice.period))
            self._show_batch(make_batch(db, choice, date.today(), self.batch))

    def _show_batch(self, batch: Batch) -> None:
        if self.batch is not None and self.batch.rule != batch.rule:
            self.due.people.forget_ticks()
        self.batch = batch
        self.due.show_batch(batch, self._nobody())
        self.due.show_waiting(len(self.waiting))
        self.rules.show_designs(batch)

    def _nobody(self) -> tuple[str, str]:
        """What an empty list says: why it is empty, and what to do next."""
        choice = self.rules.choice()
        if choice.asks_nobody():
            told = _("Type three letters of a name in the rule and press Enter.")
            if choice.kind == "event":
                told = _("Choose the event in the rule; everybody on its list is shown here.")
            return _("Who is to be thanked?"), told
        if choice.only_new:
            told = _(
                "Those who have a certificate by this rule are under Issued. A smaller number of "
                "hours, or another year, may find more people."
            )
            return _("Nobody is waiting"), told
        return _("Nobody yet"), _("Nobody has earned a certificate by this rule.")

    # What is shown

    def show_view(self, view: str) -> None:
        """Due or issued."""
        self.segment.set_current(view)
        self.stack.setCurrentIndex(view == "issued")
        self._show_counts()

    def is_issued_view(self) -> bool:
        return self.stack.currentIndex() == 1

    def show_unprinted(self) -> None:
        """Those that have their number and still wait for paper."""
        self.show_view("issued")
        self.issued.show_unprinted()
        self.issued.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_counts(self) -> None:
        """The line below the title, and what the buttons will do."""
        if self.is_issued_view():
            count = len(self.issued.selected())
            self.print_button.setText(_("Print again"))
            self.header.set_line(_("Numbers stay with their certificates"))
        else:
            count = len(self.due.people.ticked())
            told = ngettext("Print {count} certificate", "Print {count} certificates", count)
            words = told.format(count=format_number(count)) if count else _("Print")
            self.print_button.setText(words)
            self.header.set_line(self._due_line())
        trouble = "" if self.is_issued_view() else self.rules.trouble()
        for button in (self.print_button, self.save_button):
            button.setEnabled(count > 0 and not trouble)
        told = _("Ctrl+P") if count else _("Nobody is chosen to print for")
        self.print_button.setToolTip(trouble or told)
        self.print_button.updateGeometry()

    def _due_line(self) -> str:
        rows: Sequence[EarnedRow] = self.batch.rows if self.batch is not None else ()
        new = sum(row.already is None for row in rows)
        choice = self.rules.choice()
        if choice.kind == "hours":
            told = ngettext(
                "{count} person has earned one and has not had it printed · {period}",
                "{count} people have earned one and have not had it printed · {period}",
                new,
            )
            if choice.household:
                told = ngettext(
                    "{count} family has earned one and has not had it printed · {period}",
                    "{count} families have earned one and have not had it printed · {period}",
                    new,
                )
        else:
            told = ngettext("{count} person on the list", "{count} people on the list", len(rows))
            new = len(rows)
        told = told if new else "{period}"
        return told.format(count=format_number(new), period=choice.period.title)

    def open(self, what: dict[str, Any]) -> None:
        """`due` shows who has the hours; `event` or `people` choose whom to thank.

        `issued` shows the certificates that were issued, `id` one of them.
        """
        if "id" in what:
            self.show_view("issued")
            self.issued.table.select_id(what["id"])
        elif what.get("issued"):
            self.show_view("issued")
        else:
            self.show_view("due")
            if "event" in what:
                self.rules.alter(kind="event", event_id=what["event"])
            elif "people" in what:
                self.rules.alter(kind="chosen", person_ids=tuple(what["people"]))
            elif what.get("due"):
                self.rules.alter(kind="hours")
        view = self.issued if self.is_issued_view() else self.due.people
        view.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_(self) -> None:
        """What Ctrl+P does."""
        if self.print_button.isEnabled():
            self.deeds.print()

    def save(self) -> None:
        """What Ctrl+Shift+S does."""
        if self.save_button.isEnabled():
            self.deeds.save()

    def leave(self) -> bool:
        self.deeds.remember()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        # Who comes back by Home's card must find those due, not what was printed already.
        if not event.spontaneous():
            self.show_view("due")
        super().hideEvent(event)

    def _find_people(self, words: str) -> list[PersonRow]:
        from coordinator.families import people_by_id
        from coordinator.store.search import find_people

        with self.ctx.read() as db:
            return people_by_id(db, None, find_people(db, words))

    def _open_person(self, row: EarnedRow) -> None:
        self.ctx.go("families", person=row.person_id)


def _past_events(db: Db, period: Period) -> list[EventRow]:
    """Events of a period that somebody came to, the latest first; today's is one of them."""
    from coordinator.events import list_events

    today = date.today()
    events = list_events(db, period)
    return [row for row in events if row.starts.date() <= today and row.people_came]
