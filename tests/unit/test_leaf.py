"""A page of a PDF, drawn apart from the program: its picture, its bounds, and nothing where the file is no PDF."""

from __future__ import annotations

import sys

from station_client.inspection import sandbox
from tests.support.sample_files import launching_pdf, pdf

PROGRAM = (sys.executable, "-c", 'import sys; sys.stdout.write(\'{"pages": 1, "width": 9, "height": 9}\\nshort\')')


def test_a_page_is_pictured() -> None:
    """Each page has its number of so many; one that is beyond the last is the last."""
    leaf = sandbox.draw(pdf(pages=3), 1)
    assert leaf is not None
    assert (leaf.number, leaf.pages) == (1, 3)
    assert len(leaf.marks) == 3 * leaf.width * leaf.height
    last = sandbox.draw(launching_pdf(), 7)
    assert last is not None
    assert (last.number, last.pages) == (0, 1)


def test_what_is_no_pdf_is_not_shown() -> None:
    """Neither a broken file nor a lying answer gets a picture, and nothing is raised."""
    assert sandbox.draw(b"%PDF-1.7 but no more", 0) is None
    assert sandbox.draw(pdf(), 0, program=PROGRAM) is None
    assert sandbox.draw(pdf(), 0, program=("/no/such/program",)) is None
    assert sandbox.draw(pdf(), 0, seconds=0.001) is None
