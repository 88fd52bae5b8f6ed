"""TCP's fast open (RFC 7413), where the system has it: the first bytes of a later connection go with its greeting.

What goes with a greeting may arrive twice, so it is never anything but TLS's own greeting. Where a line or the centre
does not take it, the system repeats the greeting without it; a first connection is always made in the usual way.
"""

from __future__ import annotations

import contextlib
import socket
import sys
from collections.abc import Iterable
from functools import cache
from typing import Any, Final

OPTION: Final = 30
"""Linux's ``TCP_FASTOPEN_CONNECT``, for which Python has no name: to connect sends nothing before the first bytes."""

Option = tuple[int, int, int | bytes]


class PutOff(socket.socket):
    """A socket that is not connected yet; whoever wraps it in TLS connects it with ``there``."""

    there: tuple[Any, ...] = ()


class FastOpen:
    """Where the centre was reached before: only there may a connection be put off until its first bytes."""

    def __init__(self, *, allowed: bool) -> None:
        """Know no place yet; ``allowed``: no proxy stands before the centre, to which something else is said first."""
        self.possible = allowed and possible()
        self._there: tuple[int, tuple[Any, ...]] | None = None

    def reached(self, connected: socket.socket) -> bool:
        """Remember where a connection leads that was proved to be the centre's; tell whether it was known."""
        known = self._there
        if self.possible:
            with contextlib.suppress(OSError):
                self._there = int(connected.family), connected.getpeername()
        return known is not None

    def forget(self) -> None:
        """Ask for the centre's address anew: the one that was known led nowhere."""
        self._there = None

    def socket(self, options: Iterable[Option], timeout: float | None) -> PutOff | None:
        """Give a socket that its first bytes will connect; None where the centre was not reached before."""
        known = self._there
        if known is None:
            return None
        made = PutOff(known[0], socket.SOCK_STREAM)
        try:
            for option in (*options, (socket.IPPROTO_TCP, OPTION, 1)):
                made.setsockopt(*option)
        except OSError:
            made.close()
            return None
        made.settimeout(timeout)
        made.there = known[1]
        return made


@cache
def possible() -> bool:
    """Tell whether this system puts connections off."""
    if sys.platform != "linux":
        return False
    with socket.socket() as tried:
        try:
            tried.setsockopt(socket.IPPROTO_TCP, OPTION, 1)
        except OSError:
            return False
    return True
