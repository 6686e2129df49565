# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The rail: the school, the places, and at the foot settings and help."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLabel, QSizePolicy, QWidget

from coordinator.i18n import _
from resources import ROOT
from ui import icons, theme
from ui.main_window.place import Place
from ui.widgets import Ground, Label, painting, scrolling

WIDTH = 172


class RailItem(QAbstractButton):
    """A place: icon and word; the current one on a white pill."""

    focus_radius = 8

    def __init__(self, icon: str, text: str, tip: str) -> None:
        super().__init__()
        self._icon = icon
        self.setText(text)
        self.setToolTip(tip)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        words = painting.text_width(self.text(), "name") + 2
        return QSize(theme.gap(12 + 11 + 12) + theme.px(20) + words, theme.high(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), theme.px(20) + theme.gap(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painting.start(self)
        on, contrast = self.isChecked(), theme.is_contrast()
        ink = theme.color("text")
        if on:
            ink = theme.color("on" if contrast else "acctext")
            fill, border = theme.color("accent" if contrast else "surface"), theme.color("line")
            painting.box(painter, self.rect(), theme.gap(8), fill, border)
        elif self.underMouse():
            token = "press" if self.isDown() else "hover"
            painting.box(painter, self.rect(), theme.gap(8), theme.color(token))
        size = theme.px(20)
        left = theme.gap(10)
        icon_ink = ink if on else theme.color("text2")
        icons.paint(painter, self._icon, left, (self.height() - size) / 2, size, icon_ink)
        left += size + theme.gap(11)
        room = QRect(left, 0, self.width() - left, self.height())
        painting.words(painter, room, self.text(), "name" if on else "button", ink)


class Logo(QWidget):
    """Our sign, 30 by 30."""

    def __init__(self) -> None:
        super().__init__()
        self._renderer = QSvgRenderer(QByteArray((ROOT / "logo.svg").read_bytes()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return theme.icon_size(30)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._renderer.render(painting.start(self), self.rect().toRectF())


class SchoolName(Label):
    """A name in at most two lines; what is longer ends in an ellipsis and is in the tool tip."""

    def __init__(self) -> None:
        super().__init__("", "name", elide=True)

    def lines(self, width: int) -> list[str]:
        """The name broken into lines of `width` pixels, two at most."""
        layout = QTextLayout(self.whole_text(), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(width)
        layout.endLayout()
        first = self.whole_text()[: line.textLength()].rstrip()
        rest = self.whole_text()[line.textLength() :]
        elided = self.fontMetrics().elidedText
        return [elided(part, Qt.TextElideMode.ElideRight, width) for part in (first, rest) if part]

    def sizeHint(self) -> QSize:
        # No height for width: the rail in its scroll area would then never come closer.
        lines = max(1, len(self.lines(max(self.width(), 24))))
        return QSize(theme.px(60), lines * self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def _shorten(self) -> None:
        lines = self.lines(max(self.width(), 24))
        QLabel.setText(self, "\n".join(lines))
        whole = " ".join(lines) == self.whole_text()
        tip = self.whole_text().replace("&", "&amp;").replace("<", "&lt;")
        self.setToolTip("" if whole else f"<span>{tip}</span>")
        self.setAccessibleName(self.whole_text())
        self.updateGeometry()


class Rail(Ground):
    """`chosen` carries the key of the place pressed; `set_current` only shows it.

    In a low window the places come closer, then they scroll; their words are always there.
    """

    chosen = Signal(str)

    def __init__(self, places: Sequence[Place]) -> None:
        super().__init__("rail", "right")
        self.setAccessibleName(_("Places"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        inside = QWidget()
        layout = theme.column(inside, 3, (10, 14, 10, 10))
        self._area = scrolling(inside)
        theme.column(self, 0, (0, 0, 1, 0)).addWidget(self._area)
        top = theme.across(space=10, margins=(4, 0, 0, 0))
        top.addWidget(Logo(), 0, Qt.AlignmentFlag.AlignVCenter)
        words = theme.column(space=0)
        self.school = SchoolName()
        self.year = Label("", "second", elide=True)
        words.addWidget(self.school)
        words.addWidget(self.year)
        top.addLayout(words, 1)
        layout.addLayout(top)
        layout.addSpacing(theme.gap(14))
        self._group = QButtonGroup(self)
        self.items: dict[str, RailItem] = {}
        for number, place in enumerate((p for p in places if not p.foot), 1):
            layout.addWidget(self._item(place, f"Ctrl+{number}"))
        layout.addStretch(1)
        for place in [p for p in places if p.foot]:
            layout.addWidget(self._item(place, ""))

    def _item(self, place: Place, keys: str) -> RailItem:
        item = RailItem(place.icon, place.title(), f"{place.title()} ({keys})" if keys else "")
        self.items[place.key] = item
        self._group.addButton(item)
        item.clicked.connect(lambda: self.chosen.emit(place.key))
        return item

    def sizeHint(self) -> QSize:
        widest = max((item.sizeHint().width() for item in self.items.values()), default=0)
        width = max(theme.gap(WIDTH), widest + theme.gap(20))
        bar = self._area.verticalScrollBar()
        scrolls = bar.maximum() > 0 and widest + theme.gap(20) + bar.sizeHint().width() > width
        return QSize(width + scrolls * bar.sizeHint().width(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def set_current(self, key: str) -> None:
        self.items[key].setChecked(True)
        self._area.ensureWidgetVisible(self.items[key], 0, theme.gap(8))

    def set_school(self, name: str, year: str) -> None:
        self.school.setText(name)
        self.year.setText(year)
