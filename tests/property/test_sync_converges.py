"""Whatever befalls the line and both ends, stations and centre come to agree: none lost, none doubled, none misnamed.

Each seed is a story of writing and changing alerts over a line that cuts at any byte, loses, doubles and holds up, with
clocks that jump, restarts of either end and a centre that comes back from an older copy (``tests/support/simulation``).
A failing seed prints its story. The other half of the seeds is in ``test_sync_converges_too``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from station_client.store.desk.tables import outbox
from tests.support.lines import Fault
from tests.support.simulation.acts import amid, hear, sync, write
from tests.support.simulation.run import STEPS, DivergedError, live, settle
from tests.support.simulation.verdict import judge
from tests.support.simulation.world import Country, Template, country, make_template

SEEDS = (*range(50), 2103, 5145)


@pytest.fixture(scope="module")
def first_morning(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """Give a country in which everybody has signed in once."""
    return make_template(tmp_path_factory.mktemp("first-morning"))


@pytest.mark.parametrize("seed", SEEDS)
def test_stations_and_centre_converge(seed: int, first_morning: Template, tmp_path: Path) -> None:
    """After any story each item is at the centre once, whole, under its author's name, and every copy is its scope."""
    live(first_morning, tmp_path / "country", seed)


def test_news_bring_what_others_wrote(first_morning: Template, tmp_path: Path) -> None:
    """In good weather the story's own act does what it is there for: alerts come with the news, without a round."""
    with country(first_morning, tmp_path / "country", "0") as land:
        one, other = land.places[:2]
        for _ in range(4):
            write(land, one)
            sync(land, one)
            hear(land, other)
        assert land.heard
        settle(land)
        judge(land)


def test_what_is_written_in_the_middle_of_a_round_overtakes_it(first_morning: Template, tmp_path: Path) -> None:
    """In good weather the story's own act does what it is there for: the centre's word comes while a round is held."""
    with country(first_morning, tmp_path / "country", "0") as land:
        told = [amid(land, land.places[0]) for _ in range(8)]
        assert set(told) <= {"good", "good; the round was over before anything was written"}
        assert land.overtook
        settle(land)
        judge(land)


def test_a_failing_seed_prints_its_story(
    first_morning: Template, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where an item is lost at the end, the seed, each step and what befell the line are told, and what is wrong."""

    def lose(land: Country) -> None:
        settle(land)
        for place in land.places:
            with place.here.stores.desk.drafts._database.write() as connection:  # no verb loses an item
                connection.execute(outbox.delete())

    monkeypatch.setattr("tests.support.simulation.run.settle", lose)
    with pytest.raises(DivergedError) as told:
        live(first_morning, tmp_path / "country", 3)
    first, *story, last = str(told.value).splitlines()
    assert (first, last) == ("seed 3", "AssertionError: an item is lost or made up")
    assert [line.split(".")[0] for line in story if line[0].isdigit()] == [str(at) for at in range(STEPS)]
    assert any(": write" in line for line in story)
    assert any(line.startswith("    ") and line.endswith(tuple(Fault)) for line in story)
    assert "the weather clears" in story
