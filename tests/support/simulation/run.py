"""One seed: a story is lived, the weather clears, and the end is judged."""

from __future__ import annotations

from pathlib import Path

from station_client.errors import SessionExpiredError, StationError
from tests.support.simulation.acts import ACTS
from tests.support.simulation.verdict import judge
from tests.support.simulation.world import Country, Place, Template, country

STEPS = 16
ROUNDS = 4


class DivergedError(AssertionError):
    """Something was lost, doubled or said wrongly; the text is the whole story."""


def live(template: Template, folder: Path, seed: int) -> int:
    """Live through one story; tell how often something overtook a round. Raises ``DivergedError`` with the story."""
    with country(template, folder, str(seed)) as land:
        try:
            land.storm(on=True)
            for number in range(STEPS):
                step(land, number)
            settle(land)
            judge(land)
        except Exception as wrong:
            told = "\n".join([f"seed {seed}", *land.story, f"{type(wrong).__name__}: {wrong}"])
            raise DivergedError(told) from wrong
        return land.overtook


def step(land: Country, number: int) -> None:
    """Do one thing that may happen on one day."""
    (act,) = land.chance.choices([one for one, _ in ACTS], [weight for _, weight in ACTS])
    place = land.chance.choice(land.places)
    land.tell(f"{number}. {place.here.machine}: {act.__name__}")
    land.tell(f"    -> {act(land, place)}")


def settle(land: Country) -> None:
    """Let the weather clear, let all that was late arrive, set the clocks, and sync until nothing moves."""
    land.tell("the weather clears")
    land.storm(on=False)
    for place in land.places:
        place.line.deliver()
        place.clock.ahead = land.centre_clock.ahead
    for number in range(ROUNDS):
        for place in land.places:
            calm(land, place, last=number == ROUNDS - 1)


def calm(land: Country, place: Place, *, last: bool) -> None:
    """Run a round over a good line; only the first ones may still find something to say."""
    try:
        status = place.here.engine.sync_once()
    except SessionExpiredError:
        place.here.sign_in(place.login)
        status = place.here.engine.sync_once()
    except StationError as wrong:
        if last:
            raise
        land.tell(f"  {place.here.machine}: {wrong.code} {wrong.detail}")
        return
    land.tell(f"  {place.here.machine}: waiting {status.waiting}, {status.error or 'good'}")
