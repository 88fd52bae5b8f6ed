"""How long the centre holds an answer for a client: for as long as the client takes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from central.web import connection

SECONDS = 120.0


class Held:
    """A transport that holds bytes for a client."""

    def __init__(self) -> None:
        """Hold more than a slow line carries in ten looks."""
        self.size, self.aborted = 12 * connection.LEAST_READ, False

    def get_write_buffer_size(self) -> int:
        """Say how much is held."""
        return self.size

    def abort(self) -> None:
        """End the connection."""
        self.aborted = True


class Hours:
    """A loop whose time passes when a test says so."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self._due: list[Callable[[], object]] = []

    def call_later(self, seconds: float, call: Callable[[], object]) -> object:
        """Do it when the time is over."""
        assert seconds == SECONDS
        self._due.append(call)
        return call

    def pass_by(self) -> None:
        """Let the time be over."""
        due, self._due = self._due, []
        assert len(due) == 1
        due[0]()


def test_a_client_that_reads_slowly_is_left_alone() -> None:
    """What is held for it takes longer than the limit to leave: a first copy over 64 kbit/s does so for minutes."""
    held, hours = Held(), Hours()
    connection._Taking(cast("Any", hours), SECONDS, cast("Any", held)).start()
    for _ in range(10):
        held.size -= connection.LEAST_READ
        hours.pass_by()
        assert not held.aborted
    held.size -= connection.LEAST_READ - 1  # it looks away
    hours.pass_by()
    assert held.aborted
