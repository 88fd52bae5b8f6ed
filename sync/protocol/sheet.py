"""The answer to a batch in columns, for a station that has the batch: what it knows already is not told again.

``answering`` writes it and ``answered`` reads it; ``docs/wire.md`` draws it. Nothing is believed for being short:
receipts are put together again from what was sent, and their signatures are of exactly that.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from station_client.domain.receipt_proof import Statement
from sync.protocol.bounds import Moment, Name, Text, Whole, Word, Words
from sync.protocol.codes import MOST_ALIKE
from sync.protocol.messages import ReceiptRecord
from sync.protocol.shapes import Column


class AnswerRow(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one item, in the batch's order."""

    outcome: Word
    reason: Word = ""
    version: Whole = 0


class ReceiptRow(msgspec.Struct, frozen=True, kw_only=True):
    """What a receipt says beyond the item: one row for each that was received.

    ``text``: whether the hash of the words is signed. ``missing``: places in the item's files. ``alike``: places of
    alerts, counted over the batch and then ``AnswerSheet.others``, as differences, the first to the item's own.
    """

    record_number: Word
    received_at: Moment
    complete_at: Moment | None
    text: bool
    missing: tuple[Whole, ...] = ()
    alike: Annotated[tuple[int, ...], msgspec.Meta(max_length=MOST_ALIKE)] = ()
    why: Words = ()


class OtherRow(msgspec.Struct, frozen=True, kw_only=True):
    """An alert that is named as alike and is not of this batch."""

    uid: Word
    record_number: Word
    office_name: Name
    district_name: Name
    received_at: Moment


class AnswerSheet(msgspec.Struct, frozen=True, kw_only=True):
    """``PushAnswer`` in columns of ``AnswerRow``, ``ReceiptRow`` and (so many as ``others`` says) ``OtherRow``.

    ``signatures`` are of the groups of receipts, 64 bytes each, in one base64. The other fields are those of every
    receipt, and how the office is named where an alert of the batch is alike another.
    """

    server_time: Moment
    answers: Column
    receipts: Column
    named: Column
    others: Whole = 0
    era: Whole = 0
    centre: Name = ""
    office_code: Word = ""
    office_name: Name = ""
    district_name: Name = ""
    key_id: Word = ""
    signatures: Text = ""
    keys: Words = ()


def statement_of(receipt: ReceiptRecord) -> Statement:
    """Give what a receipt's signature is of."""
    return Statement(
        key_id=receipt.key_id,
        centre=receipt.centre,
        number=receipt.record_number,
        item_id=receipt.item_id,
        office_code=receipt.office_code,
        officer=receipt.author,
        text_sha256=receipt.text_sha256,
        files=tuple((one.sha256, one.size) for one in receipt.files),
        received_at=receipt.received_at,
        complete_at=receipt.complete_at,
    )
