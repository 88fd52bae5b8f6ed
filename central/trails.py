"""The audit trails of the stations' PCs, kept for each machine and proved as they come.

A trail that is not the one that is held here is refused by name and noted in the centre's own trail, for State IT;
nothing that was taken is ever changed or removed. The machine may then hand its trail over anew, as the next strand.
"""

from __future__ import annotations

from itertools import pairwise

from central.errors import Refused
from central.rights import Actor
from central.store.station_trails import Held
from central.store.unit import Store, Unit
from station_client.clock import Clock
from sync.protocol.codes import Code
from sync.protocol.trail import TrailAnswer, TrailBatch, TrailEntry, link


class DiffersError(Exception):
    """The entry of this number is not chained to what is held."""

    def __init__(self, number: int) -> None:
        """Name the entry."""
        super().__init__(f"entry {number}")
        self.number = number


class Trails:
    """Takes what the stations' PCs say that was done on them."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Keep the trails in ``store``."""
        self._store = store
        self._clock = clock

    def take(self, actor: Actor, batch: TrailBatch) -> TrailAnswer:
        """Keep what is new of a batch and say how far the machine's trail is held; a repeat changes nothing."""
        try:
            prove(batch)
            with self._store.write() as unit:
                held = self._add(unit, actor, batch)
                if batch.standing is not None:
                    unit.standings.tell(actor.machine_id, batch.standing, self._clock.now())
                withdrawn = unit.station_trails.withdrawn_from(actor.machine_id, actor.office_code)
        except DiffersError as wrong:
            self._note(actor, "station-trail-differs", f"strand {batch.strand}, entry {wrong.number}")
            detail = f"strand {batch.strand}: entry {wrong.number} is not chained to what is held"
            raise Refused(Code.TRAIL_DIFFERS, detail) from wrong
        return TrailAnswer(strand=batch.strand, held=held, server_time=self._clock.now(), withdrawn=withdrawn)

    def _add(self, unit: Unit, actor: Actor, batch: TrailBatch) -> int:
        trails, machine_id = unit.station_trails, actor.machine_id
        if batch.strand < trails.strand(machine_id):
            raise DiffersError(batch.after + 1)
        end = trails.end(machine_id, batch.strand)
        if batch.after > end.number:
            return end.number
        if batch.after and trails.chain(machine_id, batch.strand, batch.after) != batch.before:
            raise DiffersError(batch.after)
        for one in batch.entries:
            if one.number <= end.number and trails.chain(machine_id, batch.strand, one.number) != one.chain:
                raise DiffersError(one.number)
        fresh = [one for one in batch.entries if one.number > end.number]
        if not fresh:
            return end.number
        if before(batch, fresh[0]) != end.chain:
            raise DiffersError(fresh[0].number)
        now = self._clock.now()
        for gap in gaps(end, fresh):  # the PC leaves a number out where its own trail was meddled with
            act = "station-trail-gap"
            unit.trail.add(now, login=actor.login, machine_id=machine_id, act=act, subject=f"before entry {gap}")
        trails.add(machine_id, batch.strand, fresh, now)
        return fresh[-1].number

    def _note(self, actor: Actor, act: str, subject: str) -> None:
        with self._store.write() as unit:
            unit.trail.add(self._clock.now(), login=actor.login, machine_id=actor.machine_id, act=act, subject=subject)


def prove(batch: TrailBatch) -> None:
    """Prove that a batch is one row in itself. Raises ``DiffersError``."""
    number, chain = batch.after, batch.before
    if not number and chain:
        raise DiffersError(0)
    for one in batch.entries:
        if one.number <= number or link(chain, one) != one.chain:
            raise DiffersError(one.number)
        number, chain = one.number, one.chain


def before(batch: TrailBatch, entry: TrailEntry) -> str:
    """Give the chain of what stands before an entry of the batch."""
    place = batch.entries.index(entry)
    return batch.entries[place - 1].chain if place else batch.before


def gaps(end: Held, fresh: list[TrailEntry]) -> list[int]:
    """Name the entries before which a number was left out."""
    numbers = [end.number, *(one.number for one in fresh)]
    return [here for last, here in pairwise(numbers) if here != last + 1]
