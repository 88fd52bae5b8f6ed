"""A State's database server is killed, or shared by two processes of the centre: nothing is lost, nothing doubled."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from central.errors import Refused
from central.store import database
from central.store.unit import Store
from sync.protocol.codes import Code
from sync.protocol.messages import Grant, ItemAnswer, PushItem
from tests.conftest import NO_POSTGRESQL
from tests.support import postgres
from tests.support.centre import SI_A, SI_B, STATION_B, SmallCentre, an_item, small_centre

ITEMS = 40
KILL_AFTER = 12


@pytest.fixture
def lasting() -> Iterator[postgres.Cluster]:
    """Give a PostgreSQL that writes everything down before it answers, as a State's does."""
    programs = postgres.found()
    if programs is None:
        pytest.skip(NO_POSTGRESQL)
    with postgres.running(programs, postgres.SAFE) as started:
        yield started


def pushed(small: SmallCentre, grant: Grant, item: PushItem, down: threading.Event) -> ItemAnswer:
    """Hand an item over, again and again while the database is away."""
    while True:
        try:
            return small.push_one(grant, item)
        except Refused as no:
            if no.code is not Code.BUSY or not no.retry_after:
                raise
            down.wait()


def test_a_killed_database_loses_no_receipt(lasting: postgres.Cluster, tmp_path: Path) -> None:
    """Stations hear *busy* and come again; afterwards each item has one record and the number it was promised."""
    items = [an_item() for _ in range(ITEMS)]
    back = threading.Event()
    enough = threading.Semaphore(0)
    with small_centre(tmp_path / "centre", database_url=lasting.fresh()) as small:
        grant = small.sign_in()

        def hand_over(item: PushItem) -> ItemAnswer:
            answer = pushed(small, grant, item, back)
            enough.release()
            return answer

        with ThreadPoolExecutor(4) as pool:
            answers = pool.map(hand_over, items)
            for _ in range(KILL_AFTER):
                enough.acquire()
            lasting.kill()
            lasting.start()
            back.set()
            first = list(answers)
        assert [small.push_one(grant, item) for item in items] == first
        numbers = {one.receipt.record_number for one in first if one.receipt}
        assert len(numbers) == ITEMS


def test_two_processes_of_one_centre_make_one_order(cluster: postgres.Cluster, tmp_path: Path) -> None:
    """Two doors to one database: every number once, the feed without a gap, and either door answers a repeat."""
    url = cluster.fresh()
    with (
        small_centre(tmp_path / "one", database_url=url) as one,
        small_centre(tmp_path / "two", database_url=url) as two,
    ):
        grants = (one.sign_in(SI_A, machine_id="pc-a"), two.sign_in(SI_B, machine_id="pc-b"))
        of_a = [an_item(SI_A) for _ in range(ITEMS)]
        of_b = [an_item(SI_B, fir_key=f"{STATION_B}/2026/0619") for _ in range(ITEMS)]
        with ThreadPoolExecutor(2) as pool:
            a = pool.submit(lambda: [one.push_one(grants[0], item) for item in of_a])
            b = pool.submit(lambda: [two.push_one(grants[1], item) for item in of_b])
            answers = [*a.result(), *b.result()]
        numbers = [answer.receipt.record_number for answer in answers if answer.receipt]
        assert len(set(numbers)) == 2 * ITEMS
        assert two.push_one(grants[0], of_a[0]) == answers[0]
        with one.house.store.read() as left, two.house.store.read() as right:
            assert left.records.head() == right.records.head()


def test_no_connection_to_be_had_is_said_as_busy(
    lasting: postgres.Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever finds every connection taken is told to come again, and does."""
    few = {"pool_size": 1, "max_overflow": 0, "pool_timeout": 0.05}
    with small_centre(tmp_path / "centre", database_url=lasting.fresh()) as small:
        monkeypatch.setattr(database, "_POSTGRESQL", few)
        store = Store(small.house.settings.url)
        with store.read(), pytest.raises(Refused) as no, store.read():
            pass
        assert (no.value.code, no.value.retry_after) == (Code.BUSY, database.RETRY_BUSY)
        with store.read() as unit:
            assert unit.records.head()
        store.close()
