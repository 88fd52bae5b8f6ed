"""The officers of a PC: added, listed, removed by who may; a new password over the old one, with no line."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from station_client.domain.alert import Category
from station_client.errors import (
    InputError,
    LockedOutError,
    MachineSecretMissingError,
    VouchNeededError,
    WrongPasswordError,
)
from station_client.services.deeds import Deed
from tests.support.centre import CONSTABLE_A, PASSWORD, SHO_A, SI_A, SmallCentre
from tests.support.houses import Pc
from tests.support.terminals import Terminal, terminal

NEW = "a new good battery"


@pytest.fixture
def pc(tmp_path: Path, centre: SmallCentre) -> Pc:
    """Set up a PC where the officer in charge, a sub-inspector and a constable have slots."""
    made = Pc(tmp_path / "pc", centre.centre)
    at = terminal(made)
    assert at.run("sign-in", "--officer", SHO_A) == 0
    for one in (SI_A, CONSTABLE_A):
        assert at.run("officers", "add", one, "--officer", SHO_A) == 0
    return made


@pytest.fixture
def at(pc: Pc) -> Terminal:
    """Sit down at its terminal."""
    return terminal(pc)


def known(at: Terminal) -> list[str]:
    """List the log-in names of this PC."""
    return [one["login"] for one in at.table("officers", "list")["officers"]]


def said(text: str) -> int:
    """Give a descriptor from which a line can be read."""
    reader, writer = os.pipe()
    os.write(writer, text.encode() + b"\n")
    os.close(writer)
    return reader


def test_the_officer_in_charge_removes_one(at: Terminal, pc: Pc) -> None:
    """With no line; the other officers sign in as before, twice over, and the trail says who did it."""
    pc.cut = True
    assert known(at) == [SHO_A, SI_A, CONSTABLE_A]
    assert at.run("officers", "remove", CONSTABLE_A, "--officer", SHO_A) == 0
    assert known(at) == [SHO_A, SI_A]
    assert at.run("sign-in", "--officer", CONSTABLE_A) == 4
    assert at.run("officers", "remove", SI_A, "--officer", SHO_A) == 0
    entries = at.table("audit", "list", "--officer", SHO_A)["entries"]
    removed = [(one["login"], one["subject"]) for one in entries if one["act"] == Deed.REMOVED]
    assert removed == [(SHO_A, CONSTABLE_A), (SHO_A, SI_A)]
    assert at.run("audit", "verify", "--officer", SHO_A) == 0


def test_what_a_removed_officer_wrote_is_in_the_hands_of_who_is_in_charge(pc: Pc) -> None:
    """Draft, item and attachment: seen, taken back, handed on; to a colleague who stays nothing is taken back."""
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        pc.cut = True
        texts = replace(
            verbs.drafts.begin(),
            fir_text="12/2026",
            category=Category.SEIZURE,
            description="A stolen lorry was seen near Rampur.",
        )
        item = verbs.drafts.submit(verbs.drafts.save(texts).draft_id)
        left = verbs.drafts.save(replace(verbs.drafts.begin(), description="Half written."))
        verbs.session.sign_in(SHO_A, PASSWORD)
        assert verbs.outbox.left_behind() == frozenset()
        verbs.officers.remove(SI_A)
        assert verbs.outbox.left_behind() == {SI_A}
        assert [one.login for one in verbs.officers.here()] == [SHO_A, CONSTABLE_A]
        assert verbs.drafts.of_station() == (left,)
        back = verbs.outbox.take_back(item.item_id)
        assert verbs.drafts.hand_over(back.draft_id, SHO_A).author == SHO_A
    pc.cut = False
    with pc.house() as verbs:
        verbs.session.sign_in(SHO_A, PASSWORD)
        verbs.session.add_officer(SI_A, PASSWORD)
        assert verbs.outbox.left_behind() == frozenset()
        known = {str(one.login): one.since for one in verbs.officers.here()}
        vouched = [one.at for one in verbs.audit.entries() if (one.act, one.subject) == (Deed.VOUCHED, SI_A)]
        assert known[SI_A] == vouched[-1]
        verbs.session.sign_in(SI_A, PASSWORD)
        assert [one.draft_id for one in verbs.drafts.mine()] == [left.draft_id]


def test_who_may_not_remove(at: Terminal) -> None:
    """A sub-inspector removes nobody, nobody removes themselves or one who is not here; nothing changes."""
    assert at.run("officers", "remove", CONSTABLE_A, "--officer", SI_A) == 3
    assert at.run("officers", "remove", SHO_A.upper(), "--officer", SHO_A) == 3
    assert at.run("officers", "remove", "nobody", "--officer", SHO_A) == 3
    assert "no place on this PC" in at.err
    assert known(at) == [SHO_A, SI_A, CONSTABLE_A]


def test_a_copy_of_the_vault_from_before_opens_nothing(pc: Pc) -> None:
    """Laid back by the officer who went, who still knows the password: the keychain has no key for it any more."""
    with pc.house() as verbs:
        verbs.session.sign_in(SHO_A, PASSWORD)
        copies = [(pc.folder / "vault.json").read_bytes()]
        verbs.officers.remove(SI_A)
        copies.append((pc.folder / "vault.json").read_bytes())
        verbs.officers.remove(CONSTABLE_A)
        newest = (pc.folder / "vault.json").read_bytes()
    for copy in copies:
        (pc.folder / "vault.json").write_bytes(copy)
        with pc.house() as verbs, pytest.raises(MachineSecretMissingError):
            verbs.session.sign_in(CONSTABLE_A, PASSWORD)
    (pc.folder / "vault.json").write_bytes(newest)
    with pc.house() as verbs:
        assert verbs.session.sign_in(SHO_A, PASSWORD).officer.login == SHO_A


def test_who_was_removed_may_be_added_again(at: Terminal) -> None:
    """As a newcomer is: by one who vouches, with the centre's word."""
    at.run("officers", "remove", SI_A, "--officer", SHO_A)
    assert at.run("sign-in", "--officer", SI_A) == 4
    assert at.run("officers", "add", SI_A, "--officer", SHO_A) == 0
    assert at.run("sign-in", "--officer", SI_A) == 0


def test_with_passwords_alone(tmp_path: Path, centre: SmallCentre) -> None:
    """The slot goes; nobody is listed before or after."""
    pc = Pc(tmp_path / "alone", centre.centre, keychain=None)
    with pc.house(password_only=True) as verbs:
        verbs.session.sign_in(SHO_A, PASSWORD)
        verbs.session.add_officer(SI_A, PASSWORD)
        verbs.officers.remove(SI_A)
        assert verbs.officers.all() == ()
        with pytest.raises(VouchNeededError):
            verbs.session.sign_in(SI_A, PASSWORD)


def test_a_new_password_with_no_line(at: Terminal, pc: Pc) -> None:
    """The old one opens nothing afterwards; the store and the other officers stay as they are."""
    pc.cut = True
    descriptor = said(NEW)
    assert at.run("password", "--officer", SI_A, "--new-password-fd", str(descriptor)) == 0
    os.close(descriptor)
    assert at.run("sign-in", "--officer", SI_A) == 4
    assert at.run("sign-in", "--officer", SHO_A) == 0
    at.password = NEW
    assert at.run("sign-in", "--officer", SI_A) == 0
    acts = [one["act"] for one in at.table("audit", "list", "--officer", SI_A)["entries"]]
    assert acts.count(Deed.PASSWORD_CHANGED) == 1


def test_a_new_password_needs_the_old_one(pc: Pc) -> None:
    """Whoever finds an open session cannot take it over; a short password is refused."""
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        before = (pc.folder / "vault.json").read_bytes()
        with pytest.raises(WrongPasswordError):
            verbs.officers.change_password("a guess", NEW)
        with pytest.raises(InputError, match="too-short"):
            verbs.officers.change_password(PASSWORD, "short")
        assert (pc.folder / "vault.json").read_bytes() == before


@dataclass
class SetClock:
    """A PC's clock that anyone can set, and its seconds since the start that nobody can."""

    wall: datetime = field(default_factory=lambda: datetime.now(UTC))
    started: float = 5000.0

    def now(self) -> datetime:
        """Give what the clock was set to."""
        return self.wall

    def monotonic(self) -> float:
        """Give the seconds since the PC started."""
        return self.started


@pytest.mark.parametrize("years", [3, -3])
def test_no_setting_of_the_clock_ends_a_lock_out(pc: Pc, years: int) -> None:
    """Forward or back by years, and the program started anew: the wait is counted from the PC's start."""
    clock = SetClock()
    pc.clock, pc.cut = clock, True
    with pc.house() as verbs:
        for _ in range(5):
            with pytest.raises((WrongPasswordError, LockedOutError)):
                verbs.session.sign_in(SI_A, "wrong")
    clock.wall += timedelta(days=365 * years)
    clock.started += 10
    with pc.house() as verbs:
        with pytest.raises(LockedOutError) as told:
            verbs.session.sign_in(SI_A, PASSWORD)
        assert told.value.seconds == 20
        clock.started = 15.0  # the PC was started anew: the wait begins again, and ends
        with pytest.raises(LockedOutError):
            verbs.session.sign_in(SI_A, PASSWORD)
        clock.started += 30
        assert verbs.session.sign_in(SI_A, PASSWORD).officer.login == SI_A
