"""The other half of the seeds of ``test_sync_converges``: in a file of its own, so that two workers share them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.simulation.run import live
from tests.support.simulation.world import Template, make_template

SEEDS = range(50, 100)


@pytest.fixture(scope="module")
def first_morning(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """Give a country in which everybody has signed in once."""
    return make_template(tmp_path_factory.mktemp("first-morning"))


@pytest.mark.parametrize("seed", SEEDS)
def test_stations_and_centre_converge(seed: int, first_morning: Template, tmp_path: Path) -> None:
    """After any story each item is at the centre once, whole, under its author's name, and every copy is its scope."""
    live(first_morning, tmp_path / "country", seed)
