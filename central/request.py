"""The request being answered: its id goes into the log, the audit trail and every refusal."""

from __future__ import annotations

import ipaddress
import re
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from uuid import uuid4

current: ContextVar[str] = ContextVar("current", default="")
shown: ContextVar[str] = ContextVar("shown", default="")
"""The machine whose own certificate was proved on this connection; empty where none was shown."""

address: ContextVar[str] = ContextVar("address", default="")
"""From where the request comes, as the centre sees it; empty inside the house."""

only_reads: ContextVar[bool] = ContextVar("only_reads", default=False)
"""Whether this runs on a thread that must not wait for a turn to write."""


@dataclass(slots=True)
class Asker:
    """Who asks, once the token was read, and what the request weighs.

    ``noted``: the trail has a line of it. ``flood``: what they asked too much of, where they did.
    """

    weight: float = 1.0
    login: str = ""
    machine_id: str = ""
    noted: bool = False
    flood: str = ""


asker: ContextVar[Asker | None] = ContextVar("asker", default=None)

_PLAIN = re.compile(r"[A-Za-z0-9._-]{1,64}")


def accepted(offered: str | None) -> str:
    """Take the client's own id if it is plain enough for a log line, and make one otherwise."""
    return offered if offered and _PLAIN.fullmatch(offered) else str(uuid4())


@lru_cache(maxsize=4096)
def is_here(place: str) -> bool:
    """Tell whether an address is this machine itself, or none that could be counted by."""
    try:
        return ipaddress.ip_address(place).is_loopback
    except ValueError:
        return True  # inside the house, or a name


@lru_cache(maxsize=4096)
def counted_as(place: str) -> str:
    """Name by what an address is counted: of IPv6 by its network of 64 bits, all of which one subscriber has."""
    try:
        found = ipaddress.ip_address(place)
    except ValueError:
        return place
    if isinstance(found, ipaddress.IPv4Address):
        return place
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network((int(found) >> 64 << 64, 64)))
