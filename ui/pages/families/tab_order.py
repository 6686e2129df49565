# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Tab follows the eye, also where parts were added later than what stands below them."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def stops(root: QWidget) -> Iterator[QWidget]:
    """The controls in a widget that Tab can reach, in the order of its layouts."""
    layout = root.layout()
    if layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        inner, widget = (item.layout(), item.widget()) if item is not None else (None, None)
        if inner is not None:
            yield from _in_layout(inner)
        if widget is not None:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield widget
            yield from stops(widget)


def follow_layout(root: QWidget) -> None:
    """Put the controls of a widget into reading order."""
    for before, after in pairwise(stops(root)):
        QWidget.setTabOrder(before, after)
