"""How far the feed reaches: what is newest for whom, what was withdrawn since, and what is forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, or_, select, text

from central.store.counters import Counters
from central.store.records import HIDDEN, entitled
from central.store.tables import milestones, records, snapshots
from central.store.tallies import Scope

FLOOR = "feed-floor"
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
        query = select(records.c.sequence).where(entitled(scope)).order_by(records.c.sequence.desc()).limit(1)
        return int(self._connection.execute(query).scalar() or 0)

    def high(self, since: int, most: int) -> Iterator[bytes]:
        """Give the bodies of the newest active High Alerts after ``since``, newest first."""
        newest = records.c.sequence.desc()
        query = select(records.c.body).where(_HIGH, records.c.sequence > since).order_by(newest).limit(most)
        for body in self._connection.execute(query).scalars():
            yield bytes(body)

    def newest_high(self) -> int:
        """Give the sequence of the newest active High Alert; 0 where there is none."""
        query = select(records.c.sequence).where(_HIGH).order_by(records.c.sequence.desc()).limit(1)
        return int(self._connection.execute(query).scalar() or 0)

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
