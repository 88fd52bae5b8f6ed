"""One frame into the copy: its records, its cursor, and what a reader has to remember, in one transaction.

What a frame withdraws is written down and taken out when the whole of it has been looked at (``pull``).
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace

from station_client import __version__
from station_client.domain.alert import Life
from station_client.domain.ids import AlertUid, ItemId
from station_client.errors import AnswerError
from station_client.events import HighAlertArrived
from station_client.ports import Phase, Reading
from sync.board import Meter
from sync.errand import Errand
from sync.mapping.records import Sorted, sort
from sync.protocol.frames import Frame, Kind

_log = logging.getLogger(__name__)

NEWER_WORDS = "newer-words"
MOST_EMPTY = 200
"""Frames in a row without a record: a stream that goes on like that has no end."""


class Taking:
    """Takes frames in for one reading; ``alarm`` False for a first copy: history raises none."""

    def __init__(self, errand: Errand, phase: Phase, *, alarm: bool) -> None:
        """Begin with no record taken; ``phase`` is what the board says meanwhile."""
        self._errand = errand
        self._feed = errand.stores.replica.feed
        self._phase = phase
        self._alarm = alarm
        self._meter = Meter()
        self._empty = 0
        self.records = 0
        self.total = 0

    def take(self, frame: Frame, notes: Mapping[str, str] | None = None) -> None:
        """Store a frame. Raises ``StoreError``, and ``AnswerError`` for a stream that never says anything."""
        self._empty = 0 if frame.records else self._empty + 1
        if self._empty > MOST_EMPTY:
            raise AnswerError("a stream without end and without records")
        found = sort(frame.records)
        kept = dict(notes or {})
        if found.newer_words:
            _log.warning("the centre uses words this version does not know: %d", len(found.newer_words))
            kept[NEWER_WORDS] = __version__
        express = frame.kind is Kind.EXPRESS
        applied = self._feed.apply(found.changes(None if express else frame.cursor, kept), hold_back=True)
        if not express:
            self._say(frame)
        self._errand.tell(*applied.parts)
        if self._alarm:
            self._ring(found, frozenset(applied.new_high_alerts))

    def begin(self, done: int, total: int) -> None:
        """Say how many records are to come, and how many of them are here already."""
        self.records, self.total = done, total

    def _say(self, frame: Frame) -> None:
        count = len(frame.records)
        self.records += count
        rate = self._meter.rate(self._errand.clock.monotonic(), self.records)
        reading = Reading(self.records, self.total, rate)
        self._errand.board.change(
            lambda old: replace(
                old,
                pulled=old.pulled + count,
                head=frame.cursor,
                phase=self._phase,
                reading=reading if self.records else None,
            )
        )

    def _ring(self, found: Sorted, new: frozenset[str]) -> None:
        """Tell of each High Alert that was not here before and still stands; nobody hurries for a closed one."""
        for alert in found.alerts:
            rings = alert.uid in new and alert.uid in found.alarming and alert.life is Life.ACTIVE
            if rings and not self._was_sent_from_here(alert.uid):
                self._errand.bus.tell(HighAlertArrived(alert.uid))

    def _was_sent_from_here(self, uid: AlertUid) -> bool:
        """Tell whether the alert went out from this PC: its people know it already."""
        return self._errand.stores.desk.outbox.one(ItemId(uid)) is not None
