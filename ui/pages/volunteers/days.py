# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Two days to filter by, asked in a small pop-up."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from coordinator.i18n import _
from coordinator.terms import Period
from ui import theme
from ui.forms import DateField
from ui.widgets import painting
from ui.widgets.buttons import Button


class DaysPopup(QWidget):
    """From and To; Show hands the span over, Esc closes."""

    def __init__(
        self, period: Period | None, done: Callable[[Period], object], parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(_("Days"))
        self._done = done
        self.first = DateField(_("From"), required=True)
        self.last = DateField(_("To"), required=True)
        self.show_button = Button(_("Show"), "tonal", clicked=self._finish)
        layout = theme.column(self, 12, 16)
        row = theme.across(space=12)
        for field in (self.first, self.last):
            field.setMinimumWidth(theme.gap(150))
            field.line.returnPressed.connect(self._finish)
            row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(row)
        layout.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignRight)
        if period is not None:
            self.first.set_value(period.starts)
            self.last.set_value(period.ends)

    def open_below(self, widget: QWidget) -> None:
        self.move(widget.mapToGlobal(QPoint(0, widget.height() + theme.gap(4))))
        self.show()
        self.first.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.first.line.selectAll()

    def _finish(self) -> None:
        if not (self.first.check() and self.last.check()):
            return
        first, last = self.first.value(), self.last.value()
        assert first is not None
        assert last is not None
        if last < first:
            self.last.set_error(_("This day is before the first one."))
            return
        self.close()
        self._done(Period(first, last, ""))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painting.start(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        painting.box(painter, self.rect(), 0, None, theme.color("edge"), theme.line())
