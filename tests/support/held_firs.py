"""FIRs in memory, for the window's tests."""

from __future__ import annotations

from dataclasses import dataclass, field

from station_client.domain.alert import Alert
from station_client.domain.fir import Fir
from station_client.domain.fir_number import parse
from station_client.domain.redaction import PaperFir, redacted
from station_client.errors import NotInCopyError, StationError
from station_client.services.asking import Disclosed, DisclosedAlert


@dataclass
class FakeFirs:
    """FIRs in memory; ``wrong`` is raised by each opening."""

    held: dict[str, Fir] = field(default_factory=dict)
    exports: list[str] = field(default_factory=list)
    wishes: dict[str, str] = field(default_factory=dict)
    wrong: StationError | None = None

    def station(self, key: str) -> str:
        """Know one station."""
        return "Thana Rampur" if key.startswith("31682034/") else ""

    def want(self, key: str) -> None:
        """Remember the wish."""
        self.wishes[key] = ""

    def wanted(self, key: str) -> str | None:
        """Say what became of it."""
        return self.wishes.get(key)

    def one(self, key: str) -> Fir:
        """Open one."""
        if self.wrong is not None:
            raise self.wrong
        if key not in self.held:
            raise NotInCopyError("FIR")
        return self.held[key]

    def again(self, key: str) -> Fir:
        """Give one that is open."""
        return self.one(key)

    def candidates(self, text: str) -> tuple[Fir, ...]:
        """Give what the number may mean."""
        number = parse(text)
        return tuple(one for one in self.held.values() if number and one.shown == number.shown)

    def for_paper(self, key: str) -> PaperFir:
        """Give one masked, and remember the trace."""
        self.exports.append(key)
        return redacted(self.one(key))


@dataclass
class FakeDisclosure:
    """Gives a FIR or an alert whole to who may ask; ``wrong`` is raised."""

    may: bool = False
    told: Fir | None = None
    whole: Alert | None = None
    wrong: StationError | None = None
    asked: list[tuple[str, str]] = field(default_factory=list)

    def may_ask(self) -> bool:
        """Say so."""
        return self.may

    def may_mark(self) -> bool:
        """Nobody here has the rank."""
        return False

    def fir(self, key: str, why: str) -> Disclosed:
        """Give it."""
        self.asked.append((key, why))
        if self.wrong is not None or self.told is None:
            raise self.wrong or NotInCopyError("FIR")
        return Disclosed(self.told, 12)

    def alert(self, uid: str, why: str) -> DisclosedAlert:
        """Give an alert whole."""
        self.asked.append((uid, why))
        if self.wrong is not None or self.whole is None:
            raise self.wrong or NotInCopyError("alert")
        return DisclosedAlert(self.whole, 34)
