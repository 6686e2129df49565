# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The bar at the top (menus, Undo, search) and the one at the foot (saved, text size, language)."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenuBar, QSizePolicy, QWidget

from coordinator.i18n import _, format_time
from ui import theme
from ui.widgets import Button, Ground, Label, Sign

LANGUAGES = (("en", "English"), ("es", "Español"))


class TopBar(Ground):
    """Menus left, Undo and the search box right; 39 high."""

    def __init__(self, menus: QMenuBar, undo: Button, search: QWidget) -> None:
        super().__init__("rail", "bottom")
        layout = theme.across(self, 12, (10, 0, 14, 0))
        menus.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        layout.addWidget(menus, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        layout.addWidget(undo, 0, Qt.AlignmentFlag.AlignVCenter)
        search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout.addWidget(search, 0, Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.high(39))


class SmallButton(Button):
    """A word in the bar at the foot."""

    def __init__(self, text: str, name: str, clicked: Callable[[], object]) -> None:
        super().__init__(text, "quiet", clicked=clicked, name=name, tip=name)

    def _role(self) -> str:
        return "caption"

    def _padding(self) -> int:
        return theme.gap(6)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.px(16) + theme.gap(8))


class StatusBar(Ground):
    """ "Saved 10:42 · Ctrl+Z undoes ...", text size, languages."""

    def __init__(
        self, larger: Callable[[], object], use_language: Callable[[str], object], language: str
    ) -> None:
        super().__init__("rail", "top")
        layout = theme.across(self, 6, (13, 1, 14, 0))
        self._sign = Sign("check", "good", 15)
        self._saved = Label("", "caption")
        self._hint = Label("", "caption", elide=True)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._saved)
        layout.addSpacing(16)
        layout.addWidget(self._hint, 1)
        self.size_button = SmallButton("", _("Text size (Ctrl and + or -)"), larger)
        layout.addWidget(self.size_button)
        for number, (code, name) in enumerate(sorted(LANGUAGES, key=lambda x: x[0] != language)):
            if number:
                layout.addWidget(Label("|", "caption"))
            button = SmallButton(name, name, partial(use_language, code))
            button.setProperty("language", code)
            layout.addWidget(button)
        self._sign.hide()
        self.show_size()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.px(16) + theme.gap(11))

    def show_size(self) -> None:
        percent = theme.text_percent()
        self.size_button.setText(_("Text {percent} %").format(percent=percent))
        self.size_button.updateGeometry()

    def show_saved(self, moment: datetime) -> None:
        self._sign.show()
        self._saved.setText(_("Saved {time}").format(time=format_time(moment)))

    def show_undo(self, label: str | None) -> None:
        hint = _("Ctrl+Z undoes “{step}”").format(step=label) if label else ""
        saved = bool(self._saved.whole_text())
        self._hint.setText(f"·  {hint}" if hint and saved else hint)

    def words(self) -> str:
        """What the bar says now."""
        return f"{self._saved.whole_text()} {self._hint.whole_text()}".strip()
