# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Faces: every axis pinned, letters known, nothing drawn as boxes."""

from io import BytesIO

import pytest

from coordinator import paths
from coordinator.documents import fonts
from coordinator.documents.fonts import covering, face, font_data, missing, registered, undrawable
from coordinator.documents.lettering import Lettering, canvas_text, shape_word, text_width
from tests.coordinator.documents.printed import base_fonts, read_text

EUROPEAN = "Nguyễn Thị Thảo Wiśniewska Čech Žižka Șerban Ğül ışık Ólafsdóttir ß Đặng ʻŌlelo №"


@pytest.fixture(autouse=True)
def cache(tmp_path):
    font_data.cache_clear()
    paths.use_data_folder(tmp_path)
    yield tmp_path / "cache"
    paths.use_data_folder(None)


@pytest.mark.parametrize("family", fonts.FAMILIES)
def test_a_pinned_face_has_no_axes_left(family):
    data = font_data(face(family, 500))
    assert b"fvar" not in data[:400]
    assert b"GPOS" in data[:400], "kerning is kept"


def test_weights_differ_and_bear_different_names():
    light, heavy = face("Montserrat", 500), face("Montserrat", 800)
    assert light.name != heavy.name
    assert text_width("Hannah", Lettering(heavy)) > text_width("Hannah", Lettering(light))


def test_noto_sans_narrow_keeps_its_size_and_saves_width():
    narrow = text_width("Volunteer", Lettering(face("Noto Sans", 400, width=80)))
    assert narrow < 0.93 * text_width("Volunteer", Lettering(face("Noto Sans", 400)))


def test_a_pinned_face_is_kept_and_a_damaged_one_made_again(cache):
    cut = face("Nunito", 700)
    whole = font_data(cut)
    (kept,) = cache.glob("Nunito-700-*.font")
    kept.write_bytes(kept.read_bytes()[:-1] + b"\0\0")
    font_data.cache_clear()
    assert font_data(cut) == whole
    assert kept.read_bytes().endswith(whole)


@pytest.mark.parametrize("family", ["Noto Sans", "Noto Serif", "EB Garamond"])
def test_text_faces_cover_european_names(family):
    assert missing(EUROPEAN + " Юлия Щербакова", face(family, 500)) == set()


def test_a_name_moves_as_a_whole_to_a_face_that_has_its_letters():
    assert covering("María Núñez", face("Fraunces", 620)).family == "Fraunces"
    assert covering("Юлия Смирнова", face("Fraunces", 620)).family == "Nunito"
    assert covering("Αθηνά Δούκα", face("Great Vibes")).family == "EB Garamond"


def test_a_loose_mark_that_a_face_cannot_place_counts_as_missing():
    assert missing("Ọ̀la", face("EB Garamond", 500)) == {"\u0300"}
    assert covering("Ọ̀la", face("EB Garamond", 500)).family == "Noto Serif"
    assert missing("Ọ̀la", face("Great Vibes")) == set()


@pytest.mark.parametrize(
    "name", ["محمد", "שרה", "अनिल", "សុខា", "အောင်", "สมชาย", "王小明", "김철수", "Ana😀"]
)
def test_names_that_need_other_scripts_are_told(name):
    assert undrawable(name)


@pytest.mark.parametrize(
    "name", ["Bo", "", EUROPEAN, "Ọ̀láídé", "<b>Ann</b>", "Αθηνά", "O’Brien – 2nd"]
)
def test_names_in_latin_greek_and_cyrillic_are_drawable(name):
    assert undrawable(name) == frozenset()


@pytest.mark.parametrize("family", fonts.FAMILIES)
def test_every_face_has_ascii(family):
    assert fonts.letters(face(family)) >= set(range(32, 127))


def test_the_letters_taken_for_granted_are_in_noto_sans():
    sure = {code for code in range(0x110000) if fonts._SURE.fullmatch(chr(code))}
    assert len(sure) > 600
    assert sure <= fonts.letters(face("Noto Sans"))


def test_kerning_brings_letters_together():
    style = Lettering(face("EB Garamond", 500))
    apart = shape_word("A", style).width + shape_word("V", style).width
    assert shape_word("AV", style).width < apart - 0.03


def test_tracking_widens_each_letter_and_keeps_ligatures_apart():
    plain, tracked = Lettering(face("EB Garamond")), Lettering(face("EB Garamond"), 100)
    assert len(shape_word("fi", plain).glyphs) == 1
    assert len(shape_word("fi", tracked).glyphs) == 2
    assert text_width("nn", tracked) == pytest.approx(text_width("nn", plain) + 0.1, abs=0.002)


def test_headings_and_plain_type_share_a_canvas():
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, pagesize=(400, 200), initialFontName=registered(face("Noto Sans")))
    width = canvas_text(canvas, 20, 150, "Nguyễn Wiśniewska", Lettering(face("Noto Sans", 700)), 20)
    canvas_text(
        canvas, 380, 100, "Cedar Bend", Lettering(face("EB Garamond"), 80, ("smcp",)), 16, "right"
    )
    canvas.setFont(registered(face("Noto Sans", 600)), 10)
    canvas.drawString(20, 50, "Đặng Thị Ọ́")
    canvas.save()
    assert 150 < width < 250
    text = read_text(out.getvalue())
    assert "Nguyễn Wiśniewska" in text
    assert "Cedar Bend" in text
    assert "Đặng Thị" in text
    assert not any("Helvetica" in name for name in base_fonts(out.getvalue()))
