"""``python -m benchmarks.fuzz``: ask a running centre what its own description allows and what it does not."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.fuzz.run import WHO, asked


def main(argv: Sequence[str] | None = None) -> int:
    """Fuzz; exit 1 where an answer must not be."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    parser.add_argument("--examples", type=int, default=100, help="questions of each kind at each path")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="fuzz-central-") as folder:
        found = asked(Path(folder), examples=given.examples, seed=given.seed)
    for wrong in found.wrong:
        print(f"WRONG {wrong}", flush=True)
    line = {"asked": found.statuses.total(), "as": WHO, "statuses": dict(sorted(found.statuses.items()))}
    line |= {"wrong": len(found.wrong), "examples": given.examples, "seed": given.seed}
    print(f"fuzz-central: {json.dumps(line)}", flush=True)
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
