"""Snapshots: the whole of what one State's offices are entitled to, packed once as a file that never changes.

It is made beside the answers, one at a time, and given to nobody from whom something in it was withdrawn since.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Lock, Thread
from typing import BinaryIO

from central.ahead import ahead
from central.errors import CentreError, Refused
from central.pages import read_page
from central.store.bodies import read_body
from central.store.reach import Snapshot
from central.store.tallies import Scope
from central.store.unit import Store, Unit
from central.stream import Leaning, Stream
from station_client.clock import Clock
from sync.protocol.codes import Code
from sync.protocol.feed import SnapshotCard
from sync.protocol.frames import Kind

ROWS = (100, 500, 1000)
LEAST_ROWS = 1000  # a smaller first copy comes as quickly in the stream
KEPT = 2  # of each State: a download that has begun may end
STALE_PART = 10  # a tenth more than it has: time for a new one
SUFFIX, PART = ".frames", ".part"
PIECE = 64 * 1024
STOP_SECONDS = 10.0
PART_SECONDS = 24 * 3600  # what nobody finished in a day, nobody will
_log = logging.getLogger("central")


class Snapshots:
    """The snapshots of a centre, in ``folder``."""

    def __init__(self, store: Store, stream: Stream, clock: Clock, folder: Path) -> None:
        """Keep files in ``folder`` and what is known of them in ``store``."""
        self._store, self._stream, self._clock, self._folder = store, stream, clock, folder
        self._lock = Lock()
        self._wanted: dict[str, Scope] = {}
        self._thread: Thread | None = None
        self._stop = Event()

    def card(self, scope: Scope) -> SnapshotCard:
        """Describe the snapshot for a scope; where there is none, have one made and refuse meanwhile."""
        if not scope.alerts:
            raise Refused(Code.NOT_FOUND, "no snapshot for an office that may not look")
        with self._store.read() as unit:
            usable = [one for one in unit.reach.snapshots(scope.firs_of_state) if self._usable(unit, one)]
            head = unit.records.head()
            rows = sum(unit.tallies.of(scope)[0].values())
        if rows >= LEAST_ROWS and not (usable and (head - usable[0].cursor) * STALE_PART <= head):
            self.want(scope)
        if not usable:
            raise Refused(Code.NOT_FOUND, "no snapshot yet; the stream has everything")
        one = usable[0]
        return SnapshotCard(sha256=one.sha256, size=one.size, cursor=one.cursor, rows=one.rows, made_at=one.made_at)

    def file(self, scope: Scope, sha256: str) -> tuple[int, Path]:
        """Give the size and the place of a snapshot, if it is this scope's and may still be given."""
        with self._store.read() as unit:
            here = unit.reach.snapshots(scope.firs_of_state) if scope.alerts and scope.firs_of_state else []
            found = [one for one in here if one.sha256 == sha256 and self._usable(unit, one)]
        if not found:
            raise Refused(Code.NOT_FOUND, "no such snapshot")
        return found[0].size, self._path(sha256)

    def want(self, scope: Scope) -> None:
        """Have a snapshot made, after those that are wanted already."""
        with self._lock:
            if self._stop.is_set():
                return
            self._wanted[scope.firs_of_state] = scope
            if self._thread is None:
                self._thread = Thread(target=self._work, name="snapshots", daemon=True)
                self._thread.start()

    def make(self, scope: Scope) -> Snapshot | None:
        """Make a snapshot now; None where the centre stopped meanwhile, or where what was read may be told no more."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = self._folder / f"{uuid.uuid4()}{PART}"
        with self._store.read() as unit:
            begun = unit.records.head()
        try:
            with open(part, "xb", opener=_private) as out:
                made = _Writing(out)
                for frame, rows, cursor in self._frames(scope):
                    made.add(frame, rows, cursor)
                out.flush()
                os.fsync(out.fileno())
            if self._stop.is_set():
                return None
            part.replace(self._path(made.sha256))
        finally:
            part.unlink(missing_ok=True)
        done = Snapshot(made.sha256, scope.firs_of_state, made.size, made.cursor, made.rows, self._clock.now())
        with self._store.write() as unit:
            stale = unit.reach.withdrawn_after(begun)
            if not stale:
                unit.reach.keep(done, KEPT)
        self.sweep()
        return None if stale else done

    def sweep(self) -> None:
        """Remove files that are nobody's any more."""
        with self._store.read() as unit:
            known = {f"{one.sha256}{SUFFIX}" for one in unit.reach.snapshots()}
        old = time.time() - PART_SECONDS
        for path in self._folder.glob(f"*{PART}") if self._folder.is_dir() else ():
            with contextlib.suppress(OSError):
                if path.stat().st_mtime < old:
                    path.unlink()
        for path in self._folder.glob(f"*{SUFFIX}") if self._folder.is_dir() else ():
            if path.name not in known:
                with contextlib.suppress(OSError):
                    path.unlink()

    def close(self) -> None:
        """Stop what is being made."""
        self._stop.set()
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join(STOP_SECONDS)

    def _frames(self, scope: Scope) -> Iterator[tuple[bytes, int, int]]:
        """Write everything there is for a scope, run after run of frames that lean on one another."""
        leaning, cursor, number, more = Leaning(), 0, 0, True
        while more and not self._stop.is_set():
            with self._store.read() as unit:
                page = read_page(unit, scope, cursor, ROWS[min(number, len(ROWS) - 1)])
                first = number == 0 and page.more
                hurried = ahead(unit, scope, since=0, after=page.cursor, now=self._clock.now()) if first else []
            if hurried:
                yield leaning.write(Kind.EXPRESS, 0, hurried), 0, 0
            if page.cursor > cursor:
                records = [read_body(body) for body in page.records]
                yield leaning.write(Kind.RECORDS, page.cursor, records), len(records), page.cursor
            cursor, more, number = page.cursor, page.more, number + 1
            if not more:
                yield self._stream.end(page), 0, cursor

    def _usable(self, unit: Unit, one: Snapshot) -> bool:
        """Tell whether a snapshot may be given: its end is known to the feed, and nothing was withdrawn since."""
        known = unit.reach.floor() <= one.cursor <= unit.records.head()
        return known and not unit.reach.withdrawn_after(one.cursor) and self._path(one.sha256).is_file()

    def _work(self) -> None:
        while True:
            with self._lock:
                if self._stop.is_set() or not self._wanted:
                    self._thread = None
                    return
                scope = self._wanted.pop(next(iter(self._wanted)))
            try:
                self.make(scope)
            except (CentreError, OSError) as wrong:
                fields = {"error": type(wrong).__name__, "state": scope.firs_of_state}
                _log.error("snapshot", extra={"fields": fields})

    def _path(self, sha256: str) -> Path:
        return self._folder / f"{sha256}{SUFFIX}"


class _Writing:
    """What was written of a snapshot so far."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._hash = hashlib.sha256()
        self.size = self.rows = self.cursor = 0

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()

    def add(self, frame: bytes, rows: int, cursor: int) -> None:
        self._out.write(frame)
        self._hash.update(frame)
        self.size += len(frame)
        self.rows += rows
        self.cursor = cursor


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def pieces(path: Path, start: int, length: int) -> Iterator[bytes]:
    """Give ``length`` bytes of a file from ``start`` on."""
    with path.open("rb") as opened:
        opened.seek(start)
        while length > 0 and (piece := opened.read(min(PIECE, length))):
            length -= len(piece)
            yield piece
