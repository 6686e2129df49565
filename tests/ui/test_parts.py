# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The checks of UX section 7 on every part: names, focus, targets, contrast, clipping."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.parts import Parts
from ui import theme
from ui.theme.tokens import ratio
from ui.widgets import (
    Label,
)

THEMES = ("light", "dark", "contrast")


@pytest.fixture
def parts(qtbot: QtBot, qapp: QApplication) -> Iterator[Parts]:
    window = Parts()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitActive(window)
    yield window
    window.close()


def focusable(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not isinstance(widget, QScrollBar)
    ]


def own_name(widget: QWidget) -> str:
    """UX check 1: Qt's own answer differs between systems, so we look ourselves."""
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def test_every_control_has_a_name(parts: Parts) -> None:
    found = focusable(parts)
    assert len(found) > 20
    assert [type(widget).__name__ for widget in found if not own_name(widget)] == []


def test_tab_goes_all_the_way_round(parts: Parts) -> None:
    parts.filled[0].setFocus(Qt.FocusReason.TabFocusReason)
    start = QApplication.focusWidget()
    seen = []
    for _n in range(60):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is start:
            break
    assert seen[-1] is start
    assert parts.table in seen
    for view in parts.findChildren(QAbstractItemView):
        if isinstance(view, QTableView):
            assert not view.tabKeyNavigation()


@pytest.mark.parametrize("name", THEMES)
def test_focus_is_seen_on_every_control(name: str, parts: Parts, qapp: QApplication) -> None:
    theme.apply(qapp, name, 100)
    parts.filled[0].setFocus(Qt.FocusReason.TabFocusReason)
    qapp.processEvents()
    before = parts.grab().toImage()
    for _n in range(len(focusable(parts))):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        qapp.processEvents()
        after = parts.grab().toImage()
        now = QApplication.focusWidget()
        corner = now.mapTo(parts, QPoint(0, 0))
        around = QRect(corner, now.size()).adjusted(-5, -5, 5, 5).intersected(parts.rect())
        assert changed_pixels(before, after, around) >= 100, (type(now).__name__, own_name(now))
        before = after


def changed_pixels(one: QImage, other: QImage, rect: QRect) -> int:
    return sum(
        one.pixel(x, y) != other.pixel(x, y)
        for y in range(rect.top(), rect.bottom() + 1)
        for x in range(rect.left(), rect.right() + 1)
    )


def test_pointer_shows_no_ring_and_keys_do(parts: Parts) -> None:
    button = parts.default[0]
    parts.name.line.setFocus()
    assert parts.ring.target() is None  # fields show it by their border
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is button
    assert parts.ring.target() is None
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Tab)
    assert parts.ring.target() is parts.default[1]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("checked", [True, False])
def test_tick_boxes_are_painted_with_contrast(
    name: str, checked: bool, parts: Parts, qapp: QApplication
) -> None:
    theme.apply(qapp, name, 100)
    box: QCheckBox = parts.tick if checked else parts.no_tick
    picture = parts.grab(QRect(box.mapTo(parts, QPoint(0, 0)), box.size())).toImage()
    ground = theme.color("surface").name()
    best = max(
        ratio(QColor(picture.pixel(x, y)).name(), ground)
        for x in range(22)
        for y in range(picture.height())
    )
    assert best >= 3


@pytest.mark.parametrize("percent", [100, 200])
def test_targets_are_big_enough(percent: int, parts: Parts, qapp: QApplication) -> None:
    theme.apply(qapp, "light", percent)
    parts.resize(2600, 1500)
    qapp.processEvents()
    least = 24 if percent == 100 else 32
    small = [
        (type(widget).__name__, own_name(widget), widget.width(), widget.height())
        for widget in focusable(parts)
        if min(widget.width(), widget.height()) < least
    ]
    assert small == []


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_part_clips_its_words(percent: int, parts: Parts, qapp: QApplication) -> None:
    theme.apply(qapp, "light", percent)
    parts.resize(2800, 1600)
    qapp.processEvents()
    clipped = []
    for widget in parts.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton | QTabBar):
            continue
        if isinstance(widget, Label) and widget.text() != widget.whole_text():
            clipped.append(widget.whole_text())
        if widget.height() < widget.minimumSizeHint().height():
            clipped.append(own_name(widget) or type(widget).__name__)
        if widget.width() < widget.minimumSizeHint().width():
            clipped.append(own_name(widget) or type(widget).__name__)
    assert clipped == []


def test_theme_changes_the_picture_at_once(parts: Parts, qapp: QApplication) -> None:
    light = parts.grab().toImage()
    theme.apply(qapp, "dark", 100)
    qapp.processEvents()
    dark = parts.grab().toImage()
    assert QColor(light.pixel(5, 5)).name().upper() == "#F8F6F2"
    assert QColor(dark.pixel(5, 5)).name().upper() == "#1C1E1D"


def test_placeholder_alone_is_no_name() -> None:
    # UX check 14: own_name must not fall for it.
    field = QLineEdit()
    field.setPlaceholderText("Name")
    assert own_name(field) == ""
    assert own_name(QComboBox()) == ""
