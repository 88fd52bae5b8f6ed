"""Messages that officers here wrote, and what the centre tells of each recipient."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update

from station_client.domain.ids import ItemId, Sha256
from station_client.domain.message import STILL_OURS, Message, MessageState
from station_client.domain.reasons import Field, Reason
from station_client.domain.sms import Template
from station_client.errors import InputError, NotInCopyError
from station_client.store.database import Database
from station_client.store.desk.audit import AuditTrail, Trace
from station_client.store.desk.begun import forget_begun
from station_client.store.desk.settings import DeskSettings
from station_client.store.desk.tables import messages
from station_client.store.forms import from_json, to_json

TEMPLATES = "sms-templates"
TEMPLATES_VERSION = "sms-templates-version"
CURSOR = "messages-cursor"


@dataclass(frozen=True, slots=True)
class _Listed:
    templates: tuple[Template, ...]


class Messages:
    """Keep messages until the centre has them, and after."""

    def __init__(self, database: Database, audit: AuditTrail) -> None:
        """Stand on the desk's file and its audit trail."""
        self._database = database
        self._audit = audit
        self._settings = DeskSettings(database)

    def add(self, message: Message, trace: Trace | None = None) -> None:
        """Queue a message with the trace of it, in one transaction; what its author had begun has become it."""
        with self._database.write() as connection:
            kept = {"message_id": message.message_id, "state": message.state.value, "body": to_json(message)}
            connection.execute(insert(messages).values(**kept))
            forget_begun(connection, message.author, message.channel)
            self._audit.add(connection, trace)

    def all(self) -> tuple[Message, ...]:
        """List every message in the order of queueing."""
        with self._database.read() as connection:
            bodies = connection.execute(select(messages.c.body).order_by(messages.c.place)).scalars()
            return tuple(from_json(body, Message) for body in bodies)

    def one(self, message_id: ItemId) -> Message | None:
        """Give one message, or None where there is none."""
        with self._database.read() as connection:
            found = select(messages.c.body).where(messages.c.message_id == message_id)
            body = connection.execute(found).scalar_one_or_none()
        return None if body is None else from_json(body, Message)

    def update(self, message: Message, *, expected: Collection[MessageState], trace: Trace | None = None) -> bool:
        """Keep where a message stands, with the trace of a deed, only where it still stands as ``expected``."""
        with self._database.write() as connection:
            found = select(messages.c.state).where(messages.c.message_id == message.message_id)
            if connection.execute(found).scalar_one_or_none() not in expected:
                return False
            kept = {"state": message.state.value, "body": to_json(message)}
            connection.execute(update(messages).where(messages.c.message_id == message.message_id).values(**kept))
            self._audit.add(connection, trace)
        return True

    def remove(self, message_id: ItemId, trace: Trace | None = None) -> None:
        """Take out a message that never left, or that was refused. Raises ``InputError``, ``NotInCopyError``."""
        with self._database.write() as connection:
            found = select(messages.c.state).where(messages.c.message_id == message_id)
            state = connection.execute(found).scalar_one_or_none()
            if state is None:
                raise NotInCopyError("no such message")
            if state not in STILL_OURS:
                raise InputError(Field.RECIPIENTS, Reason.ALREADY_SENT)
            connection.execute(delete(messages).where(messages.c.message_id == message_id))
            self._audit.add(connection, trace)

    def files(self) -> frozenset[Sha256]:
        """Name every file of every message."""
        return frozenset(one.sha256 for message in self.all() for one in message.files)

    @property
    def templates(self) -> tuple[Template, ...]:
        """Give the registered texts as the centre last listed them."""
        listed = self._settings.get(TEMPLATES)
        return from_json(listed.encode(), _Listed).templates if listed else ()

    def put_templates(self, templates: tuple[Template, ...], version: int) -> None:
        """Keep the list, and which one it is."""
        self._settings.put(TEMPLATES, to_json(_Listed(templates)).decode())
        self._settings.put(TEMPLATES_VERSION, str(version))
