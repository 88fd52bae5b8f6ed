"""Passwords, tokens and delays, each alone."""

from __future__ import annotations

import threading
from contextlib import ExitStack

import pytest

from central import passwords
from central.errors import Refused, SetupError
from central.intake.officers import rights_of
from central.rights import Account, Actor, plain_login
from central.settings import Cost
from central.tries import LONGEST_DELAY, delay_after
from station_client.domain.office import Act
from sync.protocol.codes import Code
from tests.support.centre import CHEAP


def test_a_password_is_kept_as_argon2id() -> None:
    """What is kept names the algorithm and its cost, and not the password."""
    kept = passwords.hashed("correct horse battery", CHEAP)
    assert kept.startswith("$argon2id$v=19$m=64,t=1,p=1$")
    assert passwords.matches("correct horse battery", kept)
    assert not passwords.matches("correct horse batterie", kept)


def test_two_officers_with_one_password_are_not_seen() -> None:
    """Each has a salt of their own."""
    assert passwords.hashed("the same for both", CHEAP) != passwords.hashed("the same for both", CHEAP)


def test_the_usual_cost_is_not_small() -> None:
    """A guess costs 64 MiB."""
    assert Cost().memory_kib >= 64 * 1024


@pytest.mark.timeout(60)
@pytest.mark.parametrize("cost", [Cost(), Cost(memory_kib=8 * 1024, passes=1, lanes=3)], ids=["usual", "three lanes"])
def test_many_passwords_at_once_wait_for_nothing_but_a_turn(cost: Cost) -> None:
    """At the cost of every day, and of passwords kept by an older centre, whose checks must follow one another."""
    assert Cost().lanes == 1
    kept = passwords.hashed("correct horse battery", cost)
    found: list[bool] = []

    def check() -> None:
        found.append(passwords.matches("correct horse battery", kept))
        found.append(passwords.matches("correct horse batterie", kept))

    threads = [threading.Thread(target=check, daemon=True) for _ in range(6)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(45)
    assert sorted(found) == [False] * 6 + [True] * 6


def test_a_password_that_gets_no_turn_or_no_memory_is_told_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Busy, with a time to wait: never a failure, and never a wrong password."""
    monkeypatch.setattr(passwords, "PATIENCE_SECONDS", 0.01)
    with ExitStack() as held:
        for _ in range(passwords.AT_ONCE):
            held.enter_context(passwords._gate)
        with pytest.raises(Refused) as no:
            passwords.hashed("correct horse battery", CHEAP)
    assert (no.value.code, no.value.retry_after) == (Code.BUSY, 5)

    def run_out() -> None:
        with passwords._turn(1):
            raise MemoryError

    with pytest.raises(Refused) as no:
        run_out()
    assert no.value.code == Code.BUSY
    assert passwords.hashed("correct horse battery", CHEAP)


def test_tokens_and_passwords_are_never_the_same_twice() -> None:
    """They come from the system's own randomness."""
    assert len({passwords.new_token() for _ in range(50)}) == 50
    made = {passwords.new_password() for _ in range(50)}
    assert len(made) == 50
    assert all(len(one) >= passwords.PASSWORD_LEAST for one in made)


def test_what_is_kept_of_a_token_is_not_the_token() -> None:
    """A stolen database lets nobody in."""
    token = passwords.new_token()
    assert token not in passwords.token_hash(token)


def test_delays_grow_to_a_quarter_of_an_hour() -> None:
    """Four are free; then 30 s, doubling."""
    assert [delay_after(tries) for tries in (1, 4, 5, 6, 7, 8, 9, 10, 500)] == [0, 0, 30, 60, 120, 240, 480, 900, 900]
    assert LONGEST_DELAY == 900


def test_a_login_has_one_spelling() -> None:
    """Capitals and blanks make no second officer."""
    assert plain_login("  SI.Rampur ") == "si.rampur"


def test_rights_are_read_as_they_are_written() -> None:
    """Commas, blanks, ``all``; any other word is named."""
    assert rights_of("view,upload", "jail-break jail-break") == (("view", "upload"), ("jail-break",))
    assert set(rights_of("all", "")[0]) == set(Act)
    with pytest.raises(SetupError, match="fly"):
        rights_of("view fly", "")


def test_a_right_that_is_not_there_is_refused() -> None:
    """The refusal names the act."""
    actor = Actor(Account("a", "A", "SI", "1", ("view",), ()), "m", "1", "09")
    actor.require(Act.VIEW)
    with pytest.raises(Refused, match="recall"):
        actor.require(Act.RECALL)
