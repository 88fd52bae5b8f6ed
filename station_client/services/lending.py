"""Attachments that another program of this PC opens: lent in clear with a trace, and taken back at the next lock."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from station_client.domain.attachment import LENT, Inspection, Kind, harmless_name, lent_name, why_not_lent
from station_client.domain.ids import Sha256
from station_client.domain.reasons import Reason
from station_client.errors import NotInCopyError, NotLentError, NotSignedInError
from station_client.events import Bus, Event, SessionChanged
from station_client.services.audit import Audit
from station_client.services.deeds import Deed
from station_client.services.presence import Presence
from station_client.store.lent import LentFiles

Judge = Callable[[Sha256, str], Inspection | None]


class Lending:
    """Lends what this program cannot show, and first looks at it."""

    def __init__(self, presence: Presence, audit: Audit, bus: Bus, lent: LentFiles, judge: Judge) -> None:
        """Read as whoever is signed in; what the bus tells of them decides when everything is taken back."""
        self._judge = judge
        self._presence = presence
        self._audit = audit
        self._lent = lent
        bus.listen(self._heard)

    def lend(self, sha256: Sha256, name: str, kind: Kind) -> Path:
        """Give a copy in clear that another program may read until it is taken back; leaves a trace before that.

        The bytes must be on this PC, and be sound and of that kind: else ``NotLentError`` says why. Takes as long as an
        inspection. Raises ``NotInCopyError``, ``NotSignedInError``, ``DiskFullError``, ``ProfileUnwritableError``,
        ``StoreDamagedError``.
        """
        if kind not in LENT:
            raise NotLentError(harmless_name(name), Reason.KIND)
        with self._presence.at_work() as opened:
            found = self._judge(sha256, name)
            if found is None:
                raise NotInCopyError("file")
            if reason := why_not_lent(found, kind):
                raise NotLentError(harmless_name(name), reason)
            with opened.stores.blobs.open(sha256) as source:
                self._audit.record(Deed.FILE_LENT, sha256)
                path = self._lent.lend(source, lent_name(name, kind))
            if self._presence.current() is None:  # locked while it was copied: what was out then is taken back already
                self._lent.take_back()
                raise NotSignedInError
            return path

    def take_back(self) -> None:
        """Remove what was lent, as whenever somebody comes, locks or goes; what is held open goes the next time."""
        self._lent.take_back()

    def _heard(self, event: Event) -> None:
        if isinstance(event, SessionChanged):
            self.take_back()
