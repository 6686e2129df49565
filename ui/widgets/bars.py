# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Bars: totals under a table, progress, and how much of a whole is reached."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coordinator.i18n import _, format_number
from ui import theme
from ui.widgets import painting
from ui.widgets.buttons import Button
from ui.widgets.label import Label
from ui.widgets.layout import Card, Ground


class Bar(QWidget):
    """How far something is: `set_part(done, total)`."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done, self._total = 0, 1
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_part(self, done: int, total: int) -> None:
        self._done, self._total = done, max(1, total)
        self.setAccessibleDescription(f"{done} / {total}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.gap(160), theme.gap(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painting.start(self)
        border = theme.color("line") if theme.is_contrast() else None
        radius = self.height() / 2
        painting.box(painter, self.rect(), radius, theme.color("press"), border, 1)
        part = min(1.0, self._done / self._total)
        if part > 0:
            width = max(self.height(), round(self.width() * part))
            painting.box(painter, QRect(0, 0, width, self.height()), radius, theme.color("accent"))


class ProgressCard(Card):
    """A long task: its name, "156 of 340", a bar, a reassuring line and Cancel."""

    def __init__(
        self, title: str, cancel: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        top = theme.across(space=12)
        self._count = Label("", "small")
        top.addWidget(Label(title, "heading"), 1)
        top.addWidget(self._count)
        self._bar = Bar(title)
        foot = theme.across(space=12)
        foot.addWidget(Label(_("You can go on working."), "small"), 1)
        self.cancel = Button(_("Cancel"), clicked=cancel)
        foot.addWidget(self.cancel)
        self.body.addLayout(top)
        self.body.addWidget(self._bar)
        self.body.addLayout(foot)

    def set_progress(self, done: int, total: int) -> None:
        self._bar.set_part(done, total)
        text = _("{done} of {total}").format(done=format_number(done), total=format_number(total))
        self._count.setText(text if total else "")


class TotalsBar(Ground):
    """Figures under a table: `set_figures([(figure, words), ...])`, the selection first."""

    def __init__(self, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__("sunken", "top", parent)
        self._layout = theme.across(self, 8, (24, 0, 20, 0))
        self._parts: list[QWidget] = []
        self._layout.addStretch(1)
        self.note = Label(note, "small")
        self._layout.addWidget(self.note)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.high(43))

    def set_figures(self, figures: Sequence[tuple[str, str]], selected: bool = False) -> None:
        """With `selected` the first figure is that of the selection and is coloured."""
        for part in self._parts:
            self._layout.removeWidget(part)
            part.hide()  # deleteLater waits; until then it would still be painted
            part.deleteLater()
        self._parts = []
        for index, (figure, what) in enumerate(figures):
            number, label = Label(figure, "total"), Label(what, "small")
            if selected and index == 0:
                number.setProperty("on", "accent")
            self._parts += [number, label]
            if index + 1 < len(figures):
                self._parts.append(_Divider())
        for place, part in enumerate(self._parts):
            self._layout.insertWidget(place, part, 0, Qt.AlignmentFlag.AlignVCenter)


class _Divider(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(theme.gap(17), theme.gap(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        middle = self.width() // 2
        painting.start(self).fillRect(
            middle, 0, theme.line(), self.height(), theme.color("button_edge")
        )
