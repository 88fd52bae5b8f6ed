"""``python -m benchmarks.soak --kills N --seed S``: what ``make soak`` runs. The last line is ``soak: {json}``.

This process imports the program once; each life is a fork of it, ended by SIGKILL at a random microsecond. A kill
is no power cut: what the system holds for the disk stays.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.soak.ledger import Ledger
from benchmarks.soak.life import KINDS, live
from benchmarks.soak.pc import make_pc, start
from benchmarks.tour.report import versions

LONGEST_START = 0.06
LONGEST_ACT = 0.012
MOST_ACTS = 14
ALL_AFTER = 50
STARTING = "starting"
AIMS = (STARTING, *KINDS)
"""What a life is killed behind: every second one lives until that was told, each in its turn."""


def main(argv: Sequence[str] | None = None) -> int:
    """Kill and look, so many times; 0 only where nothing was lost."""
    asked = _parser().parse_args(argv)
    if not hasattr(os, "fork"):
        print('soak: {"ok": false, "failure": "this system has no fork: NOT run"}')
        return 1
    with tempfile.TemporaryDirectory(prefix="soak-") as scratch:
        line = _soak(Path(scratch) / "pc", asked.kills, asked.seed)
    print(f"soak: {json.dumps(line)}", flush=True)
    return 0 if line["ok"] else 1


def _soak(folder: Path, kills: int, seed: int) -> dict[str, object]:
    chance, ledger = random.Random(seed), Ledger()  # noqa: S311 a seed makes a failing run repeatable
    moments: Counter[str] = Counter()
    lost: list[str] = []
    make_pc(folder)
    begun, done = time.monotonic(), 0
    while done < kills and not lost:
        aim = AIMS[done // 2 % len(AIMS)] if done % 2 else None
        moments[_one_life(folder, chance, ledger, aim)] += 1
        done += 1
        house = start(folder)
        lost = ledger.missing(house, all_of_it=done % ALL_AFTER == 0 or done == kills)
        house.close()
        if done % 100 == 0:
            print(f"{done} kills, {sum(ledger.told.values())} acknowledged, {len(lost)} lost", flush=True)
    return {
        "ok": not lost and done == kills,
        "kills": done,
        "seed": seed,
        "acknowledged": dict(ledger.told),
        "lost": lost,
        "killed_after": dict(moments),
        "seconds": round(time.monotonic() - begun, 1),
        "versions": versions(),
    }


def _one_life(folder: Path, chance: random.Random, ledger: Ledger, aim: str | None) -> str:
    """Let the program live for some acts, or until ``aim`` was told, and a moment; give what it was killed behind."""
    reading, writing = os.pipe()
    seed, acts = chance.getrandbits(64), chance.randrange(-2, MOST_ACTS)
    child = os.fork()
    if child == 0:
        os.close(reading)
        _child(folder, seed, writing)
    os.close(writing)
    with open(reading, encoding="utf-8") as told:  # noqa: PTH123 a pipe has no path
        behind = _until(told, ledger, aim) if aim else _for_acts(told, ledger, acts)
        time.sleep(chance.uniform(0, LONGEST_START if behind == STARTING else LONGEST_ACT))  # the moment that is tried
        os.kill(child, signal.SIGKILL)
        for line in told:
            _noted(ledger, line)
    _, status = os.waitpid(child, 0)
    if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
        message = f"the program ended by itself after {behind} (seed of this life: {seed})"
        raise RuntimeError(message)
    return behind


def _for_acts(told: Iterator[str], ledger: Ledger, acts: int) -> str:
    """Hear so many acts; give the last, or that it was starting."""
    behind = STARTING
    for line in islice(told, max(acts, 0)):
        behind = _noted(ledger, line)
    return behind


def _until(told: Iterator[str], ledger: Ledger, aim: str) -> str:
    """Hear until the act that is aimed at; give it (what never comes is the end of a life that ended by itself)."""
    behind = STARTING
    while behind != aim and (line := next(told, None)):
        behind = _noted(ledger, line)
    return behind


def _noted(ledger: Ledger, line: str) -> str:
    told = json.loads(line)
    ledger.note(told)
    return str(told[0])


def _child(folder: Path, seed: int, writing: int) -> None:
    """Live in a process of its own until the kill; an end by itself is told by the exit code."""
    try:
        live(start(folder), random.Random(seed), lambda *told: _write(writing, told))  # noqa: S311 as above
    except BaseException:  # noqa: BLE001 whatever it is, it must not come back into the process that counts
        traceback.print_exc()
    os._exit(1)


def _write(writing: int, told: tuple[object, ...]) -> None:
    """One write is whole or not there: a line is far shorter than a pipe's page."""
    os.write(writing, json.dumps(told).encode() + b"\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.soak", description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=20260814)
    return parser


if __name__ == "__main__":
    sys.exit(main())
