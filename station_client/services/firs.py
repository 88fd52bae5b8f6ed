"""Finding and opening a FIR by its number."""

from __future__ import annotations

from dataclasses import replace

from station_client.domain import fir_number
from station_client.domain.fir import Fir
from station_client.domain.fir_number import FirNumber
from station_client.domain.reasons import Field, Reason
from station_client.domain.redaction import PaperFir, redacted
from station_client.errors import InputError, NotInCopyError
from station_client.ports import SyncControl
from station_client.services.audit import Audit
from station_client.services.deeds import Deed
from station_client.services.presence import Presence


class Firs:
    """The FIRs of this PC's copy."""

    def __init__(self, presence: Presence, audit: Audit, sync: SyncControl) -> None:
        """Read as whoever is signed in."""
        self._presence = presence
        self._audit = audit
        self._sync = sync

    def parse(self, text: str) -> FirNumber:
        """Read a FIR number in any form. Raises ``InputError``."""
        number = fir_number.parse(text)
        if number is None:
            raise InputError(Field.FIR, Reason.FIR_FORM)
        return number

    def candidates(self, text: str) -> tuple[Fir, ...]:
        """Give every FIR that the typed number may mean, the own station's first.

        The short form is not unique without its station. Raises ``InputError``.
        """
        number = self.parse(text)
        firs = self._presence.stores().replica.firs
        if number.station:
            return firs.by_short(number.shown, number.station)
        own = self._presence.officer().office.code
        return tuple(sorted(firs.by_short(number.shown), key=lambda one: (one.station_code != own, one.key)))

    def one(self, key: str) -> Fir:
        """Open a FIR by its key; that it was opened leaves a trace. Raises ``NotInCopyError``."""
        fir = self._held(key)
        self._audit.record(Deed.FIR_OPENED, key)
        return fir

    def again(self, key: str) -> Fir:
        """Give a FIR that is open already as the copy holds it now. Raises ``NotInCopyError``."""
        return self._held(key)

    def for_paper(self, key: str) -> PaperFir:
        """Give a FIR as it may be printed or saved, masked, and note that it is: no paper without its trace.

        Raises ``NotInCopyError``, and where the trace cannot be kept.
        """
        fir = redacted(self._held(key))
        self._audit.record(Deed.FIR_EXPORTED, key)
        return fir

    def want(self, key: str) -> None:
        """Ask the centre for a FIR that the copy does not hold: at once where there is a line, else at the next sync.

        Raises ``InputError`` for what is no FIR's key.
        """
        number = self.parse(key)
        if not number.station:
            raise InputError(Field.FIR, Reason.FIR_FORM)
        self._presence.stores().desk.wanted.add(number.key, self._presence.officer().login)
        self._audit.record(Deed.FIR_WANTED, number.key)
        self._sync.sync_now()

    def wanted(self, key: str) -> str | None:
        """Say what became of asking for a FIR: None if nobody asked, empty while it waits, else the refusal's code."""
        wish = self._presence.stores().desk.wanted.one(key)
        return None if wish is None else wish.answer

    def station(self, key: str) -> str:
        """Name a FIR's station, also where the copy has only its number; empty where the directory does not have it."""
        number = fir_number.parse(key)
        office = self._presence.stores().replica.directory.office(number.station) if number else None
        return office.name if office is not None else ""

    def _held(self, key: str) -> Fir:
        replica = self._presence.stores().replica
        fir = replica.firs.one(key)
        if fir is None:
            raise NotInCopyError("FIR")
        state = next((one for one in replica.directory.states() if one.code == fir.state_code), None)
        return replace(fir, integrated=state.integrated if state is not None else None)
