"""How far the feed reaches: what is newest for whom, what was withdrawn since, and what is forgotten."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import Connection, TextClause, delete, func, or_, select, text

from central.store.counters import FEED, FLOOR, Counters
from central.store.records import HIDDEN
from central.store.tables import ALERTS, DIRECTORY, FIRS, milestones, records, snapshots
from central.store.tallies import Scope

_HIGH = text("records.high")  # as the index has it: SQLite does not see that `high = 1` means the same


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A file of frames for the first copy of one State's offices."""

    sha256: str
    state_code: str
    size: int
    cursor: int
    rows: int
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Newest:
    """The head of the feed, its newest active High Alert, the newest record of each scope; 0 where there is none."""

    head: int
    high: int
    record: dict[Scope, int]


class Reach:
    """Questions about the whole of the feed."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection
        self._counters = Counters(connection)

    def floor(self) -> int:
        """Give the cursor below which withdrawals are forgotten; 0 where none ever was."""
        return self._counters.value(FLOOR)

    def last(self, scope: Scope) -> int:
        """Give the newest sequence that is for ``scope``; 0 where nothing is."""
        return self.newest((scope,)).record[scope]

    def newest(self, scopes: Collection[Scope]) -> Newest:
        """Give the head and the newest of each scope by one question, however many they are."""
        states = tuple(sorted({one.firs_of_state for one in scopes if one.firs_of_state}))
        given = {f"s{number}": state for number, state in enumerate(states)}
        row = tuple(int(one or 0) for one in self._connection.execute(_newest_of(len(states)), given).one())
        head, high, directory, cases = row[0], row[1], row[2], max(row[3:5])
        of_state = dict(zip(states, row[5:], strict=True))
        record = {one: max(directory, cases if one.alerts else 0, of_state.get(one.firs_of_state, 0)) for one in scopes}
        return Newest(head, high, record)

    def alerts(self, since: int, most: int, *, high: bool) -> Iterator[bytes]:
        """Give the bodies of the newest alerts after ``since``, newest first; ``high``: of active High Alerts alone."""
        those = (_HIGH,) if high else (text(ALERTS), ~records.c.gone)
        newest = records.c.sequence.desc()
        query = select(records.c.body).where(*those, records.c.sequence > since).order_by(newest).limit(most)
        for body in self._connection.execute(query).scalars():
            yield bytes(body)

    def withdrawn_after(self, sequence: int) -> bool:
        """Tell whether anything was withdrawn, from anybody, after a sequence, or is told with less since."""
        if self._counters.value(HIDDEN) > sequence:
            return True
        withdrawn = or_(records.c.gone, records.c.withheld)
        query = select(records.c.sequence).where(records.c.sequence > sequence, withdrawn).limit(1)
        return self._connection.execute(query).first() is not None

    def forget(self, today: str, head: int, oldest_day: str) -> int:
        """Note where the feed stands today; drop the tombstones from before ``oldest_day`` and give the floor."""
        if self._connection.execute(select(milestones).where(milestones.c.day == today)).first() is None:
            self._connection.execute(milestones.insert().values(day=today, sequence=head))
        passed = select(func.max(milestones.c.sequence)).where(milestones.c.day <= oldest_day)
        until = int(self._connection.execute(passed).scalar() or 0)
        tombs = (records.c.gone, records.c.sequence <= until)
        last = self._connection.execute(select(func.max(records.c.sequence)).where(*tombs)).scalar()
        if last is not None:
            self._connection.execute(delete(records).where(*tombs))
            self._counters.raise_to(FLOOR, int(last))
        return self.floor()

    def snapshots(self, state_code: str = "") -> list[Snapshot]:
        """Give the snapshots of a State, newest first; without a State, all of them."""
        query = select(snapshots).order_by(snapshots.c.cursor.desc(), snapshots.c.made_at.desc())
        if state_code:
            query = query.where(snapshots.c.state_code == state_code)
        return [Snapshot(**row._mapping) for row in self._connection.execute(query)]  # noqa: SLF001 SQLAlchemy's name

    def keep(self, new: Snapshot, most: int) -> None:
        """Remember a snapshot, and forget the oldest of its State beyond ``most``."""
        self._connection.execute(delete(snapshots).where(snapshots.c.sha256 == new.sha256))
        values = {name: getattr(new, name) for name in new.__slots__}
        self._connection.execute(snapshots.insert().values(values))
        for old in self.snapshots(new.state_code)[most:]:
            self._connection.execute(delete(snapshots).where(snapshots.c.sha256 == old.sha256))


@cache
def _newest_of(states: int) -> TextClause:
    """Write the question for the head, the newest High Alert, each stream that all share, and so many States' FIRs."""
    streams = ("high", DIRECTORY, ALERTS, "shared", *(f"{FIRS} AND state_code = :s{one}" for one in range(states)))
    asked = [f"(SELECT max(sequence) FROM records WHERE {those})" for those in streams]  # noqa: S608 our own words
    return text(f"SELECT (SELECT value FROM counters WHERE name = '{FEED}'), {', '.join(asked)}")  # noqa: S608 the same
