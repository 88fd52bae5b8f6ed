"""An alert is found by what its FIR says, by its life and by the case's status; never by who informed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from station_client.domain.alert import Alert, Life
from station_client.domain.fir import Accused, ActSection, Complainant, Fir
from station_client.store.replica import Replica, open_replica
from station_client.store.replica.changes import Changes, Gone
from tests.support.casework import alert, fir

KEY = bytes(range(32))
INFORMANT = Complainant(name="Sunita Devi", relative="Ramdhari")
CONTENTS = "Sunita Devi said that a Yamaha was taken near the canal. सुनीता ने कहा। Call 9812345678."


@pytest.fixture
def replica(tmp_path: Path) -> Iterator[Replica]:
    """Open a fresh copy."""
    opened = open_replica(tmp_path / "replica.db", KEY)
    yield opened
    opened.close()


def told(number: int = 1, *, contents: str = CONTENTS, **changed: object) -> Fir:
    """Give the FIR of alert ``number - 1``."""
    plain = fir(number, **changed)
    acts = (ActSection("BNS", "309(4)"),)
    accused = (Accused(name="Kalicharan Paswan", alias="Tillu"),)
    return replace(
        plain, form=replace(plain.form, contents=contents, complainant=INFORMANT, acts=acts, accused=accused)
    )


def found(replica: Replica, words: str = "", **narrowed: object) -> list[Alert]:
    """Search, and give the alerts."""
    return [one.alert for one in replica.search.find(words=words, **narrowed).rows]  # type: ignore[arg-type] # as the test says


@pytest.mark.parametrize("fir_first", [True, False])
def test_an_alert_is_found_by_its_firs_words(replica: Replica, *, fir_first: bool) -> None:
    """Whichever came first; an alert of another FIR is not."""
    pages = [Changes(cursor=1, firs=(told(),)), Changes(cursor=2, alerts=(alert(0), alert(1)))]
    for page in pages if fir_first else reversed(pages):
        replica.feed.apply(page)
    for words in ("yamaha", "canal motorcycle", "309(4)", "कालीचरण", "tillu", "yam*"):
        assert found(replica, words) == [alert(0)], words
    assert found(replica, "robbery") == [alert(1), alert(0)]


def test_nobody_is_found_by_who_informed(replica: Replica) -> None:
    """Neither as written nor in another script; nor by a telephone number in the contents."""
    replica.feed.apply(Changes(cursor=1, alerts=(alert(0),), firs=(told(),)))
    for words in ("sunita", "Sunita", "सुनीता", "devi", "ramdhari", "9812345678", "suni*"):
        assert found(replica, words) == [], words
    assert replica.search.likely("suni") == ()


def test_of_a_protected_victims_fir_the_contents_are_not_in_the_index(replica: Replica) -> None:
    """Its sections and its accused are."""
    replica.feed.apply(Changes(cursor=1, alerts=(alert(0),), firs=(told(victim_protected=True),)))
    assert found(replica, "yamaha") == found(replica, "canal") == []
    assert found(replica, "kalicharan") == found(replica, '"309(4)"') == [alert(0)]


def test_a_changed_or_withdrawn_fir_takes_its_words_along(replica: Replica) -> None:
    """The old words find nothing, and are no longer proposed."""
    replica.feed.apply(Changes(cursor=1, alerts=(alert(0),), firs=(told(),)))
    replica.feed.apply(Changes(cursor=9, firs=(told(sequence=9, contents="A tractor was taken."),)))
    assert found(replica, "yamaha") == []
    assert found(replica, "tractor") == [alert(0)]
    replica.feed.apply(Changes(cursor=10, gone=(Gone("fir", told().key),)))
    assert found(replica, "tractor") == []
    assert replica.search.likely("trac") == ()
    assert found(replica, "robbery") == [alert(0)]
    replica.feed.apply(Changes(cursor=11, gone=(Gone("alert", alert(0).uid),)))
    assert replica.search.likely("robb") == ()


def test_life_and_status_narrow(replica: Replica) -> None:
    """Any of several lives; the status that the FIR has now."""
    lives = {0: Life.ACTIVE, 1: Life.LOCATED, 2: Life.EXPIRED}
    alerts = tuple(alert(number, life=life) for number, life in lives.items())
    replica.feed.apply(Changes(cursor=1, alerts=alerts, firs=(told(1, status="charge sheeted"), told(2))))
    assert found(replica, lives=("active",)) == [alerts[0]]
    assert found(replica, "robbery", lives=("expired", "located")) == [alerts[2], alerts[1]]
    assert found(replica, status="charge sheeted") == [alerts[0]]
    assert found(replica, "robbery", status="under-investigation", lives=("located",)) == [alerts[1]]
    replica.feed.apply(Changes(cursor=9, firs=(told(1, sequence=9, status="closed"),)))
    assert found(replica, status="charge sheeted") == []
    assert found(replica, status="closed") == [alerts[0]]


def test_a_text_cannot_pass_for_a_facet(replica: Replica) -> None:
    """Private signs of a text are taken out before it goes into the index."""
    replica.feed.apply(Changes(cursor=1, alerts=(alert(0, description="\ue000lexpired \ue001mhmd क robbery"),)))
    assert found(replica, lives=("expired",)) == found(replica, "Mohammed") == []
    assert len(found(replica, "lexpired")) == 1


def test_the_index_is_filled_from_the_newest_on(tmp_path: Path) -> None:
    """Meanwhile it says from when on it finds, and what the feed brings is found at once."""
    path = tmp_path / "replica.db"
    opened = open_replica(path, KEY)
    opened.feed.apply(Changes(cursor=1, alerts=tuple(alert(number) for number in range(1200)), firs=(told(),)))
    opened.feed.put_setting("index", "of an older program")
    opened.close()
    again = open_replica(path, KEY)
    assert again.filling.step()
    since = again.filling.since()
    assert since == alert(700).received_at
    assert again.search.find(words="robbery").count == 500
    late = alert(3, sequence=5000, description="Gold chain")
    again.feed.apply(Changes(cursor=2, alerts=(late,), firs=(told(1, sequence=5000),)))
    assert found(again, "gold") == [late]
    while again.filling.step():
        pass
    assert again.filling.since() is None
    again.search.tidy()
    assert found(again, "gold") == [late]
    assert found(again, "yamaha") == [alert(0)]
    assert again.search.find(words="robbery").count == 1199
    again.close()
