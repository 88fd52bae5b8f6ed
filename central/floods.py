"""How much a machine, an officer or an address may ask: generous for a station that catches up, the end of a flood.

Counted in the memory of each process, for so many names and no more: several processes allow several times as much.
What must hold over all of them (wrong passwords, alerts taken in an hour) is counted in the database.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from central.errors import Refused
from central.request import counted_as, is_here
from central.settings import Settings
from station_client.clock import Clock
from sync.protocol.codes import Code

MOST_NAMES = 50_000
AT_ONCE = 30
"""So many seconds' worth may come at once."""
NOTED_A_MINUTE = 30
"""So many refusals of one name are worth a line: the trail must not be flooded either."""
MINUTE = 60
OFFICERS_MACHINES = 2


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float


class Buckets:
    """What is left for each name: ``rate`` a second come back, up to ``most``."""

    def __init__(self, rate: float, most: float) -> None:
        """Begin with everything for everybody; a ``rate`` of 0 never says no."""
        self._rate, self._most = rate, most
        self._names: OrderedDict[str, _Bucket] = OrderedDict()
        self._turn = Lock()

    def wait(self, name: str, now: float, weight: float = 1.0) -> float:
        """Take ``weight`` for a name; give 0, or the seconds after which it would be granted."""
        if not self._rate:
            return 0.0
        with self._turn:
            bucket = self._names.pop(name, None) or _Bucket(self._most, now)
            bucket.left = min(self._most, bucket.left + max(0.0, now - bucket.at) * self._rate)
            bucket.at = now
            self._names[name] = bucket
            if len(self._names) > MOST_NAMES:
                self._names.popitem(last=False)
            if bucket.left >= weight:
                bucket.left -= weight
                return 0.0
            return (weight - bucket.left) / self._rate


def notes() -> Buckets:
    """Begin to count of whom there were lines enough in a minute."""
    return Buckets(NOTED_A_MINUTE / MINUTE, NOTED_A_MINUTE)


class Floods:
    """Says how long whoever asks too much has to wait."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        """Begin with nobody known."""
        self._clock = clock
        each, address = settings.requests_a_second, settings.requests_a_second_of_address
        self._machines = Buckets(each, each * AT_ONCE)
        self._officers = Buckets(each * OFFICERS_MACHINES, each * OFFICERS_MACHINES * AT_ONCE)
        self._addresses = Buckets(address, address * AT_ONCE)
        self._notes = notes()

    def known(self, machine_id: str, login: str, weight: float) -> Refused | None:
        """Judge a request of an officer on a machine."""
        now = self._clock.monotonic()
        for buckets, name, whose in ((self._machines, machine_id, "machine"), (self._officers, login, "officer")):
            wait = buckets.wait(name, now, weight)
            if wait:
                return too_many(f"requests of one {whose}", wait)
        return None

    def stranger(self, address: str) -> Refused | None:
        """Judge a request by where it comes from, before anything of it is read; this machine itself is no stranger."""
        wait = 0.0 if is_here(address) else self._addresses.wait(counted_as(address), self._clock.monotonic())
        return too_many("requests of one address", wait) if wait else None

    def may_note(self, name: str) -> bool:
        """Tell whether one more refusal of this name is worth a line."""
        return not self._notes.wait(name, self._clock.monotonic())


def too_many(what: str, wait: float) -> Refused:
    """Refuse what came too often, to come again after so many seconds."""
    return Refused(Code.BUSY, f"too many {what}", max(1, math.ceil(wait)))
