"""A report as a workbook or CSV: counts as numbers, and below them when it was true and who saved it."""

from __future__ import annotations

from pathlib import Path

from station_client.security.durable import replace_file
from station_client.sheets.writing import as_sheet
from ui.printing import notices
from ui.printing.fir_pdf import Occasion
from ui.printing.report_pdf import ReportPaper


def write_sheet(paper: ReportPaper, path: Path, occasion: Occasion) -> None:
    """Write a report in the form that its name's ending asks for. Raises ``StoreError``."""
    cells = [*paper.report.rows, paper.report.totals]
    rows = [
        [count if isinstance(count, int) else text for count, text in zip(row, line, strict=True)]
        for row, line in zip(cells, paper.lines, strict=False)
    ]
    said = (
        occasion.watermark,
        f"{paper.title}, {paper.month}",
        notices.as_on(occasion.as_on, occasion.language),
        notices.saved_by(occasion.printed_by, occasion.now, occasion.language),
    )
    note = " · ".join(filter(None, said))
    replace_file(path, as_sheet(path.suffix, paper.title, paper.headings, rows, note))
