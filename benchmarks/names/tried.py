"""A list of names in two scripts, tried on the search's own keys.

*Recall*: the share of the list's pairs in which either spelling finds the other. *Precision*, in three ways, as no one
number tells it: the share of random non-pairs that meet all the same; how many of the list's spellings a query finds
on average; and the share of those that the list itself holds for right (two names of one sound count as wrong).
The list is also tried in two halves, parted by the words of the second script and the seed: rules are made by looking
at the misses of the first alone, and the second says what they are worth.
"""

from __future__ import annotations

import random
import time
import zlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from station_client.text.names import indexed, key, sought

SEED: Final = 7
RANDOM_PAIRS: Final = 200_000
KEPT: Final = 1_000
FIRST_INDIC: Final = "\u0900"

Pair = tuple[str, str]
Facts = dict[str, Any]


def try_list(path: Path, seed: int = SEED) -> Facts:
    """Try every pair of a list: two columns with a tab between, in either order; more columns are passed over."""
    pairs = read_pairs(path)
    missed = [pair for pair in pairs if not _meet(*pair)]
    first, second = halves(pairs, seed)
    return {
        "pairs": len(pairs),
        "recall": round(1 - len(missed) / len(pairs), 4),
        "looked_at": _half(first),
        "held_out": _half(second),
        "missed": [" ".join(pair) for pair in missed if pair in set(first)][:20],
        "seed": seed,
        "microseconds_per_word": _cost(pairs),
        "random_pairs": RANDOM_PAIRS,
        "random_pairs_that_meet": _chance(pairs, random.Random(seed)),  # noqa: S311 repeatable is what it must be
        **_found(pairs),
    }


def halves(pairs: Sequence[Pair], seed: int) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """Part a list in two by its words of the second script, so that no word has spellings on both sides."""
    second = {pair for pair in pairs if zlib.crc32(f"{seed}{pair[1]}".encode()) & 1}
    return tuple(pair for pair in pairs if pair not in second), tuple(pair for pair in pairs if pair in second)


def _half(pairs: Sequence[Pair]) -> Facts:
    met = sum(_meet(*pair) for pair in pairs)
    share = {"pairs": len(pairs), "recall": round(met / max(len(pairs), 1), 4)}
    return share | ({"precision": _found(pairs)["precision"]} if pairs else {})


def _cost(pairs: Sequence[Pair]) -> Facts:
    """Measure what a word costs that was never seen, and one that was."""
    listed = [word for pair in pairs for name in pair for word in name.split()]
    indexed.cache_clear()
    key.cache_clear()
    taken = []
    for words in (listed, listed[-KEPT:]):
        start = time.perf_counter()
        for word in words:
            indexed(word)
        taken.append(round((time.perf_counter() - start) / len(words) * 1e6, 2))
    return {"first": taken[0], "again": taken[1]}


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
    """Tell whether either spelling, typed, finds the other where it stands in a text."""
    return not (
        _keys(one, sought).isdisjoint(_keys(other, indexed)) and _keys(other, sought).isdisjoint(_keys(one, indexed))
    )


def _keys(name: str, heard: Callable[[str], tuple[str, ...]]) -> set[str]:
    """Give the keys of a name; of one in several words they must all be right, so they are taken together."""
    together = {""}
    for part in name.split():
        together = {f"{before} {key}" for before in together for key in heard(part)}
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
        for one in _keys(other, indexed):
            held[one].add(other)
    found = correct = 0
    for latin, wanted in right.items():
        met = set().union(*(held.get(one, set()) for one in _keys(latin, sought)))
        found += len(met)
        correct += len(met & wanted)
    return {
        "queries": len(right),
        "spellings": len(set().union(*right.values())),
        "found_per_query": round(found / len(right), 3),
        "precision": round(correct / max(found, 1), 4),
    }
