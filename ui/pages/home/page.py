# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The page Home: it reads the facts of the day and shows them; every part opens a list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coordinator.events import EventRow, events_between
from coordinator.home import HomeFacts, RecentRow, home_facts
from coordinator.i18n import _
from coordinator.settings import Settings, load_settings
from ui import theme
from ui.context import Context
from ui.page import Page
from ui.pages.home import words
from ui.pages.home.needs import NeedsPart
from ui.pages.home.rows import HomeRow, RowsCard, TileGrid
from ui.widgets import (
    Bar,
    Button,
    Chip,
    EmptyPlace,
    FlowLayout,
    HomeTile,
    Label,
    heading_row,
    scrolling,
)
from ui.widgets.folding import Folding

if TYPE_CHECKING:
    from coordinator.store import Db

_DAYS = 7
_TWO_CARDS, _TOP = 620, 480  # narrower than these the second part stands below the first
_MOST_EVENTS = 6


class HomePage(Page):
    """What today asks for. `clock` tells the time, for the greeting and for what is next."""

    uses: ClassVar[set[str]] = {
        "attendance", "email", "event", "family", "member", "person", "phone", "recognition",
        "service", "setting", "term",
    }  # fmt: skip
    ground = "canvas"

    def __init__(
        self,
        ctx: Context,
        parent: QWidget | None = None,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._clock = clock
        self._facts: HomeFacts | None = None
        self._week: list[EventRow] = []
        self._settings = Settings()
        super().__init__(ctx, parent)

    def build(self) -> None:
        inside = QWidget()
        column = theme.column(inside, 12, (28, 20, 28, 14))
        column.addWidget(self._top())
        self.tiles = TileGrid()
        column.addWidget(self.tiles)
        column.addSpacing(theme.gap(2))
        self.week_card = RowsCard()
        left = QWidget()
        part = theme.column(left, 4)
        part.addWidget(
            heading_row(_("Today and this week"), _("All events"), lambda: self.ctx.go("events"))
        )
        part.addWidget(self.week_card, 1)
        self.needs = NeedsPart(self.ctx)
        self.cards = Folding(left, self.needs, _TWO_CARDS, shares=(11, 9), space=20)
        column.addWidget(self.cards, 1)
        self.recent = QWidget()
        self._recent_flow = FlowLayout(self.recent, 8)
        column.addWidget(self.recent)
        self.full = scrolling(inside)
        self.empty = EmptyPlace(
            "families",
            _("No families yet"),
            _("Bring in the list of the school office, or write down the first family."),
            Button(
                _("Bring in my list"), "filled", "import",
                clicked=lambda: self.ctx.go("families", bring=True),
            ),
            Button(_("New family"), "link", clicked=lambda: self.ctx.go("families", new=True)),
        )  # fmt: skip
        self.body.addWidget(self.full)
        self.body.addWidget(self.empty)
        self.empty.hide()

    def _top(self) -> QWidget:
        words_part, reached_part = QWidget(), QWidget()
        left = theme.column(words_part, 2)
        self.greeting = Label("", "display")
        self.date = Label("", "body")
        self.date.setProperty("role", "second")
        left.addWidget(self.greeting)
        left.addWidget(self.date)
        row = theme.across(reached_part)
        row.addStretch(1)
        self.reached = QWidget()
        right = theme.column(self.reached, 8)
        told = theme.across(space=8)
        self.reached_words, self.reached_figures = Label("", "small", elide=True), Label("", "name")
        preferred = QSizePolicy.Policy.Preferred
        self.reached_words.setSizePolicy(preferred, preferred)  # shortened only where it must be
        told.addStretch(1)
        told.addWidget(self.reached_words)
        told.addWidget(self.reached_figures)
        self.bar = Bar(_("Families reached"))
        right.addStretch(1)
        right.addLayout(told)
        right.addWidget(self.bar)
        row.addWidget(self.reached)
        return Folding(words_part, reached_part, _TOP, shares=(1, 1))

    # Filling

    def showEvent(self, event: QShowEvent) -> None:
        # The hour, the day and what was put off until today pass without a commit.
        self.stale = True
        super().showEvent(event)

    def load(self, db: Db) -> None:
        now = self._clock()
        self._facts = home_facts(db, now.date(), now.time())
        self._week = events_between(db, now.date(), now.date() + timedelta(days=_DAYS))
        self._settings = load_settings(db)
        self._show(now)

    def _show(self, now: datetime) -> None:
        facts = self._facts
        assert facts is not None
        nothing = not facts.families and facts.next_event is None and not facts.recent
        self.empty.setVisible(nothing)
        self.full.setVisible(not nothing)
        self.greeting.setText(words.greeting(now.time()))
        self.date.setText(words.long_date(now.date()))
        what, figures = words.reached_words(facts)
        self.reached_words.setText(what)
        self.reached_figures.setText(figures)
        self.bar.set_part(facts.reached, facts.families)
        self.reached.setVisible(facts.families > 0)
        self.tiles.set_tiles(self._verbs(facts))
        self._show_week(facts.today)
        self.needs.show_needs(facts, self._settings)
        self._show_recent(facts.recent)

    def _verbs(self, facts: HomeFacts) -> list[HomeTile]:
        go, event = self.ctx.go, facts.next_event
        attend: Callable[[], None] = lambda: go("events")  # noqa: E731 - one of two deeds
        if event is not None:
            event_id = event.id
            attend = lambda: go("events", id=event_id, attendance=True)  # noqa: E731
        return [
            HomeTile(
                "check", _("Take attendance"), words.attendance_line(event, facts.today), attend,
                hero=True,
            ),
            HomeTile(
                "clock", _("Add hours"), _("For one person or many"),
                lambda: go("volunteers", add=True),
            ),
            HomeTile(
                "award", _("Print certificates"), words.certificates_line(facts.certificates_due),
                lambda: go("certificates", due=True),
            ),
            HomeTile(
                "export", _("Export hours"), facts.year.title,
                lambda: go("volunteers", export=True),
            ),
        ]  # fmt: skip

    def _show_week(self, today: date) -> None:
        rows: list[QWidget] = []
        for event in self._week[:_MOST_EVENTS]:
            event_id, day = event.id, event.starts.date()
            row = HomeRow(
                event.title,
                words.event_line(event),
                lambda event_id=event_id: self.ctx.go("events", id=event_id),
                day=day,
                today=day <= today,
                pill=words.event_pill(event, today),
            )
            row.setAccessibleDescription(
                ", ".join([words.long_date(day), row.accessibleDescription()])
            )
            rows.append(row)
        if not rows:
            quiet = HomeRow(
                _("Nothing is planned for the next days"),
                _("Write down the next event"),
                lambda: self.ctx.go("events", new=True),
                icon="calendar",
            )
            rows.append(quiet)
        self.week_card.set_rows(rows)

    def _show_recent(self, recent: tuple[RecentRow, ...]) -> None:
        self._recent_flow.clear()
        self.recent.setVisible(bool(recent))
        if not recent:
            return
        self._recent_flow.addWidget(Label(_("Opened lately"), "small"))
        looks = {
            "family": ("families", "families", "id"),
            "person": ("person", "families", "person"),
            "event": ("calendar", "events", "id"),
        }
        for row in recent:
            icon, place, key = looks[row.kind]
            chip = Chip(row.title.replace("&", "&&"), icon=icon, checkable=False)
            chip.setAccessibleName(row.title)
            what = {key: row.id}
            chip.clicked.connect(
                lambda _on=False, place=place, what=what: self.ctx.go(place, **what)
            )
            self._recent_flow.addWidget(chip)
