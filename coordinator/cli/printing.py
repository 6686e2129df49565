# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What comes out: the hours export, the ready reports, the certificates."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coordinator import recognition
from coordinator.cli.options import (
    chosen_period,
    opened,
    output_option,
    period_options,
    store_argument,
)
from coordinator.errors import Problem
from coordinator.files import write_whole
from coordinator.i18n import _, format_number, ngettext
from coordinator.recognition import EarnedRow, Rule
from coordinator.settings import load_settings
from coordinator.store import Db, Store
from coordinator.text import clean_line, fold

if TYPE_CHECKING:
    from coordinator.documents.certificate import Look

_MOST_HOURS = 100_000


@click.command()
@store_argument
@output_option
@period_options
@click.option(
    "--by",
    type=click.Choice(["entry", "person", "family", "event", "activity", "month"]),
    default="entry",
    show_default=True,
)
@click.option("--round", "rule", help="Rounding rule; the school's if not said.")
def hours(
    store: str,
    output: Path,
    year: str | None,
    starts: datetime | None,
    ends: datetime | None,
    by: str,
    rule: str | None,
) -> None:
    """Export volunteer hours of a period as CSV, XLSX or PDF."""
    from coordinator.exporting import write_report
    from coordinator.hours import hours_report

    with opened(store) as school, school.read() as db:
        settings = load_settings(db)
        period = chosen_period(db, year, starts, ends)
        report = hours_report(
            db, period, by=by, rule=rule or settings.rounding,
            paper=output.suffix.lower() == ".pdf",
        )  # fmt: skip
    write_report(report, output, settings.paper)
    count = len(report.rows)
    click.echo(
        ngettext("{path}: {count} row.", "{path}: {count} rows.", count).format(
            path=output, count=count
        )
    )


@click.command()
@store_argument
@click.argument("name", metavar="NAME")
@output_option
@period_options
def report(
    store: str,
    name: str,
    output: Path,
    year: str | None,
    starts: datetime | None,
    ends: datetime | None,
) -> None:
    """Write a ready report as CSV, XLSX or PDF; NAME as in the window, or its short name."""
    from coordinator.exporting import write_report
    from coordinator.reports import run_report

    with opened(store) as school, school.read() as db:
        made = run_report(db, name, chosen_period(db, year, starts, ends))
        paper = load_settings(db).paper
    write_report(made, output, paper)
    click.echo(str(output))


def _as_minutes(_context: click.Context, _option: click.Parameter, hours: str | None) -> int | None:
    """Hours as typed, in whole minutes."""
    if hours is None:
        return None
    with suppress(ValueError):
        minutes = float(hours.replace(",", ".")) * 60
        if 0 < minutes <= _MOST_HOURS * 60:
            return max(1, round(minutes))
    told = _("{hours} is not a number of hours above 0 and up to {most}.")
    raise click.BadParameter(told.format(hours=hours, most=format_number(_MOST_HOURS)))


@click.command()
@store_argument
@output_option
@period_options
@click.option("--min-hours", "min_minutes", callback=_as_minutes, help="So many or more.")
@click.option("--event", "event_title", help="Everybody who came to this event.")
@click.option("--person", "people", multiple=True, help="This person; may be said again.")
@click.option("--design", help="Short name of a design; the school's if not said.")
@click.option("--language", default="auto", show_default=True, help="auto: each one's own.")
@click.option("--paper", type=click.Choice(["letter", "a4"]), help="The school's if not said.")
@click.option("--issue", "issuing", is_flag=True, help="Record them and give them numbers.")
def certificates(
    store: str,
    output: Path,
    year: str | None,
    starts: datetime | None,
    ends: datetime | None,
    min_minutes: int | None,
    event_title: str | None,
    people: Sequence[str],
    design: str | None,
    language: str,
    paper: str | None,
    issuing: bool,
) -> None:
    """Print recognition certificates into one PDF, a page for each person.

    Without --issue nothing is recorded and the pages have no numbers. Names that cannot be
    printed rightly yet are listed and left out.
    """
    from coordinator.certificates import look_of

    if sum((min_minutes is not None, event_title is not None, bool(people))) > 1:
        raise click.UsageError(_("Choose one of --min-hours, --event and --person."))
    if output.suffix.lower() != ".pdf":
        raise Problem(_("{name} must end in .pdf.").format(name=output.name))
    with opened(store, writable=issuing) as school:
        with school.read() as db:
            settings = load_settings(db)
            period = chosen_period(db, year, starts, ends)
            rule = Rule("hours", period, min_minutes or settings.certificate_minutes)
            if event_title is not None:
                rule = Rule("event", period, event_id=_event_id(db, event_title))
            elif people:
                rule = Rule("chosen", period, person_ids=_person_ids(db, people))
            rows = recognition.who_earned(db, rule)
        look = look_of(settings, design, paper)
        if language != "auto" and language not in look.design.languages:
            told = _("This design does not speak {language}; choose auto or one of these: {names}.")
            names = ", ".join(look.design.languages)
            raise Problem(told.format(language=language, names=names))
        _print(school, rule, rows, look, language, output, issuing)


def _print(
    school: Store,
    rule: Rule,
    rows: Sequence[EarnedRow],
    look: Look,
    language: str,
    output: Path,
    issuing: bool,
) -> None:
    """Draw what can be drawn, and say who was left out; with `issuing` record it as well."""
    from coordinator import certificates as batch
    from coordinator.documents.certificate import check_names, draw_certificates

    today = date.today()
    with school.read() as db:
        drafts = batch.drafts(db, rule, rows, language, today)
    if not rows:
        raise Problem(_("Nobody has earned a certificate by this rule; no file was written."))
    troubles = check_names(drafts, look)
    for sentence in dict.fromkeys(one.sentence for one in troubles if one.kind != "two_lines"):
        click.echo(sentence, err=True)
    stopped = {one.name for one in troubles if one.kind == "undrawable"}
    fine = [row for row in rows if row.name not in stopped]
    if not fine:
        raise Problem(_("None of these certificates can be printed yet; no file was written."))
    if issuing:
        _issue_into(output, school, rule, fine, look, language)
    else:
        with write_whole(output) as file:
            draw_certificates([one for one in drafts if one.name not in stopped], look, file)
    count = len(fine)
    click.echo(
        ngettext("{path}: {count} certificate.", "{path}: {count} certificates.", count).format(
            path=output, count=count
        )
    )


def _issue_into(
    output: Path, school: Store, rule: Rule, rows: Sequence[EarnedRow], look: Look, language: str
) -> None:
    """Record certificates and print them: both happen, or neither."""
    from coordinator import certificates as batch
    from coordinator.documents.certificate import draw_certificates

    told = ngettext("Issue {count} certificate", "Issue {count} certificates", len(rows))
    recorded = False
    try:
        with write_whole(output) as file:
            with school.write(told.format(count=len(rows))) as db:
                made = recognition.issue(db, rule, rows, look.design.key, language, date.today())
                draw_certificates(batch.issued(made), look, file)
            recorded = True
    except Problem:
        # A viewer may hold the old file, the disk may be full: nobody would have the pages.
        if recorded:
            school.undo()
        raise


def _event_id(db: Db, title: str) -> int:
    from coordinator.events import list_events

    found = [row for row in list_events(db) if fold(row.title) == fold(clean_line(title))]
    if not found:
        raise Problem(_("There is no event called {title}.").format(title=title))
    past = [row for row in found if row.starts.date() <= date.today()] or found
    return max(past, key=lambda row: row.starts).id


def _person_ids(db: Db, names: Sequence[str]) -> tuple[int, ...]:
    from coordinator.families import people_called
    from coordinator.store.search import find_people

    chosen = []
    for name in names:
        exact = people_called(db, name)
        found = exact or find_people(db, name)
        if len(found) != 1:
            if exact:
                text = _("{count} people are called {name}; choose them in the window.")
            elif found:
                text = _("More than one person is meant by {name}; write the name in full.")
            else:
                text = _("There is nobody called {name}.")
            raise Problem(text.format(name=name, count=len(found)))
        chosen.append(found[0])
    return tuple(chosen)
