"""A first sign-in where the centre wants more than the password: by the command line, through the whole house."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pyotp
import pytest

from central import one_time
from tests.support.centre import PASSWORD, SI_A, SmallCentre, small_centre
from tests.support.houses import Pc
from tests.support.terminals import Terminal, terminal


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[SmallCentre]:
    """Give a centre that asks for a picture after one wrong password."""
    with small_centre(tmp_path / "centre", captcha_after=1) as made:
        yield made


@pytest.fixture
def at(tmp_path: Path, centre: SmallCentre) -> Terminal:
    """Sit down at a PC on which nobody has signed in."""
    return terminal(Pc(tmp_path / "a", centre.centre))


def said(at: Terminal, *lines: str) -> int:
    """Sign in with lines from a descriptor: the password, then what the centre asks for."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "w") as sink:
        sink.write("\n".join(lines) + "\n")
    code = at.run("sign-in", "--officer", SI_A, "--password-fd", str(reading))
    os.close(reading)
    return code


def test_a_code_and_a_question_are_asked_for_once_and_the_vault_never_asks(
    at: Terminal, centre: SmallCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the line both are needed; afterwards the password opens the PC alone, whatever the centre would want."""
    secret = one_time.new_secret()
    with centre.house.store.write() as unit:
        unit.one_time_codes.put(SI_A, secret, centre.house.clock.now())
    monkeypatch.setattr("central.puzzles.worded", lambda _language: ("Two and two?", "4"))
    code = pyotp.TOTP(secret).at(centre.house.clock.now())
    assert said(at, "not the password") == 4
    assert said(at, PASSWORD, "5") == 3  # a second question, and no line to answer it
    assert said(at, PASSWORD, "4", code) == 0
    assert "confirmed by the centre" in at.out
    assert at.run("sign-in", "--officer", SI_A) == 0
    assert "with no line" in at.out


def test_what_is_asked_and_not_answered_is_said(at: Terminal, centre: SmallCentre) -> None:
    """A script without an answer ends as a sign-in that lacks something, and nothing is made on the PC."""
    with centre.house.store.write() as unit:
        unit.one_time_codes.put(SI_A, one_time.new_secret(), centre.house.clock.now())
    assert said(at, PASSWORD) == 3
    assert said(at, PASSWORD, "000000", "000001", "000002") == 4
    assert at.run("status") == 0
    assert "not made yet" in at.out
