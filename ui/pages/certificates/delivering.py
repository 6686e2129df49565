# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Bringing issued certificates onto paper or into a file, in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from coordinator.errors import Problem
from coordinator.files import write_whole
from coordinator.i18n import _, ngettext
from coordinator.recognition import RecognitionRow, get_recognitions, mark_printed
from coordinator.settings import Settings, load_settings
from ui import errors
from ui.pages.certificates.batch import draw_issued
from ui.printing import print_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

    from ui.context import Context
    from ui.printing import Progress

Ids = Sequence[int]


class Delivery:
    """Draws, then prints or saves, then notes that it is done; issued numbers are kept always.

    `done(ids, path or None)` when all is on paper (None) or in the file; `failed(ids, sentence)`
    when the printer or the disk refuses, or the user stops it.
    """

    def __init__(
        self,
        ctx: Context,
        done: Callable[[Ids, Path | None], object],
        failed: Callable[[Ids, str], object],
    ) -> None:
        self._ctx, self._done, self._failed = ctx, done, failed

    def print(self, ids: Ids, printer: QPrinter) -> None:
        """Print issued certificates on a printer that was chosen."""

        def work(rows: list[RecognitionRow], settings: Settings, progress: Progress) -> None:
            pdf = draw_issued(rows, settings, settings.paper, progress)
            print_pdf(pdf, printer, progress)

        self._run(_("Printing certificates"), ids, work, None)

    def save(self, ids: Ids, path: Path) -> None:
        """Write issued certificates into a PDF."""

        def work(rows: list[RecognitionRow], settings: Settings, progress: Progress) -> None:
            pdf = draw_issued(rows, settings, settings.paper, progress)
            with write_whole(path) as file:
                file.write(pdf)

        self._run(_("Making certificates"), ids, work, path)

    def _run(
        self,
        title: str,
        ids: Ids,
        work: Callable[[list[RecognitionRow], Settings, Progress], None],
        path: Path | None,
    ) -> None:
        with self._ctx.read() as db:
            rows, settings = get_recognitions(db, ids), load_settings(db)
        self._ctx.tasks.run(
            title,
            partial(work, rows, settings),
            done=lambda _nothing: self._note(ids, path),
            failed=lambda error: self._refused(ids, error),
            cancelled=lambda: self._failed(ids, _("It was stopped.")),
        )

    def _note(self, ids: Ids, path: Path | None) -> None:
        told = ngettext(
            "Note {count} certificate as printed", "Note {count} certificates as printed", len(ids)
        )
        now = datetime.now(UTC)
        self._ctx.write(told.format(count=len(ids)), lambda db: mark_printed(db, ids, now))
        self._done(ids, path)

    def _refused(self, ids: Ids, error: BaseException) -> None:
        if isinstance(error, Problem):
            self._failed(ids, str(error))
        else:
            errors.show(error)
