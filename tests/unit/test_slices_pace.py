"""How many connections and how large a slice: what a line teaches, and what stands before an alert that overtakes."""

from __future__ import annotations

import itertools

import pytest

from station_client.clock import SystemClock
from station_client.domain.ids import ItemId, Sha256
from sync.files import Begun
from sync.files.lanes import Lanes
from sync.files.pace import FEWEST, LEAST_SLICE, MOST, MOST_SLICE, SLOW_SECONDS, Pace
from sync.files.plan import Piece, Plan
from sync.protocol.slices import SliceAnswer
from sync.transport import Progress

A, B, C = Sha256("aa" * 32), Sha256("bb" * 32), Sha256("cc" * 32)


def known(plan: Plan, sha256: Sha256, size: int, *, urgent: bool = False) -> None:
    """Want a file of which the centre has nothing."""
    plan.want(sha256, size, ItemId(sha256), urgent=urgent)
    plan.learn(sha256, ((0, size),))


def test_one_more_connection_while_it_is_worth_it() -> None:
    """A tenth more is worth one; when twice in a row it is not, one fewer, and there it stays."""
    pace = Pace()
    assert pace.lanes == FEWEST
    seen = []
    for rate in (50_000, 60_000, 62_000, 61_000, 63_000):
        pace.reading(rate)
        seen.append(pace.lanes)
    assert seen == [4, 5, 5, 4, 4]
    pace.reading(200_000)  # another line
    pace.reading(300_000)
    assert pace.lanes == 5


def test_one_poor_reading_of_a_line_that_loses_packets_ends_no_trial() -> None:
    """The next one is a tenth above what fewer connections carried: it goes on from there."""
    pace = Pace()
    seen = []
    for rate in (24_000, 32_000, 31_000, 41_000, 38_000, 50_000):
        pace.reading(rate)
        seen.append(pace.lanes)
    assert seen == [4, 5, 5, 6, 6, 7]


def test_never_fewer_than_the_fewest_nor_more_than_the_most_on_a_good_line() -> None:
    """Whatever the line does."""
    pace = Pace()
    for step in range(20):
        pace.reading(100_000 * 1.5**step)
        assert FEWEST <= pace.lanes <= MOST
    assert pace.lanes == MOST


@pytest.mark.parametrize("rate", [1_000, 4_000, 8_000, 16_000, 30_000])
def test_on_a_slow_line_no_more_is_under_way_than_it_carries_in_a_moment(rate: int) -> None:
    """What stands before an alert that overtakes is gone within two seconds, or is one smallest slice for each lane."""
    pace = Pace()
    for _ in range(10):
        pace.took(pace.slice(), pace.slice() * pace.lanes / rate)
        pace.reading(rate)
    under_way = pace.slice() * pace.lanes
    assert under_way <= max(rate * SLOW_SECONDS * 1.3, LEAST_SLICE * pace.lanes)
    assert LEAST_SLICE * (pace.lanes - 1) <= rate * SLOW_SECONDS


def test_slices_grow_on_a_fast_line_and_shrink_on_a_slow_one() -> None:
    """Twice as large at the most each time; never beyond the limits."""
    pace, sizes = Pace(), []
    for _ in range(12):
        sizes.append(pace.slice())
        pace.took(pace.slice(), 0.01)
    assert sizes[0] == LEAST_SLICE
    assert all(later <= 2 * before for before, later in itertools.pairwise(sizes))
    assert sizes[-1] == MOST_SLICE
    pace.took(MOST_SLICE, 300.0)
    assert pace.slice() < MOST_SLICE / 8


def test_the_short_end_of_a_file_does_not_make_a_slow_line() -> None:
    """Its time is the way there and back; a short piece that took long does count."""
    pace = Pace()
    for _ in range(6):
        pace.took(pace.slice(), 0.5)
        pace.reading(60_000)
    learnt = pace.slice()
    pace.took(5_000, 0.9)
    assert pace.slice() == learnt > 8 * LEAST_SLICE
    pace.took(learnt // 2, 60.0)
    assert pace.slice() < learnt // 2


def test_the_files_of_a_high_alert_go_first() -> None:
    """Even those that were submitted last."""
    plan = Plan()
    known(plan, A, 100_000)
    known(plan, B, 100_000)
    known(plan, C, 10_000, urgent=True)
    taken = [plan.take(8192, 3) for _ in range(3)]
    assert [one.sha256 for one in taken if one] == [C, C, A]


def test_towards_the_end_the_work_is_shared() -> None:
    """No connection carries a large last piece while the others have nothing to do."""
    plan = Plan()
    known(plan, A, 90_000)
    pieces = []
    while piece := plan.take(1_000_000, 3):
        pieces.append(piece.length)
    assert sum(pieces) == 90_000
    assert max(pieces) <= 30_000


def test_a_piece_that_did_not_arrive_is_taken_again() -> None:
    """And a file is asked about once all of it was sent, not before."""
    plan = Plan()
    known(plan, A, 20_000)
    first, second = plan.take(10_000, 1), plan.take(10_000, 1)
    assert first is not None
    assert second is not None
    plan.landed(second)
    assert plan.unasked() == ()
    plan.landed(first, lost=True)
    plan.learn(A, ((0, 10_000),))
    assert plan.take(20_000, 1) == first
    plan.landed(first)
    assert [one.sha256 for one in plan.unasked()] == [A]


def test_of_a_piece_that_was_lost_only_what_did_not_arrive_is_sent_again() -> None:
    """Its file is asked about at once; what another connection carries of it meanwhile is not sent twice."""
    plan = Plan()
    known(plan, A, 30_000)
    first, second = plan.take(10_000, 1), plan.take(10_000, 1)
    assert first is not None
    assert second is not None
    plan.landed(first, lost=True)
    assert [one.sha256 for one in plan.unasked()] == [A]
    plan.learn(A, ((4_000, 30_000),))  # the second one is under way
    assert plan.take(20_000, 1) == Piece(A, 30_000, 4_000, 6_000)
    assert plan.take(20_000, 1) == Piece(A, 30_000, 20_000, 10_000)


def test_what_was_never_sent_goes_before_the_centre_was_asked() -> None:
    """It is asked all the same, and believed; what is under way by then is not sent twice."""
    plan = Plan()
    plan.want(A, 30_000, ItemId("one"), untouched=((12_000, 30_000),))
    assert plan.take(6_000, 1) == Piece(A, 30_000, 12_000, 6_000, told=False)
    assert [one.sha256 for one in plan.unasked()] == [A]
    plan.learn(A, ((8_000, 30_000),))
    assert plan.take(30_000, 1) == Piece(A, 30_000, 8_000, 4_000)
    begun = Begun()
    begun.leave(plan)
    assert (begun.untouched, begun.lacking) == ({A: ((18_000, 30_000),)}, {ItemId("one"): (A,)})


def test_of_a_sending_that_broke_off_only_what_nobody_began_counts_as_untouched() -> None:
    """What was under way may have arrived in part, and what was lost, too: of these the centre is asked."""
    plan = Plan()
    known(plan, A, 30_000)
    first = plan.take(10_000, 1)
    assert first is not None
    plan.take(10_000, 1)
    plan.landed(first, lost=True)
    begun = Begun()
    begun.leave(plan)
    assert begun.untouched == {A: ((20_000, 30_000),)}


def test_a_slice_of_before_a_file_was_dropped_does_not_count_for_it_when_it_is_wanted_again() -> None:
    """Another item names the same picture: all of it is sent to its end and asked about, once."""
    plan = Plan()
    known(plan, A, 10_000)
    late = plan.take(10_000, 1)
    plan.drop(A)
    known(plan, A, 10_000)
    assert late is not None
    plan.landed(late)
    now = plan.take(5_000, 2)
    assert now is not None
    assert plan.unasked() == ()


def test_fewer_connections_where_no_more_are_let_through() -> None:
    """A fall alone never leaves fewer than three; a refused connection does, until the line is another one."""
    pace = Pace()
    for step in range(MOST - FEWEST):
        pace.reading(50_000 * 1.2**step)
    assert pace.lanes == MOST
    for _ in range(10):
        pace.fell(refused=False)
    assert pace.lanes == FEWEST
    for _ in range(10):
        pace.fell(refused=True)
    assert pace.lanes == 1
    pace.fell(refused=False)
    assert pace.lanes == 1


def test_an_item_that_is_given_up_takes_its_own_files_along_and_no_others() -> None:
    """A photograph that two alerts name still goes for the other one."""
    plan = Plan()
    one, other = ItemId("one"), ItemId("other")
    plan.want(A, 10, one)
    plan.want(A, 10, other)
    plan.want(B, 10, one)
    plan.give_up(one)
    assert plan.order == [A]
    plan.give_up(other)
    assert plan.files == {}


def test_what_was_learnt_of_the_line_serves_the_next_sending() -> None:
    """After a cut the first slice is as large as the line was found to bear, not the smallest again."""
    pace, plan, name, size = Pace(), Plan(), Sha256("ab" * 32), 4 * MOST_SLICE
    for _ in range(6):
        pace.took(pace.slice(), 0.05)
    learnt = pace.slice()

    def send(piece: Piece, progress: Progress) -> SliceAnswer:
        progress(piece.length)
        return SliceAnswer(sha256=piece.sha256, size=piece.size, held=piece.length)

    plan.want(name, size, ItemId("one"))
    lanes = Lanes(plan, send, SystemClock(), pace)
    lanes.change(lambda wanted: wanted.learn(name, ((0, size),)))
    first = lanes.landed(10)
    lanes.end()
    assert first is not None
    assert first.piece.length >= learnt > 8 * LEAST_SLICE
