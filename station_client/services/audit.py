"""The trace that deeds leave: who did what to which record, when, by which clock."""

from __future__ import annotations

from station_client.clock import Clock
from station_client.ports import SyncControl
from station_client.services.desk_notes import Notes, keep_skew, kept_skew
from station_client.services.presence import Opened, Presence
from station_client.store.desk import AuditEntry, Trace


class Audit:
    """The audit trail of this PC, chained so that a removed or changed line is noticed."""

    def __init__(self, presence: Presence, sync: SyncControl, clock: Clock) -> None:
        """Write as whoever is signed in."""
        self._presence = presence
        self._sync = sync
        self._clock = clock

    def record(self, act: str, subject: str) -> None:
        """Write one deed of the officer who is signed in; ``subject`` is an id or a key, never case text."""
        with self._presence.at_work() as opened:
            left = self.trace(opened, act, subject)
            opened.stores.desk.audit.append(left.login, left.act, left.subject, left.at, left.skew_seconds)

    def trace(self, opened: Opened, act: str, subject: str) -> Trace:
        """Make a deed's trace ready, to be written in one act with the deed itself."""
        skew = _measured(self._sync.status().skew_seconds, opened.stores.desk.settings)
        return Trace(opened.who.officer.login, act, subject, self._clock.now(), skew)

    def entries(self) -> tuple[AuditEntry, ...]:
        """Give the whole trail, oldest first."""
        return self._presence.stores().desk.audit.entries()

    def verify(self) -> int:
        """Prove the whole trail and give its length. Raises ``TrailBrokenError``."""
        return self._presence.stores().desk.audit.verify()

    def skew(self) -> float:
        """Give this PC's clock minus the centre's in seconds, as last measured."""
        return _measured(self._sync.status().skew_seconds, self._presence.stores().desk.settings)


def _measured(now: float | None, notes: Notes) -> float:
    """Take the engine's measure where it has one since the start, else the one kept; remember the newest."""
    kept = kept_skew(notes)
    if now is None:
        return kept
    if now != kept:
        keep_skew(notes, now)
    return now
