"""The way to the centre's sign-in: who is there and what time it has, before a password leaves this PC."""

from __future__ import annotations

import platform

from station_client import __version__
from station_client.clock import Clock
from station_client.domain.ids import Login, MachineId
from station_client.errors import (
    AnswerError,
    ClockWrongError,
    CodeNeededError,
    CodeWrongError,
    PictureNeededError,
    PictureWrongError,
    UpdateNeededError,
)
from station_client.ports import NO_PROOF, Granted, Proof, Puzzle
from sync.mapping.officers import officer_of, tokens_of
from sync.protocol.codes import CLOCK_TOLERANCE_SECONDS, PROTOCOL, Code
from sync.protocol.door import ChallengeAsk, is_sound
from sync.protocol.messages import Grant, Health, SignIn
from sync.transport import Transport


class CentreSignIn:
    """``ports.SignInDoor`` over a transport."""

    def __init__(self, transport: Transport, clock: Clock, *, machine_name: str = "") -> None:
        """``machine_name`` is what State IT reads in the centre's list of machines."""
        self._transport = transport
        self._clock = clock
        self._machine_name = machine_name or platform.node() or "station"

    def sign_in(self, *, login: Login, password: str, machine_id: MachineId, proof: Proof = NO_PROOF) -> Granted:
        """Let an officer in by password, and by what else the centre asked for.

        Raises ``ClockWrongError``, ``UpdateNeededError``, ``WrongPasswordError``, ``LockedOutError``,
        ``PictureNeededError``, ``CodeNeededError``, ``LineError``.
        """
        asked_at = self._clock.now()
        health = self._transport.health()
        middle = asked_at + (self._clock.now() - asked_at) / 2
        skew = (middle - health.server_time).total_seconds()
        check_health(health, skew)
        ask = SignIn(
            login=login,
            password=password,
            machine_id=machine_id,
            machine_name=self._machine_name,
            program_version=__version__,
            challenge=proof.challenge,
            answer=proof.answer,
            code=proof.code,
        )
        grant = self._granted(ask)
        if grant.officer.login.casefold() != login.strip().casefold():
            raise AnswerError("the centre let in somebody else")
        return Granted(
            officer=officer_of(grant.officer),
            tokens=tokens_of(grant, self._clock.now()),
            centre=health.centre,
            skew_seconds=skew,
        )

    def puzzle(self, *, login: Login, in_words: bool, language: str) -> Puzzle:
        """Get a picture to read, or a question. Raises ``LineError``, ``RefusalError``, ``AnswerError``."""
        given = self._transport.challenge(ChallengeAsk(login=login, in_words=in_words, language=language))
        if not is_sound(given):
            raise AnswerError("nothing to read, or a picture of another size than it says")
        return Puzzle(given.challenge, given.question, given.width, given.height, given.dots)

    def _granted(self, ask: SignIn) -> Grant:
        """Ask, and tell a wrong answer from none."""
        try:
            return self._transport.sign_in(ask)
        except PictureNeededError as wants:
            raise (PictureWrongError if ask.challenge else PictureNeededError)(wants.detail) from wants
        except CodeNeededError as wants:
            raise (CodeWrongError if ask.code else CodeNeededError)(wants.detail) from wants


def check_health(health: Health, skew: float) -> None:
    """Stop before the password leaves: no common protocol, or a clock that is off by more than five minutes."""
    if health.protocol < PROTOCOL or health.oldest_protocol > PROTOCOL:
        spoken = f"centre {health.oldest_protocol}-{health.protocol}, here {PROTOCOL}"
        raise UpdateNeededError(Code.UPDATE_NEEDED, spoken)
    if abs(skew) > CLOCK_TOLERANCE_SECONDS:
        raise ClockWrongError(skew)
