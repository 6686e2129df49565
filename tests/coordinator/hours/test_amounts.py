# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Amounts of service as typed and as rounded."""

from contextlib import suppress
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.errors import Invalid
from coordinator.hours import (
    ROUNDING,
    hundredths,
    parse_minutes,
    parse_span,
    round_minutes,
    rounding_sentence,
    rounding_title,
)
from coordinator.i18n import format_hours


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1.5", 90),
        ("1,5", 90),
        ("1:30", 90),
        ("1:05", 65),
        ("90m", 90),
        ("90 min.", 90),
        ("1h30", 90),
        ("1 h 30 m", 90),
        ("2 h", 120),
        ("2 horas", 120),
        ("2", 120),
        (" .25 ", 15),
        ("1½", 90),
        ("¾", 45),
        ("０２", 120),
        ("١٫٥", 90),
        ("1.51", 91),
        ("0.333333", 20),
        ("24:00", 1440),
        ("24", 1440),
        ("1m", 1),
    ],
)
def test_amounts_as_people_type_them(text, minutes):
    assert parse_minutes(text) == minutes


@pytest.mark.parametrize(
    "text",
    ["", "  ", "-2", "−2", "25", "25 h", "NaN", "inf", "1e3", "1,500", "two", "1:60", "1h75", "0",
     "0:00", "0.001", "1:2:3", "1.2.3", "9" * 400, "1441m", "1,,5", "+2", "٪"],
)  # fmt: skip
def test_what_is_no_amount_is_refused_beside_its_field(text):
    with pytest.raises(Invalid) as refused:
        parse_minutes(text, "hours")
    assert refused.value.field == "hours"
    assert str(refused.value).endswith(".")


@given(st.text(max_size=12))
def test_no_text_breaks_the_reader(text):
    with suppress(Invalid):
        assert 1 <= parse_minutes(text) <= 1440


@given(st.integers(1, 1440).map(lambda n: n // 3 * 3 or 3))
def test_what_is_shown_is_read_back(minutes):
    assert parse_minutes(format_hours(minutes)) == minutes


@pytest.mark.parametrize(
    ("text", "starts", "minutes"),
    [
        ("9:00-11:30", time(9), 150),
        ("22:00–01:00", time(22), 180),
        ("18:00-24:00", time(18), 360),
        ("1:15 pm to 3 p.m.", time(13, 15), 105),
        ("12:30 am - 1:00 am", time(0, 30), 30),
        ("9:00 a 11:00", time(9), 120),
    ],
)
def test_spans_of_the_clock(text, starts, minutes):
    assert parse_span(text) == (starts, minutes)


@pytest.mark.parametrize("text", ["1.5", "9-11", "9:00", "25:00-26:00", "a-b", "13 pm - 2 pm"])
def test_other_texts_are_no_span(text):
    assert parse_span(text) is None


def test_an_end_at_the_start_is_refused():
    with pytest.raises(Invalid):
        parse_span("9:00-9:00")


@pytest.mark.parametrize(
    ("rule", "minutes", "rounded"),
    [
        ("exact", 67, 67),
        ("nearest_15", 67, 60),
        ("nearest_15", 68, 75),
        ("nearest_5", 62, 60),
        ("nearest_5", 63, 65),
        ("nearest_6", 63, 66),
        ("nearest_30", 75, 90),
        ("down_15", 74, 60),
        ("down_15", 14, 0),
        ("up_6", 135, 138),
        ("up_6", 138, 138),
        ("up_15", 1, 15),
    ],
)
def test_rounding_as_payroll_and_schools_do(rule, minutes, rounded):
    assert round_minutes(minutes, rule) == rounded


def test_every_rule_has_its_own_sentence_and_title():
    assert len({rounding_sentence(rule) for rule in ROUNDING}) == len(ROUNDING)
    assert len({rounding_title(rule) for rule in ROUNDING}) == len(ROUNDING)
    assert rounding_sentence("down_15") == (
        "Rounded down to 15 minutes per entry; exact times are kept."
    )


def test_an_unknown_rule_is_refused_with_the_known_ones():
    with pytest.raises(Invalid, match="nearest_15"):
        round_minutes(60, "sometimes")


def test_hundredths_go_half_up():
    assert [hundredths(minutes) for minutes in (0, 1, 3, 50, 90, 1440)] == [0, 2, 5, 83, 150, 2400]
