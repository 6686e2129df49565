# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The sheet of keys that Shift+F1 shows."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from coordinator.i18n import _
from ui import theme
from ui.widgets import Button, Label, scrolling


class ShortcutsDialog(QDialog):
    """Deeds and the keys that do them."""

    def __init__(self, pairs: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keys"))
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setHorizontalSpacing(theme.gap(32))
        grid.setVerticalSpacing(theme.gap(6))
        tables = [
            (_("Filter a table"), _("Type letters")),
            (_("Show all again"), "Esc"),
            (_("Copy rows with their heads"), "Ctrl+C"),
            (_("Copy rows alone"), "Ctrl+Shift+C"),
            (_("In a date: today, a day on, a day back"), "T  +  -"),
        ]
        for row, (words, keys) in enumerate([*pairs, *tables]):
            grid.addWidget(Label(words, wrap=True), row, 0)
            grid.addWidget(Label(keys, "name"), row, 1)
        grid.setColumnStretch(0, 1)
        layout = theme.column(self, 12, 20)
        layout.addWidget(Label(_("Keys"), "title"))
        layout.addWidget(scrolling(inside), 1)
        foot = theme.across()
        foot.addStretch(1)
        foot.addWidget(Button(_("Close"), "filled", clicked=self.accept))
        layout.addLayout(foot)
        self.resize(theme.px(480), theme.gap(480))
