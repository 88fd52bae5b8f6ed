"""An answer to a batch as a sheet: what the station knows already is left out. The centre's side of ``sheet``."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field

from station_client.domain.receipt_proof import read_signature, text_hash
from station_client.domain.receipt_tree import ALONE, groups
from sync.protocol.gathering import differences
from sync.protocol.messages import AlikeRecord, ItemAnswer, PushAnswer, PushBatch, PushItem, ReceiptRecord
from sync.protocol.rows import gathered_rows
from sync.protocol.sheet import AnswerRow, AnswerSheet, OtherRow, ReceiptRow


def sheet_of(answer: PushAnswer, batch: PushBatch) -> AnswerSheet | None:
    """Write the answer to a batch as a sheet; None for one that says what a sheet cannot, and goes as it is."""
    items, answers = batch.items, answer.answers
    told = [(place, one.receipt) for place, one in enumerate(answers) if one.receipt is not None]
    signatures = _signatures([receipt for _, receipt in told])
    sound = [one.item_id for one in items] == [one.item_id for one in answers] and all(map(_fits, items, answers))
    if not sound or signatures is None or len({_common(receipt) for _, receipt in told}) > 1:
        return None
    centre, office_code, key_id = _common(told[0][1]) if told else ("", "", "")
    names = _Names(len(items), {one.item_id: (place, one) for place, one in told})
    rows = [AnswerRow(outcome=one.outcome, reason=one.reason, version=one.version) for one in answers]
    receipts = [_row(names, place, items[place], answers[place], receipt) for place, receipt in told]
    return AnswerSheet(
        server_time=answer.server_time,
        era=answer.era,
        keys=answer.keys,
        answers=gathered_rows(rows),
        receipts=gathered_rows(receipts),
        named=gathered_rows(names.others),
        others=len(names.others),
        centre=centre,
        office_code=office_code,
        office_name=names.office[0],
        district_name=names.office[1],
        key_id=key_id,
        signatures=b64encode(signatures).decode("ascii"),
    )


@dataclass(slots=True)
class _Names:
    """Where an alert that is named as alike stands: in the batch of ``items``, or among the ``others`` behind it."""

    items: int
    receipts: dict[str, tuple[int, ReceiptRecord]]
    office: tuple[str, str] = ("", "")
    others: list[OtherRow] = field(default_factory=list)
    places: dict[OtherRow, int] = field(default_factory=dict)

    def place(self, one: AlikeRecord) -> int:
        """Give an alert's place."""
        at, receipt = self.receipts.get(one.uid, (0, None))
        office = (one.office_name, one.district_name)
        self.office = self.office if receipt is None or any(self.office) else office
        if receipt is not None and self.office == office and _is(one, receipt):
            return at
        other = OtherRow(
            uid=one.uid,
            record_number=one.record_number,
            office_name=one.office_name,
            district_name=one.district_name,
            received_at=one.received_at,
        )
        if other not in self.places:
            self.places[other] = self.items + len(self.others)
            self.others.append(other)
        return self.places[other]


def _is(one: AlikeRecord, receipt: ReceiptRecord) -> bool:
    return (one.record_number, one.received_at) == (receipt.record_number, receipt.received_at)


def _common(receipt: ReceiptRecord) -> tuple[str, str, str]:
    return receipt.centre, receipt.office_code, receipt.key_id


def _fits(sent: PushItem, answer: ItemAnswer) -> bool:
    """Tell whether an answer says nothing that the reader would not put together from what it sent."""
    receipt = answer.receipt
    if receipt is None:
        return not answer.alike and not answer.missing
    missing = frozenset(answer.missing)
    return (
        (receipt.item_id, receipt.alert_uid, receipt.author) == (sent.item_id, sent.item_id, sent.author)
        and receipt.text_sha256 in {"", text_hash(sent.description)}
        and receipt.files == tuple(one for one in sent.files if one.sha256 not in missing)
        and answer.missing == tuple(one.sha256 for one in sent.files if one.sha256 in missing)
    )


def _row(names: _Names, place: int, sent: PushItem, answer: ItemAnswer, receipt: ReceiptRecord) -> ReceiptRow:
    missing = frozenset(answer.missing)
    steps = differences([place, *(names.place(one) for one in answer.alike)])[1:]
    return ReceiptRow(
        record_number=receipt.record_number,
        received_at=receipt.received_at,
        complete_at=receipt.complete_at,
        text=bool(receipt.text_sha256),
        missing=tuple(at for at, one in enumerate(sent.files) if one.sha256 in missing),
        alike=tuple(steps),
        why=tuple(one.why for one in answer.alike),
    )


def _signatures(receipts: Sequence[ReceiptRecord]) -> bytes | None:
    """Give the signature of each group; None where they were not signed in groups."""
    if not any(one.signature for one in receipts):
        return b""
    found = b""
    for group in groups(len(receipts)):
        signature = read_signature(receipts[group.start].signature)
        if (len(signature) == ALONE) != (len(group) == 1):
            return None
        found += signature[:ALONE]
    return found
