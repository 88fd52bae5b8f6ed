"""Fills a centre's tables by COPY: the rows that its own store would have written, several thousand in a second.

Only for measuring: the centre's own way in (``Records.put``) judges, indexes and counts each record by itself.
"""

from __future__ import annotations

import dataclasses
import hashlib
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import msgspec
import psycopg

from benchmarks.central.nation import SHARED_EACH, YEAR, Casework, Client, Place, mixed, token_of
from central.store import findings
from central.store.bodies import identity
from central.store.counters import FEED
from central.store.database import WRITER, WRITES_AS
from central.store.findings import FILLED, INDEX, LAST_ROW, wanted_row
from central.store.records import ALL_GUARDED, CALLED_BACK, GUARDED_UP_TO, is_high
from central.store.spellings import vector
from central.store.tallies import Counted
from station_client.domain.alert import Category
from station_client.domain.office import Act
from station_client.text import index
from station_client.text.pieces import Pieces
from sync.protocol.feed import added
from sync.protocol.records import AlertRecord

Facts = dict[str, Any]
PAGE: Final = 20_000
WORTH_DROPPING: Final = 200_000  # rows from which on the indexes are made anew at the end
_RECORDS: Final = "kind, key, sequence, state_code, fir_key, shared, withheld, gone, high, body"
_TYPES: Final = ("varchar", "varchar", "int8", "varchar", "varchar", "bool", "bool", "bool", "bool", "bytea")
Row = tuple[str, str, int, str, str, bool, bool, bool, bool, bytes]


class Filling:
    """One database of a centre, filled from outside while nobody serves from it."""

    def __init__(self, url: str) -> None:
        """Connect to the database that ``url`` names as SQLAlchemy wants it."""
        self._connection = psycopg.connect(url.replace("+psycopg", ""), autocommit=True)
        self._connection.execute("SELECT set_config(%s, %s, false)", (WRITES_AS, str(WRITER)))
        self._sequence = 0
        self.go_on()
        self._heaps: dict[tuple[str, str, bool], list[int]] = {}
        self._rows_taken: set[int] = set()
        self._texts: dict[str, str] = {}

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()

    def go_on(self) -> None:
        """Go on behind what the centre wrote meanwhile."""
        self._sequence = self._number("SELECT coalesce(max(value), 0) FROM counters WHERE name = 'feed'")

    def directory(self, places: Iterable[Place]) -> None:
        """Take the directory in."""
        self._copy(self._plain(one) for one in places)
        self._count()

    def enrol(self, clients: list[Client], secret: str, password_hash: str) -> None:
        """Enrol each client's PC and officer and give them a session; all have one password."""
        now = datetime.now(UTC)
        until = now + timedelta(days=30)
        acts, categories = " ".join(Act), " ".join(Category)
        self._into(
            "officers (login, name, rank, office_code, password_hash, acts, categories, active, made_at)",
            (
                (c.login, c.login, "Sub-Inspector", c.office.code, password_hash, acts, categories, True, now)
                for c in clients
            ),
        )
        self._into(
            "machines (machine_id, name, office_code, enrolled_by, enrolled_at, seen_at, program_version)",
            ((c.machine_id, "PC 1", c.office.code, c.login, now, now, "0.1.0") for c in clients),
        )
        self._into("machine_officers (machine_id, login, first_at)", ((c.machine_id, c.login, now) for c in clients))
        self._into(
            "sessions (session_id, login, machine_id, access_hash, access_until, refresh_hash, refresh_until,"
            " former_hash, confirmed)",
            (
                (
                    f"s{c.number}",
                    c.login,
                    c.machine_id,
                    _hash(token_of(secret, c.number)),
                    until,
                    _hash(f"refresh {secret} {c.number}"),
                    until,
                    "",
                    True,
                )
                for c in clients
            ),
        )

    def casework(self, work: Casework, *, alerts: tuple[int, int], firs: tuple[int, int]) -> Facts:
        """Take in alerts and FIRs by number, from the first to before the last; give how long it took."""
        began = time.monotonic()
        rows = alerts[1] - alerts[0] + firs[1] - firs[0]
        indexes = self._without_indexes() if rows >= WORTH_DROPPING else []
        self._copy(self._cases(work, alerts, firs))
        self._index(work, alerts)
        self._count()
        for statement in indexes:
            self._connection.execute(statement.encode())
        self._connection.execute("ANALYZE records, findings, tallies, counters")
        self._connection.execute("CHECKPOINT")
        return {"rows": rows, "seconds": round(time.monotonic() - began, 1)}

    def size(self) -> Facts:
        """Give what the tables take on the disk, with their indexes."""
        names = ("records", "findings")
        return {f"{name}_mb": self._number(f"SELECT pg_total_relation_size('{name}')") // 1_000_000 for name in names}

    def _cases(self, work: Casework, alerts: tuple[int, int], firs: tuple[int, int]) -> Iterator[Row]:
        forms: dict[str, bytes] = {}
        for kind, number in mixed(alerts[1] - alerts[0], firs[1] - firs[0]):
            if kind == "alert":
                yield self._plain(work.alert(alerts[0] + number))
                continue
            office, serial = work.fir(firs[0] + number)
            form = forms.get(office.code)
            if form is None:
                form = forms[office.code] = work.fir_form(office)
            self._sequence += 1
            key, shown = f"{office.code}/{YEAR}/{serial:04d}", f"{serial:04d}".encode()
            body = form % {b"at": self._sequence, b"serial": shown}
            shared = serial % SHARED_EACH == 0
            self._weigh(Counted("fir", key, self._sequence, office.state_code, open=shared))
            yield "fir", key, self._sequence, office.state_code, "", shared, False, False, False, body

    def _plain(self, record: Place | AlertRecord) -> Row:
        self._sequence += 1
        kind, key, state = identity(record)
        body = msgspec.json.encode(msgspec.structs.replace(record, sequence=self._sequence))
        alert = record if isinstance(record, AlertRecord) else None
        self._weigh(Counted(kind, key, self._sequence, state, open=False))
        fir_key, high = ("", False) if alert is None else (alert.fir_key, is_high(alert))
        return kind, key, self._sequence, state, fir_key, False, False, False, high, body

    def _weigh(self, one: Counted) -> None:
        heap = self._heaps.setdefault(one.heap, [0, 0])
        heap[0] += 1
        heap[1] += one.weight

    def _copy(self, rows: Iterator[Row]) -> None:
        with (
            self._connection.cursor() as cursor,
            cursor.copy(f"COPY records ({_RECORDS}) FROM STDIN (FORMAT BINARY)".encode()) as copy,
        ):
            copy.set_types(_TYPES)
            for row in rows:
                copy.write_row(row)

    def _index(self, work: Casework, alerts: tuple[int, int]) -> None:
        """Let the alerts be found, by the words that the centre's own index is made of."""
        columns = "findings (row, uid, category, state_code, office_code, fir_key, words)"
        self._into(columns, (self._finding(work.alert(number)) for number in range(*alerts)))

    def _finding(self, alert: AlertRecord) -> tuple[object, ...]:
        row = wanted_row(alert.received_at, alert.uid)
        while row in self._rows_taken:
            row += 1
        self._rows_taken.add(row)
        words = self._words(alert)
        return row, alert.uid, alert.category, alert.state_code, alert.office_code, alert.fir_key, words

    def _words(self, alert: AlertRecord) -> str:
        """Write an alert's words; what its text brings is made once, for texts repeat here."""
        plain = findings._alert(alert)  # noqa: SLF001 the store's own reading
        of_text = self._texts.get(alert.description)
        if of_text is None:
            entry = dict(zip(index.COLUMNS, index.entry(plain, None, Pieces()), strict=True))
            of_text = self._texts[alert.description] = vector(entry[one] for one in index.COLUMNS if one != "tags")
        tags = index.entry(dataclasses.replace(plain, description=""), None, Pieces())[index.COLUMNS.index("tags")]
        return f"{of_text} {vector([tags])}"

    def _into(self, columns: str, rows: Iterable[tuple[object, ...]]) -> None:
        with self._connection.cursor() as cursor, cursor.copy(f"COPY {columns} FROM STDIN".encode()) as copy:
            for row in rows:
                copy.write_row(row)

    def _count(self) -> None:
        """Write down where the feed stands and what there is of each kind, as the store would."""
        with self._connection.transaction():
            noted = {FEED: self._sequence, f"{FILLED}-{INDEX}": LAST_ROW}
            noted |= dict.fromkeys((GUARDED_UP_TO, CALLED_BACK), ALL_GUARDED)
            for name, value in noted.items():
                self._connection.execute("DELETE FROM counters WHERE name = %s", (name,))
                self._connection.execute("INSERT INTO counters (name, value) VALUES (%s, %s)", (name, value))
            for (kind, state, is_open), (tally, weight) in self._heaps.items():
                same = "kind = %s AND state_code = %s AND open = %s"
                found = self._connection.execute(
                    f"DELETE FROM tallies WHERE {same} RETURNING tally, digest".encode(),  # noqa: S608 our own text
                    (kind, state, is_open),
                ).fetchone()
                before, digest = found or (0, "")
                self._connection.execute(
                    "INSERT INTO tallies (kind, state_code, open, tally, digest) VALUES (%s, %s, %s, %s, %s)",
                    (kind, state, is_open, before + tally, added(digest, (weight,))),
                )
        self._heaps.clear()

    def _without_indexes(self) -> list[str]:
        """Drop the indexes of the two large tables that are no key; give what makes them anew."""
        found = self._connection.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename IN ('records', 'findings')"
            " AND indexname NOT LIKE '%_pkey' AND indexname NOT LIKE '%_key'"
        ).fetchall()
        for name, _ in found:
            self._connection.execute(f'DROP INDEX "{name}"'.encode())
        self._connection.execute("SET maintenance_work_mem = '512MB'")
        return [str(statement) for _, statement in found]

    def _number(self, query: str) -> int:
        row = self._connection.execute(query.encode()).fetchone()
        return int(row[0]) if row else 0


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
