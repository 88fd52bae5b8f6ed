"""One round of work, in the order that serves the station: text first, then news, then the bytes of files.

Files that a cut broke off go on before anything else where no text waits, so that a line that came back is used at
once; texts and news then come beside them.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass, field, replace

from station_client.domain.outbox import WAITING_STATES, ItemState, OutboxItem
from station_client.errors import CentreRestoredError, ClockWrongError
from station_client.ports import Line, Phase
from station_client.store.stores import LAST_SYNC
from sync.errand import Errand
from sync.files import Begun, Beside, Sending
from sync.messages import Messages
from sync.overtaking import Overtaking
from sync.protocol.codes import CLOCK_TOLERANCE_SECONDS
from sync.protocol.messages import ReceiptRecord
from sync.pull import Found, Pull
from sync.push import Missing, Push
from sync.snapshot import Held
from sync.trail import Trail
from sync.wanted import Wanted

Meanwhile = Callable[[], AbstractContextManager[None]]
NEWS_SECONDS = 30.0
"""While files are sent, news are asked for no more often than this."""
NEW_SECONDS = 600.0
"""For so long after it was brought up to date a copy is new enough for files to go first."""


@dataclass(slots=True)
class Learnt:
    """What the rounds of one session have learnt, each for those that follow.

    ``agreed``: so many records may leave the copy, because a person said so. ``news_at``: when the copy was last
    brought up to date, by the clock that is never set. ``prepared``: the centre was asked for its keys for receipts.
    ``trail_proved``: this PC's whole audit trail was held against what is noted of it.
    """

    held: Held = field(default_factory=Held)
    found: Found = field(default_factory=Found)
    begun: Begun = field(default_factory=Begun)
    restored: bool = False
    agreed: int = 0
    news_at: float | None = None
    prepared: bool = False
    trail_proved: bool = False


def copy_is_new(errand: Errand, learnt: Learnt) -> bool:
    """Tell whether news came a moment ago."""
    return learnt.news_at is not None and errand.clock.monotonic() - learnt.news_at < NEW_SECONDS


def files_go_first(errand: Errand, learnt: Learnt) -> bool:
    """Tell whether a round begins with files that a cut broke off: the copy is new, and no text waits unsaid."""
    if not (learnt.begun.lacking and copy_is_new(errand, learnt)):
        return False
    unsaid = {ItemState.QUEUED, ItemState.SENDING}
    return all(one.state not in unsaid for one in errand.stores.desk.outbox.items())


def begins_in_bulk(errand: Errand, learnt: Learnt) -> bool:
    """Tell whether the first question of a round goes over the connection for bulk: files, or a first copy's rest."""
    if files_go_first(errand, learnt):
        return True
    items = errand.stores.desk.outbox.items() if learnt.held.card is not None else None
    return items is not None and all(one.state not in WAITING_STATES for one in items)


class Round:
    """One round for an officer's session."""

    def __init__(self, errand: Errand, learnt: Learnt, beside: Beside, meanwhile: Meanwhile = nullcontext) -> None:
        """Begin with nothing asked; ``beside`` fetches files while others are sent, ``meanwhile`` news are heard."""
        self._errand = errand
        self._learnt = learnt
        self._beside = beside
        self._meanwhile: Meanwhile | None = meanwhile
        self._holding: Meanwhile = nullcontext
        self._push = Push(errand, learnt.begun.untouched)
        self._pull = Pull(errand, learnt.held, agreed=learnt.agreed)

    def run(self, *, files: bool) -> None:
        """Do all of it; ``files``: the State's hours let files travel now.

        Raises ``LineError``, ``RefusalError``, ``AnswerError``, ``StoreError``; what was done stays done.
        """

        def around() -> Missing:
            return self._around(files=files)

        self._errand.nudged.clear()
        if files_go_first(self._errand, self._learnt):
            self._send_files(self._push.texts, around)
        else:
            self._learnt.begun.lacking = {}
            missing = self._push.texts()
            if any(missing.values()) and copy_is_new(self._errand, self._learnt):
                self._send_files(lambda: missing, around)
            else:
                missing |= around()
                self._send_files(lambda: missing)
        Trail(self._errand, proved=self._learnt.trail_proved).send()
        self._learnt.trail_proved = True
        if not self._learnt.prepared:
            self._learnt.prepared = True  # also where it fails: the receipts themselves ask again
            self._push.receipts.prepare()
        self._push.complain()

    def _around(self, *, files: bool) -> Missing:
        """Bring news, then messages and wishes; give what the centre lacks of what was submitted meanwhile."""
        with Overtaking(self._errand, self._push, self._holding) as meanwhile:
            forgot = self._news()
        missing = meanwhile.missing
        if forgot:  # it is told again, and may give new numbers now
            self._push.begin_again()
            missing |= self._push.texts()
        with Overtaking(self._errand, self._push, self._holding) as meanwhile:
            Messages(self._errand).run(files=files)
            Wanted(self._errand).ask()
        return missing | meanwhile.missing

    def _news(self) -> bool:
        """Bring the copy up to date and say since when it is; the rest of the round may take long.

        Tells whether the centre turned out to be restored.
        """
        errand, learnt, board = self._errand, self._learnt, self._errand.board
        found = learnt.found = self._pull.run()
        learnt.restored |= found.restored
        learnt.agreed, learnt.news_at = 0, errand.clock.monotonic()
        now = errand.clock.now()
        errand.stores.replica.feed.put_setting(LAST_SYNC, now.isoformat())
        board.change(lambda old: replace(old, last_sync=now, removals=found.removals, phase=Phase.ASKING))
        board.line(Line.GOOD, self._notice())
        return found.restored

    def _send_files(self, texts: Callable[[], Missing], around: Callable[[], Missing] | None = None) -> None:
        """Send what a sending before left and what ``texts`` finds missing; what is written meanwhile overtakes it.

        ``around`` is what is still to be done as soon as the files are on their way. News are listened for after that,
        and now and then asked for: until then the connection that is open is needed for what moves the files.
        """
        sending = Sending(self._errand, self._arrived, self._learnt.begun)
        self._holding = sending.holding
        if around is not None:
            self._errand.nudged.set()
        with ExitStack() as hearing:

            def begin() -> Missing:
                missing = texts()
                self._say_sending(missing, None if around else hearing)
                return missing

            def between() -> Missing:
                nonlocal around
                with sending.holding():
                    fresh = self._push.texts(fresh_only=True)
                if around is not None:
                    first, around = around, None
                    fresh |= first()
                elif self._news_are_due():
                    self._news()
                self._say_sending(sending.lacking() | fresh, hearing)
                return fresh

            self._beside.begin(self._errand)
            try:
                sending.run(begin, between, lambda: around is not None or self._beside.busy())
            finally:
                self._beside.end()
        self._push.fault = self._push.fault or sending.fault

    def _say_sending(self, missing: Missing, hearing: ExitStack | None) -> None:
        """Say on the board that files are sent, where some are missing, and begin to listen for news meanwhile."""
        if not any(missing.values()):
            return
        self._errand.board.change(
            lambda old: replace(old, phase=Phase.SENDING_FILES if old.phase is Phase.ASKING else old.phase)
        )
        if hearing is not None and self._meanwhile is not None:
            hearing.enter_context(self._meanwhile())
            self._meanwhile = None

    def _arrived(self, record: ReceiptRecord) -> OutboxItem | None:
        return self._push.receipts.arrived(record)

    def _news_are_due(self) -> bool:
        news_at = self._learnt.news_at
        return news_at is None or self._errand.clock.monotonic() - news_at > NEWS_SECONDS

    def _notice(self) -> str:
        """Give what a good round still has to say."""
        if self._learnt.restored:
            return CentreRestoredError.code
        if self._learnt.found.code:
            return self._learnt.found.code
        if abs(self._errand.board.status().skew_seconds or 0.0) > CLOCK_TOLERANCE_SECONDS:
            return ClockWrongError.code
        return ""
