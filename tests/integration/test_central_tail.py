"""The end of the feed that each process keeps: it tells what the tables tell, and never less than they do now."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

import msgspec
import pytest

from central import tail
from central.house import House, open_house
from central.pages import last_page, read_page
from central.store.bodies import written_body
from central.store.counters import ERA
from central.store.tables import records
from central.store.tallies import Scope
from central.tail import Tail
from central.web.threads import READING_THREADS
from sync.protocol.feed import Summary
from sync.protocol.frames import FrameParser, read_frames
from sync.protocol.records import AlertRecord, GoneRecord, Record
from tests.support.centre import SI_A, SmallCentre, head
from tests.support.records import OF_EVERY_KIND, an_alert
from tests.support.statements import statements

LOOKED_BACK = 7
SCOPES = (Scope(alerts=True, firs_of_state="09"), Scope(alerts=True, firs_of_state="05"))
CHANGES: tuple[Record, ...] = (
    *OF_EVERY_KIND,
    *(an_alert(number) for number in range(10, 14)),
    an_alert(12, version=2),
)


def agrees(house: House, kept: Tail) -> bool:
    """Hold what a tail tells each scope after each cursor against what the tables do; tell whether it told any."""
    with house.store.read() as unit:
        head = unit.records.head()
        ending = kept.at(head)
        first = max(ending.since, head - LOOKED_BACK)
        told = [(scope, since) for scope in SCOPES for since in range(first, head + 2)]
        for scope, since in told:
            for rows in (3, 100):
                assert last_page(ending, scope, since, rows) == read_page(unit, scope, since, rows)
            assert ending.newest(scope) == max(unit.reach.last(scope), ending.since)
    return bool(told)


def summary(small: SmallCentre, access: str, cursor: int) -> Summary:
    """Ask what a copy must hold."""
    return small.centre.gazette.summary(access, cursor=cursor)


@pytest.mark.parametrize("most", [4, 1000])
def test_the_tail_tells_each_state_what_the_tables_do(small: SmallCentre, most: int) -> None:
    """After changes of every kind, one by one and several at once, whether all of the feed fits in or a little."""
    each, some = Tail(small.house.store, most), Tail(small.house.store, most)
    for number, change in enumerate(CHANGES):
        small.put(change)
        assert agrees(small.house, each)
        assert number % 3 or agrees(small.house, some)


def test_the_tail_is_bounded_by_its_bytes(small: SmallCentre, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the records are; what does not fit is read from the tables."""
    monkeypatch.setattr(tail, "MOST_BYTES", 3000)
    kept = Tail(small.house.store)
    small.put(*CHANGES)
    assert agrees(small.house, kept)
    ending = kept.at(head(small))
    assert 0 < sum(len(one.body) for one in ending.changes) <= 3000


def test_who_asks_again_costs_one_question(small: SmallCentre) -> None:
    """Small deltas, and the sum that a copy must have, are not read from the tables again for each who asks."""
    small.put(*CHANGES)
    access = small.sign_in(SI_A).access_token
    head = summary(small, access, 0).cursor
    for verb in (
        lambda: list(small.centre.gazette.feed(access, since=head - 3, dictionary="")),
        lambda: summary(small, access, head),
    ):
        verb()
        with statements() as told:
            verb()
        assert len([one for one in told if "SELECT" in one]) == 1


def test_a_change_by_another_process_is_told_at_once(small: SmallCentre) -> None:
    """Nobody is answered from what was kept before a change that is older than their question."""
    access = small.sign_in(SI_A).access_token
    before = summary(small, access, 0)
    other = open_house(small.house.settings)
    try:
        with other.store.write() as unit:
            unit.records.put(an_alert(40))
        pieces = small.centre.gazette.feed(access, since=before.cursor, dictionary="")
        frames = list(read_frames(pieces, FrameParser(since=before.cursor)))
        told = [one.uid for frame in frames for one in frame.records if isinstance(one, AlertRecord)]
        assert told == [an_alert(40).uid]
        with other.store.write() as unit:
            unit.records.put(GoneRecord(sequence=0, kind="alert", key=an_alert(40).uid))
    finally:
        other.close()
    after = summary(small, access, before.cursor)
    assert (after.counts, after.digest) == (before.counts, before.digest)
    assert after.cursor == before.cursor + 2


def test_a_server_that_took_over_is_read_anew(small: SmallCentre) -> None:
    """It may lack the last that the former had, and have others in their place, under the same numbers."""
    kept = Tail(small.house.store)
    small.put(an_alert(1))
    last = head(small)
    for _ in range(2):  # reading it may have made a connection
        kept.at(last)
    with small.house.store._database.write() as connection:  # as if another had been taken in its place
        connection.execute(records.update().where(records.c.sequence == last).values(key="another"))
    assert kept.at(last).changes[-1].key == an_alert(1).uid
    small.house.store.close()  # every connection is made anew
    assert kept.at(head(small)).changes[-1].key == "another"


def another_server(small: SmallCentre) -> None:
    """Make every connection anew, as where another server took over."""
    small.house.store.close()


def a_restore(small: SmallCentre) -> None:
    """Note a restore, as one that was made beside a process that serves."""
    with small.house.store.write() as unit:
        unit.counters.raise_to(ERA, 5)


@pytest.mark.parametrize("comes", [another_server, a_restore])
def test_what_was_kept_of_another_past_is_told_to_nobody(
    small: SmallCentre, comes: Callable[[SmallCentre], None]
) -> None:
    """There may be another record under the same number: neither the tail nor a frame that was packed is given."""
    access = small.sign_in(SI_A).access_token
    small.put(an_alert(1))
    head = summary(small, access, 0).cursor

    def told() -> list[Record]:
        pieces = small.centre.gazette.feed(access, since=head - 1, dictionary="")
        return [one for frame in read_frames(pieces, FrameParser(since=head - 1)) for one in frame.records]

    assert told() == [msgspec.structs.replace(an_alert(1), sequence=head)]
    other = msgspec.structs.replace(an_alert(2), sequence=head)
    with small.house.store._database.write() as connection:
        here = records.update().where(records.c.sequence == head)
        connection.execute(here.values(key=other.uid, body=written_body(other)))
    comes(small)
    assert told() == [other]


def test_many_at_once_make_no_connection_over_and_over(small: SmallCentre) -> None:
    """Each that is made costs the tail: those that were made stay."""
    store = small.house.store

    def at_once() -> tuple[int, int]:
        with ExitStack() as all_of_them:
            for _ in range(READING_THREADS):
                all_of_them.enter_context(store.read())
        return store.past

    assert at_once() == at_once()
