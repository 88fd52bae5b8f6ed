"""Whole houses as ``app.build`` joins them, with a keychain in memory and a line that a test can cut.

Passwords cost little to check there, and files are looked at in this process: that is quick.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from central.centre import Centre
from station_client import app
from station_client.clock import Clock, SystemClock
from station_client.config import Settings
from station_client.inspection.examine import examine
from station_client.security.cipher import Cost
from station_client.services.verbs import Verbs
from tests.support.lines import Fault, FaultyLine
from tests.support.loopback import Loopback

CHEAP = Cost(memory=64, passes=1, lanes=1)


@dataclass
class MemoryKeychain:
    """``ports.Keychain`` in memory; ``gone`` makes it forget."""

    held: dict[str, bytes] = field(default_factory=dict)

    def name(self) -> str:
        """Say which keychain it is."""
        return "memory"

    def read(self, entry: str) -> bytes | None:
        """Give the secret."""
        return self.held.get(entry)

    def write(self, entry: str, secret: bytes) -> None:
        """Keep the secret."""
        self.held[entry] = secret


@dataclass
class ShiftedClock:
    """The real clock, ahead by as much as a test says."""

    ahead: timedelta = timedelta(0)

    def now(self) -> datetime:
        """Give the shifted time."""
        return datetime.now(UTC) + self.ahead

    def monotonic(self) -> float:
        """Give seconds that never run backwards."""
        return SystemClock().monotonic() + self.ahead.total_seconds()


@dataclass
class Pc:
    """One PC of a station: its data folder, its keychain, its line to a centre."""

    folder: Path
    centre: Centre
    keychain: MemoryKeychain | None = field(default_factory=MemoryKeychain)
    clock: Clock = field(default_factory=SystemClock)
    cut: bool = False

    @contextmanager
    def house(self, *, password_only: bool = False, background: bool = False) -> Iterator[Verbs]:
        """Open the house, signed out, and close it at the end."""
        made = self.build(Settings(profile=self.folder, password_only=password_only), background=background)
        try:
            yield made.verbs
        finally:
            made.close()

    def build(self, settings: Settings, *, background: bool = False) -> app.House:
        """Join the house as the program does."""
        faults = iter(lambda: Fault.CUT if self.cut else Fault.NONE, None)
        line = FaultyLine(Loopback(self.centre), faults)
        return app.build(
            settings,
            clock=self.clock,
            keychain=self.keychain,
            transport=line,
            inspect=examine,
            cost=CHEAP,
            background=background,
        )
