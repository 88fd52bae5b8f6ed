"""Signing in: by the centre the first time, with no line after; by name, by password, by this PC's secret."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from station_client import app
from station_client.config import Settings
from station_client.domain.office import Act
from station_client.errors import (
    CentreUnreachableError,
    ClockWrongError,
    FirstSignInNeedsLineError,
    InputError,
    KeychainMissingError,
    LockedOutError,
    MachineSecretMissingError,
    NotSignedInError,
    ProfileInUseError,
    SettingsError,
    VouchNeededError,
    WrongPasswordError,
)
from station_client.events import SessionChanged
from station_client.services.deeds import Deed
from tests.support.centre import OFFICERS, PASSWORD, SHO_A, SI_A, SmallCentre
from tests.support.houses import MemoryKeychain, Pc, ShiftedClock

NEW_PASSWORD = "another good battery"


@pytest.fixture
def used(pc: Pc) -> Pc:
    """Set up a PC on which one officer has signed in."""
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
    return pc


def test_the_first_sign_in_asks_the_centre_and_makes_the_vault(pc: Pc) -> None:
    """Afterwards the officer is known here, by name, with the centre's rights."""
    with pc.house() as verbs:
        assert not verbs.session.vault_exists()
        assert verbs.session.first_time(SI_A)
        who = verbs.session.sign_in(f" {SI_A} ", PASSWORD)
        assert who.online
        assert not who.password_only
        assert who.officer.office.name == "RAMPUR"
        assert Act.UPLOAD in who.officer.rights.acts
        assert [one.name for one in verbs.session.known_officers()] == ["Anil Sharma"]
        assert not verbs.session.first_time(SI_A.upper())


def test_later_sign_ins_need_no_line(used: Pc) -> None:
    """With the line cut the same officer is let in, with the rights last stated."""
    used.cut = True
    with used.house() as verbs:
        who = verbs.session.sign_in(SI_A, PASSWORD)
        assert not who.online
        assert Act.UPLOAD in who.officer.rights.acts
        assert verbs.session.current() == who


def test_the_first_sign_in_needs_the_line(pc: Pc) -> None:
    """Without the line nothing is made on the PC."""
    pc.cut = True
    with pc.house() as verbs:
        with pytest.raises(FirstSignInNeedsLineError):
            verbs.session.sign_in(SI_A, PASSWORD)
        assert not verbs.session.vault_exists()
        assert verbs.session.current() is None


@pytest.mark.parametrize("cut", [False, True])
def test_a_wrong_password_opens_nothing(used: Pc, cut: bool) -> None:  # noqa: FBT001 a parameter of the test
    """Neither at the centre nor here, and nobody is signed in after it."""
    used.cut = cut
    with used.house() as verbs:
        with pytest.raises(WrongPasswordError):
            verbs.session.sign_in(SI_A, "wrong")
        with pytest.raises(NotSignedInError):
            verbs.drafts.mine()


def test_a_wrong_password_at_the_first_sign_in_makes_no_vault(pc: Pc) -> None:
    """The centre says no, and the PC stays as it was."""
    with pc.house() as verbs:
        with pytest.raises(WrongPasswordError):
            verbs.session.sign_in(SI_A, "wrong")
        assert not verbs.session.vault_exists()


def test_too_many_wrong_passwords_lock_out_even_the_right_one(used: Pc) -> None:
    """The fifth tells how long the officer waits; a restart does not help; in time the right one opens again."""
    clock = ShiftedClock()
    used.clock, used.cut = clock, True
    with used.house() as verbs:
        for _ in range(4):
            with pytest.raises(WrongPasswordError):
                verbs.session.sign_in(SI_A, "wrong")
        with pytest.raises(LockedOutError) as told:
            verbs.session.sign_in(SI_A, "wrong")
        assert told.value.seconds == 30
    with used.house() as verbs:
        with pytest.raises(LockedOutError) as locked:
            verbs.session.sign_in(SI_A, PASSWORD)
        clock.ahead = timedelta(seconds=locked.value.seconds + 1)
        assert verbs.session.sign_in(SI_A, PASSWORD).officer.login == SI_A


@pytest.mark.parametrize(("login", "password", "field"), [("", PASSWORD, "login"), (SI_A, "", "password")])
def test_name_and_password_are_both_needed(pc: Pc, login: str, password: str, field: str) -> None:
    """The field that is empty is named."""
    with pc.house() as verbs, pytest.raises(InputError) as wrong:
        verbs.session.sign_in(login, password)
    assert wrong.value.field == field


def test_a_second_officer_is_let_in_by_the_first(used: Pc) -> None:
    """Somebody unknown here needs an officer who vouches; after that they sign in with no line."""
    with used.house() as verbs:
        with pytest.raises(VouchNeededError):
            verbs.session.sign_in(SHO_A, PASSWORD)
        with pytest.raises(NotSignedInError):
            verbs.session.add_officer(SHO_A, PASSWORD)
        verbs.session.sign_in(SI_A, PASSWORD)
        assert verbs.session.add_officer(SHO_A, PASSWORD).name == "Rakesh Kumar Verma"
        used.cut = True
        assert not verbs.session.sign_in(SHO_A, PASSWORD).online
        assert {one.login for one in verbs.session.known_officers()} == {SI_A, SHO_A}
        assert (Deed.VOUCHED, SHO_A) in [(one.act, one.subject) for one in verbs.audit.entries()]


def test_vouching_needs_the_centres_word(used: Pc) -> None:
    """A wrong password for the newcomer lets nobody in."""
    with used.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        with pytest.raises(WrongPasswordError):
            verbs.session.add_officer(SHO_A, "wrong")
        assert verbs.session.first_time(SHO_A)


def test_a_lock_hides_everything_until_the_same_officer_is_back(used: Pc) -> None:
    """Locked, no verb reads anything; the right password shows everything again."""
    with used.house() as verbs:
        who = verbs.session.sign_in(SI_A, PASSWORD)
        draft = verbs.drafts.begin()
        verbs.session.lock()
        assert verbs.session.current() is None
        assert verbs.session.locked() == who
        with pytest.raises(NotSignedInError):
            verbs.drafts.one(draft.draft_id)
        with pytest.raises(WrongPasswordError):
            verbs.session.unlock("wrong")
        assert verbs.session.unlock(PASSWORD) == who
        assert verbs.drafts.one(draft.draft_id) == draft


def test_signing_out_closes_the_vault(used: Pc) -> None:
    """Nothing can be read or unlocked after it, and the news is told."""
    with used.house() as verbs:
        told: list[object] = []
        verbs.bus.listen(told.append)
        verbs.session.sign_in(SI_A, PASSWORD)
        verbs.session.sign_out()
        assert told.count(SessionChanged()) == 2
        with pytest.raises(NotSignedInError):
            verbs.alerts.dashboard()
        with pytest.raises(NotSignedInError):
            verbs.session.unlock(PASSWORD)


def test_a_password_changed_at_the_centre_is_taken_over(used: Pc, centre: SmallCentre) -> None:
    """The vault stays; from now on the new password opens it, also with no line."""
    with used.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        draft = verbs.drafts.begin()
        centre.house.accounts.put_officer(OFFICERS[0], NEW_PASSWORD)
        with pytest.raises(WrongPasswordError):
            verbs.session.renew(PASSWORD)
        assert verbs.session.renew(NEW_PASSWORD).online
        used.cut = True
        with pytest.raises(CentreUnreachableError):
            verbs.session.renew(NEW_PASSWORD)
    with used.house() as verbs:
        with pytest.raises(WrongPasswordError):
            verbs.session.sign_in(SI_A, PASSWORD)
        verbs.session.sign_in(SI_A, NEW_PASSWORD)
        assert verbs.drafts.one(draft.draft_id).author == SI_A


def test_a_wrong_clock_stops_the_first_sign_in_and_never_the_later_ones(pc: Pc) -> None:
    """Online the difference is said; with a vault here, work goes on by whatever the clock shows."""
    clock = ShiftedClock(timedelta(minutes=6))
    pc.clock = clock
    with pc.house() as verbs:
        with pytest.raises(ClockWrongError) as wrong:
            verbs.session.sign_in(SI_A, PASSWORD)
        assert wrong.value.skew_seconds == pytest.approx(360, abs=5)
        clock.ahead = timedelta(minutes=4)
        verbs.session.sign_in(SI_A, PASSWORD)
        assert verbs.audit.skew() == pytest.approx(240, abs=5)
        clock.ahead = timedelta(days=400)
        verbs.session.sign_out()
        assert verbs.session.sign_in(SI_A, PASSWORD).officer.login == SI_A


def test_without_a_keychain_state_it_must_allow_the_password_alone(pc: Pc) -> None:
    """It is refused by default, before the password goes anywhere."""
    pc.keychain = None
    with pc.house() as verbs, pytest.raises(KeychainMissingError):
        verbs.session.sign_in(SI_A, PASSWORD)


def test_the_password_only_mode_says_what_it_is_and_lists_nobody(pc: Pc) -> None:
    """The vault then stands on the password; the sign-in screen asks for the name."""
    pc.keychain = None
    with pc.house(password_only=True) as verbs:
        assert verbs.session.sign_in(SI_A, PASSWORD).password_only
        assert verbs.session.known_officers() == ()
        assert not verbs.session.lists_officers()
        assert not verbs.session.first_time(SI_A)


def test_a_keychain_that_forgot_is_never_overruled(used: Pc) -> None:
    """The machine's secret is not made anew over a store that needs the old one."""
    used.keychain = MemoryKeychain()
    with used.house() as verbs, pytest.raises(MachineSecretMissingError):
        verbs.session.sign_in(SI_A, PASSWORD)
    assert used.keychain.held == {}


def test_a_copied_data_folder_opens_on_no_other_pc(used: Pc, tmp_path: Path, centre: SmallCentre) -> None:
    """Even with the right password: the other PC's keychain has another secret."""
    shutil.copytree(used.folder, tmp_path / "thief")
    thief = Pc(tmp_path / "thief", centre.centre)
    with thief.house() as verbs, pytest.raises(MachineSecretMissingError):
        verbs.session.sign_in(SI_A, PASSWORD)


def test_one_program_at_a_time(used: Pc) -> None:
    """A second house on the same data folder is refused; after the first is closed it stands."""
    with used.house(), pytest.raises(ProfileInUseError):
        used.build(Settings(profile=used.folder))
    with used.house() as verbs:
        assert verbs.session.sign_in(SI_A, PASSWORD).officer.login == SI_A


def test_a_house_without_a_centre_is_refused(tmp_path: Path) -> None:
    """State IT must say where the centre is."""
    with pytest.raises(SettingsError) as wrong:
        app.build(Settings(profile=tmp_path), keychain=None)
    assert wrong.value.setting == "centre_url"
