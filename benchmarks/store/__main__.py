"""``python -m benchmarks.store``: the copy with a million alerts, encrypted and in clear, in one run.

Two processes, one after the other, make the same alerts from the same seed and take them in through the feed; the
encrypted file is asked cold, warm and by four at once; then one process asks both files by turns. With ``--folder``
the files and what was found of each stay, so that a run can be done in pieces. Ends with one line of JSON; exit 0 says
that it ran, the goals say how well.

Reckoned, a million alerts take some 25 minutes and 6 GB of a quiet machine with two cores, 6,500,000 some three
hours and 36 GB, of which the alerts' making is a quarter.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks.store.verdict import goals, not_run, ratios
from benchmarks.tour.report import versions

ROWS: Final = 1_000_000
MORE: Final = 100_000
SEED: Final = 7

_TIMES: Final = ("encrypted warm", "first time", "cold", "by turns: enc.", "and plain")

Facts = dict[str, Any]


def main(argv: Sequence[str] | None = None) -> int:
    """Measure both files and print what was found."""
    asked = _parser().parse_args(argv)
    asked.more = min(asked.rows // 10, MORE) if asked.more is None else asked.more
    folder = asked.folder or Path(tempfile.mkdtemp(prefix="bench-store-"))
    try:
        sealed = _trial(folder / "sealed", asked, "encrypted")
        plain = _trial(folder / "plain", asked, "plain", "--plain")
        beside = {} if asked.build_only else _beside(folder, asked.seed)
    except subprocess.CalledProcessError as failed:
        print(f"bench-store: stopped with exit code {failed.returncode}", file=sys.stderr, flush=True)
        return 1
    finally:
        if not asked.folder:
            shutil.rmtree(folder)
    if asked.build_only:
        return 0
    names = _names(asked.names)
    line: Facts = {"rows": asked.rows, "seed": asked.seed, "encrypted": sealed, "plain": plain}
    compared = ratios(sealed, plain, beside)
    line |= {"beside": beside, "ratios": compared, "names": names}
    line |= {"goals": goals(asked.rows, sealed, compared, names)}
    line |= {"not_run": not_run(asked.rows, names=names), "versions": versions()}
    _print_table(line)
    print(f"bench-store: {json.dumps(line, ensure_ascii=False)}", flush=True)
    return 0


def _trial(folder: Path, asked: argparse.Namespace, name: str, *more: str) -> Facts:
    print(f"{name}: {asked.rows:,} alerts …", flush=True)
    order = [sys.executable, "-m", "benchmarks.store.trial", "--rows", str(asked.rows), "--seed", str(asked.seed)]
    order += ["--more", str(asked.more), *(("--build-only",) if asked.build_only else ())]
    kept = folder / "measured.json"
    if kept.exists():
        found: Facts = json.loads(kept.read_text(encoding="utf-8"))
    else:
        done = subprocess.run([*order, "--folder", str(folder), *more], stdout=subprocess.PIPE, check=True)
        found = json.loads(done.stdout)
        if not asked.build_only:
            kept.write_bytes(done.stdout)
    ingest: Facts = found.get("on top") or found["ingest"]
    print(f"  {ingest['alerts_per_s']:,} alerts/s, {found['size_mb']:,} MB, memory {found['memory_mb']} MB", flush=True)
    return found


def _beside(folder: Path, seed: int) -> Facts:
    """Ask both files by turns."""
    print("both, by turns …", flush=True)
    order = [sys.executable, "-m", "benchmarks.store.beside", "--seed", str(seed)]
    order += ["--sealed", str(folder / "sealed"), "--plain", str(folder / "plain")]
    found: Facts = json.loads(subprocess.run(order, stdout=subprocess.PIPE, check=True).stdout)
    return found


def _names(path: Path | None) -> Facts | None:
    """Try the list of names, where one is given."""
    if path is None:
        return None
    from benchmarks.names.tried import try_list  # noqa: PLC0415 only where a list is given

    return try_list(path)


def _print_table(line: Facts) -> None:
    print(f"{'p50 / p95 in ms':38}" + "  ".join(f"{name:15}" for name in _TIMES), flush=True)
    for kind, warm in line["encrypted"]["warm"].items():
        beside = line["beside"][kind]
        times = (warm, warm["first"], line["encrypted"]["cold"][kind], beside["encrypted"], beside["plain"])
        print(f"{kind:38}" + "  ".join(f"{one['p50']:6.2f} / {one['p95']:6.2f}" for one in times), flush=True)
    for goal in line["goals"]:
        mark = "✓" if goal["met"] else "✗"
        print(f"{mark} {goal['what']}: {goal['value']} {goal['unit']} (goal {goal['goal']})", flush=True)
    for missing in line["not_run"]:
        print(f"Not run: {missing}", flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.store", description=__doc__)
    parser.add_argument("--rows", type=_count, default=ROWS)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument(
        "--more", type=int, help="alerts taken in on top of them, timed by themselves (a tenth as many)"
    )
    parser.add_argument("--folder", type=Path, help="keep the two files there, and use those that are there already")
    parser.add_argument("--build-only", action="store_true", help="make the two files, to be measured another time")
    parser.add_argument("--names", type=Path, metavar="FILE", help="a list of names to try (Latin, Devanagari)")
    return parser


def _count(text: str) -> int:
    count = int(text.replace("_", "").replace(",", ""))
    if count < 1000:
        message = "fewer than 1,000 alerts measure nothing"
        raise argparse.ArgumentTypeError(message)
    return count


if __name__ == "__main__":
    sys.exit(main())
