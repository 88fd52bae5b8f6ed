"""A file is read once, whole, unchanged, and refused with a reason that helps."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from typing import cast

import pytest

from station_client.domain.attachment import Attachment, Inspection, Kind, Limits, Verdict
from station_client.domain.ids import Sha256
from station_client.errors import AttachmentRefusedError
from station_client.services.attaching import Attaching
from station_client.store.blobs import BlobFolder

LIMITS = Limits(files=2, bytes_per_file=1000)


def accept(_name: str, _data: bytes, _limits: Limits) -> Inspection:
    """Accept everything as a PDF."""
    return Inspection(Verdict.ACCEPT, Kind.PDF)


@pytest.fixture
def attaching() -> Attaching:
    """Give the steps with an inspection that accepts everything."""
    return Attaching(LIMITS, accept)


def test_a_file_is_read_with_a_harmless_name(attaching: Attaching, tmp_path: Path) -> None:
    """The name that is shown has nothing in it that turns or hides."""
    path = tmp_path / "report\u202efdp.exe .pdf"
    path.write_bytes(b"data")
    assert attaching.read(path) == ("reportfdp.exe .pdf", b"data")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [("a.exe", b"x", "kind"), ("a", b"x", "kind"), ("a.pdf", b"", "empty"), ("a.pdf", b"x" * 1001, "too-large")],
)
def test_name_and_size_are_refused_before_reading(
    attaching: Attaching, tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    """What is refused by its name or size alone is not even opened."""
    (tmp_path / name).write_bytes(data)
    with pytest.raises(AttachmentRefusedError) as refused:
        attaching.read(tmp_path / name)
    assert (refused.value.name, refused.value.reason) == (name, reason)


def test_what_is_no_file_is_refused(attaching: Attaching, tmp_path: Path) -> None:
    """A folder, a pipe that would never end, and nothing at all are no files."""
    (tmp_path / "folder.pdf").mkdir()
    os.mkfifo(tmp_path / "pipe.pdf")
    for name in ("folder.pdf", "pipe.pdf", "none.pdf"):
        with pytest.raises(AttachmentRefusedError) as refused:
            attaching.read(tmp_path / name)
        assert refused.value.reason == "not-a-file"


class ChangingPath(type(Path())):  # type: ignore[misc] # the platform's own kind of path
    """A path whose file grows while it is read."""

    def open(self, *_args: object, **_named: object) -> BytesIO:
        """Let another program write into the file just before it is read."""
        with open(self, "ab") as other:  # noqa: PTH123 not through this class's own open
            other.write(b" and more")
        return cast("BytesIO", open(self, "rb"))  # noqa: PTH123 as above; the reader closes it


def test_a_file_that_changes_while_it_is_read_is_refused(attaching: Attaching, tmp_path: Path) -> None:
    """A scanner that is still writing would give half a page."""
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"half a page")
    with pytest.raises(AttachmentRefusedError) as refused:
        attaching.read(ChangingPath(path))
    assert refused.value.reason == "changed"


def test_one_file_too_many_is_refused(attaching: Attaching) -> None:
    """The limit is said before anything is read."""
    one = Attachment(Sha256("0" * 64), 1, "a.pdf", Kind.PDF, Verdict.ACCEPT)
    attaching.check_room("b.pdf", [one])
    with pytest.raises(AttachmentRefusedError) as refused:
        attaching.check_room("c.pdf", [one, one])
    assert refused.value.reason == "too-many"


def test_the_same_bytes_under_another_name_are_named_with_both(tmp_path: Path) -> None:
    """A duplicate is known by its bytes, and the officer is told of which file."""
    attaching, blobs = Attaching(LIMITS, accept), BlobFolder(tmp_path, b"k" * 32)
    found = attaching.inspected("a.pdf", b"data")
    first = attaching.sealed(blobs, "a.pdf", b"data", found=found, beside=[])
    with pytest.raises(AttachmentRefusedError) as refused:
        attaching.sealed(blobs, "b.pdf", b"data", found=found, beside=[first])
    assert (refused.value.name, refused.value.reason) == ("b.pdf (= a.pdf)", "duplicate")


def test_the_same_name_on_other_bytes_is_numbered(tmp_path: Path) -> None:
    """Two pictures of one camera name stay apart at the receiving station."""
    attaching, blobs = Attaching(LIMITS, accept), BlobFolder(tmp_path, b"k" * 32)
    found = attaching.inspected("a.pdf", b"1")
    first = attaching.sealed(blobs, "Scan.pdf", b"1", found=found, beside=[])
    second = attaching.sealed(blobs, "scan.PDF", b"2", found=found, beside=[first])
    assert (first.name, second.name) == ("Scan.pdf", "scan (2).pdf")


def test_a_refused_inspection_is_a_refused_file() -> None:
    """The first reason of the inspection is the one that is told."""
    attaching = Attaching(LIMITS, lambda *_: Inspection(Verdict.REJECT, None, ("macro",)))
    with pytest.raises(AttachmentRefusedError) as refused:
        attaching.inspected("../a.doc", b"x")
    assert (refused.value.name, refused.value.reason) == ("a.doc", "macro")
