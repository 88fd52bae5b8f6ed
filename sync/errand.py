"""What the engine works with while an officer is signed in: the line, the stores, the right to speak.

It also holds the one rule about tokens: on ``session-expired`` refresh once, repeat once, then say so.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar

from station_client.clock import Clock
from station_client.domain.ids import Login, MachineId
from station_client.domain.outbox import OutboxItem
from station_client.errors import AnswerError, SessionExpiredError
from station_client.events import Bus, Part, StoreChanged
from station_client.ports import TokenBook, Tokens
from station_client.store.stores import Stores
from sync.board import Board
from sync.hours import Hours
from sync.mapping.officers import officer_of, tokens_of
from sync.protocol.codes import Code
from sync.protocol.messages import Refresh
from sync.transport import Transport

Answer = TypeVar("Answer")

ENDS_SOON = timedelta(seconds=30)

ERA = "era"
"""The copy's note of the centre's era: another one means that the centre was restored from a backup."""
RESTORED = "centre-restored"
"""The desk's note of the moment, by the centre's clock, at which it was last found to be restored from a backup."""


class HaltedError(Exception):
    """The round was told to stop between two steps; nothing is wrong and nothing is lost."""


@dataclass(frozen=True, slots=True)
class Errand:
    """One officer's session, as the engine sees it.

    ``halted`` makes the present round stop soon; ``closed`` makes everything stop for good; ``nudged`` says that
    something was put into the outbox since it was last looked at; ``beside`` that a person waits for this, not a round.
    ``reading`` is held by whoever moves the copy's cursor.
    """

    transport: Transport
    stores: Stores
    login: Login
    machine_id: MachineId
    tokens: TokenBook
    board: Board
    bus: Bus
    clock: Clock
    hours: Hours = field(default_factory=Hours)
    halted: threading.Event = field(default_factory=threading.Event)
    closed: threading.Event = field(default_factory=threading.Event)
    nudged: threading.Event = field(default_factory=threading.Event)
    beside: bool = False
    reading: threading.Lock = field(default_factory=threading.Lock)
    _refreshing: threading.Lock = field(default_factory=threading.Lock)

    def ask(self, question: Callable[[str], Answer]) -> Answer:
        """Ask the centre with an access token; refresh it at most once. Raises what the line raises."""
        with self.transport.heeding():  # before the look: a cut that comes after it is not missed
            self.check()
            held = self.tokens.read()
            if held is None:
                raise SessionExpiredError(Code.SESSION_EXPIRED, "no token is kept")
            access = self._fresh(held.access) if self._ends_soon(held) else held.access
            try:
                return question(access)
            except SessionExpiredError:
                return question(self._fresh(access))

    def lasting(self, seconds: int) -> int:
        """Give for how long a question may be held: no longer than the token that asks it is good."""
        held = self.tokens.read()
        left = seconds if held is None else int((held.access_until - self.clock.now()).total_seconds())
        return max(1, min(seconds, left))

    def timed(self, question: Callable[[str], Answer], server_time: Callable[[Answer], datetime]) -> Answer:
        """Ask, and measure this PC's clock by the answer."""
        asked_at = self.clock.now()
        answer = self.ask(question)
        self.board.heard(server_time(answer), asked_at)
        return answer

    def check(self) -> None:
        """Stop here if the engine was told to. Raises ``HaltedError``."""
        if self.stopped():
            raise HaltedError

    def travels(self, item: OutboxItem) -> bool:
        """Tell whether an item's files may be sent now: outside the State's hours only those of a High Alert are."""
        return self.hours.lets(item.category, self.clock.now())

    def stopped(self) -> bool:
        """Tell whether the engine cut this short itself."""
        return self.halted.is_set() or self.closed.is_set()

    def tell(self, *parts: Part) -> None:
        """Say which parts of the store have something new."""
        if parts:
            self.bus.tell(StoreChanged(frozenset(parts)))

    def _ends_soon(self, held: Tokens) -> bool:
        """Tell whether a token is near its end: to be refused with it costs a question and its answer.

        A clock that was set forward makes every token old; a fresh one is then good from the new time on.
        """
        return held.access_until - self.clock.now() < ENDS_SOON

    def _fresh(self, refused: str) -> str:
        """Give an access token other than the refused one; two threads never refresh at once."""
        with self._refreshing:
            held = self.tokens.read()
            if held is None:
                raise SessionExpiredError(Code.SESSION_EXPIRED, "no token is kept")
            if held.access == refused:
                asked_at = self.clock.now()
                ask = Refresh(refresh_token=held.refresh, machine_id=self.machine_id)
                grant = self.transport.refresh(ask, beside=self.beside)
                if grant.officer.login.casefold() != self.login.casefold():
                    raise AnswerError("the centre renewed somebody else's session")
                self.board.heard(grant.server_time, asked_at)
                held = tokens_of(grant, self.clock.now())
                self.tokens.write(held)
                self.tokens.learn(officer_of(grant.officer))
            return held.access
