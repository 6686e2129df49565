# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What happens to an error: a refusal is said in words, anything else is reported once."""

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget

from coordinator.errors import Cancelled, Problem
from coordinator.i18n import _
from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.layout import Message

log = logging.getLogger(__name__)


class _Hook:
    say: Callable[[str], object] | None = None
    seen: set[str] = set()


def install(say: Callable[[str], object]) -> None:
    """From now on refusals go to `say`, and all else to the report dialog."""
    _Hook.say = say
    sys.excepthook = _excepthook


def uninstall() -> None:
    """Errors rise again, as in tests."""
    _Hook.say = None
    _Hook.seen = set()
    sys.excepthook = sys.__excepthook__


def show(error: BaseException) -> None:
    """Say or report an error; where nothing is installed, as in tests, it is raised."""
    if _Hook.say is None:
        raise error
    if isinstance(error, Problem):
        _Hook.say(str(error))
    elif not isinstance(error, Cancelled):
        _report(error)


def _excepthook(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        show(error)


def _report(error: BaseException) -> None:
    text = "".join(traceback.format_exception(error))
    # Values in the message may be names of people: the log keeps only where it happened.
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames]
    log.error("unexpected %s at %s", type(error).__name__, " > ".join(places))
    key = f"{type(error).__name__} {places}"
    if key not in _Hook.seen and QApplication.instance() is not None:
        _Hook.seen.add(key)
        ReportDialog(text, QApplication.activeWindow()).open()


class ReportDialog(QDialog):
    """Says that something unforeseen happened; nothing is sent anywhere."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Something went wrong"))
        self._details = details
        self.shown = QPlainTextEdit(details)
        self.shown.setReadOnly(True)
        self.shown.setAccessibleName(_("Details of the error"))
        self.shown.setVisible(False)
        self.copy = Button(_("Copy details"), "quiet", "copy", clicked=self._copy)
        look = Button(_("Show details"), "quiet", clicked=self._show)
        close = Button(_("Close"), "filled", clicked=self.accept)
        message = Message(
            _("Something went wrong that we did not foresee"),
            _(
                "What was saved before is safe; the last step may not have been done. "
                "You can go on working. Nothing was sent anywhere."
            ),
            [look, self.copy, close],
        )
        layout = theme.column(self, 12, 20)
        layout.addWidget(message)
        layout.addWidget(self.shown, 1)
        self.setMinimumWidth(theme.gap(520))

    def _show(self) -> None:
        self.shown.setVisible(not self.shown.isVisible())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
