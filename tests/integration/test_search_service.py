"""What the search gives a face: the words around what met, and alerts of one state alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from station_client.domain.alert import Category, Life
from station_client.services.verbs import Verbs
from station_client.services.views import AlertLine, SearchQuery
from tests.support.centre import PASSWORD, SI_A, SmallCentre, small_centre
from tests.support.houses import Pc

WORDS = (
    "Two men snatched a chain on the road. They fled towards the river on a motorcycle that nobody knew. "
    "Later inquiry showed that मोहम्मद आरिफ़ was seen near the temple; case u/s 366A IPC."
)


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[SmallCentre]:
    """Open a small centre."""
    with small_centre(tmp_path / "centre") as made:
        yield made


@pytest.fixture
def verbs(tmp_path: Path, centre: SmallCentre) -> Iterator[Verbs]:
    """Sign an officer in, whose alert has gone to the centre and come back."""
    with Pc(tmp_path / "a", centre.centre).house() as made:
        made.session.sign_in(SI_A, PASSWORD)
        draft = replace(made.drafts.begin(), fir_text="12/26", category=Category.HIGH_ALERT, description=WORDS)
        made.drafts.submit(made.drafts.save(draft).draft_id)
        made.sync.sync_once()
        made.sync.sync_once()
        yield made


def found(verbs: Verbs, query: SearchQuery) -> list[AlertLine]:
    """Give the lines of a search."""
    return list(verbs.search.find(query).lines)


def test_a_line_shows_the_words_around_what_met(verbs: Verbs) -> None:
    """The first sentence where it met there; else the words around, with dots for what is left out."""
    assert found(verbs, SearchQuery(words="chain"))[0].headline == "Two men snatched a chain on the road"
    shown = found(verbs, SearchQuery(words="mohd"))[0].headline
    assert shown.startswith("… ")
    assert "मोहम्मद" in shown
    assert "366A IPC" in found(verbs, SearchQuery(words="BNS 96"))[0].headline


def test_a_word_that_is_half_typed_finds_already(verbs: Verbs) -> None:
    """Only while one types; it is the same question afterwards."""
    assert found(verbs, SearchQuery(words="motorc")) == []
    assert len(found(verbs, SearchQuery(words="motorc", typing=True))) == 1
    assert SearchQuery(words="motorc", typing=True) == SearchQuery(words="motorc")


def test_alerts_of_one_state_alone(verbs: Verbs) -> None:
    """An active one is not among the cancelled."""
    assert len(found(verbs, SearchQuery(words="chain", lives=(Life.ACTIVE, Life.CORRECTED)))) == 1
    assert found(verbs, SearchQuery(words="chain", lives=(Life.RECALLED,))) == []
    assert found(verbs, SearchQuery(words="chain", status="closed")) == []
