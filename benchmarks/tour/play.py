"""What the steps of one tour share: the stage, the report, and what earlier steps left for later ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from benchmarks.tour.centre import CentreProcess
from benchmarks.tour.files import Chosen
from benchmarks.tour.process import Seen, StationProcess, StepFailedError
from benchmarks.tour.report import Report
from benchmarks.tour.stage import Stage, StationPlace

T = TypeVar("T")

OFFICER_A = "si.rampur"
OFFICER_B = "si.rishikesh"


@dataclass
class Play:
    """One tour under way."""

    stage: Stage
    report: Report
    chosen: Chosen
    centre: CentreProcess | None = None
    places: dict[str, StationPlace] = field(default_factory=dict)
    running: dict[str, StationProcess] = field(default_factory=dict)
    fir: Seen = field(default_factory=dict)
    draft: str = ""
    description: str = ""
    attached: list[dict[str, Any]] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    receipt: Seen = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    brought: list[Path] = field(default_factory=list)
    pictures: int = 0

    def the_centre(self) -> CentreProcess:
        """Give the centre, which the first step started."""
        return need(self.centre, "the centre is not running")

    def station(self, name: str) -> StationProcess:
        """Give a station's running program."""
        return need(self.running.get(name), f"station {name} is not running")

    def start(self, name: str) -> StationProcess:
        """Start a station's program; its window is up when this returns."""
        place = self.places[name]
        self.running[name] = self.stage.start(place)
        return self.running[name]

    def picture(self, name: str, title: str, window: str = "") -> None:
        """Take a picture of what is on a station's screen."""
        self.pictures += 1
        path = self.stage.pictures / f"{self.pictures:02d} {title}.png"
        self.station(name).ask("picture", path=str(path), window=window)


def need(value: T | None, otherwise: str) -> T:
    """Give the value, or stop the tour saying what is missing."""
    if value is None:
        raise StepFailedError(otherwise)
    return value


def check(*, holds: bool, otherwise: str) -> None:
    """Stop the tour, saying why, unless it holds."""
    if not holds:
        raise StepFailedError(otherwise)
