"""A batch and its answer over real TLS, between stations and centres of this version and of the one before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests
from litestar import Response

from central.receipt_keys import ReceiptKeys
from central.tls import make_development_certificates
from central.web import app, bodies
from central.web.serving import served
from station_client.domain.receipt_proof import proof_of
from station_client.domain.receipt_tree import ALONE
from station_client.errors import NotTheCentreError
from station_client.security.receipt_keys import signed
from sync.https import HttpsTransport
from sync.mapping.items import receipt_of
from sync.protocol.codec import decode, encode
from sync.protocol.codes import BATCH_BYTES, ITEMS_MEDIA_TYPE, MEDIA_TYPE, SHEET_MEDIA_TYPE, ItemReason
from sync.protocol.dictionary import newest
from sync.protocol.messages import PushAnswer, PushBatch
from sync.protocol.packing import message_packed
from tests.support.centre import SmallCentre, an_item, claim_of, small_centre

BATCH = 11


@dataclass
class Ends:
    """A served centre that signs, and a station's line to it."""

    small: SmallCentre
    line: HttpsTransport
    url: str
    authority: Path

    def lengths(self, answer: PushAnswer) -> list[int]:
        """Give how long each receipt's signature is; every one of them holds by itself."""
        keys = ReceiptKeys(self.small.house.settings.keys).public()
        proofs = [proof_of(receipt_of(one.receipt)) for one in answer.answers if one.receipt is not None]
        assert all(one is not None and signed(one, keys) for one in proofs)
        return [len(one.signature) for one in proofs if one is not None]


@pytest.fixture(scope="module")
def ends(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ends]:
    """Serve one centre for all of them."""
    folder = tmp_path_factory.mktemp("ages")
    authority = make_development_certificates(folder / "tls")
    with small_centre(folder / "centre", signs=True) as small, served(small.centre, folder / "tls") as port:
        line = HttpsTransport(f"https://127.0.0.1:{port}", ca_file=authority)
        yield Ends(small, line, f"https://localhost:{port}", authority)
        line.close()


def a_batch() -> PushBatch:
    """Write new alerts of one FIR, one with a file, and one that is refused."""
    last = an_item(files=(claim_of(b"%PDF-1.7"),))
    return PushBatch(items=(*(an_item() for _ in range(BATCH - 1)), an_item(description="short"), last))


def asked(ends: Ends, access: str, batch: PushBatch, accept: str = "") -> requests.Response:
    """Hand a batch over as another program would."""
    headers = {"Authorization": f"Bearer {access}", "Content-Type": MEDIA_TYPE} | ({"Accept": accept} if accept else {})
    url = f"{ends.url}/v1/outbox"
    return requests.post(url, encode(batch), headers=headers, verify=str(ends.authority), timeout=30)


def test_a_sheet_says_what_the_message_says(ends: Ends) -> None:
    """Every word but the signatures, which eight receipts share; and the key that signed comes along."""
    access, batch = ends.small.sign_in().access_token, a_batch()
    told = ends.line.push(access, batch)
    lengths = ends.lengths(told)
    assert len(lengths) == BATCH
    assert min(lengths) > ALONE
    assert told.keys
    older = decode(asked(ends, access, batch).content, PushAnswer)
    assert _unsigned(told) == _unsigned(older)
    assert told.answers[-1].missing
    assert told.answers[-2].reason == ItemReason.DESCRIPTION
    assert asked(ends, access, batch, SHEET_MEDIA_TYPE).headers["content-type"] == SHEET_MEDIA_TYPE


def _unsigned(answer: PushAnswer) -> list[object]:
    """Give what an answer says without its signatures."""
    words = (encode(one.receipt).decode() if one.receipt is not None else "" for one in answer.answers)
    said = [word.partition('"signature"')[0] + word.rpartition('"key_id"')[2] for word in words]
    return [
        (one.item_id, one.outcome, one.reason, one.missing, one.alike, word)
        for one, word in zip(answer.answers, said, strict=True)
    ]


def test_an_older_station_gets_what_it_always_got(ends: Ends) -> None:
    """A message whose receipts are each signed alone."""
    answer = asked(ends, ends.small.sign_in().access_token, a_batch())
    assert answer.headers["content-type"] == MEDIA_TYPE
    assert set(ends.lengths(decode(answer.content, PushAnswer))) == {ALONE}


def test_an_older_centre_is_understood(ends: Ends, monkeypatch: pytest.MonkeyPatch) -> None:
    """It knows no sheets, passes the wish over, and its message is read as ever."""
    monkeypatch.setattr(app, "SHEET_MEDIA_TYPE", "application/of-a-later-version")
    told = ends.line.push(ends.small.sign_in().access_token, a_batch())
    assert set(ends.lengths(told)) == {ALONE}
    assert not told.keys


@pytest.mark.parametrize("body", [b"", b"noise", b"{}", message_packed(b"{}"), message_packed(b"[" * 9000)])
def test_what_is_no_sheet_is_not_the_centres(ends: Ends, monkeypatch: pytest.MonkeyPatch, body: bytes) -> None:
    """Nothing of it is used; the batch is repeated as it was."""
    batch, access = a_batch(), ends.small.sign_in().access_token

    async def lied(_sheet: object, media: str) -> Response[bytes]:
        return Response(body, media_type=media)

    with monkeypatch.context() as lying:
        lying.setattr(app, "compressed", lied)
        with pytest.raises(NotTheCentreError):
            ends.line.push(access, batch)
    assert len(ends.lengths(ends.line.push(access, batch))) == BATCH


def test_a_batch_goes_in_columns_to_a_centre_that_reads_them(ends: Ends, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once it said so; one of before, in its place, is told again as it understands it: nothing is recorded twice."""
    seen: list[str] = []

    async def read(request: bodies.AnyRequest) -> PushBatch:
        seen.append(request.headers["content-type"].partition(";")[0])
        return await bodies.batch(request)

    async def of_before(request: bodies.AnyRequest) -> PushBatch:
        seen.append(request.headers["content-type"].partition(";")[0])
        return decode(await bodies.whole(request, BATCH_BYTES), PushBatch)

    access, sent = ends.small.sign_in().access_token, a_batch()
    monkeypatch.setattr(app, "batch", read)
    assert newest() in ends.line.health().dictionaries
    first = ends.line.push(access, sent)
    monkeypatch.setattr(app, "batch", of_before)
    again = ends.line.push(access, sent)
    assert seen == [ITEMS_MEDIA_TYPE, ITEMS_MEDIA_TYPE, MEDIA_TYPE]
    assert _unsigned(again) == _unsigned(first)
    ends.line.push(access, sent)
    assert seen[3:] == [MEDIA_TYPE]
