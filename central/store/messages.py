"""Messages that wait to go out, with the state of each recipient: written before it is tried, and after.

Whoever hands a message on writes ``sending`` first, in a transaction of its own. If nothing is written after it, the
process was ended in between: nobody knows whether the message went out, and that is what the recipient's state says.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, exists, func, or_, select

from central.store.counters import Counters
from central.store.items import ItemFile
from central.store.message_tables import message_files, message_parts, message_recipients, messages
from central.store.tables import blobs
from station_client.domain.message import Delivery, DeliveryReason

CHANGES = "messages"
LEASE = timedelta(seconds=90)  # a worker that lives renews it; see ``renew``


@dataclass(frozen=True, slots=True)
class Letter:
    """One received message, kept for ever: a repeat of it gets the same answer."""

    message_id: str
    content_hash: str
    machine_id: str
    office_code: str
    author: str
    channel: str
    subject: str
    content: str
    template_id: str
    received_at: datetime
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a message stands for one recipient."""

    message_id: str
    position: int
    address: str
    state: str
    reason: str
    attempts: int
    changed_at: datetime
    due_at: datetime
    worker: str


@dataclass(frozen=True, slots=True)
class Ending:
    """How a try ended: the state it leads to, why, when the next one is due, the network's names for the parts."""

    state: str
    reason: str
    due_at: datetime
    handles: tuple[str, ...] = ()


class Messages:
    """Received messages and where they stand."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection
        self._counters = Counters(connection)

    def head(self) -> int:
        """Give the number of the last change of any message."""
        return self._counters.value(CHANGES)

    def one(self, message_id: str) -> Letter | None:
        """Give a received message."""
        row = self._connection.execute(select(messages).where(messages.c.message_id == message_id)).one_or_none()
        return None if row is None else Letter(**row._mapping)  # noqa: SLF001 SQLAlchemy's public name for it

    def add(self, letter: Letter, addresses: tuple[str, ...], files: tuple[ItemFile, ...]) -> None:
        """Keep a received message for ever; it is due at once. A ``verified`` file need not be brought."""
        columns = {name: getattr(letter, name) for name in messages.c.keys()}  # noqa: SIM118 a collection of columns
        self._connection.execute(messages.insert().values(columns | {"sequence": self._counters.next(CHANGES)}))
        now, key = letter.received_at, letter.message_id
        waiting = {"state": Delivery.QUEUED.value, "reason": "", "attempts": 0, "worker": ""}
        for position, address in enumerate(addresses):
            row = {"message_id": key, "position": position, "address": address, "changed_at": now, "due_at": now}
            self._connection.execute(message_recipients.insert().values(row | waiting))
        for position, one in enumerate(files):
            row = {"sha256": one.sha256, "size": one.size, "name": one.name, "kind": one.kind, "shown": one.verified}
            self._connection.execute(message_files.insert().values(message_id=key, position=position, **row))

    def files(self, message_id: str) -> tuple[ItemFile, ...]:
        """Give the files of a message in their order; ``verified`` where the bytes are here, and for its author."""
        here = select(message_files, blobs.c.sha256.label("here")).outerjoin(
            blobs, blobs.c.sha256 == message_files.c.sha256
        )
        query = here.where(message_files.c.message_id == message_id).order_by(message_files.c.position)
        return tuple(
            ItemFile(row.sha256, row.size, row.name, row.kind, row.shown and row.here is not None)
            for row in self._connection.execute(query)
        )

    def claims(self, sha256: str, office_code: str) -> tuple[ItemFile, ...]:
        """Give what the messages of an office say of these bytes; ``verified`` where they need not be brought."""
        query = (
            select(message_files)
            .join(messages, messages.c.message_id == message_files.c.message_id)
            .where(message_files.c.sha256 == sha256, messages.c.office_code == office_code)
        )
        return tuple(
            ItemFile(row.sha256, row.size, row.name, row.kind, row.shown) for row in self._connection.execute(query)
        )

    def show(self, sha256: str, office_code: str) -> None:
        """Note that an office brought the bytes that its messages enclose."""
        own = select(messages.c.message_id).where(messages.c.office_code == office_code)
        mine = (message_files.c.sha256 == sha256) & message_files.c.message_id.in_(own)
        self._connection.execute(message_files.update().where(mine).values(shown=True))

    def standings(self, message_id: str) -> tuple[Standing, ...]:
        """Give where a message stands for each recipient."""
        query = select(message_recipients).where(message_recipients.c.message_id == message_id)
        rows = self._connection.execute(query.order_by(message_recipients.c.position))
        return tuple(Standing(**row._mapping) for row in rows)  # noqa: SLF001 SQLAlchemy's public name for it

    def changed_of(self, machine_id: str, since: int, rows: int) -> tuple[Letter, ...]:
        """Give the messages of a machine that changed after ``since``, in the order of their last change."""
        mine = (messages.c.machine_id == machine_id) & (messages.c.sequence > since)
        query = select(messages).where(mine).order_by(messages.c.sequence).limit(rows)
        found = self._connection.execute(query)
        return tuple(Letter(**row._mapping) for row in found)  # noqa: SLF001 SQLAlchemy's public name for it


class Queue:
    """What is to be handed on: one recipient of one message is one errand."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection
        self._counters = Counters(connection)

    def is_due(self, channel: str, now: datetime) -> bool:
        """Tell whether there is something to do: an errand that is due, or one at which nobody works any more."""
        late = message_recipients.c.state.in_((Delivery.QUEUED.value, Delivery.SENDING.value))
        found = (
            select(message_recipients.c.position)
            .join(messages, messages.c.message_id == message_recipients.c.message_id)
            .where(late, message_recipients.c.due_at <= now, messages.c.channel == channel)
            .limit(1)
        )
        return self._connection.execute(found).first() is not None

    def take(self, worker: str, channel: str, now: datetime) -> Standing | None:
        """Take the errand that is due longest and write that it is being sent; None where nothing is due.

        A message whose files are not all here waits. The row is locked until the transaction ends, and who meets it
        locked passes it over, so that no two processes take the same.
        """
        due = (
            select(message_recipients)
            .join(messages, messages.c.message_id == message_recipients.c.message_id)
            .where(message_recipients.c.state == Delivery.QUEUED.value, message_recipients.c.due_at <= now)
            .where(messages.c.channel == channel, ~lacks_files(message_recipients.c.message_id))
            .order_by(message_recipients.c.due_at, message_recipients.c.message_id, message_recipients.c.position)
            .limit(1)
            .with_for_update(skip_locked=True, of=message_recipients)
        )
        row = self._connection.execute(due).one_or_none()
        if row is None:
            return None
        taken = Standing(**row._mapping)  # noqa: SLF001 SQLAlchemy's public name for it
        self._put(taken, now, state=Delivery.SENDING, attempts=taken.attempts + 1, due_at=now + LEASE, worker=worker)
        return taken

    def renew(self, worker: str, now: datetime) -> None:
        """Say that ``worker`` still lives and works at what it took."""
        mine = (message_recipients.c.state == Delivery.SENDING.value) & (message_recipients.c.worker == worker)
        self._connection.execute(message_recipients.update().where(mine).values(due_at=now + LEASE))

    def settle(self, errand: Standing, worker: str, ending: Ending, now: datetime) -> bool:
        """Write how a try ended, with the network's names for its parts.

        False where it does not count any more: a person queued it anew, or the network said more meanwhile.
        """
        ours = (Delivery.SENDING.value, Delivery.NOT_KNOWN.value)
        still = message_recipients.c.state.in_(ours) & (message_recipients.c.worker == worker)
        self._register(errand, ending.handles)
        said = {"state": ending.state, "reason": ending.reason, "due_at": ending.due_at}
        return self._put(errand, now, still, worker="", **said)

    def break_off(self, now: datetime, *, waiting: bool = False) -> int:
        """Say of errands at which nobody works any more that their outcome is not known; they are not repeated unasked.

        Gives how many there were. ``waiting``: of all that are under way or wait, as after a restore.
        """
        under_way = message_recipients.c.state == Delivery.SENDING.value
        late = message_recipients.c.due_at <= now
        over = or_(under_way, message_recipients.c.state == Delivery.QUEUED.value) if waiting else under_way & late
        left = self._connection.execute(select(message_recipients).where(over).with_for_update(skip_locked=True)).all()
        for row in left:
            errand = Standing(**row._mapping)  # noqa: SLF001 SQLAlchemy's public name for it
            self._put(errand, now, state=Delivery.NOT_KNOWN, reason=DeliveryReason.BROKEN_OFF)
        return len(left)

    def again(self, message_id: str, now: datetime) -> int:
        """Queue the recipients whose message failed, or of whom nothing is known, once more: a person decided so."""
        wanted = message_recipients.c.state.in_((Delivery.FAILED.value, Delivery.NOT_KNOWN.value))
        query = select(message_recipients).where(message_recipients.c.message_id == message_id, wanted)
        found = [Standing(**row._mapping) for row in self._connection.execute(query)]  # noqa: SLF001 its public name
        for one in found:
            self._put(one, now, state=Delivery.QUEUED, reason="", attempts=0, due_at=now, worker="")
        return len(found)

    def report(self, handle: str, now: datetime, *, arrived: bool, reason: str = "") -> bool:
        """Take the network's word about one part: with its last part a message is delivered. False: nothing known."""
        part = self._connection.execute(select(message_parts).where(message_parts.c.handle == handle)).one_or_none()
        if part is None:
            return False
        mine = (message_parts.c.message_id == part.message_id) & (message_parts.c.position == part.position)
        if arrived:
            self._connection.execute(
                message_parts.update().where(message_parts.c.handle == handle).values(delivered=True)
            )
            open_parts = (
                select(func.count()).select_from(message_parts).where(mine, message_parts.c.delivered.is_(False))
            )
            if self._connection.execute(open_parts).scalar():
                return True
        where = (message_recipients.c.message_id == part.message_id) & (message_recipients.c.position == part.position)
        row = self._connection.execute(select(message_recipients).where(where)).one()
        errand = Standing(**row._mapping)  # noqa: SLF001 SQLAlchemy's public name for it
        state = Delivery.DELIVERED if arrived else Delivery.FAILED
        if errand.state not in {Delivery.DELIVERED, state}:
            self._put(errand, now, state=state, reason=reason, worker="")
        return True

    def _register(self, errand: Standing, handles: tuple[str, ...]) -> None:
        """Keep the network's own names for the parts of a message, for its word that they arrived."""
        for handle in dict.fromkeys(handles):
            self._connection.execute(message_parts.delete().where(message_parts.c.handle == handle))
            row = {"message_id": errand.message_id, "position": errand.position, "delivered": False}
            self._connection.execute(message_parts.insert().values(handle=handle, **row))

    def _put(self, one: Standing, now: datetime, only: ColumnElement[bool] | None = None, **values: object) -> bool:
        where = and_(message_recipients.c.message_id == one.message_id, message_recipients.c.position == one.position)
        changed = message_recipients.update().where(where if only is None else where & only)
        if not self._connection.execute(changed.values(changed_at=now, **values)).rowcount:
            return False
        moved = messages.update().where(messages.c.message_id == one.message_id)
        self._connection.execute(moved.values(sequence=self._counters.next(CHANGES)))
        return True


def lacks_files(message_id: ColumnElement[str]) -> ColumnElement[bool]:
    """Tell of a query's messages whether one waits for files of its own that are not all here."""
    return exists().where(
        message_files.c.message_id == message_id,
        or_(~message_files.c.shown, ~exists().where(blobs.c.sha256 == message_files.c.sha256)),
    )
