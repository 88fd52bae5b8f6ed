"""A page of a PDF, drawn apart from the program: its picture, its bounds, and nothing where the file is no PDF."""

from __future__ import annotations

import struct
import sys
import zlib

import pytest

from station_client.domain.attachment import Kind
from station_client.inspection import sandbox
from station_client.inspection.sandbox import Wanted
from tests.support.sample_files import launching_pdf, pdf, picture


def huge_png() -> bytes:
    """Make a picture that says it is 60,000 pixels wide and high, in a few bytes."""
    parts = (b"IHDR" + struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0), b"IDAT" + zlib.compress(b""), b"IEND")
    chunks = (struct.pack(">I", len(one) - 4) + one + struct.pack(">I", zlib.crc32(one)) for one in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


PROGRAM = (sys.executable, "-c", 'import sys; sys.stdout.write(\'{"pages": 1, "width": 9, "height": 9}\\nshort\')')


def test_a_page_is_pictured() -> None:
    """Each page has its number of so many; one that is beyond the last is the last."""
    leaf = sandbox.draw(pdf(pages=3), Wanted(1))
    assert leaf is not None
    assert (leaf.number, leaf.pages) == (1, 3)
    assert len(leaf.marks) == 3 * leaf.width * leaf.height
    last = sandbox.draw(launching_pdf(), Wanted(7))
    assert last is not None
    assert (last.number, last.pages) == (0, 1)


def test_what_is_no_pdf_is_not_shown() -> None:
    """Neither a broken file nor a lying answer gets a picture, and nothing is raised."""
    assert sandbox.draw(b"%PDF-1.7 but no more", Wanted(0)) is None
    assert sandbox.draw(pdf(), Wanted(0), program=PROGRAM) is None
    assert sandbox.draw(pdf(), Wanted(0), program=("/no/such/program",)) is None
    assert sandbox.draw(pdf(), Wanted(0), seconds=0.001) is None


@pytest.mark.parametrize("kind", [Kind.JPEG, Kind.PNG, Kind.TIFF])
def test_a_picture_is_made_small(kind: Kind) -> None:
    """Whatever its size, nothing longer than was asked for comes back; the first page of a PDF too."""
    leaf = sandbox.draw(picture(kind.name, size=(240, 160)), Wanted(0, kind, 40))
    assert leaf is not None
    assert max(leaf.width, leaf.height) == 40
    page = sandbox.draw(pdf(), Wanted(0, Kind.PDF, 40))
    assert page is not None
    assert max(page.width, page.height) <= 41


def test_what_is_no_picture_is_not_shown() -> None:
    """A kind that has no picture, and bytes of another kind, give none."""
    assert sandbox.draw(picture("PNG"), Wanted(0, Kind.JPEG, 40)) is None
    assert sandbox.draw(b"PK", Wanted(0, Kind.DOCX, 40)) is None
    assert sandbox.draw(huge_png(), Wanted(0, Kind.PNG, 40)) is None
