# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The screen "Bring in your list": File, Check, Done."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from coordinator.errors import Problem
from coordinator.i18n import _, ngettext
from coordinator.importing import Doubt, Result, apply
from coordinator.store import Db
from ui import errors, theme
from ui.page import Page
from ui.pages.import_list.check_step import CheckStep
from ui.pages.import_list.reading import Choices, Prepared, Progress, prepare
from ui.pages.import_list.source_options import described
from ui.pages.import_list.steps import DoneStep, FileStep
from ui.tasks import Task
from ui.widgets import Button, PageHeader, Step, StepBar

FILE, CHECK, DONE = range(3)


def dropped_paths(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    """The files and folders that are being dropped; empty for anything else."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


class Header(PageHeader):
    """Its buttons are there only while a list is being checked."""

    buttons_shown = False

    def show_buttons(self, on: bool) -> None:
        self.buttons_shown = on
        self.buttons[-1].setVisible(on)
        self._fold()

    def _fold(self) -> None:
        super()._fold()
        if not self.buttons_shown:
            for part in (self.more, *self.buttons):
                part.hide()


class ImportListPage(Page):
    """Nothing is written before Import, and then all of it as one step.

    `left()` is sent when the user is through, or gives up.
    """

    ground = "canvas"
    left = Signal()

    @classmethod
    def ask(cls, parent: QWidget) -> list[Path]:
        """The files that the user chooses; empty where none."""
        kinds = _("Lists ({endings})").format(
            endings="*.csv *.tsv *.txt *.xlsx *.xlsm *.xlsb *.xls *.ods *.zip"
        )
        title, others = _("Choose your list"), _("All files")
        files, _kind = QFileDialog.getOpenFileNames(parent, title, "", f"{kinds};;{others} (*)")
        return [Path(file) for file in files]

    def build(self) -> None:
        self._paths: list[Path] = []
        self._prepared: Prepared | None = None
        self._wanted = Choices()
        self._task: Task | None = None
        self._label = ""
        self.how_button = Button(_("How it is read"), "default", "sliders", self._toggle_options)
        self.other_button = Button(_("Other file"), "default", "sheet", self._choose)
        self.header = Header(_("Bring in your list"), buttons=[self.how_button, self.other_button])
        self.steps = StepBar(
            [Step(_("File")), Step(_("Check")), Step(_("Done"))], _("Steps of bringing in a list")
        )
        self.file_step = FileStep(self._choose)
        self.check_step = CheckStep()
        self.done_step = DoneStep(self._undo, self._go_on)
        self.check_step.cancel.clicked.connect(self.give_up)
        self.check_step.back.clicked.connect(lambda: self.show_step(FILE))
        self.check_step.import_button.clicked.connect(self.bring_in)
        self.check_step.columns.chosen.connect(self._send)
        self.check_step.options.changed.connect(self.read)
        self.check_step.rows.answered.connect(self._answer)
        self.stack = QStackedWidget()
        for step in (self.file_step, self.check_step, self.done_step):
            self.stack.addWidget(step)
        inside = theme.column(space=12, margins=(28, 16, 28, 12))
        inside.addWidget(self.header)
        inside.addWidget(self.steps)
        inside.addWidget(self.stack, 1)
        self.body.addLayout(inside)
        self.steps.currentChanged.connect(self.show_step)
        self.setAcceptDrops(True)
        self.show_step(FILE)

    def load(self, db: Db) -> None:
        """Nothing: what is shown is the file's."""

    def open(self, what: dict[str, Any]) -> None:
        """`paths` are read at once; without any, a file is to be chosen."""
        self._prepared, self._paths = None, [Path(path) for path in what.get("paths", ())]
        self.file_step.say("")
        self.show_step(FILE)
        self.check_step.accept_rejects.setChecked(False)
        if self._paths:
            self.read(Choices())
        else:
            self.file_step.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        return True

    def give_up(self) -> None:
        """Back to where the user came from; nothing was written."""
        if self._task is not None:
            self._task.cancel()
        self._prepared, self._wanted = None, Choices()  # an answer that comes late is dropped
        self.show_step(FILE)
        self.left.emit()

    # Steps

    def show_step(self, step: int) -> None:
        """File, Check or Done."""
        if step == CHECK and self._prepared is None:
            step = FILE
        self.stack.setCurrentIndex(step)
        blocker = QSignalBlocker(self.steps)
        self.steps.set_steps(
            [
                Step(_("File"), done=step > FILE),
                Step(_("Check"), done=step > CHECK),
                Step(_("Done"), done=step == DONE),
            ]
        )
        self.steps.setTabEnabled(CHECK, self._prepared is not None and step != DONE)
        self.steps.setTabEnabled(DONE, step == DONE)
        self.steps.setCurrentIndex(step)
        blocker.unblock()
        self.header.set_line(described(self._prepared) if self._prepared and step else "")
        self.header.show_buttons(step == CHECK)

    # Reading and checking

    def _choose(self) -> None:
        paths = self.ask(self)
        if paths:
            self.open({"paths": paths})

    def read(self, choices: Choices) -> None:
        """Read and check in the background; an answer that came too late is dropped."""
        if self._task is not None:
            self._task.cancel()
        self._wanted = choices
        work = partial(prepare, self.ctx.store, self._paths, choices, self._prepared)
        self.check_step.set_busy(True)
        self._task = self.ctx.tasks.run(
            _("Reading your list…"),
            work,
            done=partial(self._was_read, choices),
            failed=partial(self._not_read, choices),
            cancelled=partial(self._was_stopped, choices),
        )

    def _was_read(self, choices: Choices, prepared: Prepared) -> None:
        if choices is self._wanted:
            self._task, self._prepared = None, prepared
            self.check_step.set_busy(False)
            self.check_step.show_prepared(prepared)
            first = self.stack.currentIndex() != CHECK
            self.show_step(CHECK)
            if first:  # later the keyboard stays with the column that was sent elsewhere
                self.check_step.take_focus()

    def _not_read(self, choices: Choices, error: BaseException) -> None:
        if not isinstance(error, Problem):
            errors.show(error)
        if choices is self._wanted:
            self._task = None
            self.check_step.set_busy(False)
            self.show_step(FILE)
            self.file_step.say(str(error))
            self.file_step.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _was_stopped(self, choices: Choices) -> None:
        if choices is self._wanted:
            self._task = None
            self.check_step.set_busy(False)
            if self._prepared is not None:
                self.check_step.show_prepared(self._prepared)

    def _toggle_options(self) -> None:
        self.check_step.options.setVisible(not self.check_step.options.isVisible())

    def _send(self, heading: str, field: str) -> None:
        self.read(self._wanted.with_column(heading, field))

    def _answer(self, doubt: Doubt, same: bool) -> None:
        self.read(self._wanted.with_same(doubt.key, doubt.person_id if same else None))

    # Writing

    def bring_in(self) -> None:
        """Write the plan as one step, in the background."""
        if self._prepared is None or self._prepared.plan is None:
            return
        plan = self._prepared.plan
        accept = self.check_step.accept_rejects.isChecked()
        self._label = _("Import {file}").format(file=self._prepared.source.title)

        def work(progress: Progress) -> Result:
            return self.ctx.write(self._label, lambda db: apply(db, plan, accept, progress))

        self.check_step.set_busy(True)
        self._task = self.ctx.tasks.run(
            _("Bringing in your list…"), work, done=self._was_written, failed=self._not_written,
            cancelled=lambda: self.check_step.set_busy(False),
        )  # fmt: skip

    def _was_written(self, result: Result) -> None:
        self._task = None
        self.check_step.set_busy(False)
        self.done_step.show_result(result)
        self.show_step(DONE)
        self.done_step.go.setFocus()
        came = result.counts["new"] + result.counts["changed"]
        told = ngettext("{count} row came in", "{count} rows came in", came)
        self.ctx.say(told.format(count=came), undo=True)

    def _not_written(self, error: BaseException) -> None:
        self._task = None
        self.check_step.set_busy(False)
        errors.show(error)

    def _go_on(self) -> None:
        """On to what came in."""
        self.left.emit()
        if self._prepared is not None and self._prepared.kind == "hours":
            self.ctx.go("volunteers")

    def _undo(self) -> None:
        """Only the import is taken back here, never a step that came after it."""
        if self.ctx.store.undo_label() != self._label:
            self.ctx.say(
                _("Other steps came after the import: undo those first, in the Edit menu.")
            )
            return
        self.ctx.undo()
        self.read(self._wanted)

    # Keys, dropping and room

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, Button):
            focused.click()  # what the ring stands round is what Enter does
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths: Sequence[Path] = dropped_paths(event)
        event.acceptProposedAction()
        self.open({"paths": paths})

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.steps.set_short(self.width() < theme.gap(700))
