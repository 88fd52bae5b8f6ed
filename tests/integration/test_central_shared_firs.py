"""What another State registered goes along with that State's own alerts: nobody else's alert takes it anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from central.errors import Refused
from central.store.findings import Findings
from sync.protocol.codes import Outcome
from sync.protocol.enquiries import FirAsk, SearchAsk
from sync.protocol.messages import Grant, PushItem
from sync.protocol.records import AlertRecord, FirRecord, GoneRecord
from tests.support.centre import SI_A, SI_B, HandClock, SmallCentre, an_item, as_an_older_version_left, small_centre
from tests.support.records import a_fir, an_alert

KEY = a_fir().key
A_WORD_OF_IT = "motorcycle"


@pytest.fixture
def small(tmp_path: Path, database_url: str) -> Iterator[SmallCentre]:
    """Give a small centre that has a FIR of Uttar Pradesh, over each database."""
    with small_centre(tmp_path / "centre", HandClock(), database_url=database_url) as made:
        made.put(a_fir())
        yield made


@pytest.fixture
def theirs(small: SmallCentre) -> Grant:
    """Sign in an officer of Uttarakhand."""
    return small.sign_in(SI_B, machine_id="machine-b")


def naming(author: str) -> PushItem:
    """Write an alert that names the FIR, and has none of its words."""
    return an_item(author, fir_key=KEY, fir_shown="0619/2026", description="A white van, last seen on the highway.")


def told(small: SmallCentre, grant: Grant) -> list[str]:
    """Say what of the FIR an office has by the feed, by its key, and by a word of it."""
    records = small.centre.changes(grant.access_token, since=0, rows=500).records
    found = ["feed" for one in records if isinstance(one, FirRecord)]
    with suppress(Refused):
        small.centre.enquiries.fir(grant.access_token, FirAsk(key=KEY))
        found.append("key")
    asked = SearchAsk(words=A_WORD_OF_IT, fir="", category="", district="", office="", since="", until="")
    return found + ["word" for _ in small.centre.enquiries.search(grant.access_token, asked).alerts]


def test_to_name_another_states_fir_brings_nothing_of_it(small: SmallCentre, theirs: Grant) -> None:
    """Numbers are easily guessed: whoever may send an alert must not get a FIR of any State by naming it."""
    assert small.push_one(theirs, naming(SI_B)).outcome == Outcome.RECEIVED
    assert told(small, theirs) == []
    small.put(an_alert(7, state_code="05", fir_key=KEY), a_fir(version=2))
    assert told(small, theirs) == []


def test_its_own_states_alert_takes_it_along_and_the_last_one_calls_it_back(small: SmallCentre, theirs: Grant) -> None:
    """Whatever other States name meanwhile."""
    small.push_one(theirs, naming(SI_B))
    ours = naming(SI_A)
    small.push_one(small.sign_in(), ours)
    assert told(small, theirs) == ["feed", "key", "word"]
    small.put(GoneRecord(sequence=0, kind="alert", key=ours.item_id))
    assert told(small, theirs) == []


def test_what_an_older_version_sent_round_is_called_back(small: SmallCentre, theirs: Grant) -> None:
    """Once, before the centre answers; what its own State named stays."""
    kept = a_fir(620)
    small.put(kept, an_alert(8, fir_key=kept.key))
    small.push_one(theirs, naming(SI_B))
    with small.house.store.write() as unit:
        ((row, fir),) = unit.records._sharing._there((KEY,)).values()
        unit.records._sharing._tell(row, fir, open_now=True)
    assert "key" in told(small, theirs)
    as_an_older_version_left(small.house)
    small.house.fill()
    records = small.centre.changes(theirs.access_token, since=0, rows=500).records
    assert [one.key for one in records if isinstance(one, FirRecord)] == [kept.key]
    assert [one.key for one in records if isinstance(one, GoneRecord)] == [KEY]
    assert len([one for one in records if isinstance(one, AlertRecord)]) == 2


def test_only_other_states_alerts_are_indexed_anew_when_a_fir_is_called_back(
    small: SmallCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing changes for its own State's: an upgraded centre with a million of them must not be busy for an hour."""
    ours, other = an_alert(8, fir_key=KEY), an_alert(9, fir_key=KEY, state_code="05")
    small.put(ours, other)
    as_an_older_version_left(small.house)
    indexed, put = [], Findings.put_alert

    def noted(self: Findings, alert: AlertRecord, fir: FirRecord | None) -> None:
        indexed.append(alert.uid)
        put(self, alert, fir)

    monkeypatch.setattr(Findings, "put_alert", noted)
    with small.house.store.write() as unit:
        while unit.records.guard(500):
            pass
    assert indexed == [other.uid]
