"""FIRs in memory, for the window's tests."""

from __future__ import annotations

from dataclasses import dataclass, field

from station_client.domain.fir import Fir
from station_client.domain.fir_number import parse
from station_client.errors import NotInCopyError


@dataclass
class FakeFirs:
    """FIRs in memory."""

    held: dict[str, Fir] = field(default_factory=dict)
    exports: list[str] = field(default_factory=list)
    wishes: dict[str, str] = field(default_factory=dict)

    def want(self, key: str) -> None:
        """Remember the wish."""
        self.wishes[key] = ""

    def wanted(self, key: str) -> str | None:
        """Say what became of it."""
        return self.wishes.get(key)

    def one(self, key: str) -> Fir:
        """Open one."""
        if key not in self.held:
            raise NotInCopyError("FIR")
        return self.held[key]

    def candidates(self, text: str) -> tuple[Fir, ...]:
        """Give what the number may mean."""
        number = parse(text)
        return tuple(one for one in self.held.values() if number and one.shown == number.shown)

    def exported(self, key: str) -> None:
        """Remember the trace."""
        self.exports.append(key)
