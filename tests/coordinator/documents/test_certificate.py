# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Certificates: every word read back, every page within its margins, names fitted."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest

from coordinator.documents.certificate import (
    Certificate,
    Look,
    check_names,
    draw_certificates,
    draw_page,
    get_design,
    list_designs,
    period_words,
)
from coordinator.errors import Cancelled, Problem
from tests.coordinator.documents.printed import (
    base_fonts,
    colours_used,
    embedded_files,
    ink_box,
    page_sizes,
    read_text,
)

KEYS = ("plain", "classic", "warm")
SIGNERS = (
    ("Adaeze Nwosu", "Principal"),
    ("Tomasz Zieliński", "Lead Teacher"),
    ("Lorraine Begay", ""),
)
FULL = Certificate(
    name="Katarzyna Wiśniewska-Szczepańska",
    language="en",
    hours_minutes=3750,
    period="School year 2025–2026",
    reason="for welcoming new families in their first weeks",
    issued=date(2026, 6, 12),
    number="2026-0147",
    code="7K4Q-M2XD",
)


def look(key="plain", **changes):
    values = {"school": "Maple Hollow Elementary School", "signatures": SIGNERS[:2], **changes}
    return Look(get_design(key), **values)


def test_the_three_designs_come_simplest_first():
    assert [design.key for design in list_designs()] == list(KEYS)
    assert get_design("warm").languages == ("en", "es")


def test_an_unknown_design_is_refused_in_words():
    with pytest.raises(Problem, match="gothic"):
        get_design("gothic")
    for key in ("words", "../certificates/plain", ""):
        with pytest.raises(Problem):
            get_design(key)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_every_word_is_read_back(key, paper):
    text = read_text(draw_page(FULL, look(key, paper=paper)))
    for word in (FULL.name, FULL.reason, FULL.period, "62.5 hours", "June 12, 2026"):
        assert word in text
    for word in ("Maple Hollow Elementary School", "No. 2026-0147", "7K4Q-M2XD", "Adaeze Nwosu"):
        assert word in text
    assert "Tomasz Zieliński" in text


@pytest.mark.parametrize("key", KEYS)
def test_spanish_counts_hours_and_writes_dates_its_own_way(key):
    one = replace(FULL, language="es", hours_minutes=60, reason="por su ayuda", period="")
    text = read_text(draw_page(one, look(key)))
    assert "1 hora " in text
    assert "12 de junio de 2026" in text
    assert "N.º 2026-0147" in text
    two = read_text(draw_page(replace(one, hours_minutes=120), look(key)))
    assert "2 horas " in two


def test_a_language_without_words_speaks_english_throughout():
    text = read_text(draw_page(replace(FULL, language="vi"), look()))
    assert "62.5 hours of service" in text
    assert "June 12, 2026" in text


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("lang", ["en", "es"])
def test_empty_values_close_up(key, lang):
    bare = Certificate("Bo Li", lang)
    text = read_text(draw_page(bare, look(key, school="", signatures=())))
    assert "Bo Li" in text
    for trace in ("None", "{", "}", "No.", "N.º", "·", "  "):
        assert trace not in text
    for field in ("reason", "period", "number", "code"):
        assert "None" not in read_text(draw_page(replace(FULL, **{field: ""}), look(key)))
    no_hours = read_text(draw_page(replace(FULL, hours_minutes=None, issued=None), look(key)))
    assert "hour" not in no_hours
    assert FULL.period in no_hours


@pytest.mark.parametrize("key", KEYS)
def test_without_a_reason_the_hours_make_the_sentence(key):
    text = read_text(draw_page(replace(FULL, reason="", hours_minutes=60), look(key)))
    assert "for 1 hour of" in text
    assert text.count("1 hour") == 1


@pytest.mark.parametrize(("paper", "size"), [("letter", (792, 612)), ("a4", (841.89, 595.28))])
@pytest.mark.parametrize("key", KEYS)
def test_the_page_has_its_paper_and_keeps_its_margins(key, paper, size):
    long = replace(FULL, reason="for patience and good humor " * 8, name="W" * 30 + " " + "M" * 30)
    for certificate in (
        FULL,
        long,
        replace(FULL, name="Guadalupe Montserrat de los Ángeles Hernández"),
    ):
        pdf = draw_page(certificate, look(key, paper=paper, signatures=SIGNERS))
        assert page_sizes(pdf)[0] == pytest.approx(size, abs=0.01)
        # 10.6 mm from the edge; a printed line may lie on the margin itself.
        assert min(ink_box(pdf)) >= 28


@pytest.mark.parametrize("key", KEYS)
def test_fonts_are_embedded_subsets_and_ours(key):
    pdf = draw_page(FULL, look(key))
    names = base_fonts(pdf)
    assert names
    assert all(name[6] == "+" and name[:6].isupper() for name in names), names
    files = embedded_files(pdf)
    assert len(files) == len(names)
    assert all(len(data) < 60_000 for data in files), "only used glyphs"


@pytest.mark.parametrize("key", KEYS)
def test_black_only_has_no_colour_and_no_grey(key):
    pdf = draw_page(FULL, look(key, palette="black"))
    assert colours_used(pdf) == {(0, 0, 0), (255, 255, 255)}
    assert len(colours_used(draw_page(FULL, look(key)))) > 2


def test_many_pages_share_their_frame_and_stay_small():
    certificates = [replace(FULL, name=f"Ana Ruiz {n}", number=f"2026-{n:04}") for n in range(100)]
    one, hundred = BytesIO(), BytesIO()
    told = []
    draw_certificates(certificates[:1], look("warm"), one)
    draw_certificates(
        certificates, look("warm"), hundred, lambda done, total: told.append((done, total))
    )
    pdf = hundred.getvalue()
    assert len(page_sizes(pdf)) == 100
    assert (len(pdf) - len(one.getvalue())) / 99 < 1500
    assert told[-1] == (100, 100)
    assert "Ana Ruiz 99" in read_text(pdf, 99)
    assert "2026-0099" in read_text(pdf, 99)


def test_cancelling_stops_the_batch():
    def stop(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        draw_certificates([FULL] * 60, look(), BytesIO(), stop)


def test_no_certificate_is_refused():
    with pytest.raises(Problem):
        draw_certificates([], look(), BytesIO())


@pytest.mark.parametrize(
    "name",
    [
        "<b>Ann</b>",
        "</para>",
        "Null",
        "X",
        "{hours} {0}",
        "(a\\b) 100%",
        "=1+1",
        "O’Neil-Ó Súilleabháin",
    ],
)
@pytest.mark.parametrize("key", KEYS)
def test_hostile_names_are_printed_letter_for_letter(key, name):
    assert name in read_text(draw_page(replace(FULL, name=name), look(key)))


@pytest.mark.parametrize("key", KEYS)
def test_names_of_many_languages_are_printed_with_their_marks(key):
    for name in ("Nguyễn Thị Thảo", "Ọ̀láídé Fọlákẹ́", "Юлия Щербакова", "Łukasz Żółć", "Αθηνά"):
        assert name in read_text(draw_page(replace(FULL, name=name), look(key)))


def test_a_name_of_200_letters_is_whole_and_listed():
    name = ("Abcdefghi " * 20).strip()
    for key in KEYS:
        pdf = draw_page(replace(FULL, name=name), look(key))
        assert read_text(pdf).count("Abcdefghi") == 20
        assert min(ink_box(pdf)) >= 28
        (trouble,) = check_names([replace(FULL, name=name)], look(key))
        assert trouble.kind == "too_wide"
        assert name in trouble.sentence


def test_names_no_face_can_draw_are_listed_and_refused():
    certificates = [FULL, replace(FULL, name="محمد علي"), replace(FULL, reason="for 😀")]
    found = check_names(certificates, look())
    assert [trouble.kind for trouble in found] == ["undrawable", "undrawable"]
    assert "محمد علي" in found[0].sentence
    assert FULL.name in found[1].sentence
    with pytest.raises(Problem, match="محمد"):
        draw_certificates(certificates, look(), BytesIO())


def test_a_name_in_two_lines_is_mentioned_and_a_short_one_is_not():
    long = replace(FULL, name="Guadalupe Montserrat de los Ángeles Hernández de la Cruz")
    assert [trouble.kind for trouble in check_names([FULL, long], look())] == ["two_lines"]


def test_a_reason_too_long_for_the_sheet_is_told():
    endless = replace(FULL, reason="for every single day of it " * 60)
    assert [trouble.kind for trouble in check_names([endless], look())] == ["too_long"]


def test_a_logo_is_drawn_with_its_transparency(logo):
    for key in KEYS:
        plain, marked = draw_page(FULL, look(key)), draw_page(FULL, look(key, logo_png=logo))
        assert b"/SMask" in marked
        assert (200, 30, 30) in colours_used(marked)
        assert (200, 30, 30) not in colours_used(plain)


@pytest.fixture(scope="module")
def logo():
    from PIL import Image, ImageDraw

    image = Image.new("RGBA", (200, 100), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((10, 10, 190, 90), fill=(200, 30, 30, 255))
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def test_a_damaged_logo_is_told(logo):
    for damaged in (logo[: len(logo) // 2], logo[:20], b"GIF89a"):
        with pytest.raises(Problem, match="logo"):
            draw_page(FULL, look(logo_png=damaged))


def test_every_object_stands_where_the_file_says():
    pdf = draw_page(FULL, look("classic"))
    table = pdf[int(re.search(rb"startxref\n(\d+)", pdf)[1]) :]
    assert table.startswith(b"xref\n")
    places = [int(place) for place in re.findall(rb"(\d{10}) 00000 n ", table)]
    assert len(places) > 20
    for number, place in enumerate(places, 1):
        assert pdf[place:].startswith(b"%d 0 obj\n" % number)


def test_periods_in_words():
    assert period_words(date(2025, 8, 18), date(2026, 6, 5)) == "School year 2025–2026"
    assert period_words(date(2025, 8, 18), date(2026, 6, 5), "es") == "Ciclo escolar 2025–2026"
    assert period_words(date(2026, 1, 5), date(2026, 6, 5)) == "January 2026 to June 2026"
    assert period_words(date(2026, 1, 5), date(2026, 1, 9), "es") == "enero de 2026"
