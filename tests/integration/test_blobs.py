"""Sealed files: whole or not there, named so that nobody learns anything, and given back as they came."""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path

import pytest

from station_client.domain.ids import Sha256
from station_client.errors import CentreUnreachableError, InputError, NotInCopyError, StoreDamagedError
from station_client.store.blobs import BlobFolder
from tests.support.casework import private

KEY = bytes(range(32))
MEMO = b"%PDF-1.7 seizure memo " * 9000
NONE = Sha256("00" * 32)


@pytest.fixture
def blobs(tmp_path: Path) -> BlobFolder:
    """Open an empty folder."""
    return BlobFolder(tmp_path, KEY)


def come(blobs: BlobFolder, sha256: Sha256, data: bytes, *, begin: int = 0, cut: bool = False) -> None:
    """Take in bytes that come over the line, after the ``begin`` that are here; the line may be cut after them."""
    with blobs.arriving(sha256) as arriving:
        assert arriving.size == begin
        arriving.write(data)
        if cut:
            raise CentreUnreachableError


def names(folder: Path) -> set[str]:
    """List the files."""
    return {path.name for path in folder.iterdir()}


def test_a_file_comes_back_as_it_came(blobs: BlobFolder) -> None:
    """With the three hashes of its bytes, for the certificate."""
    stored = blobs.put(io.BytesIO(MEMO), limit=len(MEMO))
    assert stored.sha256 == hashlib.sha256(MEMO).hexdigest()
    assert stored.sha1 == hashlib.sha1(MEMO).hexdigest()  # noqa: S324 the certificate names it
    assert stored.md5 == hashlib.md5(MEMO).hexdigest()  # noqa: S324 the same
    assert (stored.size, blobs.size(stored.sha256)) == (len(MEMO), len(MEMO))
    assert blobs.has(stored.sha256)
    with blobs.open(stored.sha256) as reader:
        assert len(reader) == len(MEMO)
        assert reader.read() == MEMO


@pytest.mark.parametrize("size", [0, 1, 512 * 1024, 3 * 512 * 1024 + 5])
def test_a_long_files_hashes_are_those_of_its_bytes_in_their_order(blobs: BlobFolder, size: int) -> None:
    """They are taken by several threads, one read after the other."""
    data = bytes(at * 31 % 251 for at in range(size))
    stored = blobs.put(io.BytesIO(data), limit=size)
    assert stored.sha256 == hashlib.sha256(data).hexdigest()
    assert stored.sha1 == hashlib.sha1(data).hexdigest()  # noqa: S324 as above
    assert stored.md5 == hashlib.md5(data).hexdigest()  # noqa: S324 as above
    with blobs.open(stored.sha256) as reader:
        assert reader.read() == data


def test_nothing_of_a_file_stands_in_clear(blobs: BlobFolder, tmp_path: Path) -> None:
    """Neither bytes nor hash, in its content or its name; only this user may read it."""
    stored = blobs.put(io.BytesIO(MEMO), limit=len(MEMO))
    (path,) = tmp_path.iterdir()
    raw = path.read_bytes()
    assert b"seizure" not in raw
    assert bytes.fromhex(stored.sha256) not in raw
    assert stored.sha256 not in path.name
    assert private(path)
    other_key = BlobFolder(tmp_path, bytes(32))
    assert not other_key.has(stored.sha256)


def test_the_same_bytes_are_kept_once(blobs: BlobFolder, tmp_path: Path) -> None:
    """Two drafts with one photograph need one file."""
    assert blobs.put(io.BytesIO(MEMO), limit=10**6) == blobs.put(io.BytesIO(MEMO), limit=10**6)
    assert len(names(tmp_path)) == 1


def test_a_file_that_is_too_large_leaves_nothing(blobs: BlobFolder, tmp_path: Path) -> None:
    """It is refused as soon as it is too large, however long it would go on."""
    with pytest.raises(InputError, match="too-large"):
        blobs.put(io.BytesIO(MEMO), limit=len(MEMO) - 1)
    assert names(tmp_path) == set()


def test_bytes_from_the_line_are_taken_if_they_are_the_right_ones(blobs: BlobFolder, tmp_path: Path) -> None:
    """Wrong ones leave nothing; what came before a cut is gone on with, however often."""
    sha256 = Sha256(hashlib.sha256(MEMO).hexdigest())
    with pytest.raises(StoreDamagedError):
        come(blobs, sha256, MEMO[:-1])
    assert names(tmp_path) == set()
    for begin, end in ((0, 70_000), (70_000, 70_001), (70_001, len(MEMO) - 1)):
        with pytest.raises(CentreUnreachableError):
            come(blobs, sha256, MEMO[begin:end], begin=begin, cut=True)
        assert not blobs.has(sha256)
        assert len(names(tmp_path)) == 1
    come(blobs, sha256, MEMO[-1:], begin=len(MEMO) - 1)
    assert len(names(tmp_path)) == 1
    with blobs.open(sha256) as reader:
        assert reader.read() == MEMO


@pytest.mark.parametrize("lost", [0, 1, 70_000])
def test_a_part_that_a_power_cut_tore_is_gone_on_with_from_its_last_whole_piece(
    blobs: BlobFolder, tmp_path: Path, lost: int
) -> None:
    """Killed while the bytes came: whole pieces are kept, a torn one is fetched again, and nothing stands in clear."""
    sha256 = Sha256(hashlib.sha256(MEMO).hexdigest())
    with pytest.raises(CentreUnreachableError):
        come(blobs, sha256, MEMO[:150_000], cut=True)
    (part,) = tmp_path.iterdir()
    assert MEMO[:50] not in part.read_bytes()
    os.truncate(part, part.stat().st_size - lost)
    with blobs.arriving(sha256) as arriving:
        assert arriving.size == {0: 150_000, 1: 131_072, 70_000: 65_536}[lost]
        arriving.write(MEMO[arriving.size :])
    with blobs.open(sha256) as reader:
        assert reader.read() == MEMO


def test_a_file_is_read_from_any_place(blobs: BlobFolder) -> None:
    """A slice begins anywhere: in the middle of a sealed piece, at its edge, at the end."""
    stored = blobs.put(io.BytesIO(MEMO), limit=10**6)
    for place in (0, 1, 65_535, 65_536, 65_537, len(MEMO) - 1, len(MEMO)):
        with blobs.open(stored.sha256) as reader:
            reader.seek(place)
            assert reader.read(70_000) == MEMO[place : place + 70_000]


def test_a_file_that_is_not_here_is_said_to_be_not_here(blobs: BlobFolder) -> None:
    """Not damage: the engine can bring it."""
    assert not blobs.has(NONE)
    with pytest.raises(NotInCopyError):
        blobs.open(NONE)


def test_two_files_that_changed_places_are_noticed(blobs: BlobFolder, tmp_path: Path) -> None:
    """Each is bound to its name before a byte of it is read."""
    one = blobs.put(io.BytesIO(b"one"), limit=10)
    before = names(tmp_path)
    other = blobs.put(io.BytesIO(b"other"), limit=10)
    (first,), (second,) = before, names(tmp_path) - before
    (tmp_path / first).rename(tmp_path / "aside")
    (tmp_path / second).rename(tmp_path / first)
    (tmp_path / "aside").rename(tmp_path / second)
    for sha256 in (one.sha256, other.sha256):
        with pytest.raises(StoreDamagedError):
            blobs.open(sha256)


@pytest.mark.parametrize("kept", [0, 10, 32, 60, 1000, -1])
def test_a_cut_file_is_noticed(blobs: BlobFolder, tmp_path: Path, kept: int) -> None:
    """Wherever it was cut."""
    stored = blobs.put(io.BytesIO(MEMO), limit=10**6)
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(StoreDamagedError):
        blobs.open(stored.sha256)


def test_a_damaged_file_is_healed_by_its_bytes(blobs: BlobFolder, tmp_path: Path) -> None:
    """Attaching or fetching it again puts a sound one in its place."""
    stored = blobs.put(io.BytesIO(MEMO), limit=10**6)
    (path,) = tmp_path.iterdir()
    path.write_bytes(b"damage")
    come(blobs, stored.sha256, MEMO)
    assert blobs.size(stored.sha256) == len(MEMO)


def test_the_sweep_takes_what_nothing_names(blobs: BlobFolder, tmp_path: Path) -> None:
    """A file that is named stays, and so does one under way."""
    kept, left = blobs.put(io.BytesIO(b"kept"), limit=10), blobs.put(io.BytesIO(b"left"), limit=10)
    (tmp_path / "0123.part").write_bytes(b"left by a power cut")
    swept: list[int] = []

    coming = Sha256(hashlib.sha256(b"under way").hexdigest())
    with blobs.arriving(coming) as arriving:
        arriving.write(b"under ")
        swept.append(blobs.sweep({kept.sha256}))
        arriving.write(b"way")
    assert swept == [2]
    assert (blobs.has(kept.sha256), blobs.has(left.sha256), blobs.has(coming)) == (True, False, True)
    assert len(names(tmp_path)) == 2


def test_a_file_that_is_being_read_keeps_no_other_one_here(blobs: BlobFolder) -> None:
    """Windows removes no file that is open; the sweep goes on to the next one, and takes that one the next time."""
    files = [blobs.put(io.BytesIO(content), limit=10).sha256 for content in (b"one", b"two", b"three")]
    with blobs.open(files[0]), blobs.open(files[2]):
        assert blobs.sweep(()) >= 1
        assert not blobs.has(files[1])
    blobs.sweep(())
    assert [blobs.has(one) for one in files] == [False, False, False]
