"""Is this PC on a network at all? The one door to what the system tells of its network ports; no root is needed.

A cable that is out, and a network that gave no address, are told apart from everything behind them. On Linux the system
says which ports are real; on Windows it does not, and a port of another program's that is always up (of a virtual
machine) can stand before a cable that is out: the route then tells that nothing leads on.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Final

import psutil

from station_client.errors import NoAddressError, NoNetworkError

_log = logging.getLogger(__name__)

_OF_THE_SYSTEM: Final = Path("/sys/class/net")
_DIALLED: Final = "512"
"""Linux's number of a dialled line (``ARPHRD_PPP``), which has no card under it."""


@dataclass(frozen=True, slots=True)
class Port:
    """One network port: whether something is at the other end, its addresses, and whether it is more than a program's.

    ``real`` is None where the system does not tell.
    """

    name: str
    running: bool
    addresses: tuple[str, ...] = ()
    real: bool | None = None

    @property
    def inside(self) -> bool:
        """Tell whether it leads nowhere but to this PC itself."""
        return bool(self.addresses) and all(ip_address(one).is_loopback for one in self.addresses)

    @property
    def given(self) -> tuple[str, ...]:
        """Give the addresses that a network gave: none that the PC made up where nobody gave one."""
        return tuple(one for one in self.addresses if not ip_address(one).is_link_local)


def ports() -> tuple[Port, ...] | None:
    """Ask the system for this PC's network ports; None where it does not tell a program without more rights."""
    try:
        states, addresses = psutil.net_if_stats(), psutil.net_if_addrs()
    except (OSError, psutil.Error) as wrong:
        _log.info("the system does not tell of its ports: %s", type(wrong).__name__)
        return None
    return tuple(Port(name, state.isup, _plain(addresses.get(name, ())), _real(name)) for name, state in states.items())


def connected(found: Iterable[Port]) -> str:
    """Name the ports by which this PC is on a network, for State IT.

    Raises ``NoNetworkError`` where nothing is plugged in, ``NoAddressError`` where no network gave an address.
    """
    outward = [one for one in found if not one.inside]
    told = [one for one in outward if one.real]
    running = [one for one in told or outward if one.running]
    if not running:
        raise NoNetworkError(", ".join(one.name for one in told or outward) or "no port")
    given = [f"{one.name} {', '.join(one.given)}" for one in running if one.given]
    if not given:
        raise NoAddressError(", ".join(one.name for one in running))
    return "; ".join(given)


def port_of(address: str, found: Iterable[Port]) -> str:
    """Name the port that has an address; empty where none has."""
    return next((one.name for one in found if address in one.addresses), "")


def _plain(addresses: Iterable[object]) -> tuple[str, ...]:
    """Keep what is an address of the internet's; others are of cards."""
    found = []
    for one in addresses:
        text = str(getattr(one, "address", "")).partition("%")[0]
        try:
            found.append(str(ip_address(text)))
        except ValueError:
            continue
    return tuple(found)


def _real(name: str) -> bool | None:
    """Tell whether a card or a dialled line is the port, or beneath it: then the address is on the bridge."""
    if sys.platform != "linux":
        return None
    port = _OF_THE_SYSTEM / name
    try:
        if (port / "device").exists() or (port / "type").read_text().strip() == _DIALLED:
            return True
        beneath = [one.name.removeprefix("lower_") for one in port.glob("lower_*")]
    except OSError:
        return None
    return any(_real(one) for one in beneath)
