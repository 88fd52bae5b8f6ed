"""After five wrong passwords: wait, and each time longer.

Waits are counted by the seconds since the PC started (``boot_moment``), which nobody can set: neither a clock set
forward nor one set back shortens them. A restart of the program changes nothing; after a restart of the PC the
wait begins again. Names are kept as keyed hashes, so that the file tells nobody who works here.

Each wrong password is also noted with its moment until somebody who can open the desk puts it into the audit trail.
"""

from __future__ import annotations

import json
import math
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from station_client.clock import moment_of
from station_client.domain.ids import Login
from station_client.errors import LockedOutError
from station_client.security import cipher
from station_client.security.durable import replace_file

FILE_NAME = "lockout.json"
FREE_TRIES = 5
FIRST_WAIT = 30
LONGEST_WAIT = 3600

MOST_NOTED = 200

_SALT_BYTES = 16
_Noted = tuple[str, str]  # the name's hash, and when by the clock on the wall


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong passwords in a row; ``at`` is the last one's moment (seconds since the start), ``wait`` what it cost."""

    wrong: int = 0
    at: float = 0.0
    wait: int = 0


def boot_moment(seconds: float) -> datetime:
    """Turn the seconds since the PC started into a moment that no setting of its clock moves."""
    return moment_of(seconds)


def after_wrong(tries: Tries, now: float) -> Tries:
    """Count one more wrong password; from the fifth on the wait doubles."""
    wrong = tries.wrong + 1
    over = wrong - FREE_TRIES
    wait = 0 if over < 0 else min(FIRST_WAIT * 2 ** min(over, 12), LONGEST_WAIT)
    return Tries(wrong=wrong, at=now, wait=wait)


def anchored(tries: Tries, now: float) -> Tries:
    """Begin the wait again where fewer seconds have passed now than when it began: the PC was started anew."""
    return replace(tries, at=now) if now < tries.at else tries


def seconds_left(tries: Tries, now: float) -> int:
    """Say how long to wait until the next try is taken; 0 for not at all."""
    return max(0, math.ceil(anchored(tries, now).at + tries.wait - now))


class Lockout:
    """The count of wrong passwords for each officer of one data folder."""

    def __init__(self, folder: Path) -> None:
        """Read the counts of ``folder``; a file that cannot be read counts as none."""
        self._path = folder / FILE_NAME
        self._changing = threading.RLock()
        self._turns: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._salt, self._tries, self._noted = _read(self._path)

    @contextmanager
    def turn(self, login: Login) -> Iterator[None]:
        """Let one try of an officer's password at a time be checked and counted: many at once are not one."""
        with self._changing:
            turn = self._turns[self._name(login)]
        with turn:
            yield

    def check(self, login: Login, now: datetime) -> None:
        """Let a try pass, or raise ``LockedOutError`` with the seconds to wait."""
        name, moment = self._name(login), now.timestamp()
        with self._changing:
            tries = self._tries.get(name, Tries())
            if (moved := anchored(tries, moment)) != tries:
                self._keep(name, moved)
        if left := seconds_left(tries, moment):
            raise LockedOutError(left)

    def wrong(self, login: Login, now: datetime, at: datetime) -> int:
        """Count a wrong password and note when it was, ``at``; both are on the disk when this returns.

        Gives the seconds to wait before the next try, 0 for none.
        """
        name = self._name(login)
        with self._changing:
            self._noted = (*self._noted, (name, at.isoformat()))[-MOST_NOTED:]
            tries = after_wrong(self._tries.get(name, Tries()), now.timestamp())
            self._keep(name, tries)
        return tries.wait

    def right(self, login: Login) -> None:
        """Forget the wrong ones after a right one."""
        with self._changing:
            if self._tries.pop(self._name(login), None) is not None:
                self._write()

    def noted(self, logins: Iterable[Login]) -> tuple[tuple[Login, datetime], ...]:
        """Give the wrong passwords of these officers that no trail has yet, in their order."""
        named = {self._name(one): one for one in logins}
        with self._changing:
            return tuple((named[name], datetime.fromisoformat(at)) for name, at in self._noted if name in named)

    def told(self, login: Login, at: datetime) -> None:
        """Forget a wrong password that stands in the trail."""
        gone = self._name(login), at.isoformat()
        with self._changing:
            self._noted = tuple(one for one in self._noted if one != gone)
            self._write()

    def _name(self, login: Login) -> str:
        return cipher.mac(self._salt, login.strip().casefold().encode()).hex()

    def _keep(self, name: str, tries: Tries) -> None:
        self._tries[name] = tries
        self._write()

    def _write(self) -> None:
        tries = {name: asdict(one) for name, one in self._tries.items()}
        table = {"salt": self._salt.hex(), "tries": tries, "noted": self._noted}
        replace_file(self._path, json.dumps(table).encode())


def _read(path: Path) -> tuple[bytes, dict[str, Tries], tuple[_Noted, ...]]:
    try:
        table = json.loads(path.read_bytes())
        tries = {
            str(name): Tries(wrong=int(one["wrong"]), at=float(one["at"]), wait=int(one["wait"]))
            for name, one in table["tries"].items()
        }
        noted = tuple((str(name), datetime.fromisoformat(at).isoformat()) for name, at in table.get("noted", ()))
        return bytes.fromhex(table["salt"]), tries, noted
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return cipher.random_bytes(_SALT_BYTES), {}, ()
