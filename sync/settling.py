"""After a stream's end: what is to leave the copy leaves it, and the copy is compared with what it must hold.

A large part of the copy never leaves it unasked: it is counted first, and waits for a person's word (``guard``).
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from station_client.ports import Removals
from sync.errand import Errand
from sync.guard import too_many
from sync.protocol.feed import End, Summary
from sync.summary import difference

_log = logging.getLogger(__name__)

HELD_BACK = "held-back"
COMPARED = "compared"
READ_ANEW = "read-anew"
BETWEEN_READINGS = timedelta(hours=24)
"""A copy that differs is read anew at most this often: a difference that stays is said, not fetched over and over."""


class Settling:
    """Settles one round's reading; ``agreed``: so many records a person said may go."""

    def __init__(self, errand: Errand, agreed: int) -> None:
        """Work for one officer's session."""
        self._errand = errand
        self._feed = errand.stores.replica.feed
        self._standing = errand.stores.replica.standing
        self._agreed = agreed

    def let_go(self) -> Removals | None:
        """Take out of the copy what the centre withdrew; where that is too much, leave it all and say so."""
        leaving = self._standing.leaving()
        if too_many(leaving.count, leaving.held, self._agreed):
            _log.warning("%d of %d records are to leave the copy: a person is asked", leaving.count, leaving.held)
            removals = Removals(leaving.count, leaving.held)
            self._feed.put_setting(HELD_BACK, note_of(removals))
            return removals
        if leaving.count or self._standing.doubted():
            self._errand.tell(*self._standing.withdraw())
        if self._feed.setting(HELD_BACK):
            self._feed.put_setting(HELD_BACK, "")
        return None

    def differs(self, end: End) -> bool:
        """Compare the copy with the centre's word; what agrees is remembered, what differs is logged."""
        cursor = self._feed.cursor()
        summary = end.summary or self._asked(cursor)
        if summary is None or summary.cursor != cursor:
            return False
        if wrong := difference(summary, self._standing.tally()):
            _log.warning("the copy differs from the centre's at %d: %s", cursor, wrong)
            return True
        if self._feed.setting(COMPARED) != str(cursor):
            self._feed.put_setting(COMPARED, str(cursor))
        return False

    def may_read_anew(self) -> bool:
        """Tell whether the copy may be read anew now, and remember that it was."""
        now, last = self._errand.clock.now(), moment_of(self._feed.setting(READ_ANEW))
        if last is not None and abs(now - last) < BETWEEN_READINGS:
            return False
        self._feed.put_setting(READ_ANEW, now.isoformat())
        return True

    def _asked(self, cursor: int) -> Summary | None:
        """Ask for the centre's word, where the stream did not bring it and this state was never compared."""
        if self._feed.setting(COMPARED) == str(cursor):
            return None
        transport = self._errand.transport
        return self._errand.ask(lambda access: transport.summary(access, cursor=cursor))


def note_of(removals: Removals) -> str:
    """Write down what is held back."""
    return f"{removals.count} {removals.held}"


def removals_of(note: str) -> Removals | None:
    """Read what is held back; None where nothing is."""
    if not note:
        return None
    count, held = note.split(" ")
    return Removals(int(count), int(held))


def moment_of(text: str) -> datetime | None:
    """Read a moment that this engine wrote; None where none is kept."""
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
