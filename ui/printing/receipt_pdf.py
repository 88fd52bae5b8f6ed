"""The centre's receipt: record number, the centre's time, each file's SHA-256, who wrote it.

Half a page; a signed one fills it, with the signed lines and a code of them below.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice

from station_client.domain.outbox import OutboxItem
from station_client.domain.receipt_proof import Proof, proof_of
from station_client.services.views import PaperReceipt
from ui.printing import notices
from ui.printing.alert_labels import ALERT_ID, DIARY, FILE, NO_FILES, RECEIVED, RECORD, SIZE, UNTIL
from ui.printing.fir_pdf import Occasion, short_foot, short_head
from ui.printing.form_labels import NUMBER, SERIAL, Label
from ui.printing.form_rows import labelled, side_by_side
from ui.printing.paper import HEIGHT, INSIDE, TOP, Press, Sheet
from ui.printing.pdf import write_pdf
from ui.printing.qr import squares
from ui.printing.rows import CODE_SIDE, Cell, Row, Run, Side, Style

HALF = HEIGHT / 2
FOOT_ROOM = 36.0
COLUMN_SHARES = (2, 5, 3, 16)
SIGNATURE_GROUPS = 9  # of four signs, on one line
CODE_LINES = 17  # as many small lines as the code beside them is high

TITLE = Label("RECEIPT OF ALERT", "अलर्ट की पावती")
COMPLETE = Label("All files verified", "सभी फ़ाइलें जाँची गईं")
UNDER_WAY = Label("files are still under way", "फ़ाइलें अभी रास्ते में हैं")
CENTRE = Label("Centre", "केंद्र")
AUTHOR = Label("Written by", "लिखने वाले")
HASH = Label("SHA-256, computed at the centre", "केंद्र द्वारा निकाला गया")
SIGNED = Label("Signed by the centre: scan or type these lines", "केंद्र द्वारा हस्ताक्षरित: इन पंक्तियों को स्कैन या टाइप करें")
CHECK = Label("Checked offline by: station-client receipt verify --keys FILE", "बिना लाइन के जाँचें")


def save_receipt(paper: PaperReceipt, path: Path, occasion: Occasion) -> int:
    """Print a receipt into a PDF at ``path``; give the number of pages (one).

    Raises ``StoreError`` (``DiskFullError`` …) where the file cannot be written.
    """
    title = f"{TITLE.en} {paper.receipt.record_number}"
    return write_pdf(path, title, partial(draw_receipt, paper, occasion=occasion))


def draw_receipt(paper: PaperReceipt, device: QPagedPaintDevice, occasion: Occasion) -> int:
    """Draw a receipt on any paged device: the PDF, a printer, its preview; give the number of pages (one)."""
    proof = proof_of(paper.receipt)
    bottom = HALF if proof is None else HEIGHT
    sheet = Sheet(
        (*receipt_rows(paper), *(proof_rows(proof) if proof is not None else ())),
        head=short_head,
        foot=lambda page, pages: short_foot(occasion, page, pages),
        room=bottom - TOP - FOOT_ROOM,
        foot_at=bottom - FOOT_ROOM,
        watermark=occasion.watermark,
    )
    return Press(device).print(sheet)


def receipt_rows(paper: PaperReceipt) -> tuple[Row, ...]:
    """Give the receipt as rows of paper; pure."""
    receipt, item = paper.receipt, paper.item
    done = notices.moment(receipt.complete_at) if receipt.complete_at else notices.say(UNDER_WAY, "en")
    author = f"{item.author_shown} ({receipt.author})"
    until = (side_by_side((UNTIL, notices.moment(paper.counts_until))),) if paper.counts_until is not None else ()
    rows = [
        Row((Cell((Run(TITLE.en, Style.TITLE),), side=Side.CENTRE),), keep=True),
        Row((Cell((Run(TITLE.hi, Style.LABEL),), side=Side.CENTRE),), keep=True),
        side_by_side((RECORD, receipt.record_number), (CENTRE, receipt.centre), before=8.0),
        side_by_side((RECEIVED, notices.moment(receipt.received_at))),
        side_by_side((COMPLETE, done)),
        *until,
        side_by_side((AUTHOR, author), *_about(item)),
        side_by_side((ALERT_ID, str(receipt.alert_uid))),
    ]
    heading = tuple(Cell((Run(one.en, Style.LABEL), Run(f" ({one.hi})", Style.SECOND))) for one in _COLUMNS)
    rows.append(Row(heading, COLUMN_SHARES, ruled=True, heading=True, keep=True, table=1, before=6.0))
    lines = [
        (str(number), one.name, f"{one.size:,}", str(one.sha256)) for number, one in enumerate(receipt.files, 1)
    ] or [("", NO_FILES.both, "", "")]
    rows += [
        Row(tuple(Cell((Run(text, Style.CODE),)) for text in line), COLUMN_SHARES, ruled=True, table=1)
        for line in lines
    ]
    return tuple(rows)


def proof_rows(proof: Proof) -> tuple[Row, ...]:
    """Give the signed lines with the code of the very same text beside them; pure."""
    *said, signature = proof.text().splitlines()
    groups = signature.split()[1:]
    starts = range(0, len(groups), SIGNATURE_GROUPS)
    signed = [f"signature {' '.join(groups[at : at + SIGNATURE_GROUPS])}" for at in starts]
    lines = [*said, *signed]
    lines += [" "] * (CODE_LINES - len(lines))
    head = Row((Cell(labelled(SIGNED, colon=False)),), keep=True, before=12.0)
    shares = (INSIDE - CODE_SIDE, CODE_SIDE)
    code = squares(proof.text())
    rows = [
        Row(
            (Cell((Run(line, Style.SMALL),)), Cell((Run(" ", Style.SMALL),))),
            tuple(map(round, shares)),
            keep=number < len(lines),
            squares=code if number == 1 else (),
        )
        for number, line in enumerate(lines, 1)
    ]
    return (head, *rows, Row((Cell(labelled(CHECK, colon=False)),), before=4.0))


_COLUMNS = (SERIAL, FILE, SIZE, HASH)


def _about(item: OutboxItem) -> tuple[tuple[Label, str], ...]:
    """Say which FIR or GD entry the alert belongs to."""
    return ((NUMBER, item.fir_shown),) if item.fir_shown else ((DIARY, item.gd_number),)
