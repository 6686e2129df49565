# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The head of a table: painted words with a small sort arrow, and the choice of columns."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QMenu

from coordinator.i18n import _
from ui import icons, theme
from ui.table.delegate import BETWEEN, FIRST_LEFT
from ui.widgets import painting

if TYPE_CHECKING:
    from ui.table.painted import PaintedTable


class Header(QHeaderView):
    """Column heads; a right click offers the columns to show."""

    def __init__(self, view: "PaintedTable[Any]") -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(24)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer_columns)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.px(18) + theme.gap(16))

    def title_width(self, section: int) -> int:
        """Pixels the head needs with its sort arrow."""
        first = section == self._view.first_column
        spare = theme.gap(FIRST_LEFT if first else BETWEEN) + theme.gap(BETWEEN)
        title = self._view.model_.columns[section].title
        arrow = theme.px(12) + theme.gap(4) if title else 0
        return painting.text_width(title, "head") + 2 + arrow + spare

    def sectionSizeFromContents(self, section: int) -> QSize:
        return QSize(self.title_width(section), self.sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        view = self._view
        painter.fillRect(rect, theme.color("surface"))
        thick = theme.line()
        painter.fillRect(
            rect.left(), rect.bottom() + 1 - thick, rect.width(), thick, theme.color("line")
        )
        column = view.model_.columns[section]
        left = theme.gap(FIRST_LEFT if section == view.first_column else BETWEEN)
        room = rect.adjusted(left, 0, -theme.gap(BETWEEN), 0)
        sorted_here = view.model_.sorted_by == section
        ink = theme.color("text" if sorted_here else "text2")
        size = theme.px(12)
        width = min(painting.text_width(column.title, "head") + 2, room.width())
        start = room.left()
        if column.right:
            start = max(room.left(), room.right() + 1 - width)
            if sorted_here:
                start = max(room.left(), start - size - theme.gap(3))
        word = QRect(start, room.top(), width, room.height())
        painting.words(painter, word, column.title, "head", ink)
        if sorted_here:
            arrow = "chevron-down" if view.model_.descending else "chevron-up"
            top = rect.top() + (rect.height() - size) / 2
            icons.paint(painter, arrow, start + width + theme.gap(2), top, size, ink, 3.5)

    def _offer_columns(self, at: QPoint) -> None:
        self.column_menu().popup(self.mapToGlobal(at))

    def column_menu(self) -> QMenu:
        """The menu of columns; the last one shown cannot be hidden."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = self.count() - self.hiddenSectionCount()
        for section, column in enumerate(self._view.model_.columns):
            action = menu.addAction((column.title or _("Tick")).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(section))
            action.setEnabled(self.isSectionHidden(section) or shown > 1)
            action.toggled.connect(lambda on, section=section: self._view.widths.show(section, on))
        menu.addSeparator()
        menu.addAction(_("Reset columns"), self._view.widths.reset)
        return menu
