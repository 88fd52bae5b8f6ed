"""``python -m benchmarks.vault``: attachments of 5, 50 and 500 MB, sealed and read again, against a plain copy and age.

Every file goes through each way several times, the ways taking turns; the middle one of the times counts. Ends with
one line of JSON; exit 0 says that it ran.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from benchmarks.store.gauges import MEGABYTE
from benchmarks.tour.report import versions
from benchmarks.vault.trial import WAYS

SIZES: Final = (5, 50, 500)
TURNS: Final = 3
SEED: Final = 7
MEMORY_MB: Final = 250

Facts = dict[str, Any]


def main(argv: Sequence[str] | None = None) -> int:
    """Measure every size and print what was found."""
    parser = argparse.ArgumentParser(prog="benchmarks.vault", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="MB")
    parser.add_argument("--turns", type=int, default=TURNS)
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args(argv)
    sizes: dict[str, Facts] = {}
    with tempfile.TemporaryDirectory(prefix="bench-vault-") as name:
        folder = Path(name)
        for megabytes in asked.sizes:
            source = _made(folder / "source", megabytes, asked.seed)
            sizes[f"{megabytes} MB"] = _measure(source, folder, asked.turns)
            _print_size(megabytes, sizes[f"{megabytes} MB"])
    line: Facts = {
        "seed": asked.seed,
        "turns": asked.turns,
        "sizes": sizes,
        "goals": goals(sizes),
        "versions": versions() | {"pyrage": metadata.version("pyrage")},
    }
    for goal in line["goals"]:
        mark = "✓" if goal["met"] else "✗"
        print(f"{mark} {goal['what']}: {goal['value']} {goal['unit']} (goal {goal['goal']})", flush=True)
    print(f"bench-vault: {json.dumps(line, ensure_ascii=False)}", flush=True)
    return 0


def _made(path: Path, megabytes: int, seed: int) -> Path:
    """Write a file that nothing can compress."""
    dice = random.Random(f"{seed} {megabytes}")  # noqa: S311 repeatable is what it must be
    with path.open("wb") as file:
        for _ in range(megabytes):
            file.write(dice.randbytes(MEGABYTE))
    return path


def _measure(source: Path, folder: Path, turns: int) -> Facts:
    found: dict[str, list[Facts]] = {way: [] for way in WAYS}
    for _ in range(turns):
        for way, results in found.items():
            target = folder / way
            order = [sys.executable, "-m", "benchmarks.vault.trial", way]
            order += ["--source", str(source), "--folder", str(target)]
            done = subprocess.run(order, stdout=subprocess.PIPE, check=True)
            results.append(json.loads(done.stdout))
            shutil.rmtree(target)
    middle = {way: _middle(results) for way, results in found.items()}
    return middle | {
        f"sealed_against_{way}": _against(middle["sealed"], middle[way]) for way in WAYS if way != "sealed"
    }


def _middle(results: Sequence[Facts]) -> Facts:
    return {name: statistics.median(one[name] for one in results) for name in results[0]}


def _against(sealed: Facts, other: Facts) -> Facts:
    """Say how many times as long sealing takes."""
    return {way: round(other[f"{way}_mb_per_s"] / sealed[f"{way}_mb_per_s"], 2) for way in ("in", "out")}


def goals(sizes: dict[str, Facts]) -> list[Facts]:
    """Hold the memory to its goal, and the speed to age's: the issue names no figure for it."""
    memory = max(one["sealed"]["memory_mb"] for one in sizes.values())
    held = [{"what": "memory of a process that seals", "goal": MEMORY_MB, "value": memory, "unit": "MB"}]
    for size, one in sizes.items():
        for way, times in one["sealed_against_age"].items():
            what = f"{size} {way}: sealed against age, times as long"
            held.append({"what": what, "goal": 1.0, "value": times, "unit": "×"})
    return [goal | {"met": goal["value"] <= goal["goal"]} for goal in held]


def _print_size(megabytes: int, found: Facts) -> None:
    for way in WAYS:
        one = found[way]
        print(
            f"{megabytes:>4} MB {way}: in {one['in_mb_per_s']:,} MB/s, out {one['out_mb_per_s']:,} MB/s,"
            f" memory {one['memory_mb']} MB (+{one['memory_more_mb']})",
            flush=True,
        )


if __name__ == "__main__":
    sys.exit(main())
