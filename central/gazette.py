"""What the centre tells by protocol 2: frames, news, snapshots and summaries, each to an officer's machine."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from central.accounts import Accounts
from central.bell import Bell
from central.dispatches import Dispatches
from central.errors import Refused
from central.feed import LARGEST, scope_of
from central.snapshots import Snapshots
from central.store.tallies import Scope
from central.store.unit import Store
from central.stream import Frames, Stream
from station_client.clock import Clock
from sync.protocol.codes import Code
from sync.protocol.feed import News, SnapshotCard, Summary


@dataclass(frozen=True, slots=True)
class Latest:
    """The newest there is for a scope: any record, and an active High Alert."""

    record: int
    high: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the feed stands, for some scopes, and in which ``past`` (``central.store.unit``)."""

    head: int
    latest: dict[Scope, Latest]
    past: tuple[int, int] = (0, 0)


class Gazette:
    """What a station can ask of protocol 2's feed. Every verb may raise ``Refused``; ``access`` is an access token."""

    def __init__(self, store: Store, clock: Clock, *, accounts: Accounts, stream: Stream, snapshots: Snapshots) -> None:
        """Answer from ``store``."""
        self._store, self._clock, self._accounts = store, clock, accounts
        self._stream, self._snapshots = stream, snapshots
        self._turn = Lock()
        self._known = Standing(0, {})
        self.dispatches = Dispatches(store, clock, stream)

    @property
    def bell(self) -> Bell:
        """Rung after each change that was kept in this process."""
        return self._store.bell

    def feed(self, access: str, *, since: int, dictionary: str, most: int = LARGEST) -> Frames:
        """Give the frames of one answer, ``most`` bytes of them; what can be refused is refused before the first."""
        return self._stream.frames(self._accounts.seen(access), since, dictionary, most)

    def arrived(self, access: str) -> tuple[Scope, Standing]:
        """Say what a machine's office is entitled to now, and where the feed stands for it."""
        actor, moment = self._accounts.seen(access)
        scope = scope_of(actor)
        return scope, self._stood(scope, moment.head)

    def standing(self, scopes: Collection[Scope]) -> Standing:
        """Say where the feed stands: for whoever waits, however many they are."""
        past = self._store.past
        with self._store.glance() as unit:
            newest = unit.reach.newest(scopes)
        latest = {one: Latest(record, newest.high if one.alerts else 0) for one, record in newest.record.items()}
        return Standing(newest.head, latest, past)

    def _scope(self, access: str) -> Scope:
        """Say what a machine's office is entitled to now."""
        return scope_of(self._accounts.actor(access))

    def _stood(self, scope: Scope, head: int) -> Standing:
        """Give where the feed stood at ``head`` or later, asked once for all scopes that were asked for here.

        What is new takes a new sequence, so at one head nothing else is to be found.
        """
        if self._knows(scope, head):
            return self._known
        with self._turn:
            if not self._knows(scope, head):
                self._known = self.standing((*self._known.latest, scope))
            return self._known

    def _knows(self, scope: Scope, head: int) -> bool:
        known = self._known
        return known.past == self._store.past and known.head >= head and scope in known.latest

    def news(self, scope: Scope, since: int, standing: Standing) -> News:
        """Say what waits beyond a cursor."""
        if not 0 <= since <= LARGEST:
            raise Refused(Code.NOT_UNDERSTOOD, "since cannot be")
        latest = standing.latest.get(scope, Latest(0, 0))
        restored = standing.head < since
        head = standing.head if restored or latest.record > since else since
        return News(head=head, server_time=self._clock.now(), high_alerts=latest.high > since)

    def snapshot(self, access: str) -> SnapshotCard:
        """Describe the snapshot for a first copy."""
        return self._snapshots.card(self._scope(access))

    def first_copy(self, access: str) -> tuple[SnapshotCard, Path]:
        """Give the card of the snapshot for a first copy, and its place."""
        scope = self._scope(access)
        card = self._snapshots.card(scope)
        return card, self._snapshots.file(scope, card.sha256)[1]

    def snapshot_file(self, access: str, *, sha256: str) -> tuple[int, Path]:
        """Give a snapshot's size and place."""
        return self._snapshots.file(self._scope(access), sha256)

    def summary(self, access: str, *, cursor: int) -> Summary:
        """Say what a copy must hold: of ``cursor`` where nothing for this office is newer, of the head otherwise."""
        return self._stream.summary(self._accounts.seen(access), cursor)
