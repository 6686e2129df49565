# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Values of a report: totals, texts of cells, and shares that add up."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from coordinator.exporting.report import (
    Kind,
    ReportColumn,
    apportion,
    cell_text,
    hours_text,
    total_row,
)
from coordinator.i18n import use_language


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=13), st.integers(0, 100_000))
def test_shares_add_up_and_are_off_by_less_than_one(parts, total):
    shares = apportion(parts, total)
    if sum(parts):
        assert sum(shares) == total
        for part, share in zip(parts, shares, strict=True):
            assert abs(share - part * total / sum(parts)) < 1
    else:
        assert set(shares) == {0}


def test_the_total_adds_what_is_printed_also_below_the_hairline():
    columns = (ReportColumn("Name"), ReportColumn("Hours", Kind.HOURS, total=True))
    assert total_row(columns, [("a", 83), ("b", 83)], (("c", -83),)) == ("Total", 83)
    assert total_row(columns[:1], [("a",)]) is None


def test_cells_as_the_language_writes_them():
    assert hours_text(350) == "3.50"
    assert cell_text(-1250, Kind.HOURS) == "−12.50"
    assert cell_text(1234567, Kind.NUMBER) == "1,234,567"
    assert cell_text(date(2026, 11, 5), Kind.DATE) == "Nov 5, 2026"
    assert cell_text(None, Kind.DATE) == ""
    use_language("es")
    assert cell_text(date(2026, 11, 5), Kind.DATE) == "5 nov 2026"
