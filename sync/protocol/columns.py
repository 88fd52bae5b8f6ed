"""Records to columns and back: what repeats from record to record is said once, or as a difference.

Exact both ways (moments come back in UTC). A column that this version does not know is a field of a later
one and is passed over; a form that it does not know is refused. Nothing grows beyond ``MOST_CELLS``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

import msgspec

from station_client.decoders import decoder_of
from sync.protocol.codec import NotUnderstoodError
from sync.protocol.gathering import gathered
from sync.protocol.records import Record
from sync.protocol.shapes import MOST_CELLS, Table
from sync.protocol.spreading import Allowance, spread

KIND = "type"
ORDER = "sequence"

_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = decoder_of(tuple[Table, ...])
decoder_of(Record)  # what ``convert`` goes by is learnt here, before two threads can ask for it at once


def to_columns(records: Sequence[Record]) -> bytes:
    """Write records, in ascending order of their sequences, as a frame's payload."""
    kinds: dict[str, list[dict[str, Any]]] = {}
    before = -1
    for record in records:
        if record.sequence <= before:
            raise ValueError("records of a frame stand in ascending order of sequence")
        before = record.sequence
        row = msgspec.to_builtins(record, builtin_types=(datetime,))
        kinds.setdefault(row.pop(KIND), []).append(row)
    tables = [
        Table(kind, len(rows), {name: gathered([row[name] for row in rows]) for name in rows[0]})
        for kind, rows in kinds.items()
    ]
    return _encoder.encode(tables)


def from_columns(payload: bytes, rows: int) -> tuple[Record, ...]:
    """Read ``rows`` records in ascending order of sequence; raise ``NotUnderstoodError`` for anything else."""
    try:
        tables = _decoder.decode(payload)
        if sum(table.rows for table in tables) != rows or any(table.rows < 1 for table in tables):
            raise NotUnderstoodError(f"not the {rows} rows that were announced")
        allowance = Allowance(MOST_CELLS)
        found: list[Record] = []
        for table in tables:
            found += _records(table, allowance)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as wrong:
        raise NotUnderstoodError(str(wrong)) from wrong
    found.sort(key=_order)
    for one, after in pairwise(found):
        if one.sequence == after.sequence:
            raise NotUnderstoodError(f"sequence {one.sequence} stands twice")
    return tuple(found)


def _records(table: Table, allowance: Allowance) -> list[Record]:
    names = list(table.columns)
    columns = [spread(column, table.rows, allowance) for column in table.columns.values()]
    made: list[Record] = []
    for values in zip(*columns, strict=True):
        row = dict(zip(names, values, strict=True))
        row[KIND] = table.kind
        made.append(msgspec.convert(row, Record, builtin_types=(datetime,)))
    if len(made) != table.rows:
        raise NotUnderstoodError(f"no columns for the kind {table.kind[:40]!r}")
    return made


def _order(record: Record) -> int:
    return record.sequence
