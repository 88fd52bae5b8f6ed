"""The desk: what officers here wrote and nobody else has yet. Never made anew, never deleted by a sync."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from station_client.errors import SecondCopyError
from station_client.store.database import Database
from station_client.store.desk.attentions import Attentions
from station_client.store.desk.audit import AuditTrail
from station_client.store.desk.begun import BegunMessages
from station_client.store.desk.drafts import Drafts
from station_client.store.desk.messages import Messages
from station_client.store.desk.outbox import Outbox
from station_client.store.desk.receipts import Receipts
from station_client.store.desk.settings import DeskSettings
from station_client.store.desk.under_way import UnderWay
from station_client.store.desk.wanted import WantedFirs
from station_client.store.migrate import MIGRATIONS, migrate
from station_client.store.second_copy import SecondCopy


@dataclass(frozen=True, slots=True)
class Desk:
    """The desk, as a bundle of its drawers."""

    drafts: Drafts
    outbox: Outbox
    under_way: UnderWay
    receipts: Receipts
    attention: Attentions
    settings: DeskSettings
    wanted: WantedFirs
    audit: AuditTrail
    messages: Messages
    begun_messages: BegunMessages
    _database: Database = field(repr=False)
    _second: SecondCopy | None = field(default=None, repr=False)

    @property
    def copy_trouble(self) -> SecondCopyError | None:
        """Say what keeps the second copy from being made, or None."""
        return None if self._second is None else self._second.trouble

    def together(self) -> AbstractContextManager[None]:
        """Keep all that this thread writes to the desk inside, or nothing; the disk is waited for once."""
        return self._database.together()

    def copy_now(self) -> None:
        """Bring the second copy up to date at once; ``copy_trouble`` says what came of it."""
        if self._second is not None:
            self._second.attempt(self._database)

    def close(self) -> None:
        """Bring the second copy up to date and let go of the file."""
        try:
            if self._second is not None:
                self._second.end()
        finally:
            self._database.close()


def open_desk(
    path: Path,
    key: bytes,
    *,
    copies: Path,
    changed: Callable[[], None] | None = None,
    second: SecondCopy | None = None,
) -> Desk:
    """Open or make the desk and bring its form up to date, with a copy of the old one in ``copies``.

    ``changed`` is called after each committed change; ``second`` copies the desk after each. Raises ``StoreError``.
    """
    if second is not None:
        changed = second.note
    database = Database(path, key, synchronous="full", changed=changed)
    try:
        migrate(database, MIGRATIONS / "desk", copy_to=copies)
    except BaseException:
        database.close()
        raise
    audit = AuditTrail(database, key)
    if second is not None:
        second.begin(database)
    return Desk(
        drafts=Drafts(database, audit),
        outbox=Outbox(database, audit),
        under_way=UnderWay(database),
        receipts=Receipts(database),
        attention=Attentions(database),
        settings=DeskSettings(database),
        wanted=WantedFirs(database),
        audit=audit,
        messages=Messages(database, audit),
        begun_messages=BegunMessages(database),
        _database=database,
        _second=second,
    )
