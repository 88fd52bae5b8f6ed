"""A full disk at the centre: no receipt for what is not kept, and what was refused is taken once when there is room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from central.errors import Refused
from central.keeping.check import faults
from sync.protocol.codes import Code
from sync.protocol.messages import Grant, ItemAnswer, PushItem
from tests.support.arriving import PDF, SHA256, asked, send
from tests.support.centre import HandClock, SmallCentre, an_item, claim_of, small_centre
from tests.support.small_disks import SmallDisk, needs_mounting, small_disk

pytestmark = needs_mounting
ROOM = (0, 40_000, 400_000)
MANY = 400


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """Mount a disk that a small centre half fills."""
    with small_disk(tmp_path / "disk", 8) as made:
        yield made


def push_until_refused(small: SmallCentre, grant: Grant) -> tuple[list[tuple[PushItem, ItemAnswer]], PushItem]:
    """Send items one by one until the disk is full; give those that were answered, and the one that was not."""
    answered = []
    for _ in range(MANY):
        item = an_item(description="x" * 3000)
        try:
            answered.append((item, small.push_one(grant, item)))
        except Refused as no:
            if no.code != Code.FULL:
                raise
            return answered, item
    raise AssertionError("the disk was never full")


@pytest.mark.parametrize("leave", ROOM)
def test_a_receipt_is_given_for_what_is_kept_alone(disk: SmallDisk, leave: int) -> None:
    """Every receipt stands after a restart; the refused item is nowhere, and comes in once when there is room."""
    place = disk.place / "centre"
    with small_centre(place, HandClock()) as small:
        before = list(faults(small.house, every_byte=True))
        grant = small.sign_in()
        with disk.full(leave=leave):
            answered, refused = push_until_refused(small, grant)
            with pytest.raises(Refused) as no:
                small.push_one(grant, refused)
            assert (no.value.code, no.value.retry_after > 0) == (Code.FULL, True)
    with small_centre(place, HandClock()) as again:
        with again.house.store.read() as unit:
            assert unit.items.one(refused.item_id) is None
            assert unit.records.one("alert", refused.item_id) is None
        assert [again.push_one(grant, item) for item, _ in answered] == [answer for _, answer in answered]
        first = again.push_one(grant, refused)
        assert first.receipt is not None
        assert first.receipt.record_number == f"2026-{len(answered) + 1:06d}"
        assert again.push_one(grant, refused) == first
        assert list(faults(again.house, every_byte=True)) == before


@pytest.mark.parametrize("sliced", [False, True])
@pytest.mark.parametrize("leave", [0, 8192, 12288])
def test_a_file_is_ticked_off_only_when_it_is_kept(disk: SmallDisk, leave: int, *, sliced: bool) -> None:
    """The station hears that the disk is full, the receipt names no file, and nothing half lies about afterwards."""
    with small_centre(disk.place / "centre", HandClock()) as small:
        before = list(faults(small.house, every_byte=True))
        grant = small.sign_in()
        item = an_item(files=(claim_of(PDF),))
        assert small.push_one(grant, item).missing == (SHA256,)

        def hand_over() -> None:
            if sliced:
                send(small, grant, 0, len(PDF))
            else:
                small.put_blob(grant, PDF)

        with disk.full(leave=leave):
            with pytest.raises(Refused) as no:
                hand_over()
            assert no.value.code == Code.FULL
        answer = small.push_one(grant, item)
        assert answer.receipt is not None
        assert (answer.missing, answer.receipt.files) == ((SHA256,), ())
        hand_over()
        assert asked(small, grant).receipts[0].complete_at is not None
        assert b"".join(small.centre.get_blob(grant.access_token, sha256=SHA256)[1]) == PDF
        assert list(faults(small.house, every_byte=True)) == before
        assert not list(small.house.settings.folder.rglob("*.part"))
