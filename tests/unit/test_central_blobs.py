"""The folder of attachments: whole, verified files under their own hash, and nothing else."""

from __future__ import annotations

import hashlib
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from central.blobs import BlobFolder, agrees, container, is_hash
from central.errors import Refused
from station_client.domain.attachment import Kind
from sync.protocol.codes import Code

DATA = b"%PDF-1.7\n" + bytes(range(256)) * 40
HASH = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> BlobFolder:
    """Give an empty folder."""
    return BlobFolder(tmp_path / "blobs")


def files_in(tmp_path: Path) -> list[str]:
    """Name what lies in the folder."""
    return sorted(path.name for path in (tmp_path / "blobs").rglob("*") if path.is_file())


def test_bytes_come_back_as_they_went_in(folder: BlobFolder, tmp_path: Path) -> None:
    """A file put in pieces is one file, named by its hash."""
    stored = folder.put(HASH, len(DATA), [DATA[:3], b"", DATA[3:5000], DATA[5000:]])
    assert (stored.sha256, stored.size, stored.container) == (HASH, len(DATA), "pdf")
    assert b"".join(folder.get(HASH)) == DATA
    assert files_in(tmp_path) == [HASH]


@pytest.mark.parametrize(
    "chunks",
    [[DATA[:-1]], [DATA, b"x"], [DATA[:-1] + b"x"], [], [b"x" * len(DATA)]],
    ids=["short", "long", "changed", "nothing", "other"],
)
def test_other_bytes_leave_nothing(folder: BlobFolder, tmp_path: Path, chunks: list[bytes]) -> None:
    """Bytes that are not those that were named are refused, and no part of them stays."""
    with pytest.raises(Refused) as no:
        folder.put(HASH, len(DATA), chunks)
    assert no.value.code == Code.HASH_MISMATCH
    assert files_in(tmp_path) == []


def test_too_many_bytes_are_not_read_to_their_end(folder: BlobFolder) -> None:
    """A body without end is left after one piece too many."""
    read = 0

    def endless() -> object:
        nonlocal read
        while True:
            read += 1
            yield b"x" * 4096

    with pytest.raises(Refused):
        folder.put(HASH, 8192, endless())  # type: ignore[arg-type]
    assert read == 3


def test_a_cut_leaves_nothing(folder: BlobFolder, tmp_path: Path) -> None:
    """Whatever ends the stream in the middle, no half file stays."""

    def cut() -> object:
        yield DATA[:100]
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        folder.put(HASH, len(DATA), cut())  # type: ignore[arg-type]
    assert files_in(tmp_path) == []


def test_what_a_power_cut_left_is_cleared(folder: BlobFolder, tmp_path: Path) -> None:
    """Half files of a process that died go when a server starts, but not those of an upload under way."""
    now = datetime.now(UTC)
    for name, hours in (("old", 25), ("young", 23)):
        part = tmp_path / "blobs" / f"{name}.part"
        part.write_bytes(b"half")
        os.utime(part, times=(now.timestamp() - hours * 3600,) * 2)
    BlobFolder(tmp_path / "blobs")
    assert files_in(tmp_path) == ["old.part", "young.part"]
    assert folder.sweep(now) == 1
    assert files_in(tmp_path) == ["young.part"]


def test_bytes_that_are_refused_on_arrival_are_not_kept(folder: BlobFolder, tmp_path: Path) -> None:
    """Whoever takes them may still say no; then they never lay under their hash."""

    def refuse() -> None:
        with folder.arriving(HASH, len(DATA), [DATA]) as stored:
            assert stored.container == "pdf"
            raise Refused(Code.HASH_MISMATCH)

    with pytest.raises(Refused):
        refuse()
    assert files_in(tmp_path) == []


def test_a_file_that_is_not_read_to_its_end_is_closed(folder: BlobFolder) -> None:
    """By whoever stops; a file that nobody began as well, and twice is harmless."""
    folder.put(HASH, len(DATA), [DATA])
    for begun in (False, True):
        reading = folder.get(HASH)
        if begun:
            next(reading)
        reading.close()
        reading.close()
        assert list(reading) == []


@pytest.mark.parametrize(
    "name", ["../" * 8 + "etc/passwd", "a" * 63, "A" * 64, "g" * 64, "", "a" * 64 + "\n", "0" * 65]
)
def test_a_name_that_is_no_hash_reaches_no_file(folder: BlobFolder, name: str) -> None:
    """Only 64 lower-case hexadecimal digits are ever made into a path."""
    assert not is_hash(name)
    for verb in (lambda: folder.get(name), lambda: folder.put(name, 1, [b"x"]), lambda: folder.has(name)):
        with pytest.raises(Refused) as no:
            verb()
        assert no.value.code == Code.NOT_UNDERSTOOD


def test_bytes_that_are_not_here_are_not_found(folder: BlobFolder) -> None:
    """A hash without a file is an answer, not a failure."""
    with pytest.raises(Refused) as no:
        folder.get(HASH)
    assert no.value.code == Code.NOT_FOUND


@pytest.mark.parametrize(
    ("head", "kinds"),
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", {Kind.JPEG}),
        (b"\x89PNG\r\n\x1a\n", {Kind.PNG}),
        (b"II*\x00\x08\x00", {Kind.TIFF}),
        (b"MM\x00*", {Kind.TIFF}),
        (b"%PDF-1.4", {Kind.PDF}),
        (b"PK\x03\x04", {Kind.DOCX, Kind.XLSX}),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", {Kind.DOC, Kind.XLS, Kind.DOCX, Kind.XLSX}),
        (b"MZ\x90\x00", set()),
        (b"#!/bin/sh", set()),
        (b"", set()),
    ],
)
def test_a_kind_must_agree_with_the_first_bytes(head: bytes, kinds: set[Kind]) -> None:
    """A program cannot come in as a picture; an Office file with a password is an OLE container."""
    begins_like = container(head)
    assert {kind for kind in Kind if agrees(kind, begins_like)} == kinds
