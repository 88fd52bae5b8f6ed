"""The hash report on A4: each file of an alert with its SHA-256, SHA-1 and MD5, and the moment it was attached, in IST.

The form of the certificate under section 63(4)(c) of the Bharatiya Sakshya Adhiniyam, 2023 (its Schedule) wants such a
report enclosed, and names these three.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QPagedPaintDevice

from station_client import __version__
from station_client.clock import shown_skew
from station_client.domain.attachment import Attachment
from station_client.services.views import HashReport
from ui.printing import notices
from ui.printing.alert_labels import ALERT_ID, AUTHOR, DIARY, FILE, NO_FILES, RECORD, SIZE
from ui.printing.fir_pdf import Occasion, short_foot, short_head
from ui.printing.form_labels import NUMBER, Label
from ui.printing.form_rows import labelled, side_by_side
from ui.printing.paper import Press, Sheet
from ui.printing.rows import Cell, Row, Run, Side, Style

TITLE: Final = Label("HASH REPORT", "हैश रिपोर्ट")
PURPOSE: Final = Label(
    "To be enclosed with the certificate under section 63(4), Bharatiya Sakshya Adhiniyam, 2023",
    "भारतीय साक्ष्य अधिनियम, 2023 की धारा 63(4) के प्रमाणपत्र के साथ लगाने के लिए",
)
SUBMITTED: Final = Label("Submitted", "जमा किया गया")
MACHINE: Final = Label("PC on which the files were attached", "जिस पीसी पर फ़ाइलें जोड़ी गईं")
PROGRAM: Final = Label("Program", "प्रोग्राम")
SKEW: Final = Label("This PC's clock minus the centre's, at submitting", "जमा करते समय इस पीसी और केंद्र की घड़ी का अंतर")
ATTACHED: Final = Label("Attached", "जोड़ी गई")
NOT_KEPT: Final = Label("the moment was not kept", "समय दर्ज नहीं है")
KIND: Final = Label("Kind", "प्रकार")
TAKEN: Final = Label(
    "Each hash was taken of the original bytes when the file was attached. For this report the bytes, which lie sealed"
    " on this PC, were read again at {moment}, and every hash was the same.",
    "हर हैश फ़ाइल जोड़ते समय उसके मूल बाइट से निकाला गया था। इस रिपोर्ट के लिए इस पीसी पर सीलबंद वही बाइट {moment}"
    " पर दोबारा पढ़े गए, और हर हैश वही निकला।",
)
SHARES: Final = (5, 21)


def draw_hashes(report: HashReport, device: QPagedPaintDevice, occasion: Occasion) -> int:
    """Draw a hash report on any paged device: a printer, its preview; give the number of pages."""
    sheet = Sheet(
        hash_rows(report),
        head=short_head,
        foot=lambda page, pages: short_foot(occasion, page, pages),
        watermark=occasion.watermark,
    )
    return Press(device).print(sheet)


def hash_rows(report: HashReport) -> tuple[Row, ...]:
    """Give the report as rows of paper; pure."""
    item = report.item
    about = (NUMBER, item.fir_shown) if item.fir_shown else (DIARY, item.gd_number)
    record = (side_by_side((RECORD, f"№ {item.record_number}")),) if item.record_number else ()
    said = Label(*(one.format(moment=notices.moment(report.read_at)) for one in (TAKEN.en, TAKEN.hi)))
    return (
        Row((Cell((Run(TITLE.en, Style.TITLE),), side=Side.CENTRE),), keep=True),
        Row((Cell((Run(TITLE.hi, Style.LABEL),), side=Side.CENTRE),), keep=True),
        Row((Cell((Run(PURPOSE.en, Style.SECOND),), side=Side.CENTRE),), keep=True, before=3.0),
        Row((Cell((Run(PURPOSE.hi, Style.SECOND),), side=Side.CENTRE),), keep=True),
        side_by_side((AUTHOR, f"{item.author_shown} ({item.author})"), about, before=8.0),
        *record,
        side_by_side((ALERT_ID, item.edits or str(item.item_id))),
        side_by_side((SUBMITTED, notices.moment(item.queued_at))),
        side_by_side((SKEW, f"{shown_skew(item.skew_seconds)} s")),
        side_by_side((MACHINE, str(report.machine_id))),
        side_by_side((PROGRAM, f"Station Client {__version__}")),
        *(row for number, one in enumerate(report.files, 1) for row in _file(number, one)),
        *_end(said, any_files=bool(report.files)),
    )


def _file(number: int, one: Attachment) -> tuple[Row, ...]:
    """Set one file as a ruled block, which stays on one page."""
    attached = notices.moment(one.attached_at) if one.attached_at else NOT_KEPT.both
    pairs = (
        (FILE, f"{number}. {one.name}", Style.VALUE),
        (SIZE, f"{one.size:,}", Style.VALUE),
        (KIND, one.kind.value.upper(), Style.VALUE),
        (ATTACHED, attached, Style.VALUE),
        (Label("SHA-256"), one.sha256, Style.CODE),
        (Label("SHA-1"), one.sha1, Style.CODE),
        (Label("MD5"), one.md5, Style.CODE),
    )
    return tuple(
        Row(
            (Cell(labelled(label, colon=False)), Cell((Run(text, style),))),
            SHARES,
            ruled=True,
            table=number,
            keep=place < len(pairs),
            before=8.0 if place == 1 else 0.0,
        )
        for place, (label, text, style) in enumerate(pairs, 1)
    )


def _end(said: Label, *, any_files: bool) -> tuple[Row, ...]:
    if not any_files:
        return (Row((Cell(labelled(NO_FILES, colon=False)),), before=8.0),)
    return (Row((Cell((Run(said.en),)),), keep=True, before=10.0), Row((Cell((Run(said.hi),)),), before=2.0))
