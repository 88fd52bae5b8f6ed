"""One file, measured in a process of its own: taken in, opened, asked. Answers with one line of JSON."""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from benchmarks.store.gauges import (
    MEGABYTE,
    bytes_of,
    forget,
    peak_megabytes,
    peak_megabytes_beside,
    percentiles,
    processor_seconds,
)
from benchmarks.store.made_up import DAYS, FIRST_DAY, PAGE, stock
from benchmarks.store.making import made_beside
from benchmarks.store.plain import open_plain_replica
from benchmarks.store.questions import Asked, Kind, kinds
from station_client.domain.alert import Alert
from station_client.domain.ids import Login
from station_client.security.keyslots import SlotOfficer, Vault, VaultKeys
from station_client.store.database import READERS
from station_client.store.profile import Profile
from station_client.store.replica import Replica, open_replica
from station_client.store.replica.changes import Changes
from station_client.store.replica.rows import first_row
from station_client.store.stores import open_stores

ROUNDS: Final = 3
COLD_EACH: Final = 10
SAMPLE_PAGES: Final = 50
MERGE_SECONDS: Final = 60
PASSWORD: Final = "made up for measuring"  # noqa: S105 opens made-up alerts only
SECRET: Final = bytes(range(32))
OFFICER: Final = SlotOfficer(Login("measurer"), "Measurer", "SI")

Facts = dict[str, Any]


class Sealed:
    """The program's own way: data folder, vault, stores."""

    def __init__(self, folder: Path) -> None:
        """Make the vault, where there is none yet."""
        self._profile = Profile(folder)
        self._vault = Vault(folder)
        if (folder / "vault.json").exists():
            return
        self._vault.create(officer=OFFICER, password=PASSWORD, secret=SECRET)

    @property
    def path(self) -> Path:
        """Name the copy's file."""
        return self._profile.replica

    def unlock(self) -> float:
        """Stretch the password, unwrap the key, open the stores; give the seconds."""
        begun = time.perf_counter()
        stores = open_stores(self._profile, self._keys())
        took = time.perf_counter() - begun
        stores.close()
        return took

    def opener(self) -> Callable[[], Replica]:
        """Give what opens the copy alone."""
        key = self._keys().key("replica")
        return lambda: open_replica(self.path, key)

    def _keys(self) -> VaultKeys:
        return self._vault.open(login=OFFICER.login, password=PASSWORD, secret=SECRET)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure the encrypted or the plain file of one seed; a file that stands in the folder is not made again."""
    parser = argparse.ArgumentParser(prog="benchmarks.store.trial", description=__doc__)
    parser.add_argument("--rows", type=int, required=True)
    parser.add_argument(
        "--more", type=int, required=True, help="alerts that are taken in on top and timed by themselves"
    )
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--build-only", action="store_true")
    asked = parser.parse_args(argv)
    asked.folder.mkdir(parents=True, exist_ok=True)
    sealed = None if asked.plain else Sealed(asked.folder)
    path = asked.folder / "replica.db" if sealed is None else sealed.path
    reopen = (lambda: open_plain_replica(path)) if sealed is None else sealed.opener()
    facts = build(asked, path, reopen)
    if not asked.build_only:
        _grow(asked, reopen, facts)
        if sealed is not None:
            _question(asked, path, reopen, facts)
            facts["unlock_ms"] = [round(sealed.unlock() * 1000, 1) for _ in range(ROUNDS)]
            forget(sealed.path)
            facts["unlock_cold_ms"] = round(sealed.unlock() * 1000, 1)
    print(json.dumps(facts, ensure_ascii=False), flush=True)
    return 0


def build(asked: argparse.Namespace, path: Path, reopen: Callable[[], Replica]) -> Facts:
    """Take in every alert, or read what that was like where it is done already."""
    kept = asked.folder / "built.json"
    if kept.exists():
        facts: Facts = json.loads(kept.read_text(encoding="utf-8"))
        if (facts["rows"], facts["seed"]) != (asked.rows, asked.seed):
            message = f"{asked.folder} holds another file"
            raise SystemExit(message)
        return facts
    facts = {"rows": asked.rows, "seed": asked.seed, "memory_mb": {"start": peak_megabytes()}}
    replica = reopen()
    facts["ingest"] = take_in(replica, made_beside(asked.seed, asked.rows))
    beside = peak_megabytes_beside()
    replica.close()
    facts["size_mb"] = round(bytes_of(path) / MEGABYTE, 1)
    facts["memory_mb"]["taken in"] = peak_megabytes()
    facts["memory_mb"]["taken in, with the process for words"] = round(peak_megabytes() + beside, 1)
    kept.write_text(json.dumps(facts), encoding="utf-8")
    return facts


def _grow(asked: argparse.Namespace, reopen: Callable[[], Replica], facts: Facts) -> None:
    """Take more in on top, and merge."""
    begun = time.perf_counter()
    replica = reopen()
    facts["open_ms"] = round((time.perf_counter() - begun) * 1000, 1)
    if asked.more:
        facts["on top"] = take_in(replica, made_beside(asked.seed, asked.rows, asked.more))
        together = peak_megabytes() + peak_megabytes_beside()
        facts["memory_mb"]["taken in on top, with the process for words"] = round(together, 1)
    facts["merged"] = _merged(replica)
    facts["marked"] = _marked(replica)
    replica.close()


def _question(asked: argparse.Namespace, path: Path, reopen: Callable[[], Replica], facts: Facts) -> None:
    """Ask the encrypted file, cold and warm; ``beside`` asks both files."""
    replica = reopen()
    questions = kinds(asked.seed, stock(asked.seed), sample(replica))
    replica.close()
    facts["cold"], facts["cold_by"] = _cold(reopen, questions, path)
    replica = reopen()
    facts["warm"] = {kind.name: _warm(replica, kind) for kind in questions}
    facts["memory_mb"]["asked"] = peak_megabytes()
    everything = [one for kind in questions for one in kind.asked]
    with ThreadPoolExecutor(READERS) as readers:
        list(readers.map(lambda one: ask(replica, one), everything))
    facts["memory_mb"]["asked by four at once"] = peak_megabytes()
    replica.close()


def _merged(replica: Replica) -> Facts:
    """Merge the index as in an idle minute; the slowest step is what somebody who writes meanwhile waits for."""
    steps: list[float] = []
    more = True
    while more and sum(steps) < MERGE_SECONDS:
        begun = time.perf_counter()
        more = replica.search.tidy()
        steps.append(time.perf_counter() - begun)
    return percentiles(steps) | {
        "steps": len(steps),
        "seconds": round(sum(steps), 1),
        "slowest_step_ms": round(max(steps) * 1000),
        "all_done": not more,
    }


def _marked(replica: Replica) -> Facts:
    """Mark where the commonest words stand, as is done after the merging."""
    begun, at_work, steps = time.perf_counter(), time.process_time(), 0
    while replica.marking.step():
        steps += 1
    took, busy = time.perf_counter() - begun, time.process_time() - at_work
    return {"steps": steps, "seconds": round(took, 1), "cpu_seconds": round(busy, 1)}


def sample(replica: Replica) -> list[Alert]:
    """Take a few alerts of each month or so."""
    step = timedelta(days=DAYS / SAMPLE_PAGES)
    moments = (FIRST_DAY + step * (number + 1) for number in range(SAMPLE_PAGES))
    return [one.alert for moment in moments for one in replica.alerts.page(before=first_row(moment), limit=5)]


def take_in(replica: Replica, made: Iterable[Changes]) -> Facts:
    """Apply every page; only the applying is timed."""
    seconds, busy, size, firs, slowest, rows = 0.0, 0.0, 0, 0, 0.0, 0
    for number, page in enumerate(made):
        begun, at_work = time.perf_counter(), processor_seconds()
        replica.feed.apply(page)
        took = time.perf_counter() - begun
        busy += processor_seconds() - at_work
        seconds, slowest = seconds + took, max(slowest, took)
        rows, firs = rows + len(page.alerts), firs + len(page.firs)
        size += sum(len(one.description.encode()) for one in page.alerts[:5])
        if number % 400 == 399:
            done = (number + 1) * PAGE
            print(f"  {done:,} alerts, {done / seconds:,.0f}/s", file=sys.stderr, flush=True)
    return {
        "alerts": rows,
        "firs": firs,
        "seconds": round(seconds, 1),
        "alerts_per_s": round(rows / seconds),
        "alerts_per_cpu_second": round(rows / busy),
        "slowest_page_ms": round(slowest * 1000),
        "mean_text_bytes": round(size / 5 / -(-rows // PAGE)),
    }


def _warm(replica: Replica, kind: Kind) -> Facts:
    """Ask everything once (which is told apart as the first time), then several times."""
    first, found = zip(*(ask(replica, one) for one in kind.asked), strict=True)
    gc.collect()
    times = [ask(replica, one)[0] for _ in range(ROUNDS) for one in kind.asked]
    if kind.finds is not None and (kind.finds is (0 in found) or kind.finds is not any(found)):
        message = f"{kind.name}: found {found}"
        raise AssertionError(message)
    counts = {"asked": len(times), "mean_count": round(sum(found) / len(found), 1)}
    return percentiles(times) | counts | {"first": percentiles(first)}


def _cold(reopen: Callable[[], Replica], questions: Sequence[Kind], path: Path) -> tuple[Facts, str]:
    """Ask each question as the first one after a start: nothing of the file is in memory."""
    facts: Facts = {}
    by = ""
    for kind in questions:
        times = []
        for one in kind.asked[:COLD_EACH]:
            replica = reopen()
            by = forget(path)
            times.append(ask(replica, one)[0])
            replica.close()
        facts[kind.name] = percentiles(times) | {"asked": len(times)}
    return facts, by


def ask(replica: Replica, asked: Asked) -> tuple[float, int]:
    """Ask one question; give the seconds and how many alerts meet it."""
    begun = time.perf_counter()
    found = replica.search.find(**asked)
    return time.perf_counter() - begun, found.count


if __name__ == "__main__":
    sys.exit(main())
