"""The engine: one round of work after another for the officer who is signed in.

The engine is opened when an officer signs in and closed when they leave; between the two, one round at
a time, on whichever thread asks. It decides nothing about *when*: that is the scheduler's.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from functools import partial

from station_client.clock import Clock
from station_client.domain.ids import Login, MachineId, Sha256
from station_client.errors import NotSignedInError
from station_client.events import Bus
from station_client.ports import Line, Phase, SyncStatus, TokenBook
from station_client.store.stores import LAST_SYNC, Stores
from sync.board import Board
from sync.errand import Errand, HaltedError
from sync.files import Beside, Fetching, FetchPolicy
from sync.hearing import Hearing, Tidings
from sync.hours import Hours
from sync.messages import some_open
from sync.protocol.dictionary import newest
from sync.round import Learnt, Meanwhile, Round, begins_in_bulk
from sync.settling import HELD_BACK, moment_of, removals_of
from sync.telling import told
from sync.transport import Heard, Transport

_log = logging.getLogger(__name__)

First = Callable[[Errand], None]


class Engine:
    """Carries work to the centre and news back, for the officer who is signed in.

    ``learnt`` is what its rounds know from those before them; ``meanwhile`` is entered while a round sends files.
    """

    def __init__(  # noqa: PLR0913 what it stands on, and the State's policy
        self,
        transport: Transport,
        clock: Clock,
        bus: Bus,
        fetch: FetchPolicy | None = None,
        *,
        hours: Hours | None = None,
        first: First | None = None,
    ) -> None:
        """Begin closed.

        ``fetch`` says which files come without being asked for, none by default; ``hours`` are those in which files
        travel; ``first`` is done at the start of each round.
        """
        self._first = first
        self._hours = hours or Hours()
        self._transport = transport
        self._clock = clock
        self._bus = bus
        self._errand: Errand | None = None
        self._round = threading.Lock()
        self._fetching = threading.Lock()
        self._listening = threading.Lock()
        self._beside = Beside(fetch or FetchPolicy(), clock, self._fetching)
        self.learnt = Learnt()
        self.knocked = 0.0
        """So many seconds the last round waited for an answer to its knock; 0 where it did not knock."""
        self.meanwhile: Meanwhile = nullcontext
        self.board = Board(clock, bus)

    def open(self, stores: Stores, login: Login, machine_id: MachineId, tokens: TokenBook) -> None:
        """Begin to work for an officer; counts what waits, asks nothing of the line yet."""
        self.close()
        with self._round, self._fetching:
            self._errand = Errand(
                self._transport, stores, login, machine_id, tokens, self.board, self._bus, self._clock, self._hours
            )
            feed = stores.replica.feed
            last, removals = moment_of(feed.setting(LAST_SYNC)), removals_of(feed.setting(HELD_BACK))
            head = feed.cursor()
            paused = self.board.status().paused
            known = SyncStatus(last_sync=last, last_contact=last, head=head, paused=paused, removals=removals)
            self.board.change(lambda _: known)
        self.recount()

    def close(self) -> None:
        """Let go of the stores: cut what is under way and wait until no thread of ours uses them."""
        errand = self._errand
        if errand is not None:
            errand.closed.set()
            self._transport.close()
        with self._round, self._fetching, self._listening:
            self._errand = None
            self.learnt = Learnt()

    def halt(self) -> None:
        """Stop the round that is running, if one is, without harm; the next one works again."""
        errand = self._errand
        if errand is not None:
            errand.halted.set()
            self._transport.halt()

    def status(self) -> SyncStatus:
        """Say where things stand, from memory."""
        return self.board.status()

    def recount(self) -> None:
        """Count again what waits, after the outbox was changed by somebody else."""
        errand = self._errand
        if errand is not None:
            self.board.count(errand.stores.desk.outbox.items())
            errand.nudged.set()

    def sync_once(self, *, unless_paused: bool = False) -> SyncStatus:
        """Run one whole round on this thread; another thread's round is waited for.

        Raises ``NotSignedInError``, ``LineError``, ``RefusalError``, ``AnswerError``, ``StoreError``.
        """
        with self._round:
            errand = self._opened()
            errand.halted.clear()
            if unless_paused and self.board.status().paused:
                return self.board.status()
            try:
                with told(errand):
                    self._knock(errand)
                    self.board.change(
                        lambda old: replace(old, running=True, next_try=None, pulled=0, phase=Phase.ASKING)
                    )
                    if self._first is not None:
                        self._first(errand)
                    try:
                        Round(errand, self.learnt, self._beside, self._hearing()).run(files=self._say_hours())
                    finally:
                        self._say_hours()  # they may have ended meanwhile
            except HaltedError:
                _log.info("the round was halted")
                if errand.closed.is_set():
                    raise NotSignedInError("signed out meanwhile") from None
            finally:
                self.board.change(lambda old: replace(old, running=False, transfer=None, phase=Phase.RESTING))
            return self.board.status()

    def listen(self, seconds: int) -> Tidings:
        """Let the centre hold a question until something is new, on this thread; take in what comes with the answer.

        Raises ``NotSignedInError``, ``LineError``, ``RefusalError``, ``AnswerError``, ``StoreError``.
        """
        with self._listening:
            errand = self._opened()
            since = errand.stores.replica.feed.cursor()
            self._phase(Phase.RESTING, Phase.LISTENING)
            try:
                heard = errand.ask(partial(self._wait, errand, since, seconds))
                errand.board.heard(heard.server_time, self._clock.now())
                tidings = Hearing(errand, partial(self._wants_a_round, errand)).take(since, heard)
            except HaltedError:
                raise NotSignedInError("halted meanwhile") from None
            finally:
                self._phase(Phase.LISTENING, Phase.RESTING)
            if tidings.round and self.board.status().running:
                self.learnt.news_at = None  # the round that sends files brings them before its next piece, too
                errand.nudged.set()
            return tidings

    def _hearing(self) -> Meanwhile:
        """Say what is entered while files are sent; a round that a person asked for in a pause hears nothing beside."""
        return nullcontext if self.board.status().paused else self.meanwhile

    def _wants_a_round(self, errand: Errand) -> bool:
        """Tell whether something is waited for that comes in rounds alone: files, what became of a message."""
        return bool(self._beside.wanted(errand)) or some_open(errand)

    def _wait(self, errand: Errand, since: int, seconds: int, access: str) -> Heard:
        held = errand.lasting(seconds)
        return self._transport.wait(access, since=since, seconds=held, dictionary=newest())

    def _phase(self, before: Phase, after: Phase) -> None:
        self.board.change(lambda old: replace(old, phase=after if old.phase is before else old.phase))

    def fetch_file(self, sha256: Sha256) -> None:
        """Bring a file's bytes on this thread, beside a round that may be running.

        Raises ``NotSignedInError``, ``LineError``, ``RefusalError``, ``AnswerError``, ``StoreError``.
        """
        self._beside.give_way()
        with self._fetching:
            # a pause halts rounds, not a person's wish
            errand = replace(self._opened(), halted=threading.Event(), beside=True)
            try:
                with told(errand):
                    Fetching(errand).fetch(sha256)
            except HaltedError:
                raise NotSignedInError("signed out meanwhile") from None

    @property
    def errand(self) -> Errand | None:
        """Give the session that is open, for what a person asks beside the rounds."""
        return self._errand

    def _opened(self) -> Errand:
        if self._errand is None:
            raise NotSignedInError
        return self._errand

    def _knock(self, errand: Errand) -> None:
        """Ask first whether the centre is there at all, where the line was down a moment ago.

        A dead line then costs one connection and no writing, and nothing is shown on its way that cannot leave. It is
        the connection over which the round goes on.
        """
        self.knocked = 0.0
        if self.board.status().line is Line.NONE:
            errand.check()
            began = self._clock.monotonic()
            try:
                errand.transport.health(bulk=begins_in_bulk(errand, self.learnt))
            finally:
                self.knocked = self._clock.monotonic() - began

    def _say_hours(self) -> bool:
        """Put on the board from when on files may travel; tell whether they may now."""
        opens = self._hours.opens_at(self._clock.now())
        self.board.change(lambda old: replace(old, files_from=opens))
        return opens is None
