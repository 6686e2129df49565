# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Finding people by any part of a name or number, within a frame at 120,000 people."""

import json
import re
from collections.abc import Iterable

from sqlalchemy import text
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from coordinator.text import digits, fold

INDEXES = ("person_prefix", "person_trigram")
_MOST = 20
_REBUILT_ABOVE = 2000  # so many people changed by one step
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_WORDS_LOOKED_AT = 8
_LETTERS_LOOKED_AT = 40


def person_key(name: str, others: Iterable[str], phones: Iterable[str]) -> str:
    """What search sees of a person: folded names, then the digits of the phones."""
    words = dict.fromkeys(_WORD.findall(fold(" ".join((name, *others)))))
    return " ".join((*words, *dict.fromkeys(filter(None, map(digits, phones)))))


def install(connection: Connection) -> None:
    """Make the two indexes over `person.fold`; `follow` keeps them."""
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE IF NOT EXISTS person_prefix USING fts5("
        "fold, content='person', content_rowid='id', prefix='1 2 3', detail='none')"
    )
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE IF NOT EXISTS person_trigram USING fts5("
        "fold, content='person', content_rowid='id', tokenize='trigram')"
    )


def follow(db: Session, change_id: int) -> None:
    """Bring the indexes up to a step's changes of people, inside that step.

    Not by triggers: with `trusted_schema=OFF` SQLite lets no trigger touch an FTS table.
    """
    first = (
        "FROM change_row r LEFT JOIN person p ON p.id = r.row_id WHERE r.id IN (SELECT min(id) "
        "FROM change_row WHERE change_id = :step AND table_name = 'person' GROUP BY row_id)"
    )
    old, new = [], []
    changed = text(f"SELECT r.row_id, r.before, p.fold {first} AND r.before IS NOT NULL")
    for person_id, before, fold_now in db.execute(changed, {"step": change_id}):
        fold_before = json.loads(before, strict=False)["fold"]
        if fold_before != fold_now:
            old.append({"id": person_id, "fold": fold_before})
            if fold_now is not None:
                new.append({"id": person_id, "fold": fold_now})
    if len(old) > _REBUILT_ABOVE:
        # Taken back one by one, an import of 20,000 students would take ten seconds.
        for index in INDEXES:
            db.execute(text(f"INSERT INTO {index}({index}) VALUES ('rebuild')"))  # noqa: S608
        return
    added = f"SELECT p.id, p.fold {first} AND r.before IS NULL AND p.id IS NOT NULL"
    for index in INDEXES:
        if old:
            drop = f"INSERT INTO {index}({index}, rowid, fold) VALUES ('delete', :id, :fold)"  # noqa: S608
            db.execute(text(drop), old)
        if new:
            db.execute(text(f"INSERT INTO {index}(rowid, fold) VALUES (:id, :fold)"), new)  # noqa: S608
        # Those who are new go in by one statement: an import brings tens of thousands.
        db.execute(text(f"INSERT INTO {index}(rowid, fold) {added}"), {"step": change_id})


def find_people(db: Session, words: str, limit: int = _MOST) -> list[int]:
    """Ids of people not archived in whom every word occurs; those that begin with it first.

    Letters with or without accents, in any order; digits find phone numbers by any part of
    three or more. At most `limit` ids; an empty list for no words.
    """
    tokens = _WORD.findall(fold(words[:400]))[:_WORDS_LOOKED_AT]
    joined = digits(words)
    if len(joined) >= 3 and joined == "".join(tokens):
        tokens = [joined]  # a phone number typed with blanks or dashes
    tokens = [token[:_LETTERS_LOOKED_AT] for token in tokens]
    if not tokens:
        return []
    found = _match(db, "person_prefix", " AND ".join(f'"{token}"*' for token in tokens), limit)
    long = [token for token in tokens if len(token) >= 3]
    if len(found) < limit and long:
        match = " AND ".join(f'"{token}"' for token in long)
        inside = _match(db, "person_trigram", match, limit * 4, tokens)
        found += [person_id for person_id in inside if person_id not in set(found)]
    return found[:limit]


def _match(
    db: Session, index: str, match: str, limit: int, tokens: Iterable[str] = ()
) -> list[int]:
    # Never ORDER BY rank here: it reads every match, 50 times slower at each key pressed.
    query = text(
        f"SELECT p.id, p.fold FROM {index} i JOIN person p ON p.id = i.rowid "  # noqa: S608
        f"WHERE {index} MATCH :match AND p.archived = 0 LIMIT :limit"
    )
    rows = db.execute(query, {"match": match, "limit": limit})
    return [row.id for row in rows if all(token in row.fold for token in tokens)]
