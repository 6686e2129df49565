# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The head of a page, which gives way in a narrow window."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from coordinator.i18n import _
from ui import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.label import Label


class PageHeader(QWidget):
    """Serif title, one small line of what is counted, and buttons at the right, the filled last.

    `marks` stand beside the title. Where there is no room for all, the buttons but the last go
    into a "..." menu.
    """

    def __init__(
        self,
        title: str,
        line: str = "",
        buttons: Sequence[QWidget] = (),
        *,
        marks: Sequence[QWidget] = (),
        role: str = "title",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = Label(title, role, elide=True)
        self.line = Label(line, "small", wrap=True)
        self.buttons = list(buttons)
        self._marks = list(marks)
        outer = theme.across(self, 8)
        left = theme.column(space=2)
        top = theme.across(space=10)
        top.addWidget(self.title, 0 if marks else 1)
        for mark in marks:
            top.addWidget(mark)
        if marks:
            top.addStretch(1)
        left.addStretch(1)
        left.addLayout(top)
        left.addWidget(self.line)
        left.addStretch(1)
        outer.addLayout(left, 1)
        self.more = IconButton("more", _("More"), self._offer)
        self.more.hide()
        outer.addWidget(self.more)
        for button in self.buttons:
            outer.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        if marks:
            self.title.stop_eliding()

    def set_line(self, text: str) -> None:
        """The small line, such as "Showing 13 of 340 · school year 2026-27"."""
        self.line.setText(text)

    def set_title(self, text: str) -> None:
        self.title.setText(text)

    def minimumSizeHint(self) -> QSize:
        last = self.buttons[-1].sizeHint().width() if self.buttons else 0
        return QSize(theme.px(160) + last, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        gap = theme.gap(8)
        words = max(self.title.whole_width(), min(self.line.whole_width(), theme.px(260)))
        words += sum(mark.sizeHint().width() + gap for mark in self._marks)
        wanted = words + sum(button.sizeHint().width() + gap for button in self.buttons)
        fold = wanted > self.width() and len(self.buttons) > 1
        self.more.setVisible(fold)
        for button in self.buttons[:-1]:
            button.setVisible(not fold or not isinstance(button, Button))

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self.buttons[:-1]:
            if isinstance(button, Button):
                action = menu.addAction(button.text(), button.click)
                action.setEnabled(button.isEnabled())
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
