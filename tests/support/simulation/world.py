"""A small country: a centre and stations on real folders, made once and copied for each seed."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from station_client.domain.ids import ItemId
from station_client.ports import Tokens
from tests.support.centre import CONSTABLE_A, SHO_A, SI_A, SI_B, SmallCentre, small_centre
from tests.support.houses import ShiftedClock
from tests.support.loopback import Loopback
from tests.support.simulation.line import StormyLine
from tests.support.stations import Station

OFFICERS = {"machine-a": (SI_A, SHO_A, CONSTABLE_A), "machine-b": (SI_B,), "machine-c": (SHO_A, SI_A)}
PAIRS = (("machine-a", "machine-b"), ("machine-a", "machine-c"), ("machine-a", "machine-b", "machine-c"))


@dataclass(frozen=True)
class Template:
    """A country on its first morning, at rest: every officer has signed in once, every copy is at the head."""

    folder: Path
    tokens: dict[str, Tokens]


@dataclass(frozen=True)
class Written:
    """What an officer wrote: ``edits`` names the alert that it changes, from which version, to which end."""

    author: str
    text: str
    edits: tuple[str, int, str] = ("", 0, "")


@dataclass
class Place:
    """One station, its line and its clock."""

    here: Station
    line: StormyLine
    clock: ShiftedClock
    login: str


@dataclass
class Country:
    """The centre and its stations under one seed, and the story of what befell them."""

    folder: Path
    seed: str
    chance: random.Random
    centre: ExitStack = field(default_factory=ExitStack)
    centre_clock: ShiftedClock = field(default_factory=ShiftedClock)
    places: list[Place] = field(default_factory=list)
    written: dict[ItemId, Written] = field(default_factory=dict)
    story: list[str] = field(default_factory=list)
    overtook: int = 0
    heard: int = 0
    copy: Path | None = None

    def open_centre(self) -> None:
        """Begin the centre on its folder."""
        self.small: SmallCentre = self.centre.enter_context(small_centre(self.home, self.centre_clock))

    @property
    def home(self) -> Path:
        """Name the centre's folder."""
        return self.folder / "centre"

    @property
    def older(self) -> Path:
        """Name the folder of the centre's older copy."""
        return self.folder / "older"

    def tell(self, line: str) -> None:
        """Add to the story."""
        self.story.append(line)

    def storm(self, *, on: bool) -> None:
        """Let bad weather begin or end."""
        for one in self.places:
            one.line.storm = on


def make_template(folder: Path) -> Template:
    """Make a country on its first morning."""
    tokens: dict[str, Tokens] = {}
    with small_centre(folder / "centre") as small:
        for machine, officers in OFFICERS.items():
            here = Station(folder / machine, Loopback(small.centre), machine)
            for login in reversed(officers):
                here.sign_in(login)
            here.engine.sync_once()
            assert here.purse.held is not None
            tokens[machine] = here.purse.held
            here.close()
    return Template(folder, tokens)


@contextmanager
def country(template: Template, folder: Path, seed: str) -> Iterator[Country]:
    """Wake a country from its first morning."""
    shutil.copytree(template.folder, folder)
    made = Country(folder, seed, random.Random(seed))
    with ExitStack() as stack:
        stack.enter_context(made.centre)
        made.open_centre()
        for machine in made.chance.choice(PAIRS):
            clock = ShiftedClock()
            line = StormyLine(Loopback(lambda: made.small.centre), f"{seed} {machine}", made.tell)
            here = Station(folder / machine, line, machine, clock=clock)
            stack.callback(here.close)
            here.purse.held = template.tokens[machine]
            here.open(OFFICERS[machine][0])
            made.places.append(Place(here, line, clock, OFFICERS[machine][0]))
        yield made
    shutil.rmtree(folder)


def ahead(hours: float) -> timedelta:
    """Give a jump of a clock."""
    return timedelta(hours=hours)
