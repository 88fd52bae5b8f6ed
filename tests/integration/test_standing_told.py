"""Where a PC stands reaches the centre: with the audit trail, and on its own where there is nothing else to say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from central.store.standings import Pc, Which
from central.store.stewardship import Look
from station_client.domain.outbox import ItemState
from sync.protocol.trail import Standing
from sync.trail import TOLD_EVERY, standing_of
from tests.support.centre import HandClock, SmallCentre, small_centre
from tests.support.loopback import Loopback
from tests.support.stations import Station, station

NOW = datetime(2026, 8, 14, 6, 30, tzinfo=UTC)


@pytest.fixture
def clock() -> HandClock:
    """Give the one clock of both ends."""
    return HandClock(NOW)


@pytest.fixture
def small(tmp_path: Path, clock: HandClock) -> Iterator[SmallCentre]:
    """Open a small centre."""
    with small_centre(tmp_path / "centre", clock) as made:
        yield made


@pytest.fixture
def here(tmp_path: Path, small: SmallCentre, clock: HandClock) -> Iterator[Station]:
    """Open a station where an officer is signed in."""
    with station(tmp_path / "station", Loopback(small.centre), clock=clock) as made:
        made.sign_in()
        yield made


def known(small: SmallCentre) -> Pc:
    """Give the PC as State IT sees it."""
    with small.house.store.read() as unit:
        (pc,) = unit.standings.pcs(Look("09", Which.ALL), NOW, timedelta(minutes=15))
        return pc


def test_a_round_without_news_still_says_where_the_pc_stands(here: Station, small: SmallCentre) -> None:
    """An empty trail is no reason to be silent; what goes wrong there is counted, not told."""
    item = here.item(here.write())
    here.stores.desk.outbox.update(replace(item, state=ItemState.SET_ASIDE, reason="file-not-here"))
    here.engine.sync_once()
    told = known(small).standing
    assert told is not None
    assert (told.set_aside, told.refused, told.waiting, told.oldest_seconds) == (1, 0, 0, 0)


def test_it_is_told_again_only_after_a_while(here: Station, small: SmallCentre, clock: HandClock) -> None:
    """A round every minute must not mean a row written at the centre every minute."""
    here.engine.sync_once()
    first = known(small).told_at
    clock.forward(minutes=5)
    here.engine.sync_once()
    assert known(small).told_at == first == NOW
    clock.forward(seconds=TOLD_EVERY.total_seconds())
    here.engine.sync_once()
    assert known(small).told_at == clock.now()


def test_the_oldest_that_waits_is_what_counts(here: Station) -> None:
    """State IT looks for what has lain for hours; what was refused waits for an officer, not for a line."""
    now = here.clock.now()
    old = replace(here.item(here.write()), queued_at=now - timedelta(hours=3))
    stuck = replace(here.item(here.write()), queued_at=now - timedelta(days=9), state=ItemState.REFUSED)
    told = standing_of((old, stuck), 12.5, now)
    expected = Standing(
        program_version=told.program_version,
        waiting=1,
        oldest_seconds=3 * 3600,
        refused=1,
        set_aside=0,
        skew_seconds=12.5,
    )
    assert told == expected
