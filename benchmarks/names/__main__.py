"""``python -m benchmarks.names --list FILE.tsv``: recall and precision of the names' keys over a list."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from benchmarks.names.tried import SEED, try_list
from benchmarks.tour.report import versions

RECALL: Final = 0.95


def main(argv: Sequence[str] | None = None) -> int:
    """Try a list and print what was found; exit 0 says that it ran."""
    parser = argparse.ArgumentParser(prog="benchmarks.names", description=__doc__)
    parser.add_argument("--list", type=Path, required=True, metavar="FILE", help="two columns: Latin, Devanagari")
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args(argv)
    try:
        found = try_list(asked.list, asked.seed)
    except (OSError, ValueError) as wrong:
        parser.error(str(wrong))
    goal = {"what": "name recall", "goal": RECALL, "value": found["recall"], "unit": "share"}
    goal["met"] = found["recall"] >= RECALL
    print(f"{'✓' if goal['met'] else '✗'} recall {found['recall']:.1%} of {found['pairs']:,} pairs (goal {RECALL:.0%})")
    print(
        f"  precision {found['precision']:.1%}: {found['found_per_query']} spellings of {found['spellings']:,} found "
        f"for each of {found['queries']:,}; {found['random_pairs_that_meet']:.3%} of random non-pairs meet"
    )
    for half, words in (("looked_at", "half looked at"), ("held_out", "half held out")):
        figures = found[half]
        recall, precision = figures["recall"], figures.get("precision", 0)
        print(f"  {words}: recall {recall:.1%} of {figures['pairs']:,}, precision {precision:.1%}")
    cost = found["microseconds_per_word"]
    print(f"  a word costs {cost['first']} µs the first time, {cost['again']} µs again")
    line = {**found, "goals": [goal], "not_run": [], "versions": versions()}
    print(f"bench-names: {json.dumps(line, ensure_ascii=False)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
