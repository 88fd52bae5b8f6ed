"""What of the outbox is on its way: where many items stand, and the receipts that came for them, kept at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select, update

from station_client.domain.ids import ItemId
from station_client.domain.outbox import ItemState, OutboxItem, Receipt
from station_client.store.database import Database
from station_client.store.desk.receipts import put_receipts
from station_client.store.desk.tables import outbox
from station_client.store.forms import to_json

_MOVED = (
    update(outbox)
    .where(outbox.c.item_id == bindparam("moved"))
    .values(state=bindparam("stands"), body=bindparam("said"))
)


@dataclass(frozen=True, slots=True)
class Move:
    """An item as it is to be kept where it still stands as ``expected``, and the receipt that came with that."""

    item: OutboxItem
    expected: ItemState
    receipt: Receipt | None = None


class UnderWay:
    """Move many items by one change."""

    def __init__(self, database: Database) -> None:
        """Stand on the desk's file."""
        self._database = database

    def move(self, moves: Sequence[Move]) -> frozenset[ItemId]:
        """Keep every item that still stands as it is expected to, with its receipt; give the ids of those.

        Of the others nothing is changed: a person took them back, or moved them, meanwhile. An item is moved once.
        """
        if not moves:
            return frozenset()
        with self._database.write() as connection:
            standing = select(outbox.c.item_id, outbox.c.state).where(
                outbox.c.item_id.in_([one.item.item_id for one in moves])
            )
            now = {row.item_id: row.state for row in connection.execute(standing)}
            kept = [one for one in moves if now.get(one.item.item_id) == one.expected.value]
            rows = [
                {"moved": one.item.item_id, "stands": one.item.state.value, "said": to_json(one.item)} for one in kept
            ]
            if rows:
                connection.execute(_MOVED, rows)
            put_receipts(connection, [one.receipt for one in kept if one.receipt is not None])
        return frozenset(one.item.item_id for one in kept)
