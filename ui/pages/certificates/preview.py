# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The page itself beside the list, whether it fits, and the words on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from coordinator.i18n import _, format_number, language_name, ngettext
from ui import theme
from ui.forms import TextField
from ui.pages.certificates.batch import draw_one, key_of
from ui.widgets.buttons import Button
from ui.widgets.label import Label
from ui.widgets.layout import Card, Ground, scrolling
from ui.widgets.marks import Sign
from ui.widgets.page_view import PageBar, PageView

if TYPE_CHECKING:
    from coordinator.recognition import EarnedRow
    from ui.pages.certificates.batch import Batch

_PAUSE = 200  # ms after the last key before the page is drawn anew
_LOW = 260  # a pane lower than this, in pixels at 100 %, gives the page all the room
_MOST = 40  # so many sentences at once
_LEFT_TO_RIGHT = "\u200e"  # else a name in Arabic at the start turns the sentence round


class PreviewPane(Ground):
    """Shows one certificate of a batch; `moved(place)` and `reason_changed(str)` are asked for.

    `open_person(EarnedRow)` is done for a name that cannot be printed yet.
    """

    moved = Signal(int)
    reason_changed = Signal(str)

    def __init__(
        self, open_person: Callable[[EarnedRow], object], parent: QWidget | None = None
    ) -> None:
        super().__init__("canvas", "", parent)
        self._open_person = open_person
        self.bar = PageBar(_("Previous person"), _("Next person"))
        self.view = PageView(_("Certificate"))
        self.bar.moved.connect(self.moved)
        self.bar.fit_chosen.connect(self.view.set_fit)
        self.troubles = QWidget()
        self._sentences = theme.column(self.troubles, 8, (2, 2, 8, 2))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(scrolling(self.troubles))
        self.sign = Sign("check", "good", 18)
        self.fits = Label("", "body", wrap=True)
        self.fits.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.paper = Label("", "small", elide=True)
        self.words = Button(_("Change words"), "quiet", "pencil", clicked=self._toggle_reason)
        self.reason = TextField(
            _("Thanked for"), _("Left empty, the design’s own words stand here."), lines=2
        )
        self.reason.hide()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(lambda: self.reason_changed.emit(self.reason.value()))
        self.reason.changed.connect(self._pause.start)
        self._lay_out()
        self.setMinimumSize(1, 1)  # the page shrinks, and what it needs is told by who holds it

    def _lay_out(self) -> None:
        layout = theme.column(self, 10, (24, 10, 20, 10))
        layout.addWidget(self.bar)
        layout.addWidget(self.stack, 1)
        told = theme.across(space=10)
        told.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self.fits, 1)
        layout.addLayout(told)
        layout.addWidget(self.reason)
        self.foot = QWidget()
        foot = theme.across(self.foot, 8)
        foot.addWidget(self.paper, 1)
        foot.addWidget(self.words)
        layout.addWidget(self.foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < theme.px(_LOW)
        self.foot.setVisible(not low)
        self.fits.setMaximumHeight(theme.px(20) if low else 16_777_215)

    # The page

    def show_person(self, batch: Batch | None, row: EarnedRow | None, place: int) -> None:
        """Draw the certificate of a row of the batch, the `place`th of those shown."""
        total = len(batch.rows) if batch is not None else 0
        self.bar.set_place(place, total)
        for part in (self.bar, self.sign, self.fits, self.words):
            part.setVisible(total > 0)
        self.reason.setVisible(self.reason.isVisibleTo(self) and total > 0)
        draft = batch.draft(key_of(row)) if batch is not None and row is not None else None
        if batch is None or row is None or draft is None:
            self.view.show_pdf(None)
            self.paper.setText("")
            return
        self.view.show_pdf(draw_one(draft, batch.look))
        self.view.set_name(_("Certificate of {name}").format(name=row.name))
        trouble = batch.troubles.get(key_of(row))
        sentence = batch.common[0] if batch.common else trouble.sentence if trouble else ""
        good = not sentence
        self.sign.icon_name, self.sign.tone = ("check", "good") if good else ("alert", "warn")
        self.sign.update()
        self.fits.setText(_LEFT_TO_RIGHT + (sentence or self._fits(batch, draft.language)))
        self.view.sheet.setAccessibleDescription(self.fits.text())
        self._say_paper(batch)

    def _fits(self, batch: Batch, language: str) -> str:
        spoken = batch.look.design.spoken(language)
        if spoken == language:
            told = _("Fits on the page. {language}.")
            return told.format(language=language_name(spoken))
        told = _("Fits on the page. {language}: there are no words in {other} yet.")
        return told.format(language=language_name(spoken), other=language_name(language))

    def _say_paper(self, batch: Batch) -> None:
        name = _("A4") if batch.look.paper == "a4" else _("Letter")
        ink = _("black only") if batch.look.palette == "black" else _("colour")
        self.paper.setText(_("{paper}, landscape · {ink}").format(paper=name, ink=ink))

    # Words

    def _toggle_reason(self) -> None:
        on = not self.reason.isVisibleTo(self)
        self.reason.setVisible(on)
        if on:
            self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def flush(self) -> None:
        """Take over words that were typed a moment ago."""
        if self._pause.isActive():
            self._pause.stop()
            self.reason_changed.emit(self.reason.value())

    # Names to look at

    def show_troubles(self, batch: Batch) -> None:
        """In the place of the page, what is to be known, with the cure; or the page again."""
        if self.stack.currentIndex():
            self.show_page()
            return
        while self._sentences.count():
            item = self._sentences.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._sentences.addWidget(Label(_("Before you print"), "heading"))
        found = [(None, sentence, True) for sentence in batch.common] + [
            (row, batch.troubles[key_of(row)].sentence, batch.troubles[key_of(row)].stops)
            for row in batch.rows
            if key_of(row) in batch.troubles
        ]
        found.sort(key=lambda one: not one[2])
        for row, sentence, stops in found[:_MOST]:
            self._sentences.addWidget(self._sentence(row, sentence, stops))
        if len(found) > _MOST:
            more = len(found) - _MOST
            told = ngettext("And {count} more like this.", "And {count} more like these.", more)
            self._sentences.addWidget(Label(told.format(count=format_number(more)), "small"))
        back = Button(_("Back to the page"), "default", "arrow-left", clicked=self.show_page)
        self._sentences.addWidget(back)
        self._sentences.addStretch(1)
        self.stack.setCurrentIndex(1)
        self.sign.hide()
        self.fits.hide()
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self) -> None:
        """The page, and no longer the sentences."""
        self.stack.setCurrentIndex(0)
        for part in (self.sign, self.fits):
            part.setVisible(self.view.pages() > 0 or bool(self.fits.text()))

    def _sentence(self, row: EarnedRow | None, sentence: str, stops: bool) -> QWidget:
        card = Card(space=4, margins=(14, 10, 14, 10))
        line = theme.across(space=10)
        icon, tone = ("alert", "bad") if stops else ("info", "warn")
        line.addWidget(Sign(icon, tone, 18), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Label(_LEFT_TO_RIGHT + sentence, "body", wrap=True), 1)
        card.body.addLayout(line)
        if row is not None and row.person_id is not None:
            link = Button(
                _("Open this person"),
                "link",
                clicked=lambda: self._open_person(row),
                name=_("Open {name}").format(name=row.name),
            )
            card.body.addWidget(link, 0, Qt.AlignmentFlag.AlignRight)
        return card
