"""The audit trail of a PC at the centre: whole, in order, and not to be rewritten from the PC."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from central.store.tables import station_trails
from station_client.domain.ids import Login
from station_client.errors import LineStalledError, VouchNeededError
from station_client.events import AccessWithdrawn, Event
from station_client.services.deeds import Deed
from station_client.services.desk_notes import TRAIL_NOTE, trail_held
from station_client.store.desk import AuditEntry, Trace
from sync.protocol.trail import TrailEntry
from tests.support.centre import CONSTABLE_A, PASSWORD, SHO_A, SI_A, SmallCentre, small_centre
from tests.support.houses import Pc
from tests.support.lines import Fault, FaultyLine
from tests.support.loopback import Loopback
from tests.support.stations import Station, station

NOW = datetime(2026, 8, 14, 6, 30, tzinfo=UTC)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallCentre]:
    """Open a small centre."""
    with small_centre(tmp_path / "centre") as made:
        yield made


@pytest.fixture
def here(tmp_path: Path, small: SmallCentre) -> Iterator[Station]:
    """Open a station where an officer is signed in."""
    with station(tmp_path / "station", FaultyLine(Loopback(small.centre))) as made:
        made.sign_in()
        yield made


def asked(here: Station) -> list[str]:
    """Give what was asked over the line."""
    assert isinstance(here.line, FaultyLine)
    return here.line.story


def faults(here: Station, *coming: Fault) -> None:
    """Let the coming questions go wrong."""
    assert isinstance(here.line, FaultyLine)
    here.line._faults = iter(coming)


def kept(small: SmallCentre, strand: int = 0) -> tuple[TrailEntry, ...]:
    """Give what the centre holds of the PC."""
    with small.house.store.read() as unit:
        return unit.station_trails.entries("machine-a", strand)


def act(here: Station, *subjects: str) -> None:
    """Leave traces."""
    for one in subjects:
        here.stores.desk.audit.append(Login(SI_A), "fir-opened", one, NOW, 0.0)


def subjects(found: tuple[TrailEntry, ...]) -> list[str]:
    """Give the subjects of entries."""
    return [one.subject for one in found]


def test_a_round_ends_with_the_trail(here: Station, small: SmallCentre) -> None:
    """Each entry once, in order; a round with nothing new asks nothing."""
    act(here, "1", "2")
    here.engine.sync_once()
    act(here, "3")
    here.engine.sync_once()
    here.engine.sync_once()
    assert [(one.number, one.subject) for one in kept(small)] == [(1, "1"), (2, "2"), (3, "3")]
    assert [one for one in asked(here) if one.startswith("trail")] == ["trail 2: none", "trail 1: none"]
    assert trail_held(here.stores.desk.settings) == 3


def test_a_lost_answer_doubles_nothing(here: Station, small: SmallCentre) -> None:
    """The round fails, the next one hands the same entries over again."""
    act(here, "1")
    faults(here, Fault.NONE, Fault.LOST)
    with pytest.raises(LineStalledError):
        here.engine.sync_once()
    act(here, "2")
    here.engine.sync_once()
    assert subjects(kept(small)) == ["1", "2"]


def test_a_long_trail_goes_in_bounded_parts(here: Station, small: SmallCentre) -> None:
    """At most four times five hundred in a round; the next round goes on."""
    with here.stores.desk._database.write() as connection:
        for number in range(2100):
            here.stores.desk.audit.add(connection, Trace(Login(SI_A), "fir-opened", str(number), NOW, 0.0))
    here.engine.sync_once()
    assert len(kept(small)) == 2000
    here.engine.sync_once()
    assert subjects(kept(small)) == [str(number) for number in range(2100)]


def test_a_desk_that_went_back_is_told_from_the_one_before(here: Station, small: SmallCentre, tmp_path: Path) -> None:
    """An older desk laid back writes another row: the centre names it, and keeps the first beside the second."""
    act(here, "1")
    here.engine.sync_once()
    here.engine.close()
    here.stores.close()
    older = (tmp_path / "station" / "desk.db").read_bytes()
    here.__post_init__()
    here.open()
    act(here, "what is to be forgotten")
    here.engine.sync_once()
    here.engine.close()
    here.stores.close()
    (tmp_path / "station" / "desk.db").write_bytes(older)
    here.__post_init__()
    here.open()
    act(here, "something harmless")
    here.engine.sync_once()
    assert subjects(kept(small)) == ["1", "what is to be forgotten"]
    assert subjects(kept(small, 1)) == ["1", "something harmless", "1"]
    assert kept(small, 1)[-1].act == Deed.TRAIL_SENT_ANEW
    assert "station-trail-differs" in small.acts()


@pytest.mark.parametrize(
    "meddling", [lambda rows: [*rows[:1], *rows[2:]], lambda rows: rows[:2]], ids=["one left out", "tail cut off"]
)
def test_a_trail_that_was_written_anew_is_found(
    here: Station, small: SmallCentre, meddling: Callable[[list[AuditEntry]], list[AuditEntry]]
) -> None:
    """By one who has the desk's key, and leaves the note of what the centre holds as it was; this PC calls it whole."""
    act(here, "1", "what is to be forgotten", "3")
    here.engine.sync_once()
    trail = here.stores.desk.audit
    left = meddling(list(trail.entries()))
    with here.stores.desk._database.write() as connection:
        connection.execute(text("DELETE FROM audit"))
        connection.execute(text("DELETE FROM settings WHERE name = 'audit-head'"))
        for one in left:
            trail.add(connection, Trace(one.login, one.act, one.subject, one.at, one.skew_seconds))
    assert trail.verify() == 2
    here.restart()
    here.open()
    act(here, "something harmless")
    here.engine.sync_once()
    assert "station-trail-differs" in small.acts()
    assert subjects(kept(small)) == ["1", "what is to be forgotten", "3"]
    assert subjects(kept(small, 1))[2:] == ["something harmless", "1"]


def test_a_centre_that_lost_some_gets_it_again(here: Station, small: SmallCentre) -> None:
    """Restored from a backup, it says how far it has the trail; the PC goes back as far."""
    act(here, "1", "2", "3")
    here.engine.sync_once()
    with small.house.store.write() as unit:
        unit.station_trails._connection.execute(station_trails.delete().where(station_trails.c.number > 1))
    act(here, "4")
    here.engine.sync_once()
    assert subjects(kept(small)) == ["1", "2", "3", "4"]


@pytest.mark.parametrize("note", ["", "{}", "[1]", "[0, 7, 3, 4]", "nonsense"])
def test_a_lost_note_only_costs_a_repeat(here: Station, small: SmallCentre, note: str) -> None:
    """Where the desk does not say how far the centre has it, the centre does."""
    act(here, "1", "2")
    here.engine.sync_once()
    here.stores.desk.settings.put(TRAIL_NOTE, note)
    act(here, "3")
    here.engine.sync_once()
    held = max((0, 1), key=lambda strand: len(kept(small, strand)))
    assert subjects(kept(small, held))[:3] == ["1", "2", "3"]


def test_who_was_withdrawn_and_stays_away_loses_the_slot_too(tmp_path: Path, small: SmallCentre) -> None:
    """The officer in charge syncs; the withdrawn constable's password opens nothing after it, with no line either."""
    pc = Pc(tmp_path / "pc", small.centre)
    with pc.house() as verbs:
        verbs.session.sign_in(SHO_A, PASSWORD)
        verbs.session.add_officer(CONSTABLE_A, PASSWORD)
        with small.house.store.read() as unit:
            account = unit.officers.one(CONSTABLE_A)
        assert account is not None
        small.house.accounts.put_officer(replace(account, active=False), "")
        told: list[Event] = []
        verbs.bus.listen(told.append)
        verbs.sync.sync_once()
        assert AccessWithdrawn(officers=(Login(CONSTABLE_A),)) in told
        assert verbs.session.current() is not None
        assert [one.login for one in verbs.officers.all()] == [SHO_A]
        pc.cut = True
        with pytest.raises(VouchNeededError):
            verbs.session.sign_in(CONSTABLE_A, PASSWORD)
