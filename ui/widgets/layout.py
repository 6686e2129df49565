# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Grounds, cards, empty places and messages: what a page is put together from."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from ui import icons, theme
from ui.widgets import painting
from ui.widgets.buttons import Button
from ui.widgets.label import Label
from ui.widgets.marks import Sign


class Ground(QWidget):
    """A plain area in one of the ground colours, with a line on one side if asked."""

    def __init__(
        self, colour: str = "surface", edge: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._colour, self._edge = colour, edge

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.paint_on(self, self._colour, self._edge)

    @staticmethod
    def paint_on(widget: QWidget, colour: str, edge: str = "") -> None:
        """Fill a widget with a ground colour, with a line on one side if asked."""
        painter = painting.start(widget)
        painter.fillRect(widget.rect(), theme.color(colour))
        width, height, thick = widget.width(), widget.height(), theme.line()
        lines = {
            "top": (0, 0, width, thick),
            "bottom": (0, height - thick, width, thick),
            "left": (0, 0, thick, height),
            "right": (width - thick, 0, thick, height),
        }
        if edge:
            painter.fillRect(*lines[edge], theme.color("line"))


class Card(QFrame):
    """A white sheet with a line round it; `self.body` is its column. Spaces in pixels at 100 %."""

    def __init__(
        self,
        title: str = "",
        *,
        space: int = 12,
        margins: tuple[int, int, int, int] | int = (20, 14, 20, 16),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.body = theme.column(self, space, margins)
        if title:
            self.body.addWidget(Label(title, "heading"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painting.start(self)
        painting.box(
            painter,
            self.rect(),
            theme.gap(12),
            theme.color("surface"),
            theme.color("line"),
            theme.line(),
        )


class Line(QWidget):
    """A thin line between rows."""

    def __init__(self, colour: str = "row", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(1, theme.line())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painting.start(self).fillRect(self.rect(), theme.color(self._colour))


def scrolling(inside: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """A frameless area that scrolls `inside` up and down only."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    inside.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area


class _Drawing(QWidget):
    """Two sheets and a disc: nothing here yet."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.gap(216), theme.gap(150))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painting.start(self)
        painter.scale(self.width() / 216, self.height() / 150)
        painting.disc(painter, QPointF(108, 78), 66, theme.color("soft"))
        pen = QPen(theme.color("acctext"), 2)
        for rect in (QRectF(52, 34, 76, 92), QRectF(88, 22, 76, 92)):
            painter.setPen(pen)
            painter.setBrush(theme.color("surface"))
            painter.drawRoundedRect(rect, 8, 8)
        painter.drawLine(QPointF(104, 82), QPointF(148, 82))
        painter.drawLine(QPointF(104, 94), QPointF(136, 94))
        icons.paint(painter, self._icon, 110, 36, 32, theme.color("acctext"))
        painting.disc(painter, QPointF(170, 118), 9, theme.color("sand_tint"))
        painter.setPen(QPen(theme.color("sand"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(170, 118), 9, 9)


class EmptyPlace(QWidget):
    """What a page shows instead of an empty table: drawing, title, sentence, button, link."""

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str,
        button: Button | None = None,
        link: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = Label(title, "title")
        self.sentence = Label(sentence, "body", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        theme.wide(self.sentence, 430)
        centre = Qt.AlignmentFlag.AlignHCenter
        layout = theme.column(self, 12, 24)
        layout.addStretch(2)
        layout.addWidget(_Drawing(icon), 0, centre)
        layout.addWidget(self.title, 0, centre)
        row = theme.across()  # an alignment in the column would cut the second line off
        row.addStretch(1)
        row.addWidget(self.sentence)
        row.addStretch(1)
        layout.addLayout(row)
        for part in (button, link):
            if part is not None:
                layout.addWidget(part, 0, centre)
        layout.addStretch(3)


class Message(QWidget):
    """What happened, what is safe, and the deeds; `copy` adds a quiet "Copy details"."""

    def __init__(
        self,
        title: str,
        sentence: str,
        buttons: Sequence[Button] = (),
        *,
        icon: str = "alert",
        tone: str = "bad",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = Label(title, "heading", wrap=True)
        self.sentence = Label(sentence, "small", wrap=True)
        outer = theme.column(self, 12)
        top = theme.across(space=12)
        top.addWidget(Sign(icon, tone, 22), 0, Qt.AlignmentFlag.AlignTop)
        text = theme.column(space=2)
        text.addWidget(self.title)
        text.addWidget(self.sentence)
        top.addLayout(text, 1)
        outer.addLayout(top)
        deeds = theme.across(space=8)
        deeds.addStretch(1)
        for button in buttons:
            deeds.addWidget(button)
        outer.addLayout(deeds)


def heading_row(title: str, link: str = "", clicked: Callable[[], object] | None = None) -> QWidget:
    """A heading with a link at the right end."""
    result = QWidget()
    layout = theme.across(result, 8)
    layout.addStrut(theme.high(28))  # as high without a link as with one
    layout.addWidget(Label(title, "heading"))
    layout.addStretch(1)
    if link:
        layout.addWidget(Button(link, "link", clicked=clicked))
    return result
