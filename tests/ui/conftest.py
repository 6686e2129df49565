# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A screen for tests: offscreen, our fonts, light theme, nothing that moves."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from coordinator.store import Store
from ui import theme
from ui.context import Context
from ui.tasks import InlineTasks


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # The offscreen platform says so of smallest sizes, menus and raised windows.
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(autouse=True)
def light_theme(qapp: QApplication) -> Iterator[None]:
    """Each test starts light and at 100 %, whatever the one before did."""
    if theme.name() != "light" or theme.text_percent() != 100 or not qapp.styleSheet():
        theme.apply(qapp, "light", 100)
        qapp.setCursorFlashTime(0)
    yield
    # Widgets of a finished test would only make the next ones slower.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # What is copied is freed by Qt when the process ends, after Python is gone: a crash.
    QGuiApplication.clipboard().clear()
    if theme.name() != "light" or theme.text_percent() != 100:
        theme.apply(qapp, "light", 100)


@pytest.fixture
def ctx(store: Store) -> Iterator[Context]:
    """A context on the empty school, with work done inline."""
    context = Context(store, InlineTasks())
    yield context
    context.close()
