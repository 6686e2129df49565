# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A new school: its file with the year, the levels of thanks, or the made-up sample in it."""

from datetime import date
from pathlib import Path

from coordinator import sample, terms
from coordinator.i18n import _
from coordinator.recognition import ensure_levels
from coordinator.settings import Settings, save_settings
from coordinator.store import Store
from coordinator.text import clean_line


def make_school(
    path: Path, *, name: str = "", with_sample: bool = False, paper: str = "letter"
) -> None:
    """A new file with this school year and the award levels, or with the sample school.

    `paper` is "letter" or "a4"; the sample school prints on Letter.
    Raises Problem in words, and leaves nothing behind, where it cannot be made.
    """
    made = Store.create(path)
    try:
        with made.write(_("Set up the school"), undoable=False) as db:
            if with_sample:
                sample.make_sample(db, today=date.today())
            else:
                save_settings(db, Settings(school_name=clean_line(name), paper=paper))
                terms.ensure_year(db, terms.year_name(date.today()))
                ensure_levels(db)
    except BaseException:
        made.close()
        path.unlink(missing_ok=True)
        raise
    made.close()
