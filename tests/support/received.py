"""What came in at the centre, seen by its sender and by another station."""

from __future__ import annotations

from sync.protocol.codes import Outcome
from sync.protocol.messages import ItemAnswer, ReceiptRecord
from sync.protocol.records import AlertRecord
from tests.support.centre import SI_B, SmallCentre

PDF = b"%PDF-1.4\n" + b"evidence " * 900
PNG = b"\x89PNG\r\n\x1a\n" + b"picture " * 700


def receipt_of(answer: ItemAnswer) -> ReceiptRecord:
    """Give the receipt of a received item."""
    assert answer.outcome == Outcome.RECEIVED, answer
    assert answer.receipt is not None
    return answer.receipt


def alerts(small: SmallCentre, login: str = SI_B, machine_id: str = "machine-b") -> list[AlertRecord]:
    """Give the alerts that another station sees."""
    grant = small.sign_in(login, machine_id=machine_id)
    page = small.centre.changes(grant.access_token, since=0, rows=500)
    return [one for one in page.records if isinstance(one, AlertRecord)]
