"""The trace that deeds leave: who did what to which record, when, by which clock."""

from __future__ import annotations

from typing import Final

from station_client.clock import Clock
from station_client.domain.ids import Login
from station_client.ports import SyncControl
from station_client.services.desk_notes import Notes, keep_skew, kept_officer, kept_skew, trail_held
from station_client.services.presence import Opened, Presence
from station_client.services.views import TrailLine, TrailPage
from station_client.store.desk import AuditEntry, Trace

A_PAGE: Final = 200


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

    def page(self, *, before: int | None = None, login: str = "", act: str = "", limit: int = A_PAGE) -> TrailPage:
        """Give entries newest first, before an entry's number; of one officer, of one act where that is asked."""
        with self._presence.at_work() as opened:
            trail, notes = opened.stores.desk.audit, opened.stores.desk.settings
            held, newest = trail_held(notes), trail.page(1)
            found = trail.page(limit + 1, before=before, login=login, act=act)
            names = {one: _name(notes, one) for one in {entry.login for entry in found}}
        lines = tuple(_line(one, names[one.login], held) for one in found[:limit])
        further = lines[-1].number if len(found) > limit else None
        return TrailPage(lines, further, newest[0].number if newest else 0, held)

    def officers(self) -> tuple[tuple[Login, str], ...]:
        """List whose deeds stand in the trail, each login with the name where this PC knows it."""
        with self._presence.at_work() as opened:
            desk = opened.stores.desk
            return tuple((one, _name(desk.settings, one)) for one in desk.audit.logins())

    def verify(self) -> int:
        """Prove the whole trail and give its length. Raises ``TrailBrokenError``."""
        return self._presence.stores().desk.audit.verify()

    def skew(self) -> float:
        """Give this PC's clock minus the centre's in seconds, as last measured."""
        return _measured(self._sync.status().skew_seconds, self._presence.stores().desk.settings)


def _name(notes: Notes, login: Login) -> str:
    officer = kept_officer(notes, login)
    return officer.name if officer else ""


def _line(one: AuditEntry, name: str, held: int) -> TrailLine:
    sent = one.number <= held
    return TrailLine(one.number, one.login, name, one.act, one.subject, one.at, one.skew_seconds, sent)


def _measured(now: float | None, notes: Notes) -> float:
    """Take the engine's measure where it has one since the start, else the one kept; remember the newest."""
    kept = kept_skew(notes)
    if now is None:
        return kept
    if now != kept:
        keep_skew(notes, now)
    return now
