"""How many alerts an hour bears, of one PC and of one office: a flood is sent away whole, before anything is kept.

What was received is counted in the database, over all processes, and so holds an officer who signs in on ever new PCs.
What was refused is nowhere but in the audit trail, a line for each; it is counted in the memory of each process, of a
PC and of an office too.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from central.errors import Refused
from central.floods import Buckets
from central.request import asker
from central.rights import Actor
from central.settings import Settings
from central.store.unit import Unit
from station_client.clock import Clock
from sync.protocol.codes import Code

HOUR = timedelta(hours=1)
RETRY_SECONDS = 600


class Hourly:
    """Says when a PC or its office handed over more than an hour bears; a limit of 0 is none."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        """Begin with nobody known."""
        self._clock = clock
        self._of_machine, self._of_office = settings.items_an_hour, settings.items_an_hour_of_office
        self._machines, self._offices = _an_hour(self._of_machine), _an_hour(self._of_office)

    def bear(self, unit: Unit, actor: Actor, coming: int, now: datetime) -> None:
        """Let so many items more be judged; a station without a line for months sends fewer. Raises ``Refused``."""
        if not (self._of_machine or self._of_office):
            return
        machine, office = unit.items.received_since(
            now - HOUR, office_code=actor.office_code, machine_id=actor.machine_id
        )
        if self._of_machine and machine + coming > self._of_machine:
            raise _flood("items of one machine in an hour", machine)
        if self._of_office and office + coming > self._of_office:
            raise _flood("items of one office in an hour", office)

    def refuse(self, actor: Actor, count: int) -> None:
        """Let so many items be refused, each with a line. Raises ``Refused`` (*busy*) where there were too many."""
        now = self._clock.monotonic()
        if self._machines.wait(actor.machine_id, now, count):
            raise _flood("refused items of one machine in an hour")
        if self._offices.wait(actor.office_code, now, count):
            raise _flood("refused items of one office in an hour")


def _an_hour(most: int) -> Buckets:
    return Buckets(most / HOUR.total_seconds(), most)


def _flood(what: str, taken: int = 0) -> Refused:
    """Word the no; who asked is known to have made a flood, of which the trail has a line as of every other."""
    no = Refused(Code.BUSY, f"too many {what}", RETRY_SECONDS)
    if (asking := asker.get()) is not None:
        asking.flood = f"{taken} {what}" if taken else no.detail
    return no
