"""One round of work, in the order that serves the station: text first, then news, then the bytes of files.

The engine is opened when an officer signs in and closed when they leave; between the two, one round at
a time, on whichever thread asks. It decides nothing about *when*: that is the scheduler's.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace

from station_client.clock import Clock
from station_client.domain.ids import Login, MachineId, Sha256
from station_client.errors import CentreRestoredError, ClockWrongError, NotSignedInError
from station_client.events import Bus
from station_client.ports import Line, Phase, SyncStatus, TokenBook
from station_client.store.stores import LAST_SYNC, Stores
from sync.board import Board
from sync.errand import Errand, HaltedError
from sync.files import Beside, Fetching, FetchPolicy, Pace, Sending
from sync.hours import Hours
from sync.messages import Messages
from sync.overtaking import Overtaking
from sync.protocol.codes import CLOCK_TOLERANCE_SECONDS
from sync.pull import Found, Pull
from sync.push import Missing, Push
from sync.settling import HELD_BACK, moment_of, removals_of
from sync.snapshot import Held
from sync.telling import told
from sync.trail import Trail
from sync.transport import Transport
from sync.wanted import Wanted

_log = logging.getLogger(__name__)

NEWS_SECONDS = 30.0

First = Callable[[Errand], None]


class Engine:
    """Carries work to the centre and news back, for the officer who is signed in.

    ``agreed``: so many records may leave the copy in the next round, because a person said so.
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
        self._restored = False
        self._found = Found()
        self._held = Held()
        self._pace = Pace()
        self.agreed = 0
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
            self._restored = False
            self._found, self._held, self.agreed, self._pace = Found(), Held(), 0, Pace()

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
                    self._run(errand)
            except HaltedError:
                _log.info("the round was halted")
                if errand.closed.is_set():
                    raise NotSignedInError("signed out meanwhile") from None
            finally:
                self.board.change(lambda old: replace(old, running=False, transfer=None, phase=Phase.RESTING))
            return self.board.status()

    def listen(self, seconds: int) -> bool:
        """Let the centre hold a question until something is new, on this thread; tell whether it is.

        Raises ``NotSignedInError``, ``LineError``, ``RefusalError``, ``AnswerError``.
        """
        with self._listening:
            errand = self._opened()
            since = errand.stores.replica.feed.cursor()
            self._phase(Phase.RESTING, Phase.LISTENING)
            try:
                news = errand.ask(lambda access: self._transport.wait(access, since=since, seconds=seconds))
            except HaltedError:
                raise NotSignedInError("halted meanwhile") from None
            finally:
                self._phase(Phase.LISTENING, Phase.RESTING)
            errand.board.heard(news.server_time, self._clock.now())
            return news.head < since or news.head > max(since, errand.stores.replica.feed.cursor())

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

    def _run(self, errand: Errand) -> None:
        if self._first is not None:
            self._first(errand)
        opens = self._hours.opens_at(self._clock.now())
        self.board.change(lambda old: replace(old, files_from=opens))
        errand.nudged.clear()
        push, pull = Push(errand), Pull(errand, self._held, agreed=self.agreed)
        missing = push.texts()
        with Overtaking(errand, push) as meanwhile:
            forgot = self._news(errand, pull)
        missing |= meanwhile.missing
        if forgot:  # it is told again, and may give new numbers now
            push = Push(errand)
            missing = push.texts()
        with Overtaking(errand, push) as meanwhile:
            Messages(errand).run(files=opens is None)
            Wanted(errand).ask()
        missing |= meanwhile.missing
        self._send_files(errand, push, pull, missing)
        Trail(errand).send()
        push.complain()

    def _knock(self, errand: Errand) -> None:
        """Ask first whether the centre is there at all, where the line was down a moment ago.

        A dead line then costs one connection and no writing, and nothing is shown on its way that cannot leave.
        """
        if self.board.status().line is Line.NONE:
            errand.check()
            errand.transport.health()

    def _news(self, errand: Errand, pull: Pull) -> bool:
        """Bring the copy up to date and say since when it is; the rest of the round may take long.

        Tells whether the centre turned out to be restored.
        """
        found = self._found = pull.run()
        self._restored |= found.restored
        self.agreed = 0
        now = self._clock.now()
        errand.stores.replica.feed.put_setting(LAST_SYNC, now.isoformat())
        self.board.change(lambda old: replace(old, last_sync=now, removals=found.removals, phase=Phase.ASKING))
        self.board.line(Line.GOOD, self._notice())
        return found.restored

    def _send_files(self, errand: Errand, push: Push, pull: Pull, missing: Missing) -> None:
        """Send what is missing; what is written meanwhile overtakes it, and now and then news come."""
        if missing:
            self._phase(Phase.ASKING, Phase.SENDING_FILES)
        sending = Sending(errand, push.receipts.arrived, self._pace)
        news_at = self._clock.monotonic()

        def between() -> Missing:
            nonlocal news_at
            fresh = push.texts(fresh_only=True)
            if self._clock.monotonic() - news_at > NEWS_SECONDS:
                self._news(errand, pull)
                news_at = self._clock.monotonic()
            return fresh

        self._beside.begin(errand)
        try:
            sending.run(missing, between, self._beside.busy)
        finally:
            self._beside.end()
            opens = self._hours.opens_at(self._clock.now())  # they may have ended meanwhile
            self.board.change(lambda old: replace(old, files_from=opens))
        push.fault = push.fault or sending.fault

    def _notice(self) -> str:
        """Give what a good round still has to say."""
        if self._restored:
            return CentreRestoredError.code
        if self._found.code:
            return self._found.code
        if abs(self.board.status().skew_seconds or 0.0) > CLOCK_TOLERANCE_SECONDS:
            return ClockWrongError.code
        return ""
