"""Everything that is kept, opened with one vault's keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from station_client.errors import StoreDamagedError
from station_client.security.keyslots import VaultKeys
from station_client.store.blobs import BlobFolder
from station_client.store.desk.desk import Desk, open_desk
from station_client.store.mending import DAMAGED, VAULT_TOLD, Mended, mend_desk, mend_replica, vault_set_aside
from station_client.store.profile import Profile
from station_client.store.replica.replica import Replica, open_replica
from station_client.store.second_copy import SecondCopy

LAST_SYNC: Final = "last-sync"
"""The copy's note of the moment at which it was last whole."""


@dataclass(frozen=True, slots=True)
class Stores:
    """The copy of the centre's news, the officers' own work, and the sealed files."""

    replica: Replica
    desk: Desk
    blobs: BlobFolder
    mended: tuple[Mended, ...] = ()
    desks_set_aside: bool = False

    def sweep(self, before: datetime) -> int:
        """Remove sealed files of before a moment that no draft, no item and no alert names; give their count.

        Nothing is removed where a damaged desk lies set aside: its drafts name files too, and State IT may read them
        yet. Nor while the centre's copy is not whole: what alerts name is not known then, and would come anew.
        Raises ``StoreError``; where any record does not read, nothing is removed.
        """
        if self.desks_set_aside or not self.replica.feed.setting(LAST_SYNC):
            return 0
        if not self.blobs.idle_since(before):
            return 0
        desk = self.desk
        written = desk.drafts.files() | desk.outbox.files() | desk.messages.files() | desk.begun_messages.files()
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
        replica, found = _replica(profile.replica, replica_key)
        mended.append(found)
        mended.append(vault_set_aside(profile.vault, desk.settings.get(VAULT_TOLD) or ""))
    except BaseException:
        desk.close()
        raise
    blobs = BlobFolder(profile.blobs, keys.key("attachments"))
    aside = any(profile.desk.parent.glob(f"{profile.desk.name}{DAMAGED}*"))
    return Stores(replica, desk, blobs, tuple(one for one in mended if one is not None), aside)


def _replica(path: Path, key: bytes) -> tuple[Replica, Mended | None]:
    """Open the copy, and say whether a fresh one stands in the place of a damaged one."""
    found = mend_replica(path, key)
    try:
        return open_replica(path, key), found
    except StoreDamagedError:  # met behind the first page, and noted: now every page is proved
        found = mend_replica(path, key)
        if found is None:
            raise
        return open_replica(path, key), found
