"""PDF: pages it must have; scripts, programs and files inside are warned of; small faults are forgiven."""

from __future__ import annotations

import pytest

from station_client.domain.attachment import Inspection, Kind, Limits, Verdict
from station_client.inspection.examine import examine
from tests.support.sample_files import launching_pdf, pdf


def look(data: bytes) -> Inspection:
    """Examine as a PDF with the common limits."""
    return examine("a.pdf", data, Limits())


def test_a_sound_pdf_is_accepted() -> None:
    """A PDF with pages and nothing else is accepted without a word."""
    assert look(pdf(pages=3)) == Inspection(Verdict.ACCEPT, Kind.PDF)


@pytest.mark.parametrize(
    ("data", "reason"),
    [(pdf(script=True), "active"), (launching_pdf(), "active"), (pdf(attached=True), "embedded")],
)
def test_what_a_pdf_carries_is_warned_of(data: bytes, reason: str) -> None:
    """A script, a program to start, a file inside: taken, with a warning."""
    found = look(data)
    assert (found.verdict, reason in found.reasons) == (Verdict.WARN, True)


def test_a_password_is_warned_of() -> None:
    """A PDF that opens with a password only is taken, and the officer is told."""
    assert look(pdf(password="अभेद्य7")) == Inspection(Verdict.ENCRYPTED, Kind.PDF, ("encrypted",))


def test_a_pdf_with_a_small_fault_is_taken_with_a_warning() -> None:
    """One byte less than there should be: readers repair that, so it is no reason to refuse."""
    whole = pdf()
    at = whole.index(b"obj") - 4
    assert look(whole[:at] + whole[at + 1 :]) == Inspection(Verdict.WARN, Kind.PDF, ("repaired",))


@pytest.mark.parametrize("data", [pdf(pages=0), pdf()[:60], b"%PDF-1.7\n", b"%PDF-1.7\n" + b"garbage " * 200])
def test_what_has_no_page_is_refused(data: bytes) -> None:
    """A PDF without a page to show is refused."""
    assert look(data).verdict is Verdict.REJECT


def test_a_page_tree_that_eats_its_tail_ends() -> None:
    """Pages that name themselves as their own children do not hang the look."""
    loop = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\n"
        b"trailer<</Root 1 0 R/Size 3>>\nstartxref\n0\n%%EOF"
    )
    assert look(loop).verdict is Verdict.REJECT
