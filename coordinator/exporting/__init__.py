# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Reports as files: one writer per format, one column list per report."""

from pathlib import Path

from coordinator.errors import Problem
from coordinator.exporting.report import Report
from coordinator.i18n import _

SUFFIXES = (".csv", ".xlsx", ".pdf")


def write_report(report: Report, path: Path, paper: str = "letter") -> None:
    """Write a report to `path` in the format its name ends with; whole or not at all.

    Raises Problem for an ending that is not one of SUFFIXES, and for what the disk refuses.
    """
    match path.suffix.lower():
        case ".csv":
            from coordinator.exporting.csv_file import write_csv

            write_csv(report, path)
        case ".xlsx":
            from coordinator.exporting.xlsx import write_xlsx

            write_xlsx(report, path, paper)
        case ".pdf":
            from coordinator.documents.report import draw_report
            from coordinator.files import write_whole

            page = draw_report(report, paper)
            with write_whole(path) as file:
                file.write(page)
        case _:
            told = _("{name} must end in .csv, .xlsx or .pdf: the ending chooses the format.")
            raise Problem(told.format(name=path.name))
