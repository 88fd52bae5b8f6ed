"""Alerts of one window that are about the same FIR, drawn together as one line. Pure.

Two stations alert about one dacoity, or one station adds to what it said: an officer reads of it once, and opens the
rest where it matters. Nothing is taken away: a group is as new as the newest attention in it, and an alert that
stands is never put under one that has ended.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from station_client.domain.alert import Attention, Category, Life
from station_client.services.views import AlertLine

_URGENT = (Attention.NEW, Attention.SEEN, Attention.ACKNOWLEDGED)


class Bond(NamedTuple):
    """What alerts have in common that are drawn together; ``stands`` is false of what has ended."""

    category: Category
    fir_key: str
    stands: bool


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """An alert as the list draws it.

    The newest of a group stands for it: ``more`` counts the others, ``attention`` is the group's until it is
    ``opened``. One of the others has ``under``. A line by itself has none of these, and its own attention.
    """

    line: AlertLine
    attention: Attention
    more: int = 0
    opened: bool = False
    under: bool = False


def bond_of(line: AlertLine) -> Bond | None:
    """Say what binds an alert to others; None without a FIR."""
    stands = line.life in (Life.ACTIVE, Life.CORRECTED)
    return Bond(line.category, line.fir_key, stands) if line.fir_key else None


def drawn_together(lines: Iterable[AlertLine], opened: Collection[Bond] = ()) -> tuple[DrawnLine, ...]:
    """Draw lines (newest first) together: a group where its newest stands, the others of an opened one below it."""
    every = [(line, bond_of(line)) for line in lines]
    groups: defaultdict[Bond, list[AlertLine]] = defaultdict(list)
    for line, bond in every:
        if bond is not None:
            groups[bond].append(line)
    drawn: list[DrawnLine] = []
    for line, bond in every:
        group = None if bond is None else groups[bond]
        if group is None or len(group) == 1:
            drawn.append(DrawnLine(line, line.attention))
        elif group[0] is line:
            drawn += _group(group, opened=bond in opened)
    return tuple(drawn)


def _group(group: Sequence[AlertLine], *, opened: bool) -> list[DrawnLine]:
    first, others = group[0], group[1:]
    if opened:
        below = [DrawnLine(one, one.attention, under=True) for one in others]
        return [DrawnLine(first, first.attention, len(others), opened=True), *below]
    attention = min((one.attention for one in group), key=_URGENT.index)
    return [DrawnLine(first, attention, len(others))]
