"""A real PostgreSQL for the tests: a cluster of their own in a temporary folder, behind a socket of its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import create_engine, text

from central.store.unit import Store

SERVICE_USER = "postgres"
TEMPLATE = "template_of_a_centre"
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
SAFE = ("fsync=on",)
_DEBIAN = Path("/usr/lib/postgresql")


def found() -> Path | None:
    """Find the newest PostgreSQL server's programs; None where none is installed."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    versions = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda one: int(one.parts[-3]))
    return versions[-1].parent if versions else None


@dataclass
class Cluster:
    """A running PostgreSQL; ``kill`` and ``start`` are a crash and what a service manager does about it."""

    folder: Path
    programs: Path
    settings: tuple[str, ...] = FAST
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)
    _made: int = 0
    _template: bool = False

    def url(self, database: str) -> str:
        """Name a database as SQLAlchemy wants it."""
        return f"postgresql+psycopg://{SERVICE_USER}@/{database}?host={self.folder}"

    @property
    def pid(self) -> int:
        """Give the number of the server's first process; one for each connection stands below it."""
        if self._process is None:
            raise AssertionError("PostgreSQL is not running")
        return self._process.pid

    def start(self) -> None:
        """Start the server and wait until it takes connections."""
        options = [part for one in self.settings for part in ("-c", one)]
        where = ("-D", str(self.folder / "data"), "-k", str(self.folder), "-c", "listen_addresses=")
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                (str(self.programs / "postgres"), *where, *options),
                stdout=log,
                stderr=log,
                user=_service_user(),
                group=_service_user(),
            )
        waiting = (str(self.programs / "pg_isready"), "-q", "-h", str(self.folder), "-t", "1")
        while subprocess.run(waiting, check=False).returncode:
            if self._process.poll() is not None:
                raise AssertionError((self.folder / "log").read_text())

    def kill(self) -> None:
        """End every process of the server at once, as a power cut would."""
        if self._process is not None:
            process, self._process = self._process, None
            process.kill()
            process.wait()

    def stop(self) -> None:
        """End the server in order, whoever is still connected."""
        if self._process is not None:
            process, self._process = self._process, None
            process.send_signal(signal.SIGINT)
            process.wait()

    def fresh(self) -> str:
        """Make a database with a centre's empty tables, and name it."""
        self._made += 1
        name = f"centre_{os.getpid()}_{self._made}"
        if not self._template:
            self._do(f"CREATE DATABASE {TEMPLATE}")
            Store(self.url(TEMPLATE)).close()
            self._template = True
        self._do(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
        return self.url(name)

    def bare(self) -> str:
        """Make a database with nothing in it, and name it."""
        self._made += 1
        name = f"bare_{os.getpid()}_{self._made}"
        self._do(f"CREATE DATABASE {name}")
        return self.url(name)

    def _do(self, statement: str) -> None:
        engine = create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()


@contextmanager
def running(programs: Path, settings: tuple[str, ...] = FAST) -> Iterator[Cluster]:
    """Make a cluster in a short-named folder (a socket's path is), start it, and throw it away at the end."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, SERVICE_USER, SERVICE_USER)
        where = (str(programs / "initdb"), "-D", str(folder / "data"), "--no-sync")
        made = subprocess.run(
            (*where, "-U", SERVICE_USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"),
            capture_output=True,
            text=True,
            check=False,
            user=_service_user(),
            group=_service_user(),
        )
        if made.returncode:
            raise AssertionError(made.stderr)
        cluster = Cluster(folder, programs, settings)
        cluster.start()
        try:
            yield cluster
        finally:
            cluster.stop()
    finally:
        shutil.rmtree(folder)


def _service_user() -> str | None:
    """Say as whom the server runs: it refuses to be root."""
    return SERVICE_USER if os.geteuid() == 0 else None
