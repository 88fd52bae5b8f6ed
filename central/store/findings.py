"""What of each alert can be found and counted: kept with each change of it or of its FIR."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, func, select, text

from central.store.counters import Counters
from central.store.report_tables import findings, gaps
from central.store.sketches import Sketches, bodies_in
from central.store.spellings import Facets, Fts5, TsQuery, expression, vector
from central.store.tables import records
from station_client.domain.alert import Alert, Category, Life
from station_client.domain.fir import Fir, lacking
from station_client.domain.ids import AlertUid, OfficeCode
from station_client.text import index
from station_client.text.alike import Sketched
from station_client.text.pieces import Pieces
from station_client.text.query import Query
from sync.protocol.records import AlertRecord, FirRecord

FILLED = "findings-filled"
INDEX = 2  # grows with what an entry holds: everything is then filled anew
BITS = 10
LOOKED_AT = 16
LAST_ROW = (1 << 62) - 1
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_FTS_COLUMNS = ", ".join(index.COLUMNS)
_FTS_PUT = text(
    f"INSERT INTO finding_words(rowid, {_FTS_COLUMNS}) VALUES (:row, :body, :fir, :names, :ids, :tags, :sk)"  # noqa: S608 our own names
)
_FTS_DROP = text("DELETE FROM finding_words WHERE rowid = :row")
_PG_HURRY = text("SET LOCAL statement_timeout = '15s'")
_PG_PUT = text("UPDATE findings SET words = CAST(:words AS tsvector) WHERE row = :row")
_FTS_FIND = text(
    "SELECT rowid AS found FROM finding_words WHERE finding_words MATCH :match AND rowid >= :low AND rowid < :high"
    " ORDER BY rowid DESC LIMIT :rows"
)
_PG_FIND = text(
    "SELECT row AS found FROM findings WHERE words @@ CAST(:match AS tsquery) AND row >= :low AND row < :high"
    " ORDER BY row DESC LIMIT :rows"
)
_BY_DATE = text("SELECT row AS found FROM findings WHERE row >= :low AND row < :high ORDER BY row DESC LIMIT :rows")


@dataclass(frozen=True, slots=True)
class Texts:
    """What was read of the texts of alerts before they are indexed: that takes its time, and needs no transaction."""

    pieces: Pieces = field(default_factory=Pieces)
    sketched: Sketched = field(default_factory=Sketched)

    def read(self, text: str) -> None:
        """Read a text, so that indexing it takes less."""
        self.pieces.read(text)
        self.sketched[text]


class Findings:
    """The centre's index: PostgreSQL's full text, or SQLite's, over the same words."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection
        self._postgresql = connection.dialect.name == "postgresql"
        self._sketches = Sketches(connection)

    def put_alert(self, alert: AlertRecord, fir: FirRecord | None) -> None:
        """Take an alert in, over what was known of it."""
        row = self.drop_alert(alert.uid) or self._free((wanted_row(alert.received_at, alert.uid),))[0]
        self._insert([(row, alert, fir)], Texts())

    def put_new(self, fresh: Sequence[tuple[AlertRecord, FirRecord | None]], texts: Texts) -> None:
        """Take in alerts that were never there, each with its FIR; of ``texts`` some were read before."""
        rows = self._free([wanted_row(alert.received_at, alert.uid) for alert, _ in fresh])
        self._insert([(row, *one) for row, one in zip(rows, fresh, strict=True)], texts)

    def _insert(self, fresh: Sequence[tuple[int, AlertRecord, FirRecord | None]], texts: Texts) -> None:
        rows, entries = [], []
        for row, alert, fir in fresh:
            entry = index.entry(_alert(alert), _lent(alert, fir), texts.pieces)
            new = {"row": row, "uid": alert.uid, "category": alert.category, "state_code": alert.state_code}
            rows.append(new | {"office_code": alert.office_code, "fir_key": alert.fir_key})
            words = {"words": vector(entry)} if self._postgresql else dict(zip(index.COLUMNS, entry, strict=True))
            entries.append({"row": row} | words)
        if rows:
            self._connection.execute(findings.insert(), rows)
            self._connection.execute(_PG_PUT if self._postgresql else _FTS_PUT, entries)
        self._sketches.put((row, texts.sketched[one.description].bands) for row, one, _ in fresh)

    def drop_alert(self, uid: str) -> int:
        """Let go of an alert; gives the row it had, 0 for none."""
        row = self._connection.execute(select(findings.c.row).where(findings.c.uid == uid)).scalar()
        if row is None:
            return 0
        self._connection.execute(delete(findings).where(findings.c.row == row))
        self._sketches.drop(int(row))
        if not self._postgresql:
            self._connection.execute(_FTS_DROP, {"row": row})
        return int(row)

    def put_firs(self, firs: Mapping[str, FirRecord | None]) -> None:
        """Note what FIRs lack, by their keys; None is one that is gone."""
        self._connection.execute(delete(gaps).where(gaps.c.key.in_(firs)))
        rows = [
            {"key": key, "station_code": fir.station_code, "fields": count}
            for key, fir in firs.items()
            if fir is not None and (count := lacking(fir.form))
        ]
        if rows:
            self._connection.execute(gaps.insert(), rows)

    def of_fir(self, fir_key: str, *, outside: str | None = None) -> tuple[str, ...]:
        """Name the alerts that name a FIR; ``outside``: those of other States than this one."""
        query = select(findings.c.uid).where(findings.c.fir_key == fir_key)
        if outside is not None:
            query = query.where(findings.c.state_code != outside)
        return tuple(self._connection.execute(query).scalars())

    def told_of_firs(self, fir_keys: Collection[str], *, after: int, most: int) -> tuple[bytes, ...]:
        """Give the bodies of alerts that name FIRs, as the feed tells them, of those that changed after a sequence.

        Of each FIR the newest, and so many at the most.
        """
        if not fir_keys:
            return ()
        place = func.row_number().over(partition_by=findings.c.fir_key, order_by=findings.c.row.desc()).label("place")
        here = select(records.c.key, place).join(findings, findings.c.uid == records.c.key)
        here = here.where(records.c.kind == "alert", ~records.c.gone, records.c.sequence > after)
        ranked = here.where(findings.c.fir_key.in_(fir_keys)).subquery()
        bodies = select(records.c.body).join(ranked, ranked.c.key == records.c.key)
        query = bodies.where(records.c.kind == "alert", ranked.c.place <= most)
        return tuple(bytes(body) for body in self._connection.execute(query).scalars())

    def find(  # noqa: PLR0913 each narrows by one thing and is named by keyword
        self, query: Query, *, numbers: tuple[str, ...], facets: Facets, low: int, high: int, rows: int
    ) -> tuple[tuple[int, bytes], ...]:
        """Give the bodies of the alerts that meet everything, newest first, each with its row.

        A question that takes PostgreSQL too long is given up: whoever asked is told *busy*.
        """
        if self._postgresql:
            self._connection.execute(_PG_HURRY)
        match = expression(TsQuery() if self._postgresql else Fts5(), query, numbers, facets)
        by_words = _PG_FIND if self._postgresql else _FTS_FIND
        given = {"low": low, "high": high, "rows": rows} | ({"match": match} if match else {})
        found = list(self._connection.execute(by_words if match else _BY_DATE, given).scalars())
        bodies = bodies_in(self._connection, found)
        return tuple((row, bodies[row]) for row in map(int, found) if row in bodies)

    def unfilled(self, rows: int) -> Iterator[tuple[str, int, bytes]]:
        """Give the next alerts and FIRs that this version of the index lacks, in order: kind, sequence and body."""
        done = Counters(self._connection).value(f"{FILLED}-{INDEX}")
        query = select(records.c.kind, records.c.sequence, records.c.body).where(
            records.c.sequence > done, ~records.c.gone, records.c.kind.in_(("alert", "fir"))
        )
        page = self._connection.execute(query.order_by(records.c.sequence).limit(rows)).all()
        Counters(self._connection).raise_to(f"{FILLED}-{INDEX}", int(page[-1].sequence) if page else LAST_ROW)
        yield from ((row.kind, int(row.sequence), bytes(row.body)) for row in page)

    def _free(self, wanted: Sequence[int]) -> list[int]:
        """Give a free row for each that is wanted: that one, or the next one on that nobody has."""
        taken = set(self._connection.execute(select(findings.c.row).where(findings.c.row.in_(wanted))).scalars())
        read_to = 0
        found: list[int] = []
        for row in sorted(wanted):
            free = max([row, *found[-1:]])  # all from an earlier one's wish up to what it got is taken
            while free in taken:
                free += 1
                if free >= read_to:
                    read_to = free + (LOOKED_AT if len(wanted) == 1 else 1 << BITS)
                    span = select(findings.c.row).where(findings.c.row >= free, findings.c.row < read_to)
                    taken.update(self._connection.execute(span).scalars())
            taken.add(free)
            found.append(free)
        places = sorted(range(len(wanted)), key=wanted.__getitem__)
        return [row for _, row in sorted(zip(places, found, strict=True))]


def first_row(moment: datetime) -> int:
    """Give the lowest row that a moment's minute can have."""
    return max(int((moment - _EPOCH).total_seconds() // 60), 0) << BITS


def wanted_row(moment: datetime, uid: str) -> int:
    """Give the row that an alert would like to have: newest first is highest first."""
    return first_row(moment) | (zlib.crc32(uid.encode()) & ((1 << BITS) - 1))


def _alert(record: AlertRecord) -> Alert:
    """Read what the index asks of an alert; words of a newer centre stand for the nearest known ones."""
    return Alert(
        uid=AlertUid(record.uid),
        record_number=record.record_number,
        category=Category(record.category) if record.category in set(Category) else Category.HIGH_ALERT,
        life=Life(record.life) if record.life in set(Life) else Life.CORRECTED,
        description=record.description,
        fir_key=record.fir_key,
        fir_shown=record.fir_shown,
        gd_number=record.gd_number,
        gd_reason=record.gd_reason,
        office_code=OfficeCode(record.office_code),
        office_name=record.office_name,
        district_code=record.district_code,
        district_name=record.district_name,
        state_code=record.state_code,
        author=record.author,
        issued_at=record.issued_at,
        received_at=record.received_at,
        expires_at=record.expires_at,
        version=record.version,
        sequence=record.sequence,
        files=(),
    )


def _lent(alert: AlertRecord, fir: FirRecord | None) -> Fir | None:
    """Give the FIR whose words find an alert, for one index serves all States: none that does not go along with it."""
    if fir is None or fir.victim_protected or fir.state_code != alert.state_code:
        return None
    return _fir(fir)


def _fir(record: FirRecord) -> Fir:
    return Fir(
        key=record.key,
        shown=record.shown,
        station_code=record.station_code,
        station_name=record.station_name,
        district_code=record.district_code,
        district_name=record.district_name,
        state_code=record.state_code,
        registered_at=record.registered_at,
        status=record.status,
        language=record.language,
        victim_protected=record.victim_protected,
        version=record.version,
        sequence=record.sequence,
        form=record.form,
    )
