# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Plain words on the screen."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import theme


class Label(QLabel):
    """Plain text (never markup) in one role of the type scale (`theme.fonts.ROLES`).

    With `wrap` it takes more lines; with `elide` it ends in an ellipsis and says all in a tool tip.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        *,
        wrap: bool = False,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self._role = role
        self.setFont(theme.font(role))
        self.setWordWrap(wrap)
        self._elide = elide
        self._whole = ""
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        elif wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        self._whole = text
        if self._elide:
            self._shorten()
        else:
            super().setText(text)

    def whole_text(self) -> str:
        """The text as given, also where the screen shows it shortened."""
        return self._whole

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFont(theme.font(self._role))

    def whole_width(self) -> int:
        """Pixels that the whole text takes in one line."""
        return self.fontMetrics().horizontalAdvance(self._whole) + 2

    def stop_eliding(self) -> None:
        """Show all of it again and ask for the room."""
        self._elide = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        super().setText(self._whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._elide:
            self._shorten()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self.whole_width(), hint.height()) if self._elide else hint

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        if self._elide:
            return QSize(0, hint.height())
        if self.wordWrap():
            # Qt's own guess is a narrow column of many lines; layouts ask heightForWidth anyway.
            return QSize(min(hint.width(), theme.px(80)), self.fontMetrics().height())
        return hint

    def _shorten(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 24)
        )
        super().setText(shown)
        # Tool tips take markup: what looks like it must stay letters.
        tip = self._whole.replace("&", "&amp;").replace("<", "&lt;")
        self.setToolTip("" if shown == self._whole else f"<span>{tip}</span>")
        self.setAccessibleName(self._whole)
