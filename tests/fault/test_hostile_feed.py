"""A centre whose stream cannot be right: refused by name, the copy and its cursor as they were."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest

from station_client.domain.alert import Category
from station_client.domain.ids import AlertUid
from station_client.errors import AnswerError, LineStalledError
from station_client.events import HighAlertArrived
from sync.protocol.frames import Kind
from tests.support.bent_streams import LIES, Pieces, behind_the_end, endless
from tests.support.centre import SmallCentre, small_centre
from tests.support.lines import FaultyLine
from tests.support.loopback import Loopback
from tests.support.scenes import an_alert
from tests.support.stations import Station, station
from tests.support.streams import records_frame


@dataclass
class Trap:
    """A station that has synced once, and a line that bends every stream as it is told."""

    small: SmallCentre
    line: Loopback
    here: Station


@pytest.fixture
def trap(tmp_path: Path) -> Iterator[Trap]:
    """Give a station whose line tells the truth until a test says otherwise."""
    with small_centre(tmp_path / "centre") as small:
        line = Loopback(small.centre)
        with station(tmp_path / "station", FaultyLine(line)) as here:
            here.sign_in()
            here.engine.sync_once()
            here.told.clear()
            yield Trap(small, line, here)


@pytest.mark.parametrize("lie", LIES)
def test_a_stream_that_cannot_be_right_is_refused(lie: str, trap: Trap) -> None:
    """Nothing of the wrong frame is kept; the truth is taken when it comes."""
    feed = trap.here.stores.replica.feed
    trap.small.put(an_alert("u1"))
    before = trap.here.stores.replica.standing.tally()
    cursor = feed.cursor()
    trap.line.bent = LIES[lie]
    with pytest.raises(AnswerError):
        trap.here.engine.sync_once()
    if lie != "backwards":
        assert (feed.cursor(), trap.here.stores.replica.standing.tally()) == (cursor, before)
    assert trap.here.engine.status().error == "wrong-answer"
    trap.line.bent = lambda pieces: pieces
    assert trap.here.engine.sync_once().error == ""
    assert trap.here.stores.replica.alerts.one(AlertUid("u1")) is not None


@pytest.mark.parametrize("lie", [endless, behind_the_end])
def test_a_stream_without_an_end_is_left(lie: Callable[[Pieces], Pieces], trap: Trap) -> None:
    """It is cut after a while, and said."""
    trap.line.bent = lie
    with pytest.raises(AnswerError):
        trap.here.engine.sync_once()


def test_a_stream_that_stops_is_the_line(trap: Trap) -> None:
    """Nothing is wrong with what came; the rest, be it a byte of the end, comes the next time."""
    trap.small.put(an_alert("u1"))
    trap.line.bent = lambda pieces: iter([next(pieces)[:-1]])
    with pytest.raises(LineStalledError):
        trap.here.engine.sync_once()
    assert trap.here.stores.replica.alerts.one(AlertUid("u1")) is not None
    trap.line.bent = lambda pieces: pieces
    trap.here.engine.sync_once()


def test_words_nobody_knows_are_kept_and_ring_for_nobody(trap: Trap) -> None:
    """An unknown enumeration is no reason to refuse a frame."""
    trap.small.put(an_alert("u1", category="cyber-attack", life="merged"))
    trap.here.engine.sync_once()
    alert = trap.here.stores.replica.alerts.one(AlertUid("u1"))
    assert alert is not None
    assert alert.category is Category.HIGH_ALERT
    assert not [one for one in trap.here.told if isinstance(one, HighAlertArrived)]


def test_an_express_frame_rings_at_once_and_moves_nothing(trap: Trap) -> None:
    """The line dies right behind it: the alert is here and has rung, once; the cursor stands where it stood."""
    trap.small.put(*(an_alert(f"u{at}", category="seizure-recovery") for at in range(30)), an_alert("urgent"))
    feed = trap.here.stores.replica.feed
    cursor = feed.cursor()
    urgent = msgspec.structs.replace(an_alert("urgent"), sequence=cursor + 31)

    def only_express(_pieces: Pieces) -> Pieces:
        yield records_frame([urgent], 0, kind=Kind.EXPRESS)

    trap.line.bent = only_express
    with pytest.raises(LineStalledError):
        trap.here.engine.sync_once()
    rung = [one for one in trap.here.told if isinstance(one, HighAlertArrived)]
    assert rung == [HighAlertArrived("urgent")]
    assert feed.cursor() == cursor
    trap.line.bent = lambda pieces: pieces
    trap.here.engine.sync_once()
    assert [one for one in trap.here.told if isinstance(one, HighAlertArrived)] == rung
    assert trap.here.stores.replica.alerts.one(AlertUid("u0")) is not None
