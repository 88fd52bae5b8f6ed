"""Messages at a served centre, in whatever state the page for State IT is to show."""

from __future__ import annotations

from datetime import timedelta

from central.store.items import ItemFile
from central.store.messages import Ending, Letter
from station_client.domain.message import Channel, Delivery
from tests.support.centre import STATION_A
from tests.support.stewards import Desk

WORKER = "carrier-1"
TO = ("sp@up.gov.in", "dgp@up.gov.in")
SECRET = "The godown behind the mill"


def written(page: Desk, name: str, *, office: str = STATION_A, files: tuple[ItemFile, ...] = ()) -> Letter:
    """Let a message wait at the centre."""
    letter = Letter(
        message_id=name,
        content_hash="0",
        machine_id="pc-well",
        office_code=office,
        author="asharma",
        channel=Channel.EMAIL,
        subject=SECRET,
        content=SECRET,
        template_id="",
        received_at=page.clock.now(),
    )
    with page.small.house.store.write() as unit:
        unit.messages.add(letter, TO, files)
    return letter


def tried(page: Desk, state: Delivery, reason: str, *, wait: timedelta = timedelta()) -> None:
    """Let the carrier take what is due longest, and end so."""
    now = page.clock.now()
    with page.small.house.store.write() as unit:
        taken = unit.queue.take(WORKER, Channel.EMAIL, now)
        assert taken is not None
        assert unit.queue.settle(taken, WORKER, Ending(state, reason, now + wait), now)
