"""Writes one table as CSV or XLSX; a text that a sheet would take for a formula stays a text."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

Cell = str | int
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # wide forms too
LONGEST_CELL = 32_767  # a workbook with a longer one is called damaged
WIDEST = 60
TITLE_LENGTH = 31


def as_sheet(ending: str, title: str, headings: Sequence[str], rows: Sequence[Sequence[Cell]], note: str = "") -> bytes:
    """Give a table in the form that a file's ending (``.csv``, else a workbook) asks for."""
    if ending.lower() == ".csv":
        return as_csv(headings, rows, note)
    return as_xlsx(title, headings, rows, note)


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
    for at, row in enumerate((headings, *rows), 1):
        _put(sheet, at, row)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for at in range(len(headings)):
        longest = max(len(str(one)) for one in (headings[at], *(row[at] for row in rows)))
        sheet.column_dimensions[get_column_letter(at + 1)].width = min(longest + 2, WIDEST)
    if note:
        _put(sheet, len(rows) + 3, [note])
    sink = io.BytesIO()
    book.save(sink)
    return sink.getvalue()


def _put(sheet: Worksheet, at: int, row: Sequence[Cell]) -> None:
    """Write a row cell by cell (the sheet's own rows are counted anew at each); "=…" is a name, no formula."""
    for column, value in enumerate(row, 1):
        cell = sheet.cell(at, column, _fit(value))
        if isinstance(value, str):
            cell.data_type = "s"


def _fit(cell: Cell) -> Cell:
    """Take out the signs that no workbook may hold, and what is too long for a cell."""
    return ILLEGAL_CHARACTERS_RE.sub(" ", cell)[:LONGEST_CELL] if isinstance(cell, str) else cell


def _safe(cell: Cell) -> Cell:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell
