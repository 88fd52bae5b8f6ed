"""What stations sent: the durable answer to each item, its files, and the bytes that arrived."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from central.store.tables import blobs, item_files, items


@dataclass(frozen=True, slots=True)
class ItemFile:
    """A file that an item claims; ``verified`` once its bytes are here and are what was claimed."""

    sha256: str
    size: int
    name: str
    kind: str
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One received item, kept for ever: a repeat of it gets the same answer.

    ``alike`` is what its sender was told of alerts that are like it (``central.alike.kept``).
    """

    item_id: str
    content_hash: str
    machine_id: str
    office_code: str
    author: str
    record_number: str
    written_at: datetime
    skew_seconds: float
    received_at: datetime
    complete_at: datetime | None = None
    text_hash: str = ""
    alike: str = ""


@dataclass(frozen=True, slots=True)
class Stored:
    """Bytes that are here; ``container`` is what they begin like (``pdf``, ``zip``, ``ole`` …)."""

    sha256: str
    size: int
    container: str


class Items:
    """Received items and their files."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection

    def one(self, item_id: str) -> Item | None:
        """Give a received item."""
        row = self._connection.execute(select(items).where(items.c.item_id == item_id)).one_or_none()
        return None if row is None else Item(**row._mapping)  # noqa: SLF001 SQLAlchemy's public name for it

    def add(self, item: Item, files: tuple[ItemFile, ...]) -> None:
        """Keep a received item for ever."""
        columns = {name: getattr(item, name) for name in items.c.keys()}  # noqa: SIM118 a collection of columns
        self._connection.execute(items.insert().values(columns))
        for position, one in enumerate(files):
            row = {"sha256": one.sha256, "size": one.size, "name": one.name, "kind": one.kind}
            self._connection.execute(
                item_files.insert().values(item_id=item.item_id, position=position, verified=one.verified, **row)
            )

    def received_since(self, machine_id: str, moment: datetime) -> int:
        """Count what was received of a machine since a moment."""
        mine = (items.c.machine_id == machine_id) & (items.c.received_at > moment)
        return int(self._connection.execute(select(func.count()).select_from(items).where(mine)).scalar_one())

    def files(self, item_id: str) -> tuple[ItemFile, ...]:
        """Give the files of an item, in their order."""
        query = select(item_files).where(item_files.c.item_id == item_id).order_by(item_files.c.position)
        return tuple(
            ItemFile(row.sha256, row.size, row.name, row.kind, row.verified) for row in self._connection.execute(query)
        )

    def claims(self, sha256: str) -> tuple[tuple[Item, ItemFile], ...]:
        """Give every item that claims these bytes, each with its claim."""
        query = select(item_files).where(item_files.c.sha256 == sha256)
        found = []
        for row in self._connection.execute(query).all():
            item = self.one(row.item_id)
            if item is not None:
                found.append((item, ItemFile(row.sha256, row.size, row.name, row.kind, row.verified)))
        return tuple(found)

    def verify(self, item_id: str, sha256: str) -> None:
        """Note that an item's file is here and is what was claimed."""
        mine = (item_files.c.item_id == item_id) & (item_files.c.sha256 == sha256)
        self._connection.execute(item_files.update().where(mine).values(verified=True))

    def complete(self, item_id: str, now: datetime) -> None:
        """Note that every file of an item is here."""
        self._connection.execute(items.update().where(items.c.item_id == item_id).values(complete_at=now))


class Stock:
    """Which bytes are in the blob folder."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection

    def one(self, sha256: str) -> Stored | None:
        """Give what is known of stored bytes."""
        row = self._connection.execute(select(blobs).where(blobs.c.sha256 == sha256)).one_or_none()
        return None if row is None else Stored(row.sha256, row.size, row.container)

    def add(self, stored: Stored, now: datetime) -> None:
        """Note that these bytes are here; a second time changes nothing."""
        if self.one(stored.sha256) is None:
            row = {"sha256": stored.sha256, "size": stored.size, "container": stored.container}
            self._connection.execute(blobs.insert().values(stored_at=now, **row))
