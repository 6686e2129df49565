# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""1,000 framed certificates in one PDF: ours beside ReportLab used well, and typst.

Run `python -m benchmarks.certificates [pages] [rounds]`. All draw the same frame, a 400 x 400 logo,
fixed words, a fitted name, a wrapped reason, hours, date and number from one list made by a fixed
seed; each job runs in a process of its own. cpu is user + system of the whole process; "a page" is
the same without start-up: (pages - 1 page) / (pages - 1). Medians of the rounds.

- ours: `draw_certificates`, the classic design (kerned, checked, balanced, laid out page by page)
- rl_max: ReportLab with form XObject, remembered widths, no ASCII85, text operators by hand
- rl_best: ReportLab by its public interface: form XObject, remembered widths, text objects
- typst: the frame as a picture in the background, the words by its own engine (extra `benchmarks`)
The ReportLab peers neither kern nor place marks, and know one layout only: they do less.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

WIDTH, HEIGHT = 792.0, 612.0
TARGET = 0.75  # of rl_best's cpu, whole
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


def logo() -> bytes:
    """A picture of 400 x 400 dots."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (400, 400), "white")
    draw = ImageDraw.Draw(image)
    for ring in range(40):
        draw.ellipse(
            (ring * 5, ring * 5, 400 - ring * 5, 400 - ring * 5), (6 * ring, 120, 255 - 6 * ring)
        )
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def ours(count: int, out: Path) -> None:
    """The product's own way."""
    from coordinator.documents.certificate import Certificate, Look, draw_certificates, get_design

    signers = (("Adaeze Nwosu", "Principal"), ("Lorraine Begay", "Family Coordinator"))
    look = Look(
        get_design("classic"),
        school="Cedar Bend Middle School",
        logo_png=(out.parent / "logo.png").read_bytes(),
        signatures=signers,
    )
    year, day = "School year 2025–2026", date(2026, 6, 5)
    certificates = [
        Certificate(page.name, "en", page.minutes, year, page.reason, day, page.number[4:])
        for page in pages_of(count)
    ]
    with out.open("wb") as file:
        draw_certificates(certificates, look, file)


FACES = {
    "body": ("EB Garamond", 400, False),
    "bold": ("EB Garamond", 700, False),
    "italic": ("EB Garamond", 400, True),
    "script": ("Great Vibes", 400, False),
    "title": ("Playfair Display", 500, True),
}


def prepare(folder: Path) -> None:
    """The other peers' material: static font files, the frame as operators and as a PDF, a logo."""
    from coordinator.documents.art import draw_art
    from coordinator.documents.art.pen import Inks
    from coordinator.documents.fonts import face, font_data
    from coordinator.documents.pdf_file import PdfFile

    for name, (family, weight, italic) in FACES.items():
        data = font_data(face(family, weight, italic=italic))
        (folder / f"{name}.ttf").write_bytes(data)
    inks = Inks({"dark": (107, 31, 47)}, black_only=False)
    frame = draw_art("classic", WIDTH, HEIGHT, inks)
    (folder / "frame.txt").write_text(frame, encoding="ascii")
    file = PdfFile(WIDTH, HEIGHT, title="", author="", lang="en")
    file.add_page(frame)
    with (folder / "frame.pdf").open("wb") as out:
        file.save(out)
    (folder / "logo.png").write_bytes(logo())


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


PEERS = {"ours": ours, "rl_max": rl_max, "rl_best": rl_best, "typst": typst}


def run(peer: str, count: int, out: Path) -> tuple[float, float]:
    """One job in its own process: cpu seconds (user + system) and peak memory in MB."""
    command = [
        sys.executable,
        "-m",
        "benchmarks.certificates",
        "--peer",
        peer,
        str(count),
        str(out),
    ]
    # Compiled modules are kept, as in an installed program.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(command, env=env)
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{peer} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(count: int, rounds: int) -> None:
    """Run all peers in turn, round after round, and print the table."""
    whole: dict[str, list[float]] = {peer: [] for peer in PEERS}
    single: dict[str, list[float]] = {peer: [] for peer in PEERS}
    memory: dict[str, float] = dict.fromkeys(PEERS, 0.0)
    size: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.pdf"
        prepare(out.parent)
        for peer in PEERS:
            run(peer, 1, out)  # fonts pinned, files in the disk cache
        for _round in range(rounds):
            for peer in PEERS:
                single[peer].append(run(peer, 1, out)[0])
                cpu, peak = run(peer, count, out)
                whole[peer].append(cpu)
                memory[peer] = max(memory[peer], peak)
                size[peer] = out.stat().st_size // 1024
    base = statistics.median(whole["rl_best"])
    page_base = (base - statistics.median(single["rl_best"])) / (count - 1)
    print(f"{count} certificates, median of {rounds} rounds")
    print("peer       cpu s x rl_best ms a page x rl_best    MB     KB")
    for peer in PEERS:
        cpu = statistics.median(whole[peer])
        page = (cpu - statistics.median(single[peer])) / (count - 1)
        print(
            f"{peer:8} {cpu:7.3f} {cpu / base:9.2f} {page * 1000:9.3f} {page / page_base:9.2f} "
            f"{memory[peer]:5.0f} {size[peer]:6}"
        )
    ratio = statistics.median(whole["ours"]) / base
    print(
        f"ours / rl_best = {ratio:.2f} (target {TARGET}): {'met' if ratio <= TARGET else 'MISSED'}"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peer"]:
        PEERS[sys.argv[2]](int(sys.argv[3]), Path(sys.argv[4]))
    else:
        given = [int(word) for word in sys.argv[1:]]
        measure(*(given + [1000, 5][len(given) :]))
