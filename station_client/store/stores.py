"""Everything that is kept, opened with one vault's keys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from station_client.security.keyslots import VaultKeys
from station_client.store.blobs import BlobFolder
from station_client.store.desk.desk import Desk, open_desk
from station_client.store.profile import Profile
from station_client.store.replica.replica import Replica, open_replica


@dataclass(frozen=True, slots=True)
class Stores:
    """The copy of the centre's news, the officers' own work, and the sealed files."""

    replica: Replica
    desk: Desk
    blobs: BlobFolder

    def sweep(self, before: datetime) -> int:
        """Remove sealed files of before a moment that no draft, no item and no alert names; give their count.

        Raises ``StoreError``; where any record does not read, nothing is removed.
        """
        if not self.blobs.idle_since(before):
            return 0
        named = self.desk.drafts.files() | self.desk.outbox.files() | self.replica.alerts.files()
        return self.blobs.sweep(named, before=before)

    def close(self) -> None:
        """Let go of every file."""
        self.replica.close()
        self.desk.close()


def open_stores(profile: Profile, keys: VaultKeys) -> Stores:
    """Open the data folder's stores, making what is not there yet. Raises ``StoreError``."""
    desk = open_desk(profile.desk, keys.key("desk"), copies=profile.copies)
    try:
        replica = open_replica(profile.replica, keys.key("replica"))
    except BaseException:
        desk.close()
        raise
    return Stores(replica, desk, BlobFolder(profile.blobs, keys.key("attachments")))
