# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A page of a PDF on the screen: the very page that is printed."""

from PySide6.QtCore import QEvent, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from coordinator.i18n import _, format_number
from ui import theme
from ui.printing import PdfPages
from ui.widgets.buttons import IconButton
from ui.widgets.chips import Segment
from ui.widgets.label import Label

_SCREEN = 96 / 72  # pixels of a point at 100 %


class PageView(QScrollArea):
    """One page, as large as its room (`fit`) or as large as on paper, then it scrolls."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(1, 1)
        self.sheet = _Sheet(name)
        self.setWidget(self.sheet)
        self.viewport().setAutoFillBackground(False)
        self.sheet.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return QSize(theme.gap(320), theme.gap(240))

    def show_pdf(self, pdf: bytes | None, place: int = 0) -> None:
        """Show a page of a file, or nothing."""
        self.sheet.show_pdf(pdf, place)
        self._resize_sheet()

    def show_place(self, place: int) -> None:
        """Another page of the same file."""
        self.sheet.place = place
        self._resize_sheet()

    def pages(self) -> int:
        return self.sheet.count()

    def set_fit(self, fit: bool) -> None:
        self.sheet.fit = fit
        # At true size the arrow keys have to reach the parts that lie outside.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if fit else Qt.FocusPolicy.TabFocus)
        self._resize_sheet()

    def set_name(self, name: str) -> None:
        self.sheet.setAccessibleName(name)

    def _resize_sheet(self) -> None:
        self.sheet.setMinimumSize(QSize(1, 1) if self.sheet.fit else self.sheet.true_size())
        self.sheet.update()


class _Sheet(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.fit = True
        self.place = 0
        self._pdf = b""
        self._sizes: list[QSizeF] = []
        self._drawn: tuple[int, int, QImage] | None = None
        self.setAccessibleName(name)

    def count(self) -> int:
        return len(self._sizes)

    def show_pdf(self, pdf: bytes | None, place: int) -> None:
        self._pdf, self._sizes, self._drawn = pdf or b"", [], None
        if pdf:
            with PdfPages(pdf) as pages:
                self._sizes = [pages.size(at) for at in range(len(pages))]
        self.place = min(place, max(0, self.count() - 1))

    def true_size(self) -> QSize:
        """The page at 100 %, with the margin round it."""
        if not self._sizes:
            return QSize(1, 1)
        return (self._sizes[self.place] * _SCREEN).toSize() + QSize(8, 8)

    def true_points(self) -> QSizeF:
        """The size of the page shown, in points."""
        return self._sizes[self.place] if self._sizes else QSizeF(612, 792)

    def page_rect(self) -> QRect:
        """Where the page lies, in pixels of the widget."""
        if not self._sizes:
            return QRect()
        size = self._sizes[self.place]
        ratio = size.height() / size.width()
        if self.fit:
            width = min(self.width() - 4, int((self.height() - 4) / ratio))
        else:
            width = round(size.width() * _SCREEN)
        width = max(8, width)
        high = max(8, round(width * ratio))
        return QRect((self.width() - width) // 2, (self.height() - high) // 2, width, high)

    def image(self, width: int) -> QImage:
        """The page at this many device pixels; drawn once for each width."""
        if self._drawn is None or self._drawn[:2] != (self.place, width):
            # Opened for each picture: a file kept open would have to be closed by somebody.
            with PdfPages(self._pdf) as pages:
                self._drawn = (self.place, width, pages.image(self.place, width))
        return self._drawn[2]

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._sizes:
            return
        rect = self.page_rect()
        painter = QPainter(self)
        picture = self.image(round(rect.width() * self.devicePixelRatioF()))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(rect, picture)
        painter.setPen(QPen(theme.color("button_edge"), theme.line()))
        painter.drawRect(rect)


class PageBar(QWidget):
    """ "2 of 34" between two arrows, and Fit / 100 %; `moved(place)`, `fit_chosen(bool)`."""

    moved = Signal(int)
    fit_chosen = Signal(bool)

    def __init__(self, before: str, after: str, parent: QWidget | None = None) -> None:
        """`before` and `after` are what the arrows are called."""
        super().__init__(parent)
        self._place, self._total = 0, 0
        self.back = IconButton("chevron-left", before, lambda: self._move(-1))
        self.words = Label("", "name")
        self.forth = IconButton("chevron-right", after, lambda: self._move(1))
        pieces = [("fit", _("Fit")), ("whole", _("100 %"))]
        self.zoom = Segment(pieces, _("Size of the page on the screen"))
        self.zoom.chosen.connect(lambda key: self.fit_chosen.emit(key == "fit"))
        layout = theme.across(self, 4)
        for part in (self.back, self.words, self.forth):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(self.zoom)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_place(0, 0)

    def set_place(self, place: int, total: int) -> None:
        """`place` counts from 0."""
        self._place, self._total = place, total
        told = _("{place} of {total}")
        shown = told.format(place=format_number(place + 1), total=format_number(total))
        self.words.setText(shown if total else "")
        self.back.setEnabled(place > 0)
        self.forth.setEnabled(place + 1 < total)

    def _move(self, step: int) -> None:
        self.moved.emit(min(self._total - 1, max(0, self._place + step)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The sizes give way to the arrows where both have no room."""
        parts = (self.back, self.words, self.forth)
        taken = sum(part.sizeHint().width() for part in parts) + theme.gap(24)
        self.zoom.setVisible(taken + self.zoom.sizeHint().width() <= self.width())
