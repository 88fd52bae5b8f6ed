"""A sheet back to the answer that it tells, by the batch that it answers. The station's side of ``sheet``."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping, Sequence
from itertools import accumulate

import msgspec

from station_client.domain.receipt_proof import signature_text, text_hash
from station_client.domain.receipt_tree import ALONE, carried, groups
from sync.protocol.codec import NotUnderstoodError
from sync.protocol.codes import Outcome
from sync.protocol.messages import AlikeRecord, ItemAnswer, PushAnswer, PushBatch, PushItem, ReceiptRecord
from sync.protocol.rows import MOST_CELLS, spread_rows
from sync.protocol.sheet import AnswerRow, AnswerSheet, OtherRow, ReceiptRow, statement_of
from sync.protocol.spreading import Allowance


def answer_of(sheet: AnswerSheet, batch: PushBatch) -> PushAnswer:
    """Read the answer to a batch; raise ``NotUnderstoodError`` where sheet and batch do not belong together."""
    try:
        return _answer(sheet, batch.items)
    except (ValueError, LookupError) as wrong:
        raise NotUnderstoodError(str(wrong)) from wrong


def _answer(sheet: AnswerSheet, items: Sequence[PushItem]) -> PushAnswer:
    allowance = Allowance(MOST_CELLS)
    words = spread_rows(sheet.answers, len(items), AnswerRow, allowance)
    places = [place for place, word in enumerate(words) if word.outcome == Outcome.RECEIVED]
    rows = dict(zip(places, spread_rows(sheet.receipts, len(places), ReceiptRow, allowance), strict=True))
    others = spread_rows(sheet.named, sheet.others, OtherRow, allowance)
    receipts = _signed(sheet, {place: _receipt(sheet, items[place], row) for place, row in rows.items()})
    names = _names(sheet, receipts, len(items), others)
    answers = []
    for place, (item, word) in enumerate(zip(items, words, strict=True)):
        answer = ItemAnswer(item_id=item.item_id, outcome=word.outcome, reason=word.reason, version=word.version)
        row = rows.get(place)
        if row is not None:
            missing = tuple(item.files[at].sha256 for at in row.missing)
            told = _alike(names, place, row)
            answer = msgspec.structs.replace(answer, receipt=receipts[place], missing=missing, alike=told)
        answers.append(answer)
    return PushAnswer(answers=tuple(answers), server_time=sheet.server_time, era=sheet.era, keys=sheet.keys)


def _receipt(sheet: AnswerSheet, sent: PushItem, row: ReceiptRow) -> ReceiptRecord:
    """Put a receipt together from what was sent and what the centre says of it."""
    lacking = frozenset(row.missing)
    return ReceiptRecord(
        item_id=sent.item_id,
        alert_uid=sent.item_id,
        record_number=row.record_number,
        received_at=row.received_at,
        author=sent.author,
        centre=sheet.centre,
        files=tuple(one for at, one in enumerate(sent.files) if at not in lacking),
        complete_at=row.complete_at,
        key_id=sheet.key_id,
        office_code=sheet.office_code,
        text_sha256=text_hash(sent.description) if row.text else "",
    )


def _signed(sheet: AnswerSheet, receipts: dict[int, ReceiptRecord]) -> dict[int, ReceiptRecord]:
    """Give each receipt its own signature, with its steps to what was signed."""
    signatures = b64decode(sheet.signatures, validate=True)
    if not signatures:
        return receipts
    sharing = list(groups(len(receipts)))
    if len(signatures) != ALONE * len(sharing):
        raise NotUnderstoodError(f"{len(signatures)} bytes of signatures for {len(receipts)} receipts")
    said = [statement_of(one).text() for one in receipts.values()]
    own = [
        signature
        for at, group in enumerate(sharing)
        for signature in carried(signatures[at * ALONE : (at + 1) * ALONE], said[group.start : group.stop])
    ]
    return {
        place: msgspec.structs.replace(one, signature=signature_text(signature))
        for (place, one), signature in zip(receipts.items(), own, strict=True)
    }


def _names(
    sheet: AnswerSheet, receipts: Mapping[int, ReceiptRecord], items: int, others: Sequence[OtherRow]
) -> dict[int, OtherRow]:
    """Give what may be named as alike by its place: the batch's own that were received, and the others behind it."""
    own = {
        place: OtherRow(
            uid=one.item_id,
            record_number=one.record_number,
            office_name=sheet.office_name,
            district_name=sheet.district_name,
            received_at=one.received_at,
        )
        for place, one in receipts.items()
    }
    return own | dict(enumerate(others, items))


def _alike(names: Mapping[int, OtherRow], place: int, row: ReceiptRow) -> tuple[AlikeRecord, ...]:
    named = [names[at] for at in list(accumulate(row.alike, initial=place))[1:]]
    return tuple(
        AlikeRecord(
            uid=one.uid,
            record_number=one.record_number,
            office_name=one.office_name,
            district_name=one.district_name,
            received_at=one.received_at,
            why=why,
        )
        for one, why in zip(named, row.why, strict=True)
    )
