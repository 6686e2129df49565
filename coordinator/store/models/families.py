# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""Families, the people in them, and the school years they belong to."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from coordinator.store.models.base import Base, Versioned


class Setting(Base):
    """One of the school's own settings, as JSON; they travel with a backup."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(unique=True)
    value: Mapped[str]


class Term(Base):
    """A school year or a semester with its first and last day."""

    __tablename__ = "term"
    __table_args__ = (
        CheckConstraint("kind IN ('year', 'semester')", name="kind"),
        CheckConstraint("starts < ends", name="order"),
        UniqueConstraint("kind", "name"),
    )

    kind: Mapped[str]
    name: Mapped[str]
    starts: Mapped[date]
    ends: Mapped[date]


class Family(Versioned, Base):
    """A household as letters address it; a child may belong to two."""

    __tablename__ = "family"

    name: Mapped[str]
    home_language: Mapped[str | None]  # ISO 639-1, or three letters where there is none
    reading_language: Mapped[str | None]
    interpreter: Mapped[bool] = mapped_column(default=False)
    street: Mapped[str] = mapped_column(default="")
    city: Mapped[str] = mapped_column(default="")
    region: Mapped[str] = mapped_column(default="")
    postal_code: Mapped[str] = mapped_column(default="")
    channel: Mapped[str] = mapped_column(default="")
    best_time: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")
    do_not_list: Mapped[bool] = mapped_column(default=False)
    do_not_photograph: Mapped[bool] = mapped_column(default=False)
    do_not_contact: Mapped[bool] = mapped_column(default=False)
    external_id: Mapped[str | None] = mapped_column(unique=True)
    archived: Mapped[bool] = mapped_column(default=False)

    members: Mapped[list["Member"]] = relationship(
        back_populates="family", passive_deletes=True, order_by="Member.contact_order"
    )
    tags: Mapped[list["FamilyTag"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="FamilyTag.name"
    )


class FamilyTag(Base):
    """A word the coordinator sorts families by, such as 'book club'."""

    __tablename__ = "family_tag"
    __table_args__ = (UniqueConstraint("family_id", "name"),)

    family_id: Mapped[int] = mapped_column(ForeignKey("family.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(index=True)


class Person(Versioned, Base):
    """A guardian, student, volunteer or member of staff; one row however many roles."""

    __tablename__ = "person"

    name: Mapped[str]  # in full, as the family writes it
    sorts_as: Mapped[str]
    called: Mapped[str] = mapped_column(default="")
    certificate_name: Mapped[str] = mapped_column(default="")
    language: Mapped[str | None]
    birth_date: Mapped[date | None]
    staff_title: Mapped[str] = mapped_column(default="")  # not empty: works at the school
    notes: Mapped[str] = mapped_column(default="")
    archived: Mapped[bool] = mapped_column(default=False)
    fold: Mapped[str]  # what search looks at; see coordinator.store.search

    phones: Mapped[list["Phone"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="Phone.rank"
    )
    emails: Mapped[list["Email"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="Email.rank"
    )
    memberships: Mapped[list["Member"]] = relationship(
        back_populates="person", passive_deletes=True
    )
    enrollments: Mapped[list["Enrollment"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True
    )

    __table_args__ = (Index("ix_person_sorts_as", "sorts_as", "id"),)


class Phone(Base):
    """A phone number of a person, as it is dialled; `digits` is what search and matching see."""

    __tablename__ = "phone"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    rank: Mapped[int] = mapped_column(default=0)
    label: Mapped[str] = mapped_column(default="")
    number: Mapped[str]
    digits: Mapped[str] = mapped_column(index=True)


class Email(Base):
    """An e-mail address of a person."""

    __tablename__ = "email"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    rank: Mapped[int] = mapped_column(default=0)
    address: Mapped[str] = mapped_column(index=True)


class ExternalId(Base):
    """How another system calls a person, so that its next file finds the same one."""

    __tablename__ = "external_id"
    __table_args__ = (UniqueConstraint("system", "value"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    system: Mapped[str]
    value: Mapped[str]


class Member(Base):
    """A person in a family."""

    __tablename__ = "member"
    __table_args__ = (
        UniqueConstraint("family_id", "person_id"),
        CheckConstraint("role IN ('guardian', 'student', 'other')", name="role"),
    )

    family_id: Mapped[int] = mapped_column(ForeignKey("family.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    role: Mapped[str]
    relationship_: Mapped[str] = mapped_column("relationship", default="")
    contact_order: Mapped[int] = mapped_column(default=1)
    lives_with: Mapped[bool] = mapped_column(default=True)
    restricted: Mapped[bool] = mapped_column(default=False)  # must not be given contact

    family: Mapped[Family] = relationship(back_populates="members")
    person: Mapped[Person] = relationship(back_populates="memberships")


class Enrollment(Base):
    """A student in one school year; last year's rows are the history."""

    __tablename__ = "enrollment"
    __table_args__ = (
        UniqueConstraint("person_id", "term_id"),
        Index("ix_enrollment_student_number", "student_number"),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    term_id: Mapped[int] = mapped_column(ForeignKey("term.id"), index=True)
    grade: Mapped[str] = mapped_column(default="")  # CEDS entry grade: PK, KG, 01 ... 12
    homeroom_teacher: Mapped[str] = mapped_column(default="")
    student_number: Mapped[str] = mapped_column(default="")
