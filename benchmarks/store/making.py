"""The alerts made in a process of their own: what makes them is in nobody's memory and processor time but its own."""

from __future__ import annotations

import argparse
import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import timedelta

from benchmarks.store.gauges import leave_out
from benchmarks.store.made_up import DAYS, FIRST_DAY, MadeUp
from station_client.store.replica.changes import Changes


def made_beside(seed: int, rows: int, more: int = 0) -> Iterator[Changes]:
    """Give the feed's pages: of ``rows`` alerts, or of ``more`` that come on top of so many."""
    order = [sys.executable, "-m", "benchmarks.store.making", str(seed), str(rows), str(more)]
    with subprocess.Popen(order, stdout=subprocess.PIPE) as making:
        assert making.stdout is not None
        with leave_out(making.pid):
            for _ in range(int(making.stdout.readline())):
                yield pickle.load(making.stdout)  # noqa: S301 our own, from the line above


def main(argv: Sequence[str] | None = None) -> int:
    """Say how many pages there are, and write each."""
    parser = argparse.ArgumentParser(prog="benchmarks.store.making", description=__doc__)
    for name in ("seed", "rows", "more"):
        parser.add_argument(name, type=int)
    asked = parser.parse_args(argv)
    made = MadeUp(seed=asked.seed, rows=asked.rows)
    if asked.more:
        last, days = FIRST_DAY + timedelta(days=DAYS), DAYS * asked.more / asked.rows
        made = MadeUp(seed=asked.seed + 1, rows=asked.more, first_day=last, days=days)
    out = sys.stdout.buffer
    out.write(f"{made.count}\n".encode())
    for page in made.pages():
        pickle.dump(page, out)
        out.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
