# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""What every table has in common."""

from typing import Any

from sqlalchemy import MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

# Every constraint has a name: Alembic's batch mode cannot drop one that has none.
NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """A table with an integer `id`: history and undo know rows by it."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {str: String()}

    id: Mapped[int] = mapped_column(primary_key=True)


class Versioned:
    """A row that people edit: a save of an older version is refused, never merged in silence."""

    version: Mapped[int] = mapped_column(default=1, server_default="1")

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy hands in the class
        return {"version_id_col": cls.version}
