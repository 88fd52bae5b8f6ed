"""Wrong passwords in the audit trail: at once where a vault stands open, else at the next sign-in, each once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from station_client.errors import DiskFullError, WrongPasswordError
from station_client.services.deeds import Deed
from station_client.services.verbs import Verbs
from tests.support.centre import PASSWORD, SHO_A, SI_A
from tests.support.houses import Pc, ShiftedClock


@pytest.fixture
def used(pc: Pc) -> Pc:
    """Set up a PC on which one officer has signed in."""
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
    return pc


def wrong_ones(verbs: Verbs) -> list[str]:
    """List whose wrong passwords stand in the trail."""
    return [one.login for one in verbs.audit.entries() if one.act == Deed.WRONG_PASSWORD]


def test_a_wrong_password_ends_in_the_trail_once(used: Pc) -> None:
    """What was typed before a closed vault is told at the next sign-in, by its own moment; at a lock at once."""
    clock = ShiftedClock(timedelta(days=-2))
    used.cut, used.clock = True, clock
    with used.house() as verbs, pytest.raises(WrongPasswordError):
        verbs.session.sign_in(SI_A, "wrong")
    then, used.clock = clock.now(), ShiftedClock(timedelta())
    with used.house() as verbs:
        verbs.session.sign_in(SI_A.upper(), PASSWORD)
        (early,) = [one for one in verbs.audit.entries() if one.act == Deed.WRONG_PASSWORD]
        assert (early.login, early.subject) == (SI_A, SI_A)
        assert abs(early.at - then) < timedelta(minutes=1)
        verbs.session.lock()
        with pytest.raises(WrongPasswordError):
            verbs.session.unlock("wrong")
        verbs.session.unlock(PASSWORD)
        assert wrong_ones(verbs) == [SI_A, SI_A]
    with used.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        assert wrong_ones(verbs) == [SI_A, SI_A]
        verbs.audit.verify()


def test_a_wrong_password_is_told_by_whoever_signs_in_next(used: Pc) -> None:
    """A colleague who guessed at an officer's password does not have it hidden by leaving it at that."""
    with used.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        verbs.session.add_officer(SHO_A, PASSWORD)
        verbs.session.sign_out()
        with pytest.raises(WrongPasswordError):
            verbs.session.sign_in(SI_A, "wrong")
        verbs.session.sign_in(SHO_A, PASSWORD)
        assert wrong_ones(verbs) == [SI_A]
        with pytest.raises(WrongPasswordError):
            verbs.session.sign_in(SI_A, "wrong")
        assert wrong_ones(verbs) == [SI_A, SI_A]


def test_what_no_trail_could_take_stays_noted(used: Pc, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full then hides nothing, and the officer hears that the password is wrong."""
    with used.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        trail = verbs.session.stores().desk.audit

        def full(*_: object) -> None:
            raise DiskFullError("no space")

        monkeypatch.setattr(trail, "append", full)
        with pytest.raises(WrongPasswordError):
            verbs.session.prove("wrong")
        monkeypatch.undo()
        assert not wrong_ones(verbs)
        verbs.session.sign_in(SI_A, PASSWORD)
        assert wrong_ones(verbs) == [SI_A]
