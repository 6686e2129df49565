# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A small empty school for each test, copied from one template."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from coordinator import i18n, paths, terms
from coordinator.settings import Settings, save_settings
from coordinator.store import Db, Store
from tests.sample import sample_store, sample_template  # noqa: F401


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with a school and two school years, made once."""
    path = tmp_path_factory.mktemp("template") / "school.coordinator"
    store = Store.create(path)
    with store.write("Set up the school") as db:
        save_settings(db, Settings(school_name="Maple Hollow Elementary"))
        terms.ensure_year(db, "2025-26")
        terms.ensure_year(db, "2026-27")
    store.close()
    return path


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path) -> Iterator[None]:
    """Nothing a test does may land in the user's folders; each starts in English."""
    paths.use_data_folder(tmp_path / "data")
    i18n.use_language("en")
    yield
    paths.use_data_folder(None)
    i18n.use_language("en")


@pytest.fixture
def store(template: Path, tmp_path: Path) -> Iterator[Store]:
    """An open school with nobody in it yet."""
    path = tmp_path / "school.coordinator"
    shutil.copyfile(template, path)
    opened = Store.open(path)
    yield opened
    opened.close()


@pytest.fixture
def count_statements() -> Callable[[Db], AbstractContextManager[list[str]]]:
    """`with count_statements(db) as seen`: every SELECT sent meanwhile, for its number."""

    @contextmanager
    def counting(db: Db) -> Iterator[list[str]]:
        seen: list[str] = []
        connection = db.connection()

        def note(_c: object, _cur: object, statement: str, *_rest: object) -> None:
            seen.append(statement)

        event.listen(connection, "before_cursor_execute", note)
        yield seen
        event.remove(connection, "before_cursor_execute", note)

    return counting
