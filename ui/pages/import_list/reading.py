# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Reading and checking a file in the background; no widget is touched here."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from coordinator.errors import Problem
from coordinator.importing import Plan, Recognised, Source, check, open_source, recognise
from coordinator.importing.formats import key
from coordinator.store import Store

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Choices:
    """What the user says about the file; None and empty leave it to be guessed.

    `mapping` is their heading -> our field ("" to leave it out), `same` answers doubts.
    """

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    kind: str | None = None
    date_order: str | None = None
    mapping: dict[str, str] = field(default_factory=dict)
    same: dict[str, int] = field(default_factory=dict)

    def with_column(self, heading: str, ours: str) -> "Choices":
        """One column goes elsewhere; another that the user had put there is left out."""
        mapping = {
            theirs: "" if ours and field == ours else field
            for theirs, field in self.mapping.items()
        }
        return replace(self, mapping={**mapping, heading: ours}, same={})

    def with_same(self, doubt: str, person_id: int | None) -> "Choices":
        """Somebody in the file is a person here, or (None) is not."""
        same = {name: known for name, known in self.same.items() if name != doubt}
        if person_id is not None:
            same[doubt] = person_id
        return replace(self, same=same)

    def reads_like(self, other: "Choices") -> bool:
        """Whether the file would be read the same way."""
        return (self.encoding, self.delimiter, self.sheet, self.header_row) == (
            other.encoding, other.delimiter, other.sheet, other.header_row,
        )  # fmt: skip


@dataclass(frozen=True)
class Prepared:
    """A file as it was read and checked; `problem` says why there is no plan."""

    choices: Choices
    source: Source
    recognised: Recognised | None = None
    plan: Plan | None = None
    problem: str = ""

    @property
    def kind(self) -> str:
        """families or hours."""
        if self.recognised is not None:
            return self.recognised.kind
        return self.choices.kind or "families"

    def goes_to(self, heading: str) -> str:
        """Our field for a column of theirs, "" where it is left out."""
        if self.recognised is not None:
            for column in self.recognised.columns:
                if column.heading == heading:
                    return column.field
        return {key(theirs): ours for theirs, ours in self.choices.mapping.items()}.get(
            key(heading), ""
        )


def prepare(
    store: Store,
    paths: list[Path],
    choices: Choices,
    before: Prepared | None,
    progress: Progress,
) -> Prepared:
    """Read the file (again only where it would be read otherwise), recognise it, check it.

    Raises Problem where it cannot be read at all. Nothing is written.
    """
    if before is not None and before.choices.reads_like(choices):
        source = before.source
    else:
        source = open_source(
            paths,
            encoding=choices.encoding,
            delimiter=choices.delimiter,
            sheet=choices.sheet,
            header_row=choices.header_row,
        )
    progress(0, source.row_count)
    recognised = None
    try:
        recognised = recognise(source, choices.kind, choices.mapping)
        with store.read() as db:
            plan = check(
                db, recognised, date_order=choices.date_order, same=choices.same, progress=progress
            )
    except Problem as problem:
        return Prepared(choices, source, recognised, problem=str(problem))
    return Prepared(choices, source, recognised, plan)
