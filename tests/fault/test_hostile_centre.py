"""A centre that answers what cannot be right: refused by name, nothing lost, nothing of it kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

import msgspec
import pytest

from station_client.domain.ids import AlertUid, Sha256
from station_client.domain.outbox import ItemState
from station_client.errors import (
    AnswerError,
    CentreFaultError,
    LineStalledError,
    NotTheCentreError,
    RefusalError,
    WrongBytesError,
    WrongReceiptError,
)
from station_client.ports import Line
from sync.protocol.codes import BLOB_BYTES, Code
from sync.protocol.messages import PushAnswer, PushBatch
from sync.protocol.slices import SliceAnswer
from tests.support.liars import FORGERIES, STRANGER, WRONG_HELD, Lies, LyingLine, with_receipt
from tests.support.scenes import an_alert, synced_once
from tests.support.stations import Station, pdf


@dataclass
class Trap:
    """A station, and what the centre at its end is told to lie."""

    here: Station
    lies: Lies
    put: Callable[..., None]


@pytest.fixture
def trap(tmp_path: Path) -> Iterator[Trap]:
    """Give a station whose line can be told to lie; it has synced once, truthfully."""
    with synced_once(tmp_path, LyingLine) as scene:
        assert isinstance(scene.line, LyingLine)
        yield Trap(scene.here, scene.line.lies, scene.small.put)


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forged_receipt_is_refused_and_the_next_one_is_kept(forgery: str, trap: Trap) -> None:
    """The item goes on waiting, the item behind it is received, and the truth is taken the next time."""
    bad, good = trap.here.write(files=(pdf("a"),)), trap.here.write()
    trap.lies.answer = lambda answer: with_receipt(answer, FORGERIES[forgery])
    with pytest.raises(WrongReceiptError):
        trap.here.engine.sync_once()
    assert trap.here.stores.desk.receipts.one(bad) is None
    assert trap.here.item(bad).state is ItemState.SENDING
    assert trap.here.item(good).state is ItemState.COMPLETE
    assert trap.here.engine.status().error == "wrong-receipt"
    assert trap.here.engine.status().line is Line.GOOD
    trap.lies.answer = Lies().answer
    assert trap.here.engine.sync_once().error == ""
    assert trap.here.item(bad).state is ItemState.COMPLETE


def test_answers_to_questions_nobody_asked_are_refused(trap: Trap) -> None:
    """One answer too many, one twice: only what was asked about counts."""
    item_id = trap.here.write()

    def more(answer: PushAnswer) -> PushAnswer:
        first = answer.answers[0]
        stranger = msgspec.structs.replace(first, item_id=STRANGER)
        return msgspec.structs.replace(answer, answers=(stranger, first, first))

    trap.lies.answer = more
    with pytest.raises(WrongReceiptError, match="2 refused"):
        trap.here.engine.sync_once()
    assert trap.here.item(item_id).state is ItemState.COMPLETE
    assert len(trap.here.stores.desk.receipts.all()) == 1


@pytest.mark.parametrize("size", [1000, 300_000])
def test_a_refusal_of_what_was_received_is_not_believed(size: int, trap: Trap) -> None:
    """A record number once given is not taken back by a later no, nor by one that comes while its files go on."""
    item_id = trap.here.write(files=(pdf("a", size),))
    trap.lies.lose_files(after=size // 100_000)
    with pytest.raises(LineStalledError):
        trap.here.engine.sync_once()
    held = trap.here.item(item_id)
    assert held.state is ItemState.RECEIVED
    trap.lies.carry_files()
    trap.lies.answer = lambda answer: msgspec.structs.replace(
        answer,
        answers=tuple(
            msgspec.structs.replace(one, outcome="refused", reason="files", receipt=None) for one in answer.answers
        ),
    )
    with pytest.raises(WrongReceiptError):
        trap.here.engine.sync_once()
    assert trap.here.item(item_id) == held


def test_an_unknown_reason_is_still_a_reason(trap: Trap) -> None:
    """A newer centre's reason is kept as one that a face has words for."""
    item_id = trap.here.write("short")
    trap.lies.answer = lambda answer: msgspec.structs.replace(
        answer, answers=tuple(msgspec.structs.replace(one, reason="mercury") for one in answer.answers)
    )
    trap.here.engine.sync_once()
    assert (trap.here.item(item_id).state, trap.here.item(item_id).reason) == (ItemState.REFUSED, "not-understood")


def test_one_poisonous_item_is_found_and_the_rest_is_sent(trap: Trap) -> None:
    """A batch that is refused whole goes item by item; only the poison is set aside."""
    items = [trap.here.write(f"Alert number {n} of this evening.") for n in range(4)]

    def choke(batch: PushBatch) -> None:
        if any(one.item_id == items[2] for one in batch.items):
            raise RefusalError(Code.NOT_UNDERSTOOD)

    trap.lies.before_push = choke
    trap.here.engine.sync_once()
    states = [trap.here.item(one).state for one in items]
    assert states == [ItemState.COMPLETE, ItemState.COMPLETE, ItemState.REFUSED, ItemState.COMPLETE]


def test_a_centre_that_stumbles_over_one_item_takes_the_others(trap: Trap) -> None:
    """A fault for the whole batch: one by one, the news still come, and the fault is said at the end."""
    items = [trap.here.write(f"Alert number {n} of this evening.") for n in range(4)]
    trap.put(an_alert("news"))

    def stumble(batch: PushBatch) -> None:
        if any(one.item_id == items[1] for one in batch.items):
            raise CentreFaultError("fault", reason=Code.FAULT)

    trap.lies.before_push = stumble
    with pytest.raises(CentreFaultError):
        trap.here.engine.sync_once()
    states = [trap.here.item(one).state for one in items]
    assert states == [ItemState.COMPLETE, ItemState.SENDING, ItemState.COMPLETE, ItemState.COMPLETE]
    assert trap.here.stores.replica.alerts.one(AlertUid("news")) is not None
    assert trap.here.engine.status().error == "centre-fault"


@pytest.mark.parametrize(("reason", "pushes"), [(Code.FAULT, 4), (Code.BUSY, 1), (Code.FULL, 1)])
def test_a_centre_that_fails_altogether_is_left_alone(reason: Code, pushes: int, trap: Trap) -> None:
    """A few tries show that it is not one item; a busy or full centre is not asked again at all."""
    items = [trap.here.write(f"Alert number {n} of this evening.") for n in range(9)]
    asked: list[int] = []

    def fail(batch: PushBatch) -> None:
        asked.append(len(batch.items))
        raise CentreFaultError(reason, reason=reason)

    trap.lies.before_push = fail
    with pytest.raises(CentreFaultError):
        trap.here.engine.sync_once()
    assert len(asked) == pushes
    trap.lies.before_push = Lies().before_push
    trap.here.engine.sync_once()
    assert {trap.here.item(one).state for one in items} == {ItemState.COMPLETE}


def test_a_file_the_centre_stumbles_over_blocks_no_other(trap: Trap) -> None:
    """The alert behind it is complete in the same round."""
    bad, good = trap.here.write(files=(pdf("bad", 900),)), trap.here.write(files=(pdf("good", 900),))
    poison = trap.here.item(bad).files[0].sha256

    def stumble(sha256: str) -> None:
        if sha256 == poison:
            raise CentreFaultError("fault", reason=Code.FAULT)

    trap.lies.before_slice = stumble
    with pytest.raises(CentreFaultError):
        trap.here.engine.sync_once()
    assert (trap.here.item(bad).state, trap.here.item(good).state) == (ItemState.RECEIVED, ItemState.COMPLETE)


WRONG_BYTES: dict[str, Callable[[Iterator[bytes]], Iterator[bytes]]] = {
    "others": lambda _pieces: iter([b"something else"]),
    "too-few": lambda pieces: iter([b"".join(pieces)[:-1]]),
    "none": lambda _pieces: iter([]),
    "without-end": lambda _pieces: repeat(bytes(1024 * 1024), 2 * BLOB_BYTES // (1024 * 1024)),
}


@pytest.mark.parametrize("lie", WRONG_BYTES)
def test_bytes_that_are_not_the_file_are_not_kept(lie: str, trap: Trap, tmp_path: Path) -> None:
    """Other bytes, fewer, or without end: nothing stays on the disk, and it is said."""
    item_id = trap.here.write(files=(pdf("evidence", 5000),))
    trap.here.engine.sync_once()
    sha256: Sha256 = trap.here.item(item_id).files[0].sha256
    trap.here.stores.blobs.sweep(())
    trap.lies.pieces = WRONG_BYTES[lie]
    with pytest.raises(WrongBytesError):
        trap.here.engine.fetch_file(sha256)
    assert not trap.here.stores.blobs.has(sha256)
    assert list((tmp_path / "station" / "blobs").iterdir()) == []
    assert trap.here.engine.status().error == "wrong-bytes"


def test_a_verified_file_must_be_the_one_that_was_sent(trap: Trap) -> None:
    """The centre's word about another file completes nothing."""
    item_id = trap.here.write(files=(pdf("evidence", 5000),))

    def other(answer: SliceAnswer) -> SliceAnswer:
        return msgspec.structs.replace(answer, sha256="cd" * 32)

    trap.lies.verified, trap.lies.held = other, WRONG_HELD["goes-on-missing"]
    with pytest.raises(AnswerError, match="answered for another file"):
        trap.here.engine.sync_once()
    assert trap.here.item(item_id).state is ItemState.RECEIVED


def test_a_stranger_in_the_middle_of_a_round_leaves_everything(trap: Trap) -> None:
    """A log-in page between two questions: said as what it is, nothing lost."""
    item_id = trap.here.write()

    def portal(_batch: PushBatch) -> None:
        raise NotTheCentreError("text/html")

    trap.lies.before_push = portal
    with pytest.raises(NotTheCentreError):
        trap.here.engine.sync_once()
    assert trap.here.engine.status().error == "not-the-centre"
    assert trap.here.item(item_id).state is ItemState.SENDING
