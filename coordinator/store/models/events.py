# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Events and who came."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.store.models.base import Base, Versioned


class Event(Versioned, Base):
    """Something the school and families do together; times are the school's wall clock."""

    __tablename__ = "event"
    __table_args__ = (
        CheckConstraint("starts <= ends", name="order"),
        CheckConstraint("head_count >= 0", name="head_count"),
        Index("ix_event_starts", "starts", "id"),
    )

    kind: Mapped[str]
    title: Mapped[str]
    starts: Mapped[datetime]
    ends: Mapped[datetime]
    place: Mapped[str] = mapped_column(default="")
    virtual_link: Mapped[str] = mapped_column(default="")
    interpreters: Mapped[str] = mapped_column(default="")  # language codes, 'es,so'
    sibling_table: Mapped[bool] = mapped_column(default=False)
    childcare: Mapped[bool] = mapped_column(default=False)
    audience: Mapped[str] = mapped_column(default="")
    facilitator: Mapped[str] = mapped_column(default="")
    expected: Mapped[int | None]
    capacity: Mapped[int | None]
    head_count: Mapped[int] = mapped_column(default=0)  # guests counted without names
    notes: Mapped[str] = mapped_column(default="")
    fold: Mapped[str]  # title and place as search sees them


class Attendance(Base):
    """A person at an event."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("event_id", "person_id"),)

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    arrived: Mapped[datetime | None]
    left: Mapped[datetime | None]
    how: Mapped[str] = mapped_column(default="list")  # list, door, scan, paper, import
