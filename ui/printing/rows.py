"""What a page is made of: rows of cells of runs. Pure: sizes are points (1/72 inch)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

CODE_SIDE = 156.0


class Side(Enum):
    """Where a cell's lines stand."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Style(Enum):
    """How a run of text is set: weight 400 or 600 and a size, nothing else."""

    TITLE = (13.0, True)
    LABEL = (9.0, True)
    SECOND = (8.5, False)
    VALUE = (9.5, False)
    SMALL = (7.5, False)
    CODE = (8.0, False)

    @property
    def points(self) -> float:
        """Give the size in points."""
        return self.value[0]

    @property
    def strong(self) -> bool:
        """Tell whether it is set in the heavier weight."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str
    style: Style = Style.VALUE


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: runs one after another, broken into lines where the width ends."""

    runs: tuple[Run, ...]
    side: Side = Side.LEFT

    @property
    def text(self) -> str:
        """Give the cell's words without their styles."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side, each with its share of the width.

    ``table`` groups ruled rows (0: none); its ``heading`` row is repeated on each page. ``keep``
    holds the row on one page with the row after it. ``squares`` is a code that is painted at the right edge from the
    row's top down, ``CODE_SIDE`` wide; the rows below it leave that room.
    """

    cells: tuple[Cell, ...]
    shares: tuple[int, ...] = (1,)
    ruled: bool = False
    heading: bool = False
    keep: bool = False
    table: int = 0
    indent: float = 0.0
    before: float = 0.0
    squares: tuple[bytes, ...] = ()


def widths(row: Row, width: float) -> tuple[float, ...]:
    """Divide the width left of the indent among the row's cells by their shares."""
    room = width - row.indent
    whole = sum(row.shares)
    return tuple(room * share / whole for share in row.shares)
