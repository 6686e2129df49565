# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Who did what when: the lines of the history, and the rows each one touched."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.store.models.base import Base


class Change(Base):
    """One write as the user knows it; `undone` says whether it has been taken back."""

    __tablename__ = "change"
    __table_args__ = (CheckConstraint("kind IN ('do', 'undo', 'redo')", name="kind"),)

    at: Mapped[datetime]  # UTC
    who: Mapped[str]
    label: Mapped[str]
    kind: Mapped[str] = mapped_column(default="do")
    target_id: Mapped[int | None]  # the change that an undo or redo is about
    undone: Mapped[bool] = mapped_column(default=False, index=True)


class ChangeRow(Base):
    """One row touched by a change: how it was and how it became, as JSON; written by triggers."""

    __tablename__ = "change_row"
    __table_args__ = (Index("ix_change_row_row", "table_name", "row_id"),)

    change_id: Mapped[int] = mapped_column(ForeignKey("change.id", ondelete="CASCADE"), index=True)
    table_name: Mapped[str]
    row_id: Mapped[int]
    before: Mapped[str | None]
    after: Mapped[str | None]
