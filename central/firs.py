"""One FIR, for a station that lacks it: the rights are the feed's."""

from __future__ import annotations

from central.errors import Refused
from central.feed import scope_of
from central.rights import Actor
from central.store.unit import Store
from station_client.clock import Clock
from station_client.domain.office import Act
from sync.protocol.codes import Code
from sync.protocol.enquiries import FirAnswer
from sync.protocol.records import FirRecord


class Firs:
    """Gives FIRs to officers who may look, and leaves a trace of each asking."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Read from ``store``."""
        self._store = store
        self._clock = clock

    def one(self, actor: Actor, key: str) -> FirAnswer:
        """Give a FIR: any of the own State's, and one of another State that goes along with an alert.

        Raises ``Refused``: ``not-entitled`` for an officer who may not look, ``not-found`` for a FIR that is not
        there or not for this office, which are not told apart.
        """
        actor.require(Act.VIEW)
        with self._store.read() as unit:
            fir = unit.records.fir_for(key, scope_of(actor))
        now = self._clock.now()
        with self._store.write() as unit:
            act = "fir-fetched" if fir is not None else "fir-not-given"
            unit.trail.add(now, login=actor.login, machine_id=actor.machine_id, act=act, subject=key)
        if not isinstance(fir, FirRecord):
            raise Refused(Code.NOT_FOUND, "no such FIR, or not for this office")
        return FirAnswer(fir=fir, server_time=now)
