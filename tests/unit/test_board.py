"""What the engine says of itself is true, moves when it should, and does not flood whoever listens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from station_client.domain.ids import ItemId
from station_client.events import Bus, Event, SyncMoved
from station_client.ports import Line
from sync.board import Board

NOON = datetime(2026, 8, 14, 6, 30, tzinfo=UTC)
ITEM = ItemId("item")


@dataclass
class HandClock:
    """A clock that goes when it is pushed."""

    seconds: float = 0.0

    def now(self) -> datetime:
        """Give the time."""
        return NOON + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        """Give the seconds."""
        return self.seconds


@pytest.fixture
def clock() -> HandClock:
    """Give a clock that stands."""
    return HandClock()


@pytest.fixture
def told() -> list[Event]:
    """Collect what the bus tells."""
    return []


@pytest.fixture
def board(clock: HandClock, told: list[Event]) -> Board:
    """Give a board on a bus that is listened to."""
    bus = Bus()
    bus.listen(told.append)
    return Board(clock, bus)


def test_since_moves_only_when_the_line_becomes_another(board: Board, clock: HandClock) -> None:
    """'No line since 12:00' keeps its hour however often it is tried again."""
    board.line(Line.NONE, "centre-unreachable")
    clock.seconds = 600
    board.line(Line.NONE, "line-stalled")
    assert (board.status().since, board.status().error) == (NOON, "line-stalled")
    board.line(Line.GOOD, "")
    assert board.status().since == NOON + timedelta(seconds=600)


def test_nothing_new_is_not_told(board: Board, told: list[Event]) -> None:
    """A change that changes nothing is no news."""
    board.change(lambda old: replace(old, waiting=2))
    board.change(lambda old: replace(old, waiting=2))
    assert told == [SyncMoved()]


def test_the_rate_is_that_of_the_last_seconds(board: Board, clock: HandClock) -> None:
    """A slow beginning is forgotten; the time left can be reckoned from what moves now."""
    for second in range(20):
        clock.seconds = second
        board.carried(ITEM, second * (100 if second < 10 else 1000), 100_000)
    moving = board.status().transfer
    assert moving is not None
    assert (moving.done, moving.total) == (19_000, 100_000)
    assert moving.rate == pytest.approx(1000, rel=0.01)


def test_another_file_begins_a_new_rate(board: Board, clock: HandClock) -> None:
    """What the last item did says nothing about this one."""
    board.carried(ITEM, 50_000, 100_000)
    clock.seconds = 1
    board.carried(ITEM, 90_000, 100_000)
    board.carried(ItemId("other"), 10, 20)
    moving = board.status().transfer
    assert moving is not None
    assert moving.rate == 0.0


def test_moving_bytes_are_told_a_few_times_a_second(board: Board, clock: HandClock, told: list[Event]) -> None:
    """A thousand packets in a second are four repaints, and the status is right all the same."""
    for packet in range(1000):
        clock.seconds = packet / 1000
        board.carried(ITEM, packet, 1000)
    assert len(told) == 4
    assert board.status().transfer is not None
    board.settled()
    assert board.status().transfer is None


def test_skew_is_measured_in_the_middle_of_the_exchange(board: Board, clock: HandClock) -> None:
    """A slow line is no wrong clock."""
    clock.seconds = 4
    board.heard(NOON + timedelta(seconds=2), NOON)
    assert board.status().skew_seconds == 0.0
    board.heard(NOON - timedelta(seconds=598), NOON)
    assert board.status().skew_seconds == 600.0
