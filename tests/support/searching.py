"""The search in memory: what is found, searches kept, and results on their way out."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from station_client.domain.fir_number import parse
from station_client.errors import CentreUnreachableError, InputError, StationError
from station_client.services.progress import Progress
from station_client.services.views import (
    AlertLine,
    Beyond,
    FoundPlace,
    OutsideLine,
    SavedSearch,
    SearchPage,
    SearchQuery,
)
from tests.support.stored_alerts import FakeAlerts


@dataclass
class FakeSearch:
    """Finds in the fake alerts by a word or a number; ``wrong`` is raised once."""

    alerts: FakeAlerts
    asked: list[SearchQuery] = field(default_factory=list)
    wrong: StationError | None = None
    capped: bool = False
    beyond: Beyond | None = None

    def statuses(self) -> tuple[str, ...]:
        """List the states of cases."""
        return ("chargesheeted", "sine-die")

    def places(self, words: str) -> tuple[FoundPlace, ...]:
        """Find among a district and two stations of one name."""
        there = (
            FoundPlace("Hardoi", "Uttar Pradesh", district_code="150"),
            FoundPlace("MAHILA THANA", "Hardoi", office_code="31682035"),
            FoundPlace("MAHILA THANA", "Sitapur", office_code="31682099"),
        )
        return tuple(one for one in there if words.casefold() in f"{one.name} {one.within}".casefold())

    def ask_centre(self, query: SearchQuery, before: int | None = None, limit: int = 50) -> Beyond:
        """Give what the centre found; there is no line unless a test says what came."""
        del before, limit
        self.asked.append(query)
        if self.beyond is None:
            raise CentreUnreachableError
        return self.beyond

    def find(self, query: SearchQuery, before: int | None = None, limit: int = 50) -> SearchPage:
        """Give a page."""
        self.asked.append(query)
        if self.wrong is not None:
            wrong, self.wrong = self.wrong, None
            raise wrong
        if query.fir_number and parse(query.fir_number) is None:
            raise InputError("fir", "fir-form")
        found = [one for one in self.alerts.page(query.category, None, 100_000) if _fits(one, query)]
        older = [one for one in found if before is None or one.row < before]
        more = older[limit - 1].row if len(older) > limit else None
        return SearchPage(tuple(older[:limit]), 10_000 if self.capped else len(found), self.capped, more)


def _fits(line: AlertLine, query: SearchQuery) -> bool:
    number = parse(query.fir_number) if query.fir_number else None
    if number is not None and line.fir_shown != number.shown:
        return False
    return query.words.casefold() in line.headline.casefold()


@dataclass
class FakeSaved:
    """Kept searches, newest first."""

    held: tuple[SavedSearch, ...] = ()

    def all(self) -> tuple[SavedSearch, ...]:
        """List them."""
        return self.held

    def keep(self, one: SavedSearch) -> tuple[SavedSearch, ...]:
        """Keep one."""
        self.held = (one, *(each for each in self.held if each != one))
        return self.held

    def forget(self, one: SavedSearch) -> tuple[SavedSearch, ...]:
        """Let one go."""
        self.held = tuple(each for each in self.held if each != one)
        return self.held


@dataclass
class FakeExport:
    """Gives every alert as it may leave; ``go`` holds it in the middle, ``wrong`` is raised."""

    alerts: FakeAlerts
    go: threading.Event = field(default_factory=threading.Event)
    wrong: StationError | None = None
    traced: list[tuple[int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Hold nothing."""
        self.go.set()

    def gather(self, query: SearchQuery, progress: Progress) -> tuple[OutsideLine, ...] | None:
        """Give all there are."""
        if self.wrong is not None:
            raise self.wrong
        lines = self.alerts.page(query.category, None, 100_000)
        progress.step(1, len(lines))
        assert self.go.wait(20)
        if not progress.step(len(lines), len(lines)):
            return None
        return tuple(OutsideLine(one, f"=told: {one.headline}") for one in lines)

    def exported(self, rows: int, sha256: str) -> None:
        """Remember the trace."""
        self.traced.append((rows, sha256))
