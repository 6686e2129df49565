# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Bringing in a list that another system exported."""

import json
from pathlib import Path

import click

from coordinator.cli.options import FILE, opened, store_argument
from coordinator.errors import Problem
from coordinator.i18n import _, ngettext


@click.command("import")
@store_argument
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--as", "kind", type=click.Choice(["families", "hours"]), help="What the rows are.")
@click.option(
    "--map", "mapping", multiple=True, metavar="'THEIR COLUMN=FIELD'",
    help="What a column means; an empty FIELD leaves it out.",
)  # fmt: skip
@click.option("--date-order", type=click.Choice(["mdy", "dmy", "ymd"]))
@click.option("--encoding", help="Such as utf-8, cp1252 or utf-16; found out if not said.")
@click.option("--sheet", help="Name of the sheet of a workbook.")
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@click.option("--accept-rejects", is_flag=True, help="Bring in the rest where rows are rejected.")
@click.option("--json", "as_json", is_flag=True, help="Say what happened as JSON.")
def import_(
    store: str,
    files: tuple[Path, ...],
    kind: str | None,
    mapping: tuple[str, ...],
    date_order: str | None,
    encoding: str | None,
    sheet: str | None,
    dry_run: bool,
    accept_rejects: bool,
    as_json: bool,
) -> None:
    """Bring rows of FILES (or a folder, or a zip) into STORE, all or nothing, as one step.

    Rejected rows are listed with row, column and reason; nothing is written then, unless
    --accept-rejects. The same file again changes nothing.
    """
    from coordinator.importing import apply, check, open_source, plan_json, recognise

    source = open_source(list(files), encoding=encoding, sheet=sheet)
    recognised = recognise(source, kind=kind, mapping=_mapping(mapping))
    with opened(store, writable=not dry_run) as school:
        with school.read() as db:
            plan = check(db, recognised, date_order=date_order)
        said = plan_json(plan)
        refused = bool(said["rejected"]) and not accept_rejects
        if not dry_run and not refused and (said["new"] or said["changed"]):
            label = _("Import {file}").format(file=files[0].name)
            with school.write(label) as db:
                apply(db, plan, accept_rejects=accept_rejects)
    if as_json:
        click.echo(json.dumps(said, ensure_ascii=False, indent=2))
    else:
        _tell(said)
    if refused and not dry_run:
        count = len(said["rejected"])
        raise Problem(
            ngettext(
                "{count} row cannot be read, so nothing was brought in; mend it, or leave it "
                "out with --accept-rejects.",
                "{count} rows cannot be read, so nothing was brought in; mend them, or leave "
                "them out with --accept-rejects.",
                count,
            ).format(count=count)
        )


def _mapping(pairs: tuple[str, ...]) -> dict[str, str]:
    mapping = {}
    for pair in pairs:
        theirs, sign, ours = pair.rpartition("=")
        if not sign or not theirs.strip():
            raise click.UsageError(_("--map needs 'Their column=our field'."))
        mapping[theirs.strip()] = ours.strip()
    return mapping


def _tell(said: dict[str, object]) -> None:
    """The counts in words, then every row that was left out and why."""
    read = said["read"]
    counts = ngettext(
        "{read} row read: {new} new, {changed} changed, {unchanged} the same.",
        "{read} rows read: {new} new, {changed} changed, {unchanged} the same.",
        read if isinstance(read, int) else 0,
    )
    click.echo(counts.format(**said))
    ignored = said["ignored_columns"]
    if isinstance(ignored, list) and ignored:
        click.echo(_("Not taken: {columns}").format(columns=", ".join(ignored)))
    warnings = said["warnings"]
    for warning in warnings if isinstance(warnings, list) else ():
        click.echo(warning)
    rejected = said["rejected"]
    for one in rejected if isinstance(rejected, list) else ():
        place = _("Row {row}").format(row=one["row"])
        if one["column"]:
            place += f", {one['column']}"
        click.echo(f"{place}: {one['reason']}", err=True)
