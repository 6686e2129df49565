# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Text at the edge: what is kept, what is taken out, what search sees."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.text import clean_line, clean_text, digits, fold


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ana  Peña ", "Ana Peña"),
        ("Ann\x00a", "Anna"),
        ("Ann\ud800", "Ann"),
        ("\u202eBob\u2066", "Bob"),
        ("Bo\u200bb\u00ad\ufeff", "Bob"),
        ("Ann\u2028Lee", "Ann Lee"),
        ("\u00a0\u00a0", ""),
        ("Jose\u0301", "José"),
        ("Jose\u200b\u0301", "José"),
        ("Jose\u200d\u0301", "José"),
        ("\u200d\u200d0", "0"),
        ("رضا\u200c \u200b", "رضا"),
        ("Ann\uffff\ufdd0", "Ann"),
        ("\U000323b0", "\U000323b0"),  # of Unicode 15.1, newer than Python 3.11
        ("<b>Ann</b>", "<b>Ann</b>"),
        ("=1+1", "=1+1"),
        ("Null", "Null"),
        ("رضا\u200cزاده", "رضا\u200cزاده"),
    ],
)
def test_a_line_is_normalised_and_nothing_else(typed, kept):
    assert clean_line(typed) == kept


def test_a_note_keeps_its_lines():
    assert clean_text("one \r\ntwo\rthree\tfour\x07") == "one\ntwo\nthree four"


_TROUBLE = st.text(st.sampled_from("aé \n\u0301\u200b\u200c\u200d\u2028ا👩\u00a0\x00"))


@given(st.text() | _TROUBLE)
def test_cleaning_twice_changes_nothing_more(text):
    lines = clean_text(text)
    assert clean_text(lines) == lines
    once = clean_line(text)
    assert clean_line(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in once)


@pytest.mark.parametrize(
    ("name", "typed"),
    [("Łukasz", "lukasz"), ("Đặng", "dang"), ("Peña", "pena"), ("O’Brien", "obrien"),
     ("Søren", "soren"), ("IŞIK", "isik"), ("Zoë", "zoe"), ("Jose\u0301", "jose")],
)  # fmt: skip
def test_search_finds_what_is_typed_without_accents(name, typed):
    assert fold(name) == typed


def test_digits_of_any_script():
    assert digits("(555) 014-٢١١٨") == "5550142118"
