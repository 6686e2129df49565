# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What comes out: the hours export, the ready reports, the certificates."""

from __future__ import annotations

from collections.abc import Sequence
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
from coordinator.i18n import _, ngettext
from coordinator.recognition import EarnedRow, Rule
from coordinator.settings import load_settings
from coordinator.store import Db, Store
from coordinator.text import clean_line, fold

if TYPE_CHECKING:
    from coordinator.documents.certificate import Look


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


@click.command()
@store_argument
@output_option
@period_options
@click.option("--min-hours", type=click.FloatRange(min=0, min_open=True), help="So many or more.")
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
    min_hours: float | None,
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

    if sum(map(bool, (min_hours is not None, event_title, people))) > 1:
        raise click.UsageError(_("Choose one of --min-hours, --event and --person."))
    with opened(store, writable=issuing) as school:
        with school.read() as db:
            settings = load_settings(db)
            period = chosen_period(db, year, starts, ends)
            rule = Rule(
                "hours", period, round((min_hours or 0) * 60) or settings.certificate_minutes
            )
            if event_title:
                rule = Rule("event", period, event_id=_event_id(db, event_title))
            elif people:
                rule = Rule("chosen", period, person_ids=_person_ids(db, people))
            rows = recognition.who_earned(db, rule)
        look = look_of(settings, design, paper)
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
    stopped = {
        trouble.name: trouble.sentence
        for trouble in check_names(drafts, look)
        if trouble.kind != "two_lines"
    }
    fine = [row for row in rows if row.name not in stopped]
    for sentence in stopped.values():
        click.echo(sentence, err=True)
    if not fine:
        raise Problem(_("Nobody has earned a certificate by this rule; no file was written."))
    if issuing:
        label = _("Issue {count} certificates").format(count=len(fine))
        # The record is kept before the file gets its name: a page can be printed again, a
        # number that nobody recorded cannot be explained.
        with write_whole(output) as file, school.write(label) as db:
            made = recognition.issue(db, rule, fine, look.design.key, language, today)
            draw_certificates(batch.issued(made), look, file)
    else:
        with write_whole(output) as file:
            draw_certificates([one for one in drafts if one.name not in stopped], look, file)
    count = len(fine)
    click.echo(
        ngettext("{path}: {count} certificate.", "{path}: {count} certificates.", count).format(
            path=output, count=count
        )
    )


def _event_id(db: Db, title: str) -> int:
    from coordinator.events import list_events

    found = [row for row in list_events(db) if fold(row.title) == fold(clean_line(title))]
    if not found:
        raise Problem(_("There is no event called {title}.").format(title=title))
    past = [row for row in found if row.starts.date() <= date.today()] or found
    return max(past, key=lambda row: row.starts).id


def _person_ids(db: Db, names: Sequence[str]) -> tuple[int, ...]:
    from coordinator.families import people_by_id
    from coordinator.store.search import find_people

    chosen = []
    for name in names:
        people = people_by_id(db, None, find_people(db, name))
        exact = [person for person in people if fold(person.name) == fold(clean_line(name))]
        people = exact or people
        if len(people) != 1:
            text = (
                _("There is nobody called {name}.")
                if not people
                else _("More than one person is meant by {name}; write the name in full.")
            )
            raise Problem(text.format(name=name))
        chosen.append(people[0].id)
    return tuple(chosen)
