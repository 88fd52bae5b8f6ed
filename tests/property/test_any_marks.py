"""Whatever becomes of a copy, and whenever its words are marked, a search finds what it finds in one without marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from station_client.domain.alert import Alert, Category, Life
from station_client.domain.fir import Fir
from station_client.store.database import Database
from station_client.store.replica import Replica, by_words, marking
from station_client.store.replica.changes import Changes, Gone, SearchRows
from station_client.store.replica.endings import Share
from station_client.store.replica.marking import Marking
from station_client.store.replica.replica import replica_on
from station_client.store.replica.rows import LAST_ROW
from tests.support.casework import NOON, alert, fir

KEY = bytes(range(32))
WORDS = ("robbery", "कृपया", "kindly", "motorcycle", "Ramesh")
SIZE = 8
HELD = 43
FIRS = 5
LINES = (
    '"kindly" "कृपया"',
    "kindly कृपया",
    "robbery motorcycle",
    "robbery kindly motorcycle",
    "ramesh kindly",
    "kindly robbery -motorcycle",
    "kindly nowhere",
)

NARROWED: tuple[tuple[bool, dict[str, object]], ...] = (
    (True, {}),
    (False, {"since": NOON + timedelta(minutes=9)}),
    (False, {"category": Category.SEIZURE}),
    (False, {"lives": (Life.ACTIVE.value,), "now": NOON + timedelta(minutes=40)}),
    (False, {"lives": (Life.EXPIRED.value,), "now": NOON + timedelta(minutes=40)}),
)


def told(number: int, words: int, sequence: int, minute: int) -> Alert:
    """Give an alert whose text has the words of a number's bits; many are of one of a few FIRs, some end."""
    category = Category.SEIZURE if words & 1 else Category.HEINOUS_CRIME
    moment = NOON + timedelta(minutes=minute)
    return alert(
        number,
        description=written(words),
        sequence=sequence,
        category=category,
        received_at=moment,
        fir_key=fir(number % FIRS).key if number % 3 else "",
        expires_at=NOON + timedelta(minutes=number % 80) if number % 2 else None,
    )


def written(words: int) -> str:
    """Give the words of a number's bits."""
    return " ".join(word for at, word in enumerate(WORDS) if words >> at & 1) or "Nothing."


def told_fir(number: int, words: int, sequence: int) -> Fir:
    """Give a FIR whose contents have the words of a number's bits."""
    plain = fir(number, sequence=sequence)
    return replace(plain, form=replace(plain.form, contents=written(words)))


class Pair:
    """Two copies that are told the same; one of them is marked."""

    def __init__(self, folder: Path) -> None:
        """Fill both."""
        self.databases = [Database(folder / name, KEY, synchronous="normal") for name in ("marked.db", "plain.db")]
        self.copies = [replica_on(one) for one in self.databases]
        self.marking = Marking(self.databases[0], SIZE)
        self.sequence = count(1)
        self.apply(alerts=tuple(told(at, at % 32, next(self.sequence), at) for at in range(HELD)))

    def apply(self, alerts: tuple[Alert, ...] = (), gone: tuple[Gone, ...] = (), firs: tuple[Fir, ...] = ()) -> None:
        """Tell both."""
        for one in self.copies:
            one.feed.apply(Changes(cursor=next(self.sequence), alerts=alerts, gone=gone, firs=firs))

    def close(self) -> None:
        """Close both."""
        for one in self.copies:
            one.close()


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    """Two copies of some alerts, the one marked as far as it goes."""
    made = Pair(tmp_path)
    mark_all(made)
    yield made
    made.close()


def mark_all(made: Pair) -> None:
    """Mark until there is nothing to mark."""
    while made.marking.step():
        pass


def compare(made: Pair) -> None:
    """Ask both the same, page by page."""
    for line in LINES:
        for typing, narrowed in NARROWED:
            marked, plain = (list(_pages(one, words=line, typing=typing, **narrowed)) for one in made.copies)
            assert marked == plain, (line, narrowed)


def _pages(copy: Replica, **asked: object) -> Iterator[tuple[int, bool, list[int]]]:
    before: int | None = None
    while True:
        found: SearchRows = copy.search.find(**asked, before=before, limit=5)  # type: ignore[arg-type] # as named
        yield found.count, found.capped, [one.row for one in found.rows]
        if len(found.rows) < 5:
            return
        before = found.rows[-1].row


def stretches(made: Pair) -> list[tuple[int, int]]:
    """Give the whole stretches, from where to before where."""
    with made.databases[0].read() as connection:
        found = connection.exec_driver_sql("SELECT low, high FROM stretches WHERE state = 1 ORDER BY low")
        return [(low, high) for low, high in found]


acts = st.one_of(
    st.tuples(st.just("change"), st.integers(0, HELD - 1), st.integers(0, 31)),
    st.tuples(st.just("add"), st.integers(-30, HELD + 30), st.integers(0, 31)),
    st.tuples(st.just("withdraw"), st.integers(0, HELD - 1), st.just(0)),
    st.tuples(st.just("fir"), st.integers(0, FIRS - 1), st.integers(0, 31)),
    st.tuples(st.just("no fir"), st.integers(0, FIRS - 1), st.just(0)),
    st.tuples(st.just("mark"), st.integers(1, 4), st.just(0)),
)


@settings(max_examples=8, deadline=None)
@given(st.lists(acts, min_size=1, max_size=12))
def test_whatever_happens_the_answers_are_the_same(done: list[tuple[str, int, int]]) -> None:
    """Alerts come above, below and between; they or their FIRs change words, or go; marks are made at any moment."""
    with TemporaryDirectory() as folder:
        made = Pair(Path(folder))
        mark_all(made)
        for number, (act, where, words) in enumerate(done):
            if act == "mark":
                for _ in range(where):
                    made.marking.step()
            elif act == "withdraw":
                made.apply(gone=(Gone("alert", alert(where).uid),))
            elif act == "fir":
                made.apply(firs=(told_fir(where, words, next(made.sequence)),))
            elif act == "no fir":
                made.apply(gone=(Gone("fir", fir(where).key),))
            else:
                at = where if act == "change" else 1000 + number
                made.apply(alerts=(told(at, words, next(made.sequence), where),))
        compare(made)
        mark_all(made)
        compare(made)
        made.close()


def test_all_but_a_few_new_rows_is_marked_without_a_gap(pair: Pair) -> None:
    """Rows are stretches of eight that touch, the oldest as few as are left; new ones wait until there are eight."""
    found = stretches(pair)
    assert len(found) == HELD // SIZE + 1
    assert all(high == low for (_, high), (low, _) in pairwise(found))
    pair.apply(alerts=tuple(told(100 + at, 5, next(pair.sequence), 100 + at) for at in range(SIZE - 1)))
    assert not pair.marking.step()
    pair.apply(alerts=(told(200, 5, next(pair.sequence), 200),))
    assert pair.marking.step()
    assert stretches(pair)[-2][1] == stretches(pair)[-1][0]


def test_words_that_never_meet_are_not_walked(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    """The index is asked of nothing but the rows above all stretches."""
    pair.apply(alerts=tuple(told(at, 2 if at % 2 else 4, next(pair.sequence), at) for at in range(HELD)))
    mark_all(pair)
    found, walked = stretches(pair), list[tuple[int, int]]()
    real = by_words._every_one

    def walk(connection: Connection, share: Share, span: by_words.Given) -> tuple[int, list[int]]:
        walked.append((int(span["low"]), int(span["high"])))
        return real(connection, share, span)

    monkeypatch.setattr(by_words, "_every_one", walk)
    assert pair.copies[0].search.find(words='"kindly" "कृपया"').count == 0
    assert walked == [(found[-1][1], LAST_ROW)]


def _overtaken(made: Pair, change: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> None:
    real = marking._bits

    def late(connection: Connection, claim: marking.Claim) -> Iterator[tuple[int, bytes]]:
        found = list(real(connection, claim))
        change()
        return iter(found)

    monkeypatch.setattr(marking, "_bits", late)
    assert made.marking.step()
    monkeypatch.setattr(marking, "_bits", real)


def test_a_change_while_a_stretch_is_marked_overtakes_it(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found before the change is not kept."""

    def change(words: int) -> None:
        pair.apply(alerts=(told(20, words, next(pair.sequence), 20),))

    change(2)
    before = stretches(pair)
    _overtaken(pair, lambda: change(6), monkeypatch)
    assert stretches(pair) == before
    compare(pair)
    mark_all(pair)
    assert len(stretches(pair)) == len(before) + 1
    compare(pair)


def test_a_step_that_is_stopped_keeps_nothing(pair: Pair) -> None:
    """Whoever signs out waits for one unit; what was asked until then is asked again."""
    pair.apply(alerts=(told(20, 6, next(pair.sequence), 20),))
    before, asked = stretches(pair), iter((False, False, True))
    assert not pair.marking.step(lambda: next(asked))
    assert next(asked, None) is None
    assert stretches(pair) == before
    compare(pair)
    assert pair.marking.step()
    assert len(stretches(pair)) == len(before) + 1
    compare(pair)


def test_only_what_changed_is_marked_again(pair: Pair) -> None:
    """An alert whose life changes costs its own stretch, not the copy."""
    pair.apply(alerts=(alert(20, sequence=next(pair.sequence), life=Life.LOCATED),))
    assert len(stretches(pair)) == HELD // SIZE
    assert pair.marking.step()
    assert not pair.marking.step()


def test_an_index_that_is_emptied_has_no_marks(pair: Pair) -> None:
    """A copy that begins anew is found by what it is told then."""
    for one in pair.copies:
        one.feed.start_over()
    assert not stretches(pair)
    pair.apply(alerts=tuple(told(at, 7, next(pair.sequence), at) for at in range(HELD)))
    compare(pair)
    mark_all(pair)
    compare(pair)
