"""A person's word to a sync that would take a large part of the copy away."""

from __future__ import annotations

from station_client.ports import SyncControl
from station_client.services.audit import Audit
from station_client.services.deeds import Deed


class Removals:
    """What the centre withdraws at once and the engine holds back until somebody has agreed."""

    def __init__(self, sync: SyncControl, audit: Audit) -> None:
        """Agree as whoever is signed in."""
        self._sync = sync
        self._audit = audit

    def agree(self) -> None:
        """Let the next sync take out what is held back, once; the trace comes first. Raises ``NotSignedInError``."""
        held_back = self._sync.status().removals
        self._audit.record(Deed.REMOVALS_AGREED, f"{held_back.count} of {held_back.held}" if held_back else "next sync")
        self._sync.sync_now(accept_removals=True)
