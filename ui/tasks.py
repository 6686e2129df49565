# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The one background worker, so that two long pieces of work never meet."""

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from coordinator.errors import Cancelled
from ui import errors

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
Work = Callable[[Progress], Any]


@dataclass
class Task:
    """One piece of work on its way."""

    title: str
    work: Work
    done: Callable[[Any], object] | None = None
    failed: Callable[[BaseException], object] | None = None
    cancelled: Callable[[], object] | None = None
    stop: bool = False

    def cancel(self) -> None:
        """Ask the work to stop at its next progress report."""
        self.stop = True


class Tasks(QObject):
    """Runs pieces of work one after another in one thread; tells of them in the main thread."""

    started = Signal(object)
    progressed = Signal(object, int, int)
    ended = Signal(object)
    _finished = Signal(object, object, object)

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[Task] = deque()
        self._running: Task | None = None
        self._finished.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        title: str,
        work: Work,
        *,
        done: Callable[[Any], object] | None = None,
        failed: Callable[[BaseException], object] | None = None,
        cancelled: Callable[[], object] | None = None,
    ) -> Task:
        """Start `work(progress)` when its turn comes; then `done(result)`.

        `progress(done, total)` raises Cancelled once the user has asked to stop. Without `failed`
        an error goes to the error dialog.
        """
        task = Task(title, work, done, failed, cancelled)
        self._waiting.append(task)
        self._next()
        return task

    def busy(self) -> bool:
        return self._running is not None or bool(self._waiting)

    def current(self) -> Task | None:
        return self._running

    def _next(self) -> None:
        if self._running is None and self._waiting:
            self._running = self._waiting.popleft()
            self.started.emit(self._running)
            Thread(target=self._work, args=(self._running,), daemon=True).start()

    def _work(self, task: Task) -> None:
        result, error = self._result(task)
        self._finished.emit(task, result, error)

    def _result(self, task: Task) -> tuple[Any, BaseException | None]:
        def progress(done: int, total: int) -> None:
            if task.stop:
                raise Cancelled
            self.progressed.emit(task, done, total)

        try:
            return task.work(progress), None
        except BaseException as error:  # noqa: BLE001 - handed to the main thread, none is lost
            return None, error

    def _end(self, task: Task, result: Any, error: BaseException | None) -> None:
        self._running = None
        self.ended.emit(task)
        try:
            self._report(task, result, error)
        finally:
            self._next()

    def _report(self, task: Task, result: Any, error: BaseException | None) -> None:
        if error is None:
            if task.done is not None:
                task.done(result)
        elif isinstance(error, Cancelled):
            if task.cancelled is not None:
                task.cancelled()
        elif task.failed is not None:
            task.failed(error)
        else:
            errors.show(error)


class InlineTasks(Tasks):
    """For tests: the work is done before `run` returns."""

    def _next(self) -> None:
        if self._running is None and self._waiting:
            task = self._running = self._waiting.popleft()
            self.started.emit(task)
            self._end(task, *self._result(task))
