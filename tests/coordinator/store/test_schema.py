# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""The steps of the schema make the tables that the models describe."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from coordinator.store import schema
from coordinator.store.models import Base

_OURS = ("person_prefix", "person_trigram")


def test_a_new_file_has_exactly_the_tables_of_the_models(store):
    def ours(_object, name, kind, _reflected, _compared):
        return not (kind == "table" and name and name.startswith(_OURS))

    with store.read() as db:
        context = MigrationContext.configure(
            db.connection(), opts={"include_object": ours, "compare_type": True}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_the_number_of_the_schema_is_the_last_step():
    script = ScriptDirectory.from_config(schema.alembic_config())
    assert script.get_current_head() == f"{schema.NEWEST:04d}"


def test_every_foreign_key_has_an_index():
    for table in Base.metadata.sorted_tables:
        first = {next(iter(index.columns)).name for index in table.indexes}
        first |= {
            next(iter(one.columns)).name for one in table.constraints if len(list(one.columns)) > 0
        }
        for key in table.foreign_keys:
            assert key.parent.name in first, f"{table.name}.{key.parent.name}"
