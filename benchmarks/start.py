# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""From the command to the first painted window, beside a bare PySide6 window.

python -m benchmarks.start
"""

import os
import statistics
import subprocess
import sys
import tempfile

ROUNDS = 7
HEAVY = ("sqlalchemy", "alembic", "reportlab", "xlsxwriter", "python_calamine", "pypdfium2")

BARE = """
import resource, sys
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.resize(1366, 740)
window.show()
app.processEvents()
"""
FIRST = """
import resource, sys
from pathlib import Path
from coordinator import paths
paths.use_data_folder(Path(sys.argv[1]))
import ui.__main__ as start
from PySide6.QtWidgets import QApplication
app = QApplication([])
window = start.StartWindow(lambda: None)
window.show()
app.processEvents()
"""
WHOLE = """
import resource, sys
from pathlib import Path
from coordinator import paths
paths.use_data_folder(Path(sys.argv[1]))
import ui.__main__ as start
from PySide6.QtWidgets import QApplication
app = QApplication([])
program = start.Program(None, demo=True)
program.start()
while program.window is None:
    app.processEvents()
app.processEvents()
"""
TELL = """
usage = resource.getrusage(resource.RUSAGE_SELF)
heavy = [name for name in {heavy!r} if name in sys.modules]
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, ",".join(heavy) or "-")
"""


def once(code: str) -> tuple[float, float, str]:
    """Processor seconds, peak MB and heavy modules of one fresh process."""
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(
            [sys.executable, "-c", code + TELL.format(heavy=HEAVY), folder],
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            check=True,
        )
    seconds, peak, heavy = run.stdout.split()
    return float(seconds), float(peak), heavy


def main() -> None:
    """Print the medians of rounds in turn, and the ratio to the bare window."""
    codes = {"bare window": BARE, "first window": FIRST, "sample school made, Home shown": WHOLE}
    seen: dict[str, list[tuple[float, float, str]]] = {name: [] for name in codes}
    for _round in range(ROUNDS):
        for name, code in codes.items():
            seen[name].append(once(code))
    floor = statistics.median(one[0] for one in seen["bare window"])
    print(f"{'':32} cpu s   x bare   peak MB   heavy modules")
    for name, runs in seen.items():
        cpu, peak = (statistics.median(one[place] for one in runs) for place in (0, 1))
        print(f"{name:32} {cpu:5.2f}   {cpu / floor:6.2f}   {peak:7.0f}   {runs[-1][2]}")


if __name__ == "__main__":
    main()
