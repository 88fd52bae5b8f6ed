"""The line that a trial runs on: emulated packet by packet where this PC lets us, else a proxy, which is said."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any, Final, Protocol

from benchmarks.sync import namespaces
from benchmarks.sync.namespaces import CENTRE, STATION, Namespaces
from benchmarks.sync.packets import Line
from benchmarks.sync.proxy import LOOPBACK, Proxies
from benchmarks.sync.relay import DOWN, UP, Cut, Relay, Story

Facts = dict[str, Any]


class Link(Protocol):
    """A line between the station's PC and the centre, each in a place where programs can be started."""

    kind: str
    address: str

    def station(self, words: Sequence[str]) -> list[str]:
        """Give the command that runs a program at the station."""

    def centre(self, words: Sequence[str]) -> list[str]:
        """Give the command that runs a program at the centre."""

    def port(self, listening: int) -> int:
        """Give the port at which the station finds what listens at the centre."""

    def shape(self, line: Line | None, seed: int = 0, cut: Cut | None = None) -> None:
        """Give the line a quality (None: all at once), count anew, and plan a cut."""

    def counted(self) -> Facts:
        """Give what was carried each way since the line was shaped."""

    def story(self) -> Story:
        """Give what became of the cut."""

    def close(self) -> None:
        """Take the line away."""


class BadLink:
    """Kernel TCP at both ends, cubic, between two namespaces."""

    kind = "two network namespaces, packet by packet, kernel TCP with cubic at both ends"
    address = CENTRE

    def __init__(self) -> None:
        """Make the namespaces and begin to carry."""
        self._places = Namespaces()
        try:
            assert self._places.tuns is not None
            self._relay = Relay(*self._places.tuns, STATION, self._places.renumber)
        except BaseException:
            self._places.close()
            raise

    def station(self, words: Sequence[str]) -> list[str]:
        """Give the command that runs a program at the station."""
        return ["ip", "netns", "exec", self._places.station, *words]

    def centre(self, words: Sequence[str]) -> list[str]:
        """Give the command that runs a program at the centre."""
        return ["ip", "netns", "exec", self._places.centre, *words]

    def port(self, listening: int) -> int:
        """Give the port itself: packets know the way."""
        return listening

    def shape(self, line: Line | None, seed: int = 0, cut: Cut | None = None) -> None:
        """Give the line a quality (None: all at once), count anew, and plan a cut."""
        self._places.number_as_before()
        self._relay.shape(line, seed, cut, STATION)

    def counted(self) -> Facts:
        """Give what was carried each way since the line was shaped."""
        return {way: asdict(self._relay.ways[way].counted) for way in (UP, DOWN)}

    def story(self) -> Story:
        """Give what became of the cut."""
        return self._relay.story

    def close(self) -> None:
        """Stop carrying and remove the namespaces."""
        try:
            self._relay.close()
        finally:
            self._places.close()


class ProxyLink:
    """Everything on the loopback address, with a proxy between: no loss, and TCP itself never notices the line."""

    kind = "a TCP proxy on the loopback address: rate, delay and cuts; NO loss, and no kernel TCP on a bad line"
    address = LOOPBACK

    def __init__(self) -> None:
        """Begin with no port carried."""
        self._proxies = Proxies()

    def station(self, words: Sequence[str]) -> list[str]:
        """Give the command as it is."""
        return list(words)

    def centre(self, words: Sequence[str]) -> list[str]:
        """Give the command as it is."""
        return list(words)

    def port(self, listening: int) -> int:
        """Give the proxy's port for a listening one."""
        return self._proxies.port(listening)

    def shape(self, line: Line | None, seed: int = 0, cut: Cut | None = None) -> None:
        """Give the line a quality; the seed would decide about loss, and there is none."""
        del seed
        self._proxies.shape(line, cut)

    def counted(self) -> Facts:
        """Give what was carried each way since the line was shaped."""
        return {way: asdict(counted) for way, counted in self._proxies.counted.items()}

    def story(self) -> Story:
        """Give what became of the cut."""
        return self._proxies.story

    def close(self) -> None:
        """Stop carrying."""
        self._proxies.close()


class Loopback(ProxyLink):
    """Nothing between: what the programs themselves can do, with no relay that takes a part of the processors."""

    kind = "none: the loopback address"

    def port(self, listening: int) -> int:
        """Give the port itself."""
        return listening


_EMULATED: Final[Callable[[], Link]] = BadLink


def open_link(*, rootless: bool = False) -> contextlib.closing[Link]:
    """Open the best line that this PC allows."""
    return contextlib.closing(ProxyLink() if rootless or not namespaces.possible() else _EMULATED())
