"""The processes of a trial: PostgreSQL, as many of the centre's as are asked for, and the one that makes the load."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from central.tls import make_development_certificates
from tests.support import postgres
from tests.support.centre_process import PROJECT, CentreProcess

Facts = dict[str, Any]
FILES: Final = 200_000
END_SECONDS: Final = 20.0
MEGABYTE: Final = 1_000_000
SETTINGS: Final = (
    "shared_buffers=1GB",
    "effective_cache_size=4GB",
    "max_wal_size=8GB",
    "checkpoint_timeout=30min",
    "random_page_cost=1.1",
    "max_connections=200",
)
"""A State's PostgreSQL as it would be set; fsync and synchronous_commit stay on, a receipt is on the disk."""


LOAD: Final = "benchmarks.central.load"
STATION: Final = "benchmarks.sync.station"


class Ordered:
    """A process of its own that takes orders and gives figures, both as lines of JSON."""

    def __init__(self, module: str) -> None:
        """Start ``module``."""
        self._module = module
        self._process = subprocess.Popen(
            [sys.executable, "-m", module],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def ask(self, act: str, **given: Any) -> Facts:  # noqa: ANN401 whatever JSON carries
        """Give an order and wait for its figures."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"do": act, **given}).encode() + b"\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise AssertionError(f"{self._module} has ended")
        found: Facts = json.loads(line)
        return found

    @property
    def pid(self) -> int:
        """Give its number."""
        return self._process.pid

    def end(self) -> None:
        """Stop it."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            self._process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@dataclass(frozen=True, slots=True)
class Usage:
    """What a process takes."""

    megabytes: float
    cpu_seconds: float
    files: int


def usage(pid: int) -> Usage:
    """Read what the process of ``pid`` takes now."""
    place = Path(f"/proc/{pid}")
    fields = (place / "stat").read_text("ascii").rpartition(")")[2].split()
    lines = (place / "status").read_text("ascii").splitlines()
    kilobytes = next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
    ticks = int(fields[11]) + int(fields[12])
    return Usage(kilobytes * 1024 / MEGABYTE, ticks / os.sysconf("SC_CLK_TCK"), len(list((place / "fd").iterdir())))


def family_seconds(pid: int) -> float:
    """Read the processor time that a process and those that it began have taken, the ended ones included."""
    ticks = 0
    for place in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended meanwhile
            number, _, rest = place.read_text("ascii", "replace").partition(" ")
            fields = rest.rpartition(")")[2].split()
            if int(number) == pid:
                ticks += sum(map(int, fields[11:15]))
            elif int(fields[1]) == pid:
                ticks += sum(map(int, fields[11:13]))
    return ticks / os.sysconf("SC_CLK_TCK")


def many_files() -> int:
    """Let this process and those that it starts hold as many connections as the machine allows; gives how many."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(hard, FILES), max(hard, FILES)))
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return hard


@contextmanager
def cluster() -> Iterator[postgres.Cluster]:
    """Start PostgreSQL; ends the trial where there is none."""
    programs = postgres.found()
    if programs is None:
        sys.exit("no PostgreSQL server is installed here: packaging/setup.sh installs one")
    with postgres.running(programs, SETTINGS) as started:
        yield started


@contextmanager
def serving(folder: Path, url: str, processes: int) -> Iterator[list[CentreProcess]]:
    """Serve one centre from several processes over one database and one folder."""
    folder.mkdir(mode=0o700)
    make_development_certificates(folder / "tls")
    (folder / "centre.toml").write_text(f'database_url = "{url}"\n', "utf-8")
    with ExitStack() as stack:
        made = []
        for number in range(processes):
            centre = CentreProcess(folder, {}, which=f"-{number}")
            stack.callback(centre.stop)
            centre.start()
            made.append(centre)
        yield made
