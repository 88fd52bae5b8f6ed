"""The search at the centre, the fetched FIR and the pillars' events, over both databases."""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path

import pytest

from central.errors import IntakeError, Refused
from central.intake.pillars import CsvOfPillars, take_pillars
from station_client.domain.alert import Category
from station_client.domain.fir import Accused
from sync.protocol.codes import Code
from sync.protocol.enquiries import FirAsk, SearchAnswer, SearchAsk
from sync.protocol.messages import Grant
from sync.protocol.records import FirRecord, GoneRecord
from tests.support.centre import CONSTABLE_A, SI_B, STATION_A, SmallCentre, as_an_older_version_left
from tests.support.records import MOMENT, a_fir, an_alert

HEADING = "fir_key,pillar,day,event,reference,place\n"
CNR = "UPHR010012342026"


@pytest.fixture
def here(small: SmallCentre) -> Grant:
    """Give an officer of the FIRs' own State."""
    return small.sign_in(CONSTABLE_A)


@pytest.fixture
def elsewhere(small: SmallCentre) -> Grant:
    """Give an officer of another State."""
    return small.sign_in(SI_B, machine_id="machine-b")


def found(small: SmallCentre, grant: Grant, words: str = "", **ask: object) -> SearchAnswer:
    """Search as an officer."""
    return small.centre.enquiries.search(grant.access_token, SearchAsk(words=words, **ask))  # type: ignore[arg-type] # a test names the fields


def numbers(answer: SearchAnswer) -> list[int]:
    """Give the numbers of the alerts that were found, in their order."""
    return [int(one.record_number[-6:]) for one in answer.alerts]


TEXTS = {
    1: "Mohammed Aslam wanted, last seen with a red motorcycle UP32AB1234.",
    2: "मोहम्मद असलम फरार है, मोटरसाइकिल बरामद।",
    3: "Case under section 366A IPC; the girl was traced at the railway station.",
    4: "Stolen vehicles recovered; contact 9876543210.",
}


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Mohd", [2, 1]),
        ('"red motorcycle"', [1]),
        ('"motorcycle red"', []),
        ("vehicle", [4]),
        ("96 BNS", [3]),
        ("UP 32 AB 1234", [1]),
        ("98765 43210", [4]),
        ("aslam -red", [2]),
        ("motorcy*", [1]),
        ("-aslam", [4, 3]),
        ("RAMPUR", [4, 3, 2, 1]),
        ("absent", []),
    ],
)
def test_the_stations_own_query_language(small: SmallCentre, here: Grant, words: str, meant: list[int]) -> None:
    """Names in any script, phrases, other numbers, sections and their counterparts, vehicles, phones, beginnings."""
    small.put(*(an_alert(at, description=text, received_at=MOMENT + timedelta(hours=at)) for at, text in TEXTS.items()))
    assert numbers(found(small, here, words)) == meant


def test_category_days_and_number_narrow(small: SmallCentre, here: Grant) -> None:
    """Together with words or alone; a number in any form, with or without its station."""
    small.put(
        an_alert(1, fir_key=f"{STATION_A}/2026/0619", fir_shown="0619/2026"),
        an_alert(2, category=Category.SEIZURE, received_at=MOMENT + timedelta(days=3)),
    )
    assert numbers(found(small, here, category=Category.SEIZURE)) == [2]
    assert numbers(found(small, here, until="2026-08-01")) == [1]
    assert numbers(found(small, here, since="2026-08-02", until="2026-08-04", words="van")) == [2]
    assert numbers(found(small, here, fir="619/26")) == [1]
    assert numbers(found(small, here, fir=f"{STATION_A}260619")) == [1]
    assert numbers(found(small, here, office=STATION_A)) == [2, 1]
    for wrong in ({"fir": "no number"}, {"since": "yesterday"}, {"rows": 0}, {"rows": 101}):
        with pytest.raises(Refused) as refused:
            found(small, here, **wrong)
        assert refused.value.code == Code.NOT_UNDERSTOOD


def test_pages_follow_one_another(small: SmallCentre, here: Grant) -> None:
    """Each alert once, newest first, also those that came in the same minute."""
    small.put(*(an_alert(at) for at in range(1, 24)))
    seen: list[int] = []
    before = 0
    while True:
        page = found(small, here, "bridge", rows=5, before=before)
        seen += numbers(page)
        before = page.next
        if not before:
            break
    assert sorted(seen) == list(range(1, 24))
    assert len(seen) == 23


def test_what_is_withdrawn_or_changed_is_found_no_more(small: SmallCentre, here: Grant) -> None:
    """By its old words; by its new ones it is."""
    alert = an_alert(1)
    small.put(alert)
    small.put(an_alert(1, description="A blue tractor."))
    assert numbers(found(small, here, "van")) == []
    assert numbers(found(small, here, "tractor")) == [1]
    small.put(GoneRecord(sequence=0, kind="alert", key=alert.uid))
    assert numbers(found(small, here, "tractor")) == []


def test_a_firs_words_find_its_alert_unless_its_victim_is_protected(small: SmallCentre, here: Grant) -> None:
    """Whichever comes first, and again when the FIR changes; a protected one's words find nothing here."""
    fir = a_fir(form=_with_accused(a_fir(), "Zorawar Khan"))
    small.put(an_alert(1, fir_key=fir.key, fir_shown=fir.shown))
    assert numbers(found(small, here, "Zorawar")) == []
    small.put(fir)
    assert numbers(found(small, here, "जोरावर")) == [1]
    small.put(a_fir(form=_with_accused(a_fir(), "Zorawar Khan"), victim_protected=True))
    assert numbers(found(small, here, "Zorawar")) == []


def test_no_words_can_make_it_fail(small: SmallCentre, here: Grant) -> None:
    """Signs that mean something to either database are text like any other."""
    small.put(an_alert(1, description="It's \\ a 'quote' & | ! :* <-> (x) \" -- \ue000kalert \x00 end."))
    chance = random.Random(7)
    signs = "'\"\\&|!:*()<->%_-;\x00\ue000\ue001 aना१9"
    for _ in range(150):
        found(small, here, "".join(chance.choice(signs) for _ in range(chance.randint(0, 12))))
    assert numbers(found(small, here, "quote end")) == [1]


def test_the_index_is_filled_for_what_was_there_before(small: SmallCentre, here: Grant) -> None:
    """An older centre's records are found after its first start with this version, once."""
    small.put(an_alert(1), an_alert(2))
    with small.house.store.write() as unit:
        unit.findings.drop_alert(an_alert(1).uid)
    assert numbers(found(small, here, "van")) == [2]
    as_an_older_version_left(small.house)
    small.house.fill()
    assert sorted(numbers(found(small, here, "van"))) == [1, 2]


def _with_accused(fir: FirRecord, name: str) -> object:
    from dataclasses import replace  # noqa: PLC0415 one line's worth

    return replace(fir.form, accused=(Accused(name=name),))


def test_a_fir_is_fetched_with_the_feeds_rights(small: SmallCentre, here: Grant, elsewhere: Grant) -> None:
    """The own State's always; another State's only along with an alert, and never a protected victim's."""
    fir = a_fir()
    small.put(fir)
    ask = FirAsk(key=fir.key)
    assert small.centre.enquiries.fir(here.access_token, ask).fir.key == fir.key
    with pytest.raises(Refused) as refused:
        small.centre.enquiries.fir(elsewhere.access_token, ask)
    assert refused.value.code == Code.NOT_FOUND
    small.put(an_alert(1, fir_key=fir.key))
    assert small.centre.enquiries.fir(elsewhere.access_token, ask).fir.form == fir.form
    small.put(a_fir(victim_protected=True))
    with pytest.raises(Refused):
        small.centre.enquiries.fir(elsewhere.access_token, ask)
    assert small.acts()[-4:] == ("fir-fetched", "fir-not-given", "fir-fetched", "fir-not-given")


def test_pillars_events_travel_with_their_fir(small: SmallCentre, here: Grant, tmp_path: Path) -> None:
    """In the order of their days, once each however often the file comes."""
    fir = a_fir()
    small.put(fir)
    source = tmp_path / "events.csv"
    source.write_text(
        f"{HEADING}{fir.key},prison,2026-08-20,Remanded,P-17,DISTRICT JAIL HARDOI\n"
        f"{fir.key},court,2026-08-10,Cognisance taken,{CNR},CJM HARDOI\n"
    )
    assert take_pillars(small.house.store, CsvOfPillars(source)) == (2, 1)
    assert take_pillars(small.house.store, CsvOfPillars(source)) == (2, 0)
    page = small.centre.changes(here.access_token, since=0, rows=500)
    told = next(one for one in page.records if isinstance(one, FirRecord))
    assert [(one.pillar, one.reference) for one in told.events] == [("court", CNR), ("prison", "P-17")]


@pytest.mark.parametrize(
    "row",
    [
        "{key},court,2026-08-10,Cognisance,UPHR01,CJM",
        "{key},church,2026-08-10,Sermon,,",
        "{key},prison,10/08/2026,Remanded,,",
        "{key},prison,2026-08-10,,,",
        "31682034/2026/9999,prison,2026-08-10,Remanded,,",
    ],
)
def test_an_event_that_cannot_be_is_refused_by_line(small: SmallCentre, tmp_path: Path, row: str) -> None:
    """A CNR of other than sixteen signs, an unknown pillar, no day, no event, no such FIR: nothing is kept."""
    fir = a_fir()
    small.put(fir)
    source = tmp_path / "events.csv"
    source.write_text(f"{HEADING}{fir.key},prison,2026-08-01,Admitted,,\n{row.format(key=fir.key)}\n")
    with pytest.raises(IntakeError) as refused:
        take_pillars(small.house.store, CsvOfPillars(source))
    assert refused.value.line == 3
    with small.house.store.read() as unit:
        held = unit.records.one("fir", fir.key)
    assert isinstance(held, FirRecord)
    assert held.events == ()
