"""One suite for the line to the centre, run over an in-process loopback and over real HTTPS with a centre of its own.

What holds here holds for whoever carries the wire; ``docs/wire.md`` is the text to it.
"""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest

from station_client.errors import (
    NotEntitledError,
    RefusalError,
    SessionExpiredError,
    WrongPasswordError,
)
from sync.protocol.codes import PROTOCOL, Code, ItemReason, Outcome
from sync.protocol.messages import PushBatch, Refresh
from sync.protocol.records import AlertRecord
from tests.support.centre import CONSTABLE_A, JAILER, SHO_A, SI_A, SI_B
from tests.support.ends import End, an_item


def test_health_says_who_and_when(end: End) -> None:
    """Anybody may ask who is there, what time it has, and which protocol it speaks."""
    health = end.line.health()
    assert health.oldest_protocol <= PROTOCOL <= health.protocol
    assert abs((health.server_time - datetime.now(UTC)).total_seconds()) < 60


def test_an_officer_is_let_in_with_rights_and_tokens(end: End) -> None:
    """A grant names the officer, their office and their rights."""
    grant = end.let_in()
    assert (grant.officer.login, grant.officer.office.name) == (SI_A, "RAMPUR")
    assert "upload" in grant.officer.acts
    assert grant.access_token != grant.refresh_token


def test_a_wrong_password_is_told_apart(end: End) -> None:
    """Wrong password and unknown officer are the same answer, and not a line's fault."""
    for login in (SI_A, "nobody"):
        with pytest.raises(WrongPasswordError):
            end.let_in(login, password="wrong password indeed")


def test_a_machine_belongs_to_one_office(end: End) -> None:
    """An officer of another station is not let in on this one's machine."""
    end.let_in()
    with pytest.raises(NotEntitledError):
        end.let_in(SI_B)


def test_a_token_that_is_no_token_is_an_expired_session(end: End) -> None:
    """Every verb asks for the token first."""
    for ask in (
        lambda: list(end.line.feed("nonsense", since=0, dictionary="")),
        lambda: end.line.push("nonsense", PushBatch(items=())),
        lambda: list(end.line.get_blob("nonsense", sha256="0" * 64)),
    ):
        with pytest.raises(SessionExpiredError):
            ask()


def test_a_lost_answer_to_a_refresh_locks_nobody_out(end: End) -> None:
    """The former refresh token stays good until the new access token was used; afterwards it ends the session."""
    first = end.let_in()
    ask = Refresh(refresh_token=first.refresh_token, machine_id="machine-a")
    end.line.refresh(ask)
    again = end.line.refresh(ask)
    end.line.summary(again.access_token, cursor=0)
    with pytest.raises(SessionExpiredError):
        end.line.refresh(ask)


def test_a_refresh_token_is_no_good_on_another_machine(end: End) -> None:
    """A token that was carried away speaks for nobody."""
    grant = end.let_in()
    with pytest.raises(SessionExpiredError):
        end.line.refresh(Refresh(refresh_token=grant.refresh_token, machine_id="machine-b"))


def test_an_item_is_recorded_once_however_often_it_comes(end: End) -> None:
    """The same id gets the same record number and moment, and one alert in the feed."""
    access = end.let_in().access_token
    item = an_item()
    first, second = end.one(access, item), end.one(access, msgspec.structs.replace(item, skew_seconds=3.0))
    assert first.outcome == Outcome.RECEIVED
    assert first.receipt == second.receipt
    assert first.receipt is not None
    assert first.receipt.alert_uid == item.item_id
    assert first.receipt.complete_at is not None
    assert [one.uid for one in end.records(access) if isinstance(one, AlertRecord)] == [item.item_id]


def test_an_id_with_another_content_is_refused(end: End) -> None:
    """An id says one thing for ever."""
    access = end.let_in().access_token
    item = an_item()
    end.one(access, item)
    answer = end.one(access, msgspec.structs.replace(item, description="Something else altogether happened."))
    assert (answer.outcome, answer.reason) == (Outcome.REFUSED, ItemReason.ID_REUSED)


def test_one_bad_item_blocks_no_other(end: End) -> None:
    """There is an answer for each item, in order; the good ones are recorded."""
    access = end.let_in().access_token
    good, bad, last = an_item(), msgspec.structs.replace(an_item(), category="gossip"), an_item()
    answers = end.line.push(access, PushBatch(items=(good, bad, last))).answers
    assert [one.item_id for one in answers] == [good.item_id, bad.item_id, last.item_id]
    assert [one.outcome for one in answers] == [Outcome.RECEIVED, Outcome.REFUSED, Outcome.RECEIVED]
    assert answers[1].reason == ItemReason.CATEGORY


def test_an_item_counts_for_its_author_and_not_for_whoever_is_signed_in(end: End) -> None:
    """A colleague's token carries the item; the author's rights decide; strangers and the absent are no authors."""
    access = end.let_in(SHO_A).access_token
    assert end.one(access, an_item(SI_A)).reason == ItemReason.UNKNOWN_AUTHOR
    end.let_in(SI_A)
    answer = end.one(access, an_item(SI_A))
    assert answer.receipt is not None
    assert answer.receipt.author == SI_A
    assert end.one(access, an_item(JAILER)).reason == ItemReason.UNKNOWN_AUTHOR
    end.let_in(CONSTABLE_A)
    assert end.one(access, an_item(CONSTABLE_A)).reason == ItemReason.NOT_ENTITLED


def test_too_many_items_are_too_large(end: End) -> None:
    """A batch has its limit at the centre too."""
    access = end.let_in().access_token
    with pytest.raises(RefusalError) as raised:
        end.line.push(access, PushBatch(items=tuple(an_item() for _ in range(201))))
    assert raised.value.reason == Code.TOO_LARGE


def test_a_batch_that_is_worth_compressing_is_recorded_whole(end: End) -> None:
    """Over a line it goes packed, and so do its receipts; each item is answered in its place."""
    access = end.let_in().access_token
    items = tuple(an_item() for _ in range(60))
    answer = end.line.push(access, PushBatch(items=items))
    assert [one.item_id for one in answer.answers] == [one.item_id for one in items]
    assert {one.outcome for one in answer.answers} == {Outcome.RECEIVED}
