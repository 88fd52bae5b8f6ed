"""One file, measured in a process of its own: taken in, opened, asked. Answers with one line of JSON."""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

from benchmarks.store.gauges import MEGABYTE, bytes_of, forget, peak_megabytes, percentiles
from benchmarks.store.made_up import MadeUp
from benchmarks.store.plain import open_plain_replica
from benchmarks.store.questions import Asked, Kind, kinds
from station_client.domain.alert import Alert
from station_client.domain.ids import Login
from station_client.security.keyslots import SlotOfficer, Vault, VaultKeys
from station_client.store.database import READERS
from station_client.store.profile import Profile
from station_client.store.replica import Replica, open_replica
from station_client.store.stores import open_stores

ROUNDS: Final = 3
COLD_EACH: Final = 10
SAMPLE_PAGES: Final = 50
PASSWORD: Final = "made up for measuring"  # noqa: S105 opens made-up alerts only
SECRET: Final = bytes(range(32))
OFFICER: Final = SlotOfficer(Login("measurer"), "Measurer", "SI")

Facts = dict[str, Any]


class Sealed:
    """The program's own way: data folder, vault, stores."""

    def __init__(self, folder: Path) -> None:
        """Make the vault."""
        self._profile = Profile(folder)
        self._vault = Vault(folder)
        self._vault.create(officer=OFFICER, password=PASSWORD, secret=SECRET)
        self.path = self._profile.replica

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
    """Measure the encrypted or the plain file of one seed."""
    parser = argparse.ArgumentParser(prog="benchmarks.store.trial", description=__doc__)
    parser.add_argument("--rows", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--plain", action="store_true")
    asked = parser.parse_args(argv)
    facts: Facts = {"memory_mb": {"start": peak_megabytes()}}
    asked.folder.mkdir(parents=True)
    made = MadeUp(seed=asked.seed, rows=asked.rows)
    facts["memory_mb"]["with what makes the alerts"] = peak_megabytes()
    if asked.plain:
        path = asked.folder / "replica.db"
        _measure(path, lambda: open_plain_replica(path), made, facts)
    else:
        sealed = Sealed(asked.folder)
        _measure(sealed.path, sealed.opener(), made, facts)
        facts["unlock_ms"] = [round(sealed.unlock() * 1000, 1) for _ in range(ROUNDS)]
        forget(sealed.path)
        facts["unlock_cold_ms"] = round(sealed.unlock() * 1000, 1)
    print(json.dumps(facts, ensure_ascii=False), flush=True)
    return 0


def _measure(path: Path, reopen: Callable[[], Replica], made: MadeUp, facts: Facts) -> None:
    replica = reopen()
    sample = _take_in(replica, made, facts)
    replica.close()
    facts["size_mb"] = round(bytes_of(path) / MEGABYTE, 1)
    facts["memory_mb"]["taken in"] = peak_megabytes()
    questions = kinds(made.seed, made.stock, sample)
    facts["cold"], facts["cold_by"] = _cold(reopen, questions, path)
    replica = reopen()
    facts["warm"] = {kind.name: _warm(replica, kind) for kind in questions}
    facts["memory_mb"]["asked"] = peak_megabytes()
    everything = [one for kind in questions for one in kind.asked]
    with ThreadPoolExecutor(READERS) as readers:
        list(readers.map(lambda one: _ask(replica, one), everything))
    facts["memory_mb"]["asked by four at once"] = peak_megabytes()
    replica.close()


def _take_in(replica: Replica, made: MadeUp, facts: Facts) -> list[Alert]:
    """Apply every page; only the applying is timed. Gives a sample of what is stored."""
    sample: list[Alert] = []
    seconds, busy, size, firs, slowest = 0.0, 0.0, 0, 0, 0.0
    every = max(made.rows // 500 // SAMPLE_PAGES, 1)
    for number, page in enumerate(made.pages()):
        begun, at_work = time.perf_counter(), time.process_time()
        replica.feed.apply(page)
        took = time.perf_counter() - begun
        busy += time.process_time() - at_work
        seconds, slowest = seconds + took, max(slowest, took)
        firs += len(page.firs)
        if number % every == 0:
            sample += page.alerts[:5]
            size += sum(len(one.description.encode()) for one in page.alerts[:5])
        if number % 400 == 399:
            print(
                f"  {(number + 1) * 500:,} alerts, {(number + 1) * 500 / seconds:,.0f}/s", file=sys.stderr, flush=True
            )
    facts["ingest"] = {
        "alerts": made.rows,
        "firs": firs,
        "seconds": round(seconds, 1),
        "alerts_per_s": round(made.rows / seconds),
        "alerts_per_cpu_second": round(made.rows / busy),
        "slowest_page_ms": round(slowest * 1000),
        "mean_text_bytes": round(size / len(sample)),
    }
    return sample


def _warm(replica: Replica, kind: Kind) -> Facts:
    """Ask everything once (which is told apart as the first time), then several times."""
    first, found = zip(*(_ask(replica, one) for one in kind.asked), strict=True)
    gc.collect()
    times = [_ask(replica, one)[0] for _ in range(ROUNDS) for one in kind.asked]
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
            times.append(_ask(replica, one)[0])
            replica.close()
        facts[kind.name] = percentiles(times) | {"asked": len(times)}
    return facts, by


def _ask(replica: Replica, asked: Asked) -> tuple[float, int]:
    begun = time.perf_counter()
    found = replica.search.find(**asked)
    return time.perf_counter() - begun, found.count


if __name__ == "__main__":
    sys.exit(main())
