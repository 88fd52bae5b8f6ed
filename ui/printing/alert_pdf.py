"""An alert on A4: what stands of it, who sent it, when the centre had it, each file's SHA-256; masked for paper."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice

from station_client.domain.alert import Alert, Life
from station_client.domain.redaction import Withheld
from station_client.services.views import PaperAlert
from ui.printing import alert_labels as label
from ui.printing import notices
from ui.printing.fir_pdf import Occasion, as_json, foot, particulars
from ui.printing.form_labels import BUREAU, NUMBER, SERIAL, Label
from ui.printing.form_rows import labelled, paragraphs, side_by_side
from ui.printing.paper import Press, Sheet
from ui.printing.pdf import write_pdf
from ui.printing.rows import Cell, Row, Run, Side, Style

RECORD_NAME = "alert.json"
COLUMN_SHARES = (2, 6, 3, 19)
COLUMNS = (SERIAL, label.FILE, label.SIZE, label.HASH)


def save_alert(paper: PaperAlert, path: Path, occasion: Occasion) -> int:
    """Print an alert into a PDF at ``path``, its record inside; give the number of pages.

    Raises ``StoreError`` (``DiskFullError`` …) where the file cannot be written.
    """
    title = f"{label.TITLE.en} {paper.alert.record_number}"
    return write_pdf(path, title, partial(draw_alert, paper, occasion=occasion), {RECORD_NAME: record(paper, occasion)})


def draw_alert(paper: PaperAlert, device: QPagedPaintDevice, occasion: Occasion) -> int:
    """Draw an alert on any paged device: the PDF, a printer, its preview."""
    number = Cell((Run(f"№ {paper.alert.record_number}", Style.LABEL),))
    protected = paper.withheld is Withheld.VICTIM
    sheet = Sheet(
        alert_rows(paper, occasion.language),
        head=lambda page, _pages: _head(paper.alert, page),
        foot=lambda page, pages: foot(number, occasion, (page, pages), protected=protected),
        watermark=occasion.watermark,
    )
    return Press(device).print(sheet)


def record(paper: PaperAlert, occasion: Occasion) -> bytes:
    """Give the record that is embedded, as the paper has it: a PDF's own text garbles Hindi."""
    table = {"masked": True, "withheld": paper.withheld, "state": paper.state_name, "alert": asdict(paper.alert)}
    return as_json(table | particulars(occasion))


def alert_rows(paper: PaperAlert, language: str) -> tuple[Row, ...]:
    """Give an alert as rows of paper; pure."""
    alert = paper.alert
    what = label.CATEGORY[alert.category]
    title = (
        Row((Cell((Run(label.TITLE.en, Style.TITLE),), side=Side.CENTRE),), keep=True),
        Row((Cell((Run(label.TITLE.hi, Style.LABEL),), side=Side.CENTRE),), keep=True),
        Row((Cell(labelled(what, colon=False), side=Side.CENTRE),), keep=True),
    )
    words = alert.description
    if paper.withheld is not None:  # in both languages: paper goes on to people who read one of them
        words = f"{label.LEFT_OUT[paper.withheld].en}\n{label.LEFT_OUT[paper.withheld].hi}"
    return (
        *title,
        *_standing(alert.life),
        *_facts(paper, language),
        Row((Cell(labelled(label.WORDS)),), keep=True, before=10.0),
        *paragraphs(words),
        Row((Cell(labelled(label.FILES, colon=False)),), keep=True, before=10.0),
        *_files(alert),
    )


def _standing(life: Life) -> tuple[Row, ...]:
    """Say in a ruled box what is no more as it was sent; an alert that stands has none."""
    if life not in label.BEWARE:
        return ()
    said = label.BEWARE[life]
    boxed = (Cell((Run(said.en, Style.LABEL),)), Cell((Run(said.hi, Style.LABEL),)))
    return (Row(boxed, (1, 1), ruled=True, table=1, before=6.0),)


def _facts(paper: PaperAlert, language: str) -> tuple[Row, ...]:
    """Set what names the alert, who sent it and when, and what it belongs to."""
    alert = paper.alert
    place = ", ".join(part for part in (alert.office_name, alert.district_name, paper.state_name) if part)
    version = str(alert.version)
    if alert.version > 1:
        version += f"; {notices.say(label.EARLIER, language)}"
    rows = [
        side_by_side((label.RECORD, f"№ {alert.record_number}"), (label.STANDING, label.LIFE[alert.life].both)),
        side_by_side((label.AUTHOR, alert.author), (label.OFFICE, place)),
        side_by_side((label.WRITTEN, notices.moment(alert.issued_at))),
        side_by_side((label.RECEIVED, notices.moment(alert.received_at))),
        side_by_side(*_belongs(alert)),
    ]
    for one in alert.changes:
        when = f"{notices.moment(one.at)}, {one.author}"
        rows.append(side_by_side((label.CHANGED, label.LIFE[one.life].both), (label.CHANGED_AT, when)))
    if alert.expires_at is not None:
        rows.append(side_by_side((label.UNTIL, notices.moment(alert.expires_at))))
    rows.append(side_by_side((label.VERSION, version)))
    rows.append(side_by_side((label.ALERT_ID, str(alert.uid))))
    return tuple(rows)


def _belongs(alert: Alert) -> tuple[tuple[Label, str], ...]:
    """Name the FIR; where there is none yet the GD entry, and why."""
    if alert.fir_key:
        return ((NUMBER, f"{alert.fir_shown} ({alert.fir_key})"),)
    reason = ((label.NO_FIR, alert.gd_reason),) if alert.gd_reason else ()
    return ((label.DIARY, alert.gd_number), *reason)


def _files(alert: Alert) -> tuple[Row, ...]:
    """List each file by its name and kind, its bytes and its hash, by which a court knows it."""
    heading = Row(
        tuple(Cell(labelled(one, colon=False)) for one in COLUMNS),
        COLUMN_SHARES,
        ruled=True,
        heading=True,
        keep=True,
        table=2,
        before=3.0,
    )
    lines = [
        (f"{number}", f"{one.name} · {one.kind.upper()}", f"{one.size:,}", str(one.sha256))
        for number, one in enumerate(alert.files, 1)
    ] or [("", label.NO_FILES.both, "", "")]
    return (
        heading,
        *(
            Row(tuple(Cell((Run(text, Style.CODE),)) for text in line), COLUMN_SHARES, ruled=True, table=2)
            for line in lines
        ),
    )


def _head(alert: Alert, page: int) -> tuple[Row, ...]:
    """Give the head of a page: the bureau; from the second page on, which alert this is and how it stands."""
    which = f"{label.TITLE.en} № {alert.record_number} – {label.LIFE[alert.life].both}" if page > 1 else ""
    cells = (Cell(labelled(BUREAU, colon=False)), Cell((Run(which, Style.LABEL),), side=Side.RIGHT))
    return (Row(cells, (2, 5)),)
