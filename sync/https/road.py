"""The road to one centre, or to the proxy before it, tried step by step: its name, a way, a connection."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Final

from station_client.errors import NameUnknownError, NoAnswerError, NoWayError
from sync.https.cutter import source_of

Address = tuple[str, int]
ANYWHERE: Final = (("192.0.2.1", 9), ("2001:db8::1", 9))
"""Addresses of nobody (RFC 5737, RFC 3849): whether a way leads out at all. Nothing is sent to them."""


class Road:
    """Where connections go; the name is looked for once. ``last``: the numbers of whoever was last connected with."""

    def __init__(self, there: Address, *, proxied: bool, last: Callable[[], Address | None], seconds: float) -> None:
        """``there`` is the centre, or the proxy where it is ``proxied``; ``seconds`` are for ``reach`` as a whole."""
        self.proxied = proxied
        self._there = there
        self._last = last
        self._seconds = seconds
        self._found: tuple[Address, ...] | None = None
        self._unknown = ""

    def find(self) -> str:
        """Find out where the centre, or the proxy before it, is. Raises ``NameUnknownError``."""
        for number, _ in self._numbers():
            return number
        raise NameUnknownError(self._unknown)

    def way(self) -> str:
        """Give this PC's address on the way; empty where none can be looked for, since nobody knows where it leads.

        Sends nothing. Raises ``NoWayError``.
        """
        numbers = self._numbers()
        there = numbers or tuple(filter(None, (self._last(),)))
        source = next(filter(None, (source_of(*one) for one in there or ANYWHERE)), "")
        if not source:
            raise NoWayError("to the centre" if there else "out of this PC's network")
        return source if numbers else ""

    def reach(self) -> bool:
        """Connect once; False where its machine is there and takes no connection. Raises ``NoAnswerError``.

        Where it has several numbers, those to which a way leads share the seconds.
        """
        numbers = [one for one in self._numbers() if source_of(*one)]
        refused, silent = False, self._unknown
        for one in numbers:
            try:
                socket.create_connection(one, timeout=self._seconds / len(numbers)).close()
            except ConnectionRefusedError:
                refused = True
            except OSError as wrong:
                silent = type(wrong).__name__
            else:
                return True
        if not refused:
            raise NoAnswerError(silent)
        return False

    def _numbers(self) -> tuple[Address, ...]:
        """Give the numbers behind the name; none where it is not known."""
        if self._found is None:
            try:
                found = socket.getaddrinfo(*self._there, type=socket.SOCK_STREAM)
            except OSError as wrong:
                self._found, self._unknown = (), type(wrong).__name__
            else:
                self._found = tuple((str(one[4][0]), self._there[1]) for one in found)
        return self._found
