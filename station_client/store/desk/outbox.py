"""What waits to be sent. An item is in the outbox or a draft on the desk, never both and never neither."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from sqlalchemy import Connection, and_, delete, func, insert, select, update

from station_client.domain.draft import Draft
from station_client.domain.ids import DraftId, ItemId, Sha256
from station_client.domain.outbox import WAITING_STATES, ItemState, OutboxItem, Receipt
from station_client.domain.reasons import Field, Reason
from station_client.errors import InputError, NotInCopyError
from station_client.store.database import Database
from station_client.store.desk.audit import AuditTrail, Trace
from station_client.store.desk.receipts import put_receipt
from station_client.store.desk.tables import drafts, outbox
from station_client.store.forms import from_json, to_json

AT_ONCE: Final = 500
STILL_OURS: Final = frozenset({ItemState.QUEUED, ItemState.REFUSED, ItemState.SET_ASIDE})


class Outbox:
    """Keep submitted alerts until the centre has them, and after."""

    def __init__(self, database: Database, audit: AuditTrail) -> None:
        """Stand on the desk's file and its audit trail."""
        self._database = database
        self._audit = audit

    def submit(self, item: OutboxItem, draft_id: DraftId, trace: Trace | None = None) -> None:
        """Put an item in and lay its draft to rest, with the trace of it, in one transaction.

        Raises ``InputError`` (already sent) where the draft was submitted before, ``NotInCopyError`` without one.
        """
        with self._database.write() as connection:
            submitted = connection.execute(
                select(drafts.c.submitted).where(drafts.c.draft_id == draft_id)
            ).scalar_one_or_none()
            if submitted is None:
                raise NotInCopyError("no such draft")
            if submitted:
                raise InputError(Field.DRAFT, Reason.ALREADY_SENT)
            connection.execute(update(drafts).where(drafts.c.draft_id == draft_id).values(submitted=1))
            connection.execute(
                insert(outbox).values(
                    item_id=item.item_id, draft_id=draft_id, state=item.state.value, body=to_json(item)
                )
            )
            self._audit.add(connection, trace)

    def items(self, *, of: Collection[ItemId] | None = None) -> tuple[OutboxItem, ...]:
        """List every item in the order of submitting, or only those ``of`` which the ids are given."""
        query = select(outbox.c.body).order_by(outbox.c.place)
        wanted = query if of is None else query.where(outbox.c.item_id.in_(of))
        with self._database.read() as connection:
            return tuple(from_json(body, OutboxItem) for body in connection.execute(wanted).scalars())

    def one(self, item_id: ItemId) -> OutboxItem | None:
        """Give one item, or None where there is none."""
        with self._database.read() as connection:
            body = connection.execute(select(outbox.c.body).where(outbox.c.item_id == item_id)).scalar_one_or_none()
        return None if body is None else from_json(body, OutboxItem)

    def update(
        self,
        item: OutboxItem,
        receipt: Receipt | None = None,
        *,
        expected: Collection[ItemState] | None = None,
        trace: Trace | None = None,
    ) -> bool:
        """Keep where an item stands, and in the same transaction the receipt and the trace that come with it.

        ``expected``: only where it still stands so; else nothing is changed and False is given.
        Raises ``NotInCopyError`` for an item that was taken back meanwhile.
        """
        with self._database.write() as connection:
            mine = outbox.c.item_id == item.item_id
            as_it_was = mine if expected is None else and_(mine, outbox.c.state.in_([one.value for one in expected]))
            kept = {"state": item.state.value, "body": to_json(item)}
            if not connection.execute(update(outbox).where(as_it_was).values(**kept)).rowcount:
                if connection.execute(select(outbox.c.item_id).where(mine)).first() is None:
                    raise NotInCopyError("no such item in the outbox")
                return False
            if receipt is not None:
                put_receipt(connection, receipt)
            self._audit.add(connection, trace)
        return True

    def take_back(self, item_id: ItemId, trace: Trace | None = None) -> Draft:
        """Make a draft again of an item that is not under way and that the centre never received.

        Raises ``InputError`` (already sent), ``NotInCopyError``.
        """
        with self._database.write() as connection:
            found = connection.execute(
                select(outbox.c.state, outbox.c.draft_id, outbox.c.body).where(outbox.c.item_id == item_id)
            ).one_or_none()
            if found is None:
                raise NotInCopyError("no such item in the outbox")
            if found.state not in STILL_OURS or from_json(found.body, OutboxItem).record_number:
                raise InputError(Field.DRAFT, Reason.ALREADY_SENT)
            connection.execute(delete(outbox).where(outbox.c.item_id == item_id))
            self._audit.add(connection, trace)
            return _wake(connection, DraftId(found.draft_id))

    def files(self) -> frozenset[Sha256]:
        """Name every file of every item."""
        return frozenset(one.sha256 for item in self.items() for one in item.files)

    def written_here(self, uids: Collection[str]) -> frozenset[str]:
        """Tell which of these alerts were submitted on this PC: an item's id is its alert's."""
        names = list(dict.fromkeys(uids))
        found: set[str] = set()
        with self._database.read() as connection:
            for start in range(0, len(names), AT_ONCE):
                wanted = select(outbox.c.item_id).where(outbox.c.item_id.in_(names[start : start + AT_ONCE]))
                found.update(connection.execute(wanted).scalars())
        return frozenset(found)

    def waiting(self) -> int:
        """Count the items that the centre does not hold whole yet."""
        states = [state.value for state in WAITING_STATES]
        with self._database.read() as connection:
            counted = select(func.count()).select_from(outbox).where(outbox.c.state.in_(states))
            return int(connection.execute(counted).scalar_one())


def _wake(connection: Connection, draft_id: DraftId) -> Draft:
    connection.execute(update(drafts).where(drafts.c.draft_id == draft_id).values(submitted=0))
    body = connection.execute(select(drafts.c.body).where(drafts.c.draft_id == draft_id)).scalar_one_or_none()
    if body is None:
        raise NotInCopyError("the item's draft is gone")
    return from_json(body, Draft)
