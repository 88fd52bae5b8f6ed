"""The ends of a line that a contract is tried over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.changed_client import Changed, changed_client
from tests.support.ends import KINDS, End, opened


@pytest.fixture(params=KINDS)
def end(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[End]:
    """Give a fresh centre and each kind of line to it, and each kind of database below it."""
    url = request.getfixturevalue("cluster").fresh() if request.param == "postgresql" else ""
    with opened(request.param, tmp_path, url) as made:
        yield made


@pytest.fixture
def changed(tmp_path: Path, database_url: str) -> Iterator[Changed]:
    """Give a changed client its line to a fresh centre on each kind of database."""
    with changed_client(tmp_path, database_url) as made:
        yield made
