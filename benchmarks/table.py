# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""A list of 1,000,000 rows in our table against plain QTableViews, each in its own process.

Peers: an empty QTableView, and a plain one that shows the same rows as bare text.

`python benchmarks/table.py` prints milliseconds (median of five runs) and peak memory. Wanted
(DESIGN section 7): first paint at most 2.5 times the empty table's, no step over 100 ms. The first
paint runs from making the view to its picture, in a program that has shown another table before.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ROWS = 1_000_000
PAGE, KEPT = 256, 64
RUNS = 5


@dataclass(frozen=True)
class Row:
    """One line of a long log."""

    id: int
    name: str
    what: str
    day: str
    minutes: int
    approved: bool


class Log(Sequence[Row]):
    """Rows of an SQLite table read in pages, sorted and found by SQL: as a windowed list does."""

    def __init__(self, db: Any, order: str = "id", words: str = "") -> None:
        self._db, self._order = db, order
        self._where = "WHERE name LIKE ?" if words else ""
        self._values = (f"%{words}%",) if words else ()
        sql = f"SELECT count(*) FROM log {self._where}"
        self._count: int = db.execute(sql, self._values).fetchone()[0]
        self._pages: dict[int, list[Row]] = {}

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, at: Any) -> Any:
        page = at // PAGE
        if page not in self._pages:
            if len(self._pages) >= KEPT:
                self._pages.pop(next(iter(self._pages)))
            sql = f"SELECT * FROM log {self._where} ORDER BY {self._order} LIMIT ? OFFSET ?"
            values = (*self._values, PAGE, page * PAGE)
            self._pages[page] = [Row(*row) for row in self._db.execute(sql, values)]
        return self._pages[page][at % PAGE]

    def arrange(self, words: str, column: int, descending: bool) -> "Log":
        """Only columns with an index are offered, as the note in PERFORMANCE says."""
        order = "minutes, id" if column == 2 else "id"
        if descending:
            order = order.replace(",", " DESC,") + " DESC"
        return Log(self._db, order, words)


def make_log(path: Path) -> None:
    import sqlite3

    db = sqlite3.connect(path)
    db.execute("CREATE TABLE log (id INTEGER PRIMARY KEY, name, what, day, minutes, approved)")
    db.executemany(
        "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?)",
        (
            (n, f"Ana Peña {n}", "Book fair, set-up", "Nov 5", 15 + n * 7 % 400, n % 9 > 0)
            for n in range(ROWS)
        ),
    )
    db.execute("CREATE INDEX log_minutes ON log (minutes, id)")
    db.commit()
    db.close()


def milliseconds(deed: Callable[[], object]) -> float:
    start = time.perf_counter()
    deed()
    return (time.perf_counter() - start) * 1000


def one_run(kind: str, path: Path) -> dict[str, float]:
    """The steps of one table in this process, in milliseconds, and peak MB."""
    sys.path.insert(0, str(ROOT))
    from PySide6.QtGui import QStandardItemModel
    from PySide6.QtWidgets import QApplication, QTableView

    from ui import theme

    app = QApplication([])
    theme.apply(app, "light", 100)
    # Letters, icons and styles are warm for both, as in a window that has shown another page.
    warm = our_table("three rows", rows_of("three rows", path))
    for warmed in (warm, QTableView()):
        warmed.resize(1100, 700)
        warmed.show()
        app.processEvents()
        warmed.grab()
        warmed.close()
    found: dict[str, float] = {}
    rows = rows_of(kind, path)
    model = our_table(kind, rows).model_ if kind == "stock view" else QStandardItemModel(0, 5)
    start = time.perf_counter()
    if kind in {"empty", "stock view"}:
        view = QTableView()
        view.setModel(model)
    else:
        view = our_table(kind, rows)
    view.resize(1100, 700)
    view.show()
    app.processEvents()
    view.grab()
    found["first paint"] = (time.perf_counter() - start) * 1000
    if kind != "empty":
        bar = view.verticalScrollBar()

        def jump(part: float) -> None:
            bar.setValue(int(bar.maximum() * part))
            view.grab()

        jumps = [milliseconds(lambda n=n: jump((n * 37 % 100) / 100)) for n in range(30)]
        found["jump, median"], found["jump, worst"] = statistics.median(jumps), max(jumps)
        found["to the end"] = milliseconds(lambda: jump(1.0))
        if kind == "ours, from SQL":
            found["sort"] = milliseconds(lambda: (view.sort_by(2), view.grab()))
    found["peak MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found


def rows_of(kind: str, path: Path) -> Sequence[Row]:
    """What a table shows, ready before the clock runs."""
    import sqlite3

    if kind == "ours, from SQL":
        return Log(sqlite3.connect(path))
    some = [Row(n, f"Ana Peña {n}", "Book fair", "Nov 5", 90, n % 2 > 0) for n in range(1000)]
    return some[:3] if kind in {"three rows", "empty"} else some * (ROWS // len(some))


def our_table(kind: str, rows: Sequence[Row]) -> Any:
    """Our table with the columns of the ledger, showing `rows`."""
    from ui.table import AvatarMark, Column, PillMark, QuietMark, TableView

    columns = [
        Column[Row]("Who", lambda r: r.name, bold=True, mark=lambda r: AvatarMark(r.name, r.id)),
        Column[Row]("What", lambda r: r.what, stretch=True),
        Column[Row]("Hours", lambda r: r.minutes, text=lambda m: f"{m / 60:.2f}", right=True),
        Column[Row]("Date", lambda r: r.day),
        Column[Row](
            "Status",
            lambda r: r.approved,
            text=lambda on: "Approved" if on else "Proposed",
            mark=lambda r: QuietMark() if r.approved else PillMark("warn", "clock"),
        ),
    ]
    view = TableView(columns, "Hours")
    view.set_rows(rows[:3] if kind == "three rows" else rows)
    return view


def main() -> None:
    import tempfile

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.sqlite"
        make_log(path)
        results: dict[str, list[dict[str, float]]] = {}
        kinds = ("empty", "stock view", "ours, from SQL", "ours, in memory")
        for _n in range(RUNS):  # rounds, so that a busy machine is busy for all
            for kind in kinds:
                command = [sys.executable, __file__, kind, str(path)]
                done = subprocess.run(command, capture_output=True, text=True, check=True)
                results.setdefault(kind, []).append(json.loads(done.stdout))
    empty = statistics.median(run["first paint"] for run in results["empty"])
    for kind, runs in results.items():
        steps = {step: statistics.median(run[step] for run in runs) for step in runs[0]}
        shown = "   ".join(f"{step} {value:.1f}" for step, value in steps.items())
        print(f"{kind:16} {shown}   x empty {steps['first paint'] / empty:.2f}")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(json.dumps(one_run(sys.argv[1], Path(sys.argv[2]))))
    else:
        main()
