"""Questions that compare the tables with one another, for whoever keeps a centre."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from central.store.bodies import read_body
from central.store.items import Stored
from central.store.tables import blobs, item_files, records
from sync.protocol.records import Record

PAGE = 1000


class Soundness:
    """What should agree, read from each of its sides."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection

    def newest_record(self) -> int:
        """Give the highest sequence that any record stands at; 0 where there is none."""
        return int(self._connection.execute(select(func.max(records.c.sequence))).scalar() or 0)

    def stock(self) -> Iterator[Stored]:
        """Give all bytes that should be in the folder, a page of them in memory at a time."""
        last = ""
        while page := self._connection.execute(
            select(blobs).where(blobs.c.sha256 > last).order_by(blobs.c.sha256).limit(PAGE)
        ).all():
            last = page[-1].sha256
            yield from (Stored(row.sha256, row.size, row.container) for row in page)

    def every(self, kind: str, office_code: str = "") -> Iterator[Record]:
        """Give every record of a kind, or one office's FIRs, a page of them in memory at a time."""
        last, mine = "", (records.c.kind == kind) & ~records.c.gone
        if office_code:
            mine &= records.c.key.startswith(f"{office_code}/", autoescape=True)
        columns = select(records.c.key, records.c.body)
        while page := self._connection.execute(
            columns.where(mine & (records.c.key > last)).order_by(records.c.key).limit(PAGE)
        ).all():
            last = page[-1].key
            yield from (read_body(row.body) for row in page)

    def verified_without_bytes(self) -> tuple[tuple[str, str], ...]:
        """Give each item's file that counts as verified and is not in the stock."""
        lost = item_files.c.verified & item_files.c.sha256.not_in(select(blobs.c.sha256))
        rows = self._connection.execute(select(item_files.c.item_id, item_files.c.sha256).where(lost))
        return tuple((row.item_id, row.sha256) for row in rows)
