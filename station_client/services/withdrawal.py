"""What happens here when the centre withdraws an officer or this PC: nobody reads on, and nothing is lost.

An officer's slot goes as in a removal; where nothing else opens the vault it is only closed, until the centre
takes them back. Their unsent work stays for who is in charge. A PC that was withdrawn opens for nobody until then.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from dataclasses import dataclass

from station_client.domain.ids import Login
from station_client.errors import MachineRevokedError, OfficerRevokedError, StationError, StoreError
from station_client.events import AccessWithdrawn, Bus, Event, SessionChanged
from station_client.ports import Keychain
from station_client.security.keyslots import Vault
from station_client.security.turnover import close_slot
from station_client.services.audit import Audit
from station_client.services.deeds import Deed
from station_client.services.desk_notes import keep_withdrawn
from station_client.services.officers import same_login
from station_client.services.presence import Opened
from station_client.services.session import Session

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Acts on the centre's word, on whatever thread heard it."""

    session: Session
    vault: Vault
    keychain: Keychain | None
    audit: Audit
    bus: Bus

    def heard(self, event: Event) -> None:
        """Hear the news; everything but a withdrawal is somebody else's."""
        opened = self.session.behind()
        if not isinstance(event, AccessWithdrawn) or opened is None or opened.ended:
            return
        own = any(same_login(one, opened.who.officer.login) for one in event.officers)
        if event.machine or own:
            self.session.cut_off(opened, MachineRevokedError.code if event.machine else OfficerRevokedError.code)
        try:
            if event.machine:
                self._machine(opened)
            for login in event.officers:
                self._officer(opened, login)
        except StationError as wrong:  # the next contact says it again
            _log.error("a withdrawal was not carried out whole: %s %s", wrong.code, wrong.detail)
        if event.machine or own:
            self.bus.tell(SessionChanged())
            threading.Thread(target=self._leave, name="withdrawal", daemon=True).start()

    def _machine(self, opened: Opened) -> None:
        if not self.vault.withdrawn():
            self.vault.withdraw()
            self._trace(opened, Deed.PC_WITHDRAWN, opened.keys.machine_id)

    def _officer(self, opened: Opened, login: Login) -> None:
        if close_slot(self.vault, self.keychain, opened.keys, login):
            self._trace(opened, Deed.WITHDRAWN, login)
            keep_withdrawn(opened.stores.desk.settings, login, withdrawn=True)

    def _trace(self, opened: Opened, deed: Deed, subject: str) -> None:
        """Leave the trace; a full disk must not keep a slot open, so it comes after."""
        left = self.audit.trace(opened, deed, subject)
        opened.stores.desk.audit.append(left.login, left.act, left.subject, left.at, left.skew_seconds)

    def _leave(self) -> None:
        """Close the stores on a thread of its own: who heard the news may be the engine, for which closing waits."""
        with contextlib.suppress(StoreError):
            self.session.leave_ended()
