# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - SQL and rows in one line each
"""A roster of 20,000 students: our import beside raw sqlite3 inserts of the same rows.

Run `python -m benchmarks.roster [students]`. Each job runs in a process of its own; cpu seconds
and peak memory are the process's, without starting Python and making the empty file.

- raw: csv.reader, the names folded, sqlite3 executemany, one transaction, no triggers
- raw-history: the same rows into the same file with its history triggers on
- raw-together, raw-together-history: both once more, a hundred rows in each statement
- import: open, recognise, match, insert, history, search index; one undoable step
- import again: the same file once more, which must change nothing
"""

import csv
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import unicodedata
from itertools import chain, pairwise
from pathlib import Path

FIRST = [
    "Ana",
    "José",
    "Lucía",
    "Omar",
    "Mai",
    "Liam",
    "Zoë",
    "Ikram",
    "Noor",
    "Mateo",
    "Thảo",
    "Eva",
]
LAST = ["Peña", "Ruiz", "Nguyễn", "Okafor", "Smith", "Hassan", "Vang", "Garcia", "Łuczak", "Chen"]
HEADINGS = [
    "Student ID", "Student First Name", "Student Last Name", "Grade", "Birth Date", "Homeroom",
    "Home Language", "Street", "City", "State", "Zip", "Guardian First Name",
    "Guardian Last Name", "Guardian Email", "Guardian Mobile", "Relationship",
]  # fmt: skip
TARGET = 3.0
ROUNDS = 5
TOGETHER = 100
RAW = ("raw", "raw-history", "raw-together", "raw-together-history")


def make_file(path: Path, students: int) -> None:
    """A wide roster with a fixed seed: 16 columns, every third student a sibling."""
    chance = random.Random(7)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        family: list[str] = []
        last = ""
        for number in range(students):
            if not family or number % 3:
                last = f"{chance.choice(LAST)} {chance.choice(LAST)}{number:x}"
                family = [
                    f"{number} Oak Street", "Springfield", "IL", "62701",
                    f"{chance.choice(FIRST)} {chance.choice(FIRST)}", last,
                    f"parent{number}@example.org", f"(217) 555-{number % 10_000:04}", "Mother",
                ]  # fmt: skip
            day = f"{chance.randint(1, 12):02}/{chance.randint(1, 28):02}/{chance.randint(2009, 2020)}"
            child = [f"{100_000 + number}", f"{chance.choice(FIRST)} {chance.choice(FIRST)}", last]
            place = [str(chance.randint(1, 12)), day, f"Room {number % 40}"]
            language = chance.choice(["Spanish", "English", "Hmong", "Arabic", "Vietnamese"])
            writer.writerow([*child, *place, language, *family])


def _fold(text: str) -> str:
    text = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in text if not unicodedata.combining(char))


def _raw(store: Path, file: Path, *, history: bool, together: bool) -> None:
    db = sqlite3.connect(store, isolation_level=None)
    db.executescript("PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA foreign_keys=ON")
    if not history:
        names = db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        db.executescript("".join(f"DROP TRIGGER {name};" for (name,) in names))
    db.execute("BEGIN IMMEDIATE")
    if history:
        db.execute(
            "INSERT INTO change (at, who, label, kind, undone) VALUES ('2026-01-01', '', '', 'do', 0)"
        )
    for sql, values in _raw_rows(file):
        if together:
            into, hole = sql.split(" VALUES ")
            whole = len(values) - len(values) % TOGETHER
            starts = range(0, whole, TOGETHER)
            db.executemany(
                f"{into} VALUES {', '.join([hole] * TOGETHER)}",
                (tuple(chain.from_iterable(values[at : at + TOGETHER])) for at in starts),
            )
            values = values[whole:]
        db.executemany(sql, values)
    db.execute("COMMIT")
    db.close()


def _raw_rows(file: Path) -> list[tuple[str, list[tuple[object, ...]]]]:
    families: list[tuple[object, ...]] = []
    people: list[tuple[object, ...]] = []
    phones: list[tuple[object, ...]] = []
    emails: list[tuple[object, ...]] = []
    members: list[tuple[object, ...]] = []
    enrollments: list[tuple[object, ...]] = []
    seen: dict[str, tuple[int, int]] = {}
    with file.open(encoding="utf-8", newline="") as text:
        reader = csv.reader(text)
        next(reader)
        for row in reader:
            (number, first, last, grade, born, room, language, street, city, state, code, parent_first,
             parent_last, email, phone, relation) = row  # fmt: skip
            if email not in seen:
                families.append((len(families) + 1, last, language, street, city, state, code))
                name = f"{parent_first} {parent_last}"
                people.append(
                    (len(people) + 1, name, f"{parent_last}, {parent_first}", None, _fold(name))
                )
                digits = "".join(char for char in phone if char.isdigit())
                phones.append((len(people), f"+1{digits}", digits))
                emails.append((len(people), email))
                members.append((len(families), len(people), "guardian", relation))
                seen[email] = len(families), len(people)
            family, _parent = seen[email]
            name = f"{first} {last}"
            month, day, year = born.split("/")
            people.append(
                (len(people) + 1, name, f"{last}, {first}", f"{year}-{month}-{day}", _fold(name))
            )
            members.append((family, len(people), "student", ""))
            enrollments.append((len(people), grade.zfill(2), room, number))
    zeros = "'', '', '', 0, 0, 0, 0, 0, 1"
    return [
        (f"INSERT INTO family (id, name, home_language, street, city, region, postal_code, channel, best_time, notes, interpreter, do_not_list, do_not_photograph, do_not_contact, archived, version) VALUES (?,?,?,?,?,?,?,{zeros})", families),
        ("INSERT INTO person (id, name, sorts_as, birth_date, fold, called, certificate_name, staff_title, notes, archived, version) VALUES (?,?,?,?,?,'','','','',0,1)", people),
        ("INSERT INTO phone (person_id, rank, label, number, digits) VALUES (?,0,'',?,?)", phones),
        ("INSERT INTO email (person_id, rank, address) VALUES (?,0,?)", emails),
        ("INSERT INTO enrollment (person_id, term_id, grade, homeroom_teacher, student_number) VALUES (?,1,?,?,?)", enrollments),
        ("INSERT INTO member (family_id, person_id, role, relationship, contact_order, lives_with, restricted) VALUES (?,?,?,?,1,1,0)", members),
    ]  # fmt: skip


def _import(store_path: Path, file: Path, *, expect_new: bool) -> dict[str, float]:
    from coordinator.importing import apply, check, open_source, recognise
    from coordinator.store import Store

    store = Store.open(store_path)
    marks = [("start", time.process_time())]
    source = open_source(file)
    marks.append(("read", time.process_time()))
    found = recognise(source)
    with store.read() as db:
        plan = check(db, found)
    marks.append(("check", time.process_time()))
    assert plan.counts["new" if expect_new else "unchanged"] == len(source.tables[0].rows)
    assert bool(plan.writes) == expect_new
    if plan.writes:
        with store.write("Import") as db:
            apply(db, plan)
            marks.append(("insert", time.process_time()))
    marks.append(("commit", time.process_time()))
    store.close()
    pairs = pairwise(marks)
    return {name: now - before for (_name, before), (name, now) in pairs}


def job(name: str, folder: Path) -> None:
    """One job in this process; prints cpu seconds, wall seconds, peak MB and the parts."""
    store, file = folder / f"{name}.coordinator", folder / "roster.csv"
    parts: dict[str, float] = {}
    if name.startswith("import"):
        import coordinator.importing
        import coordinator.store  # noqa: F401 - imports are not what is measured
    cpu, wall = time.process_time(), time.perf_counter()
    if name.startswith("raw"):
        _raw(store, file, history=name.endswith("history"), together="together" in name)
    else:
        parts = _import(store, file, expect_new=name == "import")
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = " ".join(f"{part}={seconds:.2f}" for part, seconds in parts.items())
    print(f"{cpu:.3f} {wall:.3f} {peak:.0f} {told}")


def _round(folder: Path, students: int, told: dict[str, list[list[str]]]) -> None:
    """Every job once in fresh files; adds what each one told."""
    from coordinator import terms
    from coordinator.store import Store

    make_file(folder / "roster.csv", students)
    for what in (*RAW, "import"):
        store = Store.create(folder / f"{what}.coordinator")
        with store.write("Year") as db:
            terms.ensure_year(db, "2026-27")
        store.close()
    for what in (*RAW, "import", "import-again"):
        if what == "import-again":
            (folder / "import.coordinator").rename(folder / "import-again.coordinator")
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.roster", "--job", what, str(folder)],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        told.setdefault(what, []).append(done.stdout.split())


def main() -> None:
    """All jobs, five rounds, the medians; ratios to raw beside them."""
    students = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    told: dict[str, list[list[str]]] = {}
    for _number in range(ROUNDS):
        with tempfile.TemporaryDirectory() as name:
            _round(Path(name), students, told)
    cpu = {what: statistics.median(float(one[0]) for one in all_) for what, all_ in told.items()}
    print(f"{students:,} students, medians of {ROUNDS} rounds")
    for what, rounds in told.items():
        wall, peak = (statistics.median(float(one[at]) for one in rounds) for at in (1, 2))
        usual = min(rounds, key=lambda one: abs(float(one[0]) - cpu[what]))
        ratio = cpu[what] / cpu["raw"]
        print(
            f"{what:21} cpu {cpu[what]:5.2f}  wall {wall:5.2f}  {peak:4.0f} MB  "
            f"{ratio:5.2f} x raw  {' '.join(usual[3:])}"
        )
    # The history is charged at the lower price, so that none of our own work hides behind it.
    history = cpu["raw-together-history"] - cpu["raw-together"]
    ratio = (cpu["import"] - history) / cpu["raw"]
    print(f"import without the history: {ratio:.2f} x raw (goal {TARGET})")
    most = TARGET * cpu["raw"] + cpu["raw-history"] - cpu["raw"]
    print(f"import: {cpu['import']:.2f} s of {most:.2f} s (raw x {TARGET} and raw's own history)")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--job"]:
        job(sys.argv[2], Path(sys.argv[3]))
    else:
        main()
