# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""100,000 hour rows to CSV and XLSX, and a year's report, beside the plainest other ways.

Run `python -m benchmarks.export [rows] [rounds]`. Two years of so many rows each and 5,000 people,
made by a fixed seed; each job runs in a process of its own on the same file. "work" is cpu (user
and system) after the imports, "whole" the cpu of the process. Medians of the rounds.

- csv raw: a sqlite3 cursor straight into csv.writer, the same ten columns, nothing defused
- xlsx writer: XlsxWriter alone, constant_memory, typed calls, from a sqlite3 cursor
- report raw: sqlite3 and hand-written SQL for the same table, totals, months and year before
- ours: `hours_report` and `write_report` as the command line calls them; before the year's report
  that of one day, so that Babel's data are loaded and the SQL is compiled, as on the screen
"""

import csv
import os
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

PEOPLE = 5_000
STARTS, ENDS = "2025-07-01", "2026-06-30"
BEFORE = "2024-07-01", "2025-06-30"
TARGETS = {
    "csv ours": ("csv raw", 1.6),
    "xlsx ours": ("xlsx writer", 0.2),
    "report ours": ("report raw", 1.5),
}
_ACTIVITIES = ["Library", "School garden", "Field trip", "Interpreting", "Book fair, set-up", ""]
_ROWS = """
    SELECT s.date, p.name, s.activity, coalesce(e.title, ''), s.starts, s.minutes,
           s.minutes / 60.0, s.source, s.status, s.note
    FROM service s JOIN person p ON p.id = s.person_id LEFT JOIN event e ON e.id = s.event_id
    WHERE s.date BETWEEN ? AND ? ORDER BY s.date, s.id
"""
_HEAD = "Date Volunteer Activity Event Start Minutes Hours From Status Note".split()


def make_store(path: Path, rows: int) -> None:
    """A school with two years of so many entries each."""
    from coordinator import paths, terms
    from coordinator.store import Store

    paths.use_data_folder(path.parent / "data")
    store = Store.create(path)
    with store.write("Years") as db:
        terms.ensure_year(db, "2024-25")
        terms.ensure_year(db, "2025-26")
    store.close()
    chance = random.Random(5)
    names = [
        f"{chance.choice(['María', 'Ana', 'Đặng', 'Tou', 'John'])} {number} Peña-Wiśniewska"
        for number in range(PEOPLE)
    ]
    with sqlite3.connect(path) as file:
        file.executemany(
            "INSERT INTO person (id, name, sorts_as, fold, called, certificate_name, staff_title,"
            " notes, archived, version) VALUES (?, ?, ?, ?, '', '', '', '', 0, 1)",
            [(number, name, name, name) for number, name in enumerate(names, start=1)],
        )
        first = date(2024, 7, 1)
        file.executemany(
            "INSERT INTO service (person_id, date, starts, minutes, activity, source, status, note,"
            " reason, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', 1)",
            [
                (
                    chance.randrange(1, PEOPLE + 1),
                    str(first + timedelta(days=chance.randrange(365) + 365 * (number % 2))),
                    chance.choice([None, "17:30:00.000000"]),
                    chance.randrange(5, 300, 5),
                    chance.choice(_ACTIVITIES),
                    chance.choice(["typed", "attendance"]),
                    "approved" if number % 50 else "proposed",
                    "" if number % 4 else f"Note {number} of the sheet",
                )
                for number in range(rows * 2)
            ],
        )
    file.close()


def _cursor(store: Path) -> sqlite3.Cursor:
    return sqlite3.connect(store).execute(_ROWS, (STARTS, ENDS))


def csv_raw(store: Path, out: Path) -> None:
    """sqlite3 and csv, nothing between."""
    with out.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEAD)
        writer.writerows(_cursor(store))


def xlsx_writer(store: Path, out: Path) -> None:
    """XlsxWriter with the same columns, formats and frozen head."""
    import xlsxwriter

    book = xlsxwriter.Workbook(out, {"constant_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet("Hours")
    day = book.add_format({"num_format": 14, "align": "left"})
    hours, count = book.add_format({"num_format": 2}), book.add_format({"num_format": 3})
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, _HEAD, book.add_format({"bold": True}))
    for row, cells in enumerate(_cursor(store), start=1):
        sheet.write_datetime(row, 0, date.fromisoformat(cells[0]), day)
        for column in (1, 2, 3, 4, 7, 8, 9):
            sheet.write_string(row, column, cells[column] or "")
        sheet.write_number(row, 5, cells[5], count)
        sheet.write_number(row, 6, cells[6], hours)
    book.close()


def report_raw(store: Path, _out: Path) -> None:
    """The same table and figures by hand-written SQL."""
    file = sqlite3.connect(store)
    people: dict[int, list[object]] = {}
    for person, name, key, activity, times, minutes in file.execute(
        "SELECT s.person_id, p.name, p.sorts_as, s.activity, s.times, s.minutes FROM (SELECT"
        " person_id, activity, count(*) AS times, sum(minutes) AS minutes FROM service WHERE date"
        " BETWEEN ? AND ? GROUP BY person_id, activity) s JOIN person p ON p.id = s.person_id",
        (STARTS, ENDS),
    ):
        known = people.setdefault(person, [key, person, name, activity, 0, 0, 0])
        if minutes > known[4]:
            known[3:5] = activity, minutes
        known[5] += times
        known[6] += minutes
    lines = [(row[2], row[3], row[5], row[6]) for row in sorted(people.values())]
    sum(line[3] for line in lines)
    for span in ((STARTS, ENDS), BEFORE):
        days = "SELECT date, sum(minutes) FROM service WHERE date BETWEEN ? AND ? GROUP BY date"
        months: dict[str, int] = {}
        for day, minutes in file.execute(days, span):
            months[day[:7]] = months.get(day[:7], 0) + minutes
    file.execute(
        "SELECT count(DISTINCT person_id) FROM service WHERE date BETWEEN ? AND ?", (STARTS, ENDS)
    ).fetchall()
    file.execute(
        "SELECT count(*), sum(minutes) FROM service WHERE date BETWEEN ? AND ?"
        " AND status = 'proposed'", (STARTS, ENDS),
    ).fetchall()  # fmt: skip


def _ours(store: Path, by: str, *, paper: bool = False, one_day: bool = False) -> object:
    from coordinator import terms
    from coordinator.hours import hours_report
    from coordinator.store import Store

    school = Store.open(store, writable=False)
    with school.read() as db:
        day = date(2025, 7, 1)
        period = terms.period_of(db, None, day, day)
        if not one_day:
            period = terms.period_of(db, "2025-26", None, None)
        return hours_report(db, period, by=by, printed=date(2026, 7, 1), paper=paper)


def _write(store: Path, out: Path) -> None:
    from coordinator.exporting import write_report

    write_report(_ours(store, "entry"), out)


def _report_ours(store: Path, _out: Path) -> None:
    _ours(store, "person", paper=True)


_JOBS: dict[str, tuple[Callable[[Path, Path], None], str, tuple[str, ...]]] = {
    "csv raw": (csv_raw, "raw.csv", ()),
    "csv ours": (_write, "ours.csv", ("coordinator.hours", "coordinator.exporting.csv_file")),
    "xlsx writer": (xlsx_writer, "writer.xlsx", ("xlsxwriter",)),
    "xlsx ours": (_write, "ours.xlsx", ("coordinator.hours", "coordinator.exporting.xlsx")),
    "report raw": (report_raw, "", ()),
    "report ours": (_report_ours, "", ("coordinator.hours",)),
}


def job(name: str, folder: Path) -> None:
    """One job in this process; prints cpu of the work, cpu of the process, wall, MB, KB."""
    work, out, imports = _JOBS[name]
    for module in imports:
        __import__(module)
    if name == "report ours":
        _ours(folder / "school.coordinator", "person", paper=True, one_day=True)
    before, wall = time.process_time(), time.perf_counter()
    work(folder / "school.coordinator", folder / (out or "none"))
    wall = time.perf_counter() - wall
    cpu = time.process_time()
    peak = _peak()
    size = (folder / out).stat().st_size / 1024 if out else 0
    print(f"{cpu - before:.3f} {cpu:.3f} {wall:.3f} {peak:.0f} {size:.0f}")


def _peak() -> float:
    """The most memory this process held, in MB; getrusage would count the parent's before exec."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    line = next(one for one in status.read_text().splitlines() if one.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def main() -> None:
    """All jobs in turn, so many rounds, and a table with the ratios to their peers."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    found: dict[str, list[list[float]]] = {name: [] for name in _JOBS}
    with tempfile.TemporaryDirectory() as folder:
        make_store(Path(folder) / "school.coordinator", rows)
        for _round in range(rounds):
            for name in _JOBS:
                done = subprocess.run(
                    [sys.executable, "-m", "benchmarks.export", "--job", name, folder],
                    capture_output=True, text=True, check=True, env=os.environ,
                )  # fmt: skip
                found[name].append([float(part) for part in done.stdout.split()])
    middle = {
        name: [statistics.median(column) for column in zip(*results, strict=True)]
        for name, results in found.items()
    }
    print(f"{rows:,} rows, medians of {rounds}: cpu seconds of the work and of the process")
    for name, (work, whole, wall, peak, size) in middle.items():
        line = f"{name:12} work {work:6.2f}  whole {whole:6.2f}  wall {wall:6.2f}"
        line += f"  {peak:4.0f} MB  {size:8,.0f} KB"
        if name in TARGETS:
            peer, goal = TARGETS[name]
            ratio = statistics.median(
                mine[0] / theirs[0] for mine, theirs in zip(found[name], found[peer], strict=True)
            )
            line += f"  {ratio:5.2f} x {peer} (goal {goal})"
        print(line)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--job"]:
        job(sys.argv[2], Path(sys.argv[3]))
    else:
        main()
