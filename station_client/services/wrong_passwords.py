"""Wrong passwords: each is counted, makes its officer wait after too many, and ends in the audit trail.

So is each wrong passphrase of the State's recovery key: it is counted for the key that this PC's data is sealed to.

The trail lies in the vault, so what was typed before a closed one is noted beside it until somebody opens it.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from station_client.clock import Clock
from station_client.domain.ids import Login
from station_client.errors import LockedOutError, StationError, WrongPasswordError
from station_client.security.lockout import Lockout, boot_moment
from station_client.services.deeds import Deed
from station_client.services.desk_notes import kept_skew
from station_client.store.desk import Desk

_KEY: Final = "recovery-key/"

_log = logging.getLogger(__name__)


@contextlib.contextmanager
def counted(lockout: Lockout, clock: Clock, login: Login, tell: Callable[[], None]) -> Iterator[None]:
    """Let one password of an officer be tried; a wrong one is counted, and ``tell`` is to put it into the trail.

    Raises ``LockedOutError``, also in place of the ``WrongPasswordError`` that makes one wait: the wait is counted down
    at once, not when the next password has been typed in vain.
    """
    with lockout.turn(login):
        now = boot_moment(clock.monotonic())
        lockout.check(login, now)
        try:
            yield
        except WrongPasswordError as guessed:
            wait = lockout.wrong(login, now, clock.now())
            try:
                tell()
            except StationError as wrong:  # it stays noted, and the officer is told what they must know
                _log.warning("a wrong password is not in the trail yet: %s", wrong.code)
            if wait:
                raise LockedOutError(wait) from guessed
            raise
        lockout.right(login)


def tell_trail(lockout: Lockout, desk: Desk, logins: Iterable[Login]) -> None:
    """Put the wrong passwords of these officers and keys into the trail, each once, with the moment it was typed."""
    for login, at in lockout.noted(logins):
        deed = Deed.WRONG_PASSPHRASE if login.startswith(_KEY) else Deed.WRONG_PASSWORD
        desk.audit.append(login, deed, login, at, kept_skew(desk.settings))
        lockout.told(login, at)


def as_recovery(key_id: str) -> Login:
    """Give the name under which the trail knows whoever acts with a recovery key; ``key_id`` is empty for none."""
    return Login(f"{_KEY}{key_id or 'none'}")
