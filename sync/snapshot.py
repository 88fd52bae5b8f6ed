"""A first copy from a file of the centre's: read frame by frame as it comes, with no file of our own.

Where the reading stands is written with each frame, in its transaction. After a cut it goes on by range: in the same
run from the very byte, after a restart from the last place at which a reader may begin. A file that the centre has
replaced meanwhile is not missed: its frames stand in the centre's order, so the stream goes on where they end.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from station_client.errors import AnswerError, LineError, LineStalledError, RefusalError
from sync.errand import Errand, HaltedError
from sync.mapping.frames import frames_in
from sync.protocol.codes import Code
from sync.protocol.feed import SnapshotCard
from sync.protocol.frames import Frame, FrameParser, Kind
from sync.taking import Taking

if TYPE_CHECKING:
    from hashlib import _Hash

_log = logging.getLogger(__name__)

PLACE = "snapshot"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reading of a snapshot stands: the file, the offset to read from again, the records taken."""

    sha256: str
    run: int
    records: int

    def written(self) -> str:
        """Write it as a note."""
        return f"{self.sha256} {self.run} {self.records}"

    @classmethod
    def read(cls, note: str) -> Place | None:
        """Read it from its note; None where there is none."""
        if not note:
            return None
        sha256, run, records = note.split(" ")
        return cls(sha256, int(run), int(records))


@dataclass(slots=True)
class Held:
    """A reader that was cut, kept for the rest of the session: it goes on at the very byte, of the file it knows."""

    card: SnapshotCard | None = None
    parser: FrameParser = field(default_factory=FrameParser)
    digest: _Hash | None = None
    """Of the bytes so far; None where the reading did not begin at the first."""


class Snapshot:
    """Reads the centre's snapshot for one officer's session."""

    def __init__(self, errand: Errand, taking: Taking, held: Held) -> None:
        """``held`` is what a former round left of its reading."""
        self._errand = errand
        self._taking = taking
        self._feed = errand.stores.replica.feed
        self._held = held

    def run(self) -> None:
        """Read on, or begin; returns when it is read, or where there is none and the stream must do.

        Raises ``LineError``, ``RefusalError``, ``AnswerError``, ``StoreError``; what was applied stays.
        """
        place = Place.read(self._feed.setting(PLACE))
        if place is None and self._feed.cursor():
            return
        try:
            if place is None:
                self._begin()
            else:
                self._go_on(place)
        except RefusalError as refused:
            if refused.reason != Code.NOT_FOUND:
                raise
            self._keep(Held())
        if self._feed.setting(PLACE):
            self._feed.put_setting(PLACE, "")

    def _begin(self) -> None:
        """Ask for the file and read it from its first byte on."""
        card, coming = self._errand.ask(self._errand.transport.first_copy)
        self._keep(Held(card, FrameParser(), hashlib.sha256()))
        self._read(card, 0, coming)

    def _go_on(self, place: Place) -> None:
        """Read on where a former round, or a former run of the program, was cut."""
        card = self._held.card
        if card is None or card.sha256 != place.sha256:
            card = self._errand.ask(self._errand.transport.snapshot)
            if place.sha256 != card.sha256:
                _log.info("the snapshot was replaced; the stream goes on from where its reading stands")
                self._keep(Held())
                return
            digest = hashlib.sha256() if place.run == 0 else None
            self._keep(Held(card, FrameParser(offset=place.run), digest))
        self._read(card, place.records, self._from_here(card))

    def _read(self, card: SnapshotCard, records: int, coming: Iterator[bytes]) -> None:
        self._taking.begin(records, card.rows)
        try:
            self._take_all(card, coming)
        except (LineError, HaltedError):
            raise
        except BaseException:
            self._keep(Held())  # what it gave out may not have been stored
            raise
        self._keep(Held())

    def _take_all(self, card: SnapshotCard, coming: Iterator[bytes]) -> None:
        """Take every frame in that is not in the copy yet."""
        held = self._held
        with closing(self._pieces(card, coming)) as pieces:
            for piece in pieces:
                if held.digest is not None:
                    held.digest.update(piece)
                for frame in frames_in(piece, held.parser):
                    self._take(card, frame)
                self._errand.check()
        if self._feed.cursor() < card.cursor:
            raise LineStalledError("the snapshot stops before its end")
        if held.digest is not None and held.digest.hexdigest() != card.sha256:
            raise AnswerError("a snapshot that is not what its name says")

    def _take(self, card: SnapshotCard, frame: Frame) -> None:
        if frame.cursor > card.cursor:
            raise AnswerError(f"a snapshot beyond its cursor {card.cursor}: {frame.cursor}")
        if frame.kind is Kind.RECORDS and frame.cursor <= self._feed.cursor():
            return  # read again after a restart: it is in the copy
        if frame.kind is not Kind.END:
            records = self._taking.records + (len(frame.records) if frame.kind is Kind.RECORDS else 0)
            place = Place(card.sha256, frame.run, records).written() if frame.cursor < card.cursor else ""
            self._taking.take(frame, {PLACE: place})

    def _pieces(self, card: SnapshotCard, coming: Iterator[bytes]) -> Generator[bytes, None, None]:
        """Give what comes. Raises ``AnswerError`` for more bytes than the file has."""
        offset = self._held.parser.offset
        try:
            for piece in coming:
                offset += len(piece)
                if offset > card.size:
                    raise AnswerError(f"more than the {card.size} bytes of the snapshot")
                yield piece
        finally:
            close = getattr(coming, "close", None)
            if close is not None:
                close()

    def _from_here(self, card: SnapshotCard) -> Iterator[bytes]:
        """Ask for the bytes that were not taken yet."""
        offset = self._held.parser.offset
        if offset >= card.size:
            return iter(())
        transport = self._errand.transport

        def begin(access: str) -> Iterator[bytes]:
            coming = transport.snapshot_bytes(access, sha256=card.sha256, offset=offset)
            return chain((next(coming, b""),), coming)

        return self._errand.ask(begin)

    def _keep(self, held: Held) -> None:
        self._held.card, self._held.parser, self._held.digest = held.card, held.parser, held.digest
