"""Which bytes of a file are there: a set of ranges, kept in order, apart and as few as can be. Pure.

A range is ``(first byte, byte after the last)``.
"""

from __future__ import annotations

from collections.abc import Iterable

Range = tuple[int, int]
Ranges = tuple[Range, ...]


def joined(ranges: Iterable[Range]) -> Ranges:
    """Bring ranges that overlap, touch or repeat one another into order; empty ones vanish."""
    made: list[Range] = []
    for start, end in sorted(ranges):
        if start >= end:
            continue
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(made[-1][1], end))
        else:
            made.append((start, end))
    return tuple(made)


def without(ranges: Iterable[Range], taken: Iterable[Range]) -> Ranges:
    """Give what is left of ``ranges`` after those ``taken``."""
    left: list[Range] = []
    gone = joined(taken)
    for start, end in joined(ranges):
        at = start
        for first, after in gone:
            if after <= at or first >= end:
                continue
            left.append((at, first))
            at = after
        left.append((at, end))
    return joined(left)


def missing(held: Iterable[Range], size: int) -> Ranges:
    """Give what a file of ``size`` bytes lacks."""
    return without(((0, size),), held)


def total(ranges: Iterable[Range]) -> int:
    """Count the bytes."""
    return sum(end - start for start, end in ranges)


def fault(ranges: Ranges, size: int) -> str:
    """Say in what ranges cannot be those of a file of ``size`` bytes; empty where they can."""
    if any(not 0 <= start < end <= size for start, end in ranges):
        return "a range outside the file"
    return "" if joined(ranges) == ranges else "ranges out of order"
