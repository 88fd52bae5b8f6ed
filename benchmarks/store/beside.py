"""Both files asked the same in one process, each question of the one and then of the other: what encryption costs.

Answers with one line of JSON.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks.store.gauges import percentiles
from benchmarks.store.made_up import stock
from benchmarks.store.plain import open_plain_replica
from benchmarks.store.questions import Kind, kinds
from benchmarks.store.trial import ROUNDS, Sealed, ask, sample
from station_client.store.replica import Replica

NAMES: Final = ("encrypted", "plain")

Facts = dict[str, Any]


def main(argv: Sequence[str] | None = None) -> int:
    """Ask two files that stand filled."""
    parser = argparse.ArgumentParser(prog="benchmarks.store.beside", description=__doc__)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--sealed", type=Path, required=True)
    parser.add_argument("--plain", type=Path, required=True)
    asked = parser.parse_args(argv)
    sealed, plain = Sealed(asked.sealed).opener()(), open_plain_replica(asked.plain / "replica.db")
    found = {kind.name: compare(sealed, plain, kind) for kind in kinds(asked.seed, stock(asked.seed), sample(plain))}
    sealed.close()
    plain.close()
    print(json.dumps(found, ensure_ascii=False), flush=True)
    return 0


def compare(sealed: Replica, plain: Replica, kind: Kind) -> Facts:
    """Ask everything once, then several times, the two files taking turns at being first; both must answer alike."""
    files = dict(zip(NAMES, (sealed, plain), strict=True))
    times: dict[str, list[float]] = {name: [] for name in NAMES}
    for one in kind.asked:
        counts = {name: ask(replica, one)[1] for name, replica in files.items()}
        if len(set(counts.values())) > 1:
            message = f"{kind.name}: {one} is found {counts} times"
            raise AssertionError(message)
    for turn in range(ROUNDS):
        for at, one in enumerate(kind.asked):
            for name in NAMES if (turn + at) % 2 else NAMES[::-1]:
                times[name].append(ask(files[name], one)[0])
    return {name: percentiles(found) for name, found in times.items()}


if __name__ == "__main__":
    sys.exit(main())
