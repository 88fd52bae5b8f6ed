"""News from the centre: one streamed answer, applied frame by frame, each with its cursor in one transaction.

A cut costs at most the frame in flight; the next stream goes on from the cursor. Nothing is ever removed because a
frame did not name it, unless the whole copy was read anew.
"""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain

from station_client import __version__
from station_client.errors import AnswerError, CopyDiffersError, CursorTooOldError, TooManyGoneError
from station_client.ports import Phase, Removals
from sync.errand import ERA, RESTORED, Errand
from sync.protocol.codes import NEWS_BYTES
from sync.protocol.dictionary import newest
from sync.protocol.feed import End
from sync.protocol.frames import Frame
from sync.settling import Settling
from sync.snapshot import PLACE, Held, Snapshot
from sync.taking import NEWER_WORDS, Taking

_log = logging.getLogger(__name__)

FIRST_COPY = "first-copy"


@dataclass(slots=True)
class Found:
    """What a pull found: a restored centre, what waits for a person's word, a copy that differs though read anew."""

    restored: bool = False
    removals: Removals | None = None
    differs: bool = False

    @property
    def code(self) -> str:
        """Give the code of what is to be said about it; empty where nothing is."""
        if self.removals is not None:
            return TooManyGoneError.code
        return CopyDiffersError.code if self.differs else ""


class Pull:
    """Brings the copy up to the centre's head."""

    def __init__(self, errand: Errand, held: Held | None = None, *, agreed: int = 0) -> None:
        """``held``: what a former round left of a snapshot; ``agreed``: so many records a person said may go."""
        self._errand = errand
        self._feed = errand.stores.replica.feed
        self._held = held or Held()
        self._settling = Settling(errand, agreed)

    def run(self) -> Found:
        """Fetch until nothing more waits, let go what may go, and compare the copy with what it must hold.

        Raises ``LineError``, ``RefusalError``, ``AnswerError``, ``StoreError``; what was applied stays.
        """
        with self._errand.reading:
            return self._brought_up()

    def _brought_up(self) -> Found:
        self._reread_newer_words()
        found = Found()
        try:
            if self._settled(found):
                return found
            found.differs = True
            if self._settling.may_read_anew():
                self._doubt()
                found.differs = not self._settled(found)
        finally:
            self._errand.board.change(lambda old: replace(old, reading=None))
        return found

    def _settled(self, found: Found) -> bool:
        """Read to the head and settle; tell whether the copy is what the centre counts, as far as can be told."""
        end = self._to_the_head(found)
        found.removals = self._settling.let_go()
        return found.removals is not None or not self._settling.differs(end)

    def _to_the_head(self, found: Found) -> End:
        """Read snapshot and stream to the centre's head, over a restore and over a copy that is too old."""
        too_old = False
        while True:
            try:
                since, end = self._read(alarm=not found.restored)
            except CursorTooOldError as old:
                if too_old:
                    raise AnswerError("the copy that was read anew is too old, too") from old
                too_old = True
                _log.warning("the copy is older than what the centre remembers of withdrawals; it is read anew")
                self._doubt()
                continue
            if end.head >= since and not self._another_era(end):
                return end
            if found.restored:
                raise AnswerError(f"the head went back twice, to {end.head}")
            _log.warning("the centre was restored: its head is %d, the cursor here was %d", end.head, since)
            found.restored = True
            self._errand.stores.desk.settings.put(RESTORED, end.server_time.isoformat())
            self._forget_place()
            self._feed.read_again()
            self._feed.put_setting(ERA, str(end.era))

    def _another_era(self, end: End) -> bool:
        """Tell whether the centre was restored and its head has grown past the cursor since; learn a first era."""
        known = self._feed.setting(ERA)
        if not known:
            self._feed.put_setting(ERA, str(end.era))
        return bool(known) and known != str(end.era)

    def _read(self, *, alarm: bool) -> tuple[int, End]:
        """Read one snapshot, if one is to be read, and one stream; give the stream's beginning and its end."""
        phase = self._phase()
        if phase is Phase.FIRST_COPY:
            self._feed.put_setting(FIRST_COPY, "yes")
        taking = Taking(self._errand, phase, alarm=alarm and phase is not Phase.FIRST_COPY)
        self._errand.board.change(lambda old: replace(old, phase=phase))
        Snapshot(self._errand, taking, self._held).run()
        since = self._feed.cursor()
        end = self._take_all(taking, since, NEWS_BYTES if since else None)  # news are small, a first copy is not
        if end.more:
            since = self._feed.cursor()
            end = self._take_all(taking, since, None)
        if end.more:
            raise AnswerError("a stream that stops where nobody asked it to")
        self._ended(end)
        return since, end

    def _take_all(self, taking: Taking, since: int, most: int | None) -> End:
        """Take one stream in, frame by frame."""
        end = None
        with closing(self._stream(since, most)) as frames:
            for frame in frames:  # read beyond the last one: only then is the connection good for the next question
                if frame.end is None:
                    taking.take(frame)
                    self._errand.check()
                else:
                    end = frame.end
        if end is None:
            raise AnswerError("a stream without an end")
        return end

    def _phase(self) -> Phase:
        if self._errand.stores.replica.standing.doubted():
            return Phase.READING_ANEW
        first = self._feed.cursor() == 0 or self._feed.setting(FIRST_COPY)
        return Phase.FIRST_COPY if first else Phase.FETCHING

    def _stream(self, since: int, most: int | None) -> Generator[Frame, None, None]:
        """Open a stream and give its frames; a token that has expired is refreshed before the first."""
        transport = self._errand.transport

        def begin(access: str) -> tuple[tuple[Frame, ...], Iterator[Frame]]:
            frames = transport.feed(access, since=since, dictionary=newest(), most=most)
            first = next(frames, None)
            return (() if first is None else (first,)), frames

        first, frames = self._errand.ask(begin)
        try:
            yield from chain(first, frames)
        finally:
            close = getattr(frames, "close", None)
            if close is not None:
                close()

    def _ended(self, end: End) -> None:
        self._errand.board.heard(end.server_time, self._errand.clock.now())
        if end.head and self._feed.setting(FIRST_COPY):
            self._feed.put_setting(FIRST_COPY, "")

    def _doubt(self) -> None:
        """Begin to read the whole copy anew, over what is here."""
        self._forget_place()
        self._errand.stores.replica.standing.doubt()

    def _forget_place(self) -> None:
        """Let no snapshot be gone on with that belongs to a former reading."""
        self._held.card = None
        self._feed.put_setting(PLACE, "")

    def _reread_newer_words(self) -> None:
        """Make the copy anew where an older version of the program met words that this one may know.

        Not before the centre has answered: a copy with a few odd words is worth more than none.
        """
        met_by = self._feed.setting(NEWER_WORDS)
        if met_by and met_by != __version__:
            self._errand.check()
            self._errand.transport.health()
            self._forget_place()
            self._feed.start_over()
