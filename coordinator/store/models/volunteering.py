# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Volunteers and the ledger of their service."""

from datetime import date, time

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.store.models.base import Base, Versioned


class Volunteer(Versioned, Base):
    """What a person who helps can and likes to do."""

    __tablename__ = "volunteer"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), unique=True)
    skills: Mapped[str] = mapped_column(default="")
    since: Mapped[date | None]
    notes: Mapped[str] = mapped_column(default="")


class Service(Versioned, Base):
    """One entry of the ledger: whole minutes that a person gave on a day."""

    __tablename__ = "service"
    __table_args__ = (
        CheckConstraint("minutes BETWEEN 1 AND 1440", name="minutes"),
        CheckConstraint("source IN ('typed', 'attendance', 'import')", name="source"),
        CheckConstraint("status IN ('proposed', 'approved')", name="status"),
        # Year reports read nothing but this index.
        Index("ix_service_date", "date", "person_id", "minutes", "status", "activity"),
        Index("ix_service_person_id", "person_id", "date", "minutes", "status"),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    date: Mapped[date]
    starts: Mapped[time | None]
    minutes: Mapped[int]
    activity: Mapped[str] = mapped_column(default="")
    event_id: Mapped[int | None] = mapped_column(
        ForeignKey("event.id", ondelete="SET NULL"), index=True
    )
    source: Mapped[str] = mapped_column(default="typed")
    status: Mapped[str] = mapped_column(default="approved")
    note: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")  # why the entry was last changed
