"""The store's own engine on a file without a key: what the encryption costs is the difference to it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from station_client.store.database import Database
from station_client.store.replica.replica import Replica, replica_on


class PlainDatabase(Database):
    """One database file in clear; for made-up alerts only."""

    def _keying(self, key: bytes) -> Sequence[str]:  # noqa: ARG002 that it stays unused is what is measured
        return ()


def open_plain_replica(path: Path) -> Replica:
    """Open or make a copy in clear."""
    return replica_on(PlainDatabase(path, b"", synchronous="normal"))
