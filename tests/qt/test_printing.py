"""Paper: the FIR and the receipt as PDF, read back with the tools that anybody has."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # published without types
import pytest
import zxingcpp
from pypdf import PageObject, PdfReader
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Category, Life
from station_client.domain.receipt_proof import key_id, proof_of, read_proof
from station_client.domain.receipt_tree import TOGETHER
from station_client.domain.redaction import HIDDEN, PaperFir, redacted
from station_client.errors import StoreError
from station_client.security.receipt_keys import signed
from station_client.services.deeds import Deed
from station_client.services.views import PaperReceipt
from tests.support.centre import PASSWORD, SI_A, small_centre
from tests.support.houses import Pc
from tests.support.printed_firs import long_fir, printing_officer, protected_fir
from tests.support.records import a_fir
from tests.support.work import SIGNING, item, receipt, signed_receipt
from ui import theme
from ui import words as screen_words
from ui.language import Speech, say
from ui.printing import alert_labels
from ui.printing.fir_pdf import RECORD_NAME, Occasion, draw_fir, print_fir, save_fir
from ui.printing.receipt_pdf import save_receipt
from ui.screens.printer import preview

NOW = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)


def printed(path: Path, *, long: bool = False, protected: bool = True, language: str = "en") -> PdfReader:
    """Print an FIR and open the file."""
    fir = redacted(replace(long_fir() if long else protected_fir(), victim_protected=protected))
    pages = print_fir(fir, path, printed_by=printing_officer(), as_on=NOW, now=NOW, language=language)
    reader = PdfReader(path)
    assert len(reader.pages) == pages
    return reader


def text_of(page: PageObject) -> str:
    """Give a page's text with single blanks (Qt writes them as tabs, and breaks runs)."""
    return " ".join(page.extract_text().split())


def scanned(content: bytes) -> str:
    """Read the code on a page as a scanner does, from its picture at 200 dots an inch."""
    with pypdfium2.PdfDocument(content) as document:
        picture = document[0].render(scale=200 / 72).to_pil().convert("L")
    (code,) = zxingcpp.read_barcodes(picture)
    return str(code.text)


def test_the_form_is_on_a4_with_its_own_words(tmp_path: Path, dressed: QApplication) -> None:
    """Head, items, number, date and time stand as the form has them."""
    assert dressed is not None
    reader = printed(tmp_path / "fir.pdf", protected=False)
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)
    text = "\n".join(text_of(page) for page in reader.pages)
    for words in ("FIRST INFORMATION REPORT", "Under Section 173 B.N.S.S", "N.C.R.B", "21/11/2026 20:11 hrs", "318(4)"):
        assert words in text
    assert "Kalpanika Devi" in text


def test_every_page_says_where_it_belongs(tmp_path: Path, dressed: QApplication) -> None:
    """Page x of y, freshness, officer and station stand at the foot of each page."""
    assert dressed is not None
    reader = printed(tmp_path / "fir.pdf", long=True)
    count = len(reader.pages)
    assert count >= 3
    for number, page in enumerate(reader.pages, 1):
        text = text_of(page)
        assert f"Page {number} of {count}" in text
        assert "As on: 21/11/2026 20:30 hrs IST" in text
        assert "Sub-Inspector A. Example, Rampur Kalan" in text
        assert "I.I.F.-I" in text


def test_no_victim_and_no_number_is_in_the_file(tmp_path: Path, dressed: QApplication) -> None:
    """Neither the page nor the embedded record holds what the law hides."""
    assert dressed is not None
    reader = printed(tmp_path / "fir.pdf")
    record = reader.attachments[RECORD_NAME][0].decode()
    for text in ("".join(text_of(page) for page in reader.pages), record):
        for secret in ("Kalpanika", "काल्पनिका", "Namuna", "9876543210", "234567890123", "Ward 4"):
            assert secret not in text
    assert HIDDEN in record


def test_what_a_station_prints_of_its_copy_was_masked_once(tmp_path: Path, dressed: QApplication) -> None:
    """The service masks and leaves the trace; paper is what it was given, so that nobody else is relied upon for it."""
    assert dressed is not None
    number, masked = "9876543210", "XXXXXX3210"
    fir = a_fir(form=replace(a_fir().form, contents=f"The informant says: call {number}."))
    with small_centre(tmp_path / "centre") as small, Pc(tmp_path / "pc", small.centre).house() as verbs:
        small.put(fir)
        verbs.session.sign_in(SI_A, PASSWORD)
        verbs.sync.sync_once()
        held, paper, officer = verbs.firs.one(fir.key), verbs.firs.for_paper(fir.key), verbs.session.officer()
        acts = [one.act for one in verbs.audit.entries()]
    assert acts.count(Deed.FIR_EXPORTED) == 1

    def words_of(fir: PaperFir) -> str:
        path = tmp_path / "fir.pdf"
        print_fir(fir, path, printed_by=officer, as_on=NOW, now=NOW, language="en")
        reader = PdfReader(path)
        record = reader.attachments[RECORD_NAME][0].decode()
        return "".join(text_of(page) for page in reader.pages) + record

    for fir_printed, there, not_there in ((paper, masked, number), (PaperFir(held), number, masked)):
        words = words_of(fir_printed)
        assert words.count(there) == 2
        assert not_there not in words


def test_the_text_can_be_got_back(tmp_path: Path, dressed: QApplication) -> None:
    """The record inside the file gives the Hindi text that a PDF's own text garbles; poppler finds it too."""
    assert dressed is not None
    path = tmp_path / "fir.pdf"
    reader = printed(path, protected=False)
    table = json.loads(reader.attachments[RECORD_NAME][0])
    assert "क्षेत्राधिकार" in table["fir"]["form"]["contents"]
    assert table["fir"]["shown"] == "0123/2026"
    assert table["masked"] is True
    listed = subprocess.run(["pdfdetach", "-list", path], capture_output=True, check=True, text=True).stdout
    assert RECORD_NAME in listed


@pytest.mark.parametrize("language", ["en", "hi"])
def test_the_notices_speak_the_officers_language(tmp_path: Path, dressed: QApplication, language: str) -> None:
    """A Hindi print is numbered in Hindi words with Latin digits; both are printed without a Qt warning."""
    assert dressed is not None
    printed(tmp_path / f"{language}.pdf", language=language)


def test_a_print_that_cannot_be_written_is_an_error(tmp_path: Path, dressed: QApplication) -> None:
    """A folder that is not there is told as an error, not as a printed page."""
    assert dressed is not None
    where = tmp_path / "missing" / "fir.pdf"
    with pytest.raises(StoreError):
        print_fir(redacted(protected_fir()), where, printed_by=printing_officer(), as_on=None, now=NOW, language="en")


def test_it_prints_with_no_window_and_no_display(tmp_path: Path) -> None:
    """The command line prints where nobody has made a Qt application."""
    script = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path;"
        "from tests.support.printed_firs import *; from ui.printing.fir_pdf import print_fir;"
        "from station_client.domain.redaction import redacted;"
        "print(print_fir(redacted(protected_fir()), Path(sys.argv[1]), printed_by=printing_officer(), as_on=None,"
        " now=datetime(2026, 11, 21, tzinfo=UTC), language='en'))"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path / "fir.pdf"],
        cwd=root,
        env={"PYTHONPATH": str(root), "PATH": "/usr/bin"},
        capture_output=True,
        check=True,
        text=True,
    )
    assert int(done.stdout) == len(PdfReader(tmp_path / "fir.pdf").pages)
    assert done.stderr == ""  # no talk of Qt's about fonts, which no officer understands


def test_a_receipt_fits_half_a_page(tmp_path: Path, dressed: QApplication) -> None:
    """Record number, centre's time, author and each whole hash stand on the upper half of one page."""
    assert dressed is not None
    sent = item(1)
    paper = PaperReceipt(receipt(sent), sent, counts_until=datetime(2026, 4, 13, 8, 35, tzinfo=UTC))
    occasion = Occasion(printing_officer(), NOW, NOW, "en")
    assert save_receipt(paper, tmp_path / "receipt.pdf", occasion) == 1
    page = PdfReader(BytesIO((tmp_path / "receipt.pdf").read_bytes())).pages[0]
    text = text_of(page)
    for words in (
        "2026-000123",
        "14/03/2026 14:05 hrs IST",
        "13/04/2026 14:05 hrs IST",
        "asharma",
        *(one.sha256 for one in sent.files),
    ):
        assert words in text


@pytest.mark.parametrize("training", [True, False])
def test_a_receipt_of_a_training_says_so_across_the_page(
    tmp_path: Path, dressed: QApplication, *, training: bool
) -> None:
    """In both languages, as large as nothing else; on a station's own paper there is no such word."""
    assert dressed is not None
    occasion = Occasion(printing_officer(), NOW, NOW, "en", training=training)
    save_receipt(PaperReceipt(receipt(item(1)), item(1)), tmp_path / "receipt.pdf", occasion)
    text = PdfReader(tmp_path / "receipt.pdf").pages[0].extract_text()
    assert ("TRAINING" in text) is training
    assert any("\u0900" <= letter <= "\u097f" for letter in text)


@pytest.mark.parametrize("beside", [0, TOGETHER - 1], ids=["alone", "together"])
def test_a_signed_receipt_can_be_checked_from_the_paper_alone(
    tmp_path: Path, dressed: QApplication, beside: int
) -> None:
    """One page; the lines as they are read from it, and the code as a scanner reads it, are what the centre signed.

    So it is for one that shares its signature, without the others.
    """
    assert dressed is not None
    sent = item(1)
    paper = PaperReceipt(signed_receipt(sent, beside=beside), sent)
    proof = proof_of(paper.receipt)
    assert proof is not None
    assert save_receipt(paper, tmp_path / "receipt.pdf", Occasion(printing_officer(), NOW, NOW, "en")) == 1
    content = (tmp_path / "receipt.pdf").read_bytes()
    lines = PdfReader(BytesIO(content)).pages[0].extract_text().splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("station-receipt"))
    last = max(at for at, line in enumerate(lines) if line.startswith("signature"))
    public = SIGNING.public_key().public_bytes_raw()
    typed = read_proof("\n".join(line for line in lines[first : last + 1] if line.strip()))
    assert signed(typed, {key_id(public): public})
    assert signed(read_proof(scanned(content)), {key_id(public): public})


def test_a_preview_in_dark_colours_shows_black_on_white(dressed: QApplication, qtbot: QtBot) -> None:
    """As the paper will be: the form's title, which stands before anything that is ruled, too."""
    theme.wear(dressed, name="dark")
    try:
        page = QWidget()
        qtbot.addWidget(page)
        occasion = Occasion(printing_officer(), NOW, NOW, "en")
        dialog = preview(partial(draw_fir, redacted(protected_fir()), occasion=occasion), "FIR", page)
        dialog.resize(800, 560)

        def darkest() -> int:
            seen = dialog.grab().toImage()
            return min(seen.pixelColor(x, y).lightness() for x in range(340, 460) for y in range(88, 112))

        qtbot.waitUntil(lambda: darkest() < 128)
        dialog.reject()
    finally:
        theme.wear(dressed)


def test_a_preview_has_the_pages_of_the_file(tmp_path: Path, dressed: QApplication, qtbot: QtBot) -> None:
    """What is printed from it breaks where the PDF breaks, also over many pages."""
    page = QWidget()
    qtbot.addWidget(page)
    fir, occasion = redacted(replace(long_fir(), victim_protected=False)), Occasion(printing_officer(), NOW, NOW, "hi")
    drawn: list[int] = []
    dialog = preview(lambda device: drawn.append(draw_fir(fir, device, occasion)), "FIR", page)
    qtbot.waitUntil(lambda: bool(drawn))
    dialog.reject()
    assert drawn[-1] == save_fir(fir, tmp_path / "fir.pdf", occasion)
    assert dressed is not None


def test_paper_and_screen_have_the_same_words(speech: Speech) -> None:
    """The names of the windows and of an alert's lives are kept twice; they are the same in both languages."""
    for language in ("en", "hi"):
        speech.use(language)
        for category in Category:
            label = alert_labels.CATEGORY[category]
            assert say(screen_words.category(category)) == (label.hi if language == "hi" else label.en)
        for life in Life:
            label = alert_labels.LIFE[life]
            assert say(screen_words.life(life)) == (label.hi if language == "hi" else label.en)
