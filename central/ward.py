"""Whoever asks too much or for what is not theirs: sent away, with a line in the audit trail.

Many refusals have their own line where they are judged (an item, a claim, a strange trail). Whatever else is refused to
an officer who was let in gets one here: what their rights do not cover, and things they may only have guessed.
"""

from __future__ import annotations

from central.errors import Refused
from central.floods import Floods
from central.request import Asker, address
from central.settings import Settings
from central.store.unit import Store
from station_client.clock import Clock
from sync.protocol.codes import PATH_BLOBS, PATH_FIRS, PATH_SLICES, PATH_SNAPSHOTS, PATH_WHOLE, Code

ALWAYS = frozenset({Code.NOT_ENTITLED, Code.HASH_MISMATCH, Code.MACHINE_CERTIFICATE, Code.TOO_LARGE})
GUESSED = (PATH_FIRS, PATH_BLOBS, PATH_SLICES, PATH_SNAPSHOTS, PATH_WHOLE)
"""Where *not found* may be a guess; elsewhere it only says that there is none now."""
ACT_FLOOD = "flood-refused"
ACT_REFUSED = "request-refused"


class Ward:
    """The centre's eye on who asks."""

    def __init__(self, store: Store, settings: Settings, clock: Clock) -> None:
        """Note in ``store``."""
        self._store = store
        self._clock = clock
        self._floods = Floods(settings, clock)

    def stranger(self, where: str) -> Refused | None:
        """Judge a request by its address alone."""
        return self._floods.stranger(where)

    def admit(self, asker: Asker) -> None:
        """Judge a request of one who was let in. Raises ``Refused``."""
        no = self._floods.known(asker.machine_id, asker.login, asker.weight)
        if no is not None:
            self._line(asker.machine_id, asker.login, ACT_FLOOD, no.detail)
            asker.noted = True
            raise no

    def note_flood(self, no: Refused) -> None:
        """Note that an address asks too much."""
        self._line(address.get(), "", ACT_FLOOD, f"{no.detail}: {address.get()}")

    def is_worth_a_line(self, asker: Asker, code: str, template: str) -> bool:
        """Tell whether a refusal is to be noted: one to somebody known, that has no line yet."""
        guessed = code == Code.NOT_FOUND and template.startswith(GUESSED)
        return bool(asker.login) and not asker.noted and (guessed or code in ALWAYS)

    def note(self, asker: Asker, code: str, path: str) -> None:
        """Note what was refused."""
        self._line(asker.machine_id, asker.login, ACT_REFUSED, f"{code} {path}")

    def _line(self, machine_id: str, login: str, act: str, subject: str) -> None:
        """Write a line, unless this name has had so many in this minute that more would say nothing."""
        if self._floods.may_note(f"{act} {machine_id} {login}"):
            with self._store.write() as unit:
                unit.trail.add(self._clock.now(), login=login, machine_id=machine_id, act=act, subject=subject)
