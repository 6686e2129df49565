# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The main job without a display: a roster in, hours and certificates out."""

import tempfile
from datetime import date
from pathlib import Path

import click

from coordinator import sample
from coordinator.cli.importing import import_
from coordinator.cli.options import FILE
from coordinator.cli.printing import certificates, hours
from coordinator.files import file_problem
from coordinator.i18n import _
from coordinator.school import make_school
from coordinator.terms import year_name


@click.command()
@click.option("-o", "--output", type=FILE, required=True, help="Folder for the results.")
@click.pass_context
def demo(context: click.Context, output: Path) -> None:
    """Run the main job on a made-up school, without a display.

    The folder then holds students-2026.csv (what came in), certificates.pdf and hours.xlsx.
    """
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise file_problem(error, output) from error
    today = date.today()
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "sample.coordinator")
        make_school(Path(store), with_sample=True)
        roster = output / "students-2026.csv"
        sample.write_sample_roster(roster, today=today)
        context.invoke(import_, store=store, files=(roster,), kind="families")
        year = year_name(today.replace(year=today.year - 1, day=1))  # its hours are complete
        context.invoke(hours, store=store, output=output / "hours.xlsx", year=year, by="person")
        context.invoke(
            certificates, store=store, output=output / "certificates.pdf", year=year,
            min_minutes=20 * 60, issuing=True,
        )  # fmt: skip
    click.echo(_("Look into {folder}.").format(folder=output))
