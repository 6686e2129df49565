# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
"""How Alembic runs our steps: inside the transaction that the caller has opened."""

from alembic import context

from coordinator.store.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=False,  # the caller's BEGIN IMMEDIATE holds all steps and their numbers
)
context.run_migrations()
