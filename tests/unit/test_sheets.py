"""Tables as files: what a spreadsheet could run, choke on or misread."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest

from station_client.sheets.writing import LONGEST_CELL, as_sheet


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"])
def test_no_text_is_taken_for_a_formula(start: str) -> None:
    """Neither in a cell, nor in a heading, nor in the note."""
    text = f"{start}cmd|' /C calc'!A0"
    written = as_sheet(".csv", "Alerts", [text], [[text], [7]], text).decode("utf-8-sig")
    told = list(csv.reader(io.StringIO(written, newline="")))
    assert told == [[f"'{text}"], [f"'{text}"], ["7"], [f"'{text}"]]
    sheet = openpyxl.load_workbook(io.BytesIO(as_sheet(".xlsx", "Alerts", [text], [[text], [7]], text))).worksheets[0]
    assert {cell.data_type for row in sheet for cell in row if isinstance(cell.value, str)} == {"s"}
    assert sheet["A3"].value == 7


def test_a_workbook_holds_what_it_can() -> None:
    """Signs that it may not hold become blanks, a text too long is cut; hostile words damage no file."""
    body = as_sheet(".XLSX", "[a]*?/b:" * 9, ["Text"], [["a\x00b\x0bc"], ["ग" * 40_000]])
    sheet = openpyxl.load_workbook(io.BytesIO(body)).worksheets[0]
    assert sheet["A2"].value == "a b c"
    assert len(str(sheet["A3"].value)) == LONGEST_CELL
