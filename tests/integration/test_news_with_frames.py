"""News that bring their frames along: made once for all who lack the same, and only for those who may have them now."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest

from central.rights import Account
from central.web import parking
from central.web.parking import Parking, Question, Told
from station_client.domain.alert import Category
from station_client.domain.office import Act
from sync.protocol.codes import CALM_SECONDS, CARRIED_BYTES
from sync.protocol.dictionary import dictionary, newest
from sync.protocol.feed import News
from sync.protocol.frames import FrameParser, Kind, read_frames
from sync.protocol.records import GoneRecord, Record
from tests.support.centre import POLICE, SI_A, SI_B, STATION_B, HandClock, SmallCentre, head, small_centre
from tests.support.parked import never, parked
from tests.support.records import a_fir, an_alert, uneven

LONG = 50
PATIENCE = 20.0
Happens = Callable[[], Awaitable[object]]


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallCentre]:
    """Give a small centre."""
    with small_centre(tmp_path / "centre", HandClock()) as made:
        yield made


def waited(small: SmallCentre, happens: Happens, *asked: Question, over: list[float] | None = None) -> list[Told]:
    """Park some questions, let something happen, and give the answers; ``over`` is told the moment of the last."""

    async def story() -> list[Told]:
        room = Parking(small.centre.gazette)
        held = [asyncio.create_task(room.news(one, never)) for one in asked]
        await parked(room, len(asked))
        await happens()
        answers = await asyncio.wait_for(asyncio.gather(*held), PATIENCE)
        if over is not None:
            over.append(asyncio.get_running_loop().time())
        return answers

    return asyncio.run(story())


def question(small: SmallCentre, login: str = SI_A, machine: str = "", **other: int) -> Question:
    """Write the question of a station whose copy goes up to the head, and that takes frames."""
    access = small.sign_in(login, machine_id=machine or f"machine-{login}").access_token
    return Question(access, other.get("since", head(small)), other.get("seconds", LONG), newest())


def brought(told: Told, since: int) -> list[Record]:
    """Read what was sent as a station does, to its end; nothing of it is missing or too much."""
    assert isinstance(told, bytes)
    assert len(told) <= CARRIED_BYTES
    frames = list(read_frames((told,), FrameParser(since=since, dictionary=dictionary(newest()))))
    end = frames[-1].end
    assert [one.kind for one in frames] == [Kind.RECORDS, Kind.END]
    assert end is not None
    assert end.summary is not None
    assert end.summary.cursor == end.head == frames[0].cursor
    return list(frames[0].records)


def putting(small: SmallCentre, *records: Record) -> Happens:
    """Let something new come into the feed."""
    return lambda: asyncio.to_thread(small.put, *records)


def test_a_high_alert_comes_with_the_news(small: SmallCentre) -> None:
    """Two States wait, each hears its own sum; an older station beside them hears that there is something."""
    since = head(small)
    ours, theirs = question(small), question(small, SI_B)
    older = Question(theirs.access, since, LONG)
    here, there, plain = waited(small, putting(small, an_alert(1)), ours, theirs, older)
    assert [one.sequence for one in brought(here, since)] == [since + 1]
    assert brought(here, since) == brought(there, since)
    assert plain == News(head=since + 1, server_time=small.house.clock.now(), high_alerts=True)


def test_what_many_lack_is_made_once_whatever_their_cursors_are(small: SmallCentre) -> None:
    """A FIR of another State moved the head between two questions: both lack the one alert, and get the same bytes."""
    early = question(small, SI_B, "pc-1")
    small.put(a_fir())
    late = question(small, SI_B, "pc-2")
    assert early.since < late.since
    one, other = waited(small, putting(small, an_alert(1)), early, late)
    assert one is other
    assert brought(one, early.since) == brought(other, late.since)


def test_each_state_is_sent_what_is_for_it_and_no_more(small: SmallCentre) -> None:
    """A State's own FIR travels with the alert there, and is not told elsewhere; a withdrawal comes like a record."""
    small.put(an_alert(7))
    since = head(small)
    gone = GoneRecord(sequence=0, kind="alert", key=an_alert(7).uid)
    here, there = waited(small, putting(small, a_fir(), an_alert(1), gone), question(small), question(small, SI_B))
    assert [one.sequence - since for one in brought(here, since)] == [1, 2, 3]
    assert [one.sequence - since for one in brought(there, since)] == [2, 3]


def withdraw_the_machine(small: SmallCentre) -> None:
    """Let State IT withdraw a PC."""
    with small.house.store.write() as unit:
        unit.sessions.revoke("machine-pnegi", small.house.clock.now())


def withdraw_the_officer(small: SmallCentre) -> None:
    """Let an officer work no more."""
    gone = Account(SI_B, "Pooja Negi", "Sub-Inspector", STATION_B, (Act.VIEW,), POLICE, active=False)
    small.house.accounts.put_officer(gone, "")


def let_nobody_look(small: SmallCentre) -> None:
    """Take the right to look from the only officer of an office."""
    blind = Account(SI_B, "Pooja Negi", "Sub-Inspector", STATION_B, (Act.UPLOAD,), POLICE)
    small.house.accounts.put_officer(blind, "")


def let_the_token_end(small: SmallCentre) -> None:
    """Let a quarter of an hour go by."""
    assert isinstance(small.house.clock, HandClock)
    small.house.clock.forward(minutes=20)


@pytest.mark.parametrize("change", [withdraw_the_machine, withdraw_the_officer, let_nobody_look, let_the_token_end])
def test_who_may_not_any_more_is_sent_nothing(change: Callable[[SmallCentre], None], small: SmallCentre) -> None:
    """What changed while a question waited counts: its station must ask, and is told why not."""
    asked = question(small, SI_B)

    async def happens() -> None:
        await asyncio.to_thread(change, small)
        await asyncio.to_thread(small.put, an_alert(1))

    (told,) = waited(small, happens, asked)
    assert isinstance(told, News)
    assert told.head > asked.since


def test_much_is_asked_for_instead(small: SmallCentre) -> None:
    """The control connection never carries bulk: many alerts at once are only told of."""
    many = [an_alert(number, description=f"Alert {number}: " + uneven(number, 200)) for number in range(1, 60)]
    (told,) = waited(small, putting(small, *many), question(small))
    assert isinstance(told, News)


def test_calm_is_kept_where_nothing_hurries(small: SmallCentre) -> None:
    """What does not hurry answers no question in its first seconds."""
    since, took = head(small), list[float]()

    async def happens() -> None:
        took.append(asyncio.get_running_loop().time())
        await asyncio.to_thread(small.put, an_alert(1, category=Category.SEIZURE))

    (told,) = waited(small, happens, question(small), over=took)
    assert [one.sequence for one in brought(told, since)] == [since + 1]
    assert took[1] - took[0] >= CALM_SECONDS - 1.0  # the question was there a little before


def test_a_high_alert_breaks_the_calm(small: SmallCentre, monkeypatch: pytest.MonkeyPatch) -> None:
    """It answers at once, and takes along what waited."""
    monkeypatch.setattr(parking, "CALM_SECONDS", 10 * PATIENCE)
    since = head(small)

    async def happens() -> None:
        await asyncio.to_thread(small.put, an_alert(1, category=Category.SEIZURE))
        await asyncio.to_thread(small.put, an_alert(2))

    (told,) = waited(small, happens, question(small))
    assert [one.sequence for one in brought(told, since)] == [since + 1, since + 2]


def test_who_asks_too_late_for_the_alert_is_sent_it_at_once(small: SmallCentre) -> None:
    """It came between two questions."""
    since = head(small)
    small.put(an_alert(1))

    async def story() -> Told:
        return await Parking(small.centre.gazette).news(question(small, since=since), never)

    assert [one.sequence for one in brought(asyncio.run(story()), since)] == [since + 1]
