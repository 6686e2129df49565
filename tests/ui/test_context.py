# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Writing, undoing, reloading, working in the background, and what becomes of errors."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coordinator.errors import Cancelled, Problem
from coordinator.store import Db, Store
from coordinator.store.models import Family
from ui import errors
from ui.context import Context
from ui.errors import ReportDialog
from ui.page import Page
from ui.tasks import InlineTasks, Tasks
from ui.widgets import Label


def add_family(name: str) -> Callable[[Db], None]:
    def deed(db: Db) -> None:
        db.add(Family(name=name))

    return deed


class FamilyNames(Page):
    uses = {"family"}

    def build(self) -> None:
        self.loads = 0
        self.names = Label("")
        self.body.addWidget(self.names)

    def load(self, db: Db) -> None:
        self.loads += 1
        self.names.setText(", ".join(family.name for family in db.query(Family)))


@pytest.fixture
def page(ctx: Context, qtbot: QtBot) -> FamilyNames:
    made = FamilyNames(ctx)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def said() -> Iterator[list[str]]:
    heard: list[str] = []
    errors.install(heard.append)
    yield heard
    errors.uninstall()


def test_write_tells_the_tables_and_says_so(ctx: Context, qtbot: QtBot) -> None:
    toasts: list[tuple[str, bool]] = []
    ctx.said.connect(lambda words, undo: toasts.append((words, undo)))
    heard: list[set[str]] = []
    ctx.changed.connect(heard.append)
    with qtbot.waitSignal(ctx.saved):
        ctx.write("New family", add_family("Peña"), toast="Peña is kept")
    assert "family" in heard[0]
    assert toasts == [("Peña is kept", True)]


def test_a_refused_write_leaves_nothing_and_passes_on(ctx: Context) -> None:
    def refuse(db: Db) -> None:
        db.add(Family(name="Half"))
        raise Problem("No.")

    with pytest.raises(Problem):
        ctx.write("New family", refuse)
    with ctx.read() as db:
        assert db.query(Family).count() == 0


def test_undo_and_redo_name_the_step(ctx: Context) -> None:
    toasts: list[str] = []
    ctx.said.connect(lambda words, _undo: toasts.append(words))
    ctx.write("New family", add_family("Peña"))
    ctx.undo()
    with ctx.read() as db:
        assert db.query(Family).count() == 0
    ctx.redo()
    with ctx.read() as db:
        assert db.query(Family).count() == 1
    assert toasts == ["Undone: New family", "Done again: New family"]


def test_page_loads_when_first_shown_and_not_before(page: FamilyNames) -> None:
    assert page.loads == 0
    page.show()
    assert page.loads == 1
    page.hide()
    page.show()
    assert page.loads == 1


def test_visible_page_reloads_when_its_tables_change(page: FamilyNames, ctx: Context) -> None:
    page.show()
    ctx.write("New family", add_family("Peña"))
    assert page.names.text() == "Peña"


def test_hidden_page_waits_until_it_is_shown(page: FamilyNames, ctx: Context) -> None:
    page.show()
    page.hide()
    ctx.write("New family", add_family("Peña"))
    assert page.loads == 1
    page.show()
    assert page.names.text() == "Peña"


def test_page_is_not_disturbed_by_other_tables(page: FamilyNames, ctx: Context) -> None:
    page.show()
    ctx.changed.emit({"setting"})
    assert page.loads == 1


def test_work_runs_beside_and_reports_here(qtbot: QtBot) -> None:
    tasks = Tasks()
    here, seen = threading.get_ident(), []
    steps: list[tuple[int, int]] = []
    tasks.progressed.connect(lambda _task, done, total: steps.append((done, total)))

    def work(progress: Callable[[int, int], None]) -> int:
        seen.append(threading.get_ident())
        progress(1, 2)
        return 42

    results: list[Any] = []

    def done(result: int) -> None:
        seen.append(threading.get_ident())
        results.append(result)

    tasks.run("Counting", work, done=done)
    qtbot.waitUntil(lambda: not tasks.busy())
    assert results == [42]
    assert seen[0] != here
    assert seen[1] == here
    assert steps == [(1, 2)]


def test_two_pieces_of_work_never_meet(qtbot: QtBot) -> None:
    tasks, running, most = Tasks(), [0], [0]
    lock = threading.Lock()

    def work(_progress: Callable[[int, int], None]) -> None:
        with lock:
            running[0] += 1
            most[0] = max(most[0], running[0])
        threading.Event().wait(0.02)
        with lock:
            running[0] -= 1

    for number in range(4):
        tasks.run(f"Work {number}", work)
    qtbot.waitUntil(lambda: not tasks.busy())
    assert most == [1]


def test_cancel_stops_at_the_next_report(qtbot: QtBot) -> None:
    tasks = Tasks()
    reached = threading.Event()

    def work(progress: Callable[[int, int], None]) -> None:
        for step in range(10_000):
            progress(step, 10_000)
            reached.set()
            threading.Event().wait(0.001)

    told: list[str] = []
    task = tasks.run(
        "Long",
        work,
        done=lambda _result: told.append("done"),
        cancelled=lambda: told.append("cancelled"),
    )
    reached.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: not tasks.busy())
    assert told == ["cancelled"]


def test_failed_work_goes_to_its_own_handler_or_is_said(said: list[str]) -> None:
    def work(_progress: Callable[[int, int], None]) -> None:
        raise Problem("The disk is full.")

    tasks, failures = InlineTasks(), []
    tasks.run("Work", work, failed=failures.append)
    assert [str(failure) for failure in failures] == ["The disk is full."]
    tasks.run("Work", work)
    assert said == ["The disk is full."]


def test_change_made_in_the_worker_is_heard_here(store: Store, qtbot: QtBot) -> None:
    context = Context(store, Tasks())
    heard: list[int] = []
    context.changed.connect(lambda _tables: heard.append(threading.get_ident()))

    def work(_progress: Callable[[int, int], None]) -> None:
        with store.write("New family") as db:
            db.add(Family(name="Peña"))

    context.tasks.run("Import", work)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [threading.get_ident()]
    context.close()


def test_what_is_not_foreseen_is_reported_once_and_can_be_copied(
    said: list[str], qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise ValueError("name of a child")

    for _n in range(2):
        try:
            fail()
        except ValueError as error:
            errors.show(error)
    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, ReportDialog)]
    assert len(dialogs) == 1
    qtbot.addWidget(dialogs[0])
    dialogs[0].copy.click()
    assert "ValueError: name of a child" in QGuiApplication.clipboard().text()
    assert "name of a child" not in caplog.text
    assert "test_context.py" in caplog.text
    assert said == []


def test_cancelled_needs_no_words(said: list[str]) -> None:
    errors.show(Cancelled())
    assert said == []
    assert not [w for w in QApplication.topLevelWidgets() if _is_open_report(w)]


def _is_open_report(widget: QWidget) -> bool:
    return isinstance(widget, ReportDialog) and widget.isVisible()
