# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Making a file, looking at its history, undoing, backing up, checking."""

import json
from pathlib import Path

import click

from coordinator.cli.options import FILE, opened, path_of, store_argument
from coordinator.errors import Problem
from coordinator.i18n import _, ngettext
from coordinator.school import make_school
from coordinator.store import backup as backups
from coordinator.store import journal, schema


@click.command()
@store_argument
@click.option("--sample", "with_sample", is_flag=True, help="Fill it with the made-up school.")
@click.option("--school", default="", help="Name of the school.")
def new(store: str, with_sample: bool, school: str) -> None:
    """Make a new, empty file STORE (or the sample school)."""
    if with_sample and school:
        raise click.UsageError(_("The sample school has its own name."))
    path = path_of(store)
    make_school(path, name=school, with_sample=with_sample)
    click.echo(_("{path} is ready.").format(path=path))


@click.command()
@store_argument
@click.option("--json", "as_json", is_flag=True, help="One JSON list, oldest step last.")
@click.option("--limit", default=200, show_default=True, help="So many of the newest steps.")
def history(store: str, as_json: bool, limit: int) -> None:
    """Who did what when, the newest step first."""
    with opened(store) as school, school.read() as db:
        rows = journal.list_history(db, limit)
    if as_json:
        steps = [
            {
                "id": row.id,
                "at": row.at.isoformat(timespec="seconds") + "Z",
                "who": row.who,
                "label": row.label,
                "kind": row.kind,
                "undone": row.undone,
                "rows": row.rows,
            }
            for row in rows
        ]
        click.echo(json.dumps(steps, ensure_ascii=False, indent=2))
        return
    kinds = {"do": "", "undo": _("undone: "), "redo": _("done again: ")}
    for row in rows:
        moment = row.at.strftime("%Y-%m-%d %H:%M")
        click.echo(f"{row.id:6}  {moment}  {row.who:12}  {kinds[row.kind]}{row.label}")


@click.command()
@store_argument
def undo(store: str) -> None:
    """Take the newest step back; the history keeps both."""
    with opened(store, writable=True) as school:
        label = school.undo()
    if label is None:
        raise Problem(_("There is nothing to undo."))
    click.echo(_("Undone: {step}").format(step=label))


@click.command()
@store_argument
@click.option("-o", "--output", type=FILE, help="Where to; the backup folder if not said.")
def backup(store: str, output: Path | None) -> None:
    """Copy STORE safely, also while it is in use; the copy is checked before it is kept."""
    path = path_of(store)
    schema.refuse_foreign(path)
    kept = backups.copy_store(path, output or backups.name_for(path, "backup"))
    click.echo(_("The backup is {path}.").format(path=kept))


@click.command()
@store_argument
def check(store: str) -> None:
    """Look for damage and contradictions in STORE; nothing is changed."""
    path = path_of(store)
    schema.refuse_foreign(path)
    findings = backups.check_store(path)
    for finding in findings:
        click.echo(finding)
    if findings:
        raise Problem(
            ngettext(
                "{count} thing needs attention.", "{count} things need attention.", len(findings)
            ).format(count=len(findings))
        )
    click.echo(_("All is well."))
