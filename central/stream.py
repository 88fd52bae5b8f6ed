"""The feed of frames: what an office is entitled to, in the centre's order, packed once for all who ask the same."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from threading import Lock

from central.ahead import ahead
from central.errors import Refused
from central.feed import LARGEST, scope_of
from central.pages import Page, last_page, read_page
from central.rights import Actor
from central.store.bodies import read_body
from central.store.counters import ERA, FEED, FLOOR, Moment
from central.store.tallies import Scope
from central.store.unit import Store
from central.tail import Tail
from station_client.clock import Clock
from sync.protocol.codec import encode
from sync.protocol.codes import Code
from sync.protocol.columns import to_columns
from sync.protocol.dictionary import dictionary
from sync.protocol.feed import End, Summary
from sync.protocol.frames import Encoding, Kind, Stored, write_frame
from sync.protocol.packing import WINDOW_BYTES, Packer, packed
from sync.protocol.records import Record

ROWS = (100, 500, 1000)  # of the first frame, the second, and every further one
BEST, QUICK = 19, 12
WORTH_THE_BEST = 160 * 1024
WORTH_PACKING = 64
CACHE_BYTES = 32 * 1024 * 1024
MOST_KEPT = 10_000
TURNS = 64  # pages that may be in the making at once


@dataclass(frozen=True, slots=True)
class Asked:
    """What makes two frames the same; another ``past`` may have others under the same numbers."""

    scope: Scope
    since: int
    head: int
    rows: int
    dictionary: str
    past: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Made:
    """A page as it goes out: nothing where it brought nothing."""

    frame: bytes
    page: Page


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole stream of few bytes, for every cursor from ``oldest`` and from the one it was made for to ``before``.

    ``before`` is the sequence of its first record: whoever has none of its records lacks nothing that lies before.
    """

    frames: bytes
    oldest: int
    before: int


class Frames(Iterator[bytes]):
    """The frames of one answer; ``whole`` is all of them, where that is one piece."""

    def __init__(self, whole: bytes | None, pieces: Iterator[bytes]) -> None:
        """Give ``pieces``."""
        self.whole = whole
        self._pieces = pieces

    def __next__(self) -> bytes:
        return next(self._pieces)

    def close(self) -> None:
        """Let go of what was begun."""
        close = getattr(self._pieces, "close", None)
        if close is not None:
            close()


class Stream:
    """Frames for stations."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Read the changes from ``store``."""
        self._store = store
        self._clock = clock
        self._tail = Tail(store)
        self._cache = _Cache(CACHE_BYTES)
        self._turns = tuple(Lock() for _ in range(TURNS))

    def frames(self, seen: tuple[Actor, Moment], since: int, name: str, most: int = LARGEST) -> Frames:
        """Give the frames after ``since``, of ``most`` bytes together; refuses before the first one, if at all."""
        actor, moment = seen
        if not 0 <= since <= LARGEST:
            raise Refused(Code.NOT_UNDERSTOOD, "since cannot be")
        if 0 < since < moment.floor:
            raise Refused(Code.CURSOR_TOO_OLD, "withdrawals since then are forgotten")
        asked = self._asked(scope_of(actor), since, moment.head, name)
        made = self._first(asked)
        if made.page.more or len(made.frame) > most:
            return Frames(None, self._frames(asked, made, moment.era, most))
        whole = made.frame + self._end(made.page, moment.era)
        return Frames(whole, iter((whole,)))

    def brief(self, scope: Scope, since: int, name: str, most: int) -> Brief | None:
        """Give all that follows ``since`` in one piece; None where that is more than ``most`` bytes, or nothing."""
        with self._store.glance() as unit:
            head, floor, era = unit.counters.values(FEED, FLOOR, ERA)
        made = self._first(self._asked(scope, since, head, name))
        if made.page.more or not made.page.first:
            return None
        frames = made.frame + self._end(made.page, era)
        return Brief(frames, max(since, floor), made.page.first) if len(frames) <= most else None

    def summary(self, seen: tuple[Actor, Moment], cursor: int) -> Summary:
        """Say what a copy must hold: of ``cursor`` where nothing for this office is newer, of the head otherwise."""
        actor, moment = seen
        scope, ending = scope_of(actor), self._tail.at(moment.head)
        counts, digest = ending.counts(scope)
        last = ending.newest(scope)
        if cursor < last == ending.since:  # what is newer than the cursor, if anything is, lies before the tail
            with self._store.glance() as unit:
                last = unit.reach.last(scope)
        at = cursor if last <= cursor <= ending.head else ending.head
        return Summary(cursor=at, counts=counts, digest=digest)

    def _asked(self, scope: Scope, since: int, head: int, name: str) -> Asked:
        """Ask for a first frame, by the dictionary of that name where it is here."""
        known = name if dictionary(name) is not None else ""
        return Asked(scope, since, head, ROWS[0], known, self._store.past)

    def _frames(self, asked: Asked, made: Made, era: int, most: int) -> Iterator[bytes]:
        left = most
        if made.page.more and (express := self._express(asked, made.page)) and len(express) <= left:
            yield express
            left -= len(express)
        number = 1
        while len(made.frame) <= left:
            if not made.page.more:
                yield made.frame + self._end(made.page, era)  # in one piece: most streams are not longer
                return
            if made.frame:
                yield made.frame
                left -= len(made.frame)
            made = self._next(replace(asked, since=made.page.cursor, rows=ROWS[min(number, len(ROWS) - 1)]))
            number += 1
        yield self._end(made.page, era, more=True)

    def _first(self, asked: Asked) -> Made:
        """Give the first page; where many ask the same at once, one of them makes it for all."""
        made = self._cache.get(asked)
        if made is None:
            with self._turns[hash(asked) % TURNS]:
                made = self._cache.get(asked) or self._next(asked)
        return made

    def _next(self, asked: Asked) -> Made:
        """Give a page as of this moment's head."""
        ending = self._tail.at(asked.head)
        if asked.scope.alerts and asked.since >= ending.since:
            now = replace(asked, head=ending.head)
            return self._cache.get(now) or self._kept(now, last_page(ending, now.scope, now.since, now.rows))
        with self._store.read() as unit:
            now = replace(asked, head=unit.records.head())
            made = self._cache.get(now)
            if made is not None:
                return made
            page = read_page(unit, now.scope, now.since, now.rows)
        return self._kept(now, page)

    def _kept(self, now: Asked, page: Page) -> Made:
        fresh = Made(alone(page, now.dictionary) if page.cursor > now.since else b"", page)
        self._cache.put(now, fresh)
        return fresh

    def _express(self, asked: Asked, page: Page) -> bytes:
        """Give a frame of what goes ahead of its turn; empty where nothing does."""
        now = self._clock.now()
        with self._store.read() as unit:
            alerts = ahead(unit, asked.scope, since=page.since, after=page.cursor, now=now)
        return _written(Kind.EXPRESS, page.since, alerts, asked.dictionary) if alerts else b""

    def end(self, page: Page) -> bytes:
        """Give the last frame."""
        with self._store.glance() as unit:
            era = unit.counters.value(ERA)
        return self._end(page, era)

    def _end(self, page: Page, era: int, *, more: bool = False) -> bytes:
        """Write the last frame, behind a page, or before it where there is ``more``."""
        cursor, summary = (page.since, None) if more else (page.cursor, page.summary)
        end = End(head=page.head, server_time=self._clock.now(), summary=summary, era=era, more=more)
        return write_frame(Kind.END, cursor, 0, _stored(encode(end), ""))


def alone(page: Page, name: str) -> bytes:
    """Write a page as a frame that leans on no other."""
    return _written(Kind.RECORDS, page.cursor, [read_body(body) for body in page.records], name)


class Leaning:
    """Writes frames of which each leans on those before it, in runs of about a window."""

    def __init__(self) -> None:
        """Begin with a run."""
        self._packer, self._plain = Packer(BEST), 0

    def write(self, kind: Kind, cursor: int, records: Sequence[Record]) -> bytes:
        """Write records as the next frame."""
        if self._plain > WINDOW_BYTES:
            self._packer, self._plain = Packer(BEST), 0
        plain = to_columns(records)
        encoding = Encoding.CARRIED if self._plain else Encoding.WINDOW
        self._plain += len(plain)
        return write_frame(kind, cursor, len(records), Stored(encoding, self._packer.add(plain), len(plain)))


def _written(kind: Kind, cursor: int, records: Sequence[Record], name: str) -> bytes:
    return write_frame(kind, cursor, len(records), _stored(to_columns(records), name))


def _stored(plain: bytes, name: str) -> Stored:
    """Pack a payload: as small as it goes where that is quick, and quickly where it is large."""
    if len(plain) < WORTH_PACKING:
        return Stored(Encoding.PLAIN, plain, len(plain))
    trained = dictionary(name)
    level = BEST if len(plain) <= WORTH_THE_BEST else QUICK
    encoding = Encoding.ZSTD if trained is None else Encoding.DICTIONARY
    return Stored(encoding, packed(plain, level, trained), len(plain))


class _Cache:
    """The pages asked for last, up to so many bytes; safe from several threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._lock = Lock()
        self._kept: OrderedDict[Asked, Made] = OrderedDict()

    def get(self, asked: Asked) -> Made | None:
        with self._lock:
            found = self._kept.get(asked)
            if found is not None:
                self._kept.move_to_end(asked)
            return found

    def put(self, asked: Asked, made: Made) -> None:
        slim = Made(made.frame, replace(made.page, records=()))
        with self._lock:
            if asked in self._kept:
                return
            self._kept[asked] = slim
            self._size += len(slim.frame)
            while self._size > self._most or len(self._kept) > MOST_KEPT:
                _, old = self._kept.popitem(last=False)
                self._size -= len(old.frame)
