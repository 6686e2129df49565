# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What several subcommands take: the file, the period, the output."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from coordinator.errors import Problem
from coordinator.i18n import _
from coordinator.store import Db, Store
from coordinator.terms import Period, period_of

Command = TypeVar("Command", bound=Callable[..., Any])

FILE = click.Path(path_type=Path)
DAY = click.DateTime(["%Y-%m-%d"])


def store_argument(command: Command) -> Command:
    """STORE: the school's file."""
    return click.argument("store")(command)


def output_option(command: Command) -> Command:
    """-o: the file to write."""
    return click.option(
        "-o", "--output", type=FILE, required=True, help="The file to write; it appears whole."
    )(command)


def period_options(command: Command) -> Command:
    """--year, or --from and --to."""
    for option in (
        click.option("--to", "ends", type=DAY, help="Last day, YYYY-MM-DD."),
        click.option("--from", "starts", type=DAY, help="First day, YYYY-MM-DD."),
        click.option("--year", help="School year such as 2026-27; the current one if not said."),
    ):
        command = option(command)
    return command


def chosen_period(
    db: Db, year: str | None, starts: datetime | None, ends: datetime | None
) -> Period:
    """The period that the options mean. Raises click.UsageError where they contradict."""
    if year and (starts or ends):
        raise click.UsageError(_("Give a year, or two dates, not both."))
    return period_of(db, year, _day(starts), _day(ends))


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def path_of(store: str) -> Path:
    """Where the file is. Raises Problem for no name and for the address of a database."""
    if not store.strip():
        raise Problem(_("The name of the file is missing."))
    if "://" in store:
        raise Problem(
            _("This version keeps a school in a file; {store} is a database address.").format(
                store=store
            )
        )
    return Path(store)


@contextmanager
def opened(store: str, *, writable: bool = False) -> Iterator[Store]:
    """The file as a Store, closed after. Raises Problem in words."""
    school = Store.open(path_of(store), writable=writable)
    try:
        yield school
    finally:
        school.close()
