# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Fields that only the settings have: hours of any number, signatures, the logo."""

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QSizePolicy, QWidget

from coordinator.errors import Invalid
from coordinator.i18n import _, format_hours, format_number
from coordinator.logo import logo_bytes, read_logo
from coordinator.settings import Signature
from coordinator.text import clean_line
from ui import icons, theme
from ui.forms import Field, LineField
from ui.widgets import Button, FlowLayout, painting

MOST_SIGNATURES = 3


class HoursField(LineField):
    """Hours such as 20 or 2.5, kept as minutes; at least a quarter of an hour."""

    def __init__(self, label: str, help_text: str = "", *, most: int = 2000) -> None:
        super().__init__(label, help_text, longest=9)
        self._most = most

    def value(self) -> int:
        try:
            hours = Decimal(clean_line(self.line.text()).replace(",", "."))
        except InvalidOperation:
            hours = Decimal(-1)
        if not (hours.is_finite() and Decimal("0.25") <= hours <= self._most):
            told = _("Write a number of hours from {least} to {most}.")
            least, most = format_number(Decimal("0.25")), format_number(self._most)
            raise Invalid("", told.format(least=least, most=most))
        return round(hours * 60)

    def _fill(self, value: Any) -> None:
        self.line.setText(format_hours(value) if value is not None else "")


class SignaturesField(Field):
    """Up to three who sign, each a name and a position; the value is a tuple of Signature."""

    def __init__(self, label: str, help_text: str = "") -> None:
        box = QWidget()
        column = theme.column(box, 6)
        self.rows: list[tuple[QLineEdit, QLineEdit]] = []
        for number in range(1, MOST_SIGNATURES + 1):
            row = theme.across(space=6)
            name, title = QLineEdit(), QLineEdit()
            told = _("Signature {number}: name"), _("Signature {number}: position")
            for line, words, example in (
                (name, told[0], _("Name")),
                (title, told[1], _("Position, such as Principal")),
            ):
                line.setAccessibleName(words.format(number=number))
                line.setPlaceholderText(example)
                line.setMaxLength(100)
                line.textChanged.connect(self._altered)
                row.addWidget(line, 1)
            self.rows.append((name, title))
            column.addLayout(row)
        super().__init__(label, box, help_text)
        self.setFocusProxy(self.rows[0][0])

    def value(self) -> tuple[Signature, ...]:
        written = [(clean_line(name.text()), clean_line(title.text())) for name, title in self.rows]
        if any(title and not name for name, title in written):
            raise Invalid("", _("A position stands here without a name."))
        return tuple(Signature(name, title) for name, title in written if name)

    def _fill(self, value: Any) -> None:
        kept = [*value, *[Signature("", "")] * MOST_SIGNATURES]
        for (name, title), one in zip(self.rows, kept, strict=False):
            name.setText(one.name)
            title.setText(one.title)


class _Picture(QWidget):
    """The logo in small, on white as on paper."""

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.gap(76), theme.gap(76))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painting.start(self)
        ground = theme.color("sunken") if self.image.isNull() else QColor("#FFFFFF")
        painting.box(
            painter, self.rect(), theme.gap(10), ground, theme.color("line"),
            theme.line(),
        )  # fmt: skip
        room = self.rect().adjusted(*(theme.gap(6) * sign for sign in (1, 1, -1, -1)))
        if self.image.isNull():
            size = theme.px(26)
            middle = self.rect().center()
            icons.paint(
                painter, "image", middle.x() - size / 2, middle.y() - size / 2, size,
                theme.color("bar"),
            )  # fmt: skip
            return
        ratio = self.devicePixelRatioF()
        shown = self.image.scaled(
            room.size() * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown.setDevicePixelRatio(ratio)
        size_shown = shown.size() / ratio
        left = room.left() + (room.width() - size_shown.width()) // 2
        top = room.top() + (room.height() - size_shown.height()) // 2
        painter.drawImage(left, top, shown)


class LogoField(Field):
    """The school's logo: choose a PNG or JPEG, or take it away; the value is base64 of a PNG."""

    def __init__(self, label: str, help_text: str = "") -> None:
        self._stored = ""
        self.picture = _Picture()
        box = QWidget()
        row = theme.across(box, 14)
        self.choose_button = Button(_("Choose a picture…"), icon="image", clicked=self.choose)
        self.remove_button = Button(_("Take away"), "quiet", clicked=lambda: self._take(""))
        deeds = QWidget()
        flow = FlowLayout(deeds, 8)
        flow.addWidget(self.choose_button)
        flow.addWidget(self.remove_button)
        row.addWidget(self.picture)
        row.addWidget(deeds, 1, Qt.AlignmentFlag.AlignVCenter)
        super().__init__(label, box, help_text)
        self.setFocusProxy(self.choose_button)

    def value(self) -> str:
        return self._stored

    def _fill(self, value: Any) -> None:
        self._stored = value or ""
        self.picture.image = QImage.fromData(logo_bytes(self._stored))
        self.picture.setAccessibleName(_("Logo") if self._stored else _("No logo"))
        self.remove_button.setVisible(bool(self._stored))
        self.picture.update()

    def _take(self, stored: str) -> None:
        self._fill(stored)
        if not stored:
            self.choose_button.setFocus()
        self._altered()

    def choose(self) -> None:
        """Ask for a file and show its picture; a refusal is said below."""
        path = self.ask(self)
        if path is None:
            return
        try:
            stored = read_logo(path)
        except Invalid as invalid:
            self.set_error(str(invalid))
            return
        self._take(stored)

    @classmethod
    def ask(cls, parent: QWidget) -> Path | None:
        """The picture file that the user chooses, or None."""
        words = _("Pictures (*.png *.jpg *.jpeg)")
        name, _kind = QFileDialog.getOpenFileName(parent, _("Choose the logo"), "", words)
        return Path(name) if name else None
