# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The sample school as tests meet it: made once, each test opens a copy of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from coordinator.sample import make_sample
from coordinator.store import Store


@pytest.fixture(scope="session")
def sample_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the sample school as it is on 23 November 2026."""
    path = tmp_path_factory.mktemp("sample") / "sample.coordinator"
    store = Store.create(path)
    with store.write("Make the sample school") as db:
        make_sample(db)
    store.close()
    return path


@pytest.fixture
def sample_store(sample_template: Path, tmp_path: Path) -> Iterator[Store]:
    """The sample school, open; what a test changes is gone after it."""
    path = tmp_path / "sample.coordinator"
    shutil.copyfile(sample_template, path)
    opened = Store.open(path)
    yield opened
    opened.close()
