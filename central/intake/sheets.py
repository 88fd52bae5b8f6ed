"""Files of records, read with their line numbers, in bounded size."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from central.errors import IntakeError
from central.intake.masked import MASKED, masked_cell, masked_field, may_be_masked
from central.store.unit import Unit
from sync.protocol.codec import NotUnderstoodError
from sync.protocol.records import Record

MOST_BYTES = 512 * 1024 * 1024
Kind = TypeVar("Kind", bound=msgspec.Struct)


def rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Give the rows of a CSV with a heading; odd spacing is set right, missing optional cells are empty."""
    reader = csv.DictReader(io.StringIO(_text(path), newline=""))
    missing = [name for name in columns if name not in (reader.fieldnames or ())]
    if missing:
        raise IntakeError(1, f"the heading lacks {', '.join(missing)}")
    for row in reader:
        cells = {name: " ".join((value or "").split()) for name, value in row.items() if isinstance(name, str)}
        if field := masked_cell(cells):
            raise IntakeError(reader.line_num, f"{field}: {MASKED}")
        if any(cells.values()):
            yield reader.line_num, cells


def structs(path: Path, kind: type[Kind], tag: str) -> Iterator[tuple[int, Kind]]:
    """Give the records of a JSON Lines file; the centre gives the sequence, whatever the file says."""
    for number, line in enumerate(_text(path).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            plain = msgspec.json.decode(line.encode(), type=dict[str, object])
            record = msgspec.convert(plain | {"type": tag, "sequence": 0}, kind)
        except msgspec.DecodeError as wrong:
            raise IntakeError(number, str(wrong)) from wrong
        if may_be_masked(line) and (field := masked_field(record)):
            raise IntakeError(number, f"{field}: {MASKED}")
        yield number, record


def put_changed(unit: Unit, line: int, kind: str, key: str, record: Record) -> bool:
    """Keep the record of a line unless it is there already just so; tell whether it changed."""
    before = unit.records.one(kind, key)
    if before is not None and msgspec.structs.replace(before, sequence=0) == record:
        return False
    try:
        unit.records.put(record)
    except NotUnderstoodError as wrong:
        raise IntakeError(line, str(wrong)) from wrong
    return True


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise IntakeError(0, "the file is too large")
        return path.read_text(encoding="utf-8-sig")
    except OSError as wrong:
        raise IntakeError(0, f"the file cannot be read: {wrong.strerror}") from wrong
    except UnicodeDecodeError as wrong:
        raise IntakeError(0, "the file is not UTF-8") from wrong
