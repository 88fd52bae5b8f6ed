"""Run the steps inside the transaction that the database opened for them."""

from __future__ import annotations

from alembic import context

from central.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
