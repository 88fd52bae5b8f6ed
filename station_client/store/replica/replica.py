"""The replica: what the centre said, as this PC last heard it. It may be made anew at any time."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from station_client.store.database import Database
from station_client.store.migrate import MIGRATIONS, migrate
from station_client.store.replica.alerts import Alerts
from station_client.store.replica.counts import Counts
from station_client.store.replica.dictation import Dictation
from station_client.store.replica.directory import Directory
from station_client.store.replica.feed import Feed
from station_client.store.replica.filling import Filling
from station_client.store.replica.firs import Firs
from station_client.store.replica.marking import Marking
from station_client.store.replica.search import Search
from station_client.store.replica.standing import Standing

TWO: Final = 2
"""Processors from which on a process beside this one is a gain."""


@dataclass(frozen=True, slots=True)
class Replica:
    """The copy, as a bundle: each part reads its own kind, the feed alone writes."""

    feed: Feed
    standing: Standing
    alerts: Alerts
    firs: Firs
    directory: Directory
    search: Search
    counts: Counts
    filling: Filling
    marking: Marking
    _database: Database = field(repr=False)
    _dictation: Dictation = field(repr=False)

    def close(self) -> None:
        """Let go of the file, and of whoever works beside for it."""
        self._dictation.close()
        self._database.close()


def open_replica(path: Path, key: bytes) -> Replica:
    """Open or make the copy and bring its form up to date. Raises ``StoreError``.

    An index that was made by other rules is not made anew here: ``filling`` does it in steps.
    """
    return replica_on(Database(path, key, synchronous="normal"))


def replica_on(database: Database, dictation: Dictation | None = None) -> Replica:
    """Make an open file the copy, or close it; ``dictation`` works out a large page's words. Raises ``StoreError``."""
    dictation = dictation or Dictation(alone=(os.cpu_count() or 1) < TWO)
    try:
        migrate(database, MIGRATIONS / "replica")
        filling = Filling(database, dictation)
    except BaseException:
        database.close()
        raise
    return Replica(
        Feed(database, dictation),
        Standing(database),
        Alerts(database),
        Firs(database),
        Directory(database),
        Search(database),
        Counts(database),
        filling,
        Marking(database),
        database,
        dictation,
    )
