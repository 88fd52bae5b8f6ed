"""``python -m benchmarks.central``: the centre under a nation's load. The last line is JSON with every goal.

It starts a PostgreSQL of its own, fills it, serves from as many processes as are asked for with TLS on, and loads them
from a process of its own. Parts and sizes are arguments; ``--full`` is the whole nation and takes hours.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import psycopg

from benchmarks.central import depth, real, verdict
from benchmarks.central.filling import Filling
from benchmarks.central.nation import Casework, Client, clients, directory
from benchmarks.central.processes import LOAD, Ordered, Usage, cluster, family_seconds, many_files, serving, usage
from benchmarks.tour.report import versions
from central import passwords
from central.settings import Cost
from tests.support.centre import PASSWORD
from tests.support.centre_process import CentreProcess

Facts = dict[str, Any]
PARTS: Final = ("mixed", "held", "real", "depth")
QUICK_SIZES: Final = "10000:30000,30000:300000"
FULL_SIZES: Final = "10000:100000,100000:1000000,1000000:10000000"
QUICK_HELD: Final = 1_500  # a State
FULL_HELD: Final = 17_000
SECRET: Final = "bench"  # noqa: S105 of tokens that open nothing but this run's own database
LINES: Final = 256
SETTLE_SECONDS: Final = 5.0
PER_SECOND: Final = 150  # questions that are parked in a second, at the least
NOTES: Final = (
    "PostgreSQL, the centre and what makes the load share this machine's cores",
    "TLS is on everywhere; without it nothing was measured",
    "times of mixed requests run from the moment at which each was due",
    "the tables were filled by COPY (benchmarks/central/filling.py); texts repeat after 4,000",
    "depth is measured in one process without TLS or HTTP: what the database and the centre's verbs cost",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the parts that were asked for; print what they found."""
    asked = _parser().parse_args(argv)
    asked.held = asked.held or (FULL_HELD if asked.full else QUICK_HELD)
    asked.sizes = asked.sizes or (FULL_SIZES if asked.full else QUICK_SIZES)
    files = many_files()
    line: Facts = {
        "cores": os.cpu_count(),
        "files_allowed": files,
        "load_before": round(os.getloadavg()[0], 1),
        "clients": asked.stations + asked.offices,
        "processes": asked.processes,
    }
    with cluster() as started, tempfile.TemporaryDirectory(prefix="bench-central-") as place:
        url = started.fresh()
        nation = clients(directory(asked.stations, asked.offices))
        work = Casework([one.office for one in nation])
        filling = Filling(url)
        filling.directory(directory(asked.stations, asked.offices))
        filling.enrol(nation, SECRET, passwords.hashed(PASSWORD, Cost(memory_kib=64, passes=1)))
        sizes = [tuple(map(int, size.split(":"))) for size in asked.sizes.split(",")]
        line["filled"] = [filling.casework(work, alerts=(0, sizes[0][0]), firs=(0, sizes[0][1]))]
        if set(asked.only) - {"depth"}:
            line |= _served(asked, Path(place) / "centre", (url, started.pid), nation)
        if "depth" in asked.only:
            filling.go_on()
            line["depth"] = [_size(sizes[0], url, Path(place), nation, filling)]
            for before, size in pairwise(sizes):
                took = filling.casework(work, alerts=(before[0], size[0]), firs=(before[1], size[1]))
                line["filled"].append(took)
                line["depth"].append(_size(size, url, Path(place), nation, filling))
            line["growth"] = depth.grown(line["depth"])
        filling.close()
    line |= {"load_after": round(os.getloadavg()[0], 1), "goals": verdict.goals(line, asked.rate), "notes": NOTES}
    line |= {"not_run": [part for part in PARTS if part not in asked.only], "versions": versions()}
    for goal in line["goals"]:
        print(f"{'met ' if goal['met'] else 'MISSED'} {goal['what']}: {goal['value']} {goal['unit']}", flush=True)
    print(f"bench-central: {json.dumps(line, ensure_ascii=False)}", flush=True)
    return 0


def _served(asked: argparse.Namespace, folder: Path, database: tuple[str, int], nation: list[Client]) -> Facts:
    """Measure what needs the processes; ``database`` is its address and its first process."""
    found: Facts = {}
    url, postgres = database
    with serving(folder, url, asked.processes) as centres:
        load = Ordered(LOAD)
        ports, logins = [one.port for one in centres], [one.login for one in nation]
        load.ask("setting", ports=ports, secret=SECRET, logins=logins, authority=str(centres[0].ca_file))
        if "mixed" in asked.only:
            load.ask("open", count=LINES)
            load.ask("mixed", rate=min(asked.rate, 100), seconds=3, since=_head(url), seed=1)
            who = {"centre": [one.pid for one in centres], "postgresql": [postgres], "load": [load.pid]}
            before = _seconds(who)
            found["mixed"] = load.ask("mixed", rate=asked.rate, seconds=asked.seconds, since=_head(url), seed=2)
            found["mixed"] |= _cost(before, _seconds(who), found["mixed"]["all"]["count"])
            found["mixed"]["mb"] = [round(usage(one.pid).megabytes, 1) for one in centres]
            print(f"mixed: {json.dumps(found['mixed'])}", flush=True)
        if "held" in asked.only:
            found["held"] = _held(load, centres, url, asked.held)
            print(f"held: {json.dumps(found['held'])}", flush=True)
        if "real" in asked.only:
            pair = (nation[0].login, nation[1].login)
            found["real"] = real.measured(centres[0].url, centres[0].ca_file, pair, _head(url), asked.turns)
            print(f"real: {json.dumps(found['real'])}", flush=True)
        found["load_process"] = load.ask("close")
        load.end()
    return found


def _held(load: Ordered, centres: list[CentreProcess], url: str, count: int) -> Facts:
    """Hold as many questions for news as asked for; then High Alerts, one after another.

    ``heard_only``: told of it and no more; ``asked_for``: whoever was told asks; ``fan_out``: the frames with the news.
    """
    load.ask("close")  # an idle line is ended after a while, and these have rested
    before = [usage(one.pid) for one in centres]
    facts: Facts = {"opened": load.ask("open", count=count)}
    opened = [usage(one.pid) for one in centres]
    for name, follow, takes in (("heard_only", False, False), ("asked_for", True, False), ("fan_out", False, True)):
        load.ask("park", since=_head(url), takes=takes)
        time.sleep(SETTLE_SECONDS + count / PER_SECOND)
        idle = [usage(one.pid) for one in centres]
        time.sleep(SETTLE_SECONDS)
        parked = [usage(one.pid) for one in centres]
        facts[name] = load.ask("fan_out", follow=follow)
        facts[name]["cpu_s"] = round(_cpu([usage(one.pid) for one in centres]) - _cpu(parked), 2)
    lines = sum(now.files - then.files for now, then in zip(opened, before, strict=True))
    grew = sum(now.megabytes - then.megabytes for now, then in zip(parked, before, strict=True))
    facts["lines"] = lines
    facts["kb_each"] = round(grew * 1000 / max(lines, 1), 1)
    facts["per_gb"] = int(1_000_000 / max(grew * 1000 / max(lines, 1), 0.001))
    facts["idle_cpu_share"] = round((_cpu(parked) - _cpu(idle)) / SETTLE_SECONDS, 3)
    facts["processes_mb"] = [round(one.megabytes, 1) for one in parked]
    return facts


def _seconds(who: dict[str, list[int]]) -> dict[str, float]:
    return {name: sum(map(family_seconds, pids)) for name, pids in who.items()}


def _cost(before: dict[str, float], after: dict[str, float], answered: int) -> Facts:
    """Say who took how much of the processors for each answer."""
    return {"cpu_ms_each": {name: round((after[name] - before[name]) * 1000 / max(answered, 1), 2) for name in before}}


def _cpu(taken: list[Usage]) -> float:
    return sum(one.cpu_seconds for one in taken)


def _size(size: tuple[int, ...], url: str, place: Path, nation: list[Client], filling: Filling) -> Facts:
    facts: Facts = {"alerts": size[0], "firs": size[1], **filling.size()}
    facts["ms"] = depth.measured(url, place / "depth", nation, SECRET)
    filling.go_on()
    print(f"depth: {json.dumps(facts)}", flush=True)
    return facts


def _head(url: str) -> int:
    with psycopg.connect(url.replace("+psycopg", "")) as connection:
        row = connection.execute("SELECT value FROM counters WHERE name = 'feed'").fetchone()
    return int(row[0]) if row else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.central", description=__doc__)
    parser.add_argument("--full", action="store_true", help="the whole nation: hours, and 30 GB of disk")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="these parts alone")
    parser.add_argument("--stations", type=int, default=17_712)
    parser.add_argument("--offices", type=int, default=3_300)
    parser.add_argument("--processes", type=int, default=2, help="of the centre, over one database")
    parser.add_argument("--held", type=int, help="questions for news that wait at once")
    parser.add_argument("--rate", type=int, default=1000, help="mixed requests in a second")
    parser.add_argument("--seconds", type=float, default=15.0)
    parser.add_argument("--turns", type=int, default=10, help="High Alerts between two real stations")
    parser.add_argument("--sizes", help="alerts:FIRs, smallest first, with commas between")
    return parser


if __name__ == "__main__":
    sys.exit(main())
