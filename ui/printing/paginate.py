"""Where each line of each row stands: a pure function from heights to pages.

A long row is broken between lines; a short one goes to the next page whole; a row that is kept
with its next takes it along; a table that goes on over a page begins again with its heading.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WHOLE_PART = 1 / 3
LINES_LEAST = 2


@dataclass(frozen=True, slots=True)
class Measured:
    """One row as it was measured: the height of each of its lines, and what surrounds them."""

    lines: tuple[float, ...]
    before: float = 0.0
    padding: float = 0.0
    heading: bool = False
    keep: bool = False
    table: int = 0

    def height(self, first: int = 0, last: int | None = None) -> float:
        """Give the height of the lines ``first`` to ``last`` (not included) with their padding."""
        return sum(self.lines[first:last]) + 2 * self.padding


@dataclass(frozen=True, slots=True)
class Placed:
    """The lines ``first`` to ``last`` (not included) of a row, ``y`` points below the page's top."""

    row: int
    first: int
    last: int
    y: float
    height: float
    repeated: bool = False


Page = tuple[Placed, ...]


class _Press:
    """Fills page after page."""

    def __init__(self, rows: Sequence[Measured], room: float) -> None:
        self.rows = rows
        self.room = room
        self.pages: list[list[Placed]] = [[]]
        self.y = 0.0
        self.headings = {row.table: index for index, row in enumerate(rows) if row.heading and row.table}

    def place(self, index: int) -> None:
        """Set one row, on this page or from here on."""
        row = self.rows[index]
        if self.pages[-1] and not self._begins_here(index):
            self._turn(index)
        first = 0
        while first < len(row.lines):
            last = self._fitting(row, first)
            if last == first and self.pages[-1] and self.y > 0:
                self._turn(index)
                last = self._fitting(row, first)
            last = max(last, first + 1)  # a line higher than the page still has to stand somewhere
            self._put(index, first, last)
            first = last
            if first < len(row.lines):
                self._turn(index)

    def _begins_here(self, index: int) -> bool:
        """Tell whether the row, with what it is kept with, may begin on this page."""
        needed = 0.0
        for row in self.rows[index:]:
            whole = row.height() <= self.room * WHOLE_PART
            needed += self._before(row) + (row.height() if whole or row.keep else row.height(0, LINES_LEAST))
            if not row.keep:
                break
        return self.y + needed <= self.room

    def _fitting(self, row: Measured, first: int) -> int:
        """Give the line after the last that fits below ``y``."""
        last = first
        y = self.y + (self._before(row) if first == 0 else 0.0)
        while last < len(row.lines) and y + row.height(first, last + 1) <= self.room:
            last += 1
        return last

    def _before(self, row: Measured) -> float:
        """Give the space before a row: none at the head of a page."""
        return row.before if self.y > 0 else 0.0

    def _put(self, index: int, first: int, last: int, *, repeated: bool = False) -> None:
        row = self.rows[index]
        y = self.y + (self._before(row) if first == 0 and not repeated else 0.0)
        height = row.height(first, last)
        self.pages[-1].append(Placed(index, first, last, y, height, repeated))
        self.y = y + height

    def _turn(self, index: int) -> None:
        """Begin a page, with the table's heading where the row is inside a table."""
        self.pages.append([])
        self.y = 0.0
        heading = self.headings.get(self.rows[index].table)
        if heading is not None and heading < index:
            self._put(heading, 0, len(self.rows[heading].lines), repeated=True)


def paginate(rows: Sequence[Measured], room: float) -> tuple[Page, ...]:
    """Give the pages that the rows fill, ``room`` points high each; one empty page for no rows."""
    press = _Press(rows, room)
    for index in range(len(rows)):
        press.place(index)
    return tuple(tuple(page) for page in press.pages)
