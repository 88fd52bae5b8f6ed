"""An officer, and an office, write to so many recipients in an hour; what is beyond is refused in words, not lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from station_client.domain.office import Act
from sync.protocol.codes import Outcome
from sync.protocol.messages import Grant
from sync.protocol.outgoing import MessageReason
from tests.support.centre import SHO_A, SI_A, HandClock, SmallCentre, give_rights, small_centre
from tests.support.messages import ADDRESS, a_mail, hand_in

WAYS: dict[str, Any] = {"mail_host": "127.0.0.1", "mail_from": "crimac@ncrb.gov.in"}
LIMITS: dict[str, Any] = {"recipients_an_hour": 3, "recipients_an_hour_of_office": 5}
TWO = (ADDRESS, "dgp@uppolice.gov.in")


@pytest.fixture
def small(tmp_path: Path, clock: HandClock, database_url: str) -> Iterator[SmallCentre]:
    """Give a centre with narrow limits, on each kind of database; two officers of a station may write."""
    with small_centre(tmp_path / "centre", clock, database_url=database_url, **WAYS, **LIMITS) as made:
        for login in (SI_A, SHO_A):
            give_rights(made, login, Act.MESSAGE)
        yield made


def both(small: SmallCentre) -> tuple[Grant, Grant]:
    """Sign both officers in, on one PC."""
    return small.sign_in(SI_A), small.sign_in(SHO_A)


def test_an_officer_reaches_so_many_in_an_hour(small: SmallCentre, clock: HandClock) -> None:
    """Recipients count, not letters; what was taken is answered as ever, and an hour later there is room again."""
    grant, _ = both(small)
    first, second = a_mail(SI_A, recipients=TWO), a_mail(SI_A, recipients=TWO)
    assert hand_in(small, first, grant).outcome == Outcome.RECEIVED
    assert hand_in(small, second, grant).reason == MessageReason.HOURLY_LIMIT
    assert hand_in(small, first, grant).outcome == Outcome.RECEIVED
    assert hand_in(small, a_mail(SI_A), grant).outcome == Outcome.RECEIVED
    clock.forward(minutes=59)
    assert hand_in(small, second, small.sign_in(SI_A)).reason == MessageReason.HOURLY_LIMIT
    clock.forward(minutes=2)
    assert hand_in(small, second, small.sign_in(SI_A)).outcome == Outcome.RECEIVED
    assert "message-refused" in small.acts()


def test_an_office_reaches_so_many_whoever_writes_there(small: SmallCentre) -> None:
    """Two who stay within their own limits meet their office's."""
    one, other = both(small)
    assert hand_in(small, a_mail(SI_A, recipients=TWO), one).outcome == Outcome.RECEIVED
    assert hand_in(small, a_mail(SHO_A, recipients=TWO), other).outcome == Outcome.RECEIVED
    assert hand_in(small, a_mail(SI_A), one).outcome == Outcome.RECEIVED
    assert hand_in(small, a_mail(SHO_A), other).reason == MessageReason.HOURLY_LIMIT


def test_without_limits_nobody_is_refused(tmp_path: Path) -> None:
    """0 sets none."""
    none: dict[str, Any] = dict.fromkeys(LIMITS, 0)
    with small_centre(tmp_path / "centre", HandClock(), **WAYS, **none) as small:
        for _ in range(4):
            assert hand_in(small, a_mail(recipients=TWO)).outcome == Outcome.RECEIVED
