"""Messages that are being written: kept as they are typed, one of each way for each officer."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.engine import Connection

from station_client.domain.ids import Login, Sha256
from station_client.domain.message import Channel
from station_client.domain.messaging import Sketch
from station_client.store.database import Database
from station_client.store.desk.settings import DeskSettings
from station_client.store.desk.tables import settings
from station_client.store.forms import from_json, to_json

PREFIX = "message-begun:"


class BegunMessages:
    """Keep what stands on the two forms until it is queued or thrown away."""

    def __init__(self, database: Database) -> None:
        """Stand on the desk's file."""
        self._database = database
        self._settings = DeskSettings(database)

    def one(self, login: Login, channel: Channel) -> Sketch:
        """Give what an officer has begun; an empty sketch where there is nothing."""
        kept = self._settings.get(_name(login, channel))
        return from_json(kept.encode(), Sketch) if kept else Sketch(channel)

    def keep(self, login: Login, sketch: Sketch) -> None:
        """Keep it over what was kept before; of an empty one nothing is kept."""
        if not sketch.empty:
            self._settings.put(_name(login, sketch.channel), to_json(sketch).decode())
            return
        with self._database.write() as connection:
            forget_begun(connection, login, sketch.channel)

    def files(self) -> frozenset[Sha256]:
        """Name every file of every message that is being written."""
        with self._database.read() as connection:
            named = settings.c.name.startswith(PREFIX, autoescape=True)
            kept = connection.execute(select(settings.c.value).where(named)).scalars().all()
        return frozenset(file.sha256 for one in kept for file in from_json(one.encode(), Sketch).files)


def forget_begun(connection: Connection, login: Login, channel: Channel) -> None:
    """Take it out within a transaction: it has become a message, or was thrown away."""
    connection.execute(delete(settings).where(settings.c.name == _name(login, channel)))


def _name(login: Login, channel: Channel) -> str:
    return f"{PREFIX}{channel}:{login}"
