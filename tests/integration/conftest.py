"""What the tests of several parts together may ask for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.centre import HandClock, SmallCentre, small_centre


@pytest.fixture
def small(tmp_path: Path, database_url: str) -> Iterator[SmallCentre]:
    """Give a small centre on each kind of database."""
    with small_centre(tmp_path / "centre", HandClock(), database_url=database_url) as made:
        yield made
