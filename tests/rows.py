# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The whole file as plain rows, to compare before and after; undo and redo, checked row by row."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import text

from coordinator.store import Db, Store
from coordinator.store.journal import journaled_tables

T = TypeVar("T")
Rows = dict[str, list[tuple[object, ...]]]


def all_rows(store: Store) -> Rows:
    """Every row of every table that has a history, by table name."""
    with store.read() as db:
        return {
            table.name: [tuple(row) for row in db.execute(table.select().order_by(table.c.id))]
            for table in journaled_tables()
        }


def index_rows(store: Store) -> list[tuple[object, ...]]:
    """Who the search index knows, to be equal with the people."""
    with store.read() as db:
        found = db.execute(text("SELECT id, fold FROM person ORDER BY id")).all()
        for person_id, fold in found:
            word = fold.split()[0]
            query = text("SELECT rowid FROM person_prefix WHERE person_prefix MATCH :word")
            assert person_id in set(db.execute(query, {"word": f'"{word}"'}).scalars())
        return [tuple(row) for row in found]


def check_step(store: Store, label: str, deed: Callable[[Db], T]) -> T:
    """Do a write; undo must bring back every row, redo must do all of it again."""
    before = all_rows(store)
    with store.write(label) as db:
        result = deed(db)
    after = all_rows(store)
    assert after != before, "the write changed nothing"
    assert store.undo() == label
    assert all_rows(store) == before
    index_rows(store)
    assert store.redo() == label
    assert all_rows(store) == after
    index_rows(store)
    return result
