"""The centre withdraws an officer or a PC: nobody reads on, nothing is lost, and who is in charge goes on."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from station_client.domain.alert import Category
from station_client.domain.ids import ItemId
from station_client.domain.outbox import ItemState
from station_client.errors import (
    InputError,
    MachineRevokedError,
    NotSignedInError,
    OfficerRevokedError,
    VouchNeededError,
)
from station_client.services.deeds import Deed
from station_client.services.verbs import Verbs
from tests.support.centre import PASSWORD, SHO_A, SI_A, SmallCentre
from tests.support.houses import Pc


@pytest.fixture
def pc(tmp_path: Path, centre: SmallCentre) -> Pc:
    """Set up a PC where a sub-inspector signed in first."""
    made = Pc(tmp_path / "pc", centre.centre)
    with made.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
    return made


def active(centre: SmallCentre, login: str, *, active: bool) -> None:
    """Withdraw an officer at the centre, or take them back."""
    with centre.house.store.read() as unit:
        account = unit.officers.one(login)
    assert account is not None
    centre.house.accounts.put_officer(replace(account, active=active), "")


def withdraw_machine(centre: SmallCentre, pc: Pc) -> None:
    """Withdraw the PC at the centre."""
    with pc.house() as verbs:
        machine_id = verbs.session._doors.vault.machine_id()
    with centre.house.store.write() as unit:
        assert unit.sessions.revoke(machine_id, centre.house.clock.now())


def submitted(verbs: Verbs) -> ItemId:
    """Submit an alert that waits."""
    draft = replace(verbs.drafts.begin(), fir_text="0619/2026", category=Category.SEIZURE, description="Seen again.")
    verbs.drafts.save(draft)
    return verbs.drafts.submit(draft.draft_id).item_id


def test_a_withdrawn_officer_is_signed_out_and_opens_nothing(pc: Pc, centre: SmallCentre) -> None:
    """At the next contact; the password opens nothing here any more, with or without a line."""
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        verbs.session.add_officer(SHO_A, PASSWORD)
        active(centre, SI_A, active=False)
        with pytest.raises(OfficerRevokedError):
            verbs.sync.sync_once()
        assert (verbs.session.current(), verbs.session.locked()) == (None, None)
        assert verbs.session.ended_by() == OfficerRevokedError.code
        with pytest.raises(NotSignedInError):
            verbs.drafts.mine()
        with pytest.raises(NotSignedInError):
            verbs.session.unlock(PASSWORD)
        with pytest.raises(VouchNeededError):
            verbs.session.sign_in(SI_A, PASSWORD)
    pc.cut = True
    with pc.house() as verbs:
        with pytest.raises(VouchNeededError):
            verbs.session.sign_in(SI_A, PASSWORD)
        verbs.session.sign_in(SHO_A, PASSWORD)
        assert verbs.session.ended_by() == ""
        assert [one.subject for one in verbs.audit.entries() if one.act == Deed.WITHDRAWN] == [SI_A]
        assert verbs.audit.verify()


def test_what_they_left_goes_on_with_who_is_in_charge(pc: Pc, centre: SmallCentre) -> None:
    """Their draft and their unsent alert are seen, taken back, handed over and sent by another officer."""
    pc.cut = True
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        draft = verbs.drafts.save(replace(verbs.drafts.begin(), description="Half written."))
        item_id = submitted(verbs)
        pc.cut = False
        verbs.session.add_officer(SHO_A, PASSWORD)
        active(centre, SI_A, active=False)
        with pytest.raises(OfficerRevokedError):
            verbs.sync.sync_once()
        verbs.session.sign_in(SHO_A, PASSWORD)
        assert draft.draft_id in {one.draft_id for one in verbs.drafts.of_station()}
        back = verbs.outbox.take_back(item_id)
        assert back.author == SI_A
        assert verbs.drafts.hand_over(back.draft_id, SHO_A).author == SHO_A
        with pytest.raises(InputError):
            verbs.drafts.hand_over(back.draft_id, SI_A)
        sent = verbs.drafts.submit(back.draft_id)
        verbs.sync.sync_once()
        assert verbs.outbox.one(sent.item_id).state is ItemState.COMPLETE


def test_who_is_in_charge_takes_nothing_from_one_who_is_not_withdrawn(pc: Pc) -> None:
    """An officer's queued alert stays theirs."""
    pc.cut = True
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        item_id = submitted(verbs)
        pc.cut = False
        verbs.session.add_officer(SHO_A, PASSWORD)
        verbs.session.sign_in(SHO_A, PASSWORD)
        with pytest.raises(InputError):
            verbs.outbox.take_back(item_id)


def test_the_only_officer_is_shut_out_until_the_centre_takes_them_back(pc: Pc, centre: SmallCentre) -> None:
    """Nothing else opens the vault, so their slot is kept closed: their work is not lost with them."""
    active(centre, SI_A, active=False)
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        draft = verbs.drafts.save(replace(verbs.drafts.begin(), description="Half written."))
        with pytest.raises(OfficerRevokedError):
            verbs.sync.sync_once()
    with pc.house() as verbs:
        for pc.cut in (True, False):
            with pytest.raises(OfficerRevokedError):
                verbs.session.sign_in(SI_A, PASSWORD)
        active(centre, SI_A, active=True)
        verbs.session.sign_in(SI_A, PASSWORD)
        assert verbs.drafts.one(draft.draft_id).description == "Half written."
    pc.cut = True
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)


def test_the_sync_thread_closes_the_vault(pc: Pc, centre: SmallCentre) -> None:
    """In the window nobody has to do anything: the round of the background ends the session, stores and all."""
    active(centre, SI_A, active=False)
    with pc.house(background=True) as verbs:
        left = threading.Event()
        verbs.bus.listen(lambda _: left.set() if verbs.session.ended_by() and not verbs.session.behind() else None)
        verbs.session.sign_in(SI_A, PASSWORD)
        assert left.wait(20)
        assert verbs.session.ended_by() == OfficerRevokedError.code


def test_a_withdrawal_is_heard_when_a_password_is_proved_at_the_centre(pc: Pc, centre: SmallCentre) -> None:
    """A session that expired is renewed by password; the centre's no ends it as a round's does."""
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        active(centre, SI_A, active=False)
        with pytest.raises(OfficerRevokedError):
            verbs.session.renew(PASSWORD)
        assert verbs.session.current() is None


def test_a_withdrawn_pc_opens_for_nobody(pc: Pc, centre: SmallCentre) -> None:
    """It locks at the next contact; what waits stays sealed on it, and opens when the centre takes it back."""
    withdraw_machine(centre, pc)
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        item_id = submitted(verbs)
        with pytest.raises(MachineRevokedError):
            verbs.sync.sync_once()
        assert (verbs.session.current(), verbs.session.ended_by()) == (None, MachineRevokedError.code)
    with pc.house() as verbs:
        for pc.cut in (True, False):
            with pytest.raises(MachineRevokedError):
                verbs.session.sign_in(SI_A, PASSWORD)
        with centre.house.store.write() as unit:
            assert unit.sessions.revoke(verbs.session._doors.vault.machine_id(), None)
        verbs.session.sign_in(SI_A, PASSWORD)
        assert verbs.outbox.one(item_id).state is ItemState.QUEUED
        acts = [one.act for one in verbs.audit.entries()]
        assert acts.count(Deed.PC_WITHDRAWN) == 1
