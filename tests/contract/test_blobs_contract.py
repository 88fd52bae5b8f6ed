"""Attachments in a folder, and in an S3-compatible store that is a process of its own: one contract."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from central.blobs import BlobFolder
from central.errors import Refused, SetupError
from central.keeping.backup import backup, restore
from central.keeping.check import faults
from central.settings import Settings
from sync.protocol.codes import Code
from tests.support.bucket import S3, running
from tests.support.centre import CHEAP, an_item, claim_of, small_centre

DATA = b"%PDF-1.7\n" + bytes(range(256)) * 9000
HASH = hashlib.sha256(DATA).hexdigest()


@pytest.fixture(scope="module")
def s3() -> Iterator[S3]:
    """Give a running store."""
    with running() as made:
        yield made


@pytest.fixture(params=["folder", "bucket"])
def blobs(request: pytest.FixtureRequest, tmp_path: Path) -> BlobFolder:
    """Give an empty place for attachments, of each kind."""
    if request.param == "folder":
        return BlobFolder(tmp_path / "blobs")
    store: S3 = request.getfixturevalue("s3")
    return store.bucket(tmp_path)


def test_bytes_come_back_as_they_went_in(blobs: BlobFolder) -> None:
    """Whole and from any byte on; what lies there says what it is."""
    assert not blobs.has(HASH)
    assert blobs.stored(HASH) is None
    stored = blobs.put(HASH, len(DATA), [DATA[:3], b"", DATA[3:5000], DATA[5000:]])
    assert (stored.size, stored.container) == (len(DATA), "pdf")
    assert blobs.stored(HASH) == stored
    assert (blobs.has(HASH), blobs.size(HASH)) == (True, len(DATA))
    for offset in (0, 1, 65_537, len(DATA) - 1, len(DATA)):
        assert b"".join(blobs.get(HASH, offset)) == DATA[offset:]
    assert blobs.put(HASH, len(DATA), [DATA]) == stored


@pytest.mark.parametrize("chunks", [[DATA[:-1]], [DATA, b"x"], [DATA[:-1] + b"x"], []])
def test_other_bytes_leave_nothing(blobs: BlobFolder, chunks: list[bytes]) -> None:
    """Refused, and no part of them is visible."""
    with pytest.raises(Refused) as no:
        blobs.put(HASH, len(DATA), chunks)
    assert no.value.code == Code.HASH_MISMATCH
    assert not blobs.has(HASH)


def test_nothing_is_there_before_whoever_judges_it_has_agreed(blobs: BlobFolder) -> None:
    """A file appears when the block ended well, and not where it refused or the bytes were cut off."""

    def judged() -> None:
        with blobs.arriving(HASH, len(DATA), [DATA]):
            assert not blobs.has(HASH)
            raise Refused(Code.HASH_MISMATCH, "another kind")

    with pytest.raises(Refused):
        judged()
    assert not blobs.has(HASH)

    def cut() -> Iterator[bytes]:
        yield DATA[:1000]
        raise ConnectionError

    with pytest.raises(ConnectionError):
        blobs.put(HASH, len(DATA), cut())
    assert not blobs.has(HASH)


def test_a_finished_part_is_adopted(blobs: BlobFolder, tmp_path: Path) -> None:
    """As the last slice leaves it; the part is gone then."""
    part = tmp_path / "a.part"
    part.write_bytes(DATA)
    blobs.adopt(part, HASH)
    assert b"".join(blobs.get(HASH)) == DATA
    assert not part.exists()


def test_what_is_not_there_is_said_so(blobs: BlobFolder) -> None:
    """And a name that is no hash is not looked for."""
    with pytest.raises(Refused) as no:
        b"".join(blobs.get("0" * 64))
    assert no.value.code == Code.NOT_FOUND
    for name in ("../../etc/passwd", "", "A" * 64):
        with pytest.raises(Refused) as no:
            blobs.has(name)
        assert no.value.code == Code.NOT_UNDERSTOOD


def test_old_parts_are_swept(blobs: BlobFolder) -> None:
    """What a power cut left on the disk goes after a day."""
    part = blobs._folder / "left.part"
    part.write_bytes(b"x")
    assert blobs.sweep(datetime.now(UTC)) == 0
    assert blobs.sweep(datetime.now(UTC) + timedelta(days=2)) == 1


def test_whoever_stops_reading_lets_go(blobs: BlobFolder) -> None:
    """In the middle, and twice."""
    blobs.put(HASH, len(DATA), [DATA])
    reading = blobs.get(HASH)
    assert DATA.startswith(next(reading))
    reading.close()
    reading.close()
    assert list(reading) == []


def test_a_store_that_is_away_is_busy_and_loses_nothing(tmp_path: Path) -> None:
    """The station is told to try again; once the store is back the same file arrives."""
    with running() as own:
        blobs = own.bucket(tmp_path)
        own.stop()
        with pytest.raises(Refused) as no:
            blobs.put(HASH, len(DATA), [DATA])
        assert (no.value.code, no.value.retry_after > 0) == (Code.BUSY, True)
        assert "127.0.0.1" not in str(no.value)
        assert list(blobs._folder.glob("*.part")) == []
        own.start()
        assert blobs.put(HASH, len(DATA), [DATA]).size == len(DATA)


def test_a_centre_keeps_its_attachments_there(s3: S3, tmp_path: Path) -> None:
    """From a station's bytes to its receipt and back, in a backup and out of it into another bucket."""
    data = b"%PDF-1.7 a memo"
    with small_centre(tmp_path / "one", signs=True, **s3.settings(tmp_path / "one")) as small:
        grant = small.sign_in()
        small.push_one(grant, an_item(files=(claim_of(data),)))
        (receipt,) = small.put_blob(grant, data).receipts
        assert receipt.complete_at is not None
        size, reading = small.centre.get_blob(grant.access_token, sha256=claim_of(data).sha256, offset=4)
        assert (size, b"".join(reading)) == (len(data), data[4:])
        assert [one for one in faults(small.house, every_byte=True) if "file" in one] == []
        assert list((tmp_path / "one" / "blobs").rglob("*.*")) == []
        folder, manifest = backup(small.house, tmp_path / "copies")
        assert manifest.files == 1
    second = Settings(folder=tmp_path / "two", password_cost=CHEAP, **s3.settings(tmp_path / "two"))
    restore(second, folder)
    with small_centre(tmp_path / "two", **s3.settings(tmp_path / "two")) as small:
        assert b"".join(small.house.blobs.get(claim_of(data).sha256)) == data


@pytest.mark.parametrize(
    "wrong",
    [{"blob_url": "http://somewhere/x"}, {"blob_url": "s3://"}, {"s3_endpoint": "http://store.example"}],
)
def test_a_store_that_cannot_be_is_refused(tmp_path: Path, wrong: dict[str, Any]) -> None:
    """By its setting, before anything is served; without TLS only on this very machine."""
    with (
        pytest.raises(SetupError, match=r"blob_url|s3_endpoint"),
        small_centre(tmp_path / "c", **{"blob_url": "s3://attachments", **wrong}),
    ):
        pass
