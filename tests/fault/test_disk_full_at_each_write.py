"""The disk is full at one of the officer's acts: told as such, nothing acknowledged is lost, with room it goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from station_client.app import House
from station_client.config import Settings
from station_client.domain.alert import Category
from station_client.domain.draft import Draft
from station_client.domain.outbox import ItemState, OutboxItem
from station_client.services.verbs import Verbs
from station_client.store.replica.changes import Changes
from tests.support.casework import alert, receipt_of
from tests.support.centre import PASSWORD, SHO_A, SI_A, small_centre
from tests.support.houses import Pc
from tests.support.sample_files import pdf
from tests.support.small_disks import SmallDisk, needs_mounting, small_disk
from tests.support.told import told

WORDS = "A girl of eight, missing from the fair at Rampur."
ROOM = 80  # megabytes: the program wants 64 free at its start
LONG = " ".join(f"word{number}" for number in range(40_000))

pytestmark = needs_mounting


@dataclass
class Desk:
    """A PC on a small disk with an officer signed in, a draft with a file, and an item in the outbox."""

    pc: Pc
    disk: SmallDisk
    house: House
    draft: Draft
    item: OutboxItem

    @property
    def verbs(self) -> Verbs:
        """Give what the officer can do."""
        return self.house.verbs

    def seen(self) -> tuple[object, ...]:
        """Give all that was acknowledged, as the officer sees it."""
        verbs, stores = self.verbs, self.verbs.session.stores()
        words = stores.replica.search.find(words="robbery").count
        return (verbs.drafts.mine(), verbs.outbox.items(), verbs.audit.entries(), stores.replica.feed.cursor(), words)


def written(verbs: Verbs) -> Draft:
    """Write a draft that may be sent."""
    typed = replace(verbs.drafts.begin(), fir_text="12/2026", category=Category.SEIZURE, description=WORDS)
    verbs.drafts.save(typed)
    return verbs.drafts.attach_bytes(typed.draft_id, "memo.pdf", pdf())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Set up the PC; the centre stands on another disk."""
    with small_centre(tmp_path / "centre") as centre, small_disk(tmp_path / "disk", ROOM) as disk:
        pc = Pc(disk.place / "pc", centre.centre)
        house = pc.build(Settings(profile=pc.folder))
        try:
            house.verbs.session.sign_in(SI_A, PASSWORD)
            item = house.verbs.drafts.submit(written(house.verbs).draft_id)
            yield Desk(pc, disk, house, written(house.verbs), item)
        finally:
            house.close()


def save(desk: Desk) -> None:
    """Type on."""
    desk.verbs.drafts.save(replace(desk.draft, description=LONG))


def attach(desk: Desk) -> None:
    """Attach a second file of some size."""
    desk.verbs.drafts.attach_bytes(desk.draft.draft_id, "photo.pdf", pdf(pages=300))


def submit(desk: Desk) -> None:
    """Send the draft on its way."""
    desk.verbs.drafts.submit(desk.draft.draft_id)


def page(desk: Desk) -> None:
    """Take in a page of the centre's news."""
    news = Changes(cursor=9, alerts=tuple(alert(number) for number in range(300)))
    desk.verbs.session.stores().replica.feed.apply(news)


def receipt(desk: Desk) -> None:
    """Take the centre's receipt."""
    received = replace(desk.item, state=ItemState.COMPLETE, record_number="CM-2026-000042")
    desk.verbs.session.stores().desk.outbox.update(received, receipt_of(received))


def second_officer(desk: Desk) -> None:
    """Let a second officer in: a slot of the vault."""
    desk.verbs.session.add_officer(SHO_A, PASSWORD)


def setting(desk: Desk) -> None:
    """Keep a choice of the officer's."""
    desk.verbs.session.stores().desk.settings.put("language", "hi" * 3000)


def sign_in_again(desk: Desk) -> None:
    """Sign in to the store that is here."""
    desk.verbs.session.sign_in(SI_A, PASSWORD)


ACTS = (save, attach, submit, page, receipt, second_officer, setting, sign_in_again)


def fill_what_the_log_holds(desk: Desk) -> None:
    """Let each next write need room: what a log holds already from before is used up or taken away."""
    stores = desk.verbs.session.stores()
    for database in (stores.desk._database, stores.replica._database):
        database.checkpoint()


@pytest.mark.parametrize("act", ACTS)
def test_without_room_an_act_is_told_and_undone_whole(desk: Desk, act: Callable[[Desk], None]) -> None:
    """Disk-full, in words; all that was acknowledged is still seen; with room the same act succeeds, no restart."""
    vault = (desk.pc.folder / "vault.json").read_bytes()
    blobs = set(desk.pc.folder.joinpath("blobs").iterdir())
    before = desk.seen()
    fill_what_the_log_holds(desk)
    with desk.disk.full():
        with told("disk-full"):
            act(desk)
        if desk.verbs.session.current() is None:  # the sign-in is what failed
            assert act is sign_in_again
        else:
            assert desk.seen() == before
        assert (desk.pc.folder / "vault.json").read_bytes() == vault
        assert set(desk.pc.folder.joinpath("blobs").iterdir()) == blobs
    act(desk)
    assert desk.verbs.session.current() is not None
    assert desk.verbs.audit.entries()[: len(before[2])] == before[2]  # type: ignore[arg-type] # they are tuples
    assert desk.verbs.session.stores().desk.audit.verify() == len(desk.verbs.audit.entries())


def test_a_wrong_password_without_room_is_not_a_free_try(desk: Desk) -> None:
    """Each of five is told as a full disk and counted all the same; from then on the wait holds, with room too."""
    desk.verbs.session.lock()
    with desk.disk.full():
        for _ in range(5):
            with told("disk-full"):
                desk.verbs.session.unlock("wrong")
        with told("locked-out"):
            desk.verbs.session.unlock(PASSWORD)
    with told("locked-out"):
        desk.verbs.session.unlock(PASSWORD)


def test_a_read_only_folder_is_told_before_anything_is_begun(desk: Desk) -> None:
    """Not as a full disk and not as damage; writing allowed again, all is there."""
    before = desk.seen()
    desk.house.close()
    with desk.disk.read_only(), told("profile-unwritable"), desk.pc.house():
        pass
    with desk.pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        assert (verbs.drafts.mine(), verbs.outbox.items()) == before[:2]
