# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The part of Home that says what waits for the coordinator; each can be put off a day."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from coordinator.home import HomeFacts
from coordinator.i18n import _, format_number, ngettext
from coordinator.settings import Settings
from ui import local_settings, theme
from ui.context import Context
from ui.pages.home.rows import HomeRow, LaterButton, RowsCard
from ui.pages.home.words import Need, needs
from ui.widgets import Label, heading_row


class NeedsPart(QWidget):
    """A heading and a card of rows; what is put off comes back tomorrow, or by the link."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._facts: HomeFacts | None = None
        self._settings = Settings()
        self.later_buttons: list[LaterButton] = []
        self._column = theme.column(self, 4)
        self._head = heading_row(_("Needs you"))
        self.card = RowsCard()
        self._column.addWidget(self._head)
        self._column.addWidget(self.card, 1)

    def show_needs(self, facts: HomeFacts, settings: Settings) -> None:
        """Show what waits by these facts."""
        self._facts, self._settings = facts, settings
        self._show()

    def _show(self) -> None:
        assert self._facts is not None
        today = self._facts.today.isoformat()
        found = needs(self._facts, self._settings, self.ctx)
        late = [need for need in found if local_settings.text(_key(need)) == today]
        self.later_buttons = []
        rows = [self._row(need) for need in found if need not in late]
        self.card.set_rows(rows or [self._calm()])
        link = ""
        if late:
            told = ngettext("Show {count} put off", "Show {count} put off", len(late))
            link = told.format(count=format_number(len(late)))
        head = heading_row(_("Needs you"), link, self.show_all)
        self._column.replaceWidget(self._head, head)
        self._head.deleteLater()
        self._head = head

    def _calm(self) -> QWidget:
        calm = Label(_("Nothing waits for you."), "body")
        calm.setProperty("role", "second")
        calm.setAlignment(Qt.AlignmentFlag.AlignCenter)
        calm.setMinimumHeight(theme.gap(64))
        return calm

    def _row(self, need: Need) -> QWidget:
        box = QWidget()
        layout = theme.across(box, 0, (0, 0, 10, 0))
        # No taller than its row: the card keeps what is left white at its foot.
        layout.setSizeConstraint(QLayout.SizeConstraint.SetMaximumSize)
        row = HomeRow(
            need.title, need.line, need.open,
            icon=need.icon, tone=need.tone, figure=format_number(need.figure),
        )  # fmt: skip
        later = LaterButton(
            _("Later"), "quiet",
            clicked=lambda: self.put_off(need),
            name=_("Later: {what}").format(what=need.title),
            tip=_("Put off until tomorrow"),
        )  # fmt: skip
        layout.addWidget(row, 1)
        layout.addWidget(later, 0, Qt.AlignmentFlag.AlignVCenter)
        self.later_buttons.append(later)
        return box

    def put_off(self, need: Need) -> None:
        """Hide one of what waits until tomorrow, on this computer."""
        assert self._facts is not None
        local_settings.remember(_key(need), self._facts.today.isoformat())
        self._show()
        # The button pressed is gone: the keyboard goes on with the next one.
        if self.later_buttons:
            self.later_buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_all(self) -> None:
        """Bring back what was put off."""
        assert self._facts is not None
        for need in needs(self._facts, self._settings, self.ctx):
            local_settings.remember(_key(need), "")
        self._show()


def _key(need: Need) -> str:
    return f"later/{need.key}"
