"""Opens the made-up station in a folder of its own, which is gone when the window is closed."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final, Protocol, TypeVar, cast

from station_client.clock import Clock, SystemClock
from station_client.config import Settings
from station_client.events import Bus
from station_client.ports import Keychain, SignInDoor
from station_client.security.cipher import Cost
from station_client.services.rehearsing import Rehearsing
from station_client.services.session import Session
from station_client.services.verbs import Verbs
from station_client.training import made_up
from station_client.training.cut_off import PASSWORD, Drawer, NoLine, TrainingDoor
from station_client.training.played import Played
from sync.transport import Transport

FOLDER: Final = "station-client-training-"
COST: Final = Cost(memory=1024, passes=1, lanes=1)  # there is nothing to guard, and a slow PC should not wait


class House(Protocol):
    """A house that stands (``app.House``)."""

    @property
    def verbs(self) -> Verbs:
        """Give every verb a person has."""

    def close(self) -> None:
        """Sign out and let go of the data folder."""


H = TypeVar("H", bound=House, covariant=True)  # noqa: PLC0105 short, as everywhere


class Build(Protocol[H]):
    """The roof's own way to join a house."""

    def __call__(  # noqa: PLR0913 the doors that training closes
        self,
        settings: Settings,
        *,
        clock: Clock,
        keychain: Keychain,
        transport: Transport,
        centre: SignInDoor,
        cost: Cost,
        background: bool,
        rehearse: Callable[[Session, Clock, Bus], Rehearsing],
    ) -> H:
        """Join it."""


def run(build: Build[H], window: Callable[[Settings, Callable[[], H]], int], language: str) -> int:
    """Show the window over a fresh made-up station and give its exit code; nothing of it stays on the disk."""
    with tempfile.TemporaryDirectory(prefix=FOLDER, ignore_cleanup_errors=True) as folder:
        settings = Settings(profile=Path(folder), language=language, lock_seconds=0, training=True)
        return window(settings, partial(open_house, build, settings))


def open_house(build: Build[H], settings: Settings) -> H:
    """Join a house that has no line, and fill its copy; the officer signs in as on any day."""
    clock = SystemClock()
    trainee = made_up.officer()
    house = build(
        settings,
        clock=clock,
        keychain=Drawer(),
        transport=cast("Transport", NoLine()),
        centre=TrainingDoor(trainee, clock),
        cost=COST,
        background=False,
        rehearse=Played,
    )
    try:
        session = house.verbs.session
        session.sign_in(trainee.login, PASSWORD)
        stores = session.stores()
        stores.replica.feed.apply(made_up.changes(clock.now()))
        stores.desk.messages.put_templates(made_up.templates(), 1)
        session.sign_out()
    except BaseException:
        house.close()
        raise
    return house
