"""Tables that other systems wrote, row by row: CSV with any usual separator, or the first sheet of an XLSX.

A table is streamed, never held; what is in a cell comes as text, odd spacing set right.
"""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from central.errors import IntakeError

MOST_COLUMNS = 200
MOST_ROWS = 5_000_000
MOST_UNPACKED = 4 * 1024**3
CELL_LENGTH = 200_000
SEPARATORS = ",;\t|"
_SAMPLE = 8192

Cells = tuple[str, ...]


def table(path: Path) -> Iterator[tuple[int, Cells]]:
    """Give the rows of a table with their numbers in the file, its heading first; empty rows are passed over.

    Raises ``IntakeError`` where the file cannot be read or is no table.
    """
    source = _sheet(path) if path.suffix.lower() == ".xlsx" else _lines(path)
    for number, cells in source:
        if number > MOST_ROWS:
            raise IntakeError(number, "the file has too many rows")
        clean = tuple(_clean(one) for one in cells[:MOST_COLUMNS])
        if any(clean):
            yield number, clean


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(CELL_LENGTH)
    try:
        with path.open(encoding="utf-8-sig", newline="") as source:
            sample = source.read(_SAMPLE).partition("\n")[0]
            source.seek(0)
            reader = csv.reader(source, delimiter=max(SEPARATORS, key=sample.count))
            for cells in reader:
                yield reader.line_num, cells
    except OSError as wrong:
        raise IntakeError(0, f"the file cannot be read: {wrong.strerror}") from wrong
    except UnicodeDecodeError as wrong:
        raise IntakeError(0, "the file is not UTF-8; save it as CSV UTF-8") from wrong
    except csv.Error as wrong:
        raise IntakeError(0, f"the file is no table: {wrong}") from wrong


def _sheet(path: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(one.file_size for one in packed.infolist()) > MOST_UNPACKED:
                raise IntakeError(0, "the file is too large when unpacked")
        book = load_workbook(path, read_only=True, data_only=True)
    except OSError as wrong:
        raise IntakeError(0, f"the file cannot be read: {wrong.strerror}") from wrong
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError) as wrong:
        raise IntakeError(0, "the file is no XLSX") from wrong
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # a wrong dimension would cut rows off, or make a million of them
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            yield number, [_text(one) for one in row]
    finally:
        book.close()


def _text(value: object) -> str:
    """Write a cell's value as an officer would have typed it."""
    match value:
        case None:
            return ""
        case datetime():
            midnight = value.time() == time()
            return f"{value:%d/%m/%Y}" if midnight else f"{value:%d/%m/%Y %H:%M}"
        case date():
            return f"{value:%d/%m/%Y}"
        case time():
            return f"{value:%H:%M}"
        case float() if value.is_integer():
            return str(int(value))
    return str(value)


def _clean(cell: str) -> str:
    """Set odd spacing right, line by line; what no screen shows goes."""
    plain = cell[:CELL_LENGTH].replace("\u00a0", " ").replace("\r\n", "\n").replace("\r", "\n")
    lines = (
        " ".join("".join(char for char in line if char.isprintable() or char in "\t\u200c\u200d").split())
        for line in plain.split("\n")
    )
    return "\n".join(lines).strip()
