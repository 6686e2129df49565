# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The same certificates by ReportLab used well and by typst, for `benchmarks.certificates`."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WIDTH, HEIGHT = 792.0, 612.0
_FIRST = (
    "María José Nguyễn Katarzyna Łukasz Anna Michał Paweł Emma Sofía Đặng Trần Tou Folake".split()
)
_LAST = (
    "Wiśniewska Kowalczyk Rodríguez Hernández Fernández Zieliński Szymański Nowak Phạm Thảo "
    "Okafor Adeyemi Vang O’Brien Peña Ruiz Castillo Thị-Hồng Dubois Silva Begum"
).split()
_REASONS = [
    "for welcoming new families in their first weeks and for guiding the Saturday reading circle",
    "for the school garden, for the soup on every workday, and for teaching us to graft trees",
    "for sewing costumes, frying egg rolls and teaching the second grade to dance",
    "for a year of interpreting at conferences with patience and good humor",
]


@dataclass(frozen=True)
class Page:
    """What is on one certificate, as plain words."""

    name: str
    reason: str
    minutes: int
    number: str

    @property
    def hours(self) -> str:
        """The line of hours and period."""
        return f"{self.minutes / 60:g} hours of volunteer service · School year 2025–2026"


def pages_of(count: int) -> list[Page]:
    """The list all peers draw, by a fixed seed; names of at most 40 letters."""
    chance = random.Random(7)
    pages = []
    for number in range(1, count + 1):
        name = " ".join(
            [chance.choice(_FIRST), *chance.sample(_LAST, chance.choice((1, 1, 2, 2, 3)))]
        )
        reason, minutes = chance.choice(_REASONS), chance.randrange(75, 9000, 15)
        pages.append(Page(name[:40].strip(), reason, minutes, f"No. 2026-{number:04}"))
    return pages


FACES = {
    "body": ("EB Garamond", 400, False),
    "bold": ("EB Garamond", 700, False),
    "italic": ("EB Garamond", 400, True),
    "script": ("Great Vibes", 400, False),
    "title": ("Playfair Display", 500, True),
}


def _reportlab(count: int, out: Path, *, by_hand: bool) -> None:  # noqa: C901 - one story
    """ReportLab as a good book on it would have it; `by_hand` writes the text operators itself."""
    from reportlab import rl_config
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfbase.pdfmetrics import getFont, registerFont
    from reportlab.pdfbase.ttfonts import TTFNameBytes, TTFont
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0
    for name in FACES:
        font = TTFont(name, out.parent / f"{name}.ttf")
        font.face.name = TTFNameBytes(name.encode("ascii"))  # all cuts of a family share one
        registerFont(font)
    body, bold, italic, script, title = FACES
    canvas = Canvas(str(out), pagesize=(WIDTH, HEIGHT), initialFontName=body, pageCompression=1)

    @cache
    def width(word: str, font: str) -> float:
        return float(getFont(font).stringWidth(word, 1))

    def wrapped(text: str, font: str, measure: float) -> list[str]:
        lines, room, space = [""], 0.0, width(" ", font)
        for word in text.split():
            wide = width(word, font)
            if lines[-1] and room + space + wide > measure:
                lines.append(word)
                room = wide
            else:
                lines[-1] += (" " if lines[-1] else "") + word
                room += wide + (space if room else 0)
        return lines

    def line_width(text: str, font: str) -> float:
        words = text.split()
        return sum(width(word, font) for word in words) + width(" ", font) * (len(words) - 1)

    def by_interface(text: str, font: str, size: float, y: float) -> None:
        words = canvas.beginText(WIDTH / 2 - line_width(text, font) * size / 2, y)
        words.setFont(font, size)
        words.textOut(text)
        canvas.drawText(words)

    def by_operators(text: str, font: str, size: float, y: float) -> None:
        x = WIDTH / 2 - line_width(text, font) * size / 2
        shown = [f"BT {x:.2f} {y:.2f} Td"]
        for subset, chunk in getFont(font).splitString(text, canvas._doc):
            name = getFont(font).getSubsetInternalName(subset, canvas._doc)
            escaped = canvas._escape(chunk)
            shown.append(f"{name} {size:.5g} Tf ({escaped}) Tj")
        canvas._code.append(" ".join(shown) + " ET")

    put: Callable[[str, str, float, float], None] = by_operators if by_hand else by_interface
    canvas.beginForm("fixed", 0, 0, WIDTH, HEIGHT)
    canvas._code.append((out.parent / "frame.txt").read_text(encoding="ascii"))
    canvas.drawImage(ImageReader(out.parent / "logo.png"), WIDTH / 2 - 20, 516, 40, 40)
    canvas.setFillColorRGB(107 / 255, 31 / 255, 47 / 255)
    put("CEDAR BEND MIDDLE SCHOOL", bold, 13, 488)
    put("Certificate of Appreciation", title, 40, 428)
    canvas.setFillGray(0)
    put("This certificate is presented to", body, 16, 374)
    canvas.line(101, 302, 691, 302)
    for x, name, role in (
        (231, "Adaeze Nwosu", "Principal"),
        (561, "Lorraine Begay", "Coordinator"),
    ):
        canvas.line(x - 107, 144, x + 107, 144)
        canvas.setFont(body, 12.5)
        canvas.drawCentredString(x, 129, name)
        canvas.setFont(italic, 11.5)
        canvas.drawCentredString(x, 114, role)
    canvas.endForm()
    for page in pages_of(count):
        canvas.doForm("fixed")
        put(page.name, script, min(54.0, 572 / line_width(page.name, script)), 320)
        y = 273.0
        for line in wrapped(page.reason, body, 480 / 16.5):
            put(line, body, 16.5, y)
            y -= 22.5
        put(page.hours, italic, 15, y - 7)
        put("June 5, 2026", body, 12.5, 92)
        put(page.number, body, 10, 74)
        canvas.showPage()
    canvas.save()


def rl_best(count: int, out: Path) -> None:
    """ReportLab by its public interface."""
    _reportlab(count, out, by_hand=False)


def rl_max(count: int, out: Path) -> None:
    """ReportLab with the text operators written by hand."""
    _reportlab(count, out, by_hand=True)


_TYPST = """
#set page(width: 792pt, height: 612pt, margin: 0pt, background: image("frame.pdf"))
#let put(y, size, family, body, style: "normal", weight: 400, fill: black) = place(top + center,
  dy: (612 - y - size) * 1pt, block(width: 480pt, align(center,
  text(font: family, size: size * 1pt, style: style, weight: weight, fill: fill, body))))
#let dark = rgb(107, 31, 47)
#let fitted(name) = context {
  let wide = measure(text(font: "Great Vibes", size: 1pt, name)).width
  place(top + center, dy: 252pt,
    text(font: "Great Vibes", size: calc.min(54pt, 572pt / wide * 1pt), name))
}
#for page in json("pages.json") [
  #place(top + center, dy: 56pt, image("logo.png", width: 40pt))
  #put(488, 13, "EB Garamond", [CEDAR BEND MIDDLE SCHOOL], weight: 700, fill: dark)
  #put(428, 40, "Playfair Display", [Certificate of Appreciation], style: "italic", fill: dark)
  #put(374, 16, "EB Garamond", [This certificate is presented to])
  #fitted(page.name)
  #place(top, dx: 101pt, dy: 310pt, line(length: 590pt))
  #put(273, 16.5, "EB Garamond", page.reason)
  #put(221, 15, "EB Garamond", page.hours, style: "italic")
  #place(top, dx: 124pt, dy: 468pt, line(length: 214pt))
  #place(top, dx: 454pt, dy: 468pt, line(length: 214pt))
  #place(top, dx: 190pt, dy: 474pt, text(font: "EB Garamond", size: 12.5pt)[Adaeze Nwosu])
  #place(top, dx: 520pt, dy: 474pt, text(font: "EB Garamond", size: 12.5pt)[Lorraine Begay])
  #put(92, 12.5, "EB Garamond", [June 5, 2026])
  #put(74, 10, "EB Garamond", page.number)
  #pagebreak(weak: true)
]
"""


def typst(count: int, out: Path) -> None:
    """The typesetting system, with the frame as a picture behind each page."""
    import typst as engine

    rows = [
        {"name": page.name, "reason": page.reason, "hours": page.hours, "number": page.number}
        for page in pages_of(count)
    ]
    here = out.parent
    (here / "pages.json").write_text(json.dumps(rows), encoding="utf-8")
    (here / "main.typ").write_text(_TYPST, encoding="utf-8")
    engine.compile(
        here / "main.typ",
        output=out,
        root=str(here),
        font_paths=[str(here)],
        ignore_system_fonts=True,
    )
