"""How many wrong passwords are borne: waits that grow, a picture to read, and a code where an officer has one.

A try is counted before it is made, in the database, so that a hundred at once over several processes are no more than a
hundred in a row. An address from which many logins failed is asked to read a picture too; it is never shut out, for a
whole district may come from one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from central import one_time
from central.errors import Refused
from central.floods import notes
from central.one_time import Verdict
from central.puzzles import Puzzles
from central.request import address, counted_as
from central.settings import Settings
from central.store.door import Pending
from central.store.officers import Failures
from central.store.unit import Store, Unit
from station_client.clock import Clock
from sync.protocol.codes import Code

FREE_TRIES = 5
FIRST_DELAY = 30
LONGEST_DELAY = 15 * 60
ADDRESS_FOR = timedelta(minutes=15)
_OF_ADDRESS = "\x1f"  # no login has such a sign


@dataclass(frozen=True, slots=True)
class Proof:
    """What an officer gives beside the password; empty where nothing was asked."""

    challenge: str = ""
    answer: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Try:
    """A try that was counted: what is kept of the password, the count with it, the picture that was read for it."""

    kept: str | None
    counted: Failures
    read: Pending | None = None


class Tries:
    """Counts tries and asks for more than the password."""

    def __init__(self, store: Store, settings: Settings, clock: Clock) -> None:
        """Count in ``store``."""
        self._store = store
        self._settings = settings
        self._clock = clock
        self.puzzles = Puzzles(store, clock)
        self._notes = notes()

    def take(self, login: str, place: str, proof: Proof) -> Try:
        """Count a try before it is made. Raises ``Refused`` where it must wait or a picture must be read first."""
        now = self._clock.now()
        self._bear(login, place, proof, now)
        with self._store.write() as unit:
            before = unit.officers.failures(login)
            waits = _seconds_until(before.until, now)
            wanted = not waits and self._wants_picture(unit, before, now)
            read = self.puzzles.passed(unit, login, proof.challenge, proof.answer) if wanted else None
            if not waits and (read or not wanted):
                counted = _counted(before.tries + 1, now)
                unit.officers.put_failures(login, counted, now)
                return Try(unit.officers.kept_password(login), counted, read)
            act = _act(waits, proof)
            unit.trail.add(now, login=login, machine_id=place, act=act, subject=address.get())
        raise _no(waits)

    def _bear(self, login: str, place: str, proof: Proof, now: datetime) -> None:
        """Refuse what is no try, by looking alone: whoever knocks on and on takes nobody's turn to write.

        A picture that was drawn is judged where it is forgotten with it.
        """
        with self._store.read() as unit:
            before = unit.officers.failures(login)
            waits = _seconds_until(before.until, now)
            wanted = not waits and self._wants_picture(unit, before, now)
            drawn = wanted and unit.challenges.is_drawn(proof.challenge)
        if (waits or wanted) and not drawn:
            here = address.get()
            if not self._notes.wait(counted_as(here) or login, self._clock.monotonic()):
                with self._store.write() as unit:
                    unit.trail.add(now, login=login, machine_id=place, act=_act(waits, proof), subject=here)
            raise _no(waits)

    def failed(self, login: str, place: str, why: str = "") -> None:
        """Note a try that failed, for its address too."""
        now, here = self._clock.now(), address.get()
        with self._store.write() as unit:
            if here:
                before, name = self._of_address(unit, now), _OF_ADDRESS + counted_as(here)
                unit.officers.put_failures(name, Failures(before.tries + 1, now + ADDRESS_FOR), now)
            unit.trail.add(now, login=login, machine_id=place, act="sign-in-refused", subject=why or here)

    def give_back(self, login: str, tried: Try) -> None:
        """Undo the count of a try that nobody could judge."""
        with self._store.write() as unit:
            self._undo(unit, login, tried)

    def code_judged(self, unit: Unit, login: str, proof: Proof, tried: Try) -> Verdict:
        """Judge the code of one whose password was right; where it is still to come, the try does not count."""
        verdict = one_time.judge(unit, login, proof.code, self._clock.now())
        if verdict is Verdict.MISSING:
            self._undo(unit, login, tried)
        return verdict

    def _undo(self, unit: Unit, login: str, tried: Try) -> None:
        now, found = self._clock.now(), unit.officers.failures(login)
        unit.officers.put_failures(login, _without_one(found, tried.counted, now), now)
        if tried.read is not None:
            unit.challenges.put(tried.read)  # it was read for this sign-in, which is not over

    def forget(self, unit: Unit, login: str) -> None:
        """Begin to count anew: the officer came in, or State IT says so."""
        unit.officers.put_failures(login, Failures(), self._clock.now())

    def _wants_picture(self, unit: Unit, before: Failures, now: datetime) -> bool:
        own, theirs = self._settings.captcha_after, self._settings.captcha_after_address
        return 0 < own <= before.tries or 0 < theirs <= self._of_address(unit, now).tries

    def _of_address(self, unit: Unit, now: datetime) -> Failures:
        """Give what failed from this address of late."""
        here = counted_as(address.get())
        found = unit.officers.failures(_OF_ADDRESS + here) if here else Failures()
        return found if found.until is not None and found.until > now else Failures()


def _act(waits: int, proof: Proof) -> str:
    return "locked-out" if waits else "picture-wrong" if proof.challenge else "picture-wanted"


def _no(waits: int) -> Refused:
    if waits:
        return Refused(Code.LOCKED_OUT, "too many wrong passwords", waits)
    return Refused(Code.CHALLENGE, "a picture must be read first")


def delay_after(tries: int) -> int:
    """Give the seconds to wait after so many wrong passwords in a row: none, then 30, 60, 120 … 900."""
    return 0 if tries < FREE_TRIES else min(FIRST_DELAY * 2 ** min(tries - FREE_TRIES, 16), LONGEST_DELAY)


def _without_one(found: Failures, counted: Failures, now: datetime) -> Failures:
    """Take one try off what is counted by now; the wait for others that were counted since stands."""
    tries = max(found.tries - 1, 0)
    if found == counted:
        return Failures(tries)  # nothing came between, and the wait before it was over when it was taken
    return _counted(tries, now)


def _counted(tries: int, now: datetime) -> Failures:
    """Give a count of tries with the wait that it brings from now on."""
    delay = delay_after(tries)
    return Failures(tries, now + timedelta(seconds=delay) if delay else None)


def _seconds_until(until: datetime | None, now: datetime) -> int:
    return 0 if until is None or until <= now else math.ceil((until - now).total_seconds())
