# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What an import will do, in figures, and notes beside it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from coordinator.i18n import _, format_number, ngettext
from coordinator.importing import Plan
from ui import theme
from ui.pages.import_list.reading import Prepared
from ui.widgets import Button, Card, Label, Line, painting
from ui.widgets.marks import Sign


@dataclass(frozen=True)
class Figure:
    """One line: how many of what; `see` is the list behind it, `word` its link."""

    icon: str
    tone: str
    count: int
    words: str
    see: str = ""
    word: str = ""


def good_figures(plan: Plan) -> list[Figure]:
    """What comes in."""
    made, counts = plan.summary, plan.counts
    students, adults = made.get("students", 0), made.get("guardians", 0)
    homes, services = made.get("families", 0), made.get("services", 0)
    see = _("See")
    lines = [
        Figure(
            "plus", "teal", students, ngettext("student added", "students added", students),
            "new", see,
        ),
        Figure("person-plus", "teal", adults, ngettext("adult added", "adults added", adults)),
        Figure(
            "families", "teal", homes,
            ngettext("family made for them", "families made for them", homes),
        ),
        Figure(
            "volunteer", "teal", services,
            ngettext("entry of hours added", "entries of hours added", services), "new", see,
        ),
        Figure("pencil", "info", counts["changed"], _("brought up to date"), "changed", see),
        Figure("check", "mute", counts["unchanged"], _("already the same"), "unchanged", see),
    ]  # fmt: skip
    return [line for line in lines if line.count]


def open_figures(plan: Plan) -> list[Figure]:
    """What is to be looked at."""
    counts = plan.counts
    bad = counts["rejected"]
    lines = [
        Figure(
            "merge", "plum", counts["doubtful"], _("may be here already"), "doubtful", _("Look")
        ),
        Figure(
            "alert", "warn", bad,
            ngettext("row cannot be read", "rows cannot be read", bad), "rejected", _("See"),
        ),
    ]  # fmt: skip
    return [line for line in lines if line.count]


class HappenCard(Card):
    """The figures; `see(which)` when a list behind one is asked for."""

    see = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("What will happen"), space=8)
        self.links: dict[str, Button] = {}
        self._parts: list[QWidget] = []

    def show_plan(self, prepared: Prepared) -> None:
        """Figures of the plan, or why there is none."""
        for part in self._parts:
            self.body.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self.links = [], {}
        if prepared.plan is None:
            self._add(Label(prepared.problem, "body", wrap=True))
            return
        good, bad = good_figures(prepared.plan), open_figures(prepared.plan)
        for figure in good:
            self._add(self._line(figure))
        if not good:
            self._add(Label(_("Nothing: no row can be brought in."), "body", wrap=True))
        if good and bad:
            self._add(Line("line"))
        for figure in bad:
            self._add(self._line(figure))

    def _add(self, part: QWidget) -> None:
        self.body.addWidget(part)
        self._parts.append(part)

    def _line(self, figure: Figure) -> QWidget:
        line = QWidget()
        layout = theme.across(line, 12)
        layout.addWidget(Sign(figure.icon, figure.tone, 18, square=32))
        number = Label(format_number(figure.count), "figure")
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        number.setMinimumWidth(theme.px(52))
        layout.addWidget(number)
        layout.addWidget(Label(figure.words, "body", wrap=True), 1)
        if figure.see:
            link = Button(figure.word, "link", clicked=lambda: self.see.emit(figure.see))
            link.setAccessibleName(f"{figure.word}: {figure.count} {figure.words}")
            layout.addWidget(link)
            self.links[figure.see] = link
        return line


class Note(QWidget):
    """A sentence on a sunken ground, after an icon."""

    def __init__(self, icon: str, text: str, tone: str = "text2") -> None:
        super().__init__()
        layout = theme.across(self, 12, (16, 12, 16, 12))
        layout.addWidget(Sign(icon, tone, 16), 0, Qt.AlignmentFlag.AlignVCenter)
        self.words = Label(text, "small", wrap=True)
        layout.addWidget(self.words, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        border = theme.color("line") if theme.is_contrast() else None
        painter = painting.start(self)
        painting.box(
            painter, self.rect(), theme.gap(10), theme.color("sunken"), border, theme.line()
        )


def notes_of(prepared: Prepared) -> list[Note]:
    """What else is to be known before importing."""
    plan, found = prepared.plan, prepared.recognised
    warnings = plan.warnings if plan else found.warnings if found else prepared.source.warnings
    notes = [Note("info", warning, "info") for warning in warnings]
    if plan is not None:
        if plan.counts["new"] + plan.counts["changed"]:
            undo = _("One step: Undo takes the whole import back. Your file is not changed.")
            notes.append(Note("undo", undo))
        else:
            notes.append(Note("info", _("Nothing in this list is new."), "info"))
    columns = found.columns if found else ()
    private = [column.heading for column in columns if column.private]
    if private:
        text = _("Never kept here, so left out: {columns}.").format(columns=", ".join(private))
        notes.append(Note("lock", text))
    if any(column.field == "student_birth_date" for column in columns):
        text = _("This list has birth dates of children. It stays on this computer.")
        notes.append(Note("lock", text))
    return notes
