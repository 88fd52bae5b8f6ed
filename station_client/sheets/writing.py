"""Writes one table as CSV or XLSX; a text that a sheet would take for a formula stays a text."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

Cell = str | int
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
WIDEST = 60
TITLE_LENGTH = 31


def as_csv(headings: Sequence[str], rows: Sequence[Sequence[Cell]], note: str = "") -> bytes:
    """Give a table as CSV in UTF-8 with the mark that spreadsheets look for."""
    sink = io.StringIO(newline="")
    writer = csv.writer(sink)
    writer.writerow([_safe(one) for one in headings])
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    if note:
        writer.writerow([_safe(note)])
    return sink.getvalue().encode("utf-8-sig")


def as_xlsx(title: str, headings: Sequence[str], rows: Sequence[Sequence[Cell]], note: str = "") -> bytes:
    """Give a table as a workbook of one sheet, its heading bold and standing still."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "".join(char for char in title if char not in "[]:*?/\\")[:TITLE_LENGTH]
    sheet.append([*headings])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append([*row])
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, str):
                cell.data_type = "s"  # a place called "=…" is a name, no formula
    for at in range(len(headings)):
        longest = max(len(str(one)) for one in (headings[at], *(row[at] for row in rows)))
        sheet.column_dimensions[get_column_letter(at + 1)].width = min(longest + 2, WIDEST)
    if note:
        sheet.append([])
        sheet.append([note])
    sink = io.BytesIO()
    book.save(sink)
    return sink.getvalue()


def _safe(cell: Cell) -> Cell:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell
