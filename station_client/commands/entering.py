"""Into the house and out again: the officer, the password, the open verbs, and the way back."""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from station_client.commands.doors import Call, OpenHouse
from station_client.domain.reasons import Field, Reason
from station_client.errors import CodeNeededError, InputError, PictureNeededError, StationError
from station_client.ports import NO_PROOF, Proof
from station_client.services.verbs import Verbs

_log = logging.getLogger(__name__)

PASSWORD_BYTES = 4096
QUESTIONS = 3

Found = TypeVar("Found")


@contextlib.contextmanager
def house(call: Call) -> Iterator[OpenHouse]:
    """Open the house without signing in; the data folder is held while it is open."""
    opened = call.doors.open_house(call.settings)
    try:
        yield opened
    except StationError:
        raise
    except Exception:
        _log.exception("a command failed")  # now: once the house is closed, so is its log
        raise
    finally:
        opened.close()


@contextlib.contextmanager
def signed_in(call: Call) -> Iterator[Verbs]:
    """Open the house and sign the officer in, with no line where they have signed in here before."""
    with house(call) as opened:
        verbs = opened.verbs
        login = officer(call, verbs)
        typed = password(call)
        with_proof(call, verbs, login, lambda proof: verbs.session.sign_in(login, typed, proof))
        yield verbs


def with_proof(call: Call, verbs: Verbs, login: str, attempt: Callable[[Proof], Found]) -> Found:
    """Do what may ask the centre for an officer, and give it what it wants beside the password.

    A person is asked in words, never for a picture. With a descriptor the next lines of it are the answers.
    """
    proof = NO_PROOF
    for _ in range(QUESTIONS):
        try:
            return attempt(proof)
        except CodeNeededError:
            proof = replace(proof, code=_answer(call, "One-time code: "))
        except PictureNeededError:
            puzzle = verbs.proving.puzzle(login, in_words=True, language="en")
            answer = _answer(call, f"{puzzle.question} In digits: ")
            proof = Proof(challenge=puzzle.challenge, answer=answer, code=proof.code)
    return attempt(proof)


def _answer(call: Call, prompt: str) -> str:
    said = secret_line(call, call.given.password_fd, prompt)
    if not said.strip():
        raise InputError(Field.PASSWORD, Reason.MISSING)
    return said


def officer(call: Call, verbs: Verbs) -> str:
    """Give the officer named by ``--officer``, or the only one of this PC."""
    if call.given.officer:
        return str(call.given.officer)
    known = verbs.session.known_officers()
    if len(known) != 1:
        raise InputError(Field.LOGIN, Reason.MISSING)
    return known[0].login


def password(call: Call) -> str:
    """Take the password from the descriptor that was named, else ask for it; never from an argument."""
    return secret_line(call, call.given.password_fd, "Password: ")


def new_password(call: Call, descriptor: int | None, prompt: str) -> str:
    """Take a password that is to be set: asked for twice, or once from a descriptor."""
    typed = secret_line(call, descriptor, prompt)
    if descriptor is None and call.doors.ask_password("Once more: ") != typed:
        raise InputError(Field.PASSWORD, Reason.MISTYPED)
    return typed


def secret_line(call: Call, descriptor: int | None, prompt: str) -> str:
    """Read a secret from the descriptor that was named, else ask for it."""
    if descriptor is None:
        return call.doors.ask_password(prompt)
    try:
        line = _first_line(descriptor)
        return line.decode("utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as wrong:
        raise InputError(Field.PASSWORD, Reason.UNREADABLE) from wrong


def _first_line(descriptor: int) -> bytes:
    """Read one line byte by byte, so that what follows it is left to whoever reads next."""
    line = bytearray()
    while len(line) < PASSWORD_BYTES and (char := os.read(descriptor, 1)) not in (b"", b"\n"):
        line += char
    return bytes(line)
