# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Approving and deleting entries of the ledger, each as one step that can be undone."""

from collections.abc import Sequence

from coordinator.hours import ServiceRow, approve, delete_service
from coordinator.i18n import _, format_hours, format_number, ngettext
from ui.context import Context


def approve_entries(ctx: Context, ids: Sequence[int]) -> None:
    """Approve proposed entries."""
    told = ngettext("Approved {count} entry", "Approved {count} entries", len(ids))
    words = told.format(count=format_number(len(ids)))
    if ids:
        ctx.write(words, lambda db: approve(db, ids), toast=words)


def delete_entries(ctx: Context, rows: Sequence[ServiceRow]) -> None:
    """Delete entries, and say which."""
    if not rows:
        return
    told = ngettext("Deleted {count} entry", "Deleted {count} entries", len(rows))
    words = told.format(count=format_number(len(rows)))
    if len(rows) == 1:
        words = _("Deleted {hours} h of {name}").format(
            hours=format_hours(rows[0].minutes), name=rows[0].person
        )
    ctx.write(words, lambda db: delete_service(db, [row.id for row in rows]), toast=words)
