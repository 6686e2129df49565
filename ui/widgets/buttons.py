# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Buttons: filled (one per screen), default, tonal, quiet, link; and buttons with only an icon."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import icons, theme
from ui.widgets import painting

HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
KINDS = ("filled", "default", "tonal", "quiet", "link")


class Button(QPushButton):
    """A button that paints itself in its kind and state.

    `shortcut` is shown in the tool tip. A disabled button should be given its reason by
    `setToolTip`.
    """

    def __init__(
        self,
        text: str,
        kind: str = "default",
        icon: str = "",
        clicked: Callable[[], object] | None = None,
        *,
        tip: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.kind = kind
        self.icon_name = icon
        self.on_toast = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setToolTip(tip)
        if name:
            self.setAccessibleName(name)
        if kind == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if clicked is not None:
            self.clicked.connect(lambda: clicked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Outside dialogs Qt presses a button with Space only; people expect Enter to do it too.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & HELD:
            self.click()
        else:
            super().keyPressEvent(event)

    def _role(self) -> str:
        if self.kind == "link":
            return "button"
        return "name" if self.kind in ("filled", "tonal") else "button"

    def _padding(self) -> int:
        return theme.gap(2 if self.kind == "link" else 13)

    def _words(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def sizeHint(self) -> QSize:
        width = 2 * self._padding()
        if self.icon_name:
            width += theme.px(18)
        if self.text():
            width += painting.text_width(self._words(), self._role()) + 2
        if self.icon_name and self.text():
            width += theme.gap(8)
        if self.menu() is not None:
            width += theme.px(14) + theme.gap(6)
        return QSize(width, theme.high(28 if self.kind == "link" else 34))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Fill, border and ink in the present state."""
        hover, down = self.underMouse(), self.isDown() or self.isChecked()
        colour = theme.color
        contrast = theme.is_contrast()
        if self.kind == "link":
            return None, None, colour("toast_link" if self.on_toast else "acctext")
        if not self.isEnabled():
            if self.kind == "quiet":
                return None, None, colour("text3")
            return colour("sunken"), colour("line"), colour("text3")
        if self.on_toast:
            return None, None, colour("on_toast")
        if self.kind == "filled":
            name = "accent_pressed" if down else "accent_hover" if hover else "accent"
            return colour(name), None, colour("on")
        if self.kind == "tonal":
            fill = colour("press" if down else "hover" if hover and contrast else "soft")
            border = colour("line") if contrast else colour("accent") if hover else None
            return fill, border, colour("acctext")
        ground = colour("press") if down else colour("hover") if hover else None
        if self.kind == "quiet":
            return ground, None, colour("text")
        return (
            ground or colour("surface"),
            colour("edge" if hover else "button_edge"),
            colour("text"),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painting.start(self)
        fill, border, ink = self._colours()
        if fill is not None or border is not None:
            painting.box(painter, self.rect(), theme.gap(7), fill, border, theme.line())
        metrics = QFontMetrics(theme.font(self._role()))
        inner = self.sizeHint().width() - 2 * self._padding()
        left = (self.width() - inner) // 2
        if self.icon_name:
            size = theme.px(18)
            icons.paint(painter, self.icon_name, left, (self.height() - size) / 2, size, ink)
            left += size + (theme.gap(8) if self.text() else 0)
        width = metrics.horizontalAdvance(self._words()) + 2
        painting.words(
            painter, QRect(left, 0, width, self.height()), self._words(), self._role(), ink
        )
        if self.kind == "link":
            base = (self.height() + metrics.ascent() - metrics.descent()) // 2 + theme.px(2)
            painter.fillRect(left, base, width - 2, max(1, theme.px(1.2)), ink)
        if self.menu() is not None:
            size = theme.px(14)
            icons.paint(
                painter,
                "chevron-down",
                left + width + theme.gap(6),
                (self.height() - size) / 2,
                size,
                ink,
            )


class IconButton(Button):
    """A quiet square button with an icon alone; its name is spoken and shown as a tool tip."""

    def __init__(
        self,
        icon: str,
        name: str,
        clicked: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "quiet", icon, clicked, tip=name, name=name, parent=parent)

    def sizeHint(self) -> QSize:
        side = theme.high(34)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painting.start(self)
        fill, _border, ink = self._colours()
        if fill is not None:
            painting.box(painter, self.rect(), theme.gap(7), fill)
        size = theme.px(18)
        icons.paint(
            painter,
            self.icon_name,
            (self.width() - size) / 2,
            (self.height() - size) / 2,
            size,
            ink,
        )
