"""The removal of an officer is cut off, or comes together with another change: it is finished, and stays done."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

import pytest

from station_client.domain.ids import Login
from station_client.errors import KeychainError, OfficerRevokedError, SignInError, VouchNeededError
from station_client.events import AccessWithdrawn
from station_client.ports import Granted
from station_client.security import epoch, slotfile
from station_client.security.cipher import KEY_BYTES
from station_client.security.slotfile import SlotFile
from station_client.services.verbs import Verbs
from tests.support.centre import CONSTABLE_A, PASSWORD, SHO_A, SI_A, SmallCentre
from tests.support.houses import MemoryKeychain, Pc

NEW = "a new good battery"


@dataclass
class FailingKeychain(MemoryKeychain):
    """A keychain that keeps so many writings and no more."""

    left: int = 1000

    def write(self, entry: str, secret: bytes) -> None:
        """Keep the secret, or fail."""
        self.left -= 1
        if self.left < 0:
            raise KeychainError("gone away")
        super().write(entry, secret)


@pytest.fixture
def keychain() -> FailingKeychain:
    """Give the PC's keychain."""
    return FailingKeychain()


@pytest.fixture
def pc(tmp_path: Path, centre: SmallCentre, keychain: FailingKeychain) -> Pc:
    """Set up a PC with three officers, one of whom was removed once: an epoch has begun."""
    made = Pc(tmp_path / "pc", centre.centre, keychain=keychain)
    with made.house() as verbs:
        verbs.session.sign_in(SHO_A, PASSWORD)
        verbs.session.add_officer(SI_A, PASSWORD)
        verbs.session.add_officer(CONSTABLE_A, PASSWORD)
        verbs.officers.remove(CONSTABLE_A)
        verbs.session.add_officer(CONSTABLE_A, PASSWORD)
    made.cut = True
    return made


def known(verbs: Verbs) -> set[str]:
    """List who has a slot."""
    return {one.login for one in verbs.session.known_officers()}


def refused(pc: Pc, login: str) -> None:
    """Prove that this officer is a newcomer here."""
    with pc.house() as verbs, pytest.raises(VouchNeededError):
        verbs.session.sign_in(login, PASSWORD)


def cut_removal(pc: Pc, keychain: FailingKeychain, writings: int) -> None:
    """Remove the sub-inspector; the keychain fails after so many writings."""
    with pc.house() as verbs:
        verbs.session.sign_in(SHO_A, PASSWORD)
        keychain.left = writings
        with pytest.raises(KeychainError):
            verbs.officers.remove(SI_A)
    keychain.left = 1000


def settled(keychain: MemoryKeychain) -> bytes:
    """Give the keychain's entry, which holds one epoch's key beside the machine's secret and no more."""
    (secret,) = keychain.held.values()
    assert len(secret) == 2 * KEY_BYTES
    return secret


def test_the_key_of_an_epoch_that_is_over_goes_at_the_next_sign_in(pc: Pc, keychain: FailingKeychain) -> None:
    """Cut off before the last step: the file of before opens nothing once anyone has signed in again."""
    before = (pc.folder / "vault.json").read_bytes()
    old = settled(keychain)
    cut_removal(pc, keychain, 1)
    (both,) = keychain.held.values()
    assert old[KEY_BYTES:] in both
    with pc.house() as verbs:
        verbs.session.sign_in(CONSTABLE_A, PASSWORD)
        assert known(verbs) == {SHO_A, CONSTABLE_A}
    assert old[KEY_BYTES:] not in settled(keychain)
    (pc.folder / "vault.json").write_bytes(before)
    with pc.house() as verbs, pytest.raises(KeychainError):
        verbs.session.sign_in(SI_A, PASSWORD)


@pytest.mark.parametrize("first", [SI_A, SHO_A, CONSTABLE_A])
def test_a_removal_whose_slot_still_stands_is_finished(pc: Pc, keychain: FailingKeychain, first: str) -> None:
    """Whoever signs in first, and be it who was removed: their password lets them in no more."""
    cut_removal(pc, keychain, 0)
    with pc.house() as verbs:
        assert SI_A in known(verbs)
        if first == SI_A:
            with pytest.raises(VouchNeededError):
                verbs.session.sign_in(first, PASSWORD)
        else:
            verbs.session.sign_in(first, PASSWORD)
        assert known(verbs) == {SHO_A, CONSTABLE_A}
    settled(keychain)
    refused(pc, SI_A)


def test_a_keychain_that_still_fails_keeps_nobody_else_from_work(pc: Pc, keychain: FailingKeychain) -> None:
    """The removed officer stays out all the same; the next sign-in finishes it."""
    cut_removal(pc, keychain, 0)
    with pc.house() as verbs:
        keychain.left = 0
        verbs.session.sign_in(SHO_A, PASSWORD)
        with pytest.raises(VouchNeededError):
            verbs.session.sign_in(SI_A, PASSWORD)
        keychain.left = 1000
        verbs.session.sign_in(SHO_A, PASSWORD)
        assert known(verbs) == {SHO_A, CONSTABLE_A}
    settled(keychain)


def test_the_first_removal_of_a_pc_that_is_cut_off_is_undone_and_done_again(
    tmp_path: Path, centre: SmallCentre
) -> None:
    """There is no older key yet; what stands for it goes too."""
    keychain = FailingKeychain()
    pc = Pc(tmp_path / "new", centre.centre, keychain=keychain)
    with pc.house() as verbs:
        verbs.session.sign_in(SHO_A, PASSWORD)
        verbs.session.add_officer(SI_A, PASSWORD)
    cut_removal(pc, keychain, 1)
    with pc.house() as verbs:
        verbs.session.sign_in(SHO_A, PASSWORD)
    assert epoch.NO_SEAL not in settled(keychain)
    refused(pc, SI_A)


@pytest.mark.parametrize("alone", [False, True], ids=["with a colleague", "alone"])
def test_a_withdrawal_during_a_password_change_stays_done(
    pc: Pc, monkeypatch: pytest.MonkeyPatch, *, alone: bool
) -> None:
    """The old password is proved, then the centre withdraws the officer: the new password opens nothing."""
    with pc.house() as verbs:
        verbs.session.sign_in(SHO_A, PASSWORD)
        if alone:
            verbs.officers.remove(SI_A)
            verbs.officers.remove(CONSTABLE_A)
        monkeypatch.setattr(verbs.session._doors.lockout, "right", lambda login: withdrawn(verbs, login))
        with pytest.raises(OfficerRevokedError):
            verbs.officers.change_password(PASSWORD, NEW)
    monkeypatch.undo()
    for password in (PASSWORD, NEW):
        with pc.house() as verbs, pytest.raises(OfficerRevokedError if alone and password == PASSWORD else SignInError):
            verbs.session.sign_in(SHO_A, password)


def withdrawn(verbs: Verbs, login: Login) -> None:
    """Hear the centre's word on the officer, as the sync thread does."""
    verbs.bus.tell(AccessWithdrawn(officers=(login,)))


def test_a_withdrawal_during_a_renewal_stays_done(pc: Pc, monkeypatch: pytest.MonkeyPatch) -> None:
    """The centre said yes to the password, and withdrew the officer before the slot was written again."""
    pc.cut = False
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        asked = verbs.session._ask

        def granted(*said: object) -> Granted:
            given = asked(*said)  # type: ignore[arg-type]
            withdrawn(verbs, Login(SI_A))
            return given

        monkeypatch.setattr(verbs.session, "_ask", granted)
        with pytest.raises(OfficerRevokedError):
            verbs.session.renew(PASSWORD)
    refused(pc, SI_A)


def test_two_removals_at_once_leave_a_vault_that_opens(pc: Pc, monkeypatch: pytest.MonkeyPatch) -> None:
    """The officer in charge removes one while the centre withdraws another: both are out, and the rest go on."""
    meet, write = threading.Barrier(2, timeout=0.5), slotfile.write

    def together(path: Path, content: SlotFile) -> None:
        with_other(meet)
        write(path, content)

    with pc.house() as verbs:
        verbs.session.sign_in(SHO_A, PASSWORD)
        monkeypatch.setattr(slotfile, "write", together)
        other = threading.Thread(target=withdrawn, args=(verbs, Login(CONSTABLE_A)))
        other.start()
        verbs.officers.remove(SI_A)
        other.join()
    monkeypatch.undo()
    with pc.house() as verbs:
        verbs.session.sign_in(SHO_A, PASSWORD)
        assert known(verbs) == {SHO_A}


def with_other(meet: threading.Barrier) -> None:
    """Wait until the other change is as far, or is kept waiting."""
    try:
        meet.wait()
    except threading.BrokenBarrierError:
        return
