"""A list of names in two scripts, tried on the search's own keys.

*Recall*: the share of the list's pairs in which either spelling finds the other. *Precision*, in three ways, as no one
number tells it: the share of random non-pairs that meet all the same; how many of the list's spellings a query finds
on average; and the share of those that the list itself holds for right (two names of one sound count as wrong).
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from station_client.text.names import readings

SEED: Final = 7
RANDOM_PAIRS: Final = 200_000
FIRST_INDIC: Final = "\u0900"

Pair = tuple[str, str]
Facts = dict[str, Any]


def try_list(path: Path, seed: int = SEED) -> Facts:
    """Try every pair of a list: two columns with a tab between, in either order; more columns are passed over."""
    pairs = read_pairs(path)
    missed = [pair for pair in pairs if not _meet(*pair)]
    return {
        "pairs": len(pairs),
        "recall": round(1 - len(missed) / len(pairs), 4),
        "missed": [" ".join(pair) for pair in missed[:20]],
        "seed": seed,
        "random_pairs": RANDOM_PAIRS,
        "random_pairs_that_meet": _chance(pairs, random.Random(seed)),  # noqa: S311 repeatable is what it must be
        **_found(pairs),
    }


def read_pairs(path: Path) -> tuple[Pair, ...]:
    """Read the list: Latin first, whichever column it stands in. Raises ``ValueError`` where nothing is a pair."""
    pairs: dict[Pair, None] = {}
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        columns = [one.strip() for one in line.split("\t")]
        if len(columns) > 1 and columns[0] and columns[1]:
            one, other = columns[:2]
            pairs[(other, one) if one[0] >= FIRST_INDIC else (one, other)] = None
    if not pairs:
        message = f"{path.name} holds no pair: two columns with a tab between"
        raise ValueError(message)
    return tuple(pairs)


def _meet(one: str, other: str) -> bool:
    return not _keys(one).isdisjoint(_keys(other))


def _keys(name: str) -> set[str]:
    """Give the keys of a name; of one in several words they must all be right, so they are taken together."""
    parts = [readings(part) for part in name.split()]
    together = {""}
    for part in parts:
        together = {f"{before} {key}" for before in together for key in part}
    return together


def _chance(pairs: Sequence[Pair], dice: random.Random) -> float:
    """Give the share of names drawn at random, which are no pair, that meet."""
    right = set(pairs)
    met = tried = 0
    while tried < RANDOM_PAIRS:
        pair = (dice.choice(pairs)[0], dice.choice(pairs)[1])
        if pair in right:
            continue
        tried += 1
        met += _meet(*pair)
    return round(met / tried, 6)


def _found(pairs: Sequence[Pair]) -> Facts:
    """Ask for every Latin spelling among all the others of the list."""
    held: defaultdict[str, set[str]] = defaultdict(set)
    right: defaultdict[str, set[str]] = defaultdict(set)
    for latin, other in pairs:
        right[latin].add(other)
        for key in _keys(other):
            held[key].add(other)
    found = correct = 0
    for latin, wanted in right.items():
        met = set().union(*(held.get(key, set()) for key in _keys(latin)))
        found += len(met)
        correct += len(met & wanted)
    return {
        "queries": len(right),
        "spellings": len(set().union(*right.values())),
        "found_per_query": round(found / len(right), 3),
        "precision": round(correct / max(found, 1), 4),
    }
