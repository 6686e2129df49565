# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Which kind of file it is and what each column means, before anything is checked or written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coordinator.errors import Problem
from coordinator.i18n import _, ngettext
from coordinator.importing.fields import field_named
from coordinator.importing.formats import (
    KINDS,
    Layout,
    field_of,
    fields,
    is_never_stored,
    key,
    layouts,
)
from coordinator.importing.join import folder_of, join
from coordinator.importing.read import Source, Table

_LEAVE_OUT = {"", "-", "ignore", "leave out", "none"}


@dataclass(frozen=True)
class Column:
    """One column of the file for the preview.

    `field` is ours or "" where the column is left out; `example` is the first text in it;
    `private` says that it is never stored, whatever is asked; `forced` that the user chose.
    """

    table: str
    place: int
    heading: str
    field: str
    example: str
    private: bool = False
    forced: bool = False


@dataclass(frozen=True)
class RecognisedTable:
    """A table with the place of each of our fields in its rows."""

    table: Table
    layout: str
    system: str
    places: Mapping[str, int]


@dataclass(frozen=True)
class Recognised:
    """What was understood: `kind` is "families" or "hours", `layout` the export's name if known.

    `columns` are all columns in the order of the file; `ignored_columns` the headings of those
    that hold something and are left out.
    """

    source: Source
    kind: str
    layout: str
    tables: tuple[RecognisedTable, ...]
    columns: tuple[Column, ...]
    ignored_columns: tuple[str, ...]
    warnings: tuple[str, ...] = ()


def recognise(
    source: Source, kind: str | None = None, mapping: Mapping[str, str] | None = None
) -> Recognised:
    """Which columns mean what; `mapping` is their heading -> our field, "" to leave it out.

    Raises Problem for a kind we do not know, a heading that is not in the file, a field that is
    not ours, two columns mapped to one field, and a file without the columns that it needs.
    """
    if kind is not None and kind not in KINDS:
        raise Problem(
            _("“{kind}” cannot be imported here. Choose one of: {kinds}.").format(
                kind=kind, kinds=", ".join(KINDS)
            )
        )
    tables, warnings, title = source.tables, list(source.warnings), ""
    dropped: list[str] = []
    folder = folder_of(tables) if len(tables) > 1 and kind in {None, "families"} else None
    if folder is not None:
        joined, dropped, more = join(folder, tables)
        tables, title, kind = (joined,), folder.title, "families"
        warnings += more
    kind = kind or _likely_kind(tables)
    forced = _forced(mapping or {}, tables, kind)
    system = folder.system if folder else "student"
    found, columns, left_out = _tables(tables, kind, forced, system)
    warnings += [_("“{file}” was left out.").format(file=name) for name in left_out]
    if not found or not all(_enough(table.places, kind) for table in found):
        _refuse(source, kind)
    ignored = [
        column.heading
        for column in columns
        if not column.field and (column.example or column.private) and column.heading
    ]
    return Recognised(
        source=source,
        kind=kind,
        layout=title or next((table.layout for table in found if table.layout), ""),
        tables=tuple(found),
        columns=tuple(columns),
        ignored_columns=tuple(dict.fromkeys([*dropped, *ignored])),
        warnings=tuple(warnings),
    )


def _tables(
    tables: Sequence[Table], kind: str, forced: Mapping[str, str], system: str
) -> tuple[list[RecognisedTable], list[Column], list[str]]:
    """The tables with people in them, all their columns, the names of the tables left out."""
    found: list[RecognisedTable] = []
    columns: list[Column] = []
    left_out: list[str] = []
    for table in tables:
        layout = _layout_of(table, kind)
        here = _columns(table, kind, layout, forced)
        places = {column.field: column.place for column in here if column.field}
        skipped = layout is not None and layout.skip and not forced
        if skipped or (len(tables) > 1 and not _enough(places, kind)):
            left_out.append(table.name)
            continue
        columns += here
        title, ids = (layout.title, layout.system) if layout else ("", system)
        found.append(RecognisedTable(table, title, ids, places))
    return found, columns, left_out


def _likely_kind(tables: Sequence[Table]) -> str:
    for table in tables:
        here = {field_of(heading, "hours", "") for heading in table.headings}
        timed = "hours" in here or "minutes" in here or {"start", "end"} <= here
        if timed and "date" in here:
            return "hours"
    return "families"


def _forced(mapping: Mapping[str, str], tables: Sequence[Table], kind: str) -> dict[str, str]:
    """The user's own choices: heading as it is compared -> our field, or ""."""
    headings = {key(heading) for table in tables for heading in table.headings}
    forced: dict[str, str] = {}
    for theirs, ours in mapping.items():
        if key(theirs) not in headings:
            raise Problem(
                _("There is no column “{heading}” in the file. Its columns: {columns}.").format(
                    heading=theirs,
                    columns=", ".join(h for table in tables for h in table.headings if h),
                )
            )
        field = "" if ours.strip().casefold() in _LEAVE_OUT else field_named(ours, kind)
        if field and is_never_stored(theirs):
            raise Problem(
                _("“{heading}” is private and is never stored here.").format(heading=theirs)
            )
        if field and field in forced.values():
            raise Problem(_("Two columns cannot both be “{field}”.").format(field=ours))
        forced[key(theirs)] = field
    return forced


def _layout_of(table: Table, kind: str) -> Layout | None:
    if kind != "families":
        return None
    here = {key(heading) for heading in table.headings}
    for layout in layouts():
        if layout.has <= here and not layout.hasnt & here:
            return layout
    return None


def _whose(table: Table) -> str:
    """Whose a bare "First Name" is: the student's, unless nothing in the table is a student's."""
    own = {field_of(heading, "families", "student") for heading in table.headings}
    bare = {field_of(heading, "families", "guardian") for heading in table.headings} - own
    if not bare & {"guardian_1_name", "guardian_1_first", "guardian_1_last"}:
        return "student"  # no name stands alone; a bare "Street" or "Phone" is the student's home
    guardians = {"guardian_1_name", "guardian_1_first"} & own
    if {"student_name", "student_first"} & (own - _bare_fields(table)):
        return "guardian"  # the student is named in so many words
    if "guardian_1_relationship" in own and not guardians:
        return "guardian"
    child = {"student_grade", "student_birth_date", "student_number", "student_homeroom"}
    return "student" if child & own or guardians else "guardian"


def _bare_fields(table: Table) -> set[str]:
    """The student's fields that are so only because nobody is named in the heading."""
    return {
        field
        for heading in table.headings
        if (field := field_of(heading, "families", "student")).startswith("student_")
        and field_of(heading, "families", "guardian") != field
    }


def _columns(
    table: Table, kind: str, layout: Layout | None, forced: Mapping[str, str]
) -> list[Column]:
    bare = layout.bare if layout else _whose(table) if kind == "families" else ""
    taken = {forced[short] for short in map(key, table.headings) if forced.get(short)}
    columns = []
    for place, heading in enumerate(table.headings):
        short = key(heading)
        private = is_never_stored(heading)
        if short in forced:
            field = forced[short]
        else:
            field = _meant(heading, short, kind, layout, bare)
            if private or field in taken:
                field = ""
        if field:
            taken.add(field)
        columns.append(
            Column(
                table=table.name,
                place=place,
                heading=heading,
                field=field,
                example="" if private else _example(table, place),
                private=private,
                forced=short in forced,
            )
        )
    return columns


def _meant(heading: str, short: str, kind: str, layout: Layout | None, bare: str) -> str:
    if layout is not None and short in layout.columns:
        return layout.columns[short]
    field = field_of(heading, kind, bare)
    return field if field in fields(kind) else ""


def _example(table: Table, place: int) -> str:
    for _number, cells in table.rows[:200]:
        if cells[place].strip():
            return cells[place].strip()[:60]
    return ""


def _enough(places: Mapping[str, int], kind: str) -> bool:
    """Whether there is somebody in each row, and for hours also a day and a time."""
    if kind == "hours":
        who = {"name", "last", "first", "id", "email", "phone"} & set(places)
        timed = {"hours", "minutes"} & set(places) or {"start", "end"} <= set(places)
        return bool(who and timed and "date" in places)
    return any(
        name.endswith(("_name", "_first", "_last")) and name != "family_name" for name in places
    )


def _refuse(source: Source, kind: str) -> None:
    headings = [heading for table in source.tables for heading in table.headings if heading]
    if kind == "hours":
        text = _(
            "“{file}” does not show a day, a person and the time of each service. "
            "Its columns are: {columns}. Say which is which, or choose another file; "
            "nothing was imported."
        )
    else:
        text = _(
            "No column of “{file}” is known to hold names. Its columns are: {columns}. "
            "Say which is which, or choose another file; nothing was imported."
        )
    shown = ", ".join(headings[:12]) + (", …" if len(headings) > 12 else "")
    raise Problem(text.format(file=source.title, columns=shown))


def mapped_count(recognised: Recognised) -> str:
    """One sentence on how many columns were understood, for the head of the preview."""
    used = sum(1 for column in recognised.columns if column.field)
    return ngettext(
        "{count} column of {all} understood", "{count} columns of {all} understood", used
    ).format(count=used, all=len(recognised.columns))
