"""An alert that names a FIR in its words alone tells as little of whom that FIR protects as one that is of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from central.intake.pages import put_page
from central.store import wordings
from station_client.domain.redaction import HIDDEN
from sync.protocol.records import AlertRecord, FileRecord, Record
from tests.support.centre import (
    SI_A,
    STATION_A,
    HandClock,
    SmallCentre,
    an_item,
    as_an_older_version_left,
    small_centre,
)
from tests.support.records import a_fir, an_alert
from tests.support.victims import NAME, SECRETS, everywhere, the_fir, told

SHORT = f"FIR No. {the_fir().shown}"


@pytest.fixture
def small(tmp_path: Path, database_url: str) -> Iterator[SmallCentre]:
    """Give a centre on each kind of database."""
    with small_centre(tmp_path / "house", HandClock(), database_url=database_url) as made:
        yield made


def of_another(number: str = SHORT, **changed: object) -> AlertRecord:
    """Give an alert of another FIR, whose words name the FIR and the victim."""
    said = f"Wanted also in {number}: attacked {NAME} near the canal."
    return an_alert(1, description=said, office_code=STATION_A, fir_key=a_fir(2).key, **changed)


def alert_in(records: list[Record]) -> AlertRecord:
    """Give the one alert of a feed."""
    (found,) = (one for one in records if isinstance(one, AlertRecord))
    return found


@pytest.mark.parametrize("number", [SHORT, the_fir().key, f"मु.अ.सं. {the_fir().shown}"])
@pytest.mark.parametrize("order", ["fir-first", "alert-first"])
def test_no_byte_that_the_centre_tells_names_the_victim(small: SmallCentre, order: str, number: str) -> None:
    """However the number is written, and whichever of alert and FIR came first."""
    both: tuple[Record, ...] = (the_fir(), of_another(number))
    small.put(*(both if order == "fir-first" else both[::-1]))
    assert [one for one in SECRETS if one.encode() in everywhere(small)] == []
    assert f"attacked {HIDDEN} near" in alert_in(told(small, SI_A, "machine-a")[0]).description


def test_what_a_station_hands_over_is_told_so(small: SmallCentre) -> None:
    """With a GD entry in the place of a FIR, whose reason names it; a batch goes another way in than a change."""
    small.put(the_fir())
    item = an_item(
        description=f"{NAME} was attacked near the canal by two men.",
        fir_key="",
        fir_shown="",
        gd_number="12",
        gd_reason=f"see {SHORT}",
    )
    small.push_one(small.sign_in(), item)
    assert NAME.encode() not in everywhere(small)
    small.put(the_fir(protected=False, version=2))
    assert NAME in alert_in(told(small, SI_A, "machine-a")[0]).description


@pytest.mark.parametrize("place", ["gd_number", "files"])
def test_a_file_or_a_gd_entry_names_a_fir_too(small: SmallCentre, place: str) -> None:
    """A scan is called by the FIR that it is of, and the words beside it name the victim."""
    scan = FileRecord(sha256="a" * 64, size=9, name=f"FIR {the_fir().shown.replace('/', '-')} p1.pdf", kind="pdf")
    named = {"files": (scan,), "gd_number": f"12 ({SHORT})"}[place]
    small.put(the_fir(), of_another(number="another case", **{place: named}))
    assert NAME.encode() not in everywhere(small)


def test_a_register_goes_in_so_and_learns_of_the_law_later(small: SmallCentre) -> None:
    """A page of an import; the FIR comes open, and protects somebody a version later."""
    with small.house.store.write() as unit:
        put_page(unit, [(1, of_another()), (2, the_fir(protected=False))])
    assert NAME.encode() in everywhere(small)
    small.put(the_fir(version=2))
    assert NAME.encode() not in everywhere(small)


def test_a_correction_that_leaves_the_number_out_hides_on(small: SmallCentre) -> None:
    """What an alert named once counts, as with the FIR that it is of."""
    small.put(the_fir(), of_another())
    small.put(of_another(number="another case", version=2))
    assert NAME.encode() not in everywhere(small)


def test_many_numbers_before_it_hide_nothing_less(small: SmallCentre) -> None:
    """All are looked at when an alert comes, however few are remembered."""
    numbers = " ".join(f"{one}/2019" for one in range(1, 300))
    small.put(the_fir(), msgspec.structs.replace(of_another(), description=f"{numbers} {SHORT}: attacked {NAME}."))
    assert NAME.encode() not in everywhere(small)


def test_a_batch_may_name_more_firs_than_one_statement_takes(small: SmallCentre) -> None:
    """Two hundred long alerts can: PostgreSQL takes 65,535, and the station was told to come again, for ever."""
    small.put(the_fir())
    many = {f"{STATION_A}/2019/{number:04}" for number in range(1, 66_000)}
    with small.house.store.read() as unit:
        assert set(unit.arrivals.hidden(many | {the_fir().key})) == {the_fir().key}


def test_what_an_older_centre_told_is_told_anew(small: SmallCentre, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the first start of this version, and once."""
    small.put(the_fir())
    with monkeypatch.context() as older:
        for room in ("central.store.guarded", "central.store.arrivals"):
            older.setattr(f"{room}.named_by", lambda alert: frozenset({alert.fir_key}))
            older.setattr(f"{room}.noted", lambda _alert: frozenset())
        small.put(of_another(), an_alert(2, description="Nothing of this kind.", fir_key=a_fir(2).key))
    assert NAME.encode() in everywhere(small)
    as_an_older_version_left(small.house)
    small.house.fill()
    assert NAME.encode() not in everywhere(small)
    with small.house.store.read() as unit:
        head = unit.records.head()
    as_an_older_version_left(small.house)
    small.house.fill()
    with small.house.store.read() as unit:
        assert unit.records.head() == head


def test_the_same_note_is_made_once(small: SmallCentre) -> None:
    """An alert that was gone, and comes again under its id, finds what is noted of it."""
    small.put(of_another())
    with small.house.store.write() as unit:
        notes = wordings.Wordings(unit.records._connection)
        notes.note_firs({of_another().uid: {the_fir().key, "9/2020/0001"}})
        assert notes.firs_of(of_another().uid) == {the_fir().key, "9/2020/0001"}
