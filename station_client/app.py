"""The roof: the one place that knows all the rooms.

``build`` joins a house out of settings and doors, each with a real default; the window, the command
line, the tour and the tests all live in what it builds. ``main`` takes the program's arguments.
"""

from __future__ import annotations

import contextlib
import getpass
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from station_client import config, logs
from station_client.clock import Clock, SystemClock
from station_client.commands import counter
from station_client.commands.doors import Doors
from station_client.commands.say import in_utf8
from station_client.config import Settings
from station_client.domain.office import Officer
from station_client.domain.redaction import PaperFir
from station_client.errors import SettingsError
from station_client.events import Bus
from station_client.inspection import child, sandbox
from station_client.inspection.sandbox import Inspect
from station_client.joists import Rehearse, joined, rehearsed
from station_client.ports import Keychain, SignInDoor
from station_client.security.cipher import Cost
from station_client.security.keychain import SystemKeychain
from station_client.security.keyslots import Vault
from station_client.security.lockout import Lockout
from station_client.security.recovery import RecoveryKey
from station_client.services.indexing import Indexing
from station_client.services.repairs import note_repairs
from station_client.services.session import Begun, Session, SessionDoors
from station_client.services.sweeping import Sweeping
from station_client.services.verbs import Verbs
from station_client.store.profile import Profile
from sync.engine import Engine
from sync.files import FetchPolicy, Which
from sync.hours import Hours
from sync.identity import Identity, MachineLine
from sync.scheduler import Scheduler
from sync.sign_in import CentreSignIn
from sync.transport import Transport

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class _System(Enum):
    """Stands for what this PC itself has, found when it is needed."""

    KEYCHAIN = "keychain"


SYSTEM: Final = _System.KEYCHAIN


@dataclass(frozen=True, slots=True)
class House:
    """A house that stands: every verb a person has, the engine behind them, and the way to close it."""

    verbs: Verbs
    engine: Engine
    _ends: contextlib.ExitStack

    def close(self) -> None:
        """Sign out, stop the engine, let go of the line and of the data folder. Twice is harmless."""
        self._ends.close()


OnWindow = Callable[["QWidget", House], None]


def build(  # noqa: PLR0913 one parameter for each door, each with a real default
    settings: Settings,
    *,
    clock: Clock | None = None,
    keychain: Keychain | _System | None = SYSTEM,
    transport: Transport | None = None,
    centre: SignInDoor | None = None,
    inspect: Inspect = sandbox.inspect,
    cost: Cost | None = None,
    background: bool = True,
    rehearse: Rehearse | None = None,
) -> House:
    """Join a house on one data folder, which it holds until it is closed.

    ``cost`` None is the usual one of a password; ``background`` False: it syncs when told to; ``rehearse``: training's.
    Raises ``SettingsError``, ``ProfileInUseError`` and the other errors of an unusable data folder.
    """
    with contextlib.ExitStack() as opening:
        clock, profile = clock or SystemClock(), Profile(settings.profile, second_place=settings.second_copy_folder)
        opening.enter_context(profile.lock())
        opening.callback(logs.start(profile.logs))
        line, works = transport or _https(settings, clock), (Sweeping(clock), Indexing(bus := Bus()))
        opening.callback(line.close)
        identity, engine, scheduler = _engine(settings, line, clock, bus)
        doors = SessionDoors(
            profile=profile,
            vault=Vault(profile.path, cost=cost),
            lockout=Lockout(profile.path),
            keychain=SystemKeychain.find() if keychain is SYSTEM else keychain,
            centre=centre or CentreSignIn(line, clock),
            clock=clock,
            bus=bus,
            began=partial(_begin, scheduler, works, clock, identity=identity, background=background),
            renewed=scheduler.sync_now,
            ends=partial(_end, scheduler, works, identity),
            recovery_key=RecoveryKey.read(settings.recovery_key) if settings.recovery_key else None,
        )
        opening.callback(_leave, session := Session(doors, password_only=settings.password_only))
        verbs = joined(session, scheduler, (engine, line), settings, doors, inspect)
        return House(rehearsed(verbs, rehearse), engine, opening.pop_all())


def main(argv: Sequence[str], *, on_window: OnWindow | None = None) -> int:
    """Run the program with its arguments; ``on_window`` is told of the window once it is up."""
    if list(argv) == [child.COMMAND]:
        return child.main()
    stop = logs.catch_unforeseen(sys.stderr)
    doors = Doors(
        open_house=partial(build, background=False),
        run_window=partial(_run_window, on_window=on_window),
        run_training=partial(_run_training, on_window=on_window),
        print_fir=_print_fir,
        ask_password=getpass.getpass,
        source=in_utf8(sys.stdin, "utf-8-sig"),
        out=in_utf8(sys.stdout),
        err=in_utf8(sys.stderr),
    )
    try:
        return counter.take(argv, doors)
    finally:
        stop()


def _begin(  # noqa: PLR0913 who works for an officer
    scheduler: Scheduler,
    works: tuple[Sweeping, Indexing],
    clock: Clock,
    begun: Begun,
    *,
    identity: Identity | None,
    background: bool,
) -> None:
    note_repairs(begun.stores, begun.login, clock)
    if identity is not None:
        identity.show(begun.stores)
    scheduler.open(begun.stores, begun.login, begun.machine_id, begun.tokens, background=background)
    if background:
        sweeping, indexing = works
        sweeping.begin(begun.stores)
        indexing.begin(begun.stores.replica)


def _end(scheduler: Scheduler, works: tuple[Sweeping, Indexing], identity: Identity | None) -> None:
    scheduler.close()
    for one in works:
        one.end()
    if identity is not None:
        identity.hide()


def _engine(settings: Settings, line: Transport, clock: Clock, bus: Bus) -> tuple[Identity | None, Engine, Scheduler]:
    """Make the engine, with this PC's own certificate where State IT wants one and the line can show it."""
    wanted = settings.machine_certificate and isinstance(line, MachineLine)
    identity = Identity(settings.profile, cast("MachineLine", line)) if wanted else None
    first = identity.ensure if identity else None
    fetch = FetchPolicy(Which(settings.fetch_files), settings.fetch_bytes)
    engine = Engine(line, clock, bus, fetch, hours=Hours(settings.sync_hours), first=first)
    scheduler = Scheduler(engine, clock, seconds=settings.sync_seconds, where=getattr(line, "where", str))
    return identity, engine, scheduler


def _leave(session: Session) -> None:
    if session.current() or session.locked():
        session.sign_out()


def _https(settings: Settings, clock: Clock) -> Transport:
    if not settings.centre_url:
        raise SettingsError("centre_url", "is not set")
    from sync.https import HttpsTransport, Policy  # noqa: PLC0415 a house with another line never loads it

    policy = Policy(settings.ca_file, settings.proxy, settings.pins, settings.bytes_per_second)
    return HttpsTransport(settings.centre_url, policy=policy, clock=clock)


def _run_window(profile: Path, *, on_window: OnWindow | None) -> int:
    """Run the window; settings that cannot be used are said in one too, for a start without a terminal."""
    from ui.application import run  # noqa: PLC0415 the command line works without Qt

    try:
        settings = config.load(profile)
    except SettingsError as wrong:
        return run(Settings(profile=profile), partial(_stay_shut, wrong))
    return run(settings, partial(build, settings), on_window=on_window)


def _run_training(language: str, *, on_window: OnWindow | None) -> int:
    """Run the window over a made-up station that has no line."""
    from station_client.training import opening  # noqa: PLC0415 no part of a station's day
    from ui.application import run  # noqa: PLC0415 as above

    return opening.run(build, partial(run, on_window=on_window), language)


def _stay_shut(wrong: SettingsError) -> House:
    raise wrong


def _print_fir(  # noqa: PLR0913 what a print states about itself
    fir: PaperFir, path: Path, *, printed_by: Officer, as_on: datetime | None, now: datetime, language: str
) -> int:
    from ui.printing.fir_pdf import print_fir  # noqa: PLC0415 as above

    return print_fir(fir, path, printed_by=printed_by, as_on=as_on, now=now, language=language)
