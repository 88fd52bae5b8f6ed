"""The question for news beside a round's files: what it hears there never starts a round before that one ended well."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator

import pytest

from station_client.clock import SystemClock
from station_client.errors import LineStalledError
from sync.hearing import Tidings
from sync.waiting import Waiting

LONG = 20.0
NOTHING = Tidings()


class Ear:
    """A centre that answers what it is told to, one question after another."""

    def __init__(self) -> None:
        self.asked = threading.Semaphore(0)
        self.answers: queue.Queue[Tidings | Exception] = queue.Queue()

    def listen(self, seconds: int) -> Tidings:
        """Wait for an answer of the test's."""
        assert seconds > 0
        self.asked.release()
        answer = self.answers.get(timeout=LONG)
        if isinstance(answer, Exception):
            raise answer
        return answer


class Post:
    """A listening thread, and what it asks for."""

    def __init__(self) -> None:
        self.ear, self.rounds = Ear(), threading.Semaphore(0)
        self.waiting = Waiting(self.ear, SystemClock(), wake=self.rounds.release)

    def hears(self, answer: Tidings | Exception) -> None:
        """Wait for a question and answer it."""
        assert self.ear.asked.acquire(timeout=LONG)
        self.ear.answers.put(answer)

    def until_quiet(self) -> None:
        """Wait until the thread asks no more."""
        end = time.monotonic() + LONG
        while self.waiting._resting:
            assert time.monotonic() < end
            time.sleep(0.01)


@pytest.fixture
def post() -> Iterator[Post]:
    """Give a thread that has begun."""
    made = Post()
    made.waiting.begin()
    yield made
    made.waiting.end()
    made.ear.answers.put(NOTHING)
    made.waiting.join()


def test_what_needs_a_round_has_it_once_this_one_ended_well(post: Post) -> None:
    """Not before: this one may fail, and then the centre may want to be left alone."""
    with post.waiting.meanwhile():
        post.hears(NOTHING)
        post.hears(Tidings(new=True, urgent=True, round=True))
    assert not post.rounds.acquire(timeout=0.2)
    post.waiting.rest()
    assert post.rounds.acquire(timeout=LONG)
    post.waiting.rest()
    assert not post.rounds.acquire(timeout=0.2)


def test_a_cut_is_the_rounds_own_business(post: Post) -> None:
    """A round that fails cuts the question, too: its back-off must not be overrun by that."""
    with post.waiting.meanwhile():
        post.hears(LineStalledError("the round cut it"))
        post.until_quiet()
    assert post.waiting.rest()
    post.hears(NOTHING)
    assert not post.rounds.acquire(timeout=0.2)
