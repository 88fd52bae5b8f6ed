"""Search by place and case, searches that an officer keeps, and what leaves of the results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from station_client.domain.alert import Category, Life
from station_client.domain.redaction import HIDDEN
from station_client.services.deeds import Deed
from station_client.services.progress import Progress
from station_client.services.saved_searches import MOST
from station_client.services.verbs import Verbs
from station_client.services.views import SavedSearch, SearchQuery
from station_client.store.replica.changes import Changes
from tests.support.casework import alert, fir
from tests.support.centre import PASSWORD, SI_A, small_centre
from tests.support.houses import Pc

CALL = "Robbery at the pump. Call 9812345678, Aadhaar 2345 6789 0123."


@pytest.fixture
def verbs(tmp_path: Path) -> Iterator[Verbs]:
    """Sign an officer in, whose copy holds five alerts: plain, protected, of a FIR not here, of a GD entry, closed."""
    firs = (fir(1), fir(2, victim_protected=True), fir(5, status="Sine Die"))
    alerts = (
        alert(0, description=CALL),
        alert(1, description=CALL),
        alert(2, description=CALL),
        alert(3, description=CALL, fir_key="", fir_shown="", gd_number="12"),
        alert(4, description=CALL, office_code="4512008", district_code="452"),
    )
    with small_centre(tmp_path / "centre") as centre, Pc(tmp_path / "a", centre.centre).house() as made:
        made.session.sign_in(SI_A, PASSWORD)
        made.sync.sync_once()
        made.session.stores().replica.feed.apply(Changes(cursor=10_000, alerts=alerts, firs=firs))
        yield made


def rows(verbs: Verbs, **narrowed: str) -> list[str]:
    """Give the FIRs of what is found, in their order."""
    return [one.fir_shown for one in verbs.search.find(replace(SearchQuery(words="robbery"), **narrowed)).lines]  # type: ignore[arg-type] # fields of a query


def test_the_states_of_cases_are_those_of_the_copy_as_the_centre_spells_them(verbs: Verbs) -> None:
    """The index folds them; the officer sees them as they came, and each narrows."""
    assert verbs.search.statuses() == ("Sine Die", "under-investigation")
    assert rows(verbs, status="Sine Die") == ["0005/2026"]
    assert rows(verbs, status="under-investigation") == ["0002/2026", "0001/2026"]


def test_a_place_narrows(verbs: Verbs) -> None:
    """By office or by district; both are found by a part of their name."""
    assert rows(verbs, office_code="4512008") == rows(verbs, district_code="452") == ["0005/2026"]
    office = verbs.session.current()
    assert office is not None
    own = office.officer.office
    found = verbs.search.places(own.name[:4].lower())
    assert own.code in {one.office_code for one in found}
    district = verbs.search.places("hard")[0]
    assert (district.name, district.district_code, district.office_code) == ("HARDOI", "150", "")
    assert verbs.search.places("  ") == ()
    assert verbs.search.places("no such place") == ()


def test_a_kept_search_is_the_officers_and_outlasts_a_sign_out(verbs: Verbs) -> None:
    """The newest stands first, the same question once, no more than twenty; what cannot be read counts as none."""
    whole = SearchQuery(
        words="chain", category=Category.SEIZURE, since=date(2026, 3, 1), lives=(Life.ACTIVE,), place="RAMPUR"
    )
    for number in range(MOST + 3):
        verbs.saved_searches.keep(SavedSearch(SearchQuery(words=f"word {number}"), days=7))
    verbs.saved_searches.keep(SavedSearch(replace(whole, typing=True)))
    verbs.saved_searches.keep(SavedSearch(SearchQuery(words="word 9"), days=7))
    verbs.session.sign_out()
    verbs.session.sign_in(SI_A, PASSWORD)
    kept = verbs.saved_searches.all()
    assert len(kept) == MOST
    assert kept[0] == SavedSearch(SearchQuery(words="word 9"), days=7)
    assert kept[1].query.place == "RAMPUR"
    assert kept[1] == SavedSearch(whole)
    assert verbs.saved_searches.forget(kept[1]) == (kept[0], *kept[2:])
    settings = verbs.session.stores().desk.settings
    for spoilt in ('[{"words": 1}]', "not json", '[{"category": "unheard-of"}]'):
        settings.put(f"searches/{SI_A}", spoilt)
        assert verbs.saved_searches.all() == ()


def test_what_leaves_names_nobody_whom_the_law_protects(verbs: Verbs) -> None:
    """Numbers are masked; a protected FIR's words stay here, and those of a FIR that nobody can look into."""
    progress = Progress()
    told = verbs.search_export.gather(SearchQuery(words="robbery"), progress)
    assert told is not None
    masked = "Robbery at the pump. Call XXXXXX5678, Aadhaar XXXX XXXX 0123."
    by_fir = {one.line.fir_shown: one.description for one in told}
    assert by_fir == {
        "0001/2026": masked,
        "0002/2026": HIDDEN,
        "0003/2026": HIDDEN,
        "": HIDDEN,
        "0005/2026": masked,
    }
    assert (progress.done, progress.whole) == (5, 5)
    verbs.search_export.exported(5, "ab" * 32)
    newest = verbs.audit.entries()[-1]
    assert (newest.act, newest.subject) == (Deed.SEARCH_EXPORTED, f"5 {'ab' * 32}")


def test_what_is_stopped_gives_nothing(verbs: Verbs) -> None:
    """And leaves no trace."""
    progress = Progress()
    progress.cancel()
    assert verbs.search_export.gather(SearchQuery(words="robbery"), progress) is None
    assert Deed.SEARCH_EXPORTED not in {one.act for one in verbs.audit.entries()}
