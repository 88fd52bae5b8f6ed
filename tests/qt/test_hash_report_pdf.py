"""The hash report on paper, read back with what anybody has."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from station_client.domain.alert import AttachedFile
from station_client.domain.ids import Sha256
from tests.support.hash_reports import hash_report
from tests.support.printed_firs import printing_officer
from tests.support.work import item
from ui.printing.fir_pdf import Occasion
from ui.printing.hash_report_pdf import draw_hashes
from ui.printing.pdf import write_pdf

NOW = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)


def test_a_hash_report_names_the_three_algorithms(tmp_path: Path, dressed: QApplication) -> None:
    """Five files with long names fill no more than two pages; each hash stands whole, with the moment in IST."""
    assert dressed is not None
    names = [f"photograph of the place of occurrence, taken from the north {at}.jpg" for at in range(5)]
    files = tuple(AttachedFile(Sha256(f"{at:064x}"), 1_500_000, name, "jpeg") for at, name in enumerate(names))
    report = hash_report(item(1, files=files, record_number="2026-000123"))
    target = tmp_path / "hashes.pdf"
    pages = write_pdf(
        target, "Hashes", partial(draw_hashes, report, occasion=Occasion(printing_officer(), NOW, NOW, "hi"))
    )
    said = "\n".join(page.extract_text() for page in PdfReader(target).pages).split()
    assert pages <= 2
    for one in report.files:
        assert {one.sha256, one.sha1, one.md5} <= set(said)
    text = " ".join(said)
    assert text.count("14/03/2026 14:02 hrs IST") == 5
    assert "63(4)" in text
