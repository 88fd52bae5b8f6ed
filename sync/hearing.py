"""What came with the news itself: taken into the copy at once, where it goes on exactly where the copy ends.

Anything out of the ordinary (another era, a copy in doubt, much that is to leave, a sum that differs) is a round's
business: nothing is taken in then, or what was taken in is looked at again by a round.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace

from station_client.store.stores import LAST_SYNC
from sync.errand import ERA, Errand
from sync.protocol.feed import End
from sync.protocol.frames import Frame
from sync.pull import FIRST_COPY
from sync.settling import Settling
from sync.snapshot import PLACE
from sync.taking import Taking
from sync.transport import Heard

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Tidings:
    """What became of a question for news: whether there was any, whether it hurries, whether a round must see to it."""

    new: bool = False
    urgent: bool = False
    round: bool = False


class Hearing:
    """Takes in what one officer's session hears; a round's reading is kept apart from it."""

    def __init__(self, errand: Errand, more: Callable[[], bool]) -> None:
        """``more`` tells whether something is waited for that only a round brings."""
        self._errand = errand
        self._feed = errand.stores.replica.feed
        self._more = more

    def take(self, since: int, heard: Heard) -> Tidings:
        """Take in what was heard by a question from ``since``.

        Raises ``HaltedError``, ``StoreError``, ``AnswerError``.
        """
        with self._errand.reading:
            self._errand.check()
            cursor = self._feed.cursor()
            end = heard.frames[-1].end if heard.frames else None
            if end is None or cursor != since or not self._is_usual(end):
                news = heard.head < since or heard.head > max(since, cursor)
                return Tidings(new=news, urgent=news and heard.high_alerts, round=news)
            odd = self._taken(heard.frames[:-1], end)
        return Tidings(new=True, urgent=heard.high_alerts, round=odd or self._more())

    def _is_usual(self, end: End) -> bool:
        """Tell whether the copy is one that simply goes on."""
        notes = (FIRST_COPY, PLACE)
        sure = not self._errand.stores.replica.standing.doubted() and not any(map(self._feed.setting, notes))
        return sure and self._feed.setting(ERA) == str(end.era)

    def _taken(self, frames: tuple[Frame, ...], end: End) -> bool:
        """Put frames into the copy; tell whether a round must look at it."""
        taking = Taking(self._errand, self._errand.board.status().phase, alarm=True)  # a round may be sending files
        for frame in frames:
            taking.take(frame)
        settling = Settling(self._errand, agreed=0)
        odd = settling.let_go() is not None or (end.summary is not None and settling.differs(end))
        now = self._errand.clock.now()
        if not odd:
            self._feed.put_setting(LAST_SYNC, now.isoformat())
            self._errand.board.change(lambda old: replace(old, last_sync=now))
        self._errand.board.change(lambda old: replace(old, reading=None))
        _log.info("news brought %d records along", sum(len(frame.records) for frame in frames))
        return odd
