"""One thing anywhere in something that came as JSON becomes something else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st


def put_anywhere(data: st.DataObject, table: Any, thing: object) -> None:  # noqa: ANN401 whatever was read from JSON
    """Put a thing in the place of what stands somewhere in a table."""
    *way, last = data.draw(st.sampled_from(list(_places(table))))
    for key in way:
        table = table[key]
    table[last] = thing


def _places(table: object) -> Iterator[tuple[object, ...]]:
    """Give the way to everything inside."""
    inner = table.items() if isinstance(table, dict) else enumerate(table) if isinstance(table, list) else ()
    for key, value in inner:
        yield (key,)
        yield from ((key, *way) for way in _places(value))
