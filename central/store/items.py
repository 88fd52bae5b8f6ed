"""What stations sent: the durable answer to each item, its files, and the bytes that arrived."""

from __future__ import annotations

from collections.abc import Collection, Sequence
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
        found = self.several((item_id,)).get(item_id)
        return None if found is None else found[0]

    def several(self, item_ids: Collection[str]) -> dict[str, tuple[Item, tuple[ItemFile, ...]]]:
        """Give those of some items that were received, each with its files, by their ids."""
        rows = self._connection.execute(select(items).where(items.c.item_id.in_(item_ids)))
        found = {row.item_id: Item(**row._mapping) for row in rows}  # noqa: SLF001 SQLAlchemy's public name for it
        files = self._files(found)
        return {item_id: (item, tuple(files.get(item_id, ()))) for item_id, item in found.items()}

    def add(self, fresh: Sequence[tuple[Item, tuple[ItemFile, ...]]]) -> None:
        """Keep received items, each with its files, for ever."""
        names = items.c.keys()
        if fresh:
            rows = [{name: getattr(item, name) for name in names} for item, _ in fresh]
            self._connection.execute(items.insert(), rows)
        claims = [
            {"item_id": item.item_id, "position": position} | {name: getattr(one, name) for name in ItemFile.__slots__}
            for item, files in fresh
            for position, one in enumerate(files)
        ]
        if claims:
            self._connection.execute(item_files.insert(), claims)

    def received_since(self, moment: datetime, *, office_code: str, machine_id: str) -> tuple[int, int]:
        """Count what was received since a moment: of a machine of this office, and of the whole office."""
        by_machine = func.count().filter(items.c.machine_id == machine_id)
        of_office = (items.c.office_code == office_code) & (items.c.received_at > moment)
        machine, office = self._connection.execute(select(by_machine, func.count()).where(of_office)).one()
        return int(machine), int(office)

    def files(self, item_id: str) -> tuple[ItemFile, ...]:
        """Give the files of an item, in their order."""
        return tuple(self._files((item_id,)).get(item_id, ()))

    def claims(
        self, sha256: str, *, office_code: str = "", machine_id: str = "", open_only: bool = False
    ) -> tuple[tuple[Item, ItemFile], ...]:
        """Give the items that claim these bytes, each with its claim: all, or an office's, or a machine's.

        ``open_only``: those that wait for them. One question, however many there are.
        """
        own = (item_files.c[name].label(f"file_{name}") for name in ItemFile.__slots__)
        query = select(items, *own).join(item_files, item_files.c.item_id == items.c.item_id)
        query = query.where(item_files.c.sha256 == sha256)
        query = query.where(items.c.office_code == office_code) if office_code else query
        query = query.where(items.c.machine_id == machine_id) if machine_id else query
        query = query.where(~item_files.c.verified) if open_only else query
        names = items.c.keys()
        return tuple(
            (
                Item(**{name: getattr(row, name) for name in names}),
                ItemFile(*(getattr(row, f"file_{name}") for name in ItemFile.__slots__)),
            )
            for row in self._connection.execute(query.order_by(items.c.received_at, items.c.item_id))
        )

    def verify(self, item_id: str, sha256: str) -> None:
        """Note that an item's file is here and is what was claimed."""
        mine = (item_files.c.item_id == item_id) & (item_files.c.sha256 == sha256)
        self._connection.execute(item_files.update().where(mine).values(verified=True))

    def complete(self, item_id: str, now: datetime) -> None:
        """Note that every file of an item is here."""
        self._connection.execute(items.update().where(items.c.item_id == item_id).values(complete_at=now))

    def _files(self, item_ids: Collection[str]) -> dict[str, list[ItemFile]]:
        query = select(item_files).where(item_files.c.item_id.in_(item_ids)).order_by(item_files.c.position)
        found: dict[str, list[ItemFile]] = {}
        for row in self._connection.execute(query) if item_ids else ():
            one = ItemFile(row.sha256, row.size, row.name, row.kind, row.verified)
            found.setdefault(row.item_id, []).append(one)
        return found


class Stock:
    """Which bytes are in the blob folder."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection

    def one(self, sha256: str) -> Stored | None:
        """Give what is known of stored bytes."""
        return self.several((sha256,)).get(sha256)

    def several(self, hashes: Collection[str]) -> dict[str, Stored]:
        """Give what is known of those bytes that are here, by their hashes."""
        found = self._connection.execute(select(blobs).where(blobs.c.sha256.in_(hashes))) if hashes else ()
        return {row.sha256: Stored(row.sha256, row.size, row.container) for row in found}

    def is_of_an_alert(self, sha256: str) -> bool:
        """Tell whether these bytes were shown as those of an alert."""
        shown = (item_files.c.sha256 == sha256) & item_files.c.verified
        return self._connection.execute(select(item_files.c.item_id).where(shown).limit(1)).first() is not None

    def add(self, stored: Stored, now: datetime) -> None:
        """Note that these bytes are here; a second time changes nothing."""
        if self.one(stored.sha256) is None:
            row = {"sha256": stored.sha256, "size": stored.size, "container": stored.container}
            self._connection.execute(blobs.insert().values(stored_at=now, **row))
