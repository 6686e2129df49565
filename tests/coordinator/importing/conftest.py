# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A file written by a test, and the whole way from it into the store."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from coordinator.importing import Plan, apply, check, open_source, recognise
from coordinator.store import Store


@pytest.fixture
def write_file(tmp_path: Path) -> Callable[..., Path]:
    """`write_file(text, name="list.csv", encoding="utf-8")`: the file's path."""

    def write(text: str | bytes, name: str = "list.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return write


@pytest.fixture
def look(store: Store) -> Callable[..., Plan]:
    """`look(path, ...)`: the plan, with nothing written."""

    def checked(
        paths: Path | list[Path],
        kind: str | None = None,
        mapping: Mapping[str, str] | None = None,
        date_order: str | None = None,
        **options: object,
    ) -> Plan:
        found = recognise(open_source(paths, **options), kind, mapping)
        with store.read() as db:
            return check(db, found, date_order=date_order)

    return checked


@pytest.fixture
def bring_in(store: Store, look: Callable[..., Plan]) -> Callable[..., Plan]:
    """`bring_in(path, ..., accept_rejects=False)`: the plan, once it is written."""

    def run(
        paths: Path | list[Path], *args: object, accept_rejects: bool = False, **more: object
    ) -> Plan:
        plan = look(paths, *args, **more)
        with store.write("Import") as db:
            apply(db, plan, accept_rejects)
        return plan

    return run
