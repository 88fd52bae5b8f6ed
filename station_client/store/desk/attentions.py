"""What the officers here have done with each alert: nothing yet, seen it, acknowledged it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from station_client.domain.alert import Attention
from station_client.domain.ids import AlertUid, Login
from station_client.store.database import Database
from station_client.store.desk.tables import attention, moment_text

_AT_ONCE: Final = 500


class Attentions:
    """Remember who saw what."""

    def __init__(self, database: Database) -> None:
        """Stand on the desk's file."""
        self._database = database

    def of(self, uids: Collection[AlertUid]) -> dict[AlertUid, Attention]:
        """Say for each alert what was done with it; NEW where nothing was."""
        done = dict.fromkeys(uids, Attention.NEW)
        names = list(done)
        with self._database.read() as connection:
            for start in range(0, len(names), _AT_ONCE):
                part = names[start : start + _AT_ONCE]
                wanted = select(attention.c.uid, attention.c.attention).where(attention.c.uid.in_(part))
                done.update((AlertUid(uid), Attention(kept)) for uid, kept in connection.execute(wanted))
        return done

    def mark(self, uid: AlertUid, done: Attention, login: Login, at: datetime) -> bool:
        """Remember that an officer saw or acknowledged an alert; give True where that is more than before."""
        order = list(Attention)
        with self._database.write() as connection:
            wanted = select(attention.c.attention).where(attention.c.uid == uid)
            held = Attention(connection.execute(wanted).scalar_one_or_none() or Attention.NEW)
            if order.index(done) <= order.index(held):
                return False
            row = {"attention": done.value, "login": login, "at": moment_text(at)}
            fresh = insert(attention).values(uid=uid, **row)
            connection.execute(fresh.on_conflict_do_update(index_elements=["uid"], set_=row))
        return True
