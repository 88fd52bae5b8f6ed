"""What the tests of several parts together may ask for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.centre import HandClock, SmallCentre, small_centre
from tests.support.mail_server import MailServer, mail_server


@pytest.fixture
def clock() -> HandClock:
    """Give a clock that only the test moves."""
    return HandClock()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[MailServer]:
    """Run a mail server that insists on STARTTLS and a log-in."""
    with mail_server(tmp_path / "mail") as made:
        yield made


@pytest.fixture
def small(tmp_path: Path, clock: HandClock, database_url: str) -> Iterator[SmallCentre]:
    """Give a small centre by that clock, on each kind of database."""
    with small_centre(tmp_path / "centre", clock, database_url=database_url) as made:
        yield made
