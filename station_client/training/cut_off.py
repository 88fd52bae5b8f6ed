"""What stands where the way to the centre would: nothing. No address, no connection, no library that makes one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final, NoReturn

from station_client.clock import Clock
from station_client.domain.ids import Login, MachineId
from station_client.domain.office import Officer
from station_client.errors import NoLineInTrainingError, WrongPasswordError
from station_client.ports import NO_PROOF, Granted, Proof, Puzzle, Tokens
from sync.transport import Transport

PASSWORD: Final = "training"  # noqa: S105 it guards nothing, and the sign-in shows it
DAYS: Final = 365


class NoLine:
    """Stands for a ``sync.transport.Transport``: whatever is asked of it, nobody is there.

    It answers by the transport's own list of verbs, so that a verb which is added tomorrow is cut off too. It says so
    at the first step of a diagnosis (``sync.doctor.Road``): of a way that is not there no part is good.
    """

    def halt(self) -> None:
        """Nothing is under way."""

    def close(self) -> None:
        """Nothing is open."""

    def __getattr__(self, verb: str) -> Callable[..., NoReturn]:
        """Give a way that leads nowhere."""
        if not hasattr(Transport, verb):
            raise AttributeError(verb)

        def nobody(*_asked: object, **_named: object) -> NoReturn:
            raise NoLineInTrainingError

        return nobody

    @property
    def road(self) -> NoReturn:
        """Raise ``NoLineInTrainingError``: no road leads anywhere."""
        raise NoLineInTrainingError


class TrainingDoor:
    """``ports.SignInDoor`` for the one officer of the made-up station; the password stands on the screen."""

    def __init__(self, officer: Officer, clock: Clock) -> None:
        """Let ``officer`` in and nobody else."""
        self._officer = officer
        self._clock = clock

    def sign_in(self, *, login: Login, password: str, machine_id: MachineId, proof: Proof = NO_PROOF) -> Granted:
        """Let the officer in; a picture or a code is never asked for. Raises ``WrongPasswordError``."""
        del machine_id, proof
        if login.casefold() != self._officer.login or password != PASSWORD:
            raise WrongPasswordError
        until: datetime = self._clock.now() + timedelta(days=DAYS)
        return Granted(self._officer, Tokens("", until, "", until), "", 0.0)

    def puzzle(self, *, login: Login, in_words: bool, language: str) -> Puzzle:
        """There is none: nobody is asked to read a picture here. Raises ``NoLineInTrainingError``."""
        del login, in_words, language
        raise NoLineInTrainingError


class Drawer:
    """``ports.Keychain`` in memory: the PC's own is not touched."""

    def __init__(self) -> None:
        """Begin empty."""
        self._held: dict[str, bytes] = {}

    def name(self) -> str:
        """Say what it is."""
        return "training"

    def read(self, entry: str) -> bytes | None:
        """Give the secret, or None."""
        return self._held.get(entry)

    def write(self, entry: str, secret: bytes) -> None:
        """Keep the secret."""
        self._held[entry] = secret
