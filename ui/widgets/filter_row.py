# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The row above a table: type to filter, segment, chips, and what the filters hide."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from coordinator.i18n import _, format_number
from ui import icons, theme
from ui.widgets import painting
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.widgets.marks import Sign


class _FieldIcon(QWidget):
    def __init__(self, icon: str, field: QLineEdit) -> None:
        super().__init__(field)
        self._icon = icon
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        size = theme.px(16)
        painter = painting.start(self)
        top = (self.height() - size) / 2
        icons.paint(painter, self._icon, 0, top, size, theme.color("text2"))


class IconField(QLineEdit):
    """A line edit with an icon at its left and a cross to empty it; Esc empties it too."""

    def __init__(
        self,
        icon: str,
        placeholder: str,
        name: str,
        width: int = 168,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self._sign = _FieldIcon(icon, self)
        self._width = width
        self._fit()
        theme.signals.changed.connect(self._fit)

    def _fit(self) -> None:
        # Two thirds of the width hold text, which doubles where gaps grow by half.
        full = (theme.gap(self._width) + theme.px(self._width)) // 2
        self.setMaximumWidth(full)
        self.setMinimumWidth(full * 3 // 4)
        self.setTextMargins(theme.px(16) + theme.gap(7), 0, 0, 0)

    def sizeHint(self) -> QSize:
        return QSize(self.maximumWidth(), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sign.setGeometry(theme.gap(11), 0, theme.px(16), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)


class FilterRow(QWidget):
    """Type-to-filter field, then what the page adds, then at the right what is hidden.

    `typed` carries the words; `cleared` is sent when the user asks to see all (the field is
    emptied first; the page switches its chips off).
    """

    typed = Signal(str)
    cleared = Signal()

    def __init__(
        self,
        parts: Sequence[QWidget] = (),
        right: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = IconField("filter", _("Type to filter"), _("Type to filter"))
        self.field.textChanged.connect(self.typed)
        self._hidden_sign = Sign("filter", "warn", 16)
        self._hidden = Label("", "small")
        self._clear = Button(_("Clear"), "link", clicked=self.clear)
        self._right = list(right)
        layout = theme.across(self, 8)
        left = QWidget()
        self._flow = FlowLayout(left, 8)
        self._flow.addWidget(self.field)
        for part in parts:
            self._flow.addWidget(part)
        layout.addWidget(left, 1)
        for part in [self._hidden_sign, self._hidden, self._clear, *right]:
            layout.addWidget(part)
        self.show_hidden(0, 0)

    def add(self, part: QWidget) -> None:
        """One more chip or segment, after the others."""
        self._flow.addWidget(part)
        part.show()

    def show_hidden(self, hidden: int, total: int, what: str = "") -> None:
        """Say how many of `total` the filters hide; `what` is the sentence if not of entries.

        `what` has the place-holders {hidden} and {total}.
        """
        sentence = what or _("Filters hide {hidden} of {total} entries")
        self._hidden.setText(
            sentence.format(hidden=format_number(hidden), total=format_number(total))
        )
        for told in (self._hidden_sign, self._hidden, self._clear):
            told.setVisible(hidden > 0)
        for part in self._right:
            part.setVisible(hidden == 0)

    def clear(self) -> None:
        self.field.clear()
        self.cleared.emit()
