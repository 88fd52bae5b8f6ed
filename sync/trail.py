"""The audit trail, handed to the centre at the end of a round, a bounded part of it each time.

What the centre holds is noted in the desk. Where the centre finds another row of entries than it has (a desk that came
back from its second copy, or one that was meddled with) it says so by name and keeps both: the station then sends its
whole trail anew, as the next strand. With it goes where this PC stands, for State IT: on its own every quarter of an
hour, where there is nothing else to say.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from station_client import __version__
from station_client.domain.ids import Login
from station_client.domain.outbox import WAITING_STATES, ItemState, OutboxItem
from station_client.errors import RefusalError
from station_client.events import AccessWithdrawn
from station_client.services.deeds import Deed
from station_client.services.desk_notes import TRAIL_NOTE
from station_client.store.desk import AuditEntry
from sync.errand import Errand
from sync.mapping.items import tellable
from sync.protocol.bounds import MOST_SKEW
from sync.protocol.codes import TRAIL_ENTRIES, Code
from sync.protocol.trail import Standing, TrailAnswer, TrailBatch, TrailEntry, chained

TOLD: Final = "standing-told"
TOLD_EVERY: Final = timedelta(minutes=15)
MOST_BATCHES: Final = 4
LEFT_BE: Final = frozenset({Code.NOT_FOUND, Code.NOT_UNDERSTOOD, Code.TOO_LARGE})  # the next version may know better

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the centre has it: the last entry of the strand and its chain."""

    strand: int = 0
    held: int = 0
    chain: str = ""


class Trail:
    """Brings what officers did here to the centre."""

    def __init__(self, errand: Errand, *, proved: bool = False) -> None:
        """Work for one officer's session; ``proved``: it was shown in this session that the note is of this trail."""
        self._errand = errand
        self._proved = proved
        self._audit = errand.stores.desk.audit
        self._notes = errand.stores.desk.settings

    def send(self) -> None:
        """Send what the centre lacks, a few batches. Raises ``LineError``, ``RefusalError``, ``StoreError``.

        First the row up to where the centre has it is chained again from the start: entries that somebody with the
        desk's key wrote anew have another end than the note says, and the centre is shown that one.
        """
        doubted = not self._proved and self._is_another()
        for _ in range(MOST_BATCHES):
            self._errand.check()
            if not self._send_some(certainly=doubted):
                return
            doubted = False

    def _is_another(self) -> bool:
        """Tell whether the row here is not the one that is noted, and note where it stands itself."""
        mark = self._mark()
        here = self._at(mark.strand, mark.held)
        if here != mark:
            self._put(here)
        return here != mark

    def _send_some(self, *, certainly: bool) -> bool:
        """Send one batch, ``certainly`` also where nothing is new; tell whether another should follow at once."""
        mark = self._mark()
        entries = chained(map(_entry, self._audit.after(mark.held, TRAIL_ENTRIES)), mark.chain)
        if not (entries or certainly or self._standing_due()):
            return False
        told = self._standing()
        batch = TrailBatch(strand=mark.strand, after=mark.held, before=mark.chain, entries=entries, standing=told)
        try:
            answer = self._ask(batch)
        except RefusalError as no:
            if no.reason == Code.TRAIL_DIFFERS:
                self._begin_anew(mark)
                return True
            if no.reason not in LEFT_BE:
                raise
            _log.warning("the centre does not take the audit trail: %s", no.reason)
            return False
        if answer.withdrawn:
            self._errand.bus.tell(AccessWithdrawn(officers=tuple(map(Login, answer.withdrawn))))
        self._notes.put(TOLD, self._errand.clock.now().isoformat())
        if answer.held < (entries[-1].number if entries else mark.held):
            self._put(self._at(mark.strand, answer.held))
            return answer.held != mark.held
        if entries:
            self._put(Mark(mark.strand, entries[-1].number, entries[-1].chain))
        return len(entries) == TRAIL_ENTRIES

    def _ask(self, batch: TrailBatch) -> TrailAnswer:
        transport = self._errand.transport
        return self._errand.timed(lambda access: transport.trail(access, batch), lambda answer: answer.server_time)

    def _standing_due(self) -> bool:
        """Tell whether the centre has not heard for a while where this PC stands."""
        try:
            told = datetime.fromisoformat(self._notes.get(TOLD) or "")
        except ValueError:
            return True
        return not timedelta() <= self._errand.clock.now() - told < TOLD_EVERY

    def _standing(self) -> Standing:
        board, now = self._errand.board.status(), self._errand.clock.now()
        return standing_of(self._errand.stores.desk.outbox.items(), board.skew_seconds or 0.0, now)

    def _begin_anew(self, mark: Mark) -> None:
        """Begin the next strand, and leave a trace of it in the trail itself."""
        _log.error("the audit trail here is not the one that the centre has; it is sent anew")
        self._put(Mark(mark.strand + 1))
        now, skew = self._errand.clock.now(), self._errand.board.status().skew_seconds or 0.0
        self._audit.append(self._errand.login, Deed.TRAIL_SENT_ANEW, str(mark.strand + 1), now, skew)

    def _at(self, strand: int, held: int) -> Mark:
        """Find the chain of an entry again, from the start; where that entry is not here, the start."""
        mark = Mark(strand)
        while mark.held < held:
            entries = chained(map(_entry, self._audit.after(mark.held, TRAIL_ENTRIES)), mark.chain)
            part = [one for one in entries if one.number <= held]
            if not part:
                return Mark(strand)
            mark = Mark(strand, part[-1].number, part[-1].chain)
        return mark

    def _mark(self) -> Mark:
        try:
            return Mark(*json.loads(self._notes.get(TRAIL_NOTE) or "[]"))
        except (ValueError, TypeError):
            return Mark()

    def _put(self, mark: Mark) -> None:
        self._notes.put(TRAIL_NOTE, json.dumps([mark.strand, mark.held, mark.chain]))


def standing_of(items: Iterable[OutboxItem], skew_seconds: float, now: datetime) -> Standing:
    """Say where a PC stands whose outbox holds ``items``."""
    here = tuple(items)
    waiting = [one for one in here if one.state in WAITING_STATES]
    oldest = max((now - one.queued_at for one in waiting), default=timedelta())
    return Standing(
        program_version=__version__,
        waiting=len(waiting),
        oldest_seconds=max(int(oldest.total_seconds()), 0),
        refused=sum(one.state is ItemState.REFUSED for one in here),
        set_aside=sum(one.state is ItemState.SET_ASIDE for one in here),
        skew_seconds=min(max(skew_seconds, -MOST_SKEW), MOST_SKEW),
    )


def _entry(one: AuditEntry) -> TrailEntry:
    return TrailEntry(
        number=one.number,
        login=one.login,
        act=one.act,
        subject=one.subject,
        at=tellable(one.at),
        skew_seconds=min(max(one.skew_seconds, -MOST_SKEW), MOST_SKEW),
        chain="",
    )
