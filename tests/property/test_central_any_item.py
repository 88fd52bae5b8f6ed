"""Whatever a client sends, the centre answers: it never fails, and it never takes what cannot stand."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from central.errors import Refused
from station_client.domain.alert import Category
from station_client.domain.ids import uuid7
from sync.protocol.codec import NotUnderstoodError, decode, encode
from sync.protocol.codes import Code, Outcome
from sync.protocol.messages import FileClaim, ItemAnswer, PushBatch, PushItem
from tests.support.centre import SI_A, SmallCentre, small_centre

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
ZONES = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
CLAIMS = st.builds(
    FileClaim,
    sha256=st.one_of(TEXTS, st.just("a" * 64)),
    size=st.integers(),
    name=st.one_of(TEXTS, st.just("a.pdf")),
    kind=st.one_of(TEXTS, st.just("pdf")),
)
ITEMS = st.builds(
    PushItem,
    item_id=st.one_of(TEXTS, st.binary(min_size=10, max_size=10).map(lambda drawn: uuid7(datetime.now(), drawn))),  # noqa: DTZ005 any moment will do
    author=st.one_of(TEXTS, st.just(SI_A)),
    category=st.one_of(TEXTS, st.sampled_from(Category)),
    description=st.one_of(TEXTS, st.just("Long enough to stand as it is")),
    written_at=st.datetimes(timezones=st.one_of(st.none(), ZONES)),
    skew_seconds=st.floats(allow_nan=False, allow_infinity=False),
    fir_key=st.one_of(TEXTS, st.just("31682034/2026/0001"), st.just("")),
    fir_shown=st.one_of(TEXTS, st.just("0001/2026"), st.just("")),
    gd_number=TEXTS,
    gd_reason=TEXTS,
    files=st.lists(CLAIMS, max_size=6).map(tuple),
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallCentre]:
    """Give one centre for every example."""
    with small_centre(tmp_path_factory.mktemp("any")) as made:
        yield made


@settings(max_examples=150, deadline=None)
@given(items=st.lists(ITEMS, min_size=1, max_size=4))
def test_any_batch_is_answered_or_refused(small: SmallCentre, items: list[PushItem]) -> None:
    """An answer for each item, or a refusal of the whole as malformed; never a failure."""
    token = small.sign_in().access_token
    codes: set[Code] = set()
    answers: tuple[ItemAnswer, ...]
    try:
        batch = decode(encode(PushBatch(items=tuple(items))), PushBatch)
        answers = small.centre.push(token, batch).answers
    except (NotUnderstoodError, Refused) as no:
        codes.add(getattr(no, "code", Code.NOT_UNDERSTOOD))
        answers = ()
    assert codes <= {Code.NOT_UNDERSTOOD}
    if not answers:
        return
    assert [one.item_id for one in answers] == [one.item_id for one in items]
    for item, answer in zip(items, answers, strict=True):
        if answer.outcome == Outcome.RECEIVED:
            assert item.author == SI_A
            assert item.category in set(Category)
            assert len(item.files) <= 5


@settings(max_examples=200, deadline=None)
@given(name=TEXTS, size=st.integers(), data=st.binary(max_size=64))
def test_any_upload_that_nobody_claimed_is_refused(small: SmallCentre, name: str, size: int, data: bytes) -> None:
    """Whatever it is called and however long it says it is."""
    token = small.sign_in().access_token
    with pytest.raises(Refused):
        small.centre.put_blob(token, sha256=name, size=size, chunks=[data])
    with pytest.raises(Refused):
        small.centre.get_blob(token, sha256=name)
    with pytest.raises(Refused):
        small.centre.changes(f"{token}x{name}", since=size, rows=len(data))


def test_a_token_is_never_guessed(small: SmallCentre) -> None:
    """Random tokens open nothing."""
    for _ in range(50):
        with pytest.raises(Refused):
            small.centre.changes(os.urandom(32).hex(), since=0, rows=1)
