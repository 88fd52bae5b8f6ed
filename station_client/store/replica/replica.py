"""The replica: what the centre said, as this PC last heard it. It may be made anew at any time."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from station_client.store.database import Database
from station_client.store.migrate import MIGRATIONS, migrate
from station_client.store.replica.alerts import Alerts
from station_client.store.replica.directory import Directory
from station_client.store.replica.feed import Feed
from station_client.store.replica.firs import Firs
from station_client.store.replica.intake import fill_index
from station_client.store.replica.search import Search
from station_client.store.replica.standing import Standing
from station_client.text import normalise

_SPELLING = "spelling"


@dataclass(frozen=True, slots=True)
class Replica:
    """The copy, as a bundle: each part reads its own kind, the feed alone writes."""

    feed: Feed
    standing: Standing
    alerts: Alerts
    firs: Firs
    directory: Directory
    search: Search
    _database: Database = field(repr=False)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def open_replica(path: Path, key: bytes) -> Replica:
    """Open or make the copy, bring its form and its index up to date. Raises ``StoreError``."""
    return replica_on(Database(path, key, synchronous="normal"))


def replica_on(database: Database) -> Replica:
    """Make an open file the copy, or close it. Raises ``StoreError``."""
    try:
        migrate(database, MIGRATIONS / "replica")
        feed = Feed(database)
        _respell(database, feed)
    except BaseException:
        database.close()
        raise
    return Replica(
        feed, Standing(database), Alerts(database), Firs(database), Directory(database), Search(database), database
    )


def _respell(database: Database, feed: Feed) -> None:
    """Make the index anew where it was made by other rules of spelling."""
    spelling = str(normalise.VERSION)
    if feed.setting(_SPELLING) == spelling:
        return
    with database.write() as connection:
        fill_index(connection)
    feed.put_setting(_SPELLING, spelling)
