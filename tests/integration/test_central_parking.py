"""Waiting for news: nobody is held longer than asked, everybody hears of what is for them, and leaving is free."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest

from central.errors import Refused
from central.house import open_house
from central.store.counters import FEED
from central.store.tables import counters, records
from central.web.parking import Parking, Question
from station_client.domain.alert import Category
from sync.protocol.codes import Code
from sync.protocol.feed import News
from tests.support.centre import SI_B, HandClock, SmallCentre, head, small_centre
from tests.support.parked import never, parked
from tests.support.records import a_fir, an_alert

LONG = 50


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallCentre]:
    """Give a small centre."""
    with small_centre(tmp_path / "centre", HandClock()) as made:
        yield made


async def plain(parking: Parking, access: str, since: int, seconds: int = LONG) -> News:
    """Ask as a station that takes no frames."""
    told = await parking.news(Question(access, since, seconds), never)
    assert isinstance(told, News)
    return told


def while_waiting(
    small: SmallCentre, happens: Callable[[Parking], Awaitable[None]], *, logins: tuple[str, ...] = ("asharma",)
) -> list[News]:
    """Park a question for each officer at the present head, let something happen, and give the answers."""

    async def story() -> list[News]:
        parking = Parking(small.centre.gazette)
        grants = [small.sign_in(login, machine_id=f"machine-{login}") for login in logins]
        since = head(small)
        asked = [asyncio.create_task(plain(parking, one.access_token, since)) for one in grants]
        await parked(parking, len(asked))
        await happens(parking)
        answers = await asyncio.wait_for(asyncio.gather(*asked), 10)
        assert parking.parked == 0
        return answers

    return asyncio.run(story())


def test_a_change_wakes_all_at_once(small: SmallCentre) -> None:
    """Two States wait; a High Alert is for both of them."""

    async def happens(_: Parking) -> None:
        await asyncio.to_thread(small.put, an_alert(1))

    answers = while_waiting(small, happens, logins=("asharma", SI_B))
    assert [(one.head, one.high_alerts) for one in answers] == [(head(small), True)] * 2


def test_a_change_by_another_process_is_seen_within_a_second(small: SmallCentre) -> None:
    """Nothing rings here: the watcher looks by itself."""
    other = open_house(small.house.settings)

    async def happens(_: Parking) -> None:
        with other.store.write() as unit:
            unit.records.put(an_alert(1, category=Category.SEIZURE))

    (answer,) = while_waiting(small, happens)
    other.close()
    assert (answer.head, answer.high_alerts) == (head(small), False)


def test_what_is_for_another_state_wakes_nobody_here(small: SmallCentre) -> None:
    """A FIR of Uttar Pradesh is not for Uttarakhand: only its own State is woken, until something is for both."""

    async def story() -> None:
        parking = Parking(small.centre.gazette)
        since = head(small)
        here, there = small.sign_in().access_token, small.sign_in(SI_B, machine_id="machine-b").access_token
        ours = asyncio.create_task(plain(parking, here, since))
        theirs = asyncio.create_task(plain(parking, there, since))
        await parked(parking, 2)
        await asyncio.to_thread(small.put, a_fir())
        assert (await asyncio.wait_for(ours, 10)).head == since + 1
        assert not theirs.done()
        await asyncio.to_thread(small.put, an_alert(1))
        assert (await asyncio.wait_for(theirs, 10)).head == since + 2

    asyncio.run(story())


def test_what_is_there_already_is_told_at_once(small: SmallCentre) -> None:
    """So is that the centre was restored; and who wants no waiting gets none."""
    small.put(an_alert(1))

    async def ask(since: int, seconds: int) -> News:
        return await plain(Parking(small.centre.gazette), small.sign_in().access_token, since, seconds)

    now = head(small)
    assert asyncio.run(ask(0, LONG)).head == now
    assert asyncio.run(ask(now + 5, LONG)).head == now
    assert asyncio.run(ask(now, 0)) == News(head=now, server_time=small.house.clock.now())


def test_a_server_that_took_over_and_lacks_the_last_is_told_to_who_waits(small: SmallCentre) -> None:
    """What was seen of the former counts no more, however far it had come."""

    def taken_over() -> None:
        with small.house.store._database.write() as connection:
            connection.execute(records.delete().where(records.c.sequence == since))
            connection.execute(counters.update().where(counters.c.name == FEED).values(value=since - 1))
        small.house.store.close()  # every connection is made anew

    small.put(an_alert(1))
    since = head(small)
    (answer,) = while_waiting(small, lambda _: asyncio.to_thread(taken_over))
    assert answer.head == since - 1


def test_who_waits_long_enough_is_told_that_there_is_nothing(small: SmallCentre) -> None:
    """The answer has the very cursor that was asked with."""

    async def ask() -> News:
        return await plain(Parking(small.centre.gazette), small.sign_in().access_token, head(small), 1)

    assert asyncio.run(ask()).head == head(small)


def test_a_server_that_stops_answers_at_once(small: SmallCentre) -> None:
    """Nobody waits for a process that goes, and nobody is parked in it any more."""

    async def happens(parking: Parking) -> None:
        parking.close()
        access = small.sign_in(machine_id="machine-late").access_token
        assert (await plain(parking, access, head(small))).head == head(small)

    (answer,) = while_waiting(small, happens)
    assert answer.head == head(small)


def test_who_leaves_is_not_kept(small: SmallCentre) -> None:
    """The place is free as soon as the line is cut."""

    async def story() -> None:
        parking = Parking(small.centre.gazette)
        cut = asyncio.Event()

        async def left() -> None:
            await cut.wait()

        asked = asyncio.create_task(parking.news(Question(small.sign_in().access_token, head(small), LONG), left))
        await parked(parking, 1)
        cut.set()
        await asyncio.wait_for(asked, 10)
        assert parking.parked == 0

    asyncio.run(story())


def test_only_so_many_may_wait(small: SmallCentre) -> None:
    """One more is told to come again later."""

    async def story() -> None:
        parking = Parking(small.centre.gazette, most=1)
        access = small.sign_in().access_token
        first = asyncio.create_task(plain(parking, access, head(small)))
        await parked(parking, 1)
        with pytest.raises(Refused) as no:
            await plain(parking, access, head(small))
        assert no.value.code == Code.BUSY
        assert no.value.retry_after > 0
        parking.close()
        await first

    asyncio.run(story())
