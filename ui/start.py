# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The first window: painted before anything heavy is imported; it becomes the program."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

import resources
from coordinator.i18n import _
from ui import local_settings

# Rail, ground and words of the light and the dark theme; the theme itself, with its fonts, is
# loaded after this window has been painted.
_LIGHT = ("#F0ECE5", "#F8F6F2", "#59544C")
_DARK = ("#161817", "#1C1E1D", "#BDBAB3")
_RAIL, _BAR, _SIGN = 172, 39, 72


class StartWindow(QWidget):
    """The ground of the main window, where it will stand, with our sign and one sentence.

    `opened` is called once, after the first paint.
    """

    def __init__(self, opened: Callable[[], object]) -> None:
        super().__init__()
        self._opened: Callable[[], object] | None = opened
        self.setWindowTitle(_("Coordinator"))
        self.resize(1366, 740)
        geometry = local_settings.geometry("main")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        self._sign = QSvgRenderer(QByteArray((resources.ROOT / "logo.svg").read_bytes()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        asked = local_settings.text("theme", "auto")
        scheme = QApplication.styleHints().colorScheme()
        dark = asked == "dark" or (asked == "auto" and scheme == Qt.ColorScheme.Dark)
        rail, ground, ink = (QColor(name) for name in (_DARK if dark else _LIGHT))
        painter = QPainter(self)
        painter.fillRect(self.rect(), ground)
        painter.fillRect(0, 0, _RAIL, self.height(), rail)
        painter.fillRect(0, 0, self.width(), _BAR, rail)
        left = (self.width() + _RAIL - _SIGN) / 2
        top = self.height() / 2 - _SIGN
        self._sign.render(painter, QRectF(left, top, _SIGN, _SIGN))
        painter.setPen(ink)
        words = QRectF(_RAIL, top + _SIGN + 16, self.width() - _RAIL, _SIGN)
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(words, int(centre), _("Opening your school…"))
        if self._opened is not None:
            # The paint must reach the screen before the imports keep this thread busy.
            QTimer.singleShot(0, self._opened)
            self._opened = None
