# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The command line: thin, one subcommand per job; never Qt, never a traceback."""

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from coordinator import __version__, paths
from coordinator.cli import demo, importing, keeping, printing
from coordinator.errors import Problem
from coordinator.i18n import _, available_languages, use_language

log = logging.getLogger(__name__)

_WINDOW = """Without a subcommand the window opens:

\b
  coordinator [STORE]    the file given, else the one used last
  coordinator --demo     a throw-away copy of the sample school
"""


@click.group(epilog=_WINDOW, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="coordinator")
@click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Keep data, backups and logs below this folder.",
)
@click.option("--lang", help="Language of messages and reports: en, es.")
def commands(data_dir: Path | None, lang: str | None) -> None:
    """Families, events, volunteer hours and recognition certificates of a school."""
    if data_dir is not None:
        paths.use_data_folder(data_dir)
    if lang is not None:
        if lang not in available_languages():
            raise click.BadParameter(
                f"choose one of {', '.join(available_languages())}", param_hint="--lang"
            )
        use_language(lang)


for _command in (
    demo.demo,
    keeping.new,
    importing.import_,
    printing.hours,
    printing.certificates,
    printing.report,
    keeping.history,
    keeping.undo,
    keeping.backup,
    keeping.check,
):
    commands.add_command(_command)

_WITH_VALUE = ("--data-dir", "--lang")
_ANSWERED_HERE = ("-h", "--help", "--version")


def is_command(arguments: Sequence[str]) -> bool:
    """Whether these arguments name a subcommand (or ask for help), not a file to open."""
    rest = iter(arguments)
    for argument in rest:
        if argument in _WITH_VALUE:
            next(rest, None)
        elif argument in _ANSWERED_HERE:
            return True
        elif not argument.startswith("-"):
            return argument in commands.commands
    return False


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say; the exit status."""
    _speak_utf8()
    try:
        commands.main(list(arguments), prog_name="coordinator", standalone_mode=False)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as usage:
        usage.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo(_("Stopped; nothing was changed."), err=True)
        return 1
    except Problem as problem:
        click.echo(str(problem), err=True)
        return 1
    except BrokenPipeError:  # whoever read our output, such as `head`, has seen enough
        # Python writes out what is left as it ends; nobody would read that either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception:  # noqa: BLE001 - the last door: a bug is logged, the user gets a sentence
        click.echo(_bug_sentence(), err=True)
        return 1
    return 0


def _bug_sentence() -> str:
    """Keep the traceback in the log, and say where it is."""
    try:
        path = paths.log_folder() / "coordinator.log"
        handler = logging.FileHandler(path, encoding="utf-8")
    except (OSError, Problem):
        return _("Something went wrong inside Coordinator, and no log of it could be written.")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    log.addHandler(handler)
    log.exception("a command failed")
    handler.close()
    log.removeHandler(handler)
    return _("Something went wrong inside Coordinator; the details are in {path}.").format(
        path=path
    )


def _speak_utf8() -> None:
    """Names of every script must reach a console whose code page knows only some letters.

    In UTF-8 as well: the name of a file may hold bytes that are no letters.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
