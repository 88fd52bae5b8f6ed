"""Two processes of one centre: what comes in at one door is known at the other, and a migration disturbs nobody."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from sync.https import HttpsTransport
from sync.protocol.codes import Outcome
from sync.protocol.messages import PushBatch, SignIn
from tests.support import postgres
from tests.support.centre import PASSWORD, SI_A, SI_B, STATION_B, an_item
from tests.support.centre_process import CentreProcess, station_central
from tests.support.served_centres import served_from

HELD_SECONDS = 30
ACROSS_SECONDS = 1.0
SLACK_SECONDS = 4.0  # of a machine that has other work, for two requests over TLS; a lost word would take 30
ROUNDS = 3


@pytest.fixture
def url(cluster: postgres.Cluster) -> str:
    """Give a database with a centre's empty tables."""
    return cluster.fresh()


@contextmanager
def line_to(centre: CentreProcess) -> Iterator[HttpsTransport]:
    """Open a line to one process."""
    line = HttpsTransport(centre.url, ca_file=centre.ca_file)
    try:
        yield line
    finally:
        line.close()


def let_in(line: HttpsTransport, login: str) -> str:
    """Sign an officer in."""
    ask = SignIn(login=login, password=PASSWORD, machine_id=f"pc-{login}", machine_name="PC", program_version="0")
    return line.sign_in(ask).access_token


def test_news_cross_from_one_process_to_the_other(url: str, tmp_path: Path) -> None:
    """A token of one door is good at the other, and whoever waits at one hears what came in at the other."""
    with (
        served_from(tmp_path / "centre", url, processes=2) as (one, other),
        line_to(one) as near,
        line_to(other) as far,
        ThreadPoolExecutor(1) as pool,
    ):
        mine, theirs = let_in(near, SI_A), let_in(near, SI_B)
        since = near.wait(mine, since=0, seconds=0).head
        for _ in range(ROUNDS):
            waiting = pool.submit(far.wait, theirs, since=since, seconds=HELD_SECONDS)
            _parked(other)
            answer = near.push(mine, PushBatch(items=(an_item(),))).answers[0]
            handed = time.monotonic()
            news = waiting.result(HELD_SECONDS)
            assert answer.outcome == Outcome.RECEIVED
            assert news.head > since
            assert time.monotonic() - handed < ACROSS_SECONDS + SLACK_SECONDS
            since = news.head
        item = an_item(SI_B, fir_key=f"{STATION_B}/2026/0619")
        first = far.push(theirs, PushBatch(items=(item,))).answers
        assert near.push(theirs, PushBatch(items=(item,))).answers == first


def test_migrate_while_processes_serve_disturbs_nobody(url: str, tmp_path: Path) -> None:
    """State IT brings the database up while stations send: every push is answered, in order, by both processes."""
    stop = threading.Event()
    with (
        served_from(tmp_path / "centre", url, processes=2) as centres,
        line_to(centres[0]) as near,
        line_to(centres[1]) as far,
        ThreadPoolExecutor(2) as pool,
    ):
        mine = let_in(near, SI_A)

        def hand_over(line: HttpsTransport) -> list[str]:
            outcomes = []
            while not stop.is_set():
                outcomes.append(line.push(mine, PushBatch(items=(an_item(),))).answers[0].outcome)
            return outcomes

        handed = [pool.submit(hand_over, line) for line in (near, far)]
        done = [station_central("migrate", "--folder", str(tmp_path / "centre")) for _ in range(2)]
        stop.set()
        outcomes = [one.result() for one in handed]
    assert [one.returncode for one in done] == [0, 0], done[0].stderr
    assert all(outcomes)
    assert {one for outcome in outcomes for one in outcome} == {Outcome.RECEIVED}


def test_a_process_says_that_a_newer_one_has_brought_the_database_up(url: str, tmp_path: Path) -> None:
    """Whoever balances takes it out; what it is asked meanwhile it answers, and it is not let in again."""
    with served_from(tmp_path / "centre", url, processes=1) as (centre,), line_to(centre) as line:
        mine = let_in(line, SI_A)
        assert _ready(centre) == (200, "ok")
        with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as raw:
            raw.execute("UPDATE alembic_version SET version_num = '9999'")
        assert _ready(centre) == (503, "newer")
        assert line.push(mine, PushBatch(items=(an_item(),))).answers[0].outcome == Outcome.RECEIVED
        centre.stop()
        refused = station_central("serve", "--folder", str(tmp_path / "centre"), "--port", "0")
        assert refused.returncode == 1
        assert refused.stderr.strip().endswith("a newer version of the centre wrote this database")


def _ready(centre: CentreProcess) -> tuple[int, str]:
    answer = centre.http().get(f"{centre.url}/ready", timeout=30)
    return answer.status_code, str(answer.json()["database"])


def _parked(centre: CentreProcess) -> None:
    """Return when a question waits at a process, as its own figures say."""
    with centre.http() as http:
        until = time.monotonic() + HELD_SECONDS
        while "centre_parked_polls 1.0" not in http.get(f"{centre.url}/metrics", timeout=30).text:
            assert time.monotonic() < until
