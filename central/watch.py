"""What those who run a centre must know of it: whether it can work now, and figures that foretell when it cannot."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta

from central.errors import Refused
from central.preparation import Preparation, Step
from central.settings import Settings
from central.store.post import Post
from central.store.standings import Which
from central.store.stewardship import Look
from central.store.unit import Store
from station_client.clock import Clock

LEAST_ROOM = 512 * 1024 * 1024

OK, AWAY, LOW, NEWER = "ok", "away", "low", "newer"


@dataclass(frozen=True, slots=True)
class Readiness:
    """Each thing that a centre needs, and how it is: ``ok``, ``away``, ``low``, ``newer``.

    ``preparing``: what is done before it answers.
    ``newer``: another version of the centre has brought the database up; this process goes on answering what it can,
    and whoever balances should send nothing new.
    """

    database: str
    disk: str
    files: str
    preparing: Step | None = None

    @property
    def ready(self) -> bool:
        """Tell whether nothing is wanting."""
        return self.database == self.disk == self.files == OK and self.preparing is None


@dataclass(frozen=True, slots=True)
class Figures:
    """Where the work of a centre stands; ages in seconds."""

    head: int
    pcs: dict[Which, int]
    oldest_outbox: int
    unfinished_items: int
    oldest_unfinished: float
    free_bytes: int
    messages: dict[Post, int]
    oldest_message: float


class Watch:
    """Answers those who run the centre; nothing here is case data."""

    def __init__(self, store: Store, clock: Clock, settings: Settings) -> None:
        """Look into ``store`` and the folder."""
        self._store, self._clock, self._settings = store, clock, settings
        self.preparation = Preparation()

    def readiness(self) -> Readiness:
        """Look whether the centre can take work now."""
        try:
            database = OK if self._store.is_of_this_version() else NEWER
        except Refused:
            database = AWAY
        blobs = self._settings.blobs
        files = OK if os.access(blobs, os.R_OK | os.W_OK | os.X_OK) else AWAY
        return Readiness(database, OK if self._free() >= LEAST_ROOM else LOW, files, self.preparation.step)

    def figures(self) -> Figures:
        """Count where the work stands."""
        now, access_for = self._clock.now(), timedelta(seconds=self._settings.access_seconds)
        with self._store.read() as unit:
            unfinished, since = unit.standings.unfinished()
            waits = unit.post_room.oldest()
            return Figures(
                head=unit.records.head(),
                pcs=unit.standings.counts(Look("", Which.ALL), now, access_for),
                oldest_outbox=unit.standings.oldest_outbox(),
                unfinished_items=unfinished,
                oldest_unfinished=_age(since, now),
                free_bytes=self._free(),
                messages=unit.post_room.counts(Look("", Post.WAITING), now),
                oldest_message=_age(waits, now),
            )

    def _free(self) -> int:
        try:
            return shutil.disk_usage(self._settings.folder).free
        except OSError:
            return 0


def _age(since: datetime | None, now: datetime) -> float:
    return 0.0 if since is None else max((now - since).total_seconds(), 0.0)
