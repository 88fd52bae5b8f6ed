"""The centre's process, or its database, is killed amid pushes: what was received stays, nothing is doubled."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from station_client.errors import CentreFaultError, LineError
from sync.https import HttpsTransport
from sync.protocol.codes import Outcome
from sync.protocol.messages import ItemAnswer, PushBatch, PushItem, SignIn
from tests.conftest import NO_POSTGRESQL
from tests.support import postgres
from tests.support.centre import PASSWORD, SI_A, an_item
from tests.support.centre_process import CentreProcess
from tests.support.served_centres import served_from

HANDS = 4
EACH = 5
BATCH = 15
BEFORE = 3
PATIENCE = 60.0


@pytest.fixture
def lasting() -> Iterator[postgres.Cluster]:
    """Give a PostgreSQL that writes everything down before it answers, as a State's does."""
    programs = postgres.found()
    if programs is None:
        pytest.skip(NO_POSTGRESQL)
    with postgres.running(programs, postgres.SAFE) as started:
        yield started


class Hands:
    """Officers' PCs that hand over batches, each again and again until it is answered."""

    def __init__(self, centre: CentreProcess) -> None:
        """Sign in once."""
        self._line = HttpsTransport(centre.url, ca_file=centre.ca_file)
        ask = SignIn(login=SI_A, password=PASSWORD, machine_id="pc-1", machine_name="PC", program_version="0")
        self.access = self._line.sign_in(ask).access_token
        self._centre = centre
        self._change = threading.Condition()
        self.under_way = self.answered = self.broken = 0

    def hand_over(self, items: tuple[PushItem, ...]) -> tuple[ItemAnswer, ...]:
        """Hand a batch over, whatever happens on the way; a line that was cut is made anew."""
        line = HttpsTransport(self._centre.url, ca_file=self._centre.ca_file)
        until = time.monotonic() + PATIENCE
        while True:
            self._count("under_way", 1)
            try:
                answers = line.push(self.access, PushBatch(items=items)).answers
            except (LineError, CentreFaultError):
                self._count("broken", 1)
                if time.monotonic() > until:
                    raise
                continue
            finally:
                self._count("under_way", -1)
            self._count("answered", 1)
            line.close()
            return answers

    def wait_for_the_middle(self) -> None:
        """Return when some are answered and others are on their way at this moment."""
        with self._change:
            assert self._change.wait_for(lambda: self.answered >= BEFORE and self.under_way >= HANDS, PATIENCE)

    def close(self) -> None:
        """Let go of the line."""
        self._line.close()

    def _count(self, what: str, change: int) -> None:
        with self._change:
            setattr(self, what, getattr(self, what) + change)
            self._change.notify_all()


@pytest.mark.parametrize("victim", ["server", "database"])
def test_a_kill_in_the_middle_of_pushes_loses_and_doubles_nothing(
    lasting: postgres.Cluster, tmp_path: Path, victim: str
) -> None:
    """Some batches were answered and others were under way when it fell; each item has one number, for ever."""
    batches = [tuple(an_item() for _ in range(BATCH)) for _ in range(HANDS * EACH)]
    with served_from(tmp_path / "centre", lasting.fresh(), processes=1) as (centre,):
        hands = Hands(centre)
        with ThreadPoolExecutor(HANDS) as pool:
            handed = [pool.submit(hands.hand_over, items) for items in batches]
            hands.wait_for_the_middle()
            if victim == "server":
                centre.kill()
            else:
                lasting.kill()
            fell_with = (hands.answered, hands.under_way)
            if victim == "server":
                centre.start()
            else:
                lasting.start()
            first = [one for future in handed for one in future.result(2 * PATIENCE)]
        assert BEFORE <= fell_with[0] < len(batches)
        assert hands.broken, "nothing was under way when it fell"
        again = [one for items in batches for one in hands.hand_over(items)]
        hands.close()
    assert again == first
    assert {one.outcome for one in first} == {Outcome.RECEIVED}
    numbers = sorted(one.receipt.record_number for one in first if one.receipt)
    assert len(set(numbers)) == len(first) == HANDS * EACH * BATCH
    year = numbers[0][:4]
    assert numbers == [f"{year}-{one:06d}" for one in range(1, len(numbers) + 1)], "a number was given and lost"
