# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Who came to one event: ticked by family, added by name, counted by head."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator.attendance import (
    AttendanceRow,
    list_attendance,
    mark_came,
    set_head_count,
    unmark,
)
from coordinator.events import EventDetails
from coordinator.families import PersonRow, list_people, people_by_id
from coordinator.i18n import _, format_number, ngettext
from coordinator.store import Db
from coordinator.store.search import find_people
from coordinator.text import fold
from ui import theme
from ui.context import Context
from ui.table import AvatarMark, Column, TableView, TickMark
from ui.widgets.bars import Bar
from ui.widgets.buttons import Button
from ui.widgets.chips import Segment
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.widgets.person_finder import PersonFinder

_RANK = {"guardian": 0, "other": 1, "staff": 2, "student": 3}
_WAIT = 700  # ms after the last press on + or - before the count is written
_MOST = 9999


@dataclass(frozen=True)
class Guest:
    """Somebody who came, or somebody of the same family."""

    id: int
    name: str
    family: str
    came: bool


class WhoCame(QWidget):
    """The tab of a side panel; ticks are written at once, heads after a short wait."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._event: EventDetails | None = None
        self._guests: list[Guest] = []
        self._people: list[PersonRow] | None = None  # read once: a tick alters none of them
        self._heads = 0
        self.finder = PersonFinder(_("Add somebody who came"), self._find)
        self.finder.picked.connect(self._add)
        self.segment = Segment([("all", ""), ("came", "")], _("Who is listed"))
        self.segment.chosen.connect(lambda _key: self._show())
        self.table: TableView[Guest] = TableView(_columns(), _("Who came"), row_height=44)
        self.table.horizontalHeader().hide()
        self.table.ticked.connect(self._tick)
        self.table.setMinimumHeight(theme.row(44) * 4)
        self.nobody = Label(
            _("Nobody is on the list yet. Type three letters of a name and press Enter."),
            "small", wrap=True,
        )  # fmt: skip
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self.flush)
        layout = theme.column(self, 12)
        layout.addLayout(self._figures())
        for part in (self.finder, self.segment, self.table, self.nobody):
            layout.addWidget(part)
        layout.addWidget(self._stepper())

    def _figures(self) -> QVBoxLayout:
        self.came_figure, self.expected_figure = Label("", "bigfigure"), Label("", "bigfigure")
        self.came_words, self.expected_words = Label("", "small"), Label("", "small")
        self.bar = Bar(_("How many of those expected came"))
        self.families = Label("", "small", wrap=True)
        box = theme.column(space=6)
        row = theme.across(space=12)
        sides = (
            (self.came_figure, self.came_words, Qt.AlignmentFlag.AlignLeft),
            (self.expected_figure, self.expected_words, Qt.AlignmentFlag.AlignRight),
        )
        for figure, words, side in sides:
            column = theme.column(space=0)
            column.addWidget(figure, 0, side)
            column.addWidget(words, 0, side)
            row.addLayout(column, 1)
        box.addLayout(row)
        box.addWidget(self.bar)
        box.addWidget(self.families)
        return box

    def _stepper(self) -> QWidget:
        words = QWidget()
        lines = theme.column(words)
        lines.addWidget(Label(_("Uncounted heads"), "label"))
        lines.addWidget(Label(_("Guests not on the list"), "small"))
        buttons = QWidget()
        row = theme.across(buttons, 6)
        self.fewer = Button("−", clicked=lambda: self._step(-1), name=_("One head less"))
        self.heads = Label("0", "figure")
        self.heads.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.heads.setMinimumWidth(theme.px(36))
        self.more = Button("+", clicked=lambda: self._step(1), name=_("One head more"))
        self.five = Button("+5", clicked=lambda: self._step(5), name=_("Five heads more"))
        for part in (self.fewer, self.heads, self.more, self.five):
            row.addWidget(part)
        box = QWidget()
        flow = FlowLayout(box, 10)
        flow.addWidget(words)
        flow.addWidget(buttons)
        return box

    # Loading

    def forget_people(self) -> None:
        """Read names and families anew: they have changed."""
        self._people = None

    def count(self) -> int:
        """How many came, by name and by head."""
        return sum(guest.came for guest in self._guests) + self._heads

    def show_event(self, db: Db, event: EventDetails) -> None:
        """Load who came to an event, with the rest of their families."""
        other = self._event is None or self._event.id != event.id
        if other:
            self.flush()
        self._event = event
        assert event.id is not None
        came = list_attendance(db, event.id)
        if self._people is None:
            self._people = list_people(db, None)
        self._guests = _with_families(came, self._people)
        if not self._timer.isActive():
            self._heads = event.head_count
        if other:
            self.segment.set_current("all")
            self.table.select_nothing()
        self._show()

    def _show(self) -> None:
        came = [guest for guest in self._guests if guest.came]
        only = self.segment.current() == "came"
        self.table.set_rows(came if only else self._guests)
        for key, words, count in (
            ("all", _("With families {count}"), len(self._guests)),
            ("came", _("Came {count}"), len(came)),
        ):
            piece = self.segment.piece(key)
            piece.setText(words.format(count=format_number(count)))
            piece.updateGeometry()
        for part in (self.segment, self.table):
            part.setVisible(bool(self._guests))
        self.nobody.setVisible(not self._guests)
        self._show_figures(came)

    def _show_figures(self, came: list[Guest]) -> None:
        total = len(came) + self._heads
        event = self._event
        expected = event.expected if event else None
        self.came_figure.setText(format_number(total))
        self.came_words.setText(ngettext("person came", "people came", total))
        self.expected_figure.setText(format_number(expected) if expected else "")
        self.expected_words.setText(_("expected") if expected else "")
        self.bar.setVisible(bool(expected))
        self.bar.set_part(total, expected or 1)
        families = len({guest.family for guest in came if guest.family})
        told = ngettext("{count} family", "{count} families", families)
        words = [told.format(count=format_number(families))]
        if self._heads:
            told = ngettext("{count} uncounted head", "{count} uncounted heads", self._heads)
            words.append(told.format(count=format_number(self._heads)))
        self.families.setText(", ".join(words))
        self.heads.setText(format_number(self._heads))
        self.heads.setAccessibleName(words[-1])
        self.fewer.setEnabled(self._heads > 0)

    # Deeds

    def _find(self, words: str) -> list[PersonRow]:
        with self.ctx.read() as db:
            return people_by_id(db, None, find_people(db, words, 6))

    def _add(self, person: PersonRow) -> None:
        self._mark(person.id, person.name, came=True)
        self.table.select_id(person.id)
        self.finder.setFocus()

    def _tick(self, guest: Guest) -> None:
        self._mark(guest.id, guest.name, came=not guest.came)

    def _mark(self, person_id: int, name: str, *, came: bool) -> None:
        event = self._event
        if event is None or event.id is None:
            return
        self.flush()
        event_id = event.id
        if came:
            label = _("{name} came to {event}").format(name=name, event=event.title)
            self.ctx.write(label, lambda db: mark_came(db, event_id, [person_id]))
        else:
            label = _("{name} did not come to {event}").format(name=name, event=event.title)
            self.ctx.write(label, lambda db: unmark(db, event_id, [person_id]))

    def _step(self, by: int) -> None:
        self._heads = min(_MOST, max(0, self._heads + by))
        self._show_figures([guest for guest in self._guests if guest.came])
        self._timer.start()

    def flush(self) -> None:
        """Write the heads counted, if they are not yet."""
        self._timer.stop()
        event, heads = self._event, self._heads
        if event is None or event.id is None or heads == event.head_count:
            return
        event_id = event.id
        label = _("Heads at {event}").format(event=event.title)
        self.ctx.write(label, lambda db: set_head_count(db, event_id, heads))

    def forget(self) -> None:
        """Hold no event any more, after writing what was counted."""
        self.flush()
        self._event = None


def _with_families(came: list[AttendanceRow], people: list[PersonRow]) -> list[Guest]:
    """Those who came and their families, by family, adults first."""
    here = {row.person_id: row for row in came}
    known = {person.id: person for person in people}
    families = {known[one].family_id for one in here if one in known} - {None}
    guests = [
        (fold(person.families), person.family_id or 0, _rank(person), fold(person.name), person)
        for person in people
        if person.id in here or person.family_id in families
    ]
    rows = [
        Guest(person.id, person.name, person.families, person.id in here)
        for *_order, person in sorted(guests, key=lambda guest: guest[:4])
    ]
    archived = [row for row in came if row.person_id not in known]
    return rows + [Guest(row.person_id, row.name, row.family, came=True) for row in archived]


def _rank(person: PersonRow) -> int:
    return min((_RANK.get(role, 1) for role in person.roles), default=1)


def _columns() -> list[Column[Guest]]:
    return [
        Column(
            "",  # the head is not shown, and its words would take room
            lambda row: row.came,
            text=lambda came: _("came") if came else _("not on the list"),
            key="came",
            mark=lambda row: TickMark(row.came, row.name),
            width=52,
        ),
        Column(
            _("Who"),
            lambda row: row.name,
            key="who",
            bold=True,
            stretch=True,
            mark=lambda row: AvatarMark(row.name, row.id),
            second=lambda row: row.family,
        ),
    ]
