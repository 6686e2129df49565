# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Which column of the file goes where: theirs, an example, ours."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

from coordinator.errors import Invalid
from coordinator.i18n import _, format_date
from coordinator.importing import field_choices
from coordinator.importing.dates import parse_date
from ui import theme
from ui.forms import Choice
from ui.pages.import_list.reading import Prepared
from ui.widgets import Card, Label, Line, scrolling
from ui.widgets.marks import Sign


@dataclass(frozen=True)
class Theirs:
    """One column of the file as the card shows it."""

    heading: str
    example: str
    field: str
    private: bool = False
    note: str = ""
    words: str = ""  # what is shown in the place of the heading


def columns_of(prepared: Prepared) -> list[Theirs]:
    """The columns of the file in its order; those without a heading are left out."""
    if prepared.recognised is not None:
        # The tables of a folder are joined into one whose headings are names of our own.
        folder = prepared.source.layout == "folder"
        titles = dict(field_choices(prepared.kind)) if folder else {}
        return [
            Theirs(
                column.heading, column.example, column.field, column.private,
                _note(prepared, column.field, column.example),
                titles.get(column.heading, column.heading),
            )
            for column in prepared.recognised.columns
            if column.heading
        ]  # fmt: skip
    table = prepared.source.tables[0]
    return [
        Theirs(heading, _example(table.rows, place), prepared.goes_to(heading))
        for place, heading in enumerate(table.headings)
        if heading
    ]


def _example(rows: list[tuple[int, list[str]]], place: int) -> str:
    return next((cells[place] for _number, cells in rows[:200] if cells[place].strip()), "")[:60]


def _note(prepared: Prepared, field: str, example: str) -> str:
    """How an example date was read, since 04/11 means two days."""
    plan = prepared.plan
    if plan is None or not plan.date_order or field not in ("student_birth_date", "date"):
        return ""
    try:
        day, _century_told = parse_date(example, plan.date_order)
    except Invalid:
        return ""
    return _("Read as {date}").format(date=format_date(day, "long"))


class _ColumnLine(QWidget):
    """One column of the file; its combo is made once and then only shows other things."""

    def __init__(self, column: Theirs, choices: QStandardItemModel) -> None:
        super().__init__()
        outer = theme.column(self)
        layout = theme.across(space=12, margins=(18, 5, 18, 5))
        self.example = Label("", "body", elide=True)
        self.example.setProperty("role", "small")
        self.combo = Choice()
        self.combo.setModel(choices)
        self.combo.setMaxVisibleItems(16)
        heading = column.words or column.heading
        self.combo.setAccessibleName(_("{column} goes to").format(column=heading))
        self.note = Label("", "small", wrap=True)
        self.sign = Sign("check", "good", 18)
        box = theme.column(space=3)
        box.addWidget(self.combo)
        box.addWidget(self.note)
        layout.addWidget(Label(heading, "name", elide=True), 5)
        layout.addWidget(self.example, 4)
        layout.addLayout(box, 7)
        layout.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignVCenter)
        outer.addLayout(layout)
        outer.addWidget(Line())

    def show_column(self, column: Theirs, *, sure: bool) -> None:
        """Where it goes, an example, and how a date was read; `sure` unless only assumed."""
        self.example.setText(column.example)
        self.combo.setCurrentIndex(max(0, self.combo.findData(column.field)))
        self.combo.setEnabled(not column.private)
        private = _("This is private and is never stored here.")
        self.combo.setToolTip(private if column.private else self.combo.currentText())
        self.combo.setAccessibleDescription(column.note)
        self.note.setText(column.note)
        self.note.setVisible(bool(column.note))
        self.sign.icon_name, self.sign.tone = _sign(column, sure=sure)
        self.sign.update()


def _sign(column: Theirs, *, sure: bool) -> tuple[str, str]:
    if not column.field:
        return ("lock" if column.private else "x"), "text2"
    return ("alert", "warn") if column.note and not sure else ("check", "good")


class ColumnsCard(Card):
    """A row for each column; `chosen(heading, field)` when the user sends one elsewhere."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(space=0, margins=(1, 6, 1, 6))
        self.lines: dict[str, _ColumnLine] = {}
        self._kind = ""
        self._roomy = True
        head = QWidget()
        layout = theme.across(head, 12, (18, 6, 18, 8))
        self._head_example = Label(_("For example"), "head", elide=True)
        layout.addWidget(Label(_("Column in your file"), "head", elide=True), 5)
        layout.addWidget(self._head_example, 4)
        layout.addWidget(Label(_("Goes to"), "head", elide=True), 7)
        layout.addWidget(_Gap())
        self.body.addWidget(head)
        self.body.addWidget(Line("line"))
        self._inside = QWidget()
        self._rows = theme.column(self._inside)
        self._rows.addStretch(1)
        self.area = scrolling(self._inside)
        self.body.addWidget(self.area, 1)

    @property
    def combos(self) -> dict[str, Choice]:
        """The choice of each column, by its heading."""
        return {heading: line.combo for heading, line in self.lines.items()}

    def show_columns(self, columns: list[Theirs], kind: str, *, sure: bool) -> None:
        """Show the columns; the same ones as before keep their place and the focus."""
        if (kind, list(self.lines)) != (self._kind, [column.heading for column in columns]):
            self._kind = kind
            self._make_lines(columns)
        for column in columns:
            self.lines[column.heading].show_column(column, sure=sure)
        self.set_room(self._roomy)

    def _make_lines(self, columns: list[Theirs]) -> None:
        for line in self.lines.values():
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = {}
        choices = QStandardItemModel(self)  # one for all: two hundred fields in each of them
        for field, words in field_choices(self._kind):
            item = QStandardItem(words)
            item.setData(field, Qt.ItemDataRole.UserRole)
            choices.appendRow(item)
        for place, column in enumerate(columns):
            line = _ColumnLine(column, choices)
            self.lines[column.heading] = line
            self._rows.insertWidget(place, line)
            line.combo.activated.connect(
                lambda _place, line=line, heading=column.heading: self.chosen.emit(
                    heading, line.combo.currentData()
                )
            )
        self.area.verticalScrollBar().setValue(0)

    def set_room(self, roomy: bool) -> None:
        """Without room the examples are left out."""
        self._roomy = roomy
        for example in (self._head_example, *(line.example for line in self.lines.values())):
            example.setVisible(roomy)

    def rows_height(self) -> int:
        """Pixels that all rows need."""
        return self._inside.sizeHint().height()


class _Gap(QWidget):
    """As wide as the sign at the end of a row."""

    def __init__(self) -> None:
        super().__init__()
        theme.wide(self, 18)
