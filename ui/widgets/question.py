# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Something to ask before it is written, in the panel where it was typed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from coordinator.i18n import _, ngettext
from ui import theme
from ui.widgets import painting
from ui.widgets.buttons import Button
from ui.widgets.label import Label
from ui.widgets.marks import Sign
from ui.widgets.toast import announce

_MOST = 4


class Question(QWidget):
    """Sentences, "Keep it" and "Go back"; hidden until it asks."""

    kept = Signal()
    went_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label("", "body", wrap=True)
        self.keep = Button(_("Keep it"), "tonal", "check", clicked=self._keep)
        self.back = Button(_("Go back"), clicked=self._go_back)
        layout = theme.column(self, 10, (14, 12, 14, 12))
        top = theme.across(space=10)
        top.addWidget(Sign("question", "info", 20), 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.words, 1)
        deeds = theme.across(space=8)
        deeds.addStretch(1)
        deeds.addWidget(self.back)
        deeds.addWidget(self.keep)
        layout.addLayout(top)
        layout.addLayout(deeds)
        self.hide()

    def ask(self, sentences: Sequence[str]) -> None:
        """Show what is odd, read it out, and wait for one of the buttons."""
        shown = list(sentences[:_MOST])
        more = len(sentences) - len(shown)
        if more:
            told = ngettext("And {count} more like this.", "And {count} more like these.", more)
            shown.append(told.format(count=more))
        self.words.setText("\n".join(shown))
        self.setAccessibleName(" ".join(shown))
        self.show()
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, " ".join(shown))

    def _keep(self) -> None:
        self.hide()
        self.kept.emit()

    def _go_back(self) -> None:
        self.hide()
        self.went_back.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painting.start(self)
        fill, border = theme.color("info_tint"), theme.color("info")
        edge = border if theme.is_contrast() else None
        painting.box(painter, self.rect(), theme.gap(10), fill, edge, theme.line())
