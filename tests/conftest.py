"""What every test may ask for: a real PostgreSQL, a small centre, a PC; and a word where something was not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import postgres
from tests.support.centre import SmallCentre, small_centre
from tests.support.houses import Pc

DATABASES = ("sqlite", "postgresql")
NO_CHROMIUM = "no Chromium is installed here: packaging/setup.sh installs one"
NO_NGINX = "no nginx is installed here: packaging/setup.sh installs one"
NO_POSTGRESQL = "no PostgreSQL server is installed here: packaging/setup.sh installs one"


@pytest.fixture(scope="session")
def cluster() -> Iterator[postgres.Cluster]:
    """Give a running PostgreSQL of this test process's own."""
    programs = postgres.found()
    if programs is None:
        pytest.skip(NO_POSTGRESQL)
    with postgres.running(programs) as started:
        yield started


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give a fresh database of each kind that a centre may stand on."""
    if request.param == "sqlite":
        folder = tmp_path / "centre"
        folder.mkdir()
        return f"sqlite:///{folder / 'centre.db'}"
    cluster: postgres.Cluster = request.getfixturevalue("cluster")
    return cluster.fresh()


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[SmallCentre]:
    """Open a small centre."""
    with small_centre(tmp_path / "centre") as made:
        yield made


@pytest.fixture
def pc(tmp_path: Path, centre: SmallCentre) -> Pc:
    """Set up a PC that nobody has used."""
    return Pc(tmp_path / "pc", centre.centre)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say aloud which of the centre's tests did not run, where they did not."""
    skipped = terminalreporter.stats.get("skipped", [])
    for missing in (NO_POSTGRESQL, NO_CHROMIUM, NO_NGINX):
        if any(missing in str(one.longrepr) for one in skipped):
            terminalreporter.write_line(f"NOT TESTED: {missing}", red=True, bold=True)
