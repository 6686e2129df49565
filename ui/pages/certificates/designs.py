# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The designs to choose from, as pictures of the real pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from coordinator.i18n import _
from ui import theme
from ui.printing import PdfPages
from ui.widgets import painting
from ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coordinator.documents.certificate import Design

_FINER = 3  # pictures are drawn this much larger and scaled down smoothly, so lines stay even


class DesignPicture(QAbstractButton):
    """One design: its page 62 by 48 in 70 by 56; the chosen one has an accent frame."""

    def __init__(self, design: Design, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = design.key
        self._picture: QImage | None = None
        self.setText(design.name)
        self.setAccessibleName(design.name)
        self.setToolTip(design.name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.gap(70), theme.gap(56))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_page(self, pdf: bytes | None) -> None:
        """The page shown in small; None keeps the one there is."""
        if pdf is None:
            return
        with PdfPages(pdf) as pages:
            width = round(theme.gap(62) * self.devicePixelRatioF() * _FINER)
            self._picture = pages.image(0, width)
        self.update()

    def has_page(self) -> bool:
        return self._picture is not None

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painting.start(self)
        if self.isChecked():
            ground = theme.color("surface")
            painting.box(painter, self.rect(), theme.gap(7), ground, theme.color("accent"), 2.5)
        elif self.underMouse():
            painting.box(painter, self.rect(), theme.gap(7), theme.color("press"))
        room = QSize(theme.gap(62), theme.gap(48))
        if self._picture is not None:
            size = self._picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
            ratio = self.devicePixelRatioF()
            small = self._picture.scaled(
                size * ratio,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            corner = QRect(0, 0, size.width(), size.height())
            corner.moveCenter(self.rect().center())
            painter.drawImage(corner, small)
            painter.setPen(QPen(theme.color("button_edge"), theme.line()))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(corner)


class DesignPictures(QWidget):
    """A picture for each design; `chosen(key)` when the user presses one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Design"))
        self._flow = FlowLayout(self, 5)
        self._group = QButtonGroup(self)
        self.pictures: list[DesignPicture] = []

    def set_designs(self, designs: Sequence[Design]) -> None:
        """Offer these; done once, when the page is first shown."""
        for design in designs:
            picture = DesignPicture(design, self)
            self._group.addButton(picture)
            self._flow.addWidget(picture)
            self.pictures.append(picture)
            picture.clicked.connect(lambda _on=False, key=design.key: self.chosen.emit(key))

    def set_current(self, key: str) -> None:
        """Mark one as chosen without telling anyone."""
        for picture in self.pictures:
            picture.setChecked(picture.key == key)
            # Tab stops once at the group; arrows move inside it.
            on = Qt.FocusPolicy.StrongFocus if picture.key == key else Qt.FocusPolicy.ClickFocus
            picture.setFocusPolicy(on)

    def current(self) -> str:
        return next((one.key for one in self.pictures if one.isChecked()), "")
