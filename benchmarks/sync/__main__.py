"""``python -m benchmarks.sync``: the station's own program on bad lines, beside its peers, in one run or in parts.

Each trial is kept as a file in the results folder; a run of a part adds to it, and every run ends with one line of
JSON over all that is there. Exit 0 says that it ran, the goals say how well.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import shutil
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType
from typing import Any, Final

from benchmarks.sync import calibration, floor, peers, records, verdict
from benchmarks.sync.centre import PROJECT, filled
from benchmarks.sync.link import Link, Loopback, open_link
from benchmarks.sync.trial import Trials
from benchmarks.sync.works import WORKS, Kind, Work
from benchmarks.tour.report import versions

Facts = dict[str, Any]
Run = Callable[[int], Facts]
WORK_FOLDER: Final = PROJECT / "build" / "bench-sync"
NOTES: Final = (
    "a line's milliseconds are there and back",
    "the floor is columns with deltas as one zstd-19 stream at the line's rate, without any header, plus the cut",
    "peers speak plain HTTP or rsync's own protocol without TLS and keep what they get in plain files or in memory",
    "before the first trial another station syncs at full speed: what the centre packs once is packed",
    "sign-in is not timed; the connections of a trial are fresh",
    "an idle hour is scaled from what was really waited for",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the trials that were asked for; print what all the trials so far say."""
    asked = _parser().parse_args(argv)
    signal.signal(signal.SIGTERM, _leave)
    results = asked.results
    if asked.fresh:
        shutil.rmtree(results, ignore_errors=True)
    results.mkdir(parents=True, exist_ok=True)
    works = [work for work in WORKS if not asked.only or work.name in asked.only]
    failed = 0
    if not asked.gather:
        with open_link(rootless=asked.rootless) as link:
            print(f"link: {link.kind}", flush=True)
            if not asked.no_check:
                _keep(results, "line", calibration.check(link))
            for work in works:
                failed += _on_its_line(link, work, asked, results)
    trials = [json.loads(path.read_text("utf-8")) for path in sorted(results.glob("trial-*.json"))]
    figures = verdict.table(trials)
    line: Facts = {"works": figures, "goals": verdict.goals(figures), "notes": NOTES}
    checked = results / "line.json"
    line |= {"line": json.loads(checked.read_text("utf-8")) if checked.exists() else None}
    line |= {"not_run": [work.name for work in WORKS if work.name not in figures], "versions": versions()}
    _print(line)
    print(f"bench-sync: {json.dumps(line, ensure_ascii=False)}", flush=True)
    return 1 if failed else 0


def _leave(number: int, frame: FrameType | None) -> None:
    """End as after a failure: the namespaces and everything in them are taken away."""
    del frame
    sys.exit(128 + number)


def _on_its_line(link: Link, work: Work, asked: argparse.Namespace, results: Path) -> int:
    """Do a work on the line, or on the loopback where it is about the programs alone."""
    if work.line is not None:
        return _run(link, work, asked, results)
    with contextlib.closing(Loopback()) as direct:
        return _run(direct, work, asked, results)


def _run(link: Link, work: Work, asked: argparse.Namespace, results: Path) -> int:
    """Do a work with every seed by all who were asked; give how many trials could not be done."""
    payload = _payload(work)
    template, head = filled(WORK_FOLDER, work.rows)
    failed = 0
    if "station" in asked.who:
        trials = Trials(link, work, template=template, head=head, payload=payload)
        try:
            for seed in range(asked.first_seed, asked.first_seed + asked.seeds):
                failed += _one(results, work, "station", seed, link.kind, trials.run)
        finally:
            trials.close()
    wanted = [name for name in work.peers if name in asked.who or "peers" in asked.who]
    for name in wanted:
        with peers.opened(name, link, work, payload, WORK_FOLDER) as peer:
            for seed in range(asked.first_seed, asked.first_seed + asked.seeds):
                failed += _one(results, work, name, seed, link.kind, peer.run)
    return failed


def _one(  # noqa: PLR0913, PLR0917 what a trial is
    results: Path, work: Work, who: str, seed: int, link: str, run: Run
) -> int:
    began = time.monotonic()
    try:
        found: Facts = run(seed)
    except Exception as wrong:  # noqa: BLE001 one trial that breaks must not lose the others; it is said
        print(f"{work.name} {who} seed {seed}: FAILED {type(wrong).__name__}: {wrong}", file=sys.stderr, flush=True)
        return 1
    said = {"work": work.name, "who": who, "seed": seed, "link": link}
    _keep(results, f"trial-{work.name}-{who}-{seed}", found | said)
    told = {name: found.get(name) for name in ("seconds", "first_rows_s", "floor_s", "total_kb", "moving_after_s")}
    print(f"{work.name} {who} seed {seed}: {told} ({time.monotonic() - began:.0f} s in all)", flush=True)
    return 0


def _payload(work: Work) -> int:
    """Give the floor's bytes of a first sync; kept beside the filled centres, because zstd-19 takes its time."""
    if work.kind is not Kind.PULL:
        return 0
    note = WORK_FOLDER / f"floor-{work.rows}-{records.SEED}.json"
    if not note.exists():
        WORK_FOLDER.mkdir(parents=True, exist_ok=True)
        note.write_text(json.dumps(floor.payload(records.numbered(work.rows))), "ascii")
    return int(json.loads(note.read_text("ascii")))


def _keep(results: Path, name: str, facts: Facts) -> None:
    (results / f"{name}.json").write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _print(line: Facts) -> None:
    for name, rows in line["works"].items():
        for who, row in rows.items():
            shown = {key: value for key, value in row.items() if key not in {"link", "line", "seeds", "warnings"}}
            print(f"{name:18} {who:12} {shown}", flush=True)
    for goal in line["goals"]:
        mark = "✓" if goal["met"] else "✗"
        print(f"{mark} {goal['what']}: {goal['value']} {goal['unit']} (goal {goal['goal']})", flush=True)
    for missing in line["not_run"]:
        print(f"Not run: {missing}", flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.sync", description=__doc__)
    parser.add_argument("--only", nargs="*", metavar="WORK", choices=[work.name for work in WORKS], help="these works")
    parser.add_argument("--seeds", type=int, default=3, help="how many times each, with other losses")
    parser.add_argument("--first-seed", type=int, default=1)
    parser.add_argument(
        "--who",
        nargs="*",
        default=["station", "peers"],
        metavar="NAME",
        help="station, peers (all), or: " + ", ".join(sorted({name for work in WORKS for name in work.peers})),
    )
    parser.add_argument("--results", type=Path, default=WORK_FOLDER / "results", help="the folder of the trials")
    parser.add_argument("--fresh", action="store_true", help="forget the trials of earlier runs")
    parser.add_argument("--gather", action="store_true", help="run nothing; say what the trials so far give")
    parser.add_argument("--rootless", action="store_true", help="use the proxy even where packets could be emulated")
    parser.add_argument("--no-check", action="store_true", help="do not measure the line itself first")
    return parser


if __name__ == "__main__":
    sys.exit(main())
