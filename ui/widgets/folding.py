# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Two parts side by side that stand below each other where there is no room."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui import theme


class Folding(QWidget):
    """`left` and `right` share the width as `shares` say; narrower than `limit` they fold.

    `limit` and `space` are in pixels at 100 %; the limit grows with the text.
    """

    def __init__(
        self,
        left: QWidget,
        right: QWidget,
        limit: int,
        *,
        shares: tuple[int, int] = (1, 0),
        space: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = (left, right)
        self._limit = limit
        self._layout = theme.across(self, space)
        self._layout.addWidget(left, shares[0])
        self._layout.addWidget(right, shares[1])

    def is_folded(self) -> bool:
        return self._layout.direction() == QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        # Side by side they need more; without this a scroll area would never let them fold.
        widest = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        wide = self.width() >= theme.px(self._limit)
        wanted = direction.LeftToRight if wide else direction.TopToBottom
        if self._layout.direction() != wanted:
            self._layout.setDirection(wanted)
            self.updateGeometry()
