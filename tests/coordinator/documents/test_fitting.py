# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Names and paragraphs in their boxes, by the sizes of the print rules."""

import pytest

from coordinator.documents.certificate.fitting import balanced, fit_name, fit_text, glued
from coordinator.documents.certificate.placing import place
from coordinator.documents.fonts import face
from coordinator.documents.lettering import NO_BREAK, Lettering, text_width

GARAMOND = Lettering(face("EB Garamond", 500))


@pytest.mark.parametrize(
    ("name", "size", "lines"),
    [
        ("Bo Li", 46.0, 1),
        ("Nguyễn Thị Phương Thảo", 46.0, 1),
        ("Katarzyna Wiśniewska-Szczepańska", 41.1, 1),
        ("Guadalupe Montserrat de los Ángeles Hernández de la Cruz", 39.1, 2),
    ],
)
def test_name_sizes_are_those_of_the_trial_sheets(name, size, lines):
    fitted = fit_name(name, GARAMOND, (46, 30, 0.85 * 46), 575)
    assert fitted.size == pytest.approx(size, abs=0.1)
    assert len(fitted.lines) == lines
    assert max(fitted.widths) * fitted.size <= 575.01


def test_a_line_never_ends_with_a_particle():
    assert glued("Ana de la Cruz y Vega") == f"Ana de{NO_BREAK}la{NO_BREAK}Cruz y{NO_BREAK}Vega"
    fitted = fit_name(
        "Maximiliana de los Ángeles van der Bergenhausen y Montemayor", GARAMOND, (46, 36, 39), 575
    )
    assert fitted.lines[0].split()[-1] not in {"de", "los", "van", "der", "y"}


def test_one_endless_word_is_made_small_and_told():
    fitted = fit_name("W" * 200, GARAMOND, (46, 30, 39), 575)
    assert fitted.outcome == "too_wide"
    assert fitted.widths[0] * fitted.size == pytest.approx(575)


def test_two_lines_stand_clear_of_each_other():
    fitted = fit_name("Ẫggyp " * 6 + "Ẫggyp Ẫggypqj", GARAMOND, (46, 30, 39), 575)
    assert fitted.leading >= 1.12 * fitted.size
    plain = fit_name("aceno " * 9 + "aceno", GARAMOND, (46, 30, 39), 575)
    assert fitted.leading / fitted.size > plain.leading / plain.size


def test_paragraphs_are_even_and_keep_the_fewest_lines():
    text = "for welcoming new families in their first weeks and for guiding the reading circle"
    lines = balanced(text, GARAMOND, 28.0)
    assert " ".join(lines) == text
    widths = [text_width(line, GARAMOND) for line in lines]
    assert len(lines) == 2
    assert max(widths) <= 28.0
    assert max(widths) - min(widths) < 3.5


def test_text_shrinks_to_its_floor_before_it_wraps():
    fitted = fit_text("Maple Hollow Elementary", GARAMOND, (20.0, 10.0), 25.0, 150.0)
    assert len(fitted.lines) == 1
    assert 10 < fitted.size < 20
    wrapped = fit_text(
        "Maple Hollow Elementary School of the Arts", GARAMOND, (20.0, 18.0), 25.0, 150.0
    )
    assert len(wrapped.lines) > 1
    assert wrapped.size == 18


def test_a_column_spreads_and_closes_but_tells_when_it_overruns():
    spread, over = place((0, 50, 50), (0, 0, 0), (0, 1, 1), (0, 0, 0), (400, 280))
    assert over == 0
    assert spread[-1] == pytest.approx(280, abs=0.1)
    closed, over = place((0, 50, 50), (0, 0, 0), (0, 1, 1), (0, 0, 0), (400, 310))
    assert over == 0
    assert closed[-1] == pytest.approx(310, abs=0.1)
    _baselines, over = place((0, 50, 50), (0, 0, 0), (0, 1, 1), (0, 48, 48), (400, 310))
    assert over == pytest.approx(6, abs=0.1)
