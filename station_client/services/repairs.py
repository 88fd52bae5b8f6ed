"""What was damaged when the stores were opened, told to whoever opened them and written into the audit trail."""

from __future__ import annotations

from typing import Final

from station_client.clock import Clock
from station_client.domain.ids import Login
from station_client.services.deeds import Deed
from station_client.services.desk_notes import kept_skew
from station_client.services.presence import Presence
from station_client.store.mending import Mended
from station_client.store.stores import Stores

__all__ = ["Mended", "Repairs", "note_repairs"]

_DEEDS: Final = {"desk": Deed.DESK_RESTORED, "replica": Deed.COPY_BEGUN_ANEW}


class Repairs:
    """The damage that this sign-in met."""

    def __init__(self, presence: Presence) -> None:
        """Tell whoever is signed in."""
        self._presence = presence

    def met(self) -> tuple[Mended, ...]:
        """Say which files were set aside at this sign-in, and what took their place; most often none."""
        return self._presence.stores().mended


def note_repairs(stores: Stores, login: Login, clock: Clock) -> None:
    """Write each into the audit trail; its subject is the name under which the damaged file is kept."""
    desk = stores.desk
    for one in stores.mended:
        desk.audit.append(login, _DEEDS[one.store], one.set_aside or "missing", clock.now(), kept_skew(desk.settings))
