# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""History of every row change, by triggers; undo and redo are replayed from it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Integer,
    String,
    Table,
    delete,
    func,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.engine import Connection, Row
from sqlalchemy.orm import Session

from coordinator.errors import Problem
from coordinator.i18n import _
from coordinator.store.models import Base, Change, ChangeRow, Recognition
from coordinator.text import clean_line

_KEPT_STEPS = 1000  # newer steps keep the rows they touched; older ones only their line
_ESCAPED = (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"))  # the backslash first


@dataclass(frozen=True)
class HistoryRow:
    """One line of the history; `at` is UTC."""

    id: int
    at: datetime
    who: str
    label: str
    kind: str
    undone: bool
    rows: int


def journaled_tables() -> list[Table]:
    """Every table whose rows are kept in the history."""
    own = {Change.__tablename__, ChangeRow.__tablename__}
    return [table for table in Base.metadata.sorted_tables if table.name not in own]


def install(connection: Connection) -> None:
    """Make the triggers anew from the tables as they are now."""
    for table in journaled_tables():
        for statement in _trigger_statements(table):
            connection.exec_driver_sql(statement)


def trigger_names() -> set[str]:
    """What `install` makes: without all of them the history would have holes."""
    deeds = ("insert", "update", "delete")
    return {f"journal_{table.name}_{deed}" for table in journaled_tables() for deed in deeds}


def _as_json(table: Table, alias: str) -> str:
    """SQL that writes a row as a JSON object.

    By hand: with `trusted_schema=OFF` SQLite lets no trigger call json_object().
    """
    leads = ["{", *[", "] * (len(table.columns) - 1)]
    pairs = (_pair(column, alias, lead) for lead, column in zip(leads, table.columns, strict=True))
    return " || ".join(pairs) + " || '}'"


def _pair(column: Column[Any], alias: str, lead: str) -> str:
    value = f'{alias}."{column.name}"'
    if isinstance(column.type, String):
        value = _escaped(value)
    mark = "" if isinstance(column.type, Integer | Boolean) else '"'
    name = f'{lead}"{column.name}": '
    end = f" || '{mark}'" if mark else ""
    if not column.nullable:
        return f"'{name}{mark}' || {value}{end}"
    start = f"'{mark}' || " if mark else ""
    return f"'{name}' || coalesce({start}{value}{end}, 'null')"


def _escaped(value: str) -> str:
    """SQL for a text inside JSON: looking first is a third of replacing where nothing is found."""
    escaped = value
    for char, instead in _ESCAPED:
        escaped = f"replace({escaped}, '{char}', '{instead}')"
    found = " OR ".join(f"instr({value}, '{char}')" for char, _instead in _ESCAPED)
    return f"CASE WHEN {found} THEN {escaped} ELSE {value} END"


def _trigger_statements(table: Table) -> Iterator[str]:
    differs = " OR ".join(f'OLD."{c.name}" IS NOT NEW."{c.name}"' for c in table.columns)
    old, new = _as_json(table, "OLD"), _as_json(table, "NEW")
    for deed, when, row_id, before, after in (
        ("INSERT", "", "NEW.id", "NULL", new),
        ("UPDATE", f"WHEN {differs}", "NEW.id", old, new),
        ("DELETE", "", "OLD.id", old, "NULL"),
    ):
        name = f"journal_{table.name}_{deed.lower()}"
        yield f"DROP TRIGGER IF EXISTS {name}"
        yield (
            f'CREATE TRIGGER {name} AFTER {deed} ON "{table.name}" {when} BEGIN '  # noqa: S608
            "INSERT INTO change_row (change_id, table_name, row_id, before, after) VALUES "
            f"((SELECT max(id) FROM change), '{table.name}', {row_id}, {before}, {after}); END"
        )


def begin(db: Session, label: str, who: str, kind: str = "do", target_id: int | None = None) -> int:
    """Open a step: what the triggers note from here on belongs to it."""
    values: dict[str, Any] = {"at": datetime.now(UTC).replace(tzinfo=None)}
    # A label may hold the name of a file, and a name on the disk may hold anything.
    values |= {"who": clean_line(who), "label": clean_line(label)}
    values |= {"kind": kind, "target_id": target_id, "undone": False}
    return int(db.execute(insert(Change).returning(Change.id), values).scalar_one())


def finish(db: Session, change_id: int) -> set[str]:
    """Close a step: the names of the tables it touched; a step that touched none is forgotten."""
    touched = select(ChangeRow.table_name).where(ChangeRow.change_id == change_id).distinct()
    tables = set(db.execute(touched).scalars())
    if not tables:
        db.execute(delete(Change).where(Change.id == change_id))
    return tables


def next_undo(db: Session) -> tuple[int, str] | None:
    """The step that Undo would take back: id and label."""
    query = select(Change.id, Change.label).where(Change.kind == "do", Change.undone.is_(False))
    row = db.execute(query.order_by(Change.id.desc()).limit(1)).first()
    return (row.id, row.label) if row and _has_detail(db, row.id) else None


def next_redo(db: Session) -> tuple[int, str] | None:
    """The step that Redo would do again: the oldest one taken back since the last new step.

    What was taken back before a new step stays so, also once that step is taken back itself.
    """
    last = select(func.coalesce(func.max(Change.id), 0)).where(Change.kind == "do")
    taken_back = select(Change.target_id).where(
        Change.kind == "undo", Change.id > last.scalar_subquery()
    )
    query = select(Change.id, Change.label).where(
        Change.undone.is_(True), Change.id.in_(taken_back)
    )
    row = db.execute(query.order_by(Change.id).limit(1)).first()
    return (row.id, row.label) if row and _has_detail(db, row.id) else None


def _has_detail(db: Session, change_id: int) -> bool:
    query = select(ChangeRow.id).where(ChangeRow.change_id == change_id).limit(1)
    return db.execute(query).first() is not None


def take_back(db: Session, change_id: int) -> None:
    """Replay a step backwards inside the running write.

    Raises Problem, and changes nothing, when a row is no longer as the step left it.
    """
    _refuse_if_changed(db, change_id)
    _replay(db, change_id, backwards=True)
    db.execute(update(Change).where(Change.id == change_id).values(undone=True))


def do_again(db: Session, change_id: int) -> None:
    """Replay a step that was taken back, forwards, inside the running write."""
    _replay(db, change_id, backwards=False)
    db.execute(update(Change).where(Change.id == change_id).values(undone=False))


def _refuse_if_changed(db: Session, change_id: int) -> None:
    for table in journaled_tables():
        now = _as_json(table, "t")
        query = text(
            "WITH last AS (SELECT row_id, max(id) AS id FROM change_row "  # noqa: S608 - our names
            "WHERE change_id = :step AND table_name = :table GROUP BY row_id) "
            "SELECT count(*) FROM last JOIN change_row r ON r.id = last.id "
            f'LEFT JOIN "{table.name}" t ON t.id = r.row_id '
            f"WHERE r.after IS NOT CASE WHEN t.id IS NULL THEN NULL ELSE {now} END"
        )
        if db.execute(query, {"step": change_id, "table": table.name}).scalar_one():
            raise Problem(
                _("This step cannot be undone: something it touched has been changed since.")
            )


def _replay(db: Session, change_id: int, *, backwards: bool) -> None:
    """Row by row in (reverse) order: every state on the way was a valid one before."""
    db.execute(text("PRAGMA defer_foreign_keys = ON"))
    order = ChangeRow.id.desc() if backwards else ChangeRow.id
    query = select(ChangeRow.table_name, ChangeRow.row_id, ChangeRow.before, ChangeRow.after)
    rows = db.execute(query.where(ChangeRow.change_id == change_id).order_by(order)).all()
    connection = db.connection()
    tables = {table.name: table for table in journaled_tables()}
    steps = (_step(row, backwards=backwards) for row in rows)
    for (name, deed), run in groupby(steps, key=lambda step: step[:2]):
        _apply(connection, tables[name], deed, [values for _name, _deed, values in run])


def _step(
    row: Row[str, int, str | None, str | None], *, backwards: bool
) -> tuple[str, str, dict[str, Any]]:
    old, new = (row.after, row.before) if backwards else (row.before, row.after)
    if new is None:
        return row.table_name, "delete", {"id": row.row_id}
    return row.table_name, "insert" if old is None else "update", json.loads(new, strict=False)


def _apply(connection: Connection, table: Table, deed: str, rows: list[dict[str, Any]]) -> None:
    names = [column.name for column in table.columns]
    quoted = [f'"{name}"' for name in names]
    if deed == "delete":
        statement = f'DELETE FROM "{table.name}" WHERE id = :id'  # noqa: S608 - our own names
    elif deed == "insert":
        holes = ", ".join(f":{name}" for name in names)
        statement = f'INSERT INTO "{table.name}" ({", ".join(quoted)}) VALUES ({holes})'  # noqa: S608
    else:
        pairs = ", ".join(f'"{name}" = :{name}' for name in names)
        statement = f'UPDATE "{table.name}" SET {pairs} WHERE id = :id'  # noqa: S608
    if deed != "delete":
        rows = [{name: row.get(name) for name in names} for row in rows]
    connection.exec_driver_sql(statement, rows)


def list_history(db: Session, limit: int = 200) -> list[HistoryRow]:
    """The newest steps first, with the number of rows each touched."""
    counted = (
        select(ChangeRow.change_id, func.count().label("rows"))
        .group_by(ChangeRow.change_id)
        .subquery()
    )
    query = (
        select(
            Change.id, Change.at, Change.who, Change.label, Change.kind, Change.undone,
            func.coalesce(counted.c.rows, 0),
        )
        .outerjoin(counted, counted.c.change_id == Change.id)
        .order_by(Change.id.desc())
        .limit(limit)
    )  # fmt: skip
    return [HistoryRow(*row) for row in db.execute(query)]


def settle(db: Session, change_id: int) -> None:
    """Make a step final: its line stays in the history, what it did can no longer be undone."""
    db.execute(delete(ChangeRow).where(ChangeRow.change_id == change_id))


def thin_out(db: Session) -> None:
    """Forget the row detail of steps older than the newest thousand; their lines stay.

    Steps about certificates keep theirs: a number that was taken back is never given again.
    """
    newest = select(Change.id).order_by(Change.id.desc()).offset(_KEPT_STEPS).limit(1)
    border = db.execute(newest).scalar_one_or_none()
    if border is not None:
        numbered = select(ChangeRow.change_id).where(
            ChangeRow.table_name == Recognition.__tablename__
        )
        db.execute(
            delete(ChangeRow)
            .where(ChangeRow.change_id <= border, ChangeRow.change_id.not_in(numbered))
            .execution_options(synchronize_session=False)
        )


def rows_of(db: Session, change_id: int) -> Iterable[tuple[str, int, str | None, str | None]]:
    """What a step did, row by row: table, id, before and after as JSON."""
    query = select(ChangeRow.table_name, ChangeRow.row_id, ChangeRow.before, ChangeRow.after)
    query = query.where(ChangeRow.change_id == change_id).order_by(ChangeRow.id)
    return [(row[0], row[1], row[2], row[3]) for row in db.execute(query)]
