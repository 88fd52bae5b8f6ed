"""A station without a face: real encrypted stores and a real engine over any line, for tests of the sync."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from station_client.clock import Clock, SystemClock
from station_client.domain.alert import AttachedFile, Category
from station_client.domain.draft import Draft
from station_client.domain.ids import DraftId, ItemId, Login, MachineId, Sha256, uuid7
from station_client.domain.office import Officer
from station_client.domain.outbox import OutboxItem
from station_client.events import Bus, Event
from station_client.ports import Tokens
from station_client.security.keyslots import VaultKeys
from station_client.store.profile import Profile
from station_client.store.stores import Stores, open_stores
from sync.engine import Engine
from sync.sign_in import CentreSignIn
from sync.transport import Transport
from tests.support.centre import PASSWORD, SI_A

KEY = bytes(range(32))
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\n%%EOF\n"


@dataclass
class Purse:
    """A ``TokenBook`` in memory."""

    held: Tokens | None = None
    officer: Officer | None = None

    def read(self) -> Tokens | None:
        """Give the tokens."""
        return self.held

    def write(self, tokens: Tokens) -> None:
        """Keep fresh tokens."""
        self.held = tokens

    def learn(self, officer: Officer) -> None:
        """Keep the officer."""
        self.officer = officer


@dataclass
class Station:
    """One station: its stores, its engine, what its bus told."""

    folder: Path
    line: Transport
    machine: str = "machine-a"
    key: bytes = KEY
    clock: Clock = field(default_factory=SystemClock)
    purse: Purse = field(default_factory=Purse)
    told: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Open the stores and the engine, signed out."""
        self.stores = self._stores()
        self.bus = Bus()
        self.bus.listen(self.told.append)
        self.engine = Engine(self.line, self.clock, self.bus)

    def sign_in(self, login: str = SI_A) -> None:
        """Sign an officer in online and open the engine for them."""
        door = CentreSignIn(self.line, self.clock, machine_name="PC")
        granted = door.sign_in(login=Login(login), password=PASSWORD, machine_id=MachineId(self.machine))
        self.purse.write(granted.tokens)
        self.open(login)

    def open(self, login: str = SI_A) -> None:
        """Open the engine with the tokens that are kept, with no line."""
        self.engine.open(self.stores, Login(login), MachineId(self.machine), self.purse)

    def restart(self) -> None:
        """End the program without a word and begin it again on the same folder, tokens from the desk."""
        self.engine.close()
        self.stores.close()
        self.__post_init__()

    def write(
        self,
        description: str = "Stolen motor cycle, black, seen near the bus stand.",
        *,
        author: str = SI_A,
        files: tuple[bytes, ...] = (),
        category: Category = Category.SEIZURE,
        fir: str = "0619/2026",
        change: tuple[str, int, str] = ("", 0, ""),
    ) -> ItemId:
        """Submit an alert of ``author`` with PDF files, as the drafts service would.

        ``change``: of which alert it is one, from which version, and the alert's end where it ends.
        """
        now = datetime.now(UTC)
        item_id = ItemId(uuid7(now, os.urandom(10)))
        draft_id = DraftId(str(item_id))
        stored = tuple(self.stores.blobs.put(BytesIO(one), limit=1 << 30) for one in files)
        attached = tuple(AttachedFile(one.sha256, one.size, f"page {n}.pdf", "pdf") for n, one in enumerate(stored, 1))
        self.stores.desk.drafts.save(Draft(draft_id, Login(author), now, now))
        item = OutboxItem(
            item_id=item_id,
            author=Login(author),
            author_shown=author,
            draft_id=draft_id,
            category=category,
            fir_key=f"31682034/{fir[-4:]}/{fir[:4]}" if fir else "",
            fir_shown=fir,
            gd_number="",
            gd_reason="",
            description=description,
            files=attached,
            queued_at=now,
            skew_seconds=0.0,
            edits=change[0],
            base_version=change[1],
            life=change[2],
        )
        self.stores.desk.outbox.submit(item, draft_id)
        self.engine.recount()
        return item_id

    def item(self, item_id: ItemId) -> OutboxItem:
        """Give an item of the outbox."""
        found = self.stores.desk.outbox.one(item_id)
        assert found is not None
        return found

    def read(self, sha256: str) -> bytes:
        """Read a file's plain bytes from the sealed folder."""
        with self.stores.blobs.open(Sha256(sha256)) as file:
            return file.read()

    def close(self) -> None:
        """Let go of everything."""
        self.engine.close()
        self.stores.close()

    def _stores(self) -> Stores:
        keys = VaultKeys(self.key, "vault", MachineId(self.machine), password_only=False)
        return open_stores(Profile(self.folder, least_room=0), keys)


@contextmanager
def station(
    folder: Path, line: Transport, machine: str = "machine-a", *, clock: Clock | None = None, key: bytes = KEY
) -> Iterator[Station]:
    """Open a station and close it at the end."""
    made = Station(folder, line, machine, key, clock=clock or SystemClock())
    try:
        yield made
    finally:
        made.close()


def pdf(words: str, size: int = 0) -> bytes:
    """Make a small PDF that differs by its words, padded to about ``size`` bytes."""
    return PDF + b"%" + words.encode() + b"\n" + b"%" + b"." * size + b"\n%%EOF\n"
