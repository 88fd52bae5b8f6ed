"""The replica on real SQLCipher: what goes in with a page comes out again, found in every way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from station_client.domain.alert import Alert, Category, Life
from station_client.domain.ids import AlertUid, OfficeCode
from station_client.domain.office import District, Office, OfficeKind, State
from station_client.errors import StoreError
from station_client.events import Part
from station_client.store.replica import Replica, open_replica
from station_client.store.replica.changes import Changes, Gone
from tests.support.casework import NOON, alert, fir

KEY = bytes(range(32))


@pytest.fixture
def replica(tmp_path: Path) -> Iterator[Replica]:
    """Open a fresh copy."""
    opened = open_replica(tmp_path / "replica.db", KEY)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replica]:
    """Open a copy that holds a few telling alerts, read only by the tests."""
    opened = open_replica(tmp_path_factory.mktemp("copy") / "replica.db", KEY)
    opened.feed.apply(Changes(cursor=9, alerts=TELLING))
    yield opened
    opened.close()


ROBBERY, HINDI, URDU, SEIZURE, ELSEWHERE = TELLING = (
    alert(0, description="Armed robbery at a petrol pump by Mohammed Arif. Black motorcycle UP-78 AB 1234."),
    alert(1, description="मोहम्मद आरिफ़ ने ज़मीन के झगड़े में हत्या की। सोने के गहने लूटे।"),
    alert(2, description="محمد عارف گرفتار", category=Category.INTERSTATE),
    alert(3, description="Twelve vehicles recovered, gold ornaments among them", category=Category.SEIZURE),
    alert(
        4,
        description="Gold chain snatched",
        district_code="4-5 2",
        district_name="Nadigaon",
        office_code=OfficeCode("77"),
        fir_key="77/2026/0001",
        fir_shown="0001/2026",
        received_at=NOON + timedelta(days=40),
    ),
)


def found(replica: Replica, words: str = "", **narrowed: object) -> list[Alert]:
    """Search, and give the alerts."""
    return [one.alert for one in replica.search.find(words=words, **narrowed).rows]  # type: ignore[arg-type] # as the test says


def test_a_page_and_its_cursor_go_in_together(replica: Replica) -> None:
    """What the centre said is there after one page, and the copy knows how far it is."""
    state, district = State("45", "Uttarvan"), District("451", "45", "Sundarpur")
    office = Office(
        OfficeCode("4512007"), OfficeKind.POLICE_STATION, "MAHILA THANA", "451", "45", mobile="+919812345678"
    )
    page = Changes(
        cursor=7, alerts=(alert(),), firs=(fir(1),), states=(state,), districts=(district,), offices=(office,)
    )
    applied = replica.feed.apply(page)
    assert applied.parts == {Part.ALERTS, Part.FIRS, Part.DIRECTORY}
    assert replica.feed.cursor() == 7
    assert replica.alerts.one(alert().uid) == alert()
    assert replica.firs.one(fir(1).key) == fir(1)
    assert replica.directory.states() == (state,)
    assert replica.directory.districts("45") == (district,)
    assert replica.directory.offices("451") == (office,)
    assert replica.directory.office(office.code) == office
    assert replica.directory.office(OfficeCode("none")) is None


def test_a_page_that_fails_leaves_nothing(replica: Replica) -> None:
    """Neither a record nor the cursor of a page that could not be stored whole."""
    broken = replace(alert(1), description=None)  # type: ignore[arg-type] # what no mapping would let through
    with pytest.raises(AttributeError):
        replica.feed.apply(Changes(cursor=5, alerts=(alert(0), broken)))
    assert replica.feed.cursor() == 0
    assert replica.alerts.one(alert(0).uid) is None
    assert found(replica, "robbery") == []


def test_a_page_may_come_twice_and_an_old_one_late(replica: Replica) -> None:
    """The sequence decides: a repeat changes nothing, an older state of an alert neither."""
    newer = alert(0, sequence=9, version=2, life=Life.RECALLED, description="Recalled: nothing was robbed")
    replica.feed.apply(Changes(cursor=9, alerts=(newer,)))
    again = replica.feed.apply(Changes(cursor=9, alerts=(newer, alert(0))))
    assert again.parts == frozenset()
    assert replica.alerts.one(newer.uid) == newer
    assert found(replica, "petrol") == []


def test_the_newest_of_a_page_counts(replica: Replica) -> None:
    """An alert that stands twice in one page is stored once, as it is last."""
    later = alert(0, sequence=3, description="corrected text")
    replica.feed.apply(Changes(cursor=3, alerts=(later, alert(0, sequence=2))))
    assert [one.alert for one in replica.alerts.page()] == [later]


def test_a_changed_alert_keeps_its_row_and_changes_its_words(replica: Replica) -> None:
    """A list does not jump, and the old words find nothing."""
    replica.feed.apply(Changes(cursor=1, alerts=(alert(0),)))
    row = replica.alerts.page()[0].row
    changed = alert(0, sequence=5, category=Category.SEIZURE, description="Motorcycle recovered")
    assert replica.feed.apply(Changes(cursor=5, alerts=(changed,))).parts == {Part.ALERTS}
    assert replica.alerts.page()[0].row == row
    assert found(replica, "robbery") == []
    assert found(replica, "recovered", category=Category.SEIZURE) == [changed]
    assert replica.alerts.page(category=Category.HEINOUS_CRIME) == ()


def test_new_high_alerts_are_told_once(replica: Replica) -> None:
    """An update of one is no new one."""
    high = alert(0, category=Category.HIGH_ALERT)
    assert replica.feed.apply(Changes(cursor=1, alerts=(high, alert(1)))).new_high_alerts == (high.uid,)
    assert replica.feed.apply(Changes(cursor=2, alerts=(replace(high, sequence=8),))).new_high_alerts == ()


def test_what_is_withdrawn_is_gone_everywhere(replica: Replica) -> None:
    """From its list, from the index, and from the directory; an unknown kind withdraws nothing."""
    state, district = State("45", "U"), District("451", "45", "S")
    page = Changes(cursor=1, alerts=(alert(0), alert(1)), firs=(fir(1),), states=(state,), districts=(district,))
    replica.feed.apply(page)
    named = {"alert": alert(0).uid, "fir": fir(1).key, "state": "45", "district": "451", "moon": "1", "office": "?"}
    gone = tuple(Gone(kind, key) for kind, key in named.items())
    assert replica.feed.apply(Changes(cursor=2, gone=gone)).parts == {Part.ALERTS, Part.FIRS, Part.DIRECTORY}
    assert replica.alerts.one(alert(0).uid) is None
    assert found(replica, "robbery") == [alert(1)]
    assert replica.firs.one(fir(1).key) is None
    assert replica.directory.states() == ()
    assert replica.directory.districts("45") == ()
    assert replica.feed.apply(Changes(cursor=3, gone=gone)).parts == frozenset()


def test_pages_go_on_where_the_last_one_ended(replica: Replica) -> None:
    """Newest first by the centre's time; many of one minute all have a row."""
    many = tuple(alert(number, received_at=NOON + timedelta(minutes=number // 300)) for number in range(1200))
    replica.feed.apply(Changes(cursor=1, alerts=many))
    seen: list[AlertUid] = []
    before: int | None = None
    while page := replica.alerts.page(before=before, limit=500):
        seen += [one.alert.uid for one in page]
        before = page[-1].row
    assert sorted(seen) == sorted(one.uid for one in many)
    moments = [many[[one.uid for one in many].index(uid)].received_at for uid in seen[::100]]
    assert moments == sorted(moments, reverse=True)


def test_the_recent_ones_of_a_window_are_counted(replica: Replica) -> None:
    """By category and since a moment, newest first."""
    replica.feed.apply(Changes(cursor=1, alerts=tuple(alert(number) for number in range(3))))
    assert replica.alerts.recent(Category.HEINOUS_CRIME, NOON + timedelta(minutes=1)) == (alert(2).uid, alert(1).uid)
    assert replica.alerts.recent(Category.SEIZURE, NOON) == ()


def test_firs_of_one_short_number(replica: Replica) -> None:
    """The short form names one FIR of each station, in any writing of it."""
    other = fir(7, key="77/2026/0007", station_code="77", registered_at=NOON + timedelta(days=1))
    replica.feed.apply(Changes(cursor=1, firs=(fir(7), other, fir(8))))
    assert replica.firs.by_short("7/26") == (other, fir(7))
    assert replica.firs.by_short("०००७/२०२६", "4512007") == (fir(7),)
    replica.feed.apply(Changes(cursor=2, firs=(fir(7, sequence=99, status="closed"),)))
    assert replica.firs.by_short("0007/2026", "4512007")[0].status == "closed"


def test_starting_over_forgets_everything(replica: Replica) -> None:
    """After it the centre's pages build the copy anew."""
    replica.feed.apply(Changes(cursor=5, alerts=(alert(0),), firs=(fir(1),)))
    replica.feed.start_over()
    assert replica.feed.cursor() == 0
    assert replica.alerts.page() == ()
    assert found(replica, "robbery") == []
    replica.feed.apply(Changes(cursor=1, alerts=(alert(0),)))
    assert found(replica, "robbery") == [alert(0)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("robbery", [ROBBERY]),
        ("ROBBERY petrol", [ROBBERY]),
        ('"black motorcycle"', [ROBBERY]),
        ('"motorcycle black"', []),
        ("vehicle", [SEIZURE]),
        ("जमीन", [HINDI]),
        ("ज़मीन", [HINDI]),
        ("हत्या", [HINDI]),
        ("Mohd", [URDU, HINDI, ROBBERY]),
        ("मोहम्मद", [URDU, HINDI, ROBBERY]),
        ("محمد", [URDU, HINDI, ROBBERY]),
        ("gold", [ELSEWHERE, SEIZURE]),
        ("gold -chain", [SEIZURE]),
        ("-gold -mohd", []),
        ("veh*", [SEIZURE]),
        ("motor*", [ROBBERY]),
        ("UP-78", [ROBBERY]),
        ("up78", []),
        ("0001/2026", [ELSEWHERE, ROBBERY]),
        ("CM-2026-000003", [SEIZURE]),
        ("mahila thana", [ELSEWHERE, SEIZURE, URDU, HINDI, ROBBERY]),
        ("no such thing", []),
    ],
)
def test_words_find_alerts_in_any_script(filled: Replica, words: str, expected: list[Alert]) -> None:
    """Newest first; names across scripts, everything else as written."""
    assert found(filled, words) == expected


@pytest.mark.parametrize(
    "typed",
    ["1/2026", "0001/2026", "FIR No. 0001 of 2026", "1/26", "4512007260001", "4512007/2026/0001", "०००१/२०२६"],
)
def test_a_fir_number_is_found_in_every_form(filled: Replica, typed: str) -> None:
    """The short forms find every station's, the full ones their own."""
    expected = [ROBBERY] if typed.startswith("4512007") else [ELSEWHERE, ROBBERY]
    assert found(filled, fir_numbers=(typed,)) == expected


def test_category_dates_and_places_narrow(filled: Replica) -> None:
    """Alone and together; the first moment is included, the last is not."""
    assert found(filled, category=Category.SEIZURE) == [SEIZURE]
    assert found(filled, district_code="4-5 2") == [ELSEWHERE]
    assert found(filled, office_code="77", words="gold") == [ELSEWHERE]
    assert found(filled, since=NOON + timedelta(days=40)) == [ELSEWHERE]
    hour: dict[str, object] = {"since": NOON + timedelta(minutes=1), "until": NOON + timedelta(minutes=3)}
    assert found(filled, "", **hour) == [URDU, HINDI]
    assert found(filled, "mohd", category=Category.INTERSTATE, **hour) == [URDU]
    assert found(filled, "gold", category=Category.JAIL_BREAK, **hour) == []


def test_results_page_and_are_counted_up_to_a_cap(replica: Replica) -> None:
    """Pages do not overlap; the count stands for all of them and stops at 10,000."""
    same = tuple(alert(number, description="stolen") for number in range(10_001))
    replica.feed.apply(Changes(cursor=1, alerts=same[:120]))
    first = replica.search.find(words="stolen", limit=100)
    rest = replica.search.find(words="stolen", limit=100, before=first.rows[-1].row)
    assert (len(first.rows), len(rest.rows), first.count, rest.count) == (100, 20, 120, 120)
    assert first.terms == ("stolen", "stolens")
    replica.feed.apply(Changes(cursor=2, alerts=same))
    capped = replica.search.find(words="stolen", limit=1)
    assert (capped.count, capped.capped) == (10_000, True)


def test_beginnings_are_completed_by_the_commonest_words(filled: Replica) -> None:
    """Never by a tag or a name's key."""
    assert filled.search.likely("go") == ("gold",)
    assert filled.search.likely("kal") == ()
    assert filled.search.likely("mhm") == ()
    assert filled.search.likely("") == ()


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.text() | st.text('ab"*-():^+{}~\\ \0\u0964कि', max_size=40),
    number=st.text(max_size=20),
    code=st.text(max_size=8),
    start=st.datetimes(),
)
def test_no_search_fails(filled: Replica, words: str, number: str, code: str, start: object) -> None:
    """Whatever is typed into whichever field."""
    try:
        result = filled.search.find(words=words, fir_numbers=(number,), district_code=code, office_code=code)
        filled.search.find(words=words)
        filled.search.find(fir_numbers=(number,))
        filled.firs.by_short(number, code)
        filled.search.likely(words)
    except StoreError as wrong:
        pytest.fail(f"{wrong!r} {start}")
    assert result.count >= len(result.rows)
