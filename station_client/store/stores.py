"""Everything that is kept, opened with one vault's keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from station_client.security.keyslots import VaultKeys
from station_client.store.blobs import BlobFolder
from station_client.store.desk.desk import Desk, open_desk
from station_client.store.mending import VAULT_TOLD, Mended, mend_desk, mend_replica, vault_set_aside
from station_client.store.profile import Profile
from station_client.store.replica.replica import Replica, open_replica
from station_client.store.second_copy import SecondCopy


@dataclass(frozen=True, slots=True)
class Stores:
    """The copy of the centre's news, the officers' own work, and the sealed files."""

    replica: Replica
    desk: Desk
    blobs: BlobFolder
    mended: tuple[Mended, ...] = ()

    def sweep(self, before: datetime) -> int:
        """Remove sealed files of before a moment that no draft, no item and no alert names; give their count.

        Raises ``StoreError``; where any record does not read, nothing is removed.
        """
        if not self.blobs.idle_since(before):
            return 0
        written = self.desk.drafts.files() | self.desk.outbox.files() | self.desk.messages.files()
        named = written | self.replica.alerts.files()
        return self.blobs.sweep(named, before=before)

    def close(self) -> None:
        """Let go of every file."""
        try:
            self.replica.close()
        finally:
            self.desk.close()


def open_stores(profile: Profile, keys: VaultKeys, *, told: Callable[[], None] | None = None) -> Stores:
    """Open the data folder's stores, making what is not there yet and mending what is damaged. Raises ``StoreError``.

    ``Stores.mended`` says which files were set aside, so that whoever opened them is told; ``told`` is called when the
    second copy could not be made, and when it can be again.
    """
    desk_key, replica_key = keys.key("desk"), keys.key("replica")
    further = None if profile.second_place is None else profile.second_place / keys.vault_id
    mended = [mend_desk(profile.desk, desk_key, profile.copies, further)]
    second = SecondCopy(profile.copies, desk_key, further=further, told=told)
    desk = open_desk(profile.desk, desk_key, copies=profile.copies, second=second)
    try:
        mended.append(mend_replica(profile.replica, replica_key))
        replica = open_replica(profile.replica, replica_key)
        mended.append(vault_set_aside(profile.vault, desk.settings.get(VAULT_TOLD) or ""))
    except BaseException:
        desk.close()
        raise
    blobs = BlobFolder(profile.blobs, keys.key("attachments"))
    return Stores(replica, desk, blobs, tuple(one for one in mended if one is not None))
