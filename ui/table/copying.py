# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Rows for the clipboard: tab-separated text and an HTML table, as Excel reads them."""

import re
from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QMimeData

from ui.table.column import Column

NUMBER = re.compile(r"-?\d[\d., \u00a0\u202f]*%?")


def as_mime(columns: Sequence[Column[Any]], rows: Sequence[Any], heads: bool) -> QMimeData:
    """The cells as shown, with the heads as first row if asked."""
    table = [[column.shown(row) for column in columns] for row in rows]
    titles = [column.title for column in columns]
    mime = QMimeData()
    lines = ([titles] if heads else []) + table
    mime.setText("\n".join("\t".join(map(plain_cell, line)) for line in lines))
    html = "".join("<tr>" + "".join(map(_html_cell, line)) + "</tr>" for line in table)
    if heads:
        html = "<tr>" + "".join(f"<th>{escape(title)}</th>" for title in titles) + "</tr>" + html
    mime.setHtml(f'<meta charset="utf-8"><table>{html}</table>')
    return mime


def plain_cell(text: str) -> str:
    """One cell of tab-separated text; what a spreadsheet would run as a formula gets a quote."""
    if text[:1] in ("=", "+", "-", "@") and not NUMBER.fullmatch(text):
        text = "'" + text
    if any(sign in text for sign in '\t\n"'):
        text = '"' + text.replace('"', '""') + '"'
    return text


def _html_cell(text: str) -> str:
    if NUMBER.fullmatch(text):
        return f"<td>{escape(text)}</td>"
    # Excel takes the cell as text whatever it begins with.
    return f"<td style=\"mso-number-format:'\\@'\">{escape(text)}</td>"
