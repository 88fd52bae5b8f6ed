"""Receipts and answers that contradict what was sent or what is kept: the first word stands, and it is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest

from station_client.domain.ids import ItemId
from station_client.domain.outbox import ItemState
from station_client.errors import AnswerError, DiskFullError, LineStalledError, RefusalError, WrongReceiptError
from station_client.ports import Tokens
from station_client.store.desk.under_way import Move
from station_client.store.replica.changes import Changes
from sync.protocol.messages import Grant, PushAnswer, ReceiptRecord, Refresh
from sync.protocol.slices import FileHeld, SliceAnswer
from tests.support.centre import SHO_A
from tests.support.liars import Lies, LyingLine, of_each
from tests.support.lines import Fault
from tests.support.scenes import Scene, synced_once
from tests.support.stations import pdf

FORGED = "2026-999999"
Telling = TypeVar("Telling", SliceAnswer, FileHeld)


def changed(answer: PushAnswer, change: Callable[[ReceiptRecord], ReceiptRecord]) -> PushAnswer:
    """Change every receipt of an answer."""
    return msgspec.structs.replace(
        answer,
        answers=tuple(
            msgspec.structs.replace(one, receipt=change(one.receipt)) if one.receipt else one for one in answer.answers
        ),
    )


def lies_of(scene: Scene) -> Lies:
    """Give what the scene's line is told to lie."""
    assert isinstance(scene.line, LyingLine)
    return scene.line.lies


def received_only(scene: Scene, size: int = 1000) -> ItemId:
    """Bring an item as far as received, with its file still missing; of a large one only two slices came."""
    item_id = scene.here.write(files=(pdf("a", size),))
    lies_of(scene).lose_files(after=2 * (size > 1000))
    with pytest.raises(LineStalledError):
        scene.here.engine.sync_once()
    assert scene.here.item(item_id).state is ItemState.RECEIVED
    lies_of(scene).carry_files()
    return item_id


@pytest.mark.parametrize("state", [ItemState.QUEUED, ItemState.REFUSED])
def test_a_receipt_for_what_was_not_sent_is_refused(state: ItemState, tmp_path: Path) -> None:
    """A centre cannot make an item received that still waits here or that it refused."""
    with synced_once(tmp_path, LyingLine) as scene:
        outbox = scene.here.stores.desk.outbox
        other = scene.here.item(scene.here.write("Another alert that waits in the queue."))
        outbox.update(replace(other, state=ItemState.REFUSED, reason="files"))
        scene.here.write(files=(pdf("a", 1000),))

        def add(answer: Telling) -> Telling:
            if not answer.receipts:
                return answer
            outbox.update(replace(other, state=state))
            extra = msgspec.structs.replace(
                answer.receipts[0], item_id=other.item_id, alert_uid=other.item_id, record_number=FORGED, files=()
            )
            return msgspec.structs.replace(answer, receipts=(*answer.receipts, extra))

        lies_of(scene).verified = add
        lies_of(scene).held = of_each(add)  # whichever of the two tells first that the file is there
        with pytest.raises(WrongReceiptError):
            scene.here.engine.sync_once()
        assert scene.here.item(other.item_id).record_number != FORGED
        assert FORGED not in {one.record_number for one in scene.here.stores.desk.receipts.all()}


@pytest.mark.parametrize("size", [1000, 300_000])
@pytest.mark.parametrize("field", ["record_number", "received_at"])
def test_the_first_number_and_moment_stand(field: str, size: int, tmp_path: Path) -> None:
    """A court was told one number: another one, or another time, is refused by name and the first is kept."""
    with synced_once(tmp_path, LyingLine) as scene:
        item_id = received_only(scene, size)
        first = scene.here.stores.desk.receipts.one(item_id)
        assert first is not None
        other = {"record_number": FORGED, "received_at": first.received_at + timedelta(hours=1)}[field]
        lies_of(scene).answer = lambda answer: changed(
            answer, lambda one: msgspec.structs.replace(one, **{field: other})
        )
        with pytest.raises(WrongReceiptError):
            scene.here.engine.sync_once()
        assert scene.here.stores.desk.receipts.one(item_id) == first
        assert scene.here.engine.status().error == "wrong-receipt"
        lies_of(scene).answer = Lies().answer
        scene.here.engine.sync_once()
        assert scene.here.item(item_id).state is ItemState.COMPLETE
        assert scene.here.item(item_id).record_number == first.record_number


@pytest.mark.parametrize("size", [1000, 300_000])
def test_a_restored_centre_may_give_a_new_number_and_both_are_kept(size: int, tmp_path: Path) -> None:
    """It forgot what it had said: in one round the item goes on under a new number; the old one stays beside it."""
    with synced_once(tmp_path, LyingLine) as scene:
        item_id = received_only(scene, size)
        first = scene.here.stores.desk.receipts.one(item_id)
        assert first is not None
        later = first.received_at + timedelta(hours=2)
        feed = scene.here.stores.replica.feed
        feed.apply(Changes(cursor=feed.cursor() + 1000))  # the centre's head is behind: it was restored

        def anew(one: ReceiptRecord) -> ReceiptRecord:
            done = later if one.complete_at else None
            return msgspec.structs.replace(one, record_number="2026-000777", received_at=later, complete_at=done)

        lies_of(scene).answer = lambda answer: changed(answer, anew)
        lies_of(scene).verified = lambda answer: msgspec.structs.replace(
            answer, receipts=tuple(anew(one) for one in answer.receipts)
        )
        assert scene.here.engine.sync_once().error == "centre-restored"
        kept = scene.here.stores.desk.receipts.one(item_id)
        assert kept is not None
        assert (kept.record_number, kept.earlier) == ("2026-000777", (first.record_number,))
        assert scene.here.item(item_id).state is ItemState.COMPLETE
        assert scene.here.item(item_id).record_number == "2026-000777"


def test_an_item_that_is_left_out_is_queued_again_and_it_is_said(tmp_path: Path) -> None:
    """An answer that leaves out an item is a wrong answer; the others' receipts are kept."""
    with synced_once(tmp_path, LyingLine) as scene:
        silent, answered = scene.here.write(), scene.here.write()
        lies_of(scene).answer = lambda answer: msgspec.structs.replace(answer, answers=answer.answers[1:])
        with pytest.raises(AnswerError):
            scene.here.engine.sync_once()
        assert scene.here.item(silent).state is ItemState.QUEUED
        assert scene.here.item(answered).state is ItemState.COMPLETE
        assert (scene.here.engine.status().error, scene.here.engine.status().waiting) == ("wrong-answer", 1)
        lies_of(scene).answer = Lies().answer
        scene.here.engine.sync_once()
        assert scene.here.item(silent).state is ItemState.COMPLETE


def test_what_was_not_known_before_stays_not_known(tmp_path: Path) -> None:
    """An item whose first answer was lost may be at the centre: silence about it does not make it ours again."""
    with synced_once(tmp_path, LyingLine) as scene:
        item_id = scene.here.write()
        scene.strike(Fault.LOST)
        with pytest.raises(LineStalledError):
            scene.here.engine.sync_once()
        lies_of(scene).answer = lambda answer: msgspec.structs.replace(answer, answers=())
        with pytest.raises(AnswerError):
            scene.here.engine.sync_once()
        assert scene.here.item(item_id).state is ItemState.SENDING


def test_a_disk_that_fills_up_at_the_start_leaves_nothing_half_begun(tmp_path: Path) -> None:
    """They cannot be marked as leaving: none leaves, and both can be taken back."""
    with synced_once(tmp_path, LyingLine) as scene:
        items = [scene.here.write(), scene.here.write()]
        under_way = scene.here.stores.desk.under_way
        move, full = under_way.move, iter((True,))

        def moved(moves: Sequence[Move]) -> frozenset[ItemId]:
            left = move(moves)
            if next(full, False):
                raise DiskFullError
            return left

        under_way.move = moved  # type: ignore[method-assign]  # the disk fills up as they are written
        with pytest.raises(DiskFullError):
            scene.here.engine.sync_once()
        assert [scene.here.item(one).state for one in items] == [ItemState.QUEUED, ItemState.QUEUED]
        assert scene.line.story == []
        scene.here.engine.sync_once()
        assert {scene.here.item(one).state for one in items} == {ItemState.COMPLETE}


@pytest.mark.parametrize("size", [1000, 300_000])
def test_an_item_set_aside_with_a_record_is_not_called_refused(size: int, tmp_path: Path) -> None:
    """The centre has it: whatever it says of a repeat, 'refused' would tell its author that nothing is there."""
    with synced_once(tmp_path, LyingLine) as scene:
        item_id = received_only(scene, size)

        def no(_batch: object) -> None:
            raise RefusalError("not-understood")

        lies_of(scene).before_push = no
        scene.here.engine.sync_once()
        assert (scene.here.item(item_id).state, scene.here.item(item_id).reason) == (
            ItemState.SET_ASIDE,
            "not-understood",
        )


def test_a_refresh_for_somebody_else_is_refused(tmp_path: Path) -> None:
    """A token of another officer would send this one's work under that name: neither it nor their rights are kept."""
    with synced_once(tmp_path, LyingLine) as scene:
        held = scene.here.purse.held
        assert held is not None
        stale = scene.here.purse.held = Tokens("stale", held.access_until, held.refresh, held.refresh_until)
        true = scene.line.refresh

        def lie(ask: Refresh, *, beside: bool = False) -> Grant:
            grant = true(ask, beside=beside)
            return msgspec.structs.replace(grant, officer=msgspec.structs.replace(grant.officer, login=SHO_A))

        scene.line.refresh = lie  # type: ignore[method-assign]  # the centre answers for somebody else
        with pytest.raises(AnswerError):
            scene.here.engine.sync_once()
        assert (scene.here.purse.held, scene.here.purse.officer) == (stale, None)
