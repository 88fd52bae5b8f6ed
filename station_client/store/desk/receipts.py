"""The centre's receipts, kept as long as the desk is."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

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
        with self._database.read() as connection:
            return _held(connection, item_id)

    def of(self, item_ids: Collection[ItemId]) -> dict[ItemId, Receipt]:
        """Give the receipts of several items; an item that the centre has not answered yet is not among them."""
        with self._database.read() as connection:
            query = select(receipts.c.body).where(receipts.c.item_id.in_(item_ids))
            found = (from_json(body, Receipt) for body in connection.execute(query).scalars())
            return {one.item_id: one for one in found}

    def all(self) -> tuple[Receipt, ...]:
        """List every receipt, newest first."""
        with self._database.read() as connection:
            bodies = connection.execute(
                select(receipts.c.body).order_by(receipts.c.received_at.desc(), receipts.c.item_id)
            ).scalars()
            return tuple(from_json(body, Receipt) for body in bodies)


def put_receipt(connection: Connection, receipt: Receipt) -> None:
    """Keep a receipt inside a transaction that is under way."""
    held = _held(connection, receipt.item_id)
    if held is not None and held.complete_at is not None and receipt.complete_at is None:
        return
    row = {"received_at": moment_text(receipt.received_at), "body": to_json(receipt)}
    fresh = insert(receipts).values(item_id=receipt.item_id, **row)
    connection.execute(fresh.on_conflict_do_update(index_elements=["item_id"], set_=row))


def _held(connection: Connection, item_id: ItemId) -> Receipt | None:
    body = connection.execute(select(receipts.c.body).where(receipts.c.item_id == item_id)).scalar_one_or_none()
    return None if body is None else from_json(body, Receipt)
