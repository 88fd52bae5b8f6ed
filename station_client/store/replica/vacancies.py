"""Which row ids are still free: a whole page's are found in a few questions, however crowded its minute is."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from sqlalchemy import Connection, Table, select

from station_client.store.replica.by_keys import rows_of

WINDOW: Final = 4096


class Vacancies:
    """The free row ids of one table, asked while a page goes in.

    What a page wants is looked up in one go. Only where that is taken is a window of the taken ids read, from there
    on; a crowded minute fills it, a quiet one needs none.
    """

    def __init__(self, connection: Connection, table: Table, wanted: Collection[int]) -> None:
        """Look up the ids that a page wants."""
        self._connection = connection
        self._row = table.c.row
        self._free = set(wanted) - self._taken_of(sorted(set(wanted)))
        self._taken: frozenset[int] = frozenset()
        self._known_from, self._known_to = 0, -1

    def next_free(self, row: int) -> int:
        """Give the first free id from ``row`` on."""
        while row not in self._free:
            if not self._known_from <= row <= self._known_to:
                self._look_from(row)
            if row not in self._taken:
                break
            row += 1
        return row

    def _taken_of(self, rows: list[int]) -> set[int]:
        asked = f"SELECT row FROM {self._row.table} WHERE row"  # noqa: S608 our own names
        return {row for (row,) in rows_of(self._connection, asked, rows)}

    def _look_from(self, row: int) -> None:
        found = select(self._row).where(self._row.between(row, row + WINDOW - 1))
        self._taken = frozenset(self._connection.execute(found).scalars())
        self._known_from, self._known_to = row, row + WINDOW - 1
