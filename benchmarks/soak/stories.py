"""``python -m benchmarks.soak.stories --runs N --seed S``: the second half of ``make soak``.

Each run is a story of stations and a centre over a line of bad weather (``tests/support/simulation``), judged at its
end. The first that ends wrongly is told step by step. The last line is ``stories: {json}``.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.tour.report import versions
from tests.support.simulation.run import DivergedError, live
from tests.support.simulation.world import make_template

SAID_EVERY = 50


def main(argv: Sequence[str] | None = None) -> int:
    """Live through so many stories; 0 only where all of them ended well."""
    asked = _parser().parse_args(argv)
    logging.disable(logging.ERROR)  # what a bad line does is in the story
    with tempfile.TemporaryDirectory(prefix="stories-") as scratch:
        line = _lived(Path(scratch), asked.runs, asked.seed)
    print(f"stories: {json.dumps(line)}", flush=True)
    return 0 if line["ok"] else 1


def _lived(scratch: Path, runs: int, first: int) -> dict[str, object]:
    template, begun = make_template(scratch / "first-morning"), time.monotonic()
    done, overtook, wrong = 0, 0, ""
    while done < runs and not wrong:
        try:
            overtook += live(template, scratch / f"country-{done}", first + done)
        except DivergedError as story:
            wrong = f"seed {first + done}"
            print(story, flush=True)
        done += 1
        if done % SAID_EVERY == 0:
            print(f"{done} stories", flush=True)
    seconds = round(time.monotonic() - begun, 1)
    return {
        "ok": not wrong,
        "runs": done,
        "first_seed": first,
        "overtook": overtook,
        "diverged": wrong,
        "seconds": seconds,
        "versions": versions(),
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.soak.stories", description=__doc__)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    return parser


if __name__ == "__main__":
    sys.exit(main())
