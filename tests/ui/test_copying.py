# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Cells on the clipboard."""

import pytest

from ui.table.copying import plain_cell


@pytest.mark.parametrize(
    ("cell", "copied"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("@SUM", "'@SUM"),
        ("-12.5", "-12.5"),
        ("+1 555", "'+1 555"),
        ("two\nlines", '"two\nlines"'),
        ("<b>Ann</b>", "<b>Ann</b>"),
    ],
)
def test_copied_cells_never_run(cell: str, copied: str) -> None:
    assert plain_cell(cell) == copied
