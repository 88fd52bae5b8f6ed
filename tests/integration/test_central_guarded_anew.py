"""What an older version told of those whom the law protects is told anew without it, before the centre answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from central.errors import Refused
from central.store.records import GUARDED_UP_TO
from central.store.tallies import Scope
from station_client.domain import redaction
from station_client.domain.fir import Complainant
from station_client.domain.redaction import HIDDEN
from sync.protocol.records import FirRecord, GoneRecord
from tests.support.centre import SI_A, HandClock, SmallCentre, as_an_older_version_left, small_centre
from tests.support.records import a_fir
from tests.support.victims import SECRETS, the_alert, the_fir, told


@pytest.fixture
def small(tmp_path: Path, database_url: str) -> Iterator[SmallCentre]:
    """Give a centre on each kind of database."""
    with small_centre(tmp_path / "house", HandClock(), database_url=database_url) as made:
        yield made


def test_an_older_centre_is_brought_in_order_before_it_answers(small: SmallCentre) -> None:
    """What the feed of an older version told whole is told anew without the identity, once."""
    small.put(the_fir(protected=False), the_alert())
    with small.house.store.write() as unit:  # as the version before kept it
        told_then = unit.records.told("fir", the_fir().key)
        assert isinstance(told_then, FirRecord)
        unit.records._tell(msgspec.structs.replace(told_then, victim_protected=True), "09")
    as_an_older_version_left(small.house)
    small.house.fill()
    assert [one for one in SECRETS if one.encode() in told(small, SI_A, "machine-a")[1]] == []
    with small.house.store.read() as unit:
        head = unit.records.head()
    small.house.fill()
    with small.house.store.read() as unit:
        assert unit.records.head() == head


IN_TWO, IN_ONE = "\u092c\u0921\u093c\u0940 \u0926\u0947\u0935\u0940", "\u092c\u095c\u0940 \u0926\u0947\u0935\u0940"
"""A letter with a dot below is one sign on one keyboard and two on another: the victim's name all the same."""


def in_two_signs(delay_reason: str = "") -> FirRecord:
    """Give the FIR with the victim's name in the signs of one keyboard."""
    form = replace(the_fir().form, complainant=Complainant(name=IN_TWO), delay_reason=delay_reason)
    return msgspec.structs.replace(the_fir(), form=form)


def mark_sensitive(small: SmallCentre) -> None:
    """Let the FIR be told as gone by a mark."""
    with small.house.store.write() as unit:
        unit.records.put(in_two_signs(), sensitive=True)


def withdraw(small: SmallCentre) -> None:
    """Let the FIR be gone."""
    small.put(GoneRecord(sequence=0, kind="fir", key=the_fir().key))


def protect_nobody(small: SmallCentre) -> None:
    """Let the FIR protect nobody any more, and not tell the name either."""
    bare = msgspec.structs.replace(the_fir(protected=False, version=2), form=a_fir().form)
    small.put(msgspec.structs.replace(bare, form=replace(bare.form, complainant=Complainant())))


@pytest.mark.parametrize("since", [None, mark_sensitive, withdraw, protect_nobody])
def test_a_name_that_an_older_centre_told_in_another_spelling_is_taken_out(
    small: SmallCentre, monkeypatch: pytest.MonkeyPatch, since: Callable[[SmallCentre], None] | None
) -> None:
    """Whatever became of the FIR since, and though the alert is not told by it any more."""
    alert = msgspec.structs.replace(the_alert(), description=f"{IN_ONE} was last seen at the bus stand.")
    with monkeypatch.context() as older:
        older.setattr(redaction, "_one_spelling", str)
        small.put(in_two_signs(), alert)
        if since is not None:
            since(small)
    assert IN_ONE.encode() in told(small, SI_A, "machine-a")[1]
    as_an_older_version_left(small.house)
    small.house.fill()
    assert IN_ONE.encode() not in told(small, SI_A, "machine-a")[1]


def test_a_file_that_an_older_centre_made_with_a_name_is_given_no_more(
    small: SmallCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The FIR alone told the name, in another spelling, and no alert names it."""
    with monkeypatch.context() as older:
        older.setattr(redaction, "_one_spelling", str)
        small.put(in_two_signs(delay_reason=f"{IN_ONE} was afraid"))
    assert IN_ONE.encode() in told(small, SI_A, "machine-a")[1]
    made = small.house.snapshots.make(Scope(alerts=True, firs_of_state="09"))
    assert made is not None
    as_an_older_version_left(small.house)
    small.house.fill()
    with pytest.raises(Refused):
        small.centre.gazette.snapshot_file(small.sign_in().access_token, sha256=made.sha256)
    assert IN_ONE.encode() not in told(small, SI_A, "machine-a")[1]


def test_a_protected_fir_of_which_nothing_is_to_be_hidden_is_not_told_anew_for_ever(small: SmallCentre) -> None:
    """A State's own register may send it with the name left out already."""
    bare = replace(a_fir().form, complainant=Complainant(name=HIDDEN), contents=HIDDEN)
    small.put(a_fir(victim_protected=True, form=bare))
    with small.house.store.write() as unit:
        unit.counters._set(GUARDED_UP_TO, 0)
        head = unit.records.head()
        unit.records.guard(500)
        assert unit.records.head() == head
