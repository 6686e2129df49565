# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The step into a new school year: what will happen is counted first."""

from contextlib import suppress

from PySide6.QtWidgets import QDialog, QWidget

from coordinator import families, terms
from coordinator.families import RolloverResult
from coordinator.grades import ORDER, grade_rank, grade_words
from coordinator.i18n import _, format_number
from ui import theme
from ui.context import Context
from ui.forms import ChoiceField
from ui.widgets import Card, scrolling
from ui.widgets.buttons import Button
from ui.widgets.label import Label


class _NotKept(Exception):
    """Rolls a step back that was only tried."""


class NewYearDialog(QDialog):
    """From which year, the last grade of the school, and how many move up or leave."""

    @classmethod
    def ask(cls, ctx: Context, parent: QWidget) -> bool:
        """Whether the year was begun."""
        return cls(ctx, parent).exec() == QDialog.DialogCode.Accepted

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        with ctx.read() as db:
            years = terms.list_years(db)
            now = terms.current_year(db)
            rows = families.list_people(db, now.id if now else None)
        grades = sorted({row.grade for row in rows if row.grade}, key=grade_rank)
        self.setWindowTitle(_("New school year"))
        outer = theme.column(self, 14, (0, 0, 0, 20))
        inside = QWidget()
        layout = theme.column(inside, 14, (24, 20, 24, 0))
        layout.addWidget(Label(self.windowTitle(), "title"))
        explain = _(
            "Every student moves one grade up. Last year stays as it is, with its teachers; the "
            "new homeroom teachers are still to be filled in."
        )
        layout.addWidget(Label(explain, "body", wrap=True))
        self.year = ChoiceField(
            _("From the school year"), [(year.id, year.name.replace("-", "–")) for year in years]
        )
        self.last = ChoiceField(
            _("Last grade of this school"),
            [(code, grade_words(code)) for code in grades or ORDER],
            _("Its students leave; they are kept, with all they did."),
        )
        if now:
            self.year.set_value(now.id)
        if grades:
            self.last.set_value(grades[-1])
        self._names = {year.id: year.name for year in years}
        for field in (self.year, self.last):
            field.changed.connect(self.count)
            layout.addWidget(field)
        self.card = Card(_("What will happen"))
        self.lines = [Label("", "body", wrap=True) for _line in range(3)]
        for line in self.lines:
            self.card.body.addWidget(line)
        layout.addWidget(self.card)
        layout.addStretch(1)
        outer.addWidget(scrolling(inside), 1)
        row = theme.across(space=8, margins=(24, 0, 24, 0))
        row.addWidget(Label(_("One step: Undo takes it back."), "small", wrap=True), 1)
        row.addWidget(Button(_("Cancel"), clicked=self.reject))
        self.start_button = Button("", "filled", "school", self.start)
        row.addWidget(self.start_button)
        outer.addLayout(row)
        self.count()
        # Wrapped words tell their height only once the width is known.
        width = max(theme.gap(540), self.minimumSizeHint().width())
        foot = row.totalHeightForWidth(width) + theme.gap(40)
        wanted = layout.totalHeightForWidth(width) + foot
        self.resize(width, min(wanted, self.screen().availableGeometry().height() * 9 // 10))

    def next_year(self) -> str:
        """The name of the year that would begin."""
        first = int(self._names[self.year.value()][:4]) + 1
        return f"{first}-{(first + 1) % 100:02d}"

    def count(self) -> None:
        """Say what would happen; nothing is written."""
        if self.year.value() is None:
            return
        name = self.next_year().replace("-", "–")
        self.start_button.setText(_("Begin {year}").format(year=name))
        self.start_button.updateGeometry()
        result = self._tried()
        texts = (
            _("{count} students move up into {year}"),
            _("{count} are in {year} already and stay as they are"),
            _("{count} leave after the last grade"),
        )
        counts = (result.moved, result.there_already, result.left)
        for line, text, number in zip(self.lines, texts, counts, strict=True):
            line.setText(text.format(count=format_number(number), year=name))

    def _tried(self) -> RolloverResult:
        """What the step would do: done, counted, and rolled back."""
        found: list[RolloverResult] = []
        with suppress(_NotKept), self._ctx.store.write(_("New school year")) as db:
            year_id, last = self.year.value(), self.last.value()
            found.append(families.roll_over(db, year_id, self.next_year(), last))
            raise _NotKept
        return found[0]

    def start(self) -> None:
        """Write it as one step, and close."""
        name = self.next_year().replace("-", "–")
        year_id, last = self.year.value(), self.last.value()
        label = _("New school year {year}").format(year=name)
        self._ctx.write(
            label, lambda db: families.roll_over(db, year_id, self.next_year(), last), toast=label
        )
        self.accept()
