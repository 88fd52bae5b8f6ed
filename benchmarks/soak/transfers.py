"""``python -m benchmarks.soak.transfers --kills N --seed S``: the third part of ``make soak``.

A push of five attachments between two real processes over TLS, either of which is killed at a byte of the transfer
that the seed chose; after each transfer the centre must have one record with five whole files. Where the kills fell is
told in tenths of the bytes. The last line is ``transfers: {json}``.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.tour.report import versions
from tests.support.killing import Killing, doomed, shares

KILLS_A_TRANSFER = 8
CENTRES_SHARE = 0.25
"""A centre takes seconds to begin again: it is killed less often than a station."""


def main(argv: Sequence[str] | None = None) -> int:
    """Kill so many times; 0 only where every alert was there once and whole."""
    asked = _parser().parse_args(argv)
    if not hasattr(os, "fork"):
        print('transfers: {"ok": false, "failure": "this system has no fork: NOT run"}')
        return 1
    logging.disable(logging.ERROR)
    with tempfile.TemporaryDirectory(prefix="transfers-") as scratch, doomed(Path(scratch)) as make:
        line = _killed(make, asked.kills, asked.seed)
    print(f"transfers: {json.dumps(line)}", flush=True)
    return 0 if line["ok"] else 1


def _killed(make: Callable[[str], Killing], kills: int, seed: int) -> dict[str, object]:
    chance, begun = random.Random(seed), time.monotonic()  # noqa: S311 a seed makes a failing run repeatable
    fell: dict[str, list[float]] = {"station": [], "centre": []}
    transfers, wrong = 0, ""
    while sum(map(len, fell.values())) < kills and not wrong:
        end = "centre" if chance.random() < CENTRES_SHARE else "station"
        words = f"transfer {transfers}"
        try:
            fell[end] += _one_transfer(make(words), end, words, chance)
        except AssertionError as lost:
            wrong = f"{words}, the {end} killed: {lost}"
        transfers += 1
        print(f"{sum(map(len, fell.values()))} kills, {transfers} transfers", flush=True)
    return {
        "ok": not wrong,
        "kills": {end: len(where) for end, where in fell.items()},
        "transfers": transfers,
        "seed": seed,
        "wrong": wrong,
        "within": {end: sum(0 < one < 1 for one in where) for end, where in fell.items()},
        "fell_at_tenths": {end: _tenths(where) for end, where in fell.items()},
        "seconds": round(time.monotonic() - begun, 1),
        "versions": versions(),
    }


def _one_transfer(killing: Killing, end: str, words: str, chance: random.Random) -> list[float]:
    item_id = killing.write(words)
    kill = killing.kill_the_station if end == "station" else killing.kill_the_centre
    for share in shares(KILLS_A_TRANSFER, chance):
        kill(words, share)
    killing.finish(item_id, words)
    return killing.fell_at


def _tenths(fell_at: Sequence[float]) -> dict[str, int]:
    """Count kills by the tenth of the bytes in which they fell."""
    counted = Counter("before" if one <= 0 else "after" if one >= 1 else f"{int(one * 10)}/10" for one in fell_at)
    return dict(sorted(counted.items()))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.soak.transfers", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    return parser


if __name__ == "__main__":
    sys.exit(main())
