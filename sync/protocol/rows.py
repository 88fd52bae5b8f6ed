"""Messages of one kind as the rows of a column, and back: the items of a batch, and what is answered to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final, TypeVar

import msgspec

from station_client.decoders import decoder_of
from sync.protocol.codec import NotUnderstoodError
from sync.protocol.gathering import gathered
from sync.protocol.shapes import Column
from sync.protocol.spreading import Allowance, spread

MOST_CELLS: Final = 100_000
"""So many values may become of a batch, or of the answer to it."""

Row = TypeVar("Row", bound=msgspec.Struct)


def gathered_rows(rows: Sequence[msgspec.Struct]) -> Column:
    """Write messages, one for each row."""
    return gathered([msgspec.to_builtins(row, builtin_types=(datetime,)) for row in rows])


def spread_rows(column: Column, rows: int, kind: type[Row], allowance: Allowance) -> list[Row]:
    """Read ``rows`` messages of a kind; raise ``NotUnderstoodError`` for anything else.

    Only a column of moments tells moments, and it holds them to the years of ours: a text is none.
    """
    decoder_of(kind)  # what ``convert`` goes by is learnt by one thread at a time
    try:
        return msgspec.convert(list(spread(column, rows, allowance)), list[kind], builtin_types=(datetime,))  # type: ignore[valid-type]  # mypy reads a variable here
    except (msgspec.ValidationError, RecursionError) as wrong:
        raise NotUnderstoodError(str(wrong)) from wrong
