"""Attachments that another program of this PC opens: lent in clear with a trace, and taken back at the next lock."""

from __future__ import annotations

from pathlib import Path

from station_client.domain.attachment import LENT, Kind, lent_name
from station_client.domain.ids import Sha256
from station_client.errors import NotInCopyError
from station_client.events import Bus, Event, SessionChanged
from station_client.services.audit import Audit
from station_client.services.deeds import Deed
from station_client.services.presence import Presence
from station_client.store.lent import LentFiles


class Lending:
    """Lends what this program cannot show."""

    def __init__(self, presence: Presence, audit: Audit, bus: Bus, lent: LentFiles) -> None:
        """Read as whoever is signed in; what the bus tells of them decides when everything is taken back."""
        self._presence = presence
        self._audit = audit
        self._lent = lent
        bus.listen(self._heard)

    def lend(self, sha256: Sha256, name: str, kind: Kind) -> Path:
        """Give a copy in clear that another program may read until it is taken back; leaves a trace before that.

        The bytes must be on this PC. Raises ``NotInCopyError``, ``DiskFullError``, ``ProfileUnwritableError``,
        ``StoreDamagedError``.
        """
        blobs = self._presence.stores().blobs
        if kind not in LENT or not blobs.has(sha256):
            raise NotInCopyError("file")
        with blobs.open(sha256) as source:
            self._audit.record(Deed.FILE_LENT, sha256)
            return self._lent.lend(source, lent_name(name, kind))

    def take_back(self) -> None:
        """Remove what was lent, as whenever somebody comes, locks or goes; what is held open goes the next time."""
        self._lent.take_back()

    def _heard(self, event: Event) -> None:
        if isinstance(event, SessionChanged):
            self.take_back()
