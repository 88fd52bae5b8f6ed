"""The FIR on A4, in its form's own layout, with the record inside the file so that its text can be got back."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice

from station_client.domain.fir import Fir
from station_client.domain.office import Officer
from station_client.domain.redaction import PaperFir
from ui.printing import form_labels as label
from ui.printing import notices
from ui.printing.form_rows import form_rows, labelled
from ui.printing.paper import Press, Sheet
from ui.printing.pdf import write_pdf
from ui.printing.rows import Cell, Row, Run, Side, Style

RECORD_NAME = "fir.json"


@dataclass(frozen=True, slots=True)
class Occasion:
    """Who prints and when, how fresh the copy is, in which language the notices stand; whether all of it is made up."""

    printed_by: Officer
    as_on: datetime | None
    now: datetime
    language: str
    training: bool = False

    @property
    def watermark(self) -> str:
        """Give what stands across each page: in training that it is made up, else nothing."""
        return notices.TRAINING.both if self.training else ""


def print_fir(  # noqa: PLR0913 what a print states about itself
    fir: PaperFir, path: Path, *, printed_by: Officer, as_on: datetime | None, now: datetime, language: str
) -> int:
    """Print an FIR into a PDF at ``path``, as it was masked for paper; give the number of pages.

    Works with no window and no display. Raises ``StoreError`` (``DiskFullError`` …) where the file cannot be written.
    """
    return save_fir(fir, path, Occasion(printed_by, as_on, now, language))


def save_fir(fir: PaperFir, path: Path, occasion: Occasion) -> int:
    """Print an FIR as ``print_fir`` does, on an occasion that is known already."""
    title = f"{label.TITLE.en} {fir.shown}"
    return write_pdf(path, title, partial(draw_fir, fir, occasion=occasion), {RECORD_NAME: record(fir, occasion)})


def draw_fir(fir: PaperFir, device: QPagedPaintDevice, occasion: Occasion) -> int:
    """Draw an FIR on any paged device: the PDF, a printer, its preview."""
    form = Cell(labelled(label.FORM, colon=False))
    sheet = Sheet(
        form_rows(fir),
        head=lambda page, _pages: _head(fir, page),
        foot=lambda page, pages: foot(form, occasion, (page, pages), protected=fir.victim_protected),
        watermark=occasion.watermark,
    )
    return Press(device).print(sheet)


def record(fir: PaperFir, occasion: Occasion) -> bytes:
    """Give the record that is embedded: the masked FIR and the print's own particulars, as JSON."""
    table = {"form": label.FORM.en, "masked": True, "victim_withheld": fir.victim_protected, "fir": asdict(fir)}
    return as_json(table | particulars(occasion))


def particulars(occasion: Occasion) -> dict[str, object]:
    """Give what an embedded record says of the print itself."""
    officer = occasion.printed_by
    return {
        "as_on": occasion.as_on.isoformat() if occasion.as_on else None,
        "printed_at": occasion.now.isoformat(),
        "printed_by": {
            "login": officer.login,
            "name": officer.name,
            "rank": officer.rank,
            "office": officer.office.code,
        },
    }


def as_json(table: dict[str, object]) -> bytes:
    """Write a record that is embedded: JSON, its letters as they are."""
    return json.dumps(table, ensure_ascii=False, indent=1, default=_plain).encode()


def _plain(value: object) -> str:
    """Write what JSON has no form for: moments."""
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _head(fir: Fir, page: int) -> tuple[Row, ...]:
    """Give the head of a page: the bureau; from the second page on, which FIR this is."""
    which = f"{fir.form.station} – FIR No. {fir.shown}" if page > 1 else ""
    cells = (Cell(labelled(label.BUREAU, colon=False)), Cell((Run(which, Style.LABEL),), side=Side.CENTRE))
    return (Row((*cells, Cell(labelled(label.FORM, colon=False), side=Side.RIGHT)), (2, 3, 2)),)


def foot(which: Cell, occasion: Occasion, place: tuple[int, int], *, protected: bool) -> tuple[Row, ...]:
    """Give the foot of a page: which paper it is, the page, freshness; who printed; what is hidden."""
    language = occasion.language
    first = (
        which,
        Cell((Run(notices.page_of(*place, language), Style.LABEL),), side=Side.CENTRE),
        Cell((Run(notices.as_on(occasion.as_on, language), Style.SMALL),), side=Side.RIGHT),
    )
    hidden = [notices.NUMBERS_MASKED, *([notices.VICTIM_WITHHELD] if protected else [])]
    return (
        Row(first, (2, 1, 2)),
        Row((Cell((Run(notices.printed_by(occasion.printed_by, occasion.now, language), Style.SMALL),)),)),
        Row((Cell((Run(" ".join(notices.say(one, language) for one in hidden), Style.SMALL),)),)),
    )


def short_head(_page: int, _pages: int) -> tuple[Row, ...]:
    """Give the head of a paper that is no form of its own: whose it is."""
    return (Row((Cell(labelled(label.BUREAU, colon=False)),)),)


def short_foot(occasion: Occasion, page: int, pages: int) -> tuple[Row, ...]:
    """Give the foot of a paper that hides nothing: who printed it, and which page this is."""
    who = Run(notices.printed_by(occasion.printed_by, occasion.now, occasion.language), Style.SMALL)
    number = Run(notices.page_of(page, pages, occasion.language), Style.SMALL)
    return (Row((Cell((who,)), Cell((number,), side=Side.RIGHT)), (4, 1)),)
