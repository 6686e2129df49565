# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What all fields share: label above, control, and below it help, which an error replaces."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from coordinator.errors import Invalid
from ui import theme
from ui.widgets.label import Label
from ui.widgets.marks import Sign


class Field(QWidget):
    """One value of a form. `changed` is sent when the user alters it, not when it is set."""

    changed = Signal()

    def __init__(
        self, label: str, control: QWidget, help_text: str = "", above: bool = True
    ) -> None:
        super().__init__()
        self.control = control
        self.help_text = help_text
        self._error = ""
        self._setting = False
        layout = theme.column(self, 4)
        if above:
            title = Label(label, "label")
            title.setBuddy(control)
            layout.addWidget(title)
        layout.addWidget(control)
        foot = theme.across(space=5)
        self._sign = Sign("alert", "bad", 15)
        self.help = Label("", "small", wrap=True)
        foot.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.help, 1)
        layout.addLayout(foot)
        control.setAccessibleName(label)
        control.installEventFilter(self)
        self.setFocusProxy(control)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._show_foot(help_text)

    def value(self) -> Any:
        """The value typed; raises Invalid where it cannot be read."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value without sending `changed`."""
        self._setting = True
        self._fill(value)
        self._setting = False
        self.set_error("")

    def _fill(self, value: Any) -> None:
        raise NotImplementedError

    def set_error(self, text: str) -> None:
        """Mark the field and say why; an empty text takes the mark away."""
        self._error = text
        wanted = "true" if text else "false"
        if self.control.property("invalid") != wanted:
            self.control.setProperty("invalid", wanted)
            self.control.style().polish(self.control)
        self._show_foot(text or self.echo() or self.help_text)

    def error(self) -> str:
        return self._error

    def check(self) -> bool:
        """Say what is wrong with the value, if anything."""
        try:
            self.value()
        except Invalid as invalid:
            self.set_error(str(invalid))
            return False
        return True

    def echo(self) -> str:
        """The value in words, shown instead of the help."""
        return ""

    def _altered(self) -> None:
        if not self._setting:
            self.set_error("")
            self.changed.emit()

    def _show_foot(self, text: str) -> None:
        self._sign.setVisible(bool(self._error))
        self.help.setProperty("role", "error" if self._error else "small")
        self.help.style().polish(self.help)
        self.help.setText(text)
        self.help.setVisible(bool(text))
        self.control.setAccessibleDescription(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and watched is self.control:
            self.check()
        return super().eventFilter(watched, event)
