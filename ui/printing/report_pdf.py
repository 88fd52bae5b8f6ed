"""A report on A4: its table with the headings on each page, who printed it, and when it was true."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice

from station_client.domain.report import Report
from ui.printing import notices
from ui.printing.fir_pdf import Occasion, short_head
from ui.printing.paper import Press, Sheet
from ui.printing.pdf import write_pdf
from ui.printing.rows import Cell, Row, Run, Side, Style

LEAST, WIDEST = 4, 24


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """What is printed: a report's words, as the screen has them."""

    title: str
    headings: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    numbers: tuple[bool, ...]
    report: Report

    @property
    def month(self) -> str:
        """Give the month as it is read: ``11/2026``."""
        return f"{self.report.month[5:]}/{self.report.month[:4]}"


def print_report(paper: ReportPaper, path: Path, occasion: Occasion) -> int:
    """Print a report into a PDF at ``path``; give the number of pages. Raises ``StoreError``."""
    return write_pdf(path, paper.title, partial(draw_report, paper, occasion=occasion))


def draw_report(paper: ReportPaper, device: QPagedPaintDevice, occasion: Occasion) -> int:
    """Draw a report on any paged device."""
    sheet = Sheet(
        report_rows(paper),
        head=short_head,
        foot=lambda page, pages: _foot(occasion, page, pages),
        watermark=occasion.watermark,
    )
    return Press(device).print(sheet)


def report_rows(paper: ReportPaper) -> tuple[Row, ...]:
    """Give the report as rows of paper; pure."""
    shares = _shares(paper)
    title = Row((Cell((Run(paper.title, Style.TITLE),), side=Side.CENTRE),), keep=True)
    when = Row((Cell((Run(paper.month, Style.LABEL),), side=Side.CENTRE),), keep=True)
    heading = Row(
        tuple(Cell((Run(one, Style.LABEL),)) for one in paper.headings),
        shares,
        ruled=True,
        heading=True,
        keep=True,
        table=1,
        before=8.0,
    )
    body = (
        Row(
            tuple(
                Cell((Run(text, Style.SMALL),), side=Side.RIGHT if number else Side.LEFT)
                for text, number in zip(line, paper.numbers, strict=True)
            ),
            shares,
            ruled=True,
            table=1,
        )
        for line in paper.lines
    )
    return (title, when, heading, *body)


def _shares(paper: ReportPaper) -> tuple[int, ...]:
    """Give each column a part of the width by its longest word or number."""
    columns = zip(paper.headings, *paper.lines, strict=True)
    return tuple(
        max(4, *(min(len(text), 24) for text in column[1:] or ("",)), len(column[0]) // 2) for column in columns
    )


def _foot(occasion: Occasion, page: int, pages: int) -> tuple[Row, ...]:
    """Say when it was true, who printed it, and which page this is."""
    fresh = Run(notices.as_on(occasion.as_on, occasion.language), Style.SMALL)
    who = Run(notices.printed_by(occasion.printed_by, occasion.now, occasion.language), Style.SMALL)
    number = Run(notices.page_of(page, pages, occasion.language), Style.SMALL)
    return (Row((Cell((fresh,)), Cell((number,), side=Side.RIGHT)), (4, 1)), Row((Cell((who,)),)))
