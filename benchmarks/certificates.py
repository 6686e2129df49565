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

import os
import statistics
import subprocess
import sys
import tempfile
from datetime import date
from io import BytesIO
from pathlib import Path

from benchmarks import certificate_peers as peers
from benchmarks.certificate_peers import FACES, HEIGHT, WIDTH, pages_of

TARGET = 0.75  # of rl_best's cpu, whole


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


PEERS = {"ours": ours, "rl_max": peers.rl_max, "rl_best": peers.rl_best, "typst": peers.typst}


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
