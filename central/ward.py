"""Whoever asks too much or for what is not theirs: sent away, with a line in the audit trail.

Many refusals have their own line where they are judged (an item, a claim, a strange trail). Whatever else is refused to
an officer who was let in gets one here: what their rights do not cover, and things they may only have guessed.
"""

from __future__ import annotations

from dataclasses import dataclass

from central.errors import Refused
from central.floods import Floods
from central.request import Asker, address, counted_as
from central.settings import Settings
from central.store.unit import Store
from station_client.clock import Clock
from sync.protocol.codes import PATH_BLOBS, PATH_FIRS, PATH_SLICES, PATH_SNAPSHOTS, PATH_WHOLE, Code

ALWAYS = frozenset({Code.NOT_ENTITLED, Code.HASH_MISMATCH, Code.MACHINE_CERTIFICATE, Code.TOO_LARGE})
GUESSED = (PATH_FIRS, PATH_BLOBS, PATH_SLICES, PATH_SNAPSHOTS, PATH_WHOLE)
"""Where *not found* may be a guess; elsewhere it only says that there is none now."""
ACT_FLOOD = "flood-refused"
ACT_REFUSED = "request-refused"


@dataclass(frozen=True, slots=True)
class Line:
    """What the audit trail is to say of a refusal."""

    machine_id: str
    login: str
    act: str
    subject: str


class Ward:
    """The centre's eye on who asks. It judges in memory alone; its lines are written where one may wait to write."""

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
            asker.flood = no.detail
            raise no

    def of_address(self, no: Refused) -> Line | None:
        """Give the line of an address that asks too much; None where it has had enough of them."""
        return self._due(Line(counted_as(address.get()), "", ACT_FLOOD, f"{no.detail}: {address.get()}"))

    def of_asker(self, asker: Asker, code: str, template: str, path: str) -> Line | None:
        """Give the line of a refusal to somebody known; None where it is worth none, or has one already."""
        if asker.flood:
            return self._due(Line(asker.machine_id, asker.login, ACT_FLOOD, asker.flood))
        guessed = code == Code.NOT_FOUND and template.startswith(GUESSED)
        if not asker.login or asker.noted or not (guessed or code in ALWAYS):
            return None
        return self._due(Line(asker.machine_id, asker.login, ACT_REFUSED, f"{code} {path}"))

    def note(self, line: Line) -> None:
        """Write a line."""
        with self._store.write() as unit:
            now = self._clock.now()
            unit.trail.add(now, login=line.login, machine_id=line.machine_id, act=line.act, subject=line.subject)

    def _due(self, line: Line) -> Line | None:
        """Give a line back, unless its name has had so many in this minute that more would say nothing."""
        return line if self._floods.may_note(f"{line.act} {line.machine_id} {line.login}") else None
