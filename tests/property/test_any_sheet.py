"""A sheet tells any answer exactly to whoever has the batch, and whatever else is in it is refused."""

from __future__ import annotations

import contextlib
import json
from base64 import b64decode
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from central.receipt_keys import Signer
from central.receipts import Voucher, received, refused
from central.store.items import Item, ItemFile
from station_client.domain.receipt_proof import proof_of, signature_text, text_hash
from station_client.security.receipt_keys import named, signed
from sync.mapping.items import receipt_of
from sync.protocol.answered import answer_of
from sync.protocol.answering import sheet_of
from sync.protocol.codec import NotUnderstoodError, decode, encode
from sync.protocol.enquiries import KeyList
from sync.protocol.messages import AlikeRecord, FileClaim, ItemAnswer, PushAnswer, PushBatch, PushItem, ReceiptRecord
from sync.protocol.sheet import AnswerSheet
from tests.property.test_any_columns import HASH, MOMENT, SIGNS, WORD
from tests.support.anywhere import put_anywhere
from tests.unit.test_receipt_proof import KEYS, PRIVATE

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
NOW = datetime(2026, 8, 14, 6, 41, 7, 250000, tzinfo=UTC)
VOUCHERS = st.sampled_from([Voucher("Cri-MAC  केंद्र"), Voucher("Cri-MAC centre", Signer(next(iter(KEYS)), PRIVATE))])
FILES = st.lists(
    st.builds(FileClaim, sha256=HASH, size=st.integers(1, 9), name=WORD, kind=WORD),
    max_size=3,
    unique_by=lambda one: one.sha256,
).map(tuple)
ITEM = st.builds(
    PushItem,
    item_id=st.uuids(version=4).map(str),
    author=WORD,
    category=WORD,
    description=st.text(SIGNS),
    written_at=MOMENT,
    skew_seconds=st.just(0.0),
    files=FILES,
)
OTHER = st.builds(
    AlikeRecord,
    uid=st.uuids(version=4).map(str),
    record_number=WORD,
    office_name=st.sampled_from(["RAMPUR", "RISHIKESH"]),
    district_name=st.sampled_from(["HARDOI", ""]),
    received_at=MOMENT,
    why=st.sampled_from(["same-fir", "same-words", "of a later version"]),
)


@st.composite
def answers(draw: st.DrawFn) -> tuple[PushBatch, PushAnswer]:
    """Give a batch and what a centre may say to it, doubles within it and beyond it among that."""
    items = draw(st.lists(ITEM, max_size=20, unique_by=lambda one: one.item_id))
    others = draw(st.lists(OTHER, max_size=3))
    voucher = draw(VOUCHERS)
    kept = {one.item_id: _kept(draw, one) for one in items if draw(st.integers(0, 4))}
    receipts = iter(voucher.receipts(list(kept.values()), together=True))
    said: list[ItemAnswer] = []
    own: list[AlikeRecord] = []
    for one in items:
        if one.item_id not in kept:
            said.append(msgspec.structs.replace(refused(one.item_id, "conflict"), version=draw(st.integers(0, 9))))
            continue
        receipt = next(receipts)
        alike = draw(st.lists(st.sampled_from([*others, *own]), max_size=5)) if others or own else []
        said.append(msgspec.structs.replace(received(receipt, kept[one.item_id][1]), alike=tuple(alike)))
        number, at = draw(st.sampled_from([(receipt.record_number, receipt.received_at), ("another", NOW)]))
        own.append(
            AlikeRecord(
                uid=one.item_id,
                record_number=number,
                office_name="RAMPUR",
                district_name="HARDOI",
                received_at=at,
                why="same-fir",
            )
        )
    return PushBatch(items=tuple(items)), PushAnswer(answers=tuple(said), server_time=NOW, era=3, keys=voucher.keys())


def _kept(draw: st.DrawFn, sent: PushItem) -> tuple[Item, tuple[ItemFile, ...]]:
    """Keep an item as the centre does."""
    files = tuple(ItemFile(one.sha256, one.size, one.name, one.kind, draw(st.booleans())) for one in sent.files)
    item = Item(
        item_id=sent.item_id,
        content_hash="",
        machine_id="machine-a",
        office_code="31682034",
        author=sent.author,
        record_number=draw(WORD),
        written_at=sent.written_at,
        skew_seconds=0.0,
        received_at=draw(MOMENT),
        complete_at=NOW if all(one.verified for one in files) else None,
        text_hash=draw(st.sampled_from(["", text_hash(sent.description)])),
    )
    return item, files


@settings(deadline=None)
@given(answers())
def test_any_answer_comes_back_as_it_was(both: tuple[PushBatch, PushAnswer]) -> None:
    """Word for word, and each receipt's signature holds by itself."""
    batch, answer = both
    sheet = sheet_of(answer, batch)
    assert sheet is not None
    read = answer_of(decode(encode(sheet), AnswerSheet), batch)
    assert read == answer
    for one in read.answers:
        proof = proof_of(receipt_of(one.receipt)) if one.receipt is not None else None
        assert proof is None or signed(proof, KEYS)


EXAMPLE = json.loads((GOLDEN / "columns" / "answers.json").read_bytes())
BATCH = decode(json.dumps(EXAMPLE["batch"]).encode(), PushBatch)
ANSWER = decode(json.dumps(EXAMPLE["answer"]).encode(), PushAnswer)


def test_the_example_is_read_and_written_the_same() -> None:
    """Another program can be held against it, signatures and all."""
    sheet = sheet_of(ANSWER, BATCH)
    assert sheet is not None
    assert json.loads(encode(sheet)) == EXAMPLE["sheet"]
    assert answer_of(decode(json.dumps(EXAMPLE["sheet"]).encode(), AnswerSheet), BATCH) == ANSWER
    keys = named(map(b64decode, decode((GOLDEN / "KeyList.json").read_bytes(), KeyList).keys))
    proofs = [proof_of(receipt_of(one.receipt)) for one in ANSWER.answers if one.receipt is not None]
    assert len(proofs) == 3
    assert all(one is not None and signed(one, keys) for one in proofs)


def test_a_column_of_a_later_version_is_passed_over() -> None:
    """A newer centre may say more of a receipt."""
    table = json.loads(json.dumps(EXAMPLE["sheet"]))
    table["receipts"][1]["of_a_later_version"] = ["=", 1]
    table["of_a_later_version"] = 1
    assert answer_of(decode(json.dumps(table).encode(), AnswerSheet), BATCH) == ANSWER


@pytest.mark.parametrize(
    "change",
    [
        lambda one: msgspec.structs.replace(one, author="rkverma"),
        lambda one: msgspec.structs.replace(one, text_sha256="3b" * 32),
        lambda one: msgspec.structs.replace(one, files=()),
        lambda one: msgspec.structs.replace(one, item_id="another"),
        lambda one: msgspec.structs.replace(one, centre="another"),
        lambda one: msgspec.structs.replace(one, signature=signature_text(bytes(64))),
    ],
    ids=["author", "text", "files", "item", "centre", "alone"],
)
def test_what_a_sheet_cannot_say_is_not_said_by_one(change: Callable[[ReceiptRecord], ReceiptRecord]) -> None:
    """Such an answer goes as the message that it is; nothing of it is lost or bent."""
    first, *rest = ANSWER.answers
    assert first.receipt is not None
    bent = msgspec.structs.replace(first, receipt=change(first.receipt))
    assert sheet_of(msgspec.structs.replace(ANSWER, answers=(bent, *rest)), BATCH) is None
    assert sheet_of(ANSWER, PushBatch(items=BATCH.items[1:])) is None


ODD: st.SearchStrategy[object] = st.sampled_from(
    [None, True, -1, 0, 3, 10**6, 2**63, 1.5, "", "x", "AAAA", "2026-08-14T06:30:00", [], {}, [-9], ["=", 1]]
)


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_any_change_to_a_sheet_is_read_soundly_or_refused(data: st.DataObject) -> None:
    """One thing anywhere becomes something else: no answer names what was not sent, and no signature is made."""
    table = json.loads(json.dumps(EXAMPLE["sheet"]))
    put_anywhere(data, table, data.draw(ODD))
    with contextlib.suppress(NotUnderstoodError):
        read = answer_of(decode(json.dumps(table).encode(), AnswerSheet), BATCH)
        assert [one.item_id for one in read.answers] == [one.item_id for one in BATCH.items]
        assert decode(encode(read), PushAnswer) == read


def _of_a_later_version(levels: int) -> AnswerSheet:
    """Read the example with a further column, so many columns deep."""
    table = json.loads(json.dumps(EXAMPLE["sheet"]))
    table["receipts"][1]["of_a_later_version"] = "deep"
    inner = '["{",{"a":' * levels + '["=",1]' + "}]" * levels
    return decode(json.dumps(table).replace('"deep"', inner).encode(), AnswerSheet)


def test_columns_in_columns_without_end_are_passed_over_or_refused() -> None:
    """However deep a field of a later version is, and whoever gives up first: who decodes it, or who spreads it."""
    assert answer_of(_of_a_later_version(25), BATCH) == ANSWER
    for levels in range(50, 1000, 25):
        with contextlib.suppress(NotUnderstoodError):
            assert answer_of(_of_a_later_version(levels), BATCH) == ANSWER


def test_another_batch_is_not_answered_by_it() -> None:
    """A sheet that went astray proves nothing about other words."""
    other = msgspec.structs.replace(BATCH.items[0], description="Other words than were sent, by nobody at all.")
    read = answer_of(
        decode(json.dumps(EXAMPLE["sheet"]).encode(), AnswerSheet), PushBatch(items=(other, *BATCH.items[1:]))
    )
    assert read.answers[0].receipt is not None
    proof = proof_of(receipt_of(read.answers[0].receipt))
    assert proof is not None
    assert not signed(proof, KEYS)
    with pytest.raises(NotUnderstoodError):
        answer_of(decode(json.dumps(EXAMPLE["sheet"]).encode(), AnswerSheet), PushBatch(items=BATCH.items[:2]))
