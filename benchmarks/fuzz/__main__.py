"""``python -m benchmarks.fuzz``: ask a running centre what its own description allows and what it does not."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from benchmarks.fuzz.run import WHO, asked
from tests.support import postgres


def main(argv: Sequence[str] | None = None) -> int:
    """Fuzz; exit 1 where an answer must not be."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    parser.add_argument("--examples", type=int, default=100, help="questions of each kind at each path")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(argv)
    line: dict[str, object] = {"as": WHO, "examples": given.examples, "seed": given.seed}
    wrong = 0
    with ExitStack() as stack:
        for name, url in _databases(stack):
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="fuzz-central-"))
            found = asked(Path(folder), examples=given.examples, seed=given.seed, database_url=url)
            for one in found.wrong:
                print(f"WRONG over {name}: {one}", flush=True)
            wrong += len(found.wrong)
            statuses = dict(sorted(found.statuses.items()))
            line[name] = {"asked": found.statuses.total(), "statuses": statuses, "wrong": len(found.wrong)}
    print(f"fuzz-central: {json.dumps(line | {'wrong': wrong})}", flush=True)
    return 1 if wrong else 0


def _databases(stack: ExitStack) -> Iterator[tuple[str, str]]:
    """Give each kind of database that a centre may stand on, PostgreSQL where there is one."""
    yield "sqlite", ""
    programs = postgres.found()
    if programs is None:
        print("fuzz-central: no PostgreSQL here, so only SQLite is asked (make postgres)", flush=True)
        return
    yield "postgresql", stack.enter_context(postgres.running(programs)).fresh()


if __name__ == "__main__":
    sys.exit(main())
