"""What was damaged when the stores were opened, told to whoever opened them and written into the audit trail."""

from __future__ import annotations

from typing import Final

from station_client.clock import Clock
from station_client.domain.ids import Login
from station_client.errors import SecondCopyError
from station_client.services.deeds import Deed
from station_client.services.desk_notes import kept_skew
from station_client.services.presence import Presence
from station_client.store.mending import VAULT_TOLD, Mended
from station_client.store.stores import Stores

__all__ = ["Mended", "Repairs", "note_repairs"]

_DEEDS: Final = {"desk": Deed.DESK_RESTORED, "replica": Deed.COPY_BEGUN_ANEW, "vault": Deed.VAULT_RESTORED}


class Repairs:
    """The damage that this sign-in met."""

    def __init__(self, presence: Presence) -> None:
        """Tell whoever is signed in."""
        self._presence = presence

    def met(self) -> tuple[Mended, ...]:
        """Say which files were set aside at this sign-in, and what took their place; most often none."""
        return self._presence.stores().mended

    def copy_trouble(self) -> SecondCopyError | None:
        """Say what keeps the desk's second copy from being made; None while all is well."""
        return self._presence.stores().desk.copy_trouble

    def copy_now(self) -> SecondCopyError | None:
        """Make the second copy now, on the calling thread, and say what kept it from being made."""
        with self._presence.at_work() as opened:
            opened.stores.desk.copy_now()
            return opened.stores.desk.copy_trouble


def note_repairs(stores: Stores, login: Login, clock: Clock) -> None:
    """Write each into the audit trail; its subject is the name under which the damaged file is kept."""
    desk = stores.desk
    for one in stores.mended:
        desk.audit.append(login, _DEEDS[one.store], one.set_aside or "missing", clock.now(), kept_skew(desk.settings))
        if one.store == "vault":  # its file was damaged before anyone could be told
            desk.settings.put(VAULT_TOLD, one.set_aside)
