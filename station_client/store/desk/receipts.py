"""The centre's receipts, kept as long as the desk is."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import Insert, insert

from station_client.domain.ids import ItemId
from station_client.domain.outbox import Receipt
from station_client.store.database import Database
from station_client.store.desk.tables import moment_text, receipts
from station_client.store.forms import from_json, to_json


class Receipts:
    """Keep the centre's word for each item."""

    def __init__(self, database: Database) -> None:
        """Stand on the desk's file."""
        self._database = database

    def put(self, receipt: Receipt) -> None:
        """Keep a receipt over an older one of the same item; a complete one is never made incomplete."""
        with self._database.write() as connection:
            put_receipt(connection, receipt)

    def one(self, item_id: ItemId) -> Receipt | None:
        """Give the receipt of an item, or None where the centre has not answered yet."""
        return self.of([item_id]).get(item_id)

    def of(self, item_ids: Collection[ItemId]) -> dict[ItemId, Receipt]:
        """Give the receipts of several items; an item that the centre has not answered yet is not among them."""
        with self._database.read() as connection:
            return _held(connection, item_ids)

    def all(self) -> tuple[Receipt, ...]:
        """List every receipt, newest first."""
        with self._database.read() as connection:
            bodies = connection.execute(
                select(receipts.c.body).order_by(receipts.c.received_at.desc(), receipts.c.item_id)
            ).scalars()
            return tuple(from_json(body, Receipt) for body in bodies)


def put_receipt(connection: Connection, receipt: Receipt) -> None:
    """Keep a receipt inside a transaction that is under way."""
    put_receipts(connection, (receipt,))


def put_receipts(connection: Connection, several: Sequence[Receipt]) -> None:
    """Keep receipts, one of an item at the most, inside a transaction that is under way."""
    held = _held(connection, [one.item_id for one in several])
    rows = [
        {"item_id": one.item_id, "received_at": moment_text(one.received_at), "body": to_json(one)}
        for one in several
        if one.complete_at is not None or one.item_id not in held or held[one.item_id].complete_at is None
    ]
    if rows:
        connection.execute(_PUT, rows)


def _held(connection: Connection, item_ids: Collection[ItemId]) -> dict[ItemId, Receipt]:
    if not item_ids:
        return {}
    query = select(receipts.c.body).where(receipts.c.item_id.in_(item_ids))
    return {one.item_id: one for one in (from_json(body, Receipt) for body in connection.execute(query).scalars())}


def _putting() -> Insert:
    fresh = insert(receipts)
    kept = {"received_at": fresh.excluded.received_at, "body": fresh.excluded.body}
    return fresh.on_conflict_do_update(index_elements=["item_id"], set_=kept)


_PUT = _putting()
