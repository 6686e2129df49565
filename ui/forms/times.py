# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Fields for dates, times of day and lengths of time, which say back what they understood."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from coordinator.errors import Invalid
from coordinator.i18n import _, format_date, format_hours, format_time, format_weekday_date
from coordinator.text import clean_line
from ui.forms.field import Field
from ui.forms.reading import read_date

_TIME = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))?\s*([ap])?\.?\s*(?:m\.?)?", re.IGNORECASE)


class _DateLine(QLineEdit):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {"+": 1, "-": -1}
        key, text = event.text().lower(), clean_line(self.text())
        day = self._day(text)
        semicolon = event.key() == Qt.Key.Key_Semicolon and event.modifiers() & _CONTROL
        if key in moves and day is not None:
            self._show(day + timedelta(days=moves[key]))
        elif semicolon or (key == "t" and (not text or day is not None)):
            self._show(date.today())
        else:
            super().keyPressEvent(event)

    def _show(self, day: date) -> None:
        self.setText(format_date(day))

    def _day(self, text: str) -> date | None:
        try:
            return read_typed(text)
        except Invalid:
            return None


_CONTROL = Qt.KeyboardModifier.ControlModifier


def read_typed(text: str) -> date:
    """A date as typed or as our own field writes it; Invalid otherwise."""
    return read_date(text, date.today())


class DateField(Field):
    """A date, typed freely and said back in words; T is today, + and - move by a day."""

    def __init__(self, label: str, help_text: str = "", *, required: bool = False) -> None:
        self.line = _DateLine()
        self.line.setPlaceholderText(format_date(date.today()))
        self._required = required
        super().__init__(label, self.line, help_text)
        self.line.textChanged.connect(self._altered)

    def value(self) -> date | None:
        text = clean_line(self.line.text())
        if text or self._required:
            return read_typed(text)
        return None

    def _fill(self, value: Any) -> None:
        self.line.setText(format_date(value) if value is not None else "")

    def echo(self) -> str:
        try:
            day = self.value()
        except Invalid:
            return ""
        return _("Read as {date}").format(date=format_weekday_date(day)) if day else ""


class TimeField(Field):
    """A time of day: 5:30 pm, 17:30, 1730."""

    def __init__(self, label: str, help_text: str = "", *, required: bool = False) -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText(_show_time(time(17, 30)))
        self._required = required
        super().__init__(label, self.line, help_text)
        self.line.textChanged.connect(self._altered)

    def value(self) -> time | None:
        text = clean_line(self.line.text())
        if not text and not self._required:
            return None
        found = _TIME.fullmatch(text)
        hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
        if found and found[3] and 1 <= hour <= 12:
            hour = hour % 12 + (12 if found[3].lower() == "p" else 0)
        if hour > 23 or minute > 59:
            example = _show_time(time(17, 30))
            raise Invalid("", _("Write a time such as {example}.").format(example=example))
        return time(hour, minute)

    def _fill(self, value: Any) -> None:
        self.line.setText(_show_time(value) if value is not None else "")

    def echo(self) -> str:
        try:
            moment = self.value()
        except Invalid:
            return ""
        return _("Read as {time}").format(time=_show_time(moment)) if moment else ""


def _show_time(moment: time) -> str:
    return format_time(datetime.combine(date(2026, 1, 1), moment))


class MinutesField(Field):
    """A length of time: 3.5, 3,5, 1:30 or 90m; the value is whole minutes, None if empty."""

    def __init__(self, label: str, help_text: str = "", *, required: bool = False) -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText("1.5")
        self._required = required
        super().__init__(label, self.line, help_text or _("3.5, 3,5 or 1:30"))
        self.line.textChanged.connect(self._altered)

    def value(self) -> int | None:
        text = self.line.text().strip()
        if not text and not self._required:
            return None
        from coordinator.hours.amounts import parse_minutes  # brings the store: heavy

        return parse_minutes(text)

    def _fill(self, value: Any) -> None:
        self.line.setText(format_hours(value) if value is not None else "")

    def echo(self) -> str:
        try:
            minutes = self.value()
        except Invalid:
            return ""
        return _("{hours} h").format(hours=format_hours(minutes)) if minutes else ""
