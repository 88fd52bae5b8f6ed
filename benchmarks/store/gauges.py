"""What is read off: memory of this process, times in order, and a file pushed out of the system's memory."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

MEGABYTE = 1_000_000
_LEFT_OUT: set[str] = set()


def peak_megabytes() -> float:
    """Give the most memory that this process has had so far (resident)."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        import resource  # noqa: PLC0415 where there is no /proc; Windows has neither

        unit = 1 if sys.platform == "darwin" else 1024
        return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MEGABYTE, 1)
    peak = next(line for line in lines if line.startswith("VmHWM:"))
    return round(int(peak.split()[1]) * 1024 / MEGABYTE, 1)


def peak_megabytes_beside() -> float:
    """Give the most memory that the processes which this one has started, and which still run, have had; Linux only."""
    lines = [line for one in _beside() for line in (one / "status").read_text().splitlines()]
    peaks = [int(line.split()[1]) for line in lines if line.startswith("VmHWM:")]
    return round(sum(peaks) * 1024 / MEGABYTE, 1)


def processor_seconds() -> float:
    """Give the processor time of this process, and on Linux of those that it has started and that still run."""
    told = [(one / "stat").read_text().rpartition(")")[2].split() for one in _beside()]
    ticks = sum(int(one[11]) + int(one[12]) for one in told)
    return time.process_time() + (ticks / os.sysconf("SC_CLK_TCK") if ticks else 0)


@contextlib.contextmanager
def leave_out(pid: int) -> Iterator[None]:
    """Do not reckon a process that this one has started among the program's own."""
    _LEFT_OUT.add(str(pid))
    yield
    _LEFT_OUT.discard(str(pid))


def _beside() -> list[Path]:
    begun = [one.read_text().split() for one in Path("/proc/self/task").glob("*/children")]
    return [Path(f"/proc/{pid}") for pids in begun for pid in pids if pid not in _LEFT_OUT]


def percentiles(seconds: Iterable[float]) -> dict[str, float]:
    """Give the median and the 95th percentile in milliseconds, by the nearest rank."""
    ordered = sorted(seconds)
    at = {name: ordered[max(0, -(-len(ordered) * share // 100) - 1)] for name, share in (("p50", 50), ("p95", 95))}
    return {name: round(value * 1000, 2) for name, value in at.items()}


def forget(path: Path) -> str:
    """Make the system forget what it holds of a file; say by which means (of this file alone: others work here too)."""
    if not hasattr(os, "posix_fadvise"):
        return "fresh connection only"
    for one in (path, path.with_name(path.name + "-wal")):
        if one.exists():
            handle = os.open(one, os.O_RDONLY)
            try:
                os.fsync(handle)
                os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
            finally:
                os.close(handle)
    return "fresh connection, the file dropped from the page cache (posix_fadvise)"


def drop_everything() -> bool:
    """Make the system forget every file, where this process may (root on Linux); tell whether it did."""
    try:
        os.sync()
        Path("/proc/sys/vm/drop_caches").write_text("1\n")
    except OSError:
        return False
    return True


def bytes_of(path: Path) -> int:
    """Give the size of a database file with its write-ahead log."""
    return sum(one.stat().st_size for one in path.parent.glob(path.name + "*"))
