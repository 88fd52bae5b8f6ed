"""The program, or the centre, is killed in the middle of sending: in the end one record, with every file whole.

SIGKILL gives nobody a chance to tidy up. Real processes, real files, real HTTPS; each kill falls at a byte of the
transfer that was chosen, and where it fell is measured at the centre.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator

import pytest

from station_client.domain.outbox import ItemState
from tests.support.killing import Killing, doomed, shares

KILLS = {"station": 6, "centre": 3}

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="each life is a fork: the kills were NOT tried")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Killing]]:
    """Give what makes a station that sends to a running centre."""
    with doomed(tmp_path_factory.mktemp("killing")) as make:
        yield make


def spread_over_the_transfer(fell_at: list[float]) -> bool:
    """Tell whether kills fell within the bytes: most of them, some in the first half and some in the second."""
    within = [one for one in fell_at if 0 < one < 1]
    return len(within) > len(fell_at) / 2 and min(within) < 0.5 < max(within)


@pytest.mark.parametrize("end", KILLS)
def test_either_end_is_killed_at_bytes_all_over_a_transfer(end: str, made: Callable[[str], Killing]) -> None:
    """At whichever byte it dies: the next start goes on from there, and the alert is there once, whole."""
    killing, words = made(end), f"the {end} died"
    kill = killing.kill_the_station if end == "station" else killing.kill_the_centre
    item_id = killing.write(words)
    for share in shares(KILLS[end], random.Random(f"814 {end}")):
        kill(words, share)
        with killing.opened() as here:
            assert here.item(item_id).state in {ItemState.SENDING, ItemState.RECEIVED, ItemState.COMPLETE}
    killing.finish(item_id, words)
    assert spread_over_the_transfer(killing.fell_at), f"killed outside the transfer: {killing.fell_at}"


def test_a_station_killed_before_a_byte_of_a_file_left_sends_its_alert_once(made: Callable[[str], Killing]) -> None:
    """Around the text itself: before it left, while it was on its way, before its answer was kept."""
    killing, words = made("early"), "killed early"
    item_id = killing.write(words)
    for _ in range(3):
        killing.kill_the_station(words, 0.0)
    killing.finish(item_id, words)
