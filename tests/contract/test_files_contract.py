"""The files' part of the contract, over both kinds of line: claimed, sent, verified, fetched."""

from __future__ import annotations

import hashlib
import io

import pytest

from station_client.errors import (
    NotEntitledError,
    RefusalError,
)
from sync.protocol.codes import Code
from sync.protocol.slices import FileAsked, Have
from tests.support.centre import SI_B
from tests.support.ends import End, an_item
from tests.support.stations import pdf


def test_text_first_then_files_then_complete(end: End) -> None:
    """What is missing is named; each file is ticked off; the receipt is complete with the last one."""
    access = end.let_in().access_token
    files = pdf("one"), pdf("two", 300_000)
    item = an_item(files=files)
    answer = end.one(access, item)
    assert answer.missing == tuple(one.sha256 for one in item.files)
    assert answer.receipt is not None
    assert (answer.receipt.files, answer.receipt.complete_at) == ((), None)
    end.put(access, files[0])
    half = end.one(access, item)
    assert half.missing == (item.files[1].sha256,)
    told = end.put(access, files[1])
    assert told.held == told.size == len(files[1])
    whole = end.one(access, item).receipt
    assert whole is not None
    assert whole.complete_at is not None
    assert whole.files == item.files


def test_a_file_that_is_already_there_is_not_asked_for(end: End) -> None:
    """Two alerts with one photograph: it travels once."""
    access = end.let_in().access_token
    files = (pdf("shared"),)
    end.one(access, an_item(files=files))
    end.put(access, files[0])
    answer = end.one(access, an_item(files=files))
    assert answer.missing == ()
    assert answer.receipt is not None
    assert answer.receipt.complete_at is not None


def test_bytes_with_another_hash_are_refused_and_not_kept(end: End) -> None:
    """The centre computes the hash itself."""
    access = end.let_in().access_token
    data = pdf("right")
    item = an_item(files=(data,))
    end.one(access, item)
    wrong = data[:-1] + b"?"
    with pytest.raises(RefusalError) as raised:
        end.line.put_slice(
            access,
            sha256=item.files[0].sha256,
            size=len(data),
            offset=0,
            length=len(data),
            body=io.BytesIO(wrong),
            progress=lambda _sent: None,
        )
    assert raised.value.reason == Code.HASH_MISMATCH
    assert end.one(access, item).missing == (item.files[0].sha256,)


def test_bytes_nobody_claimed_are_not_taken(end: End) -> None:
    """The centre is no place to leave files."""
    access = end.let_in().access_token
    with pytest.raises(NotEntitledError):
        end.put(access, pdf("unclaimed", 200_000))


def test_another_station_gets_the_same_bytes(end: End) -> None:
    """What was attached at one station arrives at the other, byte for byte."""
    access = end.let_in().access_token
    data = pdf("evidence", 500_000)
    end.one(access, an_item(files=(data,)))
    end.put(access, data)
    other = end.let_in(SI_B, machine="machine-b").access_token
    pieces = list(end.line.get_blob(other, sha256=hashlib.sha256(data).hexdigest()))
    assert b"".join(pieces) == data


def test_slices_in_any_order_make_the_file(end: End) -> None:
    """What is missing is told in ranges; the last one completes it; a late one is harmless."""
    access = end.let_in().access_token
    data = pdf("in slices", 50_000)
    end.one(access, an_item(files=(data,)))
    size, ask = len(data), Have(files=(FileAsked(sha256=hashlib.sha256(data).hexdigest(), size=len(data)),))
    assert end.line.have(access, ask).files[0].missing == ((0, size),)
    end.put(access, data, 30_000, 40_000)
    assert end.put(access, data, 35_000, size).held == size - 30_000
    assert end.line.have(access, ask).files[0].missing == ((0, 30_000),)
    whole = end.put(access, data, 0, 30_000)
    assert (whole.held, len(whole.receipts)) == (size, 1)
    assert end.put(access, data, 10_000, 20_000).held == size
    assert end.line.have(access, ask).files[0].receipts == whole.receipts


def test_a_file_is_gone_on_with_from_any_place(end: End) -> None:
    """Whoever was cut off asks for the rest alone; at the end there is none; beyond it there is no such place."""
    access = end.let_in().access_token
    data = pdf("in two parts", 100_000)
    sha256 = hashlib.sha256(data).hexdigest()
    end.one(access, an_item(files=(data,)))
    end.put(access, data)
    assert b"".join(end.line.get_blob(access, sha256=sha256, offset=70_001)) == data[70_001:]
    assert b"".join(end.line.get_blob(access, sha256=sha256, offset=len(data))) == b""
    with pytest.raises(RefusalError):
        list(end.line.get_blob(access, sha256=sha256, offset=len(data) + 1))


def test_bytes_that_are_not_there_are_not_found(end: End) -> None:
    """An unknown hash is told as not found, not as a fault."""
    access = end.let_in().access_token
    with pytest.raises(RefusalError) as raised:
        list(end.line.get_blob(access, sha256="ab" * 32))
    assert raised.value.reason == Code.NOT_FOUND
