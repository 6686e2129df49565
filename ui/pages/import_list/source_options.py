# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""How the file is read, each guess changeable: kind, letters, divider, sheet, headings, dates."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coordinator.i18n import _, format_number, ngettext
from ui.forms import ChoiceField
from ui.pages.import_list.reading import Choices, Prepared
from ui.widgets import Card, FlowLayout

_HEADING_ROWS = 20
_SHORT, _SHEET_NAME = 4, 14  # letters that a choice has room for


def kind_title(kind: str) -> str:
    """What a kind of list is called."""
    return {"families": _("Families and students"), "hours": _("Volunteer hours")}[kind]


def described(prepared: Prepared) -> str:
    """'students.xlsx · sheet “Roster” · 412 rows · headings in row 1'."""
    source = prepared.source
    parts = [source.title]
    if prepared.recognised is not None and prepared.recognised.layout:
        parts.append(prepared.recognised.layout)
    if source.sheet:
        parts.append(_("sheet “{name}”").format(name=source.sheet))
    count = source.row_count
    rows = ngettext("{count} row", "{count} rows", count).format(count=format_number(count))
    parts.append(rows)
    if source.layout != "folder":
        parts.append(_("headings in row {row}").format(row=source.heading_row))
    return " · ".join(parts)


class SourceOptions(Card):
    """The guesses as fields; `changed(Choices)` when the user knows better."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__(space=0, margins=(18, 12, 18, 12))
        inside = QWidget()
        flow = FlowLayout(inside, 16)
        self.fields = {
            "kind": ChoiceField(
                _("What is listed"), [(kind, kind_title(kind)) for kind in ("families", "hours")]
            ),
            "encoding": ChoiceField(
                _("Letters"),
                [
                    ("utf-8", "UTF-8"),
                    ("cp1252", _("Western European (Windows)")),
                    ("utf-16", "UTF-16"),
                    ("mac_roman", _("Western European (Mac)")),
                ],
            ),
            "delimiter": ChoiceField(
                _("Between columns"),
                [(",", _("Comma")), (";", _("Semicolon")), ("\t", _("Tab")), ("|", _("Bar"))],
            ),
            "sheet": ChoiceField(_("Sheet"), []),
            "header_row": ChoiceField(
                _("Headings in row"), [(row, str(row)) for row in range(1, _HEADING_ROWS + 1)]
            ),
            "date_order": ChoiceField(
                _("Dates"),
                [
                    ("mdy", _("Month, day, year")),
                    ("dmy", _("Day, month, year")),
                    ("ymd", _("Year, month, day")),
                ],
            ),
        }
        self._choices = Choices()
        for name, field in self.fields.items():
            words = [field.combo.itemText(place) for place in range(field.combo.count())]
            longest = max((len(word) for word in words), default=_SHEET_NAME)
            field.combo.setMinimumContentsLength(max(_SHORT, longest * 4 // 5))
            flow.addWidget(field)
            field.changed.connect(lambda name=name: self._choose(name))
        self.body.addWidget(inside)

    def show_source(self, prepared: Prepared) -> None:
        """What was guessed or chosen; what does not matter for this file is not shown."""
        source, plan = prepared.source, prepared.plan
        self._choices = prepared.choices
        order = plan.date_order if plan else prepared.choices.date_order or ""
        values = {
            "kind": prepared.kind,
            "encoding": source.encoding,
            "delimiter": source.delimiter,
            "sheet": source.sheet,
            "header_row": source.heading_row,
            "date_order": order,
        }
        self.fields["sheet"].set_choices([(sheet, sheet) for sheet in source.sheets])
        for name, field in self.fields.items():
            if values[name]:
                field.set_value(values[name])
            field.setVisible(bool(values[name]))
        self.fields["sheet"].setVisible(len(source.sheets) > 1)
        self.fields["header_row"].setVisible(source.layout != "folder")

    def _choose(self, name: str) -> None:
        choices = replace(self._choices, **{name: self.fields[name].value()})
        if name in ("kind", "sheet", "header_row"):
            choices = replace(choices, mapping={}, same={})  # other columns
        self.changed.emit(choices)
