"""News that bring their frames along: made once for all who wait alike, given to those alone who may have them now."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from central.errors import Refused
from central.feed import scope_of
from central.passwords import token_hash
from central.store.tallies import Scope
from central.store.unit import Store
from central.stream import Brief, Stream
from central.tokens import actor_of
from station_client.clock import Clock
from sync.protocol.codes import CARRIED_BYTES


@dataclass(frozen=True, slots=True)
class Reader:
    """Who waits: with which token and as what, up to where their copy goes, and how frames may be packed for them.

    ``base`` is the newest record that was for them when they began to wait; it is not above ``since``. All of a scope
    with the same base lack the same, whatever their cursors are.
    """

    access: str
    scope: Scope
    since: int
    base: int
    dictionary: str


class Dispatches:
    """Frames for many at once."""

    def __init__(self, store: Store, clock: Clock, stream: Stream) -> None:
        """Take frames from ``stream``."""
        self._store, self._clock, self._stream = store, clock, stream

    def sent(self, readers: Sequence[Reader]) -> list[bytes | None]:
        """Give what each of them lacks, as a whole stream; None where they must ask: it is too much, or not for them.

        Who they are was found out when they began to wait, minutes ago perhaps: it is found out again, for all of them
        at once, once the frames are made.
        """
        alike = {(one.scope, one.base, one.dictionary) for one in readers}
        briefs = {key: self._stream.brief(*key, CARRIED_BYTES) for key in alike}
        still = self._scopes(readers)
        return [
            _fitting(one, briefs[one.scope, one.base, one.dictionary]) if still.get(one.access) == one.scope else None
            for one in readers
        ]

    def _scopes(self, readers: Sequence[Reader]) -> dict[str, Scope]:
        """Say what each token is entitled to now; one that is good no more is left out."""
        tokens = {token_hash(one.access): one.access for one in readers}
        now = self._clock.now()
        with self._store.glance() as unit:
            holders = list(unit.holders.each(tuple(tokens)))
        found: dict[str, Scope] = {}
        for one in holders:
            with suppress(Refused):  # their next question tells them why
                found[tokens[one.session.access_hash]] = scope_of(actor_of(one, now))
        return found


def _fitting(reader: Reader, brief: Brief | None) -> bytes | None:
    """Give frames that begin exactly where a copy ends."""
    return brief.frames if brief is not None and brief.oldest <= reader.since < brief.before else None
