# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Levels of thanks, and the certificates that were issued."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.store.models.base import Base


class AwardLevel(Base):
    """A level such as bronze: so many minutes for people of an age band, or for a family."""

    __tablename__ = "award_level"
    __table_args__ = (CheckConstraint("min_minutes > 0", name="min_minutes"),)

    band: Mapped[str]  # kids, teens, young_adults, adults, family
    name: Mapped[str]
    min_age: Mapped[int | None]
    max_age: Mapped[int | None]
    min_minutes: Mapped[int]
    rank: Mapped[int]


class Recognition(Base):
    """A certificate given to a person or a family, with the figures of that moment."""

    __tablename__ = "recognition"
    __table_args__ = (
        CheckConstraint("(person_id IS NULL) != (family_id IS NULL)", name="one_recipient"),
        CheckConstraint("rule IN ('hours', 'family_hours', 'chosen', 'event')", name="rule"),
        Index("ix_recognition_period", "rule", "starts", "ends"),
    )

    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    family_id: Mapped[int | None] = mapped_column(ForeignKey("family.id"), index=True)
    rule: Mapped[str]
    starts: Mapped[date]
    ends: Mapped[date]
    minutes: Mapped[int]
    level: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    name: Mapped[str]  # as printed
    language: Mapped[str] = mapped_column(default="en")
    design: Mapped[str]
    number: Mapped[str] = mapped_column(unique=True)  # 2026-0147
    code: Mapped[str]  # 7K4QM2XD
    issued: Mapped[date]
    printed: Mapped[datetime | None]  # UTC
    voided: Mapped[datetime | None]  # UTC
    void_reason: Mapped[str] = mapped_column(default="")
